"""Who may hear of a case, and how much: the one place that decides (handbook § 4.3, Bilag 6).

``docs/hvem-ser-hvad.md`` is written from the table here.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from samarbejde_cli.case.appointments import asked
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.consent import Consent, Item, ItemKind
from samarbejde_cli.case.people import Member, Parent
from samarbejde_cli.case.remembered import remembered
from samarbejde_cli.case.round import Participant
from samarbejde_cli.case.signed import is_newer, needed_signers, newer_items, standing
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.findings import Route
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.centres import departments_in
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import ReaderRole
from samarbejde_cli.profile.vocabulary import Role


@frozen
class Access:
    """What a reader in one role may see.

    ``may_receive`` is whether they may get papers at all, ``sees_withheld`` whether those may
    mention what the consent says must not be exchanged.
    """

    may_receive: bool
    sees_withheld: bool


ACCESS: dict[ReaderRole, Access] = {
    each: Access(
        may_receive=each not in (ReaderRole.WITHDRAWN, ReaderRole.OUTSIDE),
        sees_withheld=each in (ReaderRole.YOUTH, ReaderRole.RUNS_IT),
    )
    for each in ReaderRole
}
_ANYWAY = (ReaderRole.YOUTH, ReaderRole.RUNS_IT, ReaderRole.CUSTODY)
_FROM_OUTSIDE = (Role.COMPANY, Role.OTHER)
"""Roles of people at work who do not support the youth for a living: an employer."""


@remembered
def reader_role(case: Case, profile: Profile, name: str, day: date) -> ReaderRole:
    """Return what a person, by full name, is to the case on a day."""
    wanted, record = name.casefold(), case.record
    if wanted == record.youth.name.casefold():
        return ReaderRole.YOUTH
    if wanted in profile.administrators or case.is_coordinator(wanted):
        return ReaderRole.RUNS_IT
    if under_age(case, profile, day) and any(
        each.name.casefold() == wanted for each in record.custody_holders
    ):
        return ReaderRole.CUSTODY
    if has_lapsed(case, profile, day):
        return ReaderRole.OUTSIDE
    if covers(case, profile, name, day):
        return _covered_as(case, profile, name)
    return ReaderRole.WITHDRAWN if wanted in case.consent.by_name else ReaderRole.OUTSIDE


def _covered_as(case: Case, profile: Profile, name: str) -> ReaderRole:
    """Return the role of somebody whom the consent names."""
    contact = case.contact(name)
    if isinstance(contact, Parent):
        return ReaderRole.PARENT
    if not isinstance(contact, Member):
        return ReaderRole.DEPARTMENT if profile.employee(name) else ReaderRole.NAMED
    if contact.is_internal:
        return ReaderRole.DEPARTMENT
    if not contact.is_professional:
        return ReaderRole.PRIVATE
    return ReaderRole.NAMED if contact.role in _FROM_OUTSIDE else ReaderRole.PROFESSIONAL


def covered(case: Case, profile: Profile, name: str, day: date) -> bool:
    """Whether the consent names a person and still holds on a day."""
    return covers(case, profile, name, day) and not has_lapsed(case, profile, day)


def covers(case: Case, profile: Profile, name: str, day: date) -> bool:
    """Whether the consent names a person, or their organisation, and what it names is signed."""
    newer, consent = newer_items(case, profile, day), case.consent
    by_name = consent.covers(name, day, newer)
    if not by_name and (
        name.casefold() in consent.by_name or not _by_place(case, name, day, newer)
    ):
        return False
    return not centre_outside(case, profile, name, day)


def _by_place(case: Case, name: str, day: date, newer: Sequence[Item]) -> bool:
    """Whether somebody in the team comes from an organisation that the consent names.

    A private person is not there for the place where they work.
    """
    member = case.member(name)
    workplace = member.workplace if member and member.is_professional else None
    return workplace is not None and case.consent.covers_organisation(
        workplace.casefold(), day, newer
    )


def centre_outside(case: Case, profile: Profile, name: str, day: date) -> str | None:
    """Return a colleague's department when the consent names centres and not this one."""
    consent = case.consent
    department = department_of(case, profile, name) if consent.centres else None
    if department is None:
        return None
    newer = {each.route for each in newer_items(case, profile, day)}
    signed = [
        each.text for each in consent.items
        if each.kind is ItemKind.CENTRE and each.route not in newer
    ]  # fmt: skip
    named = {part.casefold() for text in signed for part in departments_in(text, profile.centres)}
    return None if department.casefold() in named else department


def department_of(case: Case, profile: Profile, name: str) -> str | None:
    """Return the department that somebody works in; None for people from elsewhere."""
    member, employee = case.member(name), profile.employee(name)
    place = member.workplace if member and member.is_internal else None
    own = profile.department(place or (employee.department if employee else None))
    return own.name if own else None


def has_lapsed(case: Case, profile: Profile, day: date) -> bool:
    """Whether the youth is adult on a day and signed the consent only before that."""
    adult_from = case.turns(profile.consent.adult)
    own = case.consent.youth_signed
    return bool(own) and max(own) < adult_from <= day


def access(case: Case, profile: Profile, name: str, day: date) -> Access:
    """Return what a person, by full name, may see of the case on a day."""
    return ACCESS[reader_role(case, profile, name, day)]


def may_receive(case: Case, profile: Profile, name: str, day: date) -> bool:
    """Whether a person, by full name, may hear of the case on a day."""
    return access(case, profile, name, day).may_receive


def needs_no_consent(case: Case, profile: Profile, name: str, day: date) -> bool:
    """Whether a person is part of the case anyway: the youth, those who act for them or run it."""
    return reader_role(case, profile, name, day) in _ANYWAY


def under_age(case: Case, profile: Profile, day: date) -> bool:
    """Whether the holders of custody still act for the youth on a day."""
    return case.age(day) < profile.consent.adult


def shown_parents(case: Case, profile: Profile, day: date) -> list[Parent]:
    """Return the parents whom papers of a day describe: all, and from 18 those consented to."""
    parents = case.record.parents
    if under_age(case, profile, day):
        return parents
    return [each for each in parents if covered(case, profile, each.name, day)]


def shows_number(*, secure: bool, asked: bool) -> bool:
    """Whether a paper has CPR numbers in full: sent securely, or the handbook's form asks."""
    return secure or asked


def obstacle(case: Case, profile: Profile, name: str, day: date) -> tuple[Route, str]:
    """Return what in ``samtykke.yaml`` keeps a person out on a day: the route to it, and words."""
    found = _whole_obstacle(case.consent) or _taken_back_for(case.consent, name)
    if found:
        return found
    if has_lapsed(case, profile, day):
        age = profile.consent.adult
        return ("underskrifter",), f"samtykket er fra før {case.record.youth.short_name} blev {age}"
    return _newer_obstacle(case, profile, name, day) or (
        ("modtagere",),
        f"samtykket nævner ikke {name}",
    )


def _whole_obstacle(consent: Consent) -> tuple[Route, str] | None:
    if consent.withdrawal:
        return ("tilbagekaldt",), "samtykket er trukket tilbage"
    if not consent.exchange:
        return ("udveksling",), "der er ikke sagt ja til, at oplysninger må udveksles"
    if not consent.shared_form:
        return ("fælles_skema",), "der er ikke sagt ja til et fælles skema"
    return None


def _taken_back_for(consent: Consent, name: str) -> tuple[Route, str] | None:
    for index, each in enumerate(consent.recipients):
        if each.withdrawn and _is(each.person, name):
            reason = f"samtykket for {name} blev trukket tilbage den {long_date(each.withdrawn)}"
            return ("modtagere", index, "trukket_tilbage"), reason
    return None


def _newer_obstacle(case: Case, profile: Profile, name: str, day: date) -> tuple[Route, str] | None:
    """Return what keeps somebody out whom the consent names: a signature or a centre is missing."""
    recipients = case.consent.recipients
    index = next((n for n, each in enumerate(recipients) if _is(each.person, name)), None)
    if index is None:
        return None
    if is_newer(case, profile, name, day):
        return ("modtagere", index), f"{name} kom med, efter at samtykket blev underskrevet"
    if department := centre_outside(case, profile, name, day):
        return ("fagcentre",), f"samtykket nævner ikke {department}, hvor {name} er ansat"
    return None


def _is(written: str, name: str) -> bool:
    return written.casefold() == name.casefold()


def remedy(case: Case, name: str, route: Route) -> str:
    """Return what to do about an obstacle, by its route; nothing when no line is in the way.

    Then the consent does not name the person, and what to do depends on who asks.
    """
    youth, place = case.record.youth.short_name, str(route[-1])
    match place:
        case "tilbagekaldt":
            return (
                "Får I et nyt samtykke, så skriv de nye underskrifter i samtykke.yaml, og slet "
                "`tilbagekaldt`."
            )
        case "udveksling" | "fælles_skema":
            return f"Har {youth} sagt ja til det, så skriv `{place}: ja` i samtykke.yaml."
        case "underskrifter":
            return f"Gennemgå samtykket med {youth}, og skriv den nye underskrift i samtykke.yaml."
        case "trukket_tilbage":
            return (
                f"Har {youth} siden sagt ja igen, så skriv {name} én gang til under `modtagere` og "
                f"den nye underskrift under `underskrifter` i samtykke.yaml; lad linjen, der er "
                "trukket tilbage, stå."
            )
    return _remedy_of_newer(case, name, route[-1])


def _remedy_of_newer(case: Case, name: str, last: str | int) -> str:
    if isinstance(last, int):
        return signing_again(case, name)
    if last != "fagcentre":
        return ""
    return (
        "Skal sagerne derfra også samles, så skriv stedet under `fagcentre` i samtykke.yaml. "
        f"{signing_again(case, 'det')}"
    )


def signing_again(case: Case, what: str) -> str:
    """Return how something that came later gets its signatures."""
    return (
        f"Skal {what} med, så lav samtykket med `samarbejde render-consent {case.number}`, lad det "
        f"blive underskrevet igen, og skriv `samarbejde sign {case.number} --consent`."
    )


def has_withdrawn(case: Case, profile: Profile, name: str, day: date) -> bool:
    """Whether the consent was taken back, for somebody or as a whole, on that day or before.

    It makes no difference to those who are part of the case without a consent.
    """
    full = case.full_name(name)
    return case.consent.is_taken_back_for(full, day) and not needs_no_consent(
        case, profile, full, day
    )


@remembered
def still_invited(case: Case, profile: Profile, day: date) -> list[tuple[int, Participant]]:
    """Return the round's participants with their numbers, without those who may not come.

    Each comes with the reply that counts for the meeting's day now.
    Who was at the meeting stays, also when the consent was taken back afterwards.
    """
    return [
        (number, each)
        for number, each in enumerate(asked(case, profile))
        if each.attended or not has_withdrawn(case, profile, each.person, day)
    ]


def still_members(case: Case, profile: Profile, day: date) -> list[Member]:
    """Return the team without those for whom the consent was taken back."""
    return [each for each in case.team.members if not has_withdrawn(case, profile, each.name, day)]


def without_withdrawn(case: Case, profile: Profile, names: Iterable[str], day: date) -> list[str]:
    """Return the names of those for whom the consent was not taken back."""
    return [name for name in names if not has_withdrawn(case, profile, name, day)]


def unsigned(case: Case, profile: Profile, day: date) -> list[str]:
    """Return the names of those whose signature is missing on a day.

    Before the youth is adult: the youth and everybody with custody; after: the youth alone.
    """
    signed = {(each.signer, case.full_name(each.name).casefold()) for each in standing(case)}
    needed = needed_signers(case, profile, day)
    return [name for signer, name in needed if (signer, name.casefold()) not in signed]


def gets_plan(case: Case, profile: Profile, name: str, day: date) -> bool:
    """Whether the plan goes to somebody: by custody, or as it is agreed and the consent covers."""
    full = case.full_name(name)
    if reader_role(case, profile, full, day) is ReaderRole.CUSTODY:
        return True
    return full.casefold() in _agreed(case, profile) and may_receive(case, profile, full, day)


@remembered
def _agreed(case: Case, profile: Profile) -> frozenset[str]:
    """Return the names, in lower case, of those whom the plan goes to as it was agreed."""
    del profile
    names = unless_broken(lambda: case.plan.sent_to, [])
    return frozenset(case.full_name(each).casefold() for each in names)


def without_copy(case: Case, profile: Profile, today: date) -> list[str]:
    """Return the names of those who must have this round's plan and were not sent it.

    For whom the consent was taken back since, nothing more is sent.
    """
    sent = {case.full_name(copy.person).casefold() for copy in case.round.follow_up.copies}
    wanted = dict.fromkeys(_wanted(case, profile, today))
    left = [name for name in wanted if case.full_name(name).casefold() not in sent]
    return without_withdrawn(case, profile, left, today)


def _wanted(case: Case, profile: Profile, today: date) -> Iterator[str]:
    meeting = case.round.meeting
    yield case.record.youth.name
    if case.age(meeting.date or today) < profile.consent.adult:
        yield from (parent.name for parent in case.record.custody_holders)
    yield from (each.person for each in meeting.participants if each.attended)
