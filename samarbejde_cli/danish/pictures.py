"""Dates and numbers by the pictures of Word and Excel: ``dddd d. MMMM yyyy`` and ``#.##0,00``."""

import re
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from samarbejde_cli.lazy import lazy_pattern

_WORDS = lazy_pattern(r"'[^']*'|AM/PM|[^\W\d_]+|.", re.IGNORECASE)
_TOKENS = lazy_pattern(r"d{1,4}|M{1,4}|y{2,4}|[Hh]{1,2}|m{1,2}|s{1,2}|D{1,4}|Y{2,4}")
_TOKEN_LETTERS = frozenset("dDMyYHhms")
_WEEKDAYS = {"ddd": "EEE", "dddd": "EEEE"}
_NUMBER = lazy_pattern(r"[#0x](?:[#0x.,  ]*[#0x])?")
_THOUSANDS = lazy_pattern(r"[.,  ](?=[#0x]{3}(?![#0x]))")


def dated(value: date | time, picture: str) -> str:
    """Return a day or a clock time as the picture says, in Danish; literal text is in ``'``."""
    from babel.dates import format_datetime  # noqa: PLC0415 — babel is slow to import

    if isinstance(value, time):
        moment = datetime.combine(date.min, value)
    elif isinstance(value, datetime):
        moment = value
    else:
        moment = datetime.combine(value, time.min)
    pattern = "".join(map(_pattern, _WORDS.findall(picture)))
    return str(format_datetime(moment, pattern, locale="da"))


def _pattern(word: str) -> str:
    """Return a word of a picture as Babel writes it; ``den`` is text, ``ddMMyyyy`` is not."""
    if word.upper() == "AM/PM":
        return "a"
    if not word.isalpha():
        return word
    if not _TOKEN_LETTERS.issuperset(word):
        return f"'{word}'"
    tokens = (each.lower() if each[0] in "DY" else each for each in _TOKENS.findall(word))
    return "".join(_WEEKDAYS.get(each, each) for each in tokens)


def numbered(value: float | Decimal | str, picture: str) -> str | None:
    """Return a number as the picture says, with Danish signs; None for anything else."""
    place = _NUMBER.search(picture)
    number = _number(value)
    if place is None or number is None:
        return None
    whole, decimals = _split(place[0])
    least, most = decimals.count("0"), len(decimals)
    rounded = abs(number).quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
    before, _, after = f"{rounded:,f}".partition(".")
    before = before.replace(",", ".") if _THOUSANDS.search(whole) else before.replace(",", "")
    before = before.rjust(whole.count("0"), "0")
    after = after[:least] + after[least:].rstrip("0")
    sign = "-" if number < 0 and rounded else ""
    number_text = f"{sign}{before}{',' * bool(after)}{after}"
    return f"{picture[: place.start()]}{number_text}{picture[place.end() :]}".replace("'", "")


def _split(places: str) -> tuple[str, str]:
    """Return the parts before and after the decimal sign, the last sign that does not group."""
    last = max(places.rfind(","), places.rfind("."))
    both = "," in places and "." in places
    if last < 0 or (not both and _THOUSANDS.match(places, last)):
        return places, ""
    return places[:last], places[last + 1 :]


def _number(value: float | Decimal | str) -> Decimal | None:
    written = value.strip().replace(".", "").replace(",", ".") if isinstance(value, str) else value
    try:
        found = Decimal(str(written))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
