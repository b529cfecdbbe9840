"""The CPR number: its form, its century and the birthday it encodes (domain.md: CPR number)."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any, Self

from samarbejde_cli.forms.reading import Mistake, Reader
from samarbejde_cli.forms.spellings import SPELLING, Schema
from samarbejde_cli.lazy import lazy_pattern

_FORM = lazy_pattern(r"([0-9]{2})([0-9]{2})([0-9]{2})-?([0-9]{4})")
_REPLACEMENT = 60
"""What is added to the day of a replacement or made-up number."""


class Cpr(str):
    """A CPR number in its normal form ``DDMMÅÅ-LLLL``, known to hold a real date.

    Modulus 11 is not checked: it has not held for all valid numbers since 1 October 2007.
    """

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the number that the text holds, with or without the dash.

        Raises ``ValueError`` when it has another form or its date does not exist.
        """
        found = _FORM.fullmatch(text.strip())
        if not found:
            msg = "form"
            raise ValueError(msg)
        number = cls("{}{}{}-{}".format(*found.groups()))
        _ = number.born
        return number

    @property
    def is_replacement(self) -> bool:
        """Whether 60 was added to the day: a replacement number or a made-up one."""
        return int(self[:2]) > _REPLACEMENT

    @property
    def born(self) -> date:
        """The birthday, with the century that digit 7 encodes."""
        return _birthday(self)

    @property
    def masked(self) -> str:
        """The number with its last four digits hidden: ``670310-xxxx``."""
        return f"{self[:6]}-xxxx"

    @classmethod
    def reader(cls) -> Reader:
        """Return the reader of a CPR number from text."""
        return _read

    @classmethod
    def json_schema(cls) -> Schema:
        """Describe the number to editors."""
        return {SPELLING: "cpr"}


@lru_cache(maxsize=1024)
def _birthday(cpr: Cpr) -> date:
    day, month, year, seventh = int(cpr[:2]), int(cpr[2:4]), int(cpr[4:6]), int(cpr[7])
    if cpr.is_replacement:
        day -= _REPLACEMENT
    return date(_century(year, seventh) + year, month, day)


def _century(year: int, seventh: int) -> int:
    if seventh <= 3:  # noqa: PLR2004 — the table of the CPR office, digit by digit
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900  # noqa: PLR2004 — same table
    return 2000 if year <= 57 else 1800  # noqa: PLR2004 — same table


def _read(value: Any, mistakes: list[Mistake]) -> Cpr | None:
    if not isinstance(value, str):
        mistakes.append(Mistake("text", value))
        return None
    try:
        return Cpr.parse(value)
    except ValueError as error:
        kind = "cpr_form" if str(error) == "form" else "cpr_dato"
        # the number itself stays out of the message: screens and logs are read over shoulders
        mistakes.append(Mistake(kind, value))
    return None


_DASH = r"[-\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]"
_GAP = r"[ \t\u00a0\u2000-\u200b\u202f\u2060]"
_WRITTEN = lazy_pattern(
    r"[^\0-/:-\u065f](?<![-\d].)(?<=\d)"  # a digit; ranges alone pass over a text quickly
    rf"(?:(?<![^\W_]\d)\d{{5}}{_GAP}?(?P<plain>\d{{4}})(?![^\W_])(?!-)"
    rf"|(?<!\d\d)\d[ ./-]?\d\d[ ./-]?(?:18|19|20)?\d\d{_GAP}?{_DASH}{_GAP}?"
    r"(?P<dashed>\d{4})(?!\d)(?!-))"
)
_ALIKE = bytes.maketrans(b"123456789\t\xad", b"000000000 \xa0")
_PARTS = (b"-0000", b"- 0000", b"000000", b"\xa0")
"""One of them is in every text with a number, when its digits and gaps are made alike; the last
stands for the gap and the dash that are not ASCII."""
_WITH_CENTURY = 12
_TAIL = lazy_pattern(r"(?<!\d)(\d{6}[- ]?)\d{4}(?!\d)")


def written_numbers(text: str) -> Iterator[re.Match[str]]:
    """Yield each CPR number in a text, in any way people write one: ``67.03.10 – 4321``.

    A number whose date does not exist is none, nor is one inside a longer word of letters and
    digits.
    """
    if not _may_have_number(text):
        return
    for found in _WRITTEN.finditer(text):
        digits = "".join(filter(str.isdigit, found[0]))
        digits = str(int(digits)).zfill(len(digits))  # however they are written
        if len(digits) == _WITH_CENTURY:
            digits = digits[:4] + digits[6:]
        try:
            Cpr.parse(digits)
        except ValueError:
            continue
        yield found


def _may_have_number(text: str) -> bool:
    """Whether a text has what every number has, or letters beyond ``ÿ``: a quick look."""
    try:
        shape = text.encode("latin-1").translate(_ALIKE)
    except UnicodeEncodeError:
        return True
    return any(part in shape for part in _PARTS)


def masked(text: str) -> str:
    """Return the text with the last four digits of every CPR number replaced, equally long."""
    for found in written_numbers(text):
        start, end = found.span(found.lastgroup or 0)
        text = f"{text[:start]}xxxx{text[end:]}"
    return _TAIL.sub(r"\1xxxx", text)
