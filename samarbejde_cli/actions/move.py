"""Move a case to its next step: run the gate, write the step and the history, say what follows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from samarbejde_cli.actions.check import check_case
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case import skeleton
from samarbejde_cli.case.case import ROUNDS, Case, CaseFile, load_case
from samarbejde_cli.case.history import Move
from samarbejde_cli.case.steps import TRANSITIONS, Step, starts_round
from samarbejde_cli.errors import ConflictError, WrongUseError
from samarbejde_cli.report.diagnosis import Diagnosis
from samarbejde_cli.rules.engine import Weight
from samarbejde_cli.source.edit import append_item, quote, set_value
from samarbejde_cli.source.write import Change, locked, write_all
from samarbejde_cli.texts import listed


@dataclass(frozen=True)
class Order:
    """What the user asked for: where to, why in spite of the gate, who and when."""

    target: Step | None
    by: str
    at: datetime
    today: date
    force_reason: str | None = None
    dry_run: bool = False


@dataclass(frozen=True)
class Moved:
    """What came of it; ``blocking`` is empty when the case moved, or would in a dry run."""

    number: str
    origin: Step
    target: Step
    round: int
    blocking: tuple[Diagnosis, ...]
    waived: tuple[Diagnosis, ...] = ()
    others: tuple[Diagnosis, ...] = ()


class UnreadableCaseError(Exception):
    """The step of a case is not known because its files are broken; carries the diagnoses."""

    def __init__(self, number: str, diagnoses: Iterable[Diagnosis]) -> None:
        super().__init__(number)
        self.number = number
        self.diagnoses = tuple(diagnoses)


def advance(workspace: Workspace, case: Case, order: Order) -> Moved:
    """Move a case, or say what stands in the way.

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
            write_all(_changes(present, move))
    return moved


def _require_same_step(seen: Case, present: Case) -> None:
    """Refuse when somebody else moved the case after this user saw where it was."""
    before, now = (each.files["sag"].value for each in (seen, present))
    if before and now and (before.step, before.round) != (now.step, now.round):
        raise ConflictError(
            f"Sagen {present.number} er i mellemtiden flyttet til {now.step.value}.",
            "Se, hvor den står, med `samarbejde status`, før du flytter den igen.",
        )


def _plan(workspace: Workspace, case: Case, order: Order) -> tuple[Moved, Move]:
    diagnoses = check_case(workspace, case, order.today)
    if any(file.value is None for file in case.files.values()):
        raise UnreadableCaseError(case.number, diagnoses)
    origin, target = case.step, _target(case, order.target)
    move = _move(case, target, order)
    blocking = _blocking(workspace, case, move, diagnoses, order.today)
    others = tuple(each for each in diagnoses if each not in blocking and each.weight != "note")
    waived: tuple[Diagnosis, ...] = ()
    if order.force_reason and blocking:
        waived, blocking = blocking, ()
        codes = sorted({each.code for each in waived})
        move = move.model_copy(
            update={"forced": True, "reason": order.force_reason, "waived": codes}
        )
    return Moved(case.number, origin, target, move.round, blocking, waived, others), move


def _target(case: Case, wanted: Step | None) -> Step:
    ways = TRANSITIONS[case.step]
    if not ways:
        raise WrongUseError(
            f"Sagen {case.number} er {case.step.value} og kan ikke flyttes videre.",
            "Skal der arbejdes videre, så lav en ny sag med `samarbejde new-case`.",
        )
    if wanted is None:
        return _only_way(case, ways)
    if wanted not in ways:
        raise WrongUseError(
            f"Sagen {case.number} står i {case.step.value} og kan ikke flyttes til {wanted.value}.",
            f"Herfra kan den flyttes til {listed([way.value for way in ways], 'eller')}.",
        )
    return wanted


def _only_way(case: Case, ways: tuple[Step, ...]) -> Step:
    """Return the step that follows by itself: the first way, or the refusal that was decided."""
    decision = case.record.intake.decision
    if case.step is Step.INTAKE and decision is not None and decision.value == "afvises":
        return Step.REJECTED
    return ways[0]


def _move(case: Case, target: Step, order: Order) -> Move:
    number = case.record.round + starts_round(case.step, target)
    return Move.model_validate(
        {
            "tid": skeleton.stamp(order.at),
            "hvem": order.by,
            "fra": case.step.value,
            "til": target.value,
            "runde": str(number),
        }
    )


def _blocking(
    workspace: Workspace, case: Case, move: Move, found: list[Diagnosis], today: date
) -> tuple[Diagnosis, ...]:
    """Return what the gate of this move demands and is not there.

    A way on demands all that the present step does. A way out of the model demands only what
    must be right of an ended case: a case is also closed because something could not be had.
    """
    if not move.target.is_end:
        return tuple(each for each in found if each.blocks)
    after = check_case(workspace, _moved(case, move), today)
    return tuple(each for each in after if each.weight == Weight.ERROR)


def _moved(case: Case, move: Move) -> Case:
    """Return the case as it would be after the move, for the rules to look at."""
    record = case.record.model_copy(update={"step": move.target, "round": move.round})
    values = {"sag": record, "historik": [*case.history, move]}
    files = {
        stem: CaseFile(file.source, values.get(stem, file.value), file.findings)
        for stem, file in case.files.items()
    }
    return Case(case.folder, files)


def _changes(case: Case, move: Move) -> list[Change]:
    record, history = case.files["sag"].source, case.files["historik"].source
    text = set_value(record.text, ("trin",), move.target.value)
    text = set_value(text, ("runde",), str(move.round))
    lines = append_item(history.text, (), _history_lines(move))
    changes = [
        Change(history.path, lines, history.digest),
        Change(record.path, text, record.digest),
    ]
    stem = f"{ROUNDS}/{move.round}"
    if stem not in case.files:
        changes.insert(0, Change(case.path(stem), _next_round(case, move.round), None))
    return changes


def _history_lines(move: Move) -> list[str]:
    lines = [
        f"tid: {skeleton.stamp(move.at)}",
        f"hvem: {quote(move.by)}",
        f"fra: {move.origin.value if move.origin else ''}",
        f"til: {move.target.value}",
        f"runde: {move.round}",
    ]
    if move.forced:
        lines += [
            "gennemtvunget: ja",
            f"begrundelse: {quote(move.reason or '')}",
            f"mangler: [{', '.join(move.waived)}]",
        ]
    return lines


def _next_round(case: Case, number: int) -> str:
    """Return the next round's file with the dates and people that the last round agreed on."""
    last = case.round
    people = [each.person for each in last.meeting.participants]
    agreed = last.follow_up
    return skeleton.new_round(number, agreed.next_pre_meeting, agreed.next_meeting, people)
