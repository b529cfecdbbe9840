"""``samarbejde show``: a case as it is, or as it was on a day."""

from datetime import date
from typing import Annotated

from typer import Argument

from samarbejde_cli.actions.changes import files_on, present_files
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.days import day_option
from samarbejde_cli.cli.opened import opened_case
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.report import show as report

File = Annotated[
    str | None, Argument(metavar="[FIL]", help="Kun én fil, fx plan eller runder/1. Ellers alle.")
]
AsOf = Annotated[
    date | None,
    day_option("--as-of", "Sagen, som den var den dag, efter hvad der er gemt i git."),
]


def show(
    case: options.CaseArgument,
    file: File = None,
    as_of: AsOf = None,
    form: options.WrittenFormat = "text",
    workspace: options.Workspace = None,
) -> int:
    """Vis en sags filer, som de er, eller som de var en bestemt dag.

    Med --as-of hentes de ud af git, også når sagen havde et andet nummer dengang. Intet bliver
    skrevet. CPR-numre er skjult på skærmen.
    """
    found, loaded = opened_case(workspace, case)
    if as_of:
        number, files = files_on(found.root, loaded, as_of)
    else:
        number, files = loaded.number, dict(present_files(loaded))
    if file:
        wanted = f"{file.removesuffix('.yaml')}.yaml"
        if wanted not in files:
            names = ", ".join(sorted(files))
            raise WrongUseError(f"Sagen har ingen fil {wanted}.", f"Filerne er {names}.")
        files = {wanted: files[wanted]}
    if form == "json":
        console.out_json(report.as_json(number, files, as_of))
    else:
        console.out_lines(report.as_lines(number, files, as_of))
    return 0


SECTION = Section.OVERVIEW
COMMANDS = {"show": show}
