"""What is to be done: as a table and as JSON."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from samarbejde_cli.actions.todo import Todo
from samarbejde_cli.danish.text import counted, listed
from samarbejde_cli.deadlines.deadline import Task
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.report.json_text import Each, versioned
from samarbejde_cli.report.table import table, table_pieces


def as_lines(found: Todo) -> Iterator[str]:
    """Yield a table of the tasks, what is late with a mark, and how many there are."""
    if found.tasks:
        headings = ("Frist", "Sag", "Hvad, hvem og hvorfor")
        yield from table_pieces(headings, Each(partial(_row, today=found.day), found.tasks))
        yield ""
    yield from _last_lines(found)


def by_person(found: Todo) -> Iterator[str]:
    """Yield what each person has to do, below their name and phone number; the names in order."""
    by_name: defaultdict[str, list[Task]] = defaultdict(list)
    for task in found.tasks:
        by_name[task.who].append(task)
    for who, own in sorted(by_name.items(), key=lambda each: each[0].casefold()):
        phone = next((task.phone for task in own if task.phone), None)
        yield f"{who}, telefon {phone}" if phone else who
        yield table(
            ("Frist", "Sag", "Hvad"), ((*_row(task, found.day)[:2], task.what) for task in own)
        )
        yield ""
    yield from _last_lines(found)


def _last_lines(found: Todo) -> Iterator[str]:
    yield _summary(found)
    if found.unreadable:
        yield " ".join(unreadable(found))


def unreadable(found: Todo) -> tuple[str, str]:
    """Return which cases could not be read, and how to find out why."""
    return (
        f"Listen er ikke hel: {listed(found.unreadable)} kan ikke læses.",
        "Se hvorfor med `samarbejde validate`.",
    )


def _row(task: Task, today: date) -> tuple[str, ...]:
    mark = "! " if task.is_late(today) else "  "
    why = f"{task.source}, {task.rule}" if task.rule else task.source
    return (mark + task.day.isoformat(), task.case, f"{task.what}\n{task.who} · {why}")


def _summary(found: Todo) -> str:
    late = sum(task.is_late(found.day) for task in found.tasks)
    if not found.tasks:
        return "Der er ingen frister her."
    said = counted(len(found.tasks), "frist", "frister")
    return f"{said}, {late} overskredet (!)." if late else f"{said}, ingen overskredet."


def as_json(found: Todo) -> dict[str, Any]:
    """Return the documented, versioned shape of ``--format json``."""
    return versioned(
        today=found.day.isoformat(),
        tasks=Each(partial(_entry, today=found.day), found.tasks),
        unreadable=list(found.unreadable),
    )


def _entry(task: Task, today: date) -> dict[str, Any]:
    return {
        "case": task.case,
        "name": task.youth,
        "due": task.day.isoformat(),
        "late": task.is_late(today),
        "who": task.who,
        "phone": task.phone,
        "what": task.what,
        "deadline": task.name,
        "rule": task.rule or None,
        "source": task.source,
        "file": shown_path(Path(task.file)),
        "route": list(task.route),
    }
