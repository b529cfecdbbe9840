"""Each number of the half-year on a line of its own, and what the numbers are."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

from samarbejde_cli.actions.report import HalfYear
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.danish.text import counted
from samarbejde_cli.figures.figure import Shape
from samarbejde_cli.figures.groups import BREAKDOWNS
from samarbejde_cli.figures.table import Number, Row, Table
from samarbejde_cli.report.half_year_view import mean, percent
from samarbejde_cli.report.half_year_words import answer_label, item_label

COLUMNS = (
    "Kapitel", "Kilde", "Figur", "Linje", "Opdelt efter", "Gruppe", "Periode", "Svar", "Antal",
    "Procent", "n", "Gennemsnit", "Kroner", "Hvad der tælles",
)  # fmt: skip


Value: TypeAlias = str | int | Decimal | None
"""A text, a number, or None for a number that is hidden."""


def number_rows(result: HalfYear) -> Iterator[tuple[Value, ...]]:
    """Yield every number with what it is about, in the order of ``COLUMNS``."""
    for table in result.tables:
        for row in table.rows:
            yield from _lines(result, table, row)


def _lines(result: HalfYear, table: Table, row: Row) -> Iterator[tuple[Value, ...]]:
    figure, wanted = table.figure, result.wanted
    period = wanted.before if row.before and wanted.before else wanted.period
    breakdown = BREAKDOWNS[row.breakdown][0] if row.breakdown else ""
    before = (figure.chapter, figure.source, figure.title, item_label(result, row.item))
    line = (*before, breakdown, row.group, period.label)
    whole = row.whole.count if row.whole else None
    answers = [*zip(table.answers, row.cells, strict=True)]
    answers += zip((each.label for each in figure.sums), row.sums, strict=True)
    for answer, cell in answers:
        count = cell.count if cell else None
        share, *others = _shown(figure.shape, cell, row)
        label = answer_label(result, answer)
        yield (*line, label, count, share, whole, *others, figure.unit)


def _shown(shape: Shape, cell: Number | None, row: Row) -> tuple[Value, Value, Value]:
    """Return the per cent, the average and the kroner of a cell, those that the figure shows."""
    if shape is Shape.AMOUNT:
        return "", "", cell.total if cell else None
    value = mean(cell) if shape is Shape.MEAN else percent(cell, row.whole, 1)
    shown = "" if value is None and cell is not None else value
    return ("", shown, "") if shape is Shape.MEAN else (shown, "", "")


def about(result: HalfYear) -> list[str]:
    """Return what the numbers are: the period, the day, what is hidden, what is missing."""
    wanted = result.wanted
    found = [
        f"Tallene er for {wanted.period.label}, som det var kendt den {long_date(result.day)}."
        + ("" if result.day >= wanted.period.end else " Perioden er ikke slut endnu.")
    ]
    if wanted.before:
        found.append(f"De er sammenlignet med {wanted.before.label}.")
    found.append(_told_hidden(result))
    if result.unreadable:
        cases = counted(len(result.unreadable), "sag", "sager")
        found.append(f"{cases} kan ikke læses og er ikke med i nogen tal.")
    found += [
        f"{counted(len(each.missing), 'sag', 'sager')} kan ikke læses helt og mangler i "
        f"{each.figure.source}: {each.figure.title}."
        for each in result.tables
        if each.missing
    ]
    return found


def _told_hidden(result: HalfYear) -> str:
    least = result.wanted.least
    if not result.hidden:
        return f"Ingen tal er skjult; grænsen er {counted(least, 'person', 'personer')}."
    return (
        f"{result.hidden} tal er skjult: de er om færre end {least} personer, eller sådan et tal "
        "kunne regnes ud af dem."
    )
