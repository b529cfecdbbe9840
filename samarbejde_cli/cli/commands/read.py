"""``samarbejde read``: forms that were filled in come back into their cases."""

import sys
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path
from typing import Annotated, Literal

import click
from typer import Argument, Option

from samarbejde_cli.actions.read import FormReader
from samarbejde_cli.actions.reading.differences import Difference
from samarbejde_cli.actions.reading.opening import (
    filled_in,
    forms_in,
    opened_forms,
    others_in,
)
from samarbejde_cli.actions.reading.result import Choice, Choose, Outcome, ReadForm
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import now, today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.cli.prompts import ask, confirm
from samarbejde_cli.report import read as report

Files = Annotated[
    list[Path],
    Argument(
        metavar="FIL...",
        help="Udfyldte skemaer (.docx), mapper med dem, eller en sags nummer: de skemaer, som "
        "nogen har udfyldt i sagens mappe.",
    ),
]
CaseOption = Annotated[
    str | None,
    Option(
        "--case",
        metavar="SAG",
        help="Sagen, når skemaet har mistet oplysningen om den. Ellers ved skemaet det selv.",
    ),
]
Yes = Annotated[bool, Option("--yes", help="Skriv uden at spørge først.")]
Diff = Annotated[bool, Option("--diff", help="Vis kun, hvad der ville blive ændret i filerne.")]
Mine = Annotated[
    bool, Option("--mine", help="Er noget ændret begge steder, så behold det, der står i sagen.")
]
Theirs = Annotated[
    bool, Option("--theirs", help="Er noget ændret begge steder, så tag det, der står i skemaet.")
]
Format = Annotated[
    Literal["text", "json"],
    Option(
        "--format", help="text: til skærmen. json: til andre programmer; skriver kun med --yes."
    ),
]


def read(
    files: Files,
    case: CaseOption = None,
    yes: Yes = False,
    diff: Diff = False,
    mine: Mine = False,
    theirs: Theirs = False,
    format: Format = "text",  # noqa: A002 — the option is called format
    workspace: options.Workspace = None,
) -> int:
    """Læs et skema, der er udfyldt i Word, ind i sagen.

    Kun det, der er ændret i skemaet, bliver skrevet, og alt andet i filen bliver stående. Er det
    samme ændret både i sagen og i skemaet, bliver begge dele vist, og du vælger. Tekst, som
    programmet ikke kan placere sikkert, bliver vist og ikke skrevet. En række, der er slettet i
    skemaet, bliver med --yes kun vist, medmindre du også skriver --theirs. Skemaet bliver ikke
    ændret.
    """
    if mine and theirs:
        raise click.UsageError("Brug enten --mine eller --theirs.")
    found = opened(workspace)
    given = found.folder_of(case, Path.cwd()) if case else None
    asks = not (yes or diff or format == "json")
    chooser = _chooser(mine=mine, theirs=theirs, asks=asks)
    reader = FormReader(found, today(), chooser, given, takes_out=theirs or not yes)
    is_named = {path for path in files if not path.is_dir()}
    forms = []
    with closing(opened_forms(forms_in(_with_forms_of_cases(found, files)))) as all_opened:
        for each in all_opened:
            form = reader.read(each.path, each)
            if format == "json":
                form = _write(reader, form) if yes and not diff else form
            elif not _is_only_counted(form, is_named):
                form = _shown(reader, form, diff=diff, asks=asks)
            forms.append(form)
    if format == "json":
        console.out_json(report.as_json(forms, others_in(files)))
    elif len(forms) > 1 or not is_named or _is_only_counted(forms[0], is_named):
        console.out_lines(report.not_read(others_in(files)))
        console.out_lines(report.summary(forms, is_named))
    return int(not all(_is_fine(form, form.path in is_named) for form in forms))


def _with_forms_of_cases(workspace: Workspace, files: list[Path]) -> Iterator[Path]:
    """Yield what the user names, and instead of the number of a case its forms."""
    for each in files:
        if each.exists() or each.suffix or each.name != str(each):
            yield each
        else:
            yield from filled_in(load_case(workspace.folder_of(str(each), Path.cwd())))


def _is_fine(form: ReadForm, named: bool) -> bool:  # noqa: FBT001 — a fact about the form
    """Whether nothing is left to do; a folder may hold other Word files, and old forms."""
    return not named if _is_beside(form) else form.is_settled


def _is_only_counted(form: ReadForm, named: Collection[Path]) -> bool:
    """Whether nothing is shown of a file but its name, in the summary."""
    return form.path not in named and (_is_beside(form) or form.is_as_before)


def _is_beside(form: ReadForm) -> bool:
    """Whether a file is of no use here and tells nothing."""
    return form.outcome is Outcome.NO_FORM or form.is_blank or form.is_read_before


def _chooser(*, mine: bool, theirs: bool, asks: bool) -> Choose:
    """Return how conflicts are settled: by an option, one by one on a terminal, or not at all."""

    def choose(conflict: Difference) -> Choice:
        if mine or theirs:
            return Choice.MINE if mine else Choice.THEIRS
        if not (asks and sys.stdin and sys.stdin.isatty()):
            return Choice.LEFT
        console.out_lines(report.conflict_lines(conflict))
        return ask(report.CONFLICT, report.choice, option="--mine")

    return choose


def _shown(reader: FormReader, form: ReadForm, *, diff: bool, asks: bool) -> ReadForm:
    console.out_lines(report.form_lines(form, diff=diff))
    if form.outcome is not Outcome.PROPOSED or diff:
        return form
    if asks and not confirm(report.question(form), option="--yes"):
        console.out(report.UNCHANGED)
        return form
    done = _write(reader, form)
    if done.outcome is Outcome.WRITTEN:
        console.out(report.written(done))
    elif done.problem:
        console.problem(done.problem.message, done.problem.hint)
    return done


def _write(reader: FormReader, form: ReadForm) -> ReadForm:
    if form.outcome is not Outcome.PROPOSED:
        return form
    from samarbejde_cli.cli.user import user_name  # noqa: PLC0415 — only to write

    return reader.write(form, user_name(), now())


SECTION = Section.WRITE
COMMANDS = {"read": read}
