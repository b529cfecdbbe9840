"""Dates and clock times on the command line."""

from datetime import date, time
from typing import Any

from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.options import parsed
from samarbejde_cli.danish import dates, said
from samarbejde_cli.danish.text import listed
from samarbejde_cli.errors import WrongUseError


def day(text: str) -> date:
    """Return the date that a user wrote as ``2026-03-03``.

    Raises ``WrongUseError`` for anything else, with the right form of what was meant.
    """
    if found := dates.parse_iso(text.strip()):
        return found
    if dates.is_far_off(text.strip()):
        raise WrongUseError(
            f"`{text}` ligger uden for de år, programmet regner med.",
            f"Året skal ligge fra {dates.YEARS[0]} til {dates.YEARS[-1]}.",
        )
    meant = dates.guess(text)
    raise WrongUseError(
        f"`{text}` er ikke en dato, programmet kan læse.",
        f"Skriv {meant.isoformat()}." if meant else "Skriv datoen som 2026-03-03.",
    )


def clock_time(text: str) -> time:
    """Return the clock time that a user wrote as ``13.00``, ``13:00`` or ``13``.

    Raises ``WrongUseError`` for anything else.
    """
    words = text.strip()
    found = dates.parse_clock(f"{words}.00" if words.isdigit() else words)
    if found is None:
        raise WrongUseError(f"`{text}` er ikke et klokkeslæt.", "Skriv det som 13.00.")
    return found


def day_option(name: str, help_text: str) -> Any:
    """Return an option that takes a date."""
    return parsed(name, "DATO", day, help_text)


def said_day(text: str) -> date:
    """Return the date that a user says: ``i går``, ``3/3``, ``tirsdag``, ``2026-03-03``.

    Raises ``WrongUseError`` for what is none, or may be two.
    """
    found = said.days(text, today())
    if len(found) > 1:
        days = listed([f"{each.isoformat()} ({dates.full_date(each)})" for each in found], "eller")
        raise WrongUseError(f"`{text}` kan være flere dage.", f"Skriv {days}.")
    return found[0] if found else day(text)


def said_day_option(name: str, help_text: str) -> Any:
    """Return an option that takes a date as people say it."""
    return parsed(name, "DATO", said_day, help_text)
