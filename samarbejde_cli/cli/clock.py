"""Today: the only place that asks what day it is."""

import os
from datetime import date, datetime

from samarbejde_cli.danish.dates import YEARS, is_far_off, parse_iso
from samarbejde_cli.errors import WrongUseError

VARIABLE = "SAMARBEJDE_DAG"


def today() -> date:
    """Return today, or the day in ``SAMARBEJDE_DAG`` (for tests, and for preparing ahead).

    Raises WrongUseError when the variable holds anything but a date like ``2026-03-03``.
    """
    text = os.environ.get(VARIABLE, "")
    if not text:
        return date.today()  # noqa: DTZ011, TID251 — the user's own calendar day is meant, and cli/ is where it is asked for
    if day := parse_iso(text):
        return day
    years = f" med et år fra {YEARS[0]} til {YEARS[-1]}" if is_far_off(text) else ""
    raise WrongUseError(
        f"Miljøvariablen {VARIABLE} er `{text}`, og det er ikke en dato{years}.",
        "Skriv datoen som 2026-03-03, eller fjern miljøvariablen.",
    )


def now() -> datetime:
    """Return the present moment of the user's own clock, on the day that ``today`` gives."""
    return datetime.combine(today(), datetime.now().time())  # noqa: DTZ005, TID251 — as in today
