"""``samarbejde conflicts``: what two people changed differently, and settling it one by one."""

from pathlib import Path
from typing import Annotated

import click
from typer import Option

from samarbejde_cli.actions.conflicts import Choice, settle
from samarbejde_cli.actions.disputes import Disputed, closed_folders, disputed_files
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.cli.prompts import is_at_terminal, read_line
from samarbejde_cli.files.git_index import operation
from samarbejde_cli.report import conflicts as report
from samarbejde_cli.report import findings

_ANSWERS = {"1": Choice.MINE, "2": Choice.THEIRS}

Case = Annotated[
    str | None,
    options.case_argument("[SAG]", "Sagens nummer. Uden det vises hele arbejdsmappens konflikter."),
]
Mine = Annotated[bool, Option("--mine", help="Behold din egen udgave af alt, der er i konflikt.")]
Theirs = Annotated[bool, Option("--theirs", help="Tag den andens udgave af alt i konflikt.")]


def conflicts(
    case: Case = None,
    mine: Mine = False,
    theirs: Theirs = False,
    form: options.WrittenFormat = "text",
    workspace: options.Workspace = None,
) -> int:
    """Vis, hvad to har ændret forskelligt, og afgør det én ting ad gangen.

    Det gælder det, git ikke kunne flette, og kopier, som OneDrive, Dropbox eller Syncthing har
    lavet af en fil. Alt, der ikke strider mod hinanden, kommer med fra begge. Ved en skærm bliver
    der spurgt om resten; ellers vælger --mine eller --theirs. Koden er 1, når noget står tilbage.
    """
    if mine and theirs:
        raise click.UsageError("Vælg enten --mine eller --theirs.")
    found = opened(workspace)
    folder = found.folder_of(case, Path.cwd()) if case else None
    closed = closed_folders([folder] if folder else found.folders())
    for text in findings.in_full(closed):
        console.err(text)
    disputed = disputed_files(found, folder)
    if form == "json" or not (mine or theirs or is_at_terminal()) or not disputed:
        _show(disputed, form)
        return int(bool(disputed or closed))
    all_of = Choice.MINE if mine else Choice.THEIRS if theirs else None
    return _settle(found, disputed, all_of)


def _show(disputed: list[Disputed], form: str) -> None:
    if form == "json":
        console.out_json(report.as_json(disputed))
    else:
        console.out_lines(report.as_lines(disputed))


def _settle(workspace: Workspace, disputed: list[Disputed], all_of: Choice | None) -> int:
    left, wants_more = 0, True
    for each in disputed:
        chosen = dict.fromkeys(range(each.choices), all_of) if all_of else {}
        if not all_of and wants_more and not each.refusal:
            chosen, wants_more = _asked(each)
        if (wants_more or chosen) and settle(workspace, each, chosen):
            console.out(report.settled(each))
        else:
            left += max(1, each.choices - len(chosen))
    console.out(report.left(left) if left else report.next_step(operation(workspace.root)))
    return int(bool(left))


def _asked(each: Disputed) -> tuple[dict[int, Choice], bool]:
    """Ask for every choice in a file; return what was chosen, and whether to go on."""
    console.err(report.opening(each))
    chosen: dict[int, Choice] = {}
    for number, text in enumerate(report.sentences(each)):
        if each.choices == 0:
            console.err(text)
            return chosen, True
        for line in report.question(each, number, text):
            console.err(line)
        answer = _answer()
        if answer == ".":
            return chosen, False
        if answer in _ANSWERS:
            chosen[number] = _ANSWERS[answer]
    return chosen, True


def _answer() -> str:
    while True:
        answer = read_line(report.PROMPT)
        if answer in ("", ".", *_ANSWERS):
            return answer
        console.err(report.HELP)


SECTION = Section.SHARING
COMMANDS = {"conflicts": conflicts}
