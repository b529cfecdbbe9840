"""How many appointments a day has room for: of a person, of all rooms, of the administrators."""

from collections import defaultdict
from collections.abc import Container, Sequence
from datetime import date

from samarbejde_cli.planning.values import (
    ADMINISTRATORS,
    PERSON,
    ROOMS,
    Booked,
    Cause,
    Event,
    Hours,
    Key,
    Place,
    Problem,
)


class Capacity:
    """What is free on each day, beside what stands already; what is lifted is always free."""

    def __init__(
        self, problem: Problem, more: Sequence[Booked] = (), lifted: Container[Cause] = ()
    ) -> None:
        self.problem, self.lifted = problem, lifted
        self._booked: dict[date, list[Booked]] = defaultdict(list)
        for each in (*problem.booked, *more):
            self._booked[each.spot.day].append(each)

    def booked(self, day: date) -> list[Booked]:
        """Return what stands on a day."""
        return self._booked.get(day, [])

    def is_free(self, name: str, day: date, hours: Hours) -> bool:
        """Whether a person has nothing at a time."""
        return not any(
            name in each.people and each.spot.hours.overlaps(hours) for each in self.booked(day)
        )

    def free_rooms(self, day: date, hours: Hours) -> list[Place]:
        """Return the rooms that nobody has at a time."""
        taken = {
            (each.spot.room or "").casefold()
            for each in self.booked(day)
            if each.spot.hours.overlaps(hours)
        }
        return [each for each in self.problem.places if each.name.casefold() not in taken]

    def administrators(self, day: date, hours: Hours) -> int:
        """Return how many administrators are free at a time, with a gap around."""
        gap = self.problem.gap_minutes
        busy = sum(
            each.takes_administrator and each.spot.hours.overlaps(hours, gap)
            for each in self.booked(day)
        )
        return max(0, self.problem.administrators.get(day, 0) - busy)

    def possible_hours(self, event: Event, day: date) -> list[Hours]:
        """Return the times of a day at which an appointment can be held as far as it alone goes."""
        return [each for each in event.days[day] if self._fits(event, day, each)]

    def _fits(self, event: Event, day: date, hours: Hours) -> bool:
        names = (each for each in event.people if Cause(PERSON, each) not in self.lifted)
        return (
            all(self.is_free(name, day, hours) for name in names)
            and (not event.takes_administrator or self._is_led(day, hours))
            and self._has_room(event, day, hours)
        )

    def _is_led(self, day: date, hours: Hours) -> bool:
        return Cause(ADMINISTRATORS) in self.lifted or self.administrators(day, hours) > 0

    def _has_room(self, event: Event, day: date, hours: Hours) -> bool:
        rooms = self.free_rooms(day, hours)
        return Cause(ROOMS) in self.lifted or any(each.holds(event) for each in rooms)


Options = dict[Key, dict[date, list[Hours]]]
"""The possible days and hours of each event."""


def options(problem: Problem, lifted: Container[Cause] = ()) -> Options:
    """Return the possible days and hours of each event; a day without possible hours is none."""
    capacity = Capacity(problem, lifted=lifted)
    found = {}
    for event in problem.events:
        days = ((day, capacity.possible_hours(event, day)) for day in sorted(event.days))
        found[event.key] = {day: hours for day, hours in days if hours}
    return found
