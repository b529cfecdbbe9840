"""Rooms for a day's appointments whose hours are chosen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from itertools import combinations

from samarbejde_cli.planning.capacity import Capacity
from samarbejde_cli.planning.solver import Linear, solve
from samarbejde_cli.planning.values import Event, Hours, Key, Place, Proof, Spot

_SECONDS = 10
_OTHER = 60
"""What another room than the one it has costs an appointment; a needlessly large one costs 1."""
_MANY = 6
"""Of more kinds of rooms than these, not every union is looked at."""

Rooms = frozenset[str]


def rooms_for(event: Event, capacity: Capacity, day: date, hours: Hours) -> Rooms:
    """Return the rooms in which an appointment can be held at a time."""
    free = capacity.free_rooms(day, hours)
    return frozenset(each.name for each in free if each.holds(event))


def crowds(rooms: Mapping[int, Rooms]) -> Iterator[tuple[list[int], int]]:
    """Yield what shares some rooms at one moment, and how many of it there can be.

    ``rooms`` are by column. As many as there are rooms, for every union of rooms: by Hall's
    theorem each then gets one.
    """
    kinds = sorted(set(rooms.values()), key=sorted)
    for names in _unions(kinds):
        columns = [column for column, own in rooms.items() if own <= names]
        if len(columns) > len(names):
            yield columns, len(names)


def _unions(kinds: Sequence[Rooms]) -> list[Rooms]:
    if len(kinds) > _MANY:
        return [*kinds, frozenset().union(*kinds)]
    some = (each for n in range(1, len(kinds) + 1) for each in combinations(kinds, n))
    return list(dict.fromkeys(frozenset().union(*each) for each in some))


def with_rooms(
    capacity: Capacity, day: date, chosen: Sequence[tuple[Event, Hours]]
) -> dict[Key, Spot] | None:
    """Return the spots, each with a room; None when there are too few for these hours.

    Who stays at an hour keeps the room, and nobody gets one that is needlessly large.
    """
    linear = Linear()
    columns: dict[tuple[int, str], int] = {}
    places = {each.name: each for each in capacity.problem.places}
    for number, (event, hours) in enumerate(chosen):
        names = sorted(rooms_for(event, capacity, day, hours))
        own = [linear.boolean(_cost(event, day, places[name])) for name in names]
        columns |= {(number, name): column for name, column in zip(names, own, strict=True)}
        linear.row(((column, 1) for column in own), most=1, least=1)
    for shared in _shared(columns, [hours for _, hours in chosen]):
        linear.row(((column, 1) for column in shared), most=1)
    found = solve(linear, _SECONDS)
    if found.proof is Proof.NOTHING:
        return None
    taken = [each for each, column in columns.items() if found.values[column] > 0.5]  # noqa: PLR2004 — a Boolean of a solver
    return {chosen[n][0].key: Spot(day, chosen[n][1], name) for n, name in taken}


def _cost(event: Event, day: date, room: Place) -> int:
    own = event.own
    is_other = own is not None and own.day == day and own.room != room.name
    return _OTHER * is_other + ((room.seats or event.seats) > event.seats)


def _shared(columns: Mapping[tuple[int, str], int], hours: Sequence[Hours]) -> Iterable[list[int]]:
    """Yield the columns of which only one can hold: those of a room at a moment."""
    found: dict[tuple[str, time], list[int]] = defaultdict(list)
    for moment in sorted({each.start for each in hours}):
        for (number, name), column in columns.items():
            if hours[number].start <= moment < hours[number].end:
                found[name, moment].append(column)
    return (each for each in found.values() if len(each) > 1)
