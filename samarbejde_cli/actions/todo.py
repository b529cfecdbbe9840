"""What is to be done in all open cases: by whom, by when and why."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from samarbejde_cli.actions.many_cases import ask_each, worth_remembering
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case, Person, load_case
from samarbejde_cli.case.meant_people import nearest_name, people_meant
from samarbejde_cli.danish.dates import YEARS
from samarbejde_cli.danish.text import did_you_mean, listed
from samarbejde_cli.deadlines.deadline import Task
from samarbejde_cli.deadlines.table import tasks
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.lazy import frozen

if TYPE_CHECKING:
    from samarbejde_cli.case.folder_state import FolderState

_NOBODY = "Skriv dem under `medarbejdere` i samarbejde.yaml."


@frozen
class Span:
    """The requested days; ``late`` is whether overdue tasks are included."""

    first: date
    last: date
    late: bool

    def holds(self, day: date, today: date) -> bool:
        """Whether a task that is due on a day belongs to the span."""
        return self.first <= day <= self.last or (self.late and day < min(today, self.first))


@frozen
class Todo:
    """What is to be done on a day, what is late first; and the cases that cannot be read whole."""

    day: date
    tasks: tuple[Task, ...]
    unreadable: tuple[str, ...]


def todo(
    workspace: Workspace,
    today: date,
    span: Span | None,
    person: str | None,
    folders: Sequence[Path] | None = None,
) -> Todo:
    """Return the tasks of all cases, or of those in some folders, by day.

    Without a span: what is late, and what is due in the days ahead that the settings show.
    ``person`` is somebody in a case or on the staff: a name, a part of one, or a relation to the
    youth. Raises ``WrongUseError`` when nobody is meant.
    """
    ahead = today + timedelta(days=workspace.profile.limits.days_ahead)
    span = span or Span(today, ahead, late=True)
    job = _Job(workspace, today, span if person is None else None, person)
    every = workspace.folders() if folders is None else folders
    if job.span and folders is None and worth_remembering(every):
        cases = list(_changed(job, job.span, every))
    else:
        cases = list(ask_each(_of_folder, job, every))
    found = [task for case in cases for task in case.tasks]
    if person is not None:
        found = _of(person, cases, list(_known(found, workspace, cases)))
        found = [task for task in found if span.holds(task.day, today)]
    found.sort(key=attrgetter("day", "case"))
    return Todo(today, tuple(found), tuple(case.number for case in cases if not case.is_whole))


@frozen
class _Job:
    """What is asked of each case; with a ``span`` only its tasks, and whom a ``person`` means."""

    workspace: Workspace
    today: date
    span: Span | None
    person: str | None


@frozen
class _CaseTasks:
    """What is to be done in a case, and who coordinates it, as far as it can be read."""

    number: str
    tasks: tuple[Task, ...]
    coordinator: str | None
    is_whole: bool
    meant: tuple[str, ...] = ()


def _changed(job: _Job, span: Span, folders: Sequence[Path]) -> Iterator[_CaseTasks]:
    """Yield the tasks of all cases, asking only those that changed."""
    from samarbejde_cli.actions.recall import ask_changed  # noqa: PLC0415 — only for many cases
    from samarbejde_cli.files.memory import memory_of  # noqa: PLC0415 — same

    settings = job.workspace.loaded.source.digest
    context = f"{job.today} {span.first} {span.last} {span.late} {settings}"
    memory = memory_of(job.workspace.root, "todo", context)
    entries = []
    for told in ask_changed((_noted, _remembered), job, folders, memory):
        yield told.answer
        entries += [told.entry] if told.entry else []
    memory.keep(entries)


def _noted(job: _Job, case: Case) -> tuple[_CaseTasks, str | None]:
    from samarbejde_cli.actions.todo_note import note_of  # noqa: PLC0415 — only for many cases

    found, workspace = _of_case(job, case), job.workspace
    if not found.is_whole:
        return found, None
    base = workspace.profile_of(case)[0].base
    return found, note_of(found.tasks, found.coordinator, case, workspace.loaded.source, base)


def _remembered(job: _Job, note: str, state: "FolderState") -> _CaseTasks | None:
    """Return what a note is of; None when that tells it no longer."""
    from samarbejde_cli.actions.todo_note import tasks_of  # noqa: PLC0415 — only for many cases

    found = tasks_of(note, state, job.workspace.loaded.source)
    return found and _CaseTasks(state.folder.name, *found, is_whole=True)


def _of_folder(job: _Job, folder: Path) -> _CaseTasks:
    return _of_case(job, load_case(folder))


def _of_case(job: _Job, case: Case) -> _CaseTasks:
    span = job.span
    wanted = (lambda day: span.holds(day, job.today)) if span else None
    found = tasks(case, job.workspace.profile_of(case)[0], job.today, wanted)
    record = case.files["sag"].value
    named = record.coordinator.name if record and record.coordinator else None
    meant = _meant(job, case, [task.who for task in found]) if job.person else []
    return _CaseTasks(case.number, tuple(found), named, case.is_whole, tuple(meant))


def _meant(job: _Job, case: Case, responsible: Iterable[str]) -> list[str]:
    """Return whom of a case and the staff the wanted person means."""
    staff = (each.name for each in job.workspace.profile.staff)
    inside: list[Person] = unless_broken(lambda: list(case.people.values()), [])
    names = dict.fromkeys([*staff, *responsible, *(each.name for each in inside)])
    return people_meant(case, names, (job.person or "").strip())


def _of(person: str, cases: Sequence[_CaseTasks], known: Sequence[str]) -> list[Task]:
    """Return the tasks of those who are meant; of those with such a text in their name if none."""
    wanted = person.strip().casefold()
    if any(case.meant for case in cases):
        return [task for case in cases for task in case.tasks if task.who in case.meant]
    if not any(wanted in name.casefold() for name in known):
        raise _nobody(person, dict.fromkeys(known))
    return [task for case in cases for task in case.tasks if wanted in task.who.casefold()]


def _nobody(person: str, known: Iterable[str]) -> WrongUseError:
    known = list(known)
    return WrongUseError(
        f"Der er ingen, der hedder {person}, blandt medarbejderne eller i sagerne.",
        did_you_mean(nearest_name(known, person))
        or (f"Vælg {listed(known, 'eller')}." if known else _NOBODY),
    )


def _known(
    found: Iterable[Task], workspace: Workspace, cases: Iterable[_CaseTasks]
) -> Iterator[str]:
    yield from (each.name for each in workspace.profile.staff)
    yield from (case.coordinator for case in cases if case.coordinator)
    yield from (task.who for task in found)


def week_of(text: str, today: date) -> Span:
    """Return the days of ISO week ``9``, ``uge 9`` or ``2026-W09``; without a year the nearest.

    What is late comes along in the present week. Raises ``WrongUseError`` for any other text.
    """
    year, _, number = text.upper().removeprefix("UGE ").rpartition("-W")
    given = [year] if year else [str(today.year + step) for step in (-1, 0, 1)]
    if not (number.isascii() and number.isdigit() and all(map(str.isdigit, given))):
        raise _no_week(text)
    mondays = [day for each in given if (day := _monday(each, number))]
    if not mondays:
        raise _no_week(text)
    monday = min(mondays, key=lambda day: abs((day - today).days))
    sunday = monday + timedelta(days=6)
    return Span(monday, sunday, late=monday <= today <= sunday)


def _monday(year: str, week: str) -> date | None:
    try:
        monday = date.fromisocalendar(int(year), int(week), 1)
    except (ValueError, OverflowError):
        return None
    return monday if int(year) in YEARS else None


def _no_week(text: str) -> WrongUseError:
    return WrongUseError(f"`{text}` er ikke en uge.", "Skriv et ugenummer som 9 eller 2026-W09.")
