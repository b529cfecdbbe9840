"""A case as it was known on a day: what its files date later is taken out.

Most of what is written down has a day of its own. What has none, such as the answers of a
checklist, became known at the meeting that it belongs to.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import ROUNDS, Case
from samarbejde_cli.case.case_file import CaseFile
from samarbejde_cli.case.consent import Consent
from samarbejde_cli.case.history import Event, HistoryEntry
from samarbejde_cli.case.meeting_checklist import MeetingChecklist
from samarbejde_cli.case.people import Coordinator
from samarbejde_cli.case.plan import Plan
from samarbejde_cli.case.record import Intake, Record
from samarbejde_cli.case.round import Earlier, FollowUp, Meeting, Participant, PreMeeting, Round
from samarbejde_cli.case.steps import Step
from samarbejde_cli.case.team import Team
from samarbejde_cli.profile.model import Profile

Dated = TypeVar("Dated")
Some = TypeVar("Some", PreMeeting, Meeting)


def as_of(case: Case, profile: Profile, day: date) -> Case | None:
    """Return a case with what was known on a day; None when there was no case yet."""
    record = case.files["sag"].value
    if record is None:
        return case
    history: list[HistoryEntry] = unless_broken(lambda: case.history, [])
    known = [each for each in history if each.at.date() <= day]
    if (history and not known) or not _was_there(record, history, day):
        return None
    later = history[len(known) :]
    record = _record(record, known, later, profile, day)
    files = {**case.files, **_changed(case, record, known, day)}
    held = [*(f"{ROUNDS}/{n}" for n in range(1, record.round + 1)), *case.files]
    kept = {stem: file for stem, file in files.items() if not _is_later(stem, held, record.round)}
    found = replace(case, files=kept)
    _limit_register(case, found, day)
    return found


def _was_there(record: Record, history: list[HistoryEntry], day: date) -> bool:
    """Whether a case without a history was begun by a day, as far as its intake tells."""
    intake = record.intake
    days = [each for each in (intake.referred_on, intake.decided_on, intake.accepted_on) if each]
    return bool(history) or not days or min(days) <= day


def _is_later(stem: str, held: list[str], number: int) -> bool:
    round_number = stem.removeprefix(f"{ROUNDS}/")
    return stem not in held or (stem.startswith(f"{ROUNDS}/") and int(round_number) > number)


def _changed(
    case: Case, record: Record, known: list[HistoryEntry], day: date
) -> dict[str, CaseFile]:
    found: dict[str, CaseFile] = {"sag": case.files["sag"].with_value(record)}
    for stem, file in case.files.items():
        value = file.value
        if value is None or stem == "sag":
            continue
        if stem == "historik":
            found[stem] = file.with_value(known)
        elif stem.startswith(f"{ROUNDS}/"):
            found[stem] = file.with_value(_round(value, day))
        elif stem in _FILES:
            found[stem] = file.with_value(_FILES[stem](value, day))
    return found


def _limit_register(case: Case, found: Case, day: date) -> None:
    """Give a case the lines of ``breve.yaml`` that were there on the day."""
    register = case.register_file
    if register is not None and register.value is not None:
        register = register.with_value([each for each in register.value if each.date <= day])
    vars(found)["register_file"] = register


def _by(day: date, known: date | None) -> date | None:
    return known if known and known <= day else None


def _maybe(value: Dated | None) -> list[Dated]:
    return [] if value is None else [value]


def _first(values: Iterable[Dated]) -> Dated | None:
    return next(iter(values), None)


def _until(day: date, items: Iterable[Dated], attribute: str = "date") -> list[Dated]:
    """Return the items whose day is not after another; one without a day stays."""
    return [each for each in items if (at := getattr(each, attribute)) is None or at <= day]


def _record(
    record: Record,
    known: list[HistoryEntry],
    later: list[HistoryEntry],
    profile: Profile,
    day: date,
) -> Record:
    moves = [each for each in known if each.event.is_move]
    moved_on = any(each.event.is_move for each in later)
    closing = _first(_until(day, _maybe(record.closing)))
    return record.model_copy(
        update={
            "step": moves[-1].target if moves and moved_on else _step(record, day),
            "round": moves[-1].round if moves and moved_on else record.round,
            "coordinator": _coordinator(record, known, later, profile),
            "intake": _intake(record.intake, day),
            "support": _first(_until(day, _maybe(record.support), "decided_on")),
            "pause": _first(_until(day, _maybe(record.pause), "start")),
            "other_meetings": _until(day, record.other_meetings),
            "closing": closing,
        }
    )


def _step(record: Record, day: date) -> Step:
    """Return the step without a history; a case that ended later was in its follow-up."""
    ended = record.closing.date if record.closing else None
    return Step.FOLLOW_UP if record.step is Step.CLOSED and ended and ended > day else record.step


def _coordinator(
    record: Record, known: list[HistoryEntry], later: list[HistoryEntry], profile: Profile
) -> Coordinator | None:
    """Return who had the case: by the first hand-over since, else who has it."""
    change = next((x for x in later if x.event is Event.HANDED_OVER and x.former), None)
    if change is None or record.coordinator is None:
        return record.coordinator
    before = [x.department for x in known if x.event is Event.HANDED_OVER and x.department]
    own = profile.department_of(change.former or "")
    department = before[-1] if before else own.name if own else record.coordinator.department
    update: dict[str, Any] = {"name": change.former, "department": department}
    return record.coordinator.model_copy(update=update)


def _intake(intake: Intake, day: date) -> Intake:
    if intake.decided_on is None or intake.decided_on <= day:
        return intake.model_copy(update={"accepted_on": _by(day, intake.accepted_on)})
    none = ("decision", "decided_on", "reason", "accepted_on")
    return intake.model_copy(update={**dict.fromkeys(none), "decided_by": []})


def _team(team: Team, day: date) -> Team:
    return team.model_copy(update={"measures": _until(day, team.measures, "start")})


def _consent(consent: Consent, day: date) -> Consent:
    withdrawal = consent.withdrawal
    update: dict[str, Any] = {
        "signatures": _until(day, consent.signatures),
        "withdrawal": withdrawal if withdrawal and withdrawal.date <= day else None,
    }
    for name in ("recipients", "organisations"):
        items = _until(day, getattr(consent, name), "since")
        update[name] = [x.model_copy(update={"withdrawn": _by(day, x.withdrawn)}) for x in items]
    for name in ("centres", "information"):
        update[name] = _until(day, getattr(consent, name), "since")
    return consent.model_copy(update=update)


def _plan(plan: Plan, day: date) -> Plan:
    goals = [x.model_copy(update={"status": _until(day, x.status)}) for x in plan.goals]
    return plan.model_copy(update={"goals": goals, "signatures": _until(day, plan.signatures)})


_FILES: dict[str, Callable[[Any, date], Any]] = {"team": _team, "samtykke": _consent, "plan": _plan}


def _round(held: Round, day: date) -> Round:
    meeting = _meeting(_as_set(held.meeting, day), day)
    return held.model_copy(
        update={
            "pre_meeting": _pre_meeting(_as_set(held.pre_meeting, day), day),
            "meeting": meeting,
            "follow_up": _follow_up(held.follow_up, meeting.date, day),
            "dialogue": _until(day, held.dialogue),
        }
    )


def _as_set(what: Some, day: date) -> Some:
    """Return an appointment with the time that it had on a day, before it was moved."""
    earlier: list[Earlier] = what.earlier
    later = [each for each in earlier if each.changed > day]
    update: dict[str, Any] = {"earlier": [x for x in earlier if x.changed <= day]}
    if later:
        update |= {name: getattr(later[0], name) for name in ("date", "start", "end", "room")}
    return what.model_copy(update=update)


def _pre_meeting(talk: PreMeeting, day: date) -> PreMeeting:
    update: dict[str, Any] = {"invited": _by(day, talk.invited)}
    if talk.date is None or talk.date > day:
        update |= dict.fromkeys(("informed", "experience", "houses", "journal", "notes"))
        update |= {"wishes": [], "present": []}
    elif talk.journal and talk.journal.date > day:
        update["journal"] = None
    return talk.model_copy(update=update)


def _meeting(meeting: Meeting, day: date) -> Meeting:
    is_over = meeting.date is not None and meeting.date <= day
    people = [_participant(each, day, is_over=is_over) for each in meeting.participants]
    update: dict[str, Any] = {"participants": people}
    if not is_over:
        none = ("youth_attended", "absence_reason", "evaluation", "standing", "observations")
        update |= dict.fromkeys(none)
        update["checklist"] = MeetingChecklist.model_validate({})
    return meeting.model_copy(update=update)


def _participant(who: Participant, day: date, *, is_over: bool) -> Participant:
    update: dict[str, Any] = {"invited": _by(day, who.invited)}
    if who.replied and who.replied > day:
        update |= dict.fromkeys(("reply", "replied", "reply_for", "note"))
    if not is_over:
        update |= dict.fromkeys(("attended", "active"))
    return who.model_copy(update=update)


def _follow_up(after: FollowUp, met: date | None, day: date) -> FollowUp:
    if met is None or met > day:
        return FollowUp.model_validate({})
    costs = [x.model_copy(update={"sent": _by(day, x.sent)}) for x in after.costs]
    return after.model_copy(
        update={
            "signed": _by(day, after.signed),
            "copies": _until(day, after.copies),
            "journal": after.journal if after.journal and after.journal.date <= day else None,
            "costs": costs,
            "changes": _until(day, after.changes),
        }
    )
