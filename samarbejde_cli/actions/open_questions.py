"""What a case lacks before its next step, as questions that somebody can answer.

The questions come from what the rules find, so that a new rule or field is asked for by itself:
a finding points at a field, or at a group or list whose fields its words name. After them come the
empty fields of the step.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any

from samarbejde_cli.actions.edit import is_free
from samarbejde_cli.actions.validate import check_case
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import APPEND_ONLY, Case
from samarbejde_cli.case.case_route import KINDS, ROUND, CaseRoute, is_kept_by_the_program, parse
from samarbejde_cli.case.field_value import FieldValue, field_value
from samarbejde_cli.case.name_proposals import names_to_come, signer_of
from samarbejde_cli.case.proposals import proposal
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Diagnosis
from samarbejde_cli.forms.outline import bare, fields_of, is_group, item_type
from samarbejde_cli.lazy import frozen, lazy_pattern
from samarbejde_cli.profile.model import Profile

_NAMED = lazy_pattern(r"`(?:- )?(\w+)[^`]*`")
_NEVER_PROPOSED = frozenset(("modtagere", "underskrifter", "kopi_sendt"))
"""Lists of people that nobody accepts with Enter: it would record what nobody said or did."""
_SIGNATURES = CaseRoute("samtykke", ("underskrifter",))
_PARTS: dict[Step, tuple[str, ...]] = {
    Step.INTAKE: ("sag.ung", "sag.forældre", "sag.koordinator", "sag.visitation"),
    Step.PRE_MEETING: ("team", "runde.formøde", "samtykke", "runde.dialogskema", "plan"),
    Step.MEETING: ("runde.møde", "plan"),
    Step.FOLLOW_UP: ("runde.opfølgning", "plan.underskrifter"),
}
"""The parts of the files that are filled in in a step, in the order of the work."""
_SELDOM = frozenset(
    ("profil", "afslutning", "tilbagekaldt", "tidligere", "udelukket_fordi", "trukket_tilbage",
     "økonomi", "ændringer", "uden_aftale", "gruppe", "siden")
)  # fmt: skip
"""Fields that most cases leave empty: they are asked for only when a rule does."""


class Form(Enum):
    """What an answer to a question is."""

    VALUE = "value"
    """One value, or several of a list of single values."""
    ITEM = "item"
    """A whole item of a list, field by field."""
    GROUP = "group"
    """A group of fields that is written as a whole, because it cannot be without some."""


@frozen
class Question:
    """A field that is empty: where it is, what may stand there, and which rules ask for it."""

    at: CaseRoute
    form: Form
    allowed: FieldValue
    label: str
    is_required: bool = False
    asked_by: tuple[Diagnosis, ...] = ()


def open_questions(
    workspace: Workspace, case: Case, today: date, only: Sequence[str] = ()
) -> list[Question]:
    """Return what is open in a case, first what the rules ask for.

    ``only`` holds routes: then it is what is open below them. Raises ``WrongUseError`` for a route
    that there is none of.
    """
    profile, _ = workspace.profile_of(case)
    found = check_case(workspace, case, today)
    work = [at for word in _PARTS.get(case.step, ()) for at in _part(case, word)]
    asked = sorted(_asked_for(case, profile, found), key=lambda each: _place(each, work))
    parts = [at for word in only for at in _part(case, word)]
    if parts:
        asked = [each for each in asked if any(_is_within(each.at, part) for part in parts)]
    else:
        parts = work
    known = {each.at for each in asked}
    fields = (each for part in parts for each in _empty(case, profile, part))
    return [*asked, *(each for each in fields if each.at not in known)]


@frozen
class InTheWay:
    """What keeps a case in its step, where it is, and whether a question asks for it."""

    diagnosis: Diagnosis
    at: CaseRoute | None
    is_asked: bool


def blocking(workspace: Workspace, case: Case, today: date) -> list[InTheWay]:
    """Return what keeps a case in its step."""
    profile, _ = workspace.profile_of(case)
    found = [each for each in check_case(workspace, case, today) if each.blocks]
    questions = [*_asked_for(case, profile, found)]
    return [
        InTheWay(each, _changeable(case, each), any(each in x.asked_by for x in questions))
        for each in found
    ]


def _changeable(case: Case, diagnosis: Diagnosis) -> CaseRoute | None:
    """Return where an edit can change what is found; None where none can."""
    stem = _stem(case, diagnosis)
    at = CaseRoute(stem, diagnosis.route) if stem and diagnosis.route else None
    return at if at and at.kind is not None and is_free(at) else None


def _place(question: Question, work: Sequence[CaseRoute]) -> tuple[bool, bool, int]:
    """Return what questions are asked in order of.

    The needed ones come first, and of them who there is at all; then each as the work goes.
    """
    makes_people = question.form is Form.ITEM and "navn" in fields_of(question.at.item)
    is_signature = question.at.route[-1] == "underskrifter"
    parts = (at for at, part in enumerate(work) if _is_within(question.at, part))
    turn = next(parts, len(work))
    return not question.is_required, not makes_people or is_signature, turn


def _part(case: Case, word: str) -> list[CaseRoute]:
    if word in KINDS:
        return [CaseRoute(case.round_key if word == ROUND else word, ())]
    return parse(case, word)


def _is_within(at: CaseRoute, part: CaseRoute) -> bool:
    return at.stem == part.stem and at.route[: len(part.route)] == part.route


def _asked_for(case: Case, profile: Profile, found: Iterable[Diagnosis]) -> Iterator[Question]:
    """Yield the questions that findings ask, the blocking ones first, each once."""
    questions: dict[CaseRoute, Question] = {}
    for diagnosis in sorted(found, key=lambda each: not each.blocks):
        if diagnosis.weight != "note":
            for at in (each for each in _fields(case, diagnosis) if _is_open(case, each)):
                known = questions.get(at) or _question(case, profile, at)
                asked_by = (*known.asked_by, diagnosis)
                is_required = known.is_required or diagnosis.blocks
                questions[at] = replace(known, asked_by=asked_by, is_required=is_required)
    yield from questions.values()


def _fields(case: Case, diagnosis: Diagnosis) -> Iterator[CaseRoute]:
    """Yield the empty fields that a finding is about."""
    stem = _stem(case, diagnosis)
    if stem is None:
        return
    at = CaseRoute(stem, diagnosis.route)
    if at.kind is None or not at.route:
        yield from () if at.route else _named_fields(case, at, diagnosis)
    elif item_type(at.kind) is not None:
        yield at
    elif fields_of(at.kind):
        yield from _named_fields(case, at, diagnosis)
    elif _is_empty(at.value(case)) or diagnosis.weight == "fejl":
        yield at


def _is_open(case: Case, at: CaseRoute) -> bool:
    """Whether an answer can be written; a consent that says nothing is not signed."""
    if at == _SIGNATURES and case.files["samtykke"].value is not None:
        return case.consent.says_something
    return is_free(at)


def _stem(case: Case, diagnosis: Diagnosis) -> str | None:
    files = ((stem, file.source.path) for stem, file in case.files.items())
    return next(
        (stem for stem, path in files if path == diagnosis.file and stem not in APPEND_ONLY), None
    )


def _named_fields(case: Case, at: CaseRoute, diagnosis: Diagnosis) -> Iterator[CaseRoute]:
    """Yield the fields of a group that a finding's words name; the group where it is none.

    Those that are filled in only where none of them is empty and the case cannot go on.
    """
    fields = fields_of(at.kind)
    if _must_be_whole(case, at):
        yield at
        return
    words = dict.fromkeys(_NAMED.findall(f"{diagnosis.message} {diagnosis.hint}"))
    named = [at.below(key) for key in words if key in fields]
    empty = [each for each in named if _is_empty(each.value(case))]
    yield from empty or (named if at.route and diagnosis.blocks else ())


def _must_be_whole(case: Case, at: CaseRoute) -> bool:
    """Whether a group is missing that cannot be there without some of its fields."""
    required = any(field.is_required() for field in fields_of(at.kind).values())
    return bool(at.route) and required and _is_empty(at.value(case))


def _is_empty(value: Any) -> bool:
    if isinstance(value, dict):
        return all(_is_empty(each) for each in value.values())
    return value in (None, "", [])


def _question(case: Case, profile: Profile, at: CaseRoute) -> Question:
    label = (at.field.description or "") if at.field else ""
    if item_type(at.kind) is not None and is_group(at.kind):
        return Question(at, Form.ITEM, FieldValue("linje", is_list=True), label)
    if fields_of(at.kind):
        return Question(at, Form.GROUP, FieldValue("gruppe"), label)
    return Question(at, Form.VALUE, field_value(case, profile, at), label)


def _empty(case: Case, profile: Profile, part: CaseRoute) -> Iterator[Question]:
    """Yield the empty fields below a route, whole items of lists included."""
    if part.route and not fields_of(part.kind):
        if _is_empty(part.value(case)):
            yield _question(case, profile, part)
        return
    for key, field in fields_of(part.kind).items():
        at = part.below(key)
        kind = bare(field.annotation)
        if key in _SELDOM or is_kept_by_the_program(field):
            continue
        if fields_of(kind):
            if field.default is not None or not _is_empty(at.value(case)):
                yield from _empty(case, profile, at)
        elif _is_empty(at.value(case)) and _is_open(case, at):
            yield _question(case, profile, at)


def item_questions(
    case: Case, profile: Profile, question: Question, number: int | None = None
) -> list[Question]:
    """Return the questions that make a whole item or group, those first that must be answered.

    ``number`` is the item of the list that is asked about, else it is a new one.
    """
    at = question.at
    if question.form is Form.ITEM:
        at = at.below(len(at.value(case) or []) if number is None else number)
    fields = fields_of(at.kind)
    order = sorted(fields, key=lambda key: not fields[key].is_required())
    return [
        replace(
            _question(case, profile, at.below(key)),
            is_required=fields[key].is_required(),
            asked_by=question.asked_by,
        )
        for key in order
        if not (key in _SELDOM or is_group(fields[key].annotation))
        and not is_kept_by_the_program(fields[key])
    ]


def proposed(
    case: Case, profile: Profile, question: Question, today: date, beside: dict[str, Any]
) -> str | None:
    """Return what is proposed as the answer to a question, or None.

    ``beside`` holds the values of the same item so far.
    """
    if not case.is_whole:
        return None
    at = question.at
    if (
        question.form is Form.VALUE
        and question.allowed.is_list
        and (names := names_to_come(case, profile, at, today))
    ):
        return ", ".join(names)
    above = CaseRoute(at.stem, at.route[:-2])
    in_item = len(at.route) > 1 and isinstance(at.route[-2], int)
    if in_item and at.route[-1] in ("person", "navn"):
        is_decided = above.route[-1] not in _NEVER_PROPOSED
        return next(iter(names_to_come(case, profile, above, today)), None) if is_decided else None
    if in_item and at.route[-1] == "som":
        return signer_of(case, profile, above, str(beside.get("navn") or ""), today)
    group = beside or CaseRoute(at.stem, at.route[:-1]).value(case) or {}
    return proposal(case, profile, at, today, group)
