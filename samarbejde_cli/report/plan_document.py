"""The year's plan as a Word document: the calendar, the load of each week, a table a person."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from samarbejde_cli import word
from samarbejde_cli.actions.papers import properties
from samarbejde_cli.actions.plan import Row, YearPlan
from samarbejde_cli.danish.dates import clock, weekday
from samarbejde_cli.documents.lookup import compiled, find_template, read_template
from samarbejde_cli.documents.year_plan import ROOMS, TEMPLATE, TITLE, context
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.report.plan_pages import Detail, pages, period

CHART = "Uger"


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
    path = find_template(TEMPLATE, root)
    template = compiled(path, read_template(path), profile.look)
    weeks = _weeks(year)
    values: dict[str, Any] = {
        "periode": period(year.order.first, year.order.last),
        "kalendere": list(_calendars(year, profile, names=names)),
        "sætninger": list(sentences),
        "uger": _described(weeks) if weeks else None,
        "personer": list(_people(year, calendars, names=names)),
    }
    about_file = properties(profile, TITLE, year.today)
    made = template.render(context(profile, year.today, **values), properties=about_file)
    if not weeks:
        return word.remove_unused_charts(made)
    return word.fill_charts(made, [_chart(weeks)])


def _calendars(year: YearPlan, profile: Profile, *, names: bool) -> Iterator[dict[str, Any]]:
    """Yield the calendar's pages."""
    font = profile.look.font
    for page in pages(year, ROOMS, font, year.names if names else {}):
        heads = {f"l{n}": room for n, room in enumerate(page.rooms, 1)}
        yield {
            "papir": page.paper,
            "stor": page.detail is Detail.LARGE,
            "periode": period(page.first, page.last),
            "forklaring": page.explained,
            "antal_lokaler": len(page.rooms),
            **_blank("l"),
            **heads,
            "linjer": [{"dag": week, **_cells(cells)} for week, cells in page.weeks],
        }


def _cells(cells: Sequence[str]) -> dict[str, str]:
    return _blank("c") | {f"c{n}": cell for n, cell in enumerate(cells, 1)}


def _blank(letter: str) -> dict[str, str]:
    return {f"{letter}{n}": "" for n in range(1, ROOMS + 1)}


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
        yield {
            "navn": name,
            "kalender": calendars.get(name) or "ingen: samtykket mangler",
            "linjer": lines,
        }


Weeks = dict[tuple[int, int], Counter[bool]]
"""How many meetings and pre-meetings each week has."""


def _weeks(year: YearPlan) -> Weeks:
    days = [row.spot.day for row in year.rows]
    span = range((days[-1] - days[0]).days + 1) if days else ()
    found: Weeks = {_week(days[0] + timedelta(days=n)): Counter() for n in span}
    for row in year.rows:
        found[_week(row.spot.day)][row.is_meeting] += 1
    return found


def _week(day: date) -> tuple[int, int]:
    year, week, _ = day.isocalendar()
    return year, week


def _chart(weeks: Weeks) -> word.ChartContent:
    meetings = word.Series("Møder", tuple(each[True] for each in weeks.values()))
    talks = word.Series("Formøder og andre", tuple(each[False] for each in weeks.values()))
    categories = tuple(f"{week}" for _, week in weeks)
    return word.ChartContent(CHART, categories, (meetings, talks), _described(weeks))


def _described(weeks: Weeks) -> str:
    """Return the words that are read aloud in the place of the chart."""
    busiest = max(weeks, key=lambda each: (weeks[each].total(), each))
    most, used = weeks[busiest].total(), sum(each.total() > 0 for each in weeks.values())
    return f"Søjler over {used} uger med aftaler. Flest, {most}, er der i uge {busiest[1]}."
