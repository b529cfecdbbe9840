"""What a deadline is, and a task that one gives in a case."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple, TypeAlias

from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Location, Route
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.staff import StaffRole


@frozen
class Due:
    """Something to do: the last day, who does it, what it is (Danish), where to write it."""

    day: date
    who: str
    what: str
    location: Location

    def is_late(self, today: date) -> bool:
        """Whether the last day is over."""
        return self.day < today


Find: TypeAlias = Callable[[Case, Profile, date], Iterator[Due]]


@frozen
class Deadline:
    """One duty with a last day.

    ``name`` is Danish, with hyphens; ``source`` the handbook's section or the law; ``rule`` the
    code of the rule that speaks when nothing happens, empty when none does. ``rhythm`` is whether
    it belongs to the rhythm of the meetings, which a pause silences.
    """

    name: str
    source: str
    rule: str
    find: Find
    rhythm: bool = False


class Task(NamedTuple):
    """A duty of a case that is still to be done; ``file`` and ``route`` are where to write it."""

    case: str
    youth: str
    day: date
    who: str
    what: str
    name: str
    source: str
    rule: str
    file: str
    route: Route
    phone: str | None = None
    """Where to reach ``who``."""

    def is_late(self, today: date) -> bool:
        """Whether the last day is over."""
        return self.day < today


def coordinator(case: Case, profile: Profile) -> str:
    """Return the name of the coordinator; without one, what the coordinator is called."""
    found = case.record.coordinator
    return found.name if found else profile.words.coordinator


def administrator(profile: Profile) -> str:
    """Return the name of the administrative coordinator, or what that person is called."""
    found = profile.first_with(StaffRole.ADMINISTRATOR)
    return found.name if found else profile.words.administrator
