"""Conditions on any field of a case: ``koordinator.afdeling = Børn og Familier``.

A field has the names of the case's files. The first name may be the file's own (``plan.mål.mål``,
``runde.møde.dato``) and is left out where it says nothing new (``møde.dato``). A list is passed
through: ``personer.rolle = skole`` asks whether anybody in the team has that role.
"""

import dataclasses
import re
from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from typing import Any

from samarbejde_cli.case.case import FILES, Case
from samarbejde_cli.case.case_route import KINDS, ROUND, names_in
from samarbejde_cli.danish.text import closest, closest_value, did_you_mean, listed
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.forms.fields import Count
from samarbejde_cli.forms.model import Model
from samarbejde_cli.forms.outline import bare, fields_of, item_type
from samarbejde_cli.forms.reading import MistakesError, read_value
from samarbejde_cli.lazy import frozen, lazy_pattern

AGE, NUMBER = "alder", "nummer"
_CONDITION = lazy_pattern(r"\s*([\w.\[\]-]+)\s*(!=|<=|>=|=|<|>|~)\s*(.*?)\s*", re.DOTALL)
_READERS: dict[str, Callable[[Case], Any]] = {
    "sag": lambda case: case.record,
    ROUND: lambda case: case.round,
    "team": lambda case: case.team,
    "samtykke": lambda case: case.consent,
    "plan": lambda case: case.plan,
    "historik": lambda case: case.history,
}
_KINDS: dict[str, Any] = KINDS | FILES
_OWN: dict[str, Any] = {AGE: Count, NUMBER: str}
"""What no file holds: the age on the day, and the number of the case."""


@frozen
class ConditionField:
    """A field of the model: its file, the English names leading to it, and its type."""

    file: str
    names: tuple[str, ...]
    kind: Any

    def values(self, case: Case, day: date) -> Iterator[Any]:
        """Yield every value of the field in a case; nothing where it is not filled in.

        Raises ``BrokenFileError`` when the file cannot be read.
        """
        if not self.file:
            yield case.number if self.names[0] == NUMBER else case.age(day)
        else:
            yield from _within(_READERS[self.file](case), self.names)


@frozen
class Condition:
    """One condition as the user wrote it, ready to be asked of a case."""

    text: str
    field: ConditionField = dataclasses.field(repr=False)
    operator: str = dataclasses.field(repr=False)
    wanted: Any = dataclasses.field(repr=False)

    def matches(self, case: Case, day: date) -> bool:
        """Whether any value of the field is as wanted; for ``!=``, whether none is.

        Without anything wanted, ``=`` asks whether the field is empty and ``!=`` whether not.
        Raises ``BrokenFileError`` when the file cannot be read.
        """
        found = list(self.field.values(case, day))
        if self.wanted is None:
            return bool(found) is (self.operator == "!=")
        if self.operator == "!=":
            return not any(_folded(value) == self.wanted for value in found)
        return any(_compared(_folded(value), self.operator, self.wanted) for value in found)


def condition(text: str) -> Condition:
    """Return what a user wrote after ``--where``.

    Raises ``WrongUseError``: another form, an unknown field (with the one that was meant), a
    value that the field cannot have.
    """
    found = _CONDITION.fullmatch(text)
    if not found:
        raise WrongUseError(
            f"`{text}` er ikke en betingelse, programmet kan læse.",
            'Skriv et felt, et tegn (=, !=, <, >, ~) og en værdi: "koordinator.afdeling = Børn og '
            'Familier". Tegnet ~ betyder: indeholder.',
        )
    name, operator, value = found.groups()
    field = find_field(name)
    return Condition(text, field, operator, _wanted(field, name, operator, value))


def find_field(name: str) -> ConditionField:
    """Return the field of a name. Raises ``WrongUseError`` with the nearest known one."""
    keys = tuple(key for key in name.casefold().replace("[]", "").split(".") if key)
    if len(keys) == 1 and keys[0] in _OWN:
        return ConditionField("", keys, _OWN[keys[0]])
    found = _in_files(keys)
    if found is None:
        raise _unknown(name)
    if below := fields_of(bare(found.kind)):
        inside = listed([f"{name}.{key}" for key in below], "eller")
        raise WrongUseError(f"{name} er en gruppe af felter.", f"Skriv et af dem: {inside}.")
    return found


def _in_files(keys: tuple[str, ...]) -> ConditionField | None:
    if len(keys) > 1 and keys[0] in _KINDS and (found := _in_file(keys[0], keys[1:])):
        return found
    found_in = (_in_file(file, keys) for file in _KINDS)
    return next((each for each in found_in if each), None)


def _in_file(file: str, keys: tuple[str, ...]) -> ConditionField | None:
    kind, names = _item(_KINDS[file]), []
    for key in keys:
        attributes = _attributes(kind)
        if key not in attributes:
            return None
        name, annotation = attributes[key]
        names.append(name)
        kind = _item(annotation)
    return ConditionField(file, tuple(names), kind) if names else None


def _item(annotation: Any) -> Any:
    """Return the type of a field, or of the items of its list."""
    return annotation if item_type(annotation) is None else item_type(annotation)


def _attributes(kind: Any) -> dict[str, tuple[str, Any]]:
    model = bare(kind)
    if not (isinstance(model, type) and issubclass(model, Model)):
        return {}
    return {
        (field.alias or name).casefold(): (name, field.annotation)
        for name, field in model.model_fields.items()
    }


def _within(value: Any, names: tuple[str, ...]) -> Iterator[Any]:
    if isinstance(value, list):
        for item in value:
            yield from _within(item, names)
    elif names:
        if value is not None:
            yield from _within(getattr(value, names[0]), names[1:])
    elif value is not None and value != "":
        yield value


def _wanted(field: ConditionField, name: str, operator: str, value: str) -> Any:
    if not value:
        if operator not in ("=", "!="):
            raise WrongUseError(f"Der mangler en værdi efter {name} {operator}.")
        return None
    if operator == "~":
        return value.casefold()
    try:
        return _folded(read_value(field.kind, value))
    except MistakesError:
        raise WrongUseError(f"{name} kan ikke være `{value}`.", _possible(field, value)) from None


def _possible(field: ConditionField, value: str) -> str:
    kind = bare(field.kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        words = [str(each.value) for each in kind]
        meant = closest_value(value, words)
        return did_you_mean(meant) or f"Vælg {listed(words, 'eller')}."
    if kind is bool:
        return "Skriv ja eller nej."
    if kind is int:
        return "Skriv et helt tal."
    return "Skriv datoen som 2026-03-03." if kind is date else "Skriv den, som den står i sagen."


def _compared(value: Any, operator: str, wanted: Any) -> bool:
    match operator:
        case "=":
            return bool(value == wanted)
        case "<":
            return bool(value < wanted)
        case ">":
            return bool(value > wanted)
        case "<=":
            return bool(value <= wanted)
        case ">=":
            return bool(value >= wanted)
    return wanted in _shown(value)


def _folded(value: Any) -> Any:
    """Return a value in the form in which two are compared: text in small letters."""
    return str(value).casefold() if isinstance(value, str) else value


def _shown(value: Any) -> str:
    return ("ja" if value else "nej") if isinstance(value, bool) else str(value).casefold()


def _unknown(name: str) -> WrongUseError:
    meant = closest(name, _names())
    hint = did_you_mean(meant) or "Felterne hedder det samme som i sagens filer."
    return WrongUseError(f"{name} er ikke et felt i en sag.", hint)


def _names() -> list[str]:
    """Return the names of all fields, with and without the file's own."""
    found = names_in(_KINDS)
    return [*_OWN, *(name for _, name in found), *(".".join(each) for each in found)]
