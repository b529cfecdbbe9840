"""``samarbejde schema``: JSON Schemas for editors."""

from pathlib import Path
from typing import Annotated

from samarbejde_cli.actions.schema import FOLDER, write_schemas_to
from samarbejde_cli.actions.workspace import Workspace, open_workspace
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.command import Section
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.report import schema as report

Output = Annotated[
    Path | None,
    options.folder("Mappen til skemaerne. Uden tilvalget: .skemaer i arbejdsmappen."),
]


def schema(output: Output = None, workspace: options.Workspace = None) -> None:
    """Skriv JSON-skemaer, så din editor kan hjælpe med felterne.

    I VS Code med udvidelsen YAML foreslås felterne, mens du skriver, og hvert felt forklares. Det
    samme gælder afdelinger, lokaler og medarbejdere fra samarbejde.yaml. Er skemaerne væk eller for
    gamle, skriver `validate` og `new-case` dem også.
    """
    found = _workspace(workspace, needed=output is None)
    folder = output or (found.root if found else Path.cwd()) / FOLDER
    written = write_schemas_to(folder, found)
    console.out(report.as_text(len(written), folder))


def _workspace(given: Path | None, *, needed: bool) -> Workspace | None:
    try:
        return open_workspace(given, Path.cwd())
    except WrongUseError:
        if needed or given:
            raise
        return None


SECTION = Section.SETTINGS
COMMANDS = {"schema": schema}
