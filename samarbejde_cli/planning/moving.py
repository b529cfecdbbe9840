"""One meeting gets another day, and everything else moves as little as possible."""

from dataclasses import replace
from datetime import date

from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.planning.conflict import changed
from samarbejde_cli.planning.values import AWAY, CLOSED, PAUSE, SCHOOL, Event, Problem

_STAYS = 10_000
"""What it weighs that an appointment stays, beside all wishes."""
_WHY = {
    CLOSED: "det er en helligdag eller fridag",
    SCHOOL: "skolerne har ferie",
    PAUSE: "sagen holder pause",
    AWAY: "{name} er ikke på arbejde",
}


def moving(problem: Problem, case: str, day: date) -> Problem:
    """Return the problem of moving a case's next meeting to a day: what has no spot is left out.

    Raises ``WrongUseError`` when the case has no meeting to move, or the day is none for it.
    """
    own = [each for each in problem.events if each.own]
    target = next((each for each in own if each.key.case == case and each.key.is_meeting), None)
    if target is None:
        raise WrongUseError(
            f"Sagen {case} har intet møde, der kan flyttes.",
            "Et møde kan flyttes, når det har dag og klokkeslæt og ikke er holdt.",
        )
    _require_possible(target, day)
    weights = replace(problem.weights, moved=_STAYS)

    def kept(event: Event) -> Event | None:
        if event.own is None:
            return None
        if event.key == target.key:
            return _on(event, day)
        return replace(event, wished=event.own.day)

    return replace(changed(problem, kept), weights=weights)


def _on(event: Event, day: date) -> Event:
    return replace(event, days={day: event.hours}, wished=day, own=None, was=event.own, barred={})


def _require_possible(event: Event, day: date) -> None:
    if day in event.days:
        return
    cause = event.barred.get(day)
    why = _WHY.get(cause.kind, "") if cause else ""
    raise WrongUseError(
        f"Mødet i sagen {event.key.case} kan ikke ligge den dag"
        f"{f': {why.format(name=cause.name)}' if cause and why else ''}.",
        "Vælg en mødedag, hvor alle er på arbejde, og som rytmen tillader.",
    )
