"""A workspace that was made: where it is, and what to do first."""

from collections.abc import Iterator

from samarbejde_cli.actions.init import (
    ATTRIBUTES_FILE,
    DIFF_ATTRIBUTE,
    DIFF_DRIVER,
    shows_word_files,
)
from samarbejde_cli.actions.merge_driver import DRIVER_COMMAND
from samarbejde_cli.actions.workspace import Workspace


def made(workspace: Workspace) -> Iterator[str]:
    """Yield where a new workspace is, and what to do in it first."""
    yield f"Arbejdsmappen er lavet i {workspace.root}.\n"
    yield "Gør nu sådan:"
    yield f"  1. Åbn {workspace.root / 'samarbejde.yaml'}, og udfyld brevhovedet og lokalerne."
    yield "  2. Gå til mappen, og opret den første sag med `samarbejde new-case`."
    yield "  3. Skal sagerne gemmes i git, så kør `git init` i mappen. Denne linje lader"
    yield "     `git diff` vise, hvad der er rettet i Word-filer:"
    yield f"       {DIFF_DRIVER}"
    yield "     Og denne lader git flette to udgaver af en sag efter det, de siger:"
    yield f"       {DRIVER_COMMAND}"
    if not shows_word_files(workspace):
        yield f"     Skriv først linjen `{DIFF_ATTRIBUTE}` i {ATTRIBUTES_FILE}."
