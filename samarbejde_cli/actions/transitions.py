"""Where a case can go: on, back, or out of an end; and the message when it cannot."""

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.history import Event
from samarbejde_cli.case.steps import REOPENINGS, TRANSITIONS, Step, starts_round, step_before
from samarbejde_cli.danish.text import listed
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.lazy import frozen


@frozen
class Way:
    """A way out of the step that a case is in."""

    event: Event
    target: Step
    round: int


def way(case: Case, target: Step | None, *, back: bool, reason: str | None) -> Way:
    """Return the way that a user asks for.

    Raises ``WrongUseError`` when the table of transitions has none such, or a reason is missing.
    """
    if back:
        return _back(case)
    if case.step.is_end:
        return _reopening(case, target, reason)
    wanted = target or _only_way(case)
    ways = TRANSITIONS[case.step]
    if wanted not in ways:
        raise _no_way(case, wanted, ways)
    return Way(Event.MOVED, wanted, case.record.round + starts_round(case.step, wanted))


def _only_way(case: Case) -> Step:
    """Return the step that follows by itself: the first way, or the refusal that was decided."""
    refused = case.step is Step.INTAKE and case.record.intake.is_refused
    return Step.REJECTED if refused else TRANSITIONS[case.step][0]


def _back(case: Case) -> Way:
    before = step_before(case.step, case.record.round)
    if before is None:
        hint = "Genåbn den med --to TRIN og --reason." if case.step.is_end else ""
        raise WrongUseError(
            f"Sagen {case.number} står i {case.step.value} og kan ikke flyttes tilbage.", hint
        )
    return Way(Event.BACK, *before)


def _reopening(case: Case, target: Step | None, reason: str | None) -> Way:
    ways = REOPENINGS[case.step]
    words = listed([step.value for step in ways], "eller")
    if target is None or not reason:
        raise WrongUseError(
            f"Sagen {case.number} er {case.step.value} og kan ikke flyttes videre.",
            f'Skal der arbejdes videre, så genåbn den: --to {words} og --reason "…".',
        )
    if target not in ways:
        raise _no_way(case, target, ways)
    return Way(Event.REOPENED, target, case.record.round + starts_round(_left(case), target))


def _left(case: Case) -> Step:
    """Return the step in which the case was when it ended."""
    ends = [move for move in case.history if move.target.is_end and move.event is Event.MOVED]
    return (ends[-1].origin if ends else None) or case.step


def _no_way(case: Case, target: Step, ways: tuple[Step, ...]) -> WrongUseError:
    return WrongUseError(
        f"Sagen {case.number} står i {case.step.value} og kan ikke flyttes til {target.value}.",
        f"Herfra kan den flyttes til {listed([each.value for each in ways], 'eller')}.",
    )
