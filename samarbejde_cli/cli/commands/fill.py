"""``samarbejde fill``: one question at a time for what a case lacks before its next step."""

from pathlib import Path
from typing import Annotated

from typer import Option

from samarbejde_cli.actions.fill import from_file
from samarbejde_cli.actions.open_questions import blocking, open_questions, proposed
from samarbejde_cli.actions.readable import require_readable
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.dialogue import Dialogue
from samarbejde_cli.cli.editing import shown_refusal
from samarbejde_cli.cli.opened import opened_case
from samarbejde_cli.cli.problems import undone
from samarbejde_cli.report import edit as edit_report
from samarbejde_cli.report import fill as report

Only = Annotated[
    list[str] | None,
    Option("--only", metavar="FELT", help="Kun denne fil, del eller liste, som møde eller plan."),
]
Answers = Annotated[
    Path | None,
    Option(
        "--answers",
        metavar="FIL",
        exists=True,
        dir_okay=False,
        help="En fil med svar, så der ikke bliver spurgt: felter og værdier i YAML eller JSON.",
    ),
]


def fill(
    case: options.CaseArgument,
    only: Only = None,
    answers: Answers = None,
    form: options.WrittenFormat = "text",
    workspace: options.Workspace = None,
) -> int:
    """Spørg om det, der mangler i en sag, ét spørgsmål ad gangen.

    Først det, som skal være på plads, før sagen kan gå videre, og så resten af trinnets felter,
    hvis du vil. Hvert svar bliver skrevet med det samme. Enter tager forslaget i de kantede
    parenteser, eller springer over; ? forklarer, < går tilbage, - springer over, og . slutter.
    Valg kan svares med deres nummer, datoer som man siger dem, og navne med fornavnet.
    """
    found, loaded = opened_case(workspace, case)
    with undone("Der er ikke spurgt om noget"):
        require_readable(found, loaded, today(), "sag")
    wanted = tuple(only or ())
    if answers:
        return _from_file(found, loaded, answers, form)
    if form == "json":
        _print_questions(found, loaded, wanted)
        return 0
    dialogue = Dialogue(found, loaded.folder, today(), wanted)
    with shown_refusal():
        dialogue.run()
    now = load_case(loaded.folder)
    console.out_lines(report.done(dialogue.answers, blocking(found, now, today()), now))
    return 0


def _from_file(workspace: Workspace, case: Case, path: Path, form: str) -> int:
    with shown_refusal():
        edited = from_file(workspace, case, path, today())
    if form == "json":
        console.out_json(edit_report.as_json(edited, dry_run=False))
    else:
        console.out_lines(edit_report.as_lines(edited, dry_run=False))
    return 0


def _print_questions(workspace: Workspace, case: Case, only: tuple[str, ...]) -> None:
    profile, _ = workspace.profile_of(case)
    questions = open_questions(workspace, case, today(), only)
    pairs = [(each, proposed(case, profile, each, today(), {})) for each in questions]
    console.out_json(report.as_json(case, pairs))


SECTION = Section.WRITE
COMMANDS = {"fill": fill}
