"""What may be remembered of a case's standing: codes, counts, and where its values stand."""

import json

from samarbejde_cli.actions.case_status import AT_THE, CaseStatus, Obstacle, groups
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.actions.written import ChangedError, NotWrittenError, Reading, Written
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.folder_state import FolderState
from samarbejde_cli.case.steps import Step
from samarbejde_cli.profile.load import shipped_names
from samarbejde_cli.profile.own_words import name_in_own_words
from samarbejde_cli.rules.engine.registry import CODES, rule_of

_STEPS = tuple(Step)
_AWAITED = tuple(AT_THE)


def note_of(case: Case, standing: CaseStatus, workspace: Workspace) -> str | None:
    """Return what may be remembered; None when a value of the case stands in none of its files."""
    if standing.step is None or standing.round is None:
        return None
    settings = workspace.loaded.source
    try:
        written = Written(case, settings)
        texts = standing.name, standing.coordinator, standing.department
        days = standing.next_date, standing.paused_until
        values = [
            *map(written.value, texts),
            *(None if day is None else written.day(day) for day in days),
        ]
    except NotWrittenError:
        return None
    numbers = (
        _STEPS.index(Step(standing.step)),
        standing.round,
        shipped_names().index(standing.profile),
        standing.late,
        standing.untold,
        standing.stale,
        _AWAITED.index(standing.awaits),
        standing.other_meetings,
    )
    codes = [CODES.index(each.code) for each in standing.blocking]
    return json.dumps([written.codes, values, numbers, codes])


def standing_of(note: str, state: FolderState, workspace: Workspace) -> CaseStatus | None:
    """Return the standing that a note is of, without what it says of the first task.

    None when a file was changed just now.
    """
    settings = workspace.loaded.source
    texts, (*named, next_, until), numbers, codes = json.loads(note)
    try:
        reading = Reading(state, settings, texts)
    except ChangedError:
        return None
    name, coordinator, department = map(reading.optional, named)
    next_date, paused_until = (None if day is None else reading.day(day) for day in (next_, until))
    step, profile = _STEPS[numbers[0]], workspace.profile_on(shipped_names()[numbers[2]])
    return CaseStatus(
        number=state.folder.name,
        name=name,
        step=step.value,
        round=numbers[1],
        next_date=next_date,
        blocking=tuple(
            Obstacle(rule.code, name_in_own_words(rule.name, profile.words))
            for rule in (rule_of(CODES[code]) for code in codes)
        ),
        coordinator=coordinator,
        department=department,
        profile=profile.base,
        groups=groups(step, numbers[1], profile),
        late=numbers[3],
        paused_until=paused_until,
        untold=numbers[4],
        stale=numbers[5],
        awaits=_AWAITED[numbers[6]],
        other_meetings=numbers[7],
    )
