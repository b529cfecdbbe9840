"""Who takes part in the appointments of a case: those at work, and how many sit at the table."""

from collections.abc import Iterable, Sequence
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.other_meeting import OtherMeeting
from samarbejde_cli.case.round import Meeting, Participant
from samarbejde_cli.case.sharing import still_invited, without_withdrawn
from samarbejde_cli.profile.model import Profile

_YOUTH_AND_ADMINISTRATOR = 2


def at_talk(case: Case) -> list[str]:
    """Return who works at the pre-meeting: the coordinator."""
    return [case.record.coordinator.name] if case.record.coordinator else []


def at_meeting(case: Case, profile: Profile, today: date) -> list[str]:
    """Return who works at the round's meeting: those asked, who leads it, and who writes."""
    asked = [each for _, each in still_invited(case, profile, today)]
    return _workers(case, case.round.meeting, asked)


def at_prepared(case: Case, meeting: Meeting) -> list[str]:
    """Return who works at the meeting of a prepared round, as its file has it."""
    return _workers(case, meeting, meeting.participants)


def expected(case: Case, profile: Profile, today: date) -> list[str]:
    """Return whom a later round's meeting is likely to have: those asked now, else the team.

    Family and friends are among them, those who took back their consent are not.
    """
    asked = [each.person for each in case.round.meeting.participants]
    names = asked or [each.name for each in case.team.members]
    left = without_withdrawn(case, profile, names, today)
    return list(dict.fromkeys(map(case.full_name, [*at_talk(case), *left])))


def at_work(case: Case, names: Iterable[str]) -> list[str]:
    """Return those of some names who come for work."""
    return [name for name in names if _comes_for_work(case, name)]


def _workers(case: Case, meeting: Meeting, asked: Sequence[Participant]) -> list[str]:
    named = [name for name in (meeting.leader, meeting.writer) if name]
    people = [each.person for each in asked if works(case, each)]
    return list(dict.fromkeys(map(case.full_name, [*at_talk(case), *named, *people])))


def at_other(case: Case, meeting: OtherMeeting) -> list[str]:
    """Return those of a meeting outside the rounds who are there for work."""
    names = map(case.full_name, meeting.people)
    workers = [name for name in names if (who := case.member(name)) and who.is_professional]
    return [*at_talk(case), *workers]


def works(case: Case, participant: Participant) -> bool:
    """Whether a participant comes for work: a professional, or somebody outside the team."""
    stays_away = participant.reply is not None and participant.reply.stays_away
    return not stays_away and _comes_for_work(case, participant.person)


def _comes_for_work(case: Case, name: str) -> bool:
    member, person = case.member(name), case.person(name)
    if member:
        return member.is_professional
    return person is None or person.kind == "koordinator"


def seats_needed(case: Case, profile: Profile, today: date) -> int:
    """Return how many sit at the table: the youth, who runs the case, and all who are asked."""
    asked = [
        case.full_name(each.person)
        for _, each in still_invited(case, profile, today)
        if not (each.reply and each.reply.stays_away)
    ]
    return _YOUTH_AND_ADMINISTRATOR + len({*map(str.casefold, [*at_talk(case), *asked])})
