"""Open the workspace of a command and show findings; shared by several commands."""

from collections.abc import Iterable
from pathlib import Path

from samarbejde_cli.actions.workspace import BadProfileError, Workspace, open_workspace
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.cli import console
from samarbejde_cli.cli.clock import today
from samarbejde_cli.files.short_lived import remove_expired
from samarbejde_cli.findings import Diagnosis


def opened(given: Path | None) -> Workspace:
    """Return the workspace, with its settings known to be right.

    Raises ``WrongUseError`` when there is none, ``BadProfileError`` after the mistakes in
    ``samarbejde.yaml`` were printed.
    """
    workspace = tidied(open_workspace(given, Path.cwd()))
    try:
        _ = workspace.profile
    except BadProfileError:
        from samarbejde_cli.actions.validate import profile_diagnoses  # noqa: PLC0415 — slow, and rarely needed
        from samarbejde_cli.report import findings  # noqa: PLC0415 — same

        for text in findings.in_full(profile_diagnoses(workspace)):
            console.err(text)
        raise
    return workspace


def tidied(workspace: Workspace) -> Workspace:
    """Return a workspace without letters that were kept for an approval of an earlier day."""
    remove_expired(workspace.root, today())
    return workspace


def opened_case(given: Path | None, word: str) -> tuple[Workspace, Case]:
    """Return the workspace and the case of a number or a folder; raises what ``opened`` raises."""
    workspace = opened(given)
    return workspace, load_case(workspace.folder_of(word, Path.cwd()))


def folders_named(workspace: Workspace, words: Iterable[str]) -> list[Path]:
    """Return the folders of the cases that numbers or folders mean, each once."""
    return list(dict.fromkeys(workspace.folder_of(word, Path.cwd()) for word in words))


def print_full(diagnoses: Iterable[Diagnosis]) -> None:
    """Print diagnoses with their lines and what to do, an empty line after each."""
    from samarbejde_cli.report import findings  # noqa: PLC0415 — slow, and rarely needed

    console.out_lines(findings.in_full(diagnoses))
