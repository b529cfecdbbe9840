"""What may be written in a field, as JSON Schemas for editors.

An editor types values by the core schema of YAML 1.2: ``9.00`` is the number 9, ``70100080`` a
number, ``2026-03-03`` a text. The program reads raw text. A schema here accepts a value when the
program accepts a text that an editor reads as that value; so ``svar: 01`` passes as ``svar: 1``.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from samarbejde_cli.danish import dates
from samarbejde_cli.lazy import lazy_pattern

Schema: TypeAlias = dict[str, Any]

SPELLING = "x-spelling"
"""The keyword by which a field's type names its entry in ``SPELLINGS`` or a list of proposals."""

EMAIL = r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}"
PHONE = r"(?:\+[1-9][0-9] ?)?[1-9][0-9](?: ?[0-9]{2}){3}"
POST_CODE = r"0(?:55[5-9]|5[6-9][0-9]|[6-9][0-9]{2})|[1-9][0-9]{3}"
"""The lowest Danish post code is 0555."""
MOMENT = r"[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?"
COLOR = r"[0-9A-Fa-f]{6}"
HALF_YEARS = r" *(?:[0-9] *){1,2}(?:½|[.,] *5)? *"

_TEN = 10
_LEAP = "(?:0[48]|[2468][048]|[13579][26])"
_CENTURIES = "|".join(str(year // 100) for year in dates.YEARS[::100])
DAY = (
    f"(?={_CENTURIES})(?:[0-9]{{4}}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    f"|(?:[0-9]{{2}}{_LEAP}|(?:[02468][048]|[13579][26])00)-02-29)"
)
_CPR = (
    r"\s*(?:(?:(?:[06][1-9]|[17][0-9]|2[0-8]|8[0-8])(?:0[1-9]|1[0-2])"
    "|(?:29|30|89|90)(?:01|0[3-9]|1[0-2])|(?:31|91)(?:0[13578]|1[02]))[0-9]{2}-?[0-9]{4}"
    rf"|[28]902(?:{_LEAP}-?[0-9]|00-?[4-9])[0-9]{{3}})\s*"
)
_NAMED_GROUP = lazy_pattern(r"\(\?P<\w+>")
_NOT_EMPTY = ["string", "number", "boolean", "object", "array"]

EMPTY: Schema = {"not": {"type": _NOT_EMPTY}}
"""A field with nothing after the colon. Said this way, no editor proposes to write ``null``."""


def demanded(types: list[str], wanted: str, message: str) -> Schema:
    """Return a schema that turns down some types of value with a message of its own.

    Said this way, no editor proposes ``true``, ``false`` and ``null`` for a text.
    """
    return {"if": {"type": types}, "then": {"type": wanted, "errorMessage": message}}


TEXT = demanded(["object", "array", "null"], "string", "Her skal stå en tekst.")
"""Any text; what looks like a number or ``true`` is text too."""


class WithJsonSchema:
    """The part of an annotation that describes a type to editors; the last one holds."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema


def spelled(name: str) -> WithJsonSchema:
    """Return the annotation of a type that is written as an entry of ``SPELLINGS`` says."""
    return WithJsonSchema({SPELLING: name})


def text(pattern: str, message: str) -> Schema:
    """Return the schema of a text of a form, from its first character to its last."""
    # a bare $ would let Python's re accept a line break after the last character
    plain = _NAMED_GROUP.sub("(?:", pattern) if "(?P<" in pattern else pattern
    whole = f"^(?:{plain})$(?!\\n)"
    return {"type": "string", "pattern": whole, "errorMessage": message}


def one_of(words: Iterable[str], labels: Iterable[str], message: str) -> Schema:
    """Return the schema of a closed set of words, in any case and with any separator."""
    known = list(words)
    written = f"\\s*(?:{'|'.join(map(_any_case, known))})\\s*"
    values = [int(word) if word.isdecimal() else word for word in known]
    return _either({"enum": values, "markdownEnumDescriptions": list(labels)}, written, message)


def _either(proposals: Schema, pattern: str, message: str) -> Schema:
    return {"anyOf": [{**proposals, "errorMessage": message}, text(pattern, message)]}


def proposed(words: Mapping[str, str]) -> Schema:
    """Return the schema of any text, for which an editor proposes words, explained."""
    if not words:
        return TEXT
    proposals = {"enum": list(words), "markdownEnumDescriptions": list(words.values())}
    return {"anyOf": [{**proposals, "errorMessage": TEXT["then"]["errorMessage"]}, TEXT]}


def whole_number(least: int = 0, most: int | None = None) -> Schema:
    """Return the schema of a whole number, quoted or not."""
    limits = {"minimum": least} | ({} if most is None else {"maximum": most})
    upto = "og op" if most is None else f"til {most}"
    message = f"Skriv et helt tal fra {least} {upto}, uden punktum og enhed."
    return _or_numbers(text(_digits(least, most), message), {"type": "integer", **limits})


def _digits(least: int, most: int | None) -> str:
    """Return the pattern of a whole number from 0 or 1 on, up to a single digit or only nines."""
    if most is not None and most < _TEN:
        return f"0*[{least}-{most}]"
    more = "*" if most is None else f"{{0,{len(str(most)) - 1}}}"
    return f"0*[{least}-9][0-9]{more}"


def _any_case(word: str) -> str:
    return "".join(_sign(sign) for sign in word)


def _sign(sign: str) -> str:
    if sign in "-_ ":
        return "[-_\\s]+"
    return f"[{sign.upper()}{sign}]" if sign.upper() != sign else sign


def _or_numbers(written: Schema, *numbers: Schema) -> Schema:
    """Return the schema of a text or of some numbers that an editor makes of it."""
    return {"if": {"anyOf": list(numbers)}, "else": written}


def _between(ranges: Iterable[tuple[int, int]]) -> Iterator[Schema]:
    for least, most in ranges:
        yield {"type": "integer", "minimum": least, "maximum": most}


def _clocks() -> list[float]:
    return [float(f"{hour}.{minute:02}") for hour in range(24) for minute in range(60)]


def _cprs() -> Iterator[tuple[int, int]]:
    """Yield the stretches of numbers whose first six digits are a date."""
    month, year = 1_000_000, 10_000
    for more in (0, 60):
        for day in range(1, 29):
            first = (day + more) * 100 * month
            yield first + month, first + 13 * month - 1
        for day, months in {29: (1, *range(3, 13)), 30: (1, *range(3, 13)), 31: _LONG}.items():
            for each in months:
                first = ((day + more) * 100 + each) * month
                yield first, first + month - 1
        leap_day = ((29 + more) * 100 + 2) * month
        yield leap_day + 4_000, leap_day + 9_999  # 2000 was a leap year, 1900 was not
        for each in range(4, 100, 4):
            yield leap_day + each * year, leap_day + (each + 1) * year - 1


_LONG = (1, 3, 5, 7, 8, 10, 12)


def _day_of_year() -> str:
    months = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
    longest = dict(zip(months, (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), strict=True))
    return "|".join(
        f"(?:{_days(longest[month])})\\.?\\s+{_any_case(month)}[A-Za-zÆØÅæøå]*\\.?"
        for month in months
    )


def _days(last: int) -> str:
    tens, ones = divmod(last, 10)
    return f"0?[1-9]|1[0-9]|2[0-{9 if tens > 2 or ones == 9 else ones}]" + (  # noqa: PLR2004
        f"|3[0-{ones}]" if tens == 3 else ""  # noqa: PLR2004
    )


def spellings() -> dict[str, Schema]:
    """Return the schema of every type of value, by the name that ``spelled`` was given."""
    clock = text(dates.CLOCK, "Skriv klokkeslættet som 9.00 eller 13.30.")
    color = text(COLOR, "Skriv farven med seks tegn af 0-9 og A-F, som 1F4E5F.")
    return {
        "dag": text(DAY, "Skriv datoen som 2026-03-03."),
        "dag_i_året": text(_day_of_year(), "Skriv dagen som 24. december."),
        "tidspunkt": text(f"(?:{DAY}){MOMENT}", "Skriv dato og klokkeslæt som 2026-03-03T10:30."),
        "klokkeslæt": _or_numbers(clock, {"enum": _clocks()}),
        "tal": whole_number(),
        "email": text(EMAIL, "Skriv én mailadresse, som navn@kommune.dk."),
        "telefon": _or_numbers(
            text(PHONE, "Skriv ét nummer med otte cifre, som 20 00 00 01."),
            *_between([(10_000_000, 99_999_999), (1_010_000_000, 9_999_999_999)]),
        ),
        "postnummer": _or_numbers(
            text(POST_CODE, "Skriv fire cifre, og byens navn i `by`."), *_between([(555, 9999)])
        ),
        "cpr": _or_numbers(text(_CPR, "Skriv CPR-nummeret som 670310-4321."), *_between(_cprs())),
        "ja_nej": _either(
            {"enum": ["ja", "nej"]}, f"{_any_case('ja')}|{_any_case('nej')}", "Skriv ja eller nej."
        ),
        "alder": _or_numbers(
            text(HALF_YEARS, "Skriv alderen som 17 eller 17½."),
            {"type": "number", "multipleOf": 0.5, "minimum": 0, "maximum": 99.5},
        ),
        # 1E4030 is a number with an exponent to an editor, mostly too large for one
        "farve": _or_numbers(
            color,
            {"type": "integer", "minimum": 0, "maximum": 999_999},
            {"type": "integer", "minimum": 1_000_000, "maximum": 10**15, "multipleOf": 1000},
            {"type": "number", "minimum": 10**15},
        ),
    }
