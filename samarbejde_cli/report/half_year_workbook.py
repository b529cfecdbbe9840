"""The half-year's figures as a workbook: every figure on a sheet with its chart, and all numbers.

Made with XlsxWriter, without a clock, so that the same figures give the same bytes.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any

from samarbejde_cli.actions.report import HalfYear
from samarbejde_cli.figures.figure import Chart, Figure, Shape
from samarbejde_cli.report.half_year_rows import COLUMNS, about, number_rows
from samarbejde_cli.report.half_year_view import (
    HIDDEN,
    Cell,
    View,
    described,
    mean,
    percent,
    views,
)
from samarbejde_cli.report.half_year_words import sentences

_NUMBER, _PERCENT, _MEAN, _KRONER = "#,##0", '0" pct."', "0.0", '#,##0" kr."'
_FORMATS = {Shape.COUNT: _NUMBER, Shape.MEAN: _MEAN, Shape.AMOUNT: _KRONER}
_PATTERNS: tuple[dict[str, Any], ...] = (
    {},
    {"pattern": "wide_upward_diagonal"},
    {"pattern": "percent_10"},
    {"pattern": "dark_horizontal"},
)
"""Fills that can be told apart in black and white."""
_MARKERS = ("circle", "diamond", "square", "triangle")
_DASHES = ("solid", "dash", "round_dot", "long_dash")
_FIRST = 4
"""The row of a sheet in which its table begins."""


def as_workbook(result: HalfYear) -> bytes:
    """Return the workbook."""
    from xlsxwriter import Workbook  # noqa: PLC0415 — slow to import, and rarely needed

    stream = BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        made = datetime.combine(result.day, time())
        author = result.profile.municipality
        book.set_properties({"title": "Halvårstal", "author": author, "created": made})
        _Book(book, result).write()
    return stream.getvalue()


class _Book:
    """A workbook that is being written."""

    def __init__(self, book: Any, result: HalfYear) -> None:
        self.book, self.result = book, result
        color = f"#{result.profile.look.color}"
        self.color = color
        base = {"font_name": result.profile.look.font, "valign": "top"}
        self.base = base
        self.title = book.add_format(base | {"bold": True, "font_size": 16, "font_color": color})
        self.text = book.add_format(base | {"text_wrap": True})
        self.bold = book.add_format(base | {"bold": True})
        self.head = book.add_format(
            base | {"bold": True, "font_color": "white", "bg_color": color, "text_wrap": True}
        )
        self.hidden = book.add_format(base | {"italic": True, "align": "right"})
        self.formats: dict[tuple[str, bool], Any] = {}

    def number(self, code: str, *, bold: bool = False) -> Any:
        """Return the format of numbers, in Danish where Excel is Danish."""
        if (code, bold) not in self.formats:
            made = self.book.add_format(self.base | {"num_format": code, "bold": bold})
            self.formats[code, bold] = made
        return self.formats[code, bold]

    def write(self) -> None:
        """Write every sheet."""
        found = views(self.result)
        names = list(_sheet_names([each.table.figure for each in found]))
        self._front(found, names)
        self._all_numbers()
        for view, name in zip(found, names, strict=True):
            self._figure(view, name)

    def _front(self, found: Sequence[View], names: Sequence[str]) -> None:
        sheet = self.book.add_worksheet("Overblik")
        sheet.set_column(0, 0, 46)
        sheet.set_column(1, 1, 20)
        sheet.set_column(2, 2, 80)
        sheet.set_column(3, 3, 12)
        title = f"{self.result.profile.municipality}: {self.result.wanted.period.label}"
        sheet.write_string(0, 0, title, self.title)
        row = 2
        for text in (*sentences(self.result), "", *about(self.result)):
            sheet.merge_range(row, 0, row, 2, text, self.text)
            row += 1
        row += 1
        for column, text in enumerate(("Figur", "Kilde", "Sådan er det talt", "Skjulte tal")):
            sheet.write_string(row, column, text, self.head)
        for view, name in zip(found, names, strict=True):
            row += 1
            figure = view.table.figure
            sheet.write_url(row, 0, f"internal:'{name}'!A1", string=figure.title)
            sheet.write_string(row, 1, figure.source, self.text)
            sheet.write_string(row, 2, figure.definition, self.text)
            sheet.write_number(row, 3, view.table.hidden, self.number(_NUMBER))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)

    def _all_numbers(self) -> None:
        """Write every number on a line of its own, as a table that can be filtered."""
        sheet = self.book.add_worksheet("Alle tal")
        rows = list(number_rows(self.result))
        columns = [{"header": name} for name in COLUMNS]
        last = max(len(rows), 1)
        sheet.add_table(0, 0, last, len(COLUMNS) - 1, {
            "columns": columns, "name": "Tal", "style": "Table Style Light 1",
        })  # fmt: skip
        for at, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                self._value(sheet, at, column, value, COLUMNS[column])
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, 2, 24)
        sheet.set_column(3, 7, 22)

    def _value(self, sheet: Any, row: int, column: int, value: Any, name: str) -> None:
        if value is None:
            sheet.write_string(row, column, HIDDEN, self.hidden)
        elif isinstance(value, str):
            sheet.write_string(row, column, value)
        else:
            code = {"Procent": "0.0", "Gennemsnit": _MEAN}.get(name, _NUMBER)
            sheet.write_number(row, column, float(value), self.number(code))

    def _figure(self, view: View, name: str) -> None:
        figure = view.table.figure
        sheet = self.book.add_worksheet(name)
        sheet.set_column(0, 0, 44)
        sheet.set_column(1, 20, 14)
        sheet.write_string(0, 0, figure.title, self.title)
        sheet.write_string(1, 0, f"{figure.source}. {figure.definition}")
        sheet.write_string(2, 0, _n_text(view))
        heads = [figure.unit.capitalize(), *_headings(view)]
        for column, text in enumerate(heads):
            sheet.write_string(_FIRST, column, text, self.head)
        for row, line in enumerate(view.lines, _FIRST + 1):
            sheet.write_string(row, 0, line.label, self.bold if line.is_sum else self.text)
            values = (x for cell in line.cells for x in _values(figure, cell))
            for column, (value, code) in enumerate(values, 1):
                if value is None:
                    sheet.write_string(row, column, HIDDEN, self.hidden)
                elif value != "":
                    made = self.number(code, bold=line.is_sum)
                    sheet.write_number(row, column, float(value), made)
        end = _FIRST + len(view.lines)
        sheet.autofilter(_FIRST, 0, end, len(heads) - 1)
        sheet.freeze_panes(_FIRST + 1, 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        if view.is_drawn:
            self._chart(sheet, view, name, end + 2)

    def _chart(self, sheet: Any, view: View, name: str, row: int) -> None:
        """Write what the chart draws below the table, and the chart below that."""
        figure = view.table.figure
        for at, label in enumerate(view.labels, 1):
            sheet.write_string(row + at, 0, label, self.text)
        for column, series in enumerate(view.series, 1):
            sheet.write_string(row, column, series.name, self.head)
            for at, value in enumerate(series.values, 1):
                if value is not None:
                    sheet.write_number(row + at, column, float(value), self.number("General"))
        sheet.write_string(row, 0, "Diagrammets tal", self.head)
        kind: dict[str, Any] = {
            Chart.BAR: {"type": "bar"},
            Chart.STACKED: {"type": "bar", "subtype": "stacked"},
            Chart.RADAR: {"type": "radar", "subtype": "with_markers"},
            Chart.LINE: {"type": "line"},
        }[figure.chart]
        chart = self.book.add_chart(kind)
        end = row + len(view.labels)
        for at, series in enumerate(view.series):
            chart.add_series({
                "name": [name, row, at + 1],
                "categories": [name, row + 1, 0, end, 0],
                "values": [name, row + 1, at + 1, end, at + 1],
                **self._look(figure.chart, at),
            })  # fmt: skip
            del series
        chart.set_title({"name": figure.title, "name_font": {"size": 12}})
        chart.set_legend({"position": "bottom"} if len(view.series) > 1 else {"none": True})
        _axes(chart, figure)
        size = {"width": 820, "height": 160 + 26 * max(len(view.labels), 6)}
        chart.set_size(size)
        told = {"description": described(view), "object_position": 1}
        sheet.insert_chart(end + 2, 0, chart, told)

    def _look(self, kind: Chart, at: int) -> dict[str, Any]:
        color = (self.color, "#7F7F7F", "#BFBFBF", "#404040")[at % 4]
        if kind in (Chart.RADAR, Chart.LINE):
            marker = {"type": _MARKERS[at % 4], "size": 8, "fill": {"color": color}}
            line = {"color": color, "width": 2.25, "dash_type": _DASHES[at % 4]}
            return {"line": line, "marker": marker}
        pattern = _PATTERNS[at % 4]
        border = {"border": {"color": "black", "width": 0.75}}
        if not pattern:
            return border | {"fill": {"color": color}, "gap": 60}
        return border | {"pattern": pattern | {"fg_color": color, "bg_color": "white"}}


def _axes(chart: Any, figure: Figure) -> None:
    if figure.chart in (Chart.BAR, Chart.STACKED):
        chart.set_y_axis({"reverse": True})
    if figure.shape is Shape.MEAN:
        chart.set_y_axis({"min": 0, "max": 5, "major_unit": 1})
    elif figure.shape is Shape.AMOUNT:
        chart.set_x_axis({"num_format": _KRONER})
    elif figure.chart is Chart.LINE:
        chart.set_y_axis({"min": 0, "max": 100, "num_format": _PERCENT})
    else:
        chart.set_x_axis({"min": 0, "max": 100, "num_format": _PERCENT})


def _n_text(view: View) -> str:
    row = view.table.main()
    if row is None or row.whole is None:
        return ""
    return f"n = {row.whole.count} {view.table.figure.unit}"


def _headings(view: View) -> Iterator[str]:
    shape = view.table.figure.shape
    for name in view.columns:
        if shape is Shape.COUNT:
            yield from (f"{name}: antal", f"{name}: pct.")
        elif shape is Shape.MEAN:
            yield from (name, "n")
        else:
            yield name


def _values(figure: Figure, cell: Cell) -> list[tuple[Any, str]]:
    """Return the values of a cell with their formats; nothing where nothing was counted."""
    number = cell.number
    if figure.shape is Shape.AMOUNT:
        return [(number.total if number else None, _KRONER)]
    count = (number.count if number else None, _NUMBER)
    empty = "" if number is not None else None
    if figure.shape is Shape.MEAN:
        average = mean(number)
        return [(empty if average is None else average, _MEAN), count]
    share = percent(number, cell.whole)
    return [count, (empty if share is None else share, _PERCENT)]


def _sheet_names(found: Sequence[Figure]) -> Iterator[str]:
    """Yield a name of at most 31 characters for each figure, each once."""
    seen: set[str] = set()
    for figure in found:
        number = re.search(r"\d\.\d", figure.source)
        plain = re.sub(
            r"[\[\]:*?/\\]", " ", f"{number[0] if number else ''} {figure.title}"
        ).strip()
        name = plain[:31].strip()
        while name.casefold() in seen:
            name = f"{name[:28].strip()} {len(seen)}"
        seen.add(name.casefold())
        yield name
