"""``samarbejde export``: a copy of the workspace in which nobody can be recognised."""

from pathlib import Path
from random import SystemRandom
from typing import Annotated

import click
from typer import Option

from samarbejde_cli.actions.export import export as make_copy
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.report import export as report

Pseudonymised = Annotated[
    bool,
    Option(
        "--pseudonymised",
        help="Erstat navne, numre, adresser og tekster, og flyt dagene. Skal skrives.",
    ),
]
Output = Annotated[Path, options.folder("En ny mappe uden for arbejdsmappen, som kopien lægges i.")]


def export(
    output: Output,
    pseudonymised: Pseudonymised = False,
    workspace: options.Workspace = None,
) -> int:
    """Lav en kopi af alle sager, hvor ingen kan kendes, til forskning og til at prøve med.

    Kopien er en arbejdsmappe som den rigtige. Hver persons dage er flyttet lige langt, så reglerne
    stadig gælder.
    """
    if not pseudonymised:
        raise click.UsageError(
            "export laver kun kopier uden personer. Skriv --pseudonymised for at vise, at det er "
            "det, du vil."
        )
    found = opened(workspace)
    cases = console.progress(found.folders(), "Kopierer sag")
    made = make_copy(found, output, today(), SystemRandom(), cases)
    if problem := report.left_out(made):
        console.problem(*problem)
    console.out_lines(report.as_lines(made))
    return int(bool(made.left_out))


SECTION = Section.EVERYBODY
COMMANDS = {"export": export}
