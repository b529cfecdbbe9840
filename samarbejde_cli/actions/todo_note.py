"""What may be remembered of what is to be done in a case: counts, and where the words stand."""

import json
from collections.abc import Sequence

from samarbejde_cli.actions.written import ChangedError, NotWrittenError, Reading, Written
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.folder_state import FolderState
from samarbejde_cli.deadlines.deadline import Task
from samarbejde_cli.deadlines.table import DEADLINES
from samarbejde_cli.profile.load import shipped_names
from samarbejde_cli.profile.sources import cited
from samarbejde_cli.source.read import Source

_NUMBERS = {each.name: number for number, each in enumerate(DEADLINES)}
_TIGHT = ",", ":"


def note_of(
    tasks: Sequence[Task], coordinator: str | None, case: Case, settings: Source, base: str
) -> str | None:
    """Return what may be remembered; None when something that is told stands nowhere.

    A task is its deadline, and what that says of the case. ``base`` is the case's profile.
    """
    try:
        written = Written(case, settings)
        about = shipped_names().index(base), written.value(coordinator)
        youth = written.value(tasks[0].youth) if tasks else 0
        noted = [_noted(each, written) for each in tasks]
    except NotWrittenError:
        return None
    return json.dumps(
        [written.codes, *about, youth, noted], check_circular=False, separators=_TIGHT
    )


def _noted(task: Task, written: Written) -> list[object]:
    return [
        _NUMBERS[task.name],
        written.day(task.day),
        written.value(task.who),
        written.value(task.phone),
        written.text(task.what),
        written.file(task.file),
        written.route(task.route),
    ]


def tasks_of(
    note: str, state: FolderState, settings: Source
) -> tuple[tuple[Task, ...], str | None] | None:
    """Return the tasks and the coordinator of a note; None when a file was changed just now."""
    codes, base, coordinator, youth, noted = json.loads(note)
    try:
        reading = Reading(state, settings, codes)
    except ChangedError:
        return None
    about = state.folder.name, reading.texts[youth] if noted else "", shipped_names()[base]
    return tuple(_task(*about, reading, *each) for each in noted), reading.optional(coordinator)


def _task(
    case: str,
    youth: str,
    base: str,
    reading: Reading,
    deadline: int,
    day: int,
    who: int,
    phone: int | None,
    what: int,
    file: int,
    route: Sequence[int],
) -> Task:
    texts, known = reading.texts, DEADLINES[deadline]
    return Task(
        case=case,
        youth=youth,
        day=reading.day(day),
        who=texts[who],
        what=texts[what],
        name=known.name,
        source=cited(known.source, base),
        rule=known.rule,
        file=str(reading.file(file)),
        route=reading.route(route),
        phone=reading.optional(phone),
    )
