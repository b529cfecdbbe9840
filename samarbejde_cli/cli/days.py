"""Dates and clock times on the command line."""

from datetime import date, time
from functools import partial
from typing import Any

from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.options import parsed
from samarbejde_cli.danish import dates, said
from samarbejde_cli.danish.text import listed
from samarbejde_cli.errors import WrongUseError


def day(text: str, *, ahead: bool = False) -> date:
    """Return the date that a user says: ``i går``, ``3/3``, ``tirsdag``, ``2026-03-03``.

    ``ahead`` is for a day that can only be to come. Raises ``WrongUseError`` for what is none, or
    may be two, with what to write.
    """
    words = text.strip()
    if dates.is_far_off(words):
        raise WrongUseError(
            f"`{text}` ligger uden for de år, programmet regner med.",
            f"Året skal ligge fra {dates.YEARS[0]} til {dates.YEARS[-1]}.",
        )
    found = dates.parse_iso(words)
    meant = (found,) if found else said.days(words, today(), ahead=ahead)
    if len(meant) > 1:
        days = listed([f"{each.isoformat()} ({dates.full_date(each)})" for each in meant], "eller")
        raise WrongUseError(f"`{text}` kan være flere dage.", f"Skriv {days}.")
    if not meant:
        raise WrongUseError(
            f"`{text}` er ikke en dato, programmet kan læse.",
            said.how_to_write(words, today()),
        )
    return meant[0]


def clock_time(text: str) -> time:
    """Return the clock time that a user says: ``13.00``, ``13:00``, ``13`` or ``kl. 13``.

    Raises ``WrongUseError`` for anything else, or what may be two times.
    """
    found = said.clock_times(text)
    if not found:
        raise WrongUseError(f"`{text}` er ikke et klokkeslæt.", "Skriv det som 13.00.")
    if len(found) > 1:
        times = listed([dates.clock(each) for each in found], "eller")
        raise WrongUseError(f"`{text}` kan være to klokkeslæt.", f"Skriv {times}.")
    return found[0]


def day_option(name: str, help_text: str, *, ahead: bool = False) -> Any:
    """Return an option that takes a date as people say it; ``ahead`` as in ``day``."""
    return parsed(name, "DATO", partial(day, ahead=ahead), help_text)
