"""``samarbejde plan``: a year of meetings, placed by a solver, shown, and accepted."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import click
from typer import Option

from samarbejde_cli.actions import plan as action
from samarbejde_cli.actions import plan_reasons, plan_store
from samarbejde_cli.actions.accept_plan import accept as accept_plan
from samarbejde_cli.actions.output_folder import OutputFolder
from samarbejde_cli.actions.plan_calendars import FOLDER, Before, Calendars, as_data, told_before
from samarbejde_cli.actions.plan_relief import reliefs
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.commands.batch import Where
from samarbejde_cli.cli.days import day as parse_day
from samarbejde_cli.cli.days import day_option
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.cli.waiting import Waiting
from samarbejde_cli.planning.made import Keep
from samarbejde_cli.report import plan as report
from samarbejde_cli.report import plan_reasons as reasons
from samarbejde_cli.report import plan_summary
from samarbejde_cli.report.folded import paragraphs
from samarbejde_cli.report.json_text import as_text
from samarbejde_cli.report.plan_document import as_document

From = Annotated[
    date | None, day_option("--from", "Planens første dag, som 2026-08-01. Uden tilvalget: i dag.")
]
Months = Annotated[
    int, Option("--months", metavar="ANTAL", min=1, max=24, help="Så mange måneder planlægges.")
]
Kept = Annotated[
    Literal["all", "booked", "none"],
    Option(
        "--keep",
        help="Det, der står fast: all er alt med dag, tid og lokale, booked er kun det, nogen er "
        "indkaldt til, none er intet; så koster det at flytte.",
    ),
]
Limit = Annotated[
    int,
    Option("--limit", metavar="SEKUNDER", min=1, max=3600, help="Så længe må der regnes."),
]
Names = Annotated[
    bool, Option("--names", help="Skriv de unges kaldenavne i filerne, ikke kun sagsnumre.")
]
Accept = Annotated[
    str | None,
    Option(
        "--accept",
        metavar="KODE",
        help="Skriv planen med koden i sagerne: dage, klokkeslæt og lokaler, og kalenderfiler.",
    ),
]
Why = Annotated[
    str | None,
    Option("--why", metavar="SAG", help="Forklar, hvorfor en sags møder ligger, hvor de gør."),
]
Move = Annotated[
    tuple[str, str] | None,
    Option(
        "--move",
        metavar="SAG DATO",
        help="Flyt sagens næste møde til en dag, som 2026-03-31; alt andet flyttes så lidt som "
        "muligt.",
    ),
]
PLAN = "plan.json"
Output = Annotated[Path | None, options.folder("Mappen, som planens filer lægges i.")]


Form = Annotated[
    Literal["text", "json"],
    Option("--format", help="text: til skærmen. json: det samme til andre programmer."),
]


def plan(
    first: From = None,
    months: Months = 12,
    where: Where = None,
    keep: Kept = "all",
    limit: Limit = 120,
    names: Names = False,
    output: Output = None,
    accept: Accept = None,
    why: Why = None,
    move: Move = None,
    form: Form = "text",
    workspace: options.Workspace = None,
) -> int:
    """Læg et års møder og formøder: dage, klokkeslæt og lokaler.

    Planen følger rytmen i jeres indstillinger og lægger ingen to steder på én gang: hverken
    koordinatorer, tovholder, andre ansatte eller dem, der er med i flere sager. Der er ikke
    skrevet noget i sagerne, før planen er godtaget.
    """
    _require_sense(accept, why, move, output, names=names, others=bool(first or where))
    found, day = opened(workspace), today()
    if accept is not None:
        return _accept(found, accept, day, form)
    order = action.Order(first or day, months, tuple(where or ()), Keep(keep), limit)
    if move:
        order = replace(order, keep=Keep.NONE, move=(_number(found, move[0]), parse_day(move[1])))
    waiting = Waiting()
    year = action.plan_year(found, order, day, waiting)
    waiting.clear()
    if why is not None:
        return _explain(found, year, _number(found, why), form)
    return _show(found, year, output, form, names=names)


def _require_sense(
    accept: str | None,
    why: str | None,
    move: tuple[str, str] | None,
    output: Path | None,
    *,
    names: bool,
    others: bool,
) -> None:
    """Refuse options that would be passed over in silence."""
    if accept is not None and (why is not None or move or output or names or others):
        raise click.UsageError("--accept kan ikke bruges sammen med andet end --format.")
    if why is not None and (output or names):
        raise click.UsageError("--why kan ikke bruges sammen med --output og --names.")
    if names and not output:
        raise click.UsageError("--names bruges kun sammen med --output.")


def _number(workspace: Workspace, word: str) -> str:
    return workspace.folder_of(word, Path.cwd()).name


def _accept(workspace: Workspace, code: str, day: date, form: str) -> int:
    done = list(accept_plan(workspace, plan_store.saved(workspace, code), day))
    if form == "json":
        console.out_json(report.accepted_as_json(done))
    else:
        console.out_lines(paragraphs(report.accepted(done)))
    return 0


def _explain(found: Workspace, year: action.YearPlan, number: str, form: str) -> int:
    explained = plan_reasons.of_case(found, year, number)
    if form == "json":
        console.out_json(reasons.as_json(explained))
    else:
        console.out_lines(paragraphs(reasons.as_lines(explained)))
    return int(any(each.spot is None for each in explained))


def _show(
    found: Workspace, year: action.YearPlan, output: Path | None, form: str, *, names: bool
) -> int:
    code = plan_store.save(found, year) if year.changed else None
    folder = OutputFolder(output) if output else None
    before = told_before(folder.read(PLAN), year.today) if folder else Before()
    calendars = Calendars(year, found.profile, before)
    data = report.as_json(year, code, as_data(calendars))
    short = plan_summary.shortage(year, reliefs(found, year))
    sentences = [*short, *plan_summary.summary(year, plan_reasons.most_common(year))]
    kept = _write(found, calendars, data, sentences, folder, names=names) if folder else []
    if form == "json":
        console.out_json(data)
    else:
        console.out_lines([] if output else report.as_lines(year))
        console.out_lines(paragraphs(sentences))
        for each in plan_reasons.of_unplaced(found, year):
            console.out_lines(paragraphs(reasons.as_lines([each])))
        console.out_lines(paragraphs(report.where_it_is(output, kept)) if output else [])
        console.out_lines(report.how_to_accept(code) if code else [])
    return int(bool(year.plan.unplaced or year.unreadable))


def _write(
    found: Workspace,
    own: Calendars,
    data: dict[str, Any],
    sentences: list[str],
    folder: OutputFolder,
    *,
    names: bool,
) -> list[str]:
    """Write the plan's files; return the names of the copies of what was changed by hand."""
    page = as_document(own.year, found.profile, found.root, sentences, own.files, names=names)
    files = {
        "årsplan.docx": page,
        "plan.csv": report.csv_file(own.year, names=names),
        PLAN: as_text(data, "utf-8").encode(),
    }
    calendars = OutputFolder(folder.folder / FOLDER)
    for name, content in own.made():
        calendars.put(name, content, overwrite=True)
    for name, content in files.items():
        folder.put(name, content, overwrite=True)
    calendars.close()
    folder.close()
    return [*folder.copies, *calendars.copies]


SECTION = Section.MEETINGS
COMMANDS = {"plan": plan}
