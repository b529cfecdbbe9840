"""Take from a case what the figures need of it."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from samarbejde_cli.case.appointments import has_attendance
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.history import Event, HistoryEntry
from samarbejde_cli.case.meeting_checklist import MeetingChecklist
from samarbejde_cli.case.people import Role
from samarbejde_cli.case.record import Record
from samarbejde_cli.case.round import Experience, Meeting, Participant, Round
from samarbejde_cli.case.signed import still_to_sign
from samarbejde_cli.case.standing import Standing as Noted
from samarbejde_cli.case.steps import Step
from samarbejde_cli.figures import words
from samarbejde_cli.figures.facts import (
    CaseFacts,
    Cost,
    Forced,
    Held,
    Presence,
    Rounds,
    Scores,
    Standing,
)
from samarbejde_cli.figures.reasons import without_names
from samarbejde_cli.profile.centres import centre_named
from samarbejde_cli.profile.model import DepartmentKind, Profile

_AREAS = ("education", "household", "network", "body", "mind", "crime", "drugs")
_QUESTIONS = tuple(Experience.model_fields)
_BY_KIND = {
    DepartmentKind.CHILDREN: Role.CHILD_ADVISER,
    DepartmentKind.EMPLOYMENT: Role.EMPLOYMENT_ADVISER,
    DepartmentKind.SOCIAL: Role.SOCIAL_ADVISER,
    DepartmentKind.BENEFITS: Role.BENEFITS_ADVISER,
    DepartmentKind.EDUCATION: Role.EDUCATION_ADVISER,
    DepartmentKind.INTEGRATION: Role.INTEGRATION,
}
_NOT_COUNTED = {"occupation", "placement"}


def read_case(case: Case, profile: Profile, day: date) -> CaseFacts | None:
    """Return the facts of a case as it is known on a day; None when nobody can know whose it is."""
    record = case.files["sag"].value
    if record is None:
        return None
    history = unless_broken(lambda: case.history, None)
    coordinator, intake, closing = record.coordinator, record.intake, record.closing
    started = _started(case, history)
    ended = _ended(case, history)
    return CaseFacts(
        number=case.number,
        person=str(record.youth.cpr),
        born=record.youth.cpr.born,
        profile=profile.base,
        started=started,
        ended=ended,
        department=_department(profile, coordinator.department if coordinator else ""),
        coordinator=_coordinator(profile, coordinator.name if coordinator else ""),
        school=words.school(record.youth.school or ""),
        first_standing=_standing(intake.standing, started),
        last_standing=_standing(closing.standing, closing.date) if closing else None,
        outcome=closing.outcome.label if closing and closing.outcome else None,
        others=tuple(_others(record, day)),
        rounds=unless_broken(partial(_rounds, case, profile, day), None),
        consent=unless_broken(partial(_consent, case, profile, day), None),
        adult=unless_broken(partial(_adult, case), None),
        tools=unless_broken(partial(_tools, case), None),
        moves=_moves(history),
        forced=_forced(case, history),
    )


def _others(record: Record, day: date) -> Iterator[tuple[date, str]]:
    for each in record.other_meetings:
        if each.date and each.date <= day:
            yield each.date, each.kind.label


def _started(case: Case, history: list[HistoryEntry] | None) -> date | None:
    """Return the day on which the intake was over; None while it is not, or when it said no."""
    moves = [x for x in history or () if x.event.is_move and x.target is Step.PRE_MEETING]
    if case.step in (Step.INTAKE, Step.REJECTED):
        return None
    intake = case.record.intake
    days = [x for x in (intake.accepted_on, intake.decided_on, intake.referred_on) if x]
    first = unless_broken(lambda: case.round_no(1), None)
    days += first.days() if first else []
    return moves[0].at.date() if moves else next(iter(days), None)


def _ended(case: Case, history: list[HistoryEntry] | None) -> date | None:
    if not case.step.is_end:
        return None
    ends = [x.at.date() for x in history or () if x.event.is_move and x.target.is_end]
    closing = case.record.closing
    return closing.date if closing else ends[-1] if ends else None


def _department(profile: Profile, name: str) -> str:
    found = profile.department(name)
    return found.name if found else words.OTHER if name else words.NOT_TOLD


def _centre(profile: Profile, name: str) -> str:
    return centre_named(name, profile.centres) or _department(profile, name)


def _coordinator(profile: Profile, name: str) -> str:
    """Return the name of an employee; nobody else's name comes into a report."""
    found = profile.employee(name)
    return found.name if found else words.OTHER if name else words.NOT_TOLD


def _standing(noted: Noted | None, day: date | None) -> Standing | None:
    if noted is None or day is None:
        return None
    education, employment = noted.education, noted.employment
    return Standing(
        day, education.label if education else None, employment.label if employment else None
    )


def _rounds(case: Case, profile: Profile, day: date) -> Rounds:
    rounds = case.rounds
    held = [x for number, x in rounds.items() if _is_held(case, number, x.meeting, day)]
    return Rounds(
        held=tuple(_held(case, profile, each.meeting) for each in held),
        appointments=tuple(_appointments(case, rounds, day)),
        dialogues=tuple((x.date, _scores(x)) for each in rounds.values() for x in each.dialogue),
        standings=tuple(
            s for each in held if (s := _standing(each.meeting.standing, each.meeting.date))
        ),
        costs=tuple(x for each in held for x in _costs(profile, each)),
        experiences=tuple(_experiences(rounds, day)),
    )


def _is_held(case: Case, number: int, meeting: Meeting, day: date) -> bool:
    """Whether a meeting's day is over and the round says that it was held, or the case went on."""
    if meeting.date is None or meeting.date > day:
        return False
    went_on = number < case.record.round or case.step is Step.FOLLOW_UP
    return went_on or has_attendance(meeting) or not meeting.checklist.is_empty


def _held(case: Case, profile: Profile, meeting: Meeting) -> Held:
    answers = {
        name: answer
        for name in MeetingChecklist.model_fields
        if name not in _NOT_COUNTED and (answer := getattr(meeting.checklist, name)) is not None
    }
    placement = meeting.checklist.placement
    room = profile.room(meeting.room)
    return Held(
        day=meeting.date or date.min,
        room=room.name if room else words.OTHER if meeting.room else words.NOT_TOLD,
        youth_attended=meeting.youth_attended,
        answers=answers,
        placement=placement.label if placement else None,
        presences=tuple(_presence(case, profile, each) for each in meeting.participants),
        replies=tuple(each.reply for each in meeting.participants if each.invited),
    )


def _presence(case: Case, profile: Profile, who: Participant) -> Presence:
    role, private = _role(case, profile, who.person)
    return Presence(role, who.attended, who.active, private)


def _role(case: Case, profile: Profile, name: str) -> tuple[str, bool]:
    """Return what a participant is to the youth, and whether they are of the private network."""
    team = unless_broken(lambda: case.team, None)
    adult = team.adult if team else None
    full = case.full_name(name).casefold() if team else name.casefold()
    if adult and adult.person and case.full_name(adult.person).casefold() == full:
        return Role.ADULT.label, adult.private is not False
    parent = next((x for x in case.record.parents if x.name.casefold() == full), None)
    if parent:
        return words.CUSTODY if parent.custody else Role.FAMILY.label, True
    member = case.member(full) if team else None
    if member and member.role is not Role.OTHER:
        return member.role.label, not member.is_professional
    return _role_at_work(case, profile, full), False


def _role_at_work(case: Case, profile: Profile, name: str) -> str:
    """Return the role of a colleague by the department."""
    own = case.record.coordinator
    department = profile.department_of(name)
    if own and case.is_coordinator(name):
        department = profile.department(own.department)
    role = _BY_KIND.get(department.kind) if department else None
    return role.label if role else words.OTHER


def _appointments(case: Case, rounds: dict[int, Round], day: date) -> Iterator[tuple[date, str]]:
    for number, each in rounds.items():
        meeting = each.meeting
        if meeting.date is None and meeting.earlier and meeting.earlier[-1].date:
            yield meeting.earlier[-1].date, words.CALLED_OFF
        elif meeting.date and meeting.date <= day:
            if not _is_held(case, number, meeting, day):
                yield meeting.date, words.NOT_NOTED
            else:
                yield meeting.date, words.HELD_MOVED if meeting.earlier else words.HELD


def _scores(filled: object) -> Scores:
    return tuple(getattr(filled, area) for area in _AREAS)


def _costs(profile: Profile, held: Round) -> Iterator[Cost]:
    for each in held.follow_up.costs:
        payer, otherwise = (_centre(profile, x) for x in (each.payer, each.otherwise_payer))
        day = held.meeting.date or date.min
        yield Cost(day, payer, each.amount, otherwise, each.otherwise)


def _experiences(rounds: dict[int, Round], day: date) -> Iterator[tuple[date, tuple[bool, ...]]]:
    for number, each in rounds.items():
        talk = each.pre_meeting
        if number > 1 and talk.date and talk.date <= day:
            told = talk.experience
            yield talk.date, tuple(bool(told and getattr(told, x)) for x in _QUESTIONS)


def _consent(case: Case, profile: Profile, day: date) -> str:
    consent = case.consent
    if consent.withdrawal:
        return words.TAKEN_BACK
    if not consent.is_given:
        return words.NOT_GIVEN
    return words.UNSIGNED if still_to_sign(case, profile, day) else words.IN_FORCE


def _adult(case: Case) -> str:
    adult = case.team.adult
    if adult is None or not adult.person:
        return words.NO_ADULT
    if adult.private is None:
        return words.ADULT
    return words.PRIVATE_ADULT if adult.private else words.PROFESSIONAL_ADULT


def _tools(case: Case) -> tuple[bool, ...]:
    rounds = list(case.rounds.values())
    houses = [x.pre_meeting.houses for x in rounds]
    return (
        any(x.dialogue for x in rounds),
        bool(case.team.network),
        bool(case.plan.goals),
        any(not x.meeting.checklist.is_empty for x in rounds),
        any(x and not x.is_empty for x in houses),
    )


def _moves(history: list[HistoryEntry] | None) -> tuple[date, ...] | None:
    if history is None:
        return None
    return tuple(x.at.date() for x in history if x.event is Event.MOVED and x.origin)


def _forced(case: Case, history: list[HistoryEntry] | None) -> tuple[Forced, ...] | None:
    if history is None:
        return None
    return tuple(
        Forced(x.at.date(), tuple(x.waived), without_names(x.reason or "", case))
        for x in history
        if x.forced
    )
