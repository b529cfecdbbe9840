"""One meeting gets another day, and everything else moves as little as possible."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from samarbejde_cli.danish.dates import full_date, long_date
from samarbejde_cli.danish.text import listed
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.planning.conflict import changed
from samarbejde_cli.planning.values import AWAY, CLOSED, PAUSE, RHYTHM, SCHOOL, Event, Problem

_STAYS = 10_000
"""What it weighs that an appointment stays, beside all wishes."""
_WHY = {
    CLOSED: "det er en helligdag eller fridag",
    SCHOOL: "skolerne har ferie",
    PAUSE: "sagen holder pause",
    AWAY: "{name} er ikke på arbejde",
    RHYTHM: "det er efter rytmens frist",
}
_PROPOSED = 3
"""So many other days are proposed."""


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
    near = sorted(_others(event, event.days), key=lambda each: (abs((each - day).days), each))
    days = listed([long_date(each) for each in sorted(near[:_PROPOSED])])
    raise WrongUseError(
        f"Mødet i runde {event.key.round} i sagen {event.key.case} kan ikke ligge "
        f"{full_date(day)}: {_why(event, day)}.",
        f"{f'De nærmeste dage, det kan, er den {days}. ' if days else ''}Skal det alligevel ligge "
        "der, så flyt det selv med `samarbejde move-meeting`.",
    )


def _others(event: Event, days: Iterable[date]) -> list[date]:
    """Return days without the one on which the appointment is now."""
    return sorted(each for each in days if event.own is None or each != event.own.day)


def _why(event: Event, day: date) -> str:
    cause, known = event.barred.get(day), _others(event, {*event.days, *event.barred})
    if cause:
        return _WHY[cause.kind].format(name=cause.name)
    if known and day.weekday() not in {each.weekday() for each in known}:
        return "det er ikke en mødedag"
    if not known or day < known[0]:
        return "indkaldelserne kan ikke nå ud i tide, eller det er længe før den ønskede dag"
    return "det er længe efter rytmens frist"
