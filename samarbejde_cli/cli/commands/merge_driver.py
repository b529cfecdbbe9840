"""``samarbejde merge-driver``: what git calls to merge two versions of a case's file."""

from pathlib import Path
from typing import Annotated

from typer import Argument

from samarbejde_cli.actions.merge_driver import merge_files
from samarbejde_cli.cli import console
from samarbejde_cli.cli.command import Section
from samarbejde_cli.report import merge_driver as report

Base = Annotated[Path, Argument(metavar="FØR", help="Filen, som den var (%O).")]
Ours = Annotated[Path, Argument(metavar="DIN", help="Din udgave, som resultatet skrives i (%A).")]
Theirs = Annotated[Path, Argument(metavar="ANDEN", help="Den anden udgave (%B).")]
Shown = Annotated[str, Argument(metavar="[STI]", help="Filens sti i mappen (%P), til beskeder.")]


def merge_driver(base: Base, ours: Ours, theirs: Theirs, path: Shown = "") -> int:
    """Flet to udgaver af en sags fil; git kalder den selv.

    Filerne bliver flettet efter det, de siger: personer efter navn, mål efter tekst, linjer i
    historikken hver for sig. Har begge ændret det samme, står begge udgaver i filen mellem gits
    tegn, og kommandoen siger hvor.
    """
    result = merge_files(base, ours, theirs, path)
    for line in report.merged(result, path or ours.name):
        console.err(line)
    return 0 if result.is_clean else 1


SECTION = Section.SHARING
COMMANDS = {"merge-driver": merge_driver}
