"""Dates on the command line."""

from datetime import date

from samarbejde_cli import dates
from samarbejde_cli.errors import WrongUseError


def day(text: str) -> date:
    """Return the date that a user wrote as ``2026-03-03``.

    Raises ``WrongUseError`` for anything else, with the right form of what was meant.
    """
    if found := dates.parse_iso(text.strip()):
        return found
    if dates.is_far_off(text.strip()):
        raise WrongUseError(
            f"'{text}' ligger uden for de år, programmet regner med.",
            f"Året skal ligge fra {dates.YEARS[0]} til {dates.YEARS[-1]}.",
        )
    meant = dates.guess(text)
    raise WrongUseError(
        f"'{text}' er ikke en dato, programmet kan læse.",
        f"Skriv {meant.isoformat()}." if meant else "Skriv datoen som 2026-03-03.",
    )
