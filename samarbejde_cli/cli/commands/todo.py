"""``samarbejde todo``: what is to be done, by whom, by when and why."""

from datetime import UTC, date
from typing import Annotated, Any, Literal

import click
from typer import Option

from samarbejde_cli.actions.deadline_calendar import deadlines_file
from samarbejde_cli.actions.todo import Span, Todo, week_of
from samarbejde_cli.actions.todo import todo as find_tasks
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import now, today
from samarbejde_cli.cli.days import day
from samarbejde_cli.cli.files import File, write_file
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.cli.options import parsed_by
from samarbejde_cli.danish.text import counted, listed
from samarbejde_cli.deadlines.deadline import Task
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.report.table import table

JSON_VERSION = 1
_WHY = "Se hvorfor med `samarbejde validate`."

Person = Annotated[
    str | None,
    Option(
        "--person", metavar="NAVN", help="Kun det, som en bestemt skal gøre: navn eller fornavn."
    ),
]
Until = Annotated[
    date | None,
    Option(
        "--until", metavar="DATO", parser=parsed_by(day), help="Til og med dagen, som 2026-06-30."
    ),
]
Week = Annotated[
    Span | None,
    Option(
        "--week",
        metavar="UGE",
        parser=parsed_by(lambda text: week_of(text, today())),
        help="Kun fristerne i en uge: 9 eller 2026-W09.",
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
    person: Person = None,
    until: Until = None,
    week: Week = None,
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
    day_now = today()
    span = Span(day_now, until, late=True) if until else week
    found = find_tasks(opened(workspace), day_now, span, person)
    if form == "ics" and found.unreadable:
        console.problem(_not_whole(found), _WHY)
    if form == "json":
        console.out_json(_as_json(found, day_now))
    elif form == "ics":
        write_file(deadlines_file(opened(workspace), found, now().astimezone(UTC), output), output)
    else:
        _print(found, day_now)


def _print(found: Todo, day_now: date) -> None:
    if found.tasks:
        headings = ("Frist", "Sag", "Hvad, hvem og hvorfor")
        console.out(table(headings, (_row(task, day_now) for task in found.tasks)))
        console.out()
    console.out(_summary(found, day_now))
    if found.unreadable:
        console.out(f"{_not_whole(found)} {_WHY}")


def _not_whole(found: Todo) -> str:
    return f"Listen er ikke hel: {listed(found.unreadable)} kan ikke læses."


def _row(task: Task, day_now: date) -> tuple[str, ...]:
    mark = "! " if task.is_late(day_now) else "  "
    why = f"{task.source}, {task.rule}" if task.rule else task.source
    return (mark + task.day.isoformat(), task.case, f"{task.what}\n{task.who} · {why}")


def _summary(found: Todo, day_now: date) -> str:
    late = sum(task.is_late(day_now) for task in found.tasks)
    if not found.tasks:
        return "Der er ingen frister her."
    said = counted(len(found.tasks), "frist", "frister")
    return f"{said}, {late} overskredet (!)." if late else f"{said}, ingen overskredet."


def _as_json(found: Todo, day_now: date) -> dict[str, Any]:
    return {
        "version": JSON_VERSION,
        "today": day_now.isoformat(),
        "tasks": [_entry(task, day_now) for task in found.tasks],
        "unreadable": list(found.unreadable),
    }


def _entry(task: Task, day_now: date) -> dict[str, Any]:
    return {
        "case": task.case,
        "name": task.youth,
        "due": task.day.isoformat(),
        "late": task.is_late(day_now),
        "who": task.who,
        "what": task.what,
        "deadline": task.name,
        "rule": task.rule or None,
        "source": task.source,
        "file": shown_path(task.location.file),
        "route": list(task.location.route),
    }


COMMANDS = {"todo": todo}
