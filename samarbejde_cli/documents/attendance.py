"""Who is asked to a round's meeting, who comes, and who sends a note instead."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.people import Member, Parent
from samarbejde_cli.case.remembered import remembered
from samarbejde_cli.case.round import Participant, Round
from samarbejde_cli.case.sharing import has_withdrawn, may_receive, still_invited
from samarbejde_cli.danish.text import small
from samarbejde_cli.documents.memoised import for_the_same
from samarbejde_cli.documents.roles_in_words import function
from samarbejde_cli.documents.schema import TEXT, Known, Presence
from samarbejde_cli.documents.signatures import takes_part
from samarbejde_cli.documents.values import opening
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea


@frozen
class Guest:
    """Somebody who is asked to the meeting: by full name, and what they are or do.

    ``number`` is the place of what was asked of them in the round's file.
    """

    name: str
    function: str
    is_professional: bool
    asked: Participant
    number: int

    @property
    def comes(self) -> bool:
        """Whether somebody was at the meeting; before it, whether they may still come."""
        return takes_part(self.asked)


@remembered
def guests(case: Case, profile: Profile, day: date) -> list[Guest]:
    """Return everybody asked to the round's meeting but the youth, each once.

    Those are left out for whom the consent was taken back before they came.
    """
    found = {guest.name.casefold(): guest for guest in _guests(case, profile, day)}
    return list(found.values())


def _guests(case: Case, profile: Profile, day: date) -> Iterator[Guest]:
    for number, each in still_invited(case, profile, day):
        person = case.person(each.person)
        if person is None or person.kind != "ung":
            name = case.full_name(each.person)
            about, is_professional = _about(case, profile, name)
            yield Guest(name, about, is_professional, each, number)


def _about(case: Case, profile: Profile, name: str) -> tuple[str, bool]:
    """Return what somebody is to the youth, and whether they are there for work."""
    contact = case.contact(name)
    if isinstance(contact, Parent):
        return opening(contact.relation), False
    if isinstance(contact, Member):
        return function(contact, profile), contact.is_professional
    staff = profile.employee(name)
    return opening(staff.title or "") if staff else "", True


@remembered
def presented(case: Case, profile: Profile, day: date) -> list[dict[str, str | None]]:
    """Return who comes, as others may be told: the coordinator first, why each was invited.

    Those are left out whom the consent does not cover.
    """
    people = [each for each in guests(case, profile, day) if each.comes]
    found = [_presented(each) for each in people if may_be_named(case, profile, each.name, day)]
    coordinator = case.record.coordinator
    if coordinator is None or any(case.is_coordinator(each.name) for each in people):
        return found
    title = profile.words.coordinator
    return [{"navn": coordinator.name, "funktion": title, **_WHY}, *found]


_WHY: dict[str, str | None] = {"fordi": None, "hjælper_med": None}


def _presented(guest: Guest) -> dict[str, str | None]:
    return {
        "navn": guest.name,
        "funktion": small(guest.function.partition(",")[0]),
        "fordi": guest.asked.why,
        "hjælper_med": guest.asked.helps_with,
    }


def may_be_named(case: Case, profile: Profile, name: str, day: date) -> bool:
    """Whether a letter to others names somebody: the case knows who it is, and may tell them."""
    is_found = case.person(name) is not None or profile.employee(name) is not None
    return is_found and may_receive(case, profile, name, day)


def confidant(case: Case, profile: Profile, day: date) -> str | None:
    """Return who knows the youth best and tells of the meeting; None for the coordinator.

    Somebody for whom the consent was taken back is nobody.
    """
    name = case.full_name(case.team.confidant) if case.team.confidant else ""
    if not name or case.is_coordinator(name) or has_withdrawn(case, profile, name, day):
        return None
    return name


CONFIDANT = Known(
    "har_relationen",
    TEXT,
    "Den, der kender den unge bedst, når det ikke er koordinatoren",
    Presence.SOMETIMES,
    area=DataArea.TEAM,
)
"""What ``confidant`` gives."""


def was_there_last(case: Case, name: str) -> bool:
    """Whether somebody, by full name, was at the meeting before this one, as its file says."""
    return name.casefold() in _last_there(case)


@for_the_same
def _last_there(case: Case) -> frozenset[str]:
    before = _earlier_rounds(case).get(case.record.round - 1)
    people = before.meeting.participants if before else []
    return frozenset(case.full_name(x.person).casefold() for x in people if x.attended)


def has_plan(case: Case, name: str) -> bool:
    """Whether somebody, by full name, was sent a copy of the plan after an earlier meeting."""
    return name.casefold() in _with_plan(case)


@for_the_same
def _with_plan(case: Case) -> frozenset[str]:
    copies = [copy for each in _earlier_rounds(case).values() for copy in each.follow_up.copies]
    return frozenset(case.full_name(copy.person).casefold() for copy in copies)


def _earlier_rounds(case: Case) -> dict[int, Round]:
    """Return the rounds before the present one by number; one that cannot be read says nothing."""
    files = {n: case.files.get(f"runder/{n}") for n in range(1, case.record.round)}
    return {n: each.value for n, each in files.items() if each and isinstance(each.value, Round)}
