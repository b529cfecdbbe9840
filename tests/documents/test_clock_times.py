"""Clock times of the agenda."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samarbejde_cli.danish.dates import later
from samarbejde_cli.documents.clock_times import clock_times
from samarbejde_cli.profile.model import AgendaPoint


def points(*weights):
    rows = [{"nøgle": f"p{i}", "vægt": weight} for i, weight in enumerate(weights)]
    return [AgendaPoint.model_validate(row) for row in rows]


@pytest.mark.parametrize(
    ("weights", "start", "end", "expected"),
    [
        ((10, 20, 20, 15, 15, 10), (9, 0), (10, 30), "9:00 9:10 9:30 9:50 10:05 10:20"),
        ((10, 20, 20, 15, 15, 10), (13, 0), (14, 0), "13:00 13:05 13:20 13:35 13:45 13:55"),
        ((1, 1, 1), (9, 0), (10, 0), "9:00 9:20 9:40"),
        ((1, 1), (9, 0), (9, 0), "9:00 9:00"),
        ((1, 1), (10, 0), (9, 0), "10:00 10:00"),
        ((0, 0), (9, 0), (10, 0), "9:00 9:00"),
        ((5,), (23, 0), (23, 59), "23:00"),
    ],
)
def test_points_share_the_time_by_weight(weights, start, end, expected):
    found = clock_times(points(*weights), time(*start), time(*end))
    assert " ".join(f"{at.hour}:{at.minute:02d}" for at in found.values()) == expected


@given(
    weights=st.lists(st.integers(0, 60), min_size=1, max_size=8),
    start=st.integers(0, 22 * 12).map(lambda n: n * 5),
    length=st.integers(0, 100),
)
def test_points_follow_each_other_within_the_meeting_on_whole_five_minutes(weights, start, length):
    begin = later(time(), start)
    end = later(begin, length)
    found = list(clock_times(points(*weights), begin, end).values())
    assert found[0] == begin
    assert found == sorted(found)
    assert all(at.minute % 5 == 0 for at in found)
    assert found[-1] <= later(end, 2)
