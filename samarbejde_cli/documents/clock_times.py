"""Clock times of the agenda's points, from the meeting's start and length (Bilag 4 and 5)."""

from collections.abc import Sequence
from datetime import time

from samarbejde_cli.danish.dates import later
from samarbejde_cli.profile.model import AgendaPoint

_STEP = 5


def clock_times(
    points: Sequence[AgendaPoint], start: time | None, end: time | None
) -> dict[str, time | None]:
    """Return when each point begins: its share by weight, rounded to five minutes.

    The last point takes what is left. An end before the start leaves no time: every point then
    begins at the start. Without a start no point has a time, without an end only the first.
    """
    if start is None or end is None:
        return {point.key: None if number else start for number, point in enumerate(points)}
    length = max(0, _minutes(end) - _minutes(start))
    total = sum(point.weight for point in points) or 1
    before = 0
    times: dict[str, time | None] = {}
    for point in points:
        times[point.key] = later(start, _rounded(length * before / total))
        before += point.weight
    return times


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _rounded(minutes: float) -> int:
    return int(minutes / _STEP + 0.5) * _STEP
