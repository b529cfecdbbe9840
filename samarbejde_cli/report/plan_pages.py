"""The year's calendar as pages: a row for each week, a column for each room.

The whole year is on one page: with hours and large type where there is room, then with ever less,
on A3 when A4 is too small even for numbers in type of seven points, and in parts when that is, too.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cached_property

from samarbejde_cli.actions.plan import Row, YearPlan
from samarbejde_cli.danish.dates import clock, long_date, weekday

ELSEWHERE = "andre steder"
_WIDTH, _WEEK, _PADDING = 790.0, 50.0, 5.0
"""The points of a line over the page, of the column of weeks, and beside a cell's text."""
_HEIGHTS = {"A4": 480.0, "A3": 1070.0}
"""The points below the heading for rows."""
_BORDER = 0.75
_PARTS = 12
_CALIBRI, _OTHER = 0.507, 0.6
"""The width of a digit as a share of the size: other fonts are wider."""
_NARROW = {"-": 0.31, ".": 0.26, " ": 0.23, "f": 0.31, "a": 0.48, "·": 0.26}
_WIDEST = 0.62
_MARKS = {"formøde": "f", "andet møde": "a"}


class Detail(Enum):
    """How much is said of an appointment, from most to least."""

    LARGE = "a line with day and hour, in large type"
    HOURS = "with the hour"
    NUMBERS = "the case's number only"
    SHORT = "the number without century and letters"

    @property
    def size(self) -> float:
        """The size of type in points."""
        return 9 if self is Detail.LARGE else 7

    @property
    def line(self) -> float:
        """The height of a line in points."""
        return 11.5 if self is Detail.LARGE else 8

    @property
    def has_hours(self) -> bool:
        """Whether the hour is said."""
        return self in (Detail.LARGE, Detail.HOURS)


Weeks = dict[date, dict[str, list[Row]]]
"""The appointments of each week, by its Monday, and of each room, in the order of time."""


@dataclass(frozen=True)
class Page:
    """A page of the calendar: its rooms, and for each week a cell of lines for each of them."""

    paper: str
    detail: Detail
    rooms: tuple[str, ...]
    first: date
    last: date
    weeks: tuple[tuple[str, tuple[str, ...]], ...]
    explained: str


def pages(year: YearPlan, most_rooms: int, font: str, names: dict[str, str]) -> Iterator[Page]:
    """Yield the calendar's pages; ``names`` are the youths' by case, for those who are named."""
    rooms = [each.name for each in year.problem.places]
    if any(row.spot.room not in rooms for row in year.rows):
        rooms.append(ELSEWHERE)
    groups = -(-len(rooms) // most_rooms)
    size = -(-len(rooms) // groups)
    for start in range(0, len(rooms), size):
        some = tuple(rooms[start : start + size])
        weeks = _weeks(year.rows, some, rooms)
        if weeks:
            yield from _Pages(year, some, weeks, font, names).best()


def _weeks(rows: Sequence[Row], some: Sequence[str], rooms: Sequence[str]) -> Weeks:
    found: Weeks = {}
    for row in rows:
        room = row.spot.room if row.spot.room in rooms else ELSEWHERE
        if room in some:
            monday = row.spot.day - timedelta(days=row.spot.day.weekday())
            found.setdefault(monday, defaultdict(list))[str(room)].append(row)
    return found


@dataclass(frozen=True)
class _Pages:
    """Looks for the largest shape that the weeks of some rooms fit in."""

    year: YearPlan
    rooms: tuple[str, ...]
    weeks: Weeks
    font: str
    names: dict[str, str]

    def best(self) -> list[Page]:
        """Return the pages in the largest shape that fits; in the smallest when none does."""
        for parts in range(1, _PARTS + 1):
            for paper, height in _HEIGHTS.items():
                for detail in Detail:
                    found = self._pages(paper, detail, parts)
                    if all(_height(each) <= height for each in found):
                        return found
        return self._pages("A3", Detail.SHORT, _PARTS)

    def _pages(self, paper: str, detail: Detail, parts: int) -> list[Page]:
        mondays = list(self.weeks)
        size = -(-len(mondays) // parts)
        some = (mondays[n : n + size] for n in range(0, len(mondays), size))
        return [self._page(paper, detail, each, parts) for each in some]

    def _page(self, paper: str, detail: Detail, mondays: list[date], parts: int) -> Page:
        first, last = self.year.order.first, self.year.order.last
        if parts > 1:
            first, last = mondays[0], mondays[-1] + timedelta(days=6)
        lines = tuple((_week(each, detail), self._cells(each, detail)) for each in mondays)
        return Page(paper, detail, self.rooms, first, last, lines, self._explained(detail))

    def _cells(self, monday: date, detail: Detail) -> tuple[str, ...]:
        in_week = self.weeks[monday]
        return tuple("\n".join(self._lines(in_week.get(x, []), detail)) for x in self.rooms)

    def _lines(self, rows: list[Row], detail: Detail) -> Iterator[str]:
        """Yield the lines of a cell: as full as they can be, in large type one an appointment."""
        line, day = "", None
        for row in rows:
            entry = self._entry(row, detail)
            if row.spot.day != day or detail is Detail.LARGE:
                entry = f"{_day(row, detail)} {entry}"
            longer = f"{line}  {entry}" if line else entry
            if line and (detail is Detail.LARGE or not self._fits(longer, detail)):
                yield line
                longer = entry
            line, day = longer, row.spot.day
        if line:
            yield line

    def _entry(self, row: Row, detail: Detail) -> str:
        hour = f"{clock(row.spot.hours.start)} " if detail.has_hours else ""
        number = self._short[row.case] if detail is Detail.SHORT else row.case
        name = self.names.get(row.case)
        mark = _MARKS.get(row.what, "")
        space = " " if mark and (name or detail.has_hours) else ""
        return f"{hour}{number}{f' {name}' if name else ''}{space}{mark}"

    @cached_property
    def _short(self) -> dict[str, str]:
        """The numbers without century and letters, where no other case has the same."""
        cases = sorted({*self.year.calendars, *(row.case for row in self.year.rows)})
        short = {case: "-".join(case[2:].split("-")[:2]) for case in cases}
        taken = list(short.values())
        return {case: s if taken.count(s) == 1 else case for case, s in short.items()}

    def _fits(self, line: str, detail: Detail) -> bool:
        digit = _CALIBRI if self.font == "Calibri" else _OTHER
        width = sum(_NARROW.get(x, _CALIBRI if x.isdigit() else _WIDEST) for x in line)
        column = (_WIDTH - _WEEK) / len(self.rooms) - _PADDING
        return width * detail.size * digit / _CALIBRI <= column

    def _explained(self, detail: Detail) -> str:
        whats = {row.what for row in self.year.rows}
        said = [f"{mark}: {what}" for what, mark in _MARKS.items() if what in whats]
        if detail is Detail.SHORT:
            case = next(each for each in self._short if self._short[each] != each)
            said.append(f"{self._short[case]}: sagen {case}")
        return f"{'; '.join(said)}." if said else ""


def _height(page: Page) -> float:
    """Return the points that a page's rows need."""
    lines = (max(cell.count("\n") for cell in cells) + 1 for _, cells in page.weeks)
    return sum(each * page.detail.line + _BORDER for each in lines)


def _week(monday: date, detail: Detail) -> str:
    """Return the week's name: with its Monday where its days are not said."""
    year, week, _ = monday.isocalendar()
    if detail is Detail.LARGE:
        return f"{week} · {year}"
    return f"{week} · {monday.day}.{monday.month}.{monday:%y}"


def _day(row: Row, detail: Detail) -> str:
    day = row.spot.day
    on = f" {day.day}.{day.month}" if detail is Detail.LARGE else ""
    return f"{weekday(day)[:2]}{on}"


def period(first: date, last: date) -> str:
    """Return a page's days as its heading says them."""
    return f"{long_date(first)} til {long_date(last)}"
