"""A workspace that was made: where it is, and what to do first."""

from collections.abc import Iterator

from samarbejde_cli.actions.git_setup import SetUp
from samarbejde_cli.actions.workspace import Workspace


def made(workspace: Workspace, git: SetUp | None) -> Iterator[str]:
    """Yield where a new workspace is, what git makes of it, and what to do in it first."""
    yield f"Arbejdsmappen er lavet i {workspace.root}."
    yield from _kept(git) if git else ()
    yield ""
    yield "Gør nu sådan:"
    yield f"  1. Åbn {workspace.root / 'samarbejde.yaml'}, og udfyld brevhovedet og lokalerne."
    yield "  2. Gå til mappen, og opret den første sag med `samarbejde new-case`."
    if git:
        yield "  3. Gem det, du har lavet, med `samarbejde save`."


def _kept(git: SetUp) -> Iterator[str]:
    if git.problem:
        yield f"Den ligger ikke i git endnu: {git.problem.message}"
        yield f"{git.problem.hint}"
        yield "Kør så `samarbejde doctor --fix` i mappen."
    elif git.joined:
        yield "Den er lagt i det git, der er i mappen i forvejen."
    else:
        yield "Den er lagt i git, så alt, der bliver gemt, kan hentes frem igen."
