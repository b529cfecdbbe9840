"""How many appointments a day has room for: of a person, of all rooms, of the administrators."""

from collections import defaultdict
from datetime import date

from samarbejde_cli.planning.values import Booked, Event, Hours, Key, Place, Problem


class Capacity:
    """What is free on each day, beside what stands already."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._booked: dict[date, list[Booked]] = defaultdict(list)
        for each in problem.booked:
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
        return (
            all(self.is_free(name, day, hours) for name in event.people)
            and (not event.takes_administrator or self.administrators(day, hours) > 0)
            and any(each.holds(event) for each in self.free_rooms(day, hours))
        )


def options(problem: Problem) -> dict[Key, dict[date, list[Hours]]]:
    """Return the possible days and hours of each event; a day without possible hours is none."""
    capacity = Capacity(problem)
    found = {}
    for event in problem.events:
        days = ((day, capacity.possible_hours(event, day)) for day in sorted(event.days))
        found[event.key] = {day: hours for day, hours in days if hours}
    return found
