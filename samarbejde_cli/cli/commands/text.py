"""``samarbejde text``: a Word file as plain text, also for ``git diff``."""

from pathlib import Path
from typing import Annotated

from typer import Argument

from samarbejde_cli.actions.templates import text_of
from samarbejde_cli.cli import console
from samarbejde_cli.cli.command import Section

File = Annotated[
    Path,
    Argument(metavar="FIL", exists=True, dir_okay=False, help="En Word-fil (.docx)."),
]


def text(file: File) -> None:
    """Vis en Word-fil som tekst.

    Overskrifter, lister, tabeller, sidehoved og sidefod er mærket, så to udgaver af en fil kan
    sammenlignes linje for linje; `git diff` kan bruge den til det.
    """
    console.out(text_of(file).rstrip("\n"))


SECTION = Section.PAPERS
COMMANDS = {"text": text}
