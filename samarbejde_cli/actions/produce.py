"""Make documents: choose the template, render it for each recipient, write what may be written."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from samarbejde_cli import word
from samarbejde_cli.actions.check import Places, diagnoses_of
from samarbejde_cli.actions.shelf import Shelf, Status, changed_by_hand
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import BrokenFileError, Case
from samarbejde_cli.documents.dress import dressed
from samarbejde_cli.documents.kinds import Kind
from samarbejde_cli.documents.lookup import find_template, read_template
from samarbejde_cli.documents.missing import Missing
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.findings import Finding
from samarbejde_cli.profile.model import Look, Profile
from samarbejde_cli.report.diagnosis import Diagnosis

if TYPE_CHECKING:
    from samarbejde_cli.word import Template

DOCUMENTS = "dokumenter"


@dataclass(frozen=True)
class Written:
    """What became of one document; ``recipient`` is a role, never a name."""

    kind: str
    recipient: str | None
    path: Path
    status: Status


@dataclass(frozen=True)
class Produced:
    """What came of it: the documents, what is wrong in the user's files, other obstacles."""

    documents: tuple[Written, ...]
    diagnoses: tuple[Diagnosis, ...]
    errors: tuple[SamarbejdeError, ...]

    @property
    def succeeded(self) -> bool:
        """Whether every document is there as it should be."""
        return not self.diagnoses and not self.errors


def produce(
    case: Case,
    profile: Profile,
    workspace: Workspace,
    kinds: Iterable[Kind],
    *,
    day: date,
    output: Path | None = None,
    draft: bool = False,
    overwrite: bool = False,
    author: str | None = None,
) -> Produced:
    """Make the documents of some kinds for a case, dated ``day``.

    A document that lacks a value, may not go to its reader, or was changed by hand is not
    written; the others are. With ``draft``, what is missing is a highlighted gap. Raises
    ``WriteError`` or ``ConflictError`` when the folder cannot be written to: then none is.
    """
    shelf = Shelf(output or case.folder / DOCUMENTS)
    maker = _Maker(case, profile, workspace.root, shelf, day, draft, overwrite)
    maker.author = author or profile.municipality
    maker.prefix = f"{case.number}-" if output else ""
    return maker.make(kinds)


@dataclass
class _Maker:
    case: Case
    profile: Profile
    root: Path
    shelf: Shelf
    day: date
    draft: bool
    overwrite: bool
    author: str = ""
    prefix: str = ""

    def __post_init__(self) -> None:
        self.documents: list[Written] = []
        self.missing = Missing(self.case, self.root)
        self.findings: list[Finding] = []
        self.errors: dict[str, SamarbejdeError] = {}

    def make(self, kinds: Iterable[Kind]) -> Produced:
        for kind in kinds:
            try:
                self._make_kind(kind)
            except BrokenFileError as broken:
                self._tell(self.case.files[str(broken)].findings)
            except SamarbejdeError as error:
                self.errors[error.message] = error
        self.shelf.close()
        return Produced(
            tuple(self.documents), tuple(self._diagnoses()), tuple(self.errors.values())
        )

    def _make_kind(self, kind: Kind) -> None:
        name = kind.template_for(self.case)
        data = read_template(find_template(name, self.root))
        template = _compiled(data, name, self.profile.look)
        for recipient, file_name in self._named(kind):
            status = self._make_one(kind, template, recipient, file_name)
            role = recipient.role if recipient else None
            path = self.shelf.folder / file_name
            self.documents.append(Written(kind.name, role, path, status))

    def _named(self, kind: Kind) -> Iterator[tuple[Recipient | None, str]]:
        """Yield the recipients with their files' names; a second one in a role gets a number."""
        seen: Counter[str] = Counter()
        for recipient in kind.recipients(self.case, self.profile, self.day):
            parts = [f"{self.prefix}runde-{self.case.record.round}", kind.stem]
            if recipient:
                seen[recipient.role] += 1
                number = seen[recipient.role]
                parts += [recipient.role, *([str(number)] if number > 1 else [])]
            parts += ["kladde"] if self.draft else []
            yield recipient, f"{'-'.join(parts)}.docx"

    def _make_one(
        self, kind: Kind, template: "Template", recipient: Recipient | None, file_name: str
    ) -> Status:
        if recipient and recipient.refusal:
            self._tell([recipient.refusal])
            return Status.REFUSED
        data = self._rendered(kind, template, recipient)
        if data is None:
            return Status.REFUSED
        status = self.shelf.put(file_name, data, overwrite=self.overwrite)
        if status is Status.KEPT:
            error = changed_by_hand(self.shelf.folder / file_name)
            self.errors[error.message] = error
        return status

    def _rendered(
        self, kind: Kind, template: "Template", recipient: Recipient | None
    ) -> bytes | None:
        """Return the document, or None when it lacks something: then that is noted."""
        context = kind.context(self.case, self.profile, recipient, self.day)
        about = word.Properties(
            title=context["dokument"]["titel"],
            author=self.author,
            subject=self.profile.municipality,
            created=datetime.combine(self.day, time()),
        )
        try:
            return template.render(context, draft=self.draft, properties=about)
        except word.TemplateError as error:
            left = self.missing.note(error.mistakes, context, kind, recipient)
            if left:
                problem = word.TemplateError(left)
                self.errors[problem.message] = problem
            return None

    def _tell(self, findings: Iterable[Finding]) -> None:
        self.findings += [each for each in findings if each not in self.findings]

    def _diagnoses(self) -> list[Diagnosis]:
        places = Places({source.path: source for source in self.case.sources()})
        found = diagnoses_of([*self.findings, *self.missing.findings()], places)
        return sorted(found, key=lambda each: (each.file, each.place.line, each.place.column))


@lru_cache(maxsize=64)
def _compiled(data: bytes, name: str, look: Look) -> "Template":
    """Return a template in the municipality's look; a batch compiles each template once."""
    return word.compile_template(dressed(data, look), name)
