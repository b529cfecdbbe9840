"""A figure as lines, columns and a chart: what the Word report and the workbook show alike."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from samarbejde_cli.actions.report import HalfYear
from samarbejde_cli.figures.figure import Chart, Shape
from samarbejde_cli.figures.handbook import OTHERWISE, PAID
from samarbejde_cli.figures.table import Number, Row, Table
from samarbejde_cli.figures.words import YES
from samarbejde_cli.lazy import frozen
from samarbejde_cli.report.half_year_words import answer_label, item_label

HIDDEN = "skjult"
DIFFERENCE = "Forskel"


@frozen
class Cell:
    """A cell: how many and their sum, of how many; ``number`` is None where it is hidden."""

    number: Number | None
    whole: Number | None


@frozen
class ViewLine:
    """One line: its name, its cells, and whether it adds up others."""

    label: str
    cells: tuple[Cell, ...]
    is_sum: bool = False


@frozen
class ChartSeries:
    """What one series of a chart shows of each label; None where that is hidden."""

    name: str
    values: tuple[Decimal | None, ...]


@frozen
class View:
    """A figure to be shown: columns beside the names of lines, and the chart's series."""

    table: Table
    columns: tuple[str, ...]
    lines: tuple[ViewLine, ...]
    labels: tuple[str, ...]
    series: tuple[ChartSeries, ...]

    @property
    def is_drawn(self) -> bool:
        """Whether there is a number to draw."""
        return any(value for each in self.series for value in each.values)


def percent(part: Number | None, whole: Number | None, decimals: int = 0) -> Decimal | None:
    """Return how many per cent one number is of another; None where one of them is hidden."""
    if part is None or whole is None or whole.count == 0:
        return None
    return _rounded(Decimal(100 * part.count) / whole.count, decimals)


def mean(number: Number | None, decimals: int = 1) -> Decimal | None:
    """Return the average that a number stands for; None where it is hidden."""
    if number is None or number.count == 0:
        return None
    return _rounded(Decimal(number.total) / number.count, decimals)


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def views(result: HalfYear) -> list[View]:
    """Return every figure for which something was counted."""
    return [_view(result, table) for table in result.tables if any(_main_rows(table))]


def _main_rows(table: Table) -> Iterator[Row]:
    return (row for row in table.rows if not row.group)


def _view(result: HalfYear, table: Table) -> View:
    figure = table.figure
    if figure.shape is Shape.AMOUNT:
        return _amounts(table)
    if figure.chart is Chart.LINE:
        return _over_time(result, table)
    items = {row.item for row in _main_rows(table)}
    return _by_answer(result, table) if items == {""} else _by_item(result, table)


def _by_answer(result: HalfYear, table: Table) -> View:
    """Return a line for each answer, a column for each period."""
    rows = sorted(_main_rows(table), key=lambda each: each.before)
    lines = [
        ViewLine(answer_label(result, answer), tuple(Cell(x.cells[at], x.whole) for x in rows))
        for at, answer in enumerate(table.answers)
    ]
    lines += [
        ViewLine(each.label, tuple(Cell(x.sums[at], x.whole) for x in rows), is_sum=True)
        for at, each in enumerate(table.figure.sums)
    ]
    names = tuple(_period(result, each) for each in rows)
    drawn = [x for x in lines if not x.is_sum and any(map(_is_something, x.cells))]
    series = tuple(
        ChartSeries(name, tuple(percent(x.cells[at].number, x.cells[at].whole) for x in drawn))
        for at, name in enumerate(names)
    )
    return View(table, names, tuple(lines), tuple(x.label for x in drawn), series)


def _is_something(cell: Cell) -> bool:
    return cell.number is None or cell.number.count > 0


def _by_item(result: HalfYear, table: Table) -> View:
    """Return a line for each item and period, a column for each answer."""
    rows = [each for each in _main_rows(table) if _is_told(table, each)]
    now = [each for each in rows if not each.before]
    lines = tuple(
        ViewLine(_line_name(result, each), tuple(Cell(x, each.whole) for x in each.cells))
        for each in rows
    )
    answers = tuple(answer_label(result, each) or "Gennemsnit" for each in table.answers)
    series = tuple(
        ChartSeries(name, tuple(_drawn(table, x.cells[at], x.whole) for x in now))
        for at, name in enumerate(answers)
    )
    labels = tuple(item_label(result, each.item) for each in now)
    if table.figure.chart is Chart.RADAR:
        own = ChartSeries(table.figure.title, series[0].values)
        series = (*_radar_before(result, table, labels), own)
    return View(table, answers, lines, labels, series)


def _is_told(table: Table, row: Row) -> bool:
    """Whether somebody is in a line, where the figure adds up who is."""
    return not table.figure.sums or any(each is None or each.count for each in row.sums)


def _radar_before(result: HalfYear, table: Table, labels: Sequence[str]) -> tuple[ChartSeries, ...]:
    """Return the averages at the start beside the latest ones."""
    first = next(x for x in result.tables if x.figure.chart is Chart.RADAR)
    if first is table:
        return ()
    rows = (first.main(label) for label in labels)
    values = tuple(mean(each.cells[0]) if each else None for each in rows)
    return (ChartSeries(first.figure.title, values),)


def _drawn(table: Table, cell: Number | None, whole: Number | None) -> Decimal | None:
    return mean(cell) if table.figure.shape is Shape.MEAN else percent(cell, whole)


def _line_name(result: HalfYear, row: Row) -> str:
    name = item_label(result, row.item)
    return f"{name} ({_period(result, row)})" if row.before else name


def _period(result: HalfYear, row: Row) -> str:
    before = result.wanted.before
    return before.label if row.before and before else result.wanted.period.label


def _over_time(result: HalfYear, table: Table) -> View:
    """Return a line for each half-year, a column for each question: the share of yes."""
    rows = {row.item: row for row in _main_rows(table)}
    halves = [each.label for each in result.wanted.period.half_years]
    questions = tuple(dict.fromkeys(item.rpartition(", ")[0] for item in rows))
    at = table.answers.index(YES)

    def cell(question: str, half: str) -> Cell:
        row = rows.get(f"{question}, {half}")
        return Cell(row.cells[at], row.whole) if row else Cell(Number(0, 0), Number(0, 0))

    lines = tuple(ViewLine(half, tuple(cell(x, half) for x in questions)) for half in halves)
    series = tuple(
        ChartSeries(x, tuple(percent(c.number, c.whole) for c in (cell(x, h) for h in halves)))
        for x in questions
    )
    return View(table, questions, lines, tuple(halves), series)


def _amounts(table: Table) -> View:
    """Return a line for each centre, and for each year what was paid, else, and the difference."""
    rows = {row.item: row for row in _main_rows(table) if not row.before}
    years = sorted({item.rpartition(" ")[2] for item in rows})
    columns = tuple(f"{what} {x}" for x in years for what in (PAID, OTHERWISE, DIFFERENCE))
    lines = [
        ViewLine(centre, tuple(x for year in years for x in _of_year(rows, year, at)))
        for at, centre in enumerate(table.answers)
    ]
    whole = tuple(x for year in years for x in _of_year(rows, year, None))
    lines.append(ViewLine("I alt", whole, is_sum=True))
    last = years[-1] if years else ""
    first = len(columns) - 3
    series = tuple(
        ChartSeries(f"{name} {last}", tuple(_kroner(x.cells[first + at]) for x in lines[:-1]))
        for at, name in enumerate((PAID, OTHERWISE))
    )
    return View(table, columns, tuple(lines), tuple(x.label for x in lines[:-1]), series)


def _kroner(cell: Cell) -> Decimal | None:
    return Decimal(cell.number.total) if cell.number else None


def _of_year(rows: dict[str, Row], year: str, at: int | None) -> Iterator[Cell]:
    """Yield what was paid in a year, what it would have been, and the difference."""
    found = []
    for what in (PAID, OTHERWISE):
        row = rows.get(f"{what} {year}")
        found.append(Number(0, 0) if row is None else row.whole if at is None else row.cells[at])
        yield Cell(found[-1], row.whole if row else None)
    paid, otherwise = found
    if paid is None or otherwise is None:
        yield Cell(None, None)
    else:
        yield Cell(Number(paid.count, otherwise.total - paid.total), None)


def described(view: View) -> str:
    """Return what a chart shows, for those who cannot see it."""
    figure = view.table.figure
    unit = {Shape.COUNT: " pct.", Shape.MEAN: "", Shape.AMOUNT: " kr."}[figure.shape]
    parts = []
    for each in view.series:
        pairs = zip(view.labels, each.values, strict=True)
        told = [f"{label} {_comma(x)}{unit}" for label, x in pairs if x is not None]
        if told:
            parts.append(f"{each.name}: {', '.join(told)}")
    return f"{figure.title}. {'. '.join(parts)}."


def _comma(value: Decimal) -> str:
    return str(value).replace(".", ",")
