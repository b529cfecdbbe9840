"""Move a case to its next step: check the gate, write the step and history, report what follows."""

from dataclasses import replace
from datetime import date, datetime

from samarbejde_cli.actions.consent_seal import sealed
from samarbejde_cli.actions.file_changes import (
    file_change,
    history_change,
    with_item,
    with_value,
)
from samarbejde_cli.actions.new_round import Booked, Prepared
from samarbejde_cli.actions.next_round import next_round
from samarbejde_cli.actions.readable import require_readable
from samarbejde_cli.actions.transitions import Way, way
from samarbejde_cli.actions.validate import check_case
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import ROUNDS, Case, load_case
from samarbejde_cli.case.history import Event, HistoryEntry, timestamp
from samarbejde_cli.case.round import Appointment
from samarbejde_cli.case.sharing import without_withdrawn
from samarbejde_cli.case.steps import Step, starts_round
from samarbejde_cli.errors import ConflictError
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.write import Change, write_all
from samarbejde_cli.findings import Diagnosis, Weight
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.source.edit import quote, set_value
from samarbejde_cli.source.remove import remove_key


@frozen
class Order:
    """The requested move: target step, user and date.

    ``force_reason`` is why the case is moved in spite of the gate, ``reason`` why it is moved at
    all: a way back or out of an end demands one.
    """

    target: Step | None
    by: str
    at: datetime
    today: date
    force_reason: str | None = None
    dry_run: bool = False
    back: bool = False
    reason: str | None = None


@frozen
class Moved:
    """Result of ``advance``; ``blocking`` is empty when the case moved, or would in a dry run.

    ``agreed`` is what the round that begins has in place already.
    """

    number: str
    origin: Step
    target: Step
    round: int
    blocking: tuple[Diagnosis, ...]
    waived: tuple[Diagnosis, ...] = ()
    others: tuple[Diagnosis, ...] = ()
    event: Event = Event.MOVED
    agreed: Prepared | None = None


def advance(workspace: Workspace, case: Case, order: Order) -> Moved:
    """Move a case, or report what blocks it.

    Raises ``WrongUseError`` when there is no such way, ``UnreadableCaseError`` when the files are
    broken, ``ConflictError`` when somebody else writes to the case at the same time.
    """
    if order.dry_run:
        return _plan(workspace, case, order)[0]
    with locked(case.folder):
        present = load_case(case.folder)
        _require_same_step(case, present)
        moved, move = _plan(workspace, present, order)
        if not moved.blocking:
            write_all(_changes(workspace, present, move, order.today))
    return moved


def _require_same_step(seen: Case, present: Case) -> None:
    """Refuse when somebody else moved the case after this user saw where it was."""
    before, now = (each.files["sag"].value for each in (seen, present))
    if before and now and (before.step, before.round) != (now.step, now.round):
        raise ConflictError(
            f"Sagen {present.number} er i mellemtiden flyttet til {now.step.value}.",
            "Se, hvor den står, med `samarbejde status`, før du flytter den igen.",
        )


def _plan(workspace: Workspace, case: Case, order: Order) -> tuple[Moved, HistoryEntry]:
    require_readable(workspace, case, order.today)
    diagnoses = check_case(workspace, case, order.today)
    found = way(case, order.target, back=order.back, reason=order.reason)
    move = _move(case, found, order)
    if found.event is not Event.MOVED:
        return Moved(case.number, case.step, found.target, found.round, (), event=found.event), move
    return _through_gate(workspace, case, move, diagnoses, order)


def _through_gate(
    workspace: Workspace, case: Case, move: HistoryEntry, found: list[Diagnosis], order: Order
) -> tuple[Moved, HistoryEntry]:
    blocking = _blocking(workspace, case, move, found, order.today)
    silent = ("note", "mangler") if move.target.is_end else ("note",)
    others = tuple(x for x in found if x not in blocking and x.weight not in silent)
    waived: tuple[Diagnosis, ...] = ()
    if order.force_reason and blocking:
        waived, blocking = blocking, ()
        codes = sorted({each.code for each in waived})
        move = move.model_copy(
            update={"forced": True, "reason": order.force_reason, "waived": codes}
        )
    moved = Moved(case.number, case.step, move.target, move.round, blocking, waived, others)
    if starts_round(case.step, move.target):
        moved = replace(moved, agreed=_agreed(case, move.round))
    return moved, move


def _agreed(case: Case, number: int) -> Prepared:
    """Return the appointments of the next round: its own file's, else those of the follow-up."""
    after, ahead = case.round.follow_up, case.prepared_rounds.get(number)

    def booked(what: Appointment | None, day: date | None) -> Booked:
        return Booked(what.date, what.start, what.room) if what and what.date else Booked(day)

    return Prepared(
        number,
        booked(ahead.pre_meeting if ahead else None, after.next_pre_meeting),
        booked(ahead.meeting if ahead else None, after.next_meeting),
    )


def _move(case: Case, found: Way, order: Order) -> HistoryEntry:
    closing = case.record.closing
    why = order.reason or (closing.reason if closing and found.target is Step.CLOSED else None)
    return HistoryEntry.model_validate(
        {
            "tid": timestamp(order.at),
            "hvem": order.by,
            "hændelse": found.event.value,
            "fra": case.step.value,
            "til": found.target.value,
            "runde": str(found.round),
            "begrundelse": why,
        }
    )


def _blocking(
    workspace: Workspace, case: Case, move: HistoryEntry, found: list[Diagnosis], today: date
) -> tuple[Diagnosis, ...]:
    """Return the unmet requirements of this transition.

    A way on demands all that the present step does. A way out of the model demands only what
    must be right of an ended case: a case is also closed because something could not be had.
    """
    if not move.target.is_end:
        return tuple(each for each in found if each.blocks)
    after = check_case(workspace, _moved(case, move), today)
    return tuple(each for each in after if each.weight == Weight.ERROR)


def _moved(case: Case, move: HistoryEntry) -> Case:
    """Return the case as it would be after the move, for the rules to look at."""
    record = case.record.model_copy(update={"step": move.target, "round": move.round})
    moved = {
        "sag": case.files["sag"].with_value(record),
        "historik": case.files["historik"].with_value([*case.history, move]),
    }
    return Case(case.folder, case.files | moved)


def _changes(workspace: Workspace, case: Case, move: HistoryEntry, today: date) -> list[Change]:
    profile, _ = workspace.profile_of(case)
    text = set_value(case.files["sag"].source.text, ("trin",), move.target.value)
    text = set_value(text, ("runde",), str(move.round))
    if move.event is Event.REOPENED:
        text = remove_key(text, ("afslutning",))
    changes = [history_change(case, move), file_change(case, "sag", text)]
    if (consent := sealed(case, workspace)) is not None:
        changes.append(file_change(case, "samtykke", consent))
    stem = f"{ROUNDS}/{move.round}"
    if stem not in case.files:
        changes.insert(
            0, Change(case.path(stem), next_round(case, move.round, profile, today), None)
        )
    elif move.event is Event.MOVED and move.round in case.prepared_rounds:
        changes.append(file_change(case, stem, _completed(case, move.round, profile, today)))
    return changes


def _completed(case: Case, number: int, profile: Profile, today: date) -> str:
    """Return a prepared round's file with the days and the people that it leaves open."""
    ahead, agreed = case.round_no(number), case.round.follow_up
    text = case.files[f"{ROUNDS}/{number}"].source.text
    days = (
        ("formøde", ahead.pre_meeting.date, agreed.next_pre_meeting),
        ("møde", ahead.meeting.date, agreed.next_meeting),
    )
    for key, known, day in days:
        if day and known is None:
            text = with_value(text, (key, "dato"), day.isoformat())
    if not ahead.meeting.participants:
        asked = [each.person for each in case.round.meeting.participants]
        for name in without_withdrawn(case, profile, asked, today):
            text = with_item(text, ("møde", "deltagere"), [f"person: {quote(name)}"])
    return text
