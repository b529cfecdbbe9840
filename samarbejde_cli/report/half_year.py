"""The half-year's figures as JSON and as CSV, and what the screen says of them."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from samarbejde_cli.actions.report import HalfYear
from samarbejde_cli.danish.text import listed
from samarbejde_cli.figures.figure import Shape
from samarbejde_cli.figures.period import Period
from samarbejde_cli.figures.table import Number, Row, Table
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.report.csv_file import as_csv as csv_file
from samarbejde_cli.report.folded import paragraphs
from samarbejde_cli.report.half_year_rows import COLUMNS, Value, about, number_rows
from samarbejde_cli.report.half_year_view import HIDDEN, mean, percent
from samarbejde_cli.report.half_year_words import answer_label, item_label, sentences
from samarbejde_cli.report.json_text import as_text as json_text
from samarbejde_cli.report.json_text import versioned


def with_comma(value: Value) -> str:
    """Return a number as Danish Excel reads it, and a text as it is."""
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    return HIDDEN if value is None else str(value)


def as_json(result: HalfYear) -> dict[str, Any]:
    """Return the documented, versioned shape."""
    wanted = result.wanted
    return versioned(
        municipality=result.profile.municipality,
        period=_period(wanted.period),
        compare=_period(wanted.before) if wanted.before else None,
        as_of=result.day.isoformat(),
        profile=wanted.profile,
        breakdowns=list(wanted.breakdowns),
        min=wanted.least,
        persons=result.people,
        coordinators=result.coordinators,
        suppressed=result.hidden,
        unreadable_cases=len(result.unreadable),
        summary=sentences(result),
        forced_reasons=list(result.reasons),
        figures=[_figure(result, each) for each in result.tables],
    )


def _period(period: Period) -> dict[str, str]:
    return {
        "from": period.start.isoformat(),
        "to": period.end.isoformat(),
        "label": period.label,
    }


def _figure(result: HalfYear, table: Table) -> dict[str, Any]:
    figure = table.figure
    return {
        "key": figure.key,
        "chapter": figure.chapter,
        "source": figure.source,
        "title": figure.title,
        "definition": figure.definition,
        "unit": figure.unit,
        "shows": figure.shape.value,
        "missing_cases": len(table.missing),
        "suppressed": table.hidden,
        "rows": [_json_row(result, table, each) for each in table.rows],
    }


def _json_row(result: HalfYear, table: Table, row: Row) -> dict[str, Any]:
    figure = table.figure
    sums = zip((each.label for each in figure.sums), row.sums, strict=True)
    return {
        "item": item_label(result, row.item),
        "breakdown": row.breakdown or None,
        "group": row.group or None,
        "period": "before" if row.before else "now",
        "n": row.whole.count if row.whole else None,
        "answers": [
            {"answer": answer_label(result, answer), **_values(figure.shape, cell, row)}
            for answer, cell in zip(table.answers, row.cells, strict=True)
        ],
        "sums": [{"answer": label, **_values(figure.shape, each, row)} for label, each in sums],
    }


def _values(shape: Shape, cell: Number | None, row: Row) -> dict[str, Any]:
    found: dict[str, Any] = {"count": cell.count if cell else None}
    if shape is Shape.COUNT:
        found["percent"] = _float(percent(cell, row.whole, 1))
    if shape is Shape.MEAN:
        found["mean"] = _float(mean(cell))
    if shape is Shape.AMOUNT:
        found["amount"] = cell.total if cell else None
    return found


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def as_csv(result: HalfYear) -> bytes:
    """Return every number on a line of its own, for Danish Excel."""
    return csv_file(COLUMNS, (tuple(map(with_comma, row)) for row in number_rows(result)))


FORMS = ("docx", "xlsx", "csv", "json")
"""What a report can be made as; all of it where nothing is asked for."""


def files(result: HalfYear, forms: Iterable[str], root: Path) -> dict[str, bytes]:
    """Return the contents of the files by their names; ``root`` may have a template of its own."""
    return {_name(result, form): _DATA[form](result, root) for form in dict.fromkeys(forms)}


def _name(result: HalfYear, form: str) -> str:
    return f"halvårstal-{result.wanted.period.slug}.{form}"


def _json(result: HalfYear, _: Path) -> bytes:
    return f"{json_text(as_json(result), 'utf-8')}\n".encode()


def _csv(result: HalfYear, _: Path) -> bytes:
    return as_csv(result)


def _document(result: HalfYear, root: Path) -> bytes:
    from samarbejde_cli.report.half_year_document import as_document  # noqa: PLC0415 — only here

    return as_document(result, root)


def _workbook(result: HalfYear, _: Path) -> bytes:
    from samarbejde_cli.report.half_year_workbook import as_workbook  # noqa: PLC0415 — only here

    return as_workbook(result)


_DATA: Mapping[str, Callable[[HalfYear, Path], bytes]] = {
    "docx": _document,
    "xlsx": _workbook,
    "csv": _csv,
    "json": _json,
}


def as_lines(result: HalfYear, folder: Path, forms: Iterable[str]) -> list[str]:
    """Return what the screen says: the summary, what the numbers are, where the files lie."""
    written = (shown_path(folder / _name(result, form)) for form in dict.fromkeys(forms))
    said = paragraphs([*sentences(result), "", *about(result), ""])
    return [*said, *(f"skrevet: {each}" for each in written)]


def unclear(result: HalfYear) -> tuple[str, str] | None:
    """Return which cases could not be read whole, and how to see why; None when all could."""
    cases = {*result.unreadable, *(number for each in result.tables for number in each.missing)}
    if not cases:
        return None
    return (
        f"Noget kunne ikke læses i {listed(sorted(cases))}.",
        "Se hvorfor med `samarbejde validate`. Rapporten siger, hvilke tal sagerne mangler i.",
    )
