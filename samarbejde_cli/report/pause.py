"""A case that was paused or goes on."""

from datetime import date

from samarbejde_cli.danish.dates import long_date


def paused(number: str, until: date) -> str:
    """Return until when a case rests, and how to end that earlier."""
    return (
        f"{number} holder pause og går i gang igen den {long_date(until)}.\n"
        f"Er I klar før, så skriv: samarbejde resume {number}"
    )


def resumed(number: str) -> str:
    """Return that a case goes on."""
    return f"{number} er i gang igen. Se, hvad der skal gøres: samarbejde todo"
