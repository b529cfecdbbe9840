"""Open the workspace of a command and show findings; shared by several commands."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import get_terminal_size
from typing import Literal

from samarbejde_cli.actions.validate import Checked, profile_diagnoses
from samarbejde_cli.actions.workspace import BadProfileError, Workspace, open_workspace
from samarbejde_cli.cli import console
from samarbejde_cli.findings import Diagnosis
from samarbejde_cli.report import findings

_COLOURS: dict[str, console.Colour] = {
    "fejl": "red",
    "mangler": "yellow",
    "advarsel": "yellow",
    "note": "cyan",
}


def opened(given: Path | None) -> Workspace:
    """Return the workspace, with its settings known to be right.

    Raises ``WrongUseError`` when there is none, ``BadProfileError`` after the mistakes in
    ``samarbejde.yaml`` were printed.
    """
    workspace = open_workspace(given, Path.cwd())
    try:
        _ = workspace.profile
    except BadProfileError:
        for text in _in_full(profile_diagnoses(workspace)):
            console.err(text)
        raise
    return workspace


def print_full(diagnoses: Iterable[Diagnosis]) -> None:
    """Print diagnoses with their lines and what to do, an empty line after each."""
    for text in _in_full(diagnoses):
        console.out(text)


def print_checked(checked: Checked, form: Literal["full", "concise", "json"]) -> None:
    """Print what a check found in the form that the user wants."""
    here = Path.cwd()
    if form == "json":
        console.out_json(findings.as_json(checked.cases, checked.diagnoses, here))
        return
    if form == "full":
        print_full(checked.diagnoses)
    for diagnosis, left in findings.few(checked.diagnoses) if form == "concise" else ():
        rest = f" ({findings.more(left, diagnosis)})" if left else ""
        console.out(findings.concise(diagnosis, here) + rest)
    console.out(findings.summary(checked.cases, checked.diagnoses))


def _in_full(diagnoses: Iterable[Diagnosis]) -> Iterator[str]:
    for diagnosis, left in findings.few(diagnoses):
        yield f"{_full(diagnosis)}\n"
        if left:
            yield f"  … {findings.more(left, diagnosis)}\n"


def _full(diagnosis: Diagnosis) -> str:
    width = min(max(get_terminal_size().columns, 60), 110)
    text = findings.full(diagnosis, Path.cwd(), width)
    head = f"{diagnosis.code} {diagnosis.weight}"
    return text.replace(head, console.coloured(head, _COLOURS[diagnosis.weight]), 1)
