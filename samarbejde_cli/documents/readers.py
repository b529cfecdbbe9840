"""The one reader whom ``--for`` names: anybody whom the case, the round or the settings know."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case, Person
from samarbejde_cli.case.people import Member
from samarbejde_cli.case.sharing import may_receive, needs_no_consent, reader_role
from samarbejde_cli.danish.text import closest_value, did_you_mean, listed
from samarbejde_cli.documents.recipients import (
    PARENT,
    Channel,
    Recipient,
    channel_of,
    refusal,
)
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.findings import Location
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.own_words import file_word, role_in_file_name
from samarbejde_cli.profile.sight import ReaderRole
from samarbejde_cli.profile.staff import Staff

COMPLETE = frozenset({ReaderRole.YOUTH, ReaderRole.RUNS_IT})
"""Who has the complete copy of a paper."""


def known_reader(case: Case, profile: Profile, name: str, day: date) -> Recipient:
    """Return a person as the reader of papers. Raises WrongUseError for an unknown name."""
    person = case.person(name)
    staff = profile.employee(name)
    if person is None and staff is None:
        raise _unknown(case, profile, name)
    full = person.name if person else staff.name if staff else name
    contact = case.contact(full)
    location = person.location if person else case.location("samtykke", "modtagere")
    allowed = may_receive(case, profile, full, day)
    return Recipient(
        name=full,
        role=_role(profile, person, staff, contact if isinstance(contact, Member) else None),
        contact=contact,
        channel=Channel.INTERNAL if _is_colleague(person, staff, contact) else channel_of(contact),
        location=location,
        by_consent=not needs_no_consent(case, profile, full, day),
        refusal=None if allowed else refusal(case, profile, full, day),
    )


def copies_for(
    case: Case, profile: Profile, names: Iterable[str], day: date
) -> list[Recipient | None]:
    """Return None for the complete copy, and of others who may get papers each once.

    The complete copy is for the youth and those who run the case.
    """
    known = dict.fromkeys(case.full_name(name) for name in names)
    people = [name for name in known if case.person(name) or profile.employee(name)]
    roles = {name: reader_role(case, profile, name, day) for name in people}
    others = [name for name in people if roles[name] not in COMPLETE]
    found = [known_reader(case, profile, name, day) for name in others]
    return [None, *(each for each in found if each.refusal is None)]


def only_for(found: Sequence[Recipient | None], who: Recipient) -> dict[int, Recipient]:
    """Return by their numbers those of a paper's recipients that are one reader.

    Without one of their own, a paper that is the same for all is the reader's too.
    """
    wanted = who.name.casefold()
    named = {n: each for n, each in enumerate(found) if each and each.name.casefold() == wanted}
    return named or {n: who for n, each in enumerate(found) if each is None}


def _role(
    profile: Profile, person: Person | None, staff: Staff | None, member: Member | None
) -> str:
    """Return a word for the file's name that is no personal data."""
    if person is None:
        return staff.role.value if staff else "andet"
    kinds = {"ung": file_word(profile.words), "forælder": PARENT, "koordinator": "koordinator"}
    return kinds.get(person.kind) or (
        role_in_file_name(member.role.value, profile.words) if member else "andet"
    )


def _is_colleague(person: Person | None, staff: Staff | None, contact: object) -> bool:
    if isinstance(contact, Member):
        return contact.is_internal
    return staff is not None if person is None else person.kind == "koordinator"


def _unknown(case: Case, profile: Profile, name: str) -> WrongUseError:
    return WrongUseError(
        f"{name} findes hverken i sagen {case.number} eller i indstillingerne.",
        _where(case, name) or _meant(list(_names(case, profile)), name.casefold()),
    )


def _where(case: Case, name: str) -> str:
    """Return what to do about a name that the files have but nobody is called."""
    if not (places := _mentions(case, name)):
        return ""
    return (
        f"Navnet står under {listed(places)}. Skriv personen ind i team.yaml, eller ret de steder."
    )


def _meant(known: list[str], word: str) -> str:
    by_part = [each for each in known if word in each.casefold().split()]
    meant = by_part[0] if len(by_part) == 1 else closest_value(word, known)
    return did_you_mean(meant) or f"I sagen er: {listed(list(dict.fromkeys(known)))}."


def _names(case: Case, profile: Profile) -> Iterator[str]:
    yield from (person.name for person in case.everybody)
    yield from (staff.name for staff in profile.staff)


def _mentions(case: Case, name: str) -> list[str]:
    """Return where the files of a case have a name, as ``deltagere i runder/1.yaml, linje 51``."""
    found = unless_broken(lambda: list(_locations(case, name.strip().casefold())), [])
    return [f"`{key}` i {_place(case, location)}" for key, location in found]


def _locations(case: Case, wanted: str) -> Iterator[tuple[str, Location]]:
    for i, each in enumerate(case.round.meeting.participants):
        if each.person.casefold() == wanted:
            yield "deltagere", case.location(case.round_key, "møde", "deltagere", i, "person")
    for i, recipient in enumerate(case.consent.recipients):
        if recipient.person.casefold() == wanted:
            yield "modtagere", case.location("samtykke", "modtagere", i, "person")
    for i, person in enumerate(case.plan.sent_to):
        if person.casefold() == wanted:
            yield "sendes_til", case.location("plan", "sendes_til", i)


def _place(case: Case, location: Location) -> str:
    path = location.file.relative_to(case.folder).as_posix()
    source = next(each.source for each in case.files.values() if each.source.path == location.file)
    return f"{path}, linje {source.locate(location).line}"
