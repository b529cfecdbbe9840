"""Rows as a CSV file that Danish Excel opens with a double click."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return the file: UTF-8 with a BOM, semicolons, CRLF line endings.

    An apostrophe keeps Excel from reading a text as a formula.
    """
    page = StringIO()
    writer = csv.writer(page, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return f"{_BOM}{page.getvalue()}".encode()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
