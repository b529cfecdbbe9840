"""What may be remembered of findings: codes, counts, and where what they tell stands."""

import json
from collections.abc import Sequence

from samarbejde_cli.actions.written import ChangedError, NotWrittenError, Parts, Reading, Written
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.folder_state import FolderState
from samarbejde_cli.findings import Diagnosis, Place, Related, Weight
from samarbejde_cli.rules.engine.judge import Judged
from samarbejde_cli.rules.engine.registry import CODES, rule_of
from samarbejde_cli.source.read import Source

_WEIGHTS = tuple(Weight)
_NUMBERS = {code: number for number, code in enumerate(CODES)}


def note_of(found: Sequence[tuple[Judged, Diagnosis]], case: Case, settings: Source) -> str | None:
    """Return what may be remembered; None when something that is told stands in none of the files.

    A finding is its rule and weight, file and place, line, reason and facts, and what is related.
    """
    if not found:
        return ""
    try:
        written = Written(case, settings)
        noted = [_noted(judged, each, written) for judged, each in found]
    except NotWrittenError:
        return None
    return json.dumps(noted, check_circular=False)


def _noted(judged: Judged, each: Diagnosis, written: Written) -> list[object]:
    return [
        _NUMBERS[each.code],
        _WEIGHTS.index(each.weight),
        written.file(each.file),
        _numbers(each.place),
        [step if isinstance(step, int) else written.parts(step) for step in each.route],
        written.line(each.line),
        written.parts(each.reason),
        [(written.parts(name), written.parts(fact)) for name, fact in judged.finding.facts.items()],
        [
            (written.parts(other.text), written.file(other.file), _numbers(other.place))
            for other in each.related
        ],
    ]


def _numbers(place: Place) -> tuple[int, int, int]:
    return place.line, place.column, place.length


def findings_of(note: str, state: FolderState, settings: Source) -> list[Diagnosis] | None:
    """Return the findings that a note is of; None when a file was changed just now."""
    if not note:
        return []
    reading = Reading(state, settings)
    try:
        return [_diagnosis(reading, *parts) for parts in json.loads(note)]
    except ChangedError:
        return None


def _diagnosis(
    reading: Reading,
    code: int,
    weight: int,
    file: int,
    place: tuple[int, int, int],
    route: Sequence[int | Parts],
    line: Parts,
    reason: Parts,
    facts: Sequence[tuple[Parts, Parts]],
    related: Sequence[tuple[Parts, int, tuple[int, int, int]]],
) -> Diagnosis:
    rule = rule_of(CODES[code])
    said = {reading.text(name): reading.text(fact) for name, fact in facts}
    return Diagnosis(
        file=reading.file(file),
        place=Place(*place),
        route=tuple(step if isinstance(step, int) else reading.text(step) for step in route),
        code=rule.code,
        name=rule.name,
        weight=_WEIGHTS[weight].value,
        message=rule.message.format(**said),
        hint=said.get("hjælp") or rule.hint.format(**said),
        line=reading.text(line),
        reason=reading.text(reason),
        related=tuple(
            Related(reading.text(text), reading.file(number), Place(*where))
            for text, number, where in related
        ),
    )
