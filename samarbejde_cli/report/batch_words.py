"""Numbers and lines that the texts about mailings share."""

from collections.abc import Iterator, Sequence
from shutil import get_terminal_size

from samarbejde_cli.danish.text import grouped
from samarbejde_cli.report.folded import lines_of

SHOWN = 20
"""Cases or letters that the screen shows of a list; JSON has all of them."""
HELP = "      hjælp: "


def fill(text: str, first: str = "", further: str = "") -> str:
    """Return a text on as many lines as the screen needs."""
    return "\n".join(lines_of(text, max(get_terminal_size().columns - 1, 40), first, further))


def of_letters(number: int) -> str:
    """Return a number of letters."""
    return number_of(number, "brev", "breve")


def number_of(number: int, one: str, many: str) -> str:
    """Return a large number with its noun."""
    return f"{grouped(number)} {one if number == 1 else many}"


def some(files: Sequence[str]) -> Iterator[str]:
    """Yield the first of some files, a line each, and how many more there are."""
    yield from (f"  {file}" for file in files[:SHOWN])
    if len(files) > SHOWN:
        yield f"  … og {grouped(len(files) - SHOWN)} mere."
