"""What may be remembered of a case's standing: codes, counts, and where its values stand."""

from samarbejde_cli.actions.case_status import AT_THE, CaseStatus, Obstacle, groups
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.folder_state import FolderState
from samarbejde_cli.case.steps import Step
from samarbejde_cli.case.written import ChangedError, NotWrittenError, Reading, Written
from samarbejde_cli.profile.load import shipped_names
from samarbejde_cli.profile.own_words import name_in_own_words
from samarbejde_cli.rules.engine.registry import rule_of

_STEPS = tuple(Step)
_AWAITED = tuple(AT_THE)


def note_of(case: Case, standing: CaseStatus) -> str | None:
    """Return what may be remembered; None when a value of the case stands in none of its files."""
    if standing.step is None or standing.round is None:
        return None
    written = Written(case)
    try:
        values = [
            written.place(standing.name),
            written.place(standing.next_date),
            written.place(standing.coordinator),
            written.place(standing.department),
            written.place(standing.paused_until),
        ]
    except NotWrittenError:
        return None
    numbers = (
        _STEPS.index(Step(standing.step)),
        standing.round,
        shipped_names().index(standing.profile),
        standing.late,
        int(standing.untold),
        int(standing.stale),
        _AWAITED.index(standing.awaits),
        standing.other_meetings,
    )
    return " ".join((*values, *map(str, numbers), *(each.code for each in standing.blocking)))


def standing_of(note: str, state: FolderState, workspace: Workspace) -> CaseStatus | None:
    """Return the standing that a note is of, without what it says of the first task.

    None when a file was changed just now.
    """
    reading, parts = Reading(state), note.split(" ")
    try:
        name, coordinator, department = (reading.text(parts[at]) for at in (0, 2, 3))
        next_date, paused_until = (reading.day(parts[at]) for at in (1, 4))
    except ChangedError:
        return None
    numbers, codes = list(map(int, parts[5:13])), parts[13:]
    step, profile = _STEPS[numbers[0]], workspace.profile_on(shipped_names()[numbers[2]])
    return CaseStatus(
        number=state.folder.name,
        name=name,
        step=step.value,
        round=numbers[1],
        next_date=next_date,
        blocking=tuple(
            Obstacle(code, name_in_own_words(rule_of(code).name, profile.words)) for code in codes
        ),
        coordinator=coordinator,
        department=department,
        profile=profile.base,
        groups=groups(step, numbers[1], profile),
        late=numbers[3],
        paused_until=paused_until,
        untold=bool(numbers[4]),
        stale=bool(numbers[5]),
        awaits=_AWAITED[numbers[6]],
        other_meetings=numbers[7],
    )
