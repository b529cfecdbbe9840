"""What may be remembered of what is to be done in a case: counts, and where the words stand."""

import json
from collections.abc import Sequence

from samarbejde_cli.actions.written import ChangedError, NotWrittenError, Parts, Reading, Written
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.folder_state import FolderState
from samarbejde_cli.deadlines.deadline import Task
from samarbejde_cli.findings import Location
from samarbejde_cli.source.read import Source


def note_of(
    tasks: Sequence[Task], coordinator: str | None, case: Case, settings: Source
) -> str | None:
    """Return what may be remembered; None when something that is told stands nowhere."""
    try:
        written = Written(case, settings)
        noted = written.parts(coordinator), [_noted(each, written) for each in tasks]
    except NotWrittenError:
        return None
    return json.dumps(noted, check_circular=False)


def _noted(task: Task, written: Written) -> list[object]:
    told = (task.youth, task.who, task.what, task.name, task.source, task.phone)
    where = task.location
    if where.place or where.on_key:
        raise NotWrittenError
    return [
        written.day(task.day),
        [written.parts(text) for text in told],
        written.parts(task.rule),
        written.file(where.file),
        [step if isinstance(step, int) else written.parts(step) for step in where.route],
    ]


def tasks_of(
    note: str, state: FolderState, settings: Source
) -> tuple[tuple[Task, ...], str | None] | None:
    """Return the tasks and the coordinator of a note; None when a file was changed just now."""
    case, reading = state.folder.name, Reading(state, settings)
    coordinator, tasks = json.loads(note)
    try:
        found = tuple(_task(case, reading, *each) for each in tasks)
        return found, reading.optional(coordinator)
    except ChangedError:
        return None


def _task(
    case: str,
    reading: Reading,
    day: list[int],
    told: Sequence[Parts | None],
    rule: Parts,
    file: int,
    route: Sequence[int | Parts],
) -> Task:
    youth, who, what, name, source, phone = map(reading.optional, told)
    steps = tuple(step if isinstance(step, int) else reading.text(step) for step in route)
    return Task(
        case=case,
        youth=youth or "",
        day=reading.day(day),
        who=who or "",
        what=what or "",
        name=name or "",
        source=source or "",
        rule=reading.text(rule),
        location=Location(reading.file(file), steps),
        phone=phone,
    )
