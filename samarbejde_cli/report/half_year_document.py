"""The half-year's figures as a Word report in the municipality's look."""

from decimal import Decimal
from pathlib import Path
from typing import Any

from samarbejde_cli import word
from samarbejde_cli.actions.papers import properties
from samarbejde_cli.actions.report import HalfYear
from samarbejde_cli.danish.text import counted, grouped
from samarbejde_cli.documents.half_year import COLUMNS, TEMPLATE, TITLE, context
from samarbejde_cli.documents.lookup import compiled, find_template, read_template
from samarbejde_cli.figures.figure import Chart, Figure, Shape
from samarbejde_cli.figures.groups import BREAKDOWNS
from samarbejde_cli.figures.table import Number, Row, Table
from samarbejde_cli.figures.words import YES
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.report.half_year_rows import about
from samarbejde_cli.report.half_year_view import (
    HIDDEN,
    Cell,
    View,
    ViewLine,
    described,
    mean,
    percent,
    views,
)
from samarbejde_cli.report.half_year_words import sentences

_NOTHING = "–"
_RULE = lazy_pattern(r"\bSAM\d{3} (\w)")
_TALL, _EACH, _WIDE, _HIGH = 34.0, 6.5, 160.0, 140.0
"""Millimetres of a chart of bars: around them, for each bar, and at most.

Small ones are twice as wide as high: LibreOffice stretches what it draws in that proportion.
"""


def as_document(result: HalfYear, root: Path) -> bytes:
    """Return the report, made from the workspace's own template or from the one that ships."""
    profile = result.profile
    path = find_template(TEMPLATE, root)
    template = compiled(path, read_template(path), profile.look)
    found = views(result)
    about_file = properties(profile, TITLE, result.day)
    made = template.render(_context(result, found), properties=about_file)
    return word.fill_charts(made, [_content(each) for each in found if _diagram(each)])


def _context(result: HalfYear, found: list[View]) -> dict[str, Any]:
    wanted = result.wanted
    chapters = dict.fromkeys(each.table.figure.chapter for each in found)
    return context(
        result.profile,
        result.day,
        periode=wanted.period.label,
        sammenlignet=wanted.before.label if wanted.before else None,
        sammenfatning=sentences(result),
        om_tallene=about(result),
        opdelinger=[x for name in wanted.breakdowns if (x := _breakdown(result, name))["linjer"]],
        kapitler=[
            {
                "navn": chapter,
                "figurer": [_figure(x) for x in found if x.table.figure.chapter == chapter],
            }
            for chapter in chapters
        ],
        begrundelser=list(result.reasons),
    )


def _diagram(view: View) -> str:
    """Return the name of the figure's chart; nothing where it would be empty or too full."""
    kind = view.table.figure.chart
    alone = kind is Chart.BAR and len(view.labels) == 1
    return "" if alone or not view.is_drawn else kind.value


def _figure(view: View) -> dict[str, Any]:
    figure = view.table.figure
    with_n = figure.shape is Shape.COUNT and figure.chart is Chart.STACKED
    kroner = ", kr." if figure.shape is Shape.AMOUNT else ""
    columns = [f"{each}{kroner}" for each in view.columns[-COLUMNS:]]
    heads = [*columns, "n"] if with_n else columns
    lines = []
    for line in filter(_says_something, view.lines):
        cells = [_text(figure, cell) for cell in line.cells[-COLUMNS:]]
        if with_n:
            cells.append(_count(line.cells[0].whole))
        lines.append({"navn": _plain(line.label), "sum": line.is_sum, **_numbered("c", cells)})
    return {
        "titel": figure.title,
        "kilde": figure.source,
        "definition": figure.definition,
        "enhed": figure.unit.capitalize(),
        "diagram": _diagram(view),
        "beskrivelse": _plain(described(view)),
        "antal_kolonner": len(heads),
        **_numbered("k", heads),
        "linjer": lines,
        "noter": _notes(view),
    }


def _says_something(line: ViewLine) -> bool:
    return line.is_sum or any(each.number is None or each.number.count for each in line.cells)


def _plain(text: str) -> str:
    """Return a text without the codes of rules, which leaders have no use for."""
    return _RULE.sub(lambda found: found[1].upper(), text)


def _numbered(letter: str, values: Any) -> dict[str, str]:
    found = dict.fromkeys((f"{letter}{n}" for n in range(1, COLUMNS + 1)), "")
    return found | {f"{letter}{n}": value for n, value in enumerate(values, 1)}


def _count(number: Number | None) -> str:
    return HIDDEN if number is None else grouped(number.count)


def _text(figure: Figure, cell: Cell) -> str:
    """Return what a cell says: ``12 (34 pct.)``, ``3,9 (n=12)`` or ``120.000``."""
    number = cell.number
    if number is None:
        return HIDDEN
    if figure.shape is Shape.AMOUNT:
        return grouped(number.total)
    if figure.shape is Shape.MEAN:
        average = mean(number)
        return _NOTHING if average is None else f"{_comma(average)} (n={number.count})"
    share = percent(number, cell.whole)
    if share is None:
        return HIDDEN if cell.whole is None else _NOTHING
    return f"{grouped(number.count)} ({share} pct.)"


def _comma(value: Decimal) -> str:
    return str(value).replace(".", ",")


def _notes(view: View) -> list[str]:
    table = view.table
    row = table.main()
    found = []
    if row and row.whole and table.figure.shape is Shape.COUNT:
        found.append(f"n = {grouped(row.whole.count)} {table.figure.unit}.")
    if not all(map(_says_something, view.lines)):
        found.append("Linjer uden nogen er ikke vist.")
    hidden = sum(each.hidden for each in table.rows if not each.group)
    if hidden:
        found.append(f"{counted(hidden, 'tal', 'tal')} i figuren er skjult.")
    if table.missing:
        cases = counted(len(table.missing), "sag", "sager")
        found.append(f"{cases} kan ikke læses helt og er ikke med i figuren.")
    return found


def _content(view: View) -> word.ChartContent:
    bars = view.table.figure.chart in (Chart.BAR, Chart.STACKED)
    rows = len(view.labels) * (len(view.series) if view.table.figure.chart is Chart.BAR else 1)
    series = tuple(
        word.Series(each.name, tuple(None if x is None else float(x) for x in each.values))
        for each in view.series
    )
    labels = tuple(map(_plain, view.labels))
    height = _TALL + _EACH * max(rows, 3)
    size = (min(2 * height, _WIDE), min(height, _HIGH)) if bars else None
    return word.ChartContent(view.table.figure.title, labels, series, _plain(described(view)), size)


def _breakdown(result: HalfYear, name: str) -> dict[str, Any]:
    """Return the main numbers of each group."""
    tables = {each.figure.key: each for each in result.tables}
    groups = dict.fromkeys(
        row.group for each in result.tables for row in each.rows if row.breakdown == name
    )
    lines = []
    for group in groups:
        own = {key: _of_group(table, name, group) for key, table in tables.items()}
        flow = own["unge-i-perioden"]
        cells = [
            _count(flow.whole) if flow else _NOTHING,
            _share(own["uddannelse-nu"], _sum(own["uddannelse-nu"])),
            _share(own["fremgang"], _answer(tables["fremgang"], own["fremgang"], YES)),
            _share(own["møder"], _sum(own["møder"])),
            _share(own["inddragelse"], _answer(tables["inddragelse"], own["inddragelse"], YES)),
        ]
        lines.append({"navn": group, **_numbered("c", cells)})
    return {"navn": BREAKDOWNS[name][0], "linjer": lines}


def _of_group(table: Table, name: str, group: str) -> Row | None:
    item = "Deltog den unge i mødet?" if table.figure.key == "inddragelse" else ""
    wanted = (item, name, group)
    return next((x for x in table.rows if (x.item, x.breakdown, x.group) == wanted), None)


def _answer(table: Table, row: Row | None, answer: str) -> Number | None:
    return row.cells[table.answers.index(answer)] if row else None


def _sum(row: Row | None) -> Number | None:
    return row.sums[0] if row else None


def _share(row: Row | None, part: Number | None) -> str:
    if row is None or (row.whole and row.whole.count == 0):
        return _NOTHING
    share = percent(part, row.whole)
    return HIDDEN if share is None or part is None else f"{part.count} ({share} pct.)"
