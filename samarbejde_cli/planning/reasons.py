"""What stands against the days that an appointment did not get."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.planning.capacity import Capacity
from samarbejde_cli.planning.values import (
    ADMINISTRATORS,
    ORDER,
    PERSON,
    ROOMS,
    Booked,
    Cause,
    Event,
    Hours,
    Plan,
    Problem,
)


class Reasons:
    """A plan beside its problem, to be asked why something is not earlier or later."""

    def __init__(self, problem: Problem, plan: Plan) -> None:
        self.problem, self.plan = problem, plan
        self._events = {each.key: each for each in problem.events}
        self._all = Capacity(problem, tuple(self._as_booked()))

    def _as_booked(self) -> Iterator[Booked]:
        for key, spot in self.plan.spots.items():
            event = self._events[key]
            yield Booked(spot, event.people, key.is_meeting, key.case, key.round)

    def nearer(self, event: Event) -> list[tuple[date, Cause]]:
        """Return the days nearer to the wish than the one that was found, with what is against."""
        spot = self.plan.spots.get(event.key)
        reach = abs((spot.day - event.wished).days) if spot else None
        days = sorted({*event.days, *event.barred})
        return [
            (day, self.against(event, day))
            for day in days
            if reach is None or abs((day - event.wished).days) < reach
        ]

    def against(self, event: Event, day: date) -> Cause:
        """Return what is against a day: the day itself, somebody, the rooms, or the own rhythm."""
        barred = event.barred.get(day)
        if barred:
            return barred
        causes = [self._at(event, day, hours) for hours in event.days[day]]
        if not causes or None in causes:
            return Cause(ORDER, event.key.case)
        known = [each for each in causes if each]
        return max(known, key=lambda each: (known.count(each), each))

    def _at(self, event: Event, day: date, hours: Hours) -> Cause | None:
        own = event.key.case
        others = [each for each in self._all.booked(day) if each.spot.hours.overlaps(hours)]
        for name in sorted(event.people):
            if any(name in each.people and each.case != own for each in others):
                return Cause(PERSON, name)
        if event.takes_administrator and not self._all.administrators(day, hours):
            return Cause(ADMINISTRATORS)
        rooms = self._all.free_rooms(day, hours)
        return None if any(each.holds(event) for each in rooms) else Cause(ROOMS)
