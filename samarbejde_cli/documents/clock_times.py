"""Clock times of the agenda's points, from the meeting's start and length (Bilag 4 and 5)."""

from collections.abc import Sequence
from datetime import time

from samarbejde_cli.danish.dates import later
from samarbejde_cli.profile.model import AgendaPoint

_STEP = 5


def clock_times(points: Sequence[AgendaPoint], start: time, end: time) -> dict[str, time]:
    """Return when each point begins: its share by weight, rounded to five minutes.

    The last point takes what is left. An end before the start leaves no time: every point then
    begins at the start.
    """
    length = max(0, _minutes(end) - _minutes(start))
    total = sum(point.weight for point in points) or 1
    before = 0
    times = {}
    for point in points:
        times[point.key] = later(start, _rounded(length * before / total))
        before += point.weight
    return times


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _rounded(minutes: float) -> int:
    return int(minutes / _STEP + 0.5) * _STEP
