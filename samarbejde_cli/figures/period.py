"""The period that figures are about: a half-year, or any two days."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from samarbejde_cli.danish import dates
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.lazy import lazy_pattern

_HALF = lazy_pattern(
    r"(?P<year>\d{4})[\s-]*[hH](?P<half>[12])|(?P<nth>[12])\.?\s*halvår\s*(?P<of>\d{4})",
    re.IGNORECASE,
)
_JULY = 7


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from ``start`` to ``end``, both included."""

    start: date
    end: date

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in the period."""
        return day is not None and self.start <= day <= self.end

    def overlaps(self, other: "Period") -> bool:
        """Whether a day lies in both."""
        return self.start <= other.end and other.start <= self.end

    @property
    def label(self) -> str:
        """What the period is called: ``1. halvår 2026``, else its days."""
        for number in (1, 2):
            if half_year(self.start.year, number) == self:
                return f"{number}. halvår {self.start.year}"
        return f"{dates.long_date(self.start)} – {dates.long_date(self.end)}"

    @property
    def slug(self) -> str:
        """What the period is called in the name of a file: ``2026H1``, else its days."""
        for number in (1, 2):
            if half_year(self.start.year, number) == self:
                return f"{self.start.year}H{number}"
        return f"{self.start.isoformat()}_{self.end.isoformat()}"

    @property
    def half_years(self) -> list["Period"]:
        """The four half-years that end with the one of the last day, the first one first."""
        found = [_half_of(self.end)]
        while len(found) < 4:  # noqa: PLR2004 — two years show which way things go
            found.insert(0, _half_of(found[0].start - timedelta(days=1)))
        return found


def half_year(year: int, number: int) -> Period:
    """Return the first or second half of a year."""
    if number == 1:
        return Period(date(year, 1, 1), date(year, 6, 30))
    return Period(date(year, 7, 1), date(year, 12, 31))


def _half_of(day: date) -> Period:
    return half_year(day.year, 1 if day.month < _JULY else 2)


def last_half_year(today: date) -> Period:
    """Return the last half-year that is over."""
    return _half_of(_half_of(today).start - timedelta(days=1))


def parse_period(text: str) -> Period:
    """Return the period of ``2026H1``, ``1. halvår 2026`` or ``2026-01-01..2026-06-30``.

    Raises ``WrongUseError`` for anything else.
    """
    found = _HALF.fullmatch(text.strip())
    if found and (year := int(found["year"] or found["of"])) in dates.YEARS:
        return half_year(year, int(found["half"] or found["nth"]))
    first, dots, last = text.partition("..")
    start, end = (dates.parse_iso(each.strip()) for each in (first, last))
    if dots and start and end and start <= end:
        return Period(start, end)
    if dots and start and end:
        raise WrongUseError(
            f"Perioden `{text}` slutter, før den begynder.",
            f"Skriv {end.isoformat()}..{start.isoformat()}.",
        )
    raise WrongUseError(
        f"`{text}` er ikke en periode.",
        "Skriv et halvår som 2026H1, eller to dage som 2026-01-01..2026-06-30.",
    )
