"""Pages that are about no single case: the day of meetings, the half-year's report."""

from collections.abc import Callable, Sequence
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.documents.context import Context, municipality
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import Schema
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile


@frozen
class Page(Kind):
    """A page as ``templates`` sees it: no case asks for it, nor has it the fields of papers."""

    def schema(self) -> Schema:
        """Return every field that a template of the page may use."""
        return self.fields()


def nobody(case: Case, profile: Profile, made: date) -> Sequence[Recipient | None]:
    """Return the recipients of a page: it is sent to none."""
    del case, profile, made
    return ()


def letterhead(title: str, profile: Profile, day: date) -> Context:
    """Return the groups that every page has: the document itself and the municipality."""
    return {"dokument": {"titel": title, "dato": day}, "kommune": municipality(profile)}


def without_case(
    context: Callable[[Profile, date], Context],
) -> Callable[[Case, Profile, Recipient | None, date], Context]:
    """Return the context of a page in the place of that of a case's paper."""

    def made_for(case: Case, profile: Profile, who: Recipient | None, day: date) -> Context:
        del case, who
        return context(profile, day)

    return made_for
