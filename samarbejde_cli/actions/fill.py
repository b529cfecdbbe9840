"""Answer the open questions of a case: one at a time, or from a file of answers."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from samarbejde_cli.actions.diagnosing import Places, diagnoses_of
from samarbejde_cli.actions.edit import CaseEdit, Edited, edit
from samarbejde_cli.actions.open_questions import Form, Question
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.case_route import CaseRoute
from samarbejde_cli.case.field_value import understood
from samarbejde_cli.case.item_words import completed
from samarbejde_cli.case.meant_people import names_in
from samarbejde_cli.case.name_proposals import names_to_come
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.forms.outline import fields_of
from samarbejde_cli.forms.read import load_tree
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.source.line_load import Tree
from samarbejde_cli.source.read import read

EVERYBODY = "alle"
"""The answer that means all who are proposed for a list of people."""


def write_answer(
    workspace: Workspace,
    case: Case,
    question: Question,
    values: Sequence[Tree],
    today: date,
    *,
    number: int | None = None,
) -> Edited:
    """Write the answer to a question at once: a value, or the items of a list.

    With ``number`` it takes the place of the item that the list has there. Raises what ``edit``
    raises.
    """

    def work(editing: CaseEdit) -> None:
        for value in values:
            if number is not None and isinstance(value, dict):
                editing.replace(question.at.below(number), value)
            elif question.form is Form.ITEM:
                editing.append(question.at, value)
            else:
                editing.put(question.at, value)

    return edit(workspace, case, work, today)


def names_answered(
    case: Case, profile: Profile, question: Question, text: str, today: date
) -> list[str]:
    """Return the people whom an answer names: one or several, or all who are still to come.

    Raises ``WrongUseError`` when nobody is to come or a name is not clear.
    """
    if text.strip().casefold() != EVERYBODY:
        parts = names_in(text, question.allowed.words)
        return [str(understood(case, profile, question.at, part, today)) for part in parts]
    names = everybody(case, profile, question, today)
    if not names:
        raise WrongUseError("Programmet kan ikke se, hvem »alle« er.", "Skriv navnene.")
    return names


def everybody(case: Case, profile: Profile, question: Question, today: date) -> list[str]:
    """Return who are still to come in the list of people whose item's name is asked for."""
    if not case.is_whole:
        return []
    return names_to_come(case, profile, CaseRoute(question.at.stem, question.at.route[:-2]), today)


def checked(case: Case, question: Question, value: Tree) -> Tree:
    """Return a value that the model takes at the question's place.

    Raises ``WrongUseError`` with the words of the rule that it breaks.
    """
    field, source = question.at.field, case.files[question.at.stem].source
    if field is None:
        return value
    _, findings = load_tree(field.annotation, value, source)
    for diagnosis in diagnoses_of(findings[:1], Places({source.path: source})):
        raise WrongUseError(diagnosis.message.replace("``", question.label), diagnosis.hint)
    return value


def takes_several(first: Question, above: Question) -> bool:
    """Whether several may be named at once in the first field of an item: nothing else differs."""
    required = {key for key, field in fields_of(above.at.item).items() if field.is_required()}
    is_enough = above.form is Form.ITEM and required <= {first.at.route[-1], "dato", "som"}
    return is_enough and bool(first.allowed.words) and not first.allowed.defines_name


def from_file(workspace: Workspace, case: Case, path: Path, today: date) -> Edited:
    """Write all answers of a file, in YAML or JSON, or none.

    The file has routes as keys, with values as ``set`` takes them, and whole items for lists.
    Raises ``WrongUseError`` when the file or an answer cannot be understood.
    """
    source = read(path)
    for each in diagnoses_of(source.findings, Places({source.path: source})):
        if each.weight == "fejl" and source.data is not None:
            raise WrongUseError(f"{path}, linje {each.place.line}: {each.message}", each.hint)
    if not isinstance(source.data, dict) or not source.data:
        raise WrongUseError(
            f"{path} er ikke en fil med svar.",
            "Skriv felter og værdier i den, som `møde.dato: 2026-03-03`.",
        )
    answers = source.data

    def work(editing: CaseEdit) -> None:
        for name, value in answers.items():
            _answer(editing, name, value)

    return edit(workspace, case, work, today)


def _answer(editing: CaseEdit, name: str, value: Tree) -> None:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            _answer(editing, f"{name}.{key}", inner)
    elif isinstance(value, list):
        for item in value:
            editing.add_item(name, item)
    elif value is not None:
        editing.set(name, value)


def whole_items(
    case: Case, profile: Profile, question: Question, rows: Sequence[dict[str, Tree]], today: date
) -> list[Tree]:
    """Return items or a group of the values that were answered, with what follows from them.

    Raises ``WrongUseError`` when a field is missing that an item cannot be without.
    """
    if question.form is Form.GROUP:
        return [{key: value for key, value in row.items() if value} for row in rows]
    return [completed(case, profile, question.at, row, today) for row in rows]
