"""Interactive questions in Danish; never asked without a terminal."""

import sys
from collections.abc import Callable
from typing import TypeVar

import click

from samarbejde_cli.cli import console
from samarbejde_cli.danish.said import yes_or_no
from samarbejde_cli.danish.text import INVISIBLE
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.report.folded import folded

Value = TypeVar("Value")


def ask(label: str, parse: Callable[[str], Value], *, option: str) -> Value:
    """Ask until ``parse`` accepts the answer, and return what it makes of it.

    ``parse`` raises WrongUseError with Danish words; they are shown before the next try.
    Without a terminal the missing value is a click.UsageError that names the option.
    End of input raises click.Abort.
    """
    require_terminal(option)
    while True:
        try:
            return parse(read_line(f"{label}: "))
        except WrongUseError as error:
            console.problem(error.message, error.hint)


def confirm(question: str, *, option: str, default: bool = False) -> bool:
    """Return the answer to a question of ja or nej; only Enter means the default.

    Without a terminal it is a click.UsageError that names the option which answers instead.
    """
    return ask(
        f"{question} [{'J/n' if default else 'j/N'}]",
        lambda answer: _yes_or_no(answer, default=default),
        option=option,
    )


def _yes_or_no(answer: str, *, default: bool) -> bool:
    if not answer:
        return default
    is_yes = yes_or_no(answer)
    if is_yes is None:
        raise WrongUseError(f"`{answer}` er hverken ja eller nej.", "Skriv ja eller nej.")
    return is_yes


def require_terminal(option: str) -> None:
    """Raise click.UsageError that names an option when nobody sits at a terminal."""
    if not is_at_terminal():
        raise click.UsageError(
            f"Der mangler et tilvalg: `{option}`.", click.get_current_context(silent=True)
        )


def is_at_terminal() -> bool:
    """Whether somebody sits at a terminal and can answer."""
    return bool(sys.stdin and sys.stdin.isatty())


def read_line(prompt: str) -> str:
    """Return a line that the user types after a prompt; raise click.Abort at the end of input.

    A line with a sign that nobody sees, as an arrow key makes one, is asked for again.
    """
    while True:
        console.err(f"{folded(prompt.rstrip())} ", newline=False)
        line = sys.stdin.readline()
        if not line:
            raise click.Abort
        if not INVISIBLE.search(line.strip()):
            return line.strip()
        console.problem(
            "Svaret har et tegn, der ikke kan ses; det kan være fra en piletast.", "Skriv det igen."
        )
