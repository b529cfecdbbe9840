"""A person's appointments on a day in a row: what it costs to wait between them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import time
from itertools import combinations, pairwise

from samarbejde_cli.planning.solver import Linear
from samarbejde_cli.planning.values import Hours, minutes_of

HOUR = 60
"""Costs of a day are in minutes: a weight counts for each hour, or as much for anything else."""
_SEVERAL, _MANY = 2, 400
"""More ways than these through a day are not told apart."""

Choices = Sequence[tuple[int, Hours]]


def add_row_of_one(
    linear: Linear, choices: Sequence[Choices], stands: Sequence[Hours], weight: int
) -> bool:
    """Let each minute that a person waits cost a weight; return whether all can be weighed.

    ``choices`` are the columns of each appointment with their hours, ``stands`` the hours that are
    taken already. One column for each way through the day, of which one holds: nearly whole by
    itself, where the time from the first to the last one as such is solved in minutes.
    """
    starts = sorted({hours.start for own in choices for _, hours in own})
    if not weight or len(choices) + len(stands) < _SEVERAL:
        return True
    ends = _ends(choices)
    columns: dict[time, list[int]] = defaultdict(list)
    ways = list(combinations(starts, len(choices)))
    if len(ways) > _MANY:
        return False
    one = []
    for way in ways:
        taken = sorted([*stands, *(Hours(each, ends[each]) for each in way)])
        one.append(linear.boolean(weight * sum(_waits(taken))))
        for each in way:
            columns[each].append(one[-1])
    linear.row(((column, 1) for column in one), most=1, least=1)
    for start in starts:
        here = [(column, 1.0) for own in choices for column, h in own if h.start == start]
        linear.row([*here, *((column, -1.0) for column in columns[start])], most=0, least=0)
    return True


def _ends(choices: Sequence[Choices]) -> dict[time, time]:
    """Return the first end of an appointment that begins at a time."""
    found: dict[time, time] = {}
    for own in choices:
        for _, hours in own:
            found[hours.start] = min(hours.end, found.get(hours.start, hours.end))
    return found


def _waits(taken: Sequence[Hours]) -> Iterator[int]:
    for one, other in pairwise(taken):
        yield max(0, minutes_of(other.start) - minutes_of(one.end))
