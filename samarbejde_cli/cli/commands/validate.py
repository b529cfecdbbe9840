"""``samarbejde validate``: everything that is wrong or missing, with places."""

from collections import Counter
from functools import partial
from pathlib import Path
from typing import Annotated

from samarbejde_cli.actions.path_selection import PathSelection
from samarbejde_cli.actions.schema import keep_schemas
from samarbejde_cli.actions.validate import check_each, check_folders
from samarbejde_cli.actions.workspace import open_workspace
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.opened import tidied
from samarbejde_cli.findings import Weight
from samarbejde_cli.report import findings

_BAD_PROFILE = 2

Paths = Annotated[
    list[str] | None,
    options.case_argument(
        "[STI...]", "Sagsnumre, mapper eller filer. Uden dem kontrolleres hele arbejdsmappen."
    ),
]


def validate(
    paths: Paths = None,
    form: options.FindingsFormat = "full",
    workspace: options.Workspace = None,
) -> int:
    """Kontrollér sagerne, og vis alt, der mangler eller er galt.

    Noget, der mangler for at komme videre fra det trin, sagen står i, er ikke en fejl: det står
    som »mangler«, og koden ud af programmet er 0. Fejl giver 1.
    """
    here = Path.cwd()
    found = tidied(open_workspace(workspace, here))
    keep_schemas(found)
    every = found.folders()
    folders = PathSelection(found, here).folders(paths) if paths else every
    shown = console.progress(folders, "Kontrollerer sag")
    whole = folders is every or folders == every
    if form == "json":
        checked = check_folders(found, folders, today(), whole=whole, shown=shown)
        console.out_json(findings.as_json(checked))
        counts = checked.counts
    else:
        counts = Counter[str]()
        lines = partial(findings.part_in_lines, form=form, width=findings.page_width())
        for _, part in check_each(found, folders, today(), lines, whole=whole, shown=shown):
            counts += part.counts
            if part.found:
                console.out("\n".join(part.found))
        console.out(findings.summary(len(folders) if found.loaded.profile else 0, counts))
    if found.loaded.profile is None:
        return _BAD_PROFILE
    return int(counts[Weight.ERROR] > 0)


SECTION = Section.OVERVIEW
COMMANDS = {"validate": validate}
