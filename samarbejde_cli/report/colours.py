"""Colours on a terminal; the console leaves them out where nobody wants them."""

from typing import Literal

import click

Colour = Literal["red", "green", "yellow", "cyan"]


def coloured(text: str, colour: Colour) -> str:
    """Return the text in bold colour; a stream that is no terminal prints it without."""
    return click.style(text, fg=colour, bold=True)
