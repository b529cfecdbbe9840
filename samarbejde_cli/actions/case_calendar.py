"""What a case's own calendar files said last, so that other calendars go on from there."""

from dataclasses import dataclass, field
from datetime import date, datetime

from samarbejde_cli.actions.bookings import is_colleague
from samarbejde_cli.actions.calendar import PAPERS, age_of, key_of, organizer_of
from samarbejde_cli.case.appointments import slot
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.paper_register import PaperRecord
from samarbejde_cli.case.sharing import may_receive
from samarbejde_cli.profile.model import Profile


@dataclass(frozen=True)
class CaseCalendar:
    """What tells a case's appointments in calendars, and the last edition of each by its key.

    ``others`` are the keys of the meetings outside the rounds by the moment when they begin,
    ``untold`` the people from outside the municipality, by full name, whom the consent does not
    cover: they get no entry.
    """

    identity: str
    organizer: str | None = None
    filed: dict[str, PaperRecord] = field(default_factory=dict)
    others: dict[datetime, str] = field(default_factory=dict)
    untold: frozenset[str] = frozenset()

    def series(self, key: str) -> int:
        """Return which of its entries an appointment has: another one since a hand-over."""
        filed = self.filed.get(key)
        return filed.series if filed else 0


def case_calendar(case: Case, profile: Profile, today: date) -> CaseCalendar:
    """Return the calendar of a case; without ``breve.yaml`` nothing was filed."""
    records: list[PaperRecord] = unless_broken(lambda: case.paper_records, [])
    filed = sorted((each for each in records if each.paper in PAPERS), key=age_of)
    others = enumerate(case.record.other_meetings, 1)
    slots = ((slot(each, profile), f"andet-møde-{number}") for number, each in others)
    return CaseCalendar(
        case.identity,
        organizer_of(case, profile, today),
        {key_of(each): each for each in filed},
        {held.begins: key for held, key in slots if held},
        unless_broken(lambda: _untold(case, profile, today), frozenset()),
    )


def _untold(case: Case, profile: Profile, today: date) -> frozenset[str]:
    asked = (case.full_name(each.person) for each in case.round.meeting.participants)
    names = {*(each.name for each in case.everybody), *asked}
    return frozenset(
        name
        for name in names
        if not (is_colleague(case, profile, name) or may_receive(case, profile, name, today))
    )
