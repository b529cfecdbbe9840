"""``samarbejde todo``: what is to be done, by whom, by when and why."""

from datetime import UTC, date
from typing import Annotated, Literal

import click
from typer import Option

from samarbejde_cli.actions.todo import Span, week_of
from samarbejde_cli.actions.todo import todo as find_tasks
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import now, today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.days import day_option
from samarbejde_cli.cli.files import File, write_file
from samarbejde_cli.cli.opened import folders_named, opened
from samarbejde_cli.cli.options import parsed_by
from samarbejde_cli.report import todo as report

Person = Annotated[
    str | None,
    Option(
        "--person", metavar="NAVN", help="Kun det, som en bestemt skal gøre: navn eller fornavn."
    ),
]
Until = Annotated[date | None, day_option("--until", "Til og med dagen, som 2026-06-30.")]
Week = Annotated[
    Span | None,
    Option(
        "--week",
        metavar="UGE",
        parser=parsed_by(lambda text: week_of(text, today())),
        help="Kun fristerne i en uge: 9 eller 2026-W09.",
    ),
]
ByPerson = Annotated[
    bool,
    Option(
        "--by-person",
        help="Det, hver enkelt skal gøre, samlet under navn og telefonnummer, til at ringe efter.",
    ),
]
Form = Annotated[
    Literal["table", "json", "ics"],
    Option(
        "--format",
        help="table: en tabel til skærmen. json: til andre programmer. "
        "ics: til kalenderen, uden personlige oplysninger; skriv den i samme fil hver gang.",
    ),
]


def todo(
    cases: options.OnlyCases = None,
    person: Person = None,
    until: Until = None,
    week: Week = None,
    by_person: ByPerson = False,
    form: Form = "table",
    output: File = None,
    workspace: options.Workspace = None,
) -> None:
    """Vis, hvad der skal gøres i sagerne: hvem, hvornår og hvorfor.

    Det, der er overskredet, står først med et udråbstegn. Fristerne bliver regnet ud af sagernes
    filer hver gang; når det er skrevet i filen, at noget er gjort, er det væk fra listen.
    """
    if until and week:
        raise click.UsageError("Brug enten --until eller --week, ikke begge.")
    if output and form != "ics":
        raise click.UsageError("--output bruges kun sammen med --format ics.")
    if by_person and form != "table":
        raise click.UsageError("--by-person bruges kun til tabellen på skærmen.")
    day_now = today()
    span = Span(day_now, until, late=True) if until else week
    inside = opened(workspace)
    folders = folders_named(inside, cases) if cases else None
    found = find_tasks(inside, day_now, span, person, folders)
    if form == "ics":
        from samarbejde_cli.actions.deadline_calendar import deadlines_file  # noqa: PLC0415 — seldom

        if found.unreadable:
            console.problem(*report.unreadable(found))
        write_file(deadlines_file(inside, found, now().astimezone(UTC), output), output)
    elif form == "json":
        console.out_json(report.as_json(found))
    else:
        console.out_lines(report.by_person(found) if by_person else report.as_lines(found))


SECTION = Section.OVERVIEW
COMMANDS = {"todo": todo}
