"""The year's plan as a Word document: the calendar, the load of each week, a table a person."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from samarbejde_cli import word
from samarbejde_cli.actions.papers import properties
from samarbejde_cli.actions.plan import Row, YearPlan
from samarbejde_cli.danish.dates import clock, long_date, weekday
from samarbejde_cli.documents.lookup import find_template, read_template
from samarbejde_cli.documents.year_plan import ROOMS, TEMPLATE, TITLE, context
from samarbejde_cli.profile.model import Profile

CHART = "Uger"
_ELSEWHERE = "andre steder"


def as_document(
    year: YearPlan,
    profile: Profile,
    root: Path,
    sentences: Sequence[str],
    calendars: dict[str, str],
    *,
    names: bool,
) -> bytes:
    """Return the plan, made from the workspace's own template or from the one that ships.

    ``calendars`` are the names of the calendar files by person; ``names`` is whether the youths
    are called by name beside the case number.
    """
    data = read_template(find_template(TEMPLATE, root))
    template = word.compile_template(data, TEMPLATE, profile.look)
    weeks = _weeks(year)
    values: dict[str, Any] = {
        "periode": f"{long_date(year.order.first)} til {long_date(year.order.last)}",
        "kalendere": list(_calendars(year, names=names)),
        "sætninger": list(sentences),
        "uger": _described(weeks) if weeks else None,
        "personer": list(_people(year, calendars, names=names)),
    }
    about_file = properties(profile, TITLE, year.today)
    made = template.render(context(profile, year.today, **values), properties=about_file)
    if not weeks:
        return word.remove_unused_charts(made)
    return word.fill_charts(made, [_chart(weeks)])


def _calendars(year: YearPlan, *, names: bool) -> Iterator[dict[str, Any]]:
    """Yield calendars of at most six rooms beside each other."""
    rows = year.rows
    rooms = [each.name for each in year.problem.places]
    if any(row.spot.room not in rooms for row in rows):
        rooms.append(_ELSEWHERE)
    days = sorted({row.spot.day for row in rows})
    for start in range(0, len(rooms), ROOMS):
        some = rooms[start : start + ROOMS]
        heads = {f"l{n}": room for n, room in enumerate(some, 1)}
        lines = [_day(year, day, some, rooms, names=names) for day in days]
        shown = [line for line in lines if any(line.get(f"c{n}") for n in range(1, ROOMS + 1))]
        yield {"antal_lokaler": len(some), **_blank("l"), **heads, "linjer": shown}


def _blank(letter: str) -> dict[str, str]:
    return {f"{letter}{n}": "" for n in range(1, ROOMS + 1)}


def _day(
    year: YearPlan, day: date, some: Sequence[str], rooms: Sequence[str], *, names: bool
) -> dict[str, str]:
    cells = _blank("c")
    for row in year.rows_of(day):
        room = row.spot.room if row.spot.room in rooms else _ELSEWHERE
        if room in some:
            at = f"c{some.index(room) + 1}"
            text = f"{clock(row.spot.hours.start)} {_case(year, row, names=names)}"
            text += "" if row.what == "møde" else f" ({row.what})"
            cells[at] = f"{cells[at]}\n{text}" if cells[at] else text
    return {"dag": _short(day), **cells}


def _short(day: date) -> str:
    return f"{weekday(day)[:3]} {day.day}.{day.month}.{day.year}"


def _case(year: YearPlan, row: Row, *, names: bool) -> str:
    name = year.names.get(row.case) if names else None
    return f"{row.case} {name}" if name else row.case


def _people(year: YearPlan, calendars: dict[str, str], *, names: bool) -> Iterator[dict[str, Any]]:
    for name in year.people:
        lines = [
            {
                "dag": _short(row.spot.day),
                "kl": f"{clock(row.spot.hours.start)}-{clock(row.spot.hours.end)}",
                "lokale": row.spot.room or "",
                "sag": _case(year, row, names=names),
                "hvad": row.what,
            }
            for row in year.rows
            if name in row.people
        ]
        yield {"navn": name, "kalender": calendars.get(name), "linjer": lines}


Weeks = dict[tuple[int, int], Counter[bool]]
"""How many meetings and pre-meetings each week has."""


def _weeks(year: YearPlan) -> Weeks:
    found: Weeks = {}
    for row in year.rows:
        week = row.spot.day.isocalendar()[:2]
        found.setdefault(week, Counter())[row.is_meeting] += 1
    return dict(sorted(found.items()))


def _chart(weeks: Weeks) -> word.ChartContent:
    meetings = word.Series("Møder", tuple(each[True] for each in weeks.values()))
    talks = word.Series("Formøder og andre", tuple(each[False] for each in weeks.values()))
    categories = tuple(f"{week}" for _, week in weeks)
    return word.ChartContent(CHART, categories, (meetings, talks), _described(weeks))


def _described(weeks: Weeks) -> str:
    """Return the words that are read aloud in the place of the chart."""
    busiest = max(weeks, key=lambda each: (weeks[each].total(), each))
    most = weeks[busiest].total()
    return f"Søjler over {len(weeks)} uger med aftaler. Flest, {most}, er der i uge {busiest[1]}."
