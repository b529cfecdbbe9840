"""What may be remembered of findings: codes, counts, and where what they tell stands."""

import json
from collections.abc import Sequence
from typing import TypeAlias

from samarbejde_cli.actions.written import ChangedError, NotWrittenError, Reading, Written
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.folder_state import FolderState
from samarbejde_cli.findings import Diagnosis, Place, Related, Weight
from samarbejde_cli.rules.engine.judge import Judged
from samarbejde_cli.rules.engine.registry import CODES, rule_of
from samarbejde_cli.source.read import Source

Numbers: TypeAlias = tuple[int, int, int]
"""Line, column and length of a place."""

_WEIGHTS = tuple(Weight)
_NUMBERS = {code: number for number, code in enumerate(CODES)}
_TIGHT = ",", ":"


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
    return json.dumps([written.codes, noted], check_circular=False, separators=_TIGHT)


def _noted(judged: Judged, each: Diagnosis, written: Written) -> list[object]:
    text, file = written.text, written.file
    return [
        _NUMBERS[each.code],
        _WEIGHTS.index(each.weight),
        file(each.file),
        _numbers(each.place),
        written.route(each.route),
        written.line(each.line),
        text(each.reason),
        [text(said) for fact in judged.finding.facts.items() for said in fact],
        [(text(other.text), file(other.file), _numbers(other.place)) for other in each.related],
    ]


def _numbers(place: Place) -> Numbers:
    return place.line, place.column, place.length


def findings_of(note: str, state: FolderState, settings: Source) -> list[Diagnosis] | None:
    """Return the findings that a note is of; None when a file was changed just now."""
    if not note:
        return []
    codes, noted = json.loads(note)
    try:
        reading = Reading(state, settings, codes)
    except ChangedError:
        return None
    return [_diagnosis(reading, *each) for each in noted]


def _diagnosis(
    reading: Reading,
    code: int,
    weight: int,
    file: int,
    place: Numbers,
    route: Sequence[int],
    line: int,
    reason: int,
    facts: Sequence[int],
    related: Sequence[tuple[int, int, Numbers]],
) -> Diagnosis:
    rule, texts = rule_of(CODES[code]), reading.texts
    said = {texts[name]: texts[fact] for name, fact in zip(facts[::2], facts[1::2], strict=True)}
    return Diagnosis(
        file=reading.file(file),
        place=Place(*place),
        route=reading.route(route),
        code=rule.code,
        name=rule.name,
        weight=_WEIGHTS[weight].value,
        message=rule.message.format(**said),
        hint=said.get("hjælp") or rule.hint.format(**said),
        line=texts[line],
        reason=texts[reason],
        related=tuple(
            Related(texts[text], reading.file(number), Place(*where))
            for text, number, where in related
        ),
    )
