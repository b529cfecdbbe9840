"""Readers of raw values: one function for each type, made when it is first needed.

A reader takes a raw value and a list for its mistakes, and returns the value in its type. What it
returns with a mistake is of no use. Hints are read as they are written on models: ``Annotated``,
``| None``, ``list``, ``dict``, choices, models and the types of single values.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

from samarbejde_cli.findings import Route

_NO_FACTS: Mapping[str, str] = {}


class Mistake:
    """One mistake: what it is, the value that has it, and where that is below what was read.

    ``kind`` is ``unknown`` or ``missing`` of a key, ``word``, ``bounds``, the shape that a value
    lacks (``group``, ``list``, ``text``, ``value``), or what a ``FieldError`` says.
    """

    __slots__ = ("facts", "kind", "route", "value")

    def __init__(
        self, kind: str, value: object, facts: Mapping[str, str] | None = None, route: Route = ()
    ) -> None:
        self.kind, self.value, self.facts, self.route = kind, value, facts or _NO_FACTS, route


class FieldError(ValueError):
    """A text that is no value of its type: the kind of the mistake, and facts for its message."""

    def __init__(self, kind: str, **facts: str) -> None:
        super().__init__(kind)
        self.kind, self.facts = kind, facts


class MistakesError(ValueError):
    """A value that cannot be read, with all its mistakes; the values themselves are not told."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__(", ".join(f"{each.kind}: {each.route}" for each in mistakes))
        self.mistakes = mistakes


Reader: TypeAlias = Callable[[Any, list[Mistake]], Any]


class Parser:
    """The part of an annotation that says how a text becomes a value of the type."""

    def __init__(self, parse: Callable[[str], Any]) -> None:
        self.parse = parse


class Bounds:
    """The part of an annotation that says between which numbers a value lies."""

    def __init__(self, least: int | None = None, most: int | None = None) -> None:
        self.least, self.most = least, most

    def broken(self, value: int) -> str:
        """Return what a value breaks, as help; nothing when it lies within the bounds."""
        if self.most is not None and value > self.most:
            return f"Skriv et helt tal, der er højst {self.most}."
        if self.least is not None and value < self.least:
            return f"Skriv et helt tal, der er mindst {self.least}."
        return ""


_READERS: dict[Any, Reader] = {}


def reader_of(hint: Any) -> Reader:
    """Return the reader of a type. Raises ``KeyError`` when there is none for such a type."""
    found = _READERS.get(hint)
    if found is None:
        found = _READERS[hint] = _made(hint)
    return found


def read_value(hint: Any, value: object) -> Any:
    """Return a raw value in a type. Raises ``MistakesError``."""
    mistakes: list[Mistake] = []
    result = reader_of(hint)(value, mistakes)
    if mistakes:
        raise MistakesError(mistakes)
    return result


def _made(hint: Any) -> Reader:
    origin = get_origin(hint)
    if origin in _COMPOSED:
        return _COMPOSED[origin](*get_args(hint))
    if own := getattr(hint, "reader", None):
        made: Reader = own()
        return made
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _word(hint)
    return _SIMPLE[hint]


def _annotated(inner: Any, *extras: object) -> Reader:
    read = reader_of(inner)
    for extra in extras:
        if isinstance(extra, Parser):
            read = _parsed(extra.parse, read)
        elif isinstance(extra, Bounds):
            read = _bounded(extra, read)
    return read


def _parsed(parse: Callable[[str], Any], read: Reader) -> Reader:
    def parsed(value: Any, mistakes: list[Mistake]) -> Any:
        if not isinstance(value, str):
            return read(value, mistakes)
        try:
            return parse(value)
        except FieldError as error:
            mistakes.append(Mistake(error.kind, value, error.facts))

    return parsed


def _bounded(bounds: Bounds, read: Reader) -> Reader:
    def bounded(value: Any, mistakes: list[Mistake]) -> Any:
        number = read(value, mistakes)
        if isinstance(number, int) and (help_text := bounds.broken(number)):
            mistakes.append(Mistake("bounds", value, {"hjælp": help_text}))
        return number

    return bounded


def _optional(*parts: Any) -> Reader:
    read = reader_of(_filled(parts))
    return lambda value, mistakes: None if value is None else read(value, mistakes)


def _filled(parts: Iterable[Any]) -> Any:
    (inner,) = (part for part in parts if part is not NoneType)
    return inner


def reader_of_filled(hint: Any) -> Reader:
    """Return the reader of a type for values that are not None."""
    return reader_of(_filled(get_args(hint)) if get_origin(hint) in (Union, UnionType) else hint)


def _list(inner: Any) -> Reader:
    read = reader_of(inner)

    def items(value: Any, mistakes: list[Mistake]) -> Any:
        if not isinstance(value, list | tuple):
            mistakes.append(Mistake("list", value))
            return None
        before = len(mistakes)
        found = [read(item, mistakes) for item in value]
        if len(mistakes) > before:
            del mistakes[before:]
            for index, item in enumerate(value):
                before = len(mistakes)
                read(item, mistakes)
                put_below(mistakes, before, index)
        return found

    return items


def _dict(_key: Any, inner: Any) -> Reader:
    read = reader_of(inner)

    def entries(value: Any, mistakes: list[Mistake]) -> Any:
        if not isinstance(value, Mapping):
            mistakes.append(Mistake("group", value))
            return None
        found = {}
        for key, item in value.items():
            if item is not None:
                before = len(mistakes)
                found[key] = read(item, mistakes)
                put_below(mistakes, before, key)
        return found

    return entries


def put_below(mistakes: list[Mistake], start: int, key: str | int) -> None:
    """Put a key before the routes of the mistakes from ``start`` on."""
    for mistake in mistakes[start:]:
        mistake.route = (key, *mistake.route)


def _word(choice: type[Enum]) -> Reader:
    words = choice._value2member_map_  # looked up without an exception, and often

    def word(value: Any, mistakes: list[Mistake]) -> Any:
        if isinstance(value, str):
            found = words.get(value) or choice._missing_(value)
            if found is not None:
                return found
        mistakes.append(Mistake("word" if isinstance(value, str) else "value", value))
        return None

    return word


def _text(value: Any, mistakes: list[Mistake]) -> Any:
    if isinstance(value, str):
        return value if type(value) is str else str(value)
    mistakes.append(Mistake("text", value))
    return None


def _only(kind: type) -> Reader:
    """Return the reader of values that were made before; a raw text got its parser."""

    def only(value: Any, mistakes: list[Mistake]) -> Any:
        if type(value) is kind:
            return value
        mistakes.append(Mistake("value", value))
        return None

    return only


_COMPOSED: dict[Any, Callable[..., Reader]] = {
    Annotated: _annotated,
    Union: _optional,
    UnionType: _optional,
    list: _list,
    dict: _dict,
}
_SIMPLE: dict[Any, Reader] = {
    str: _text,
    **{kind: _only(kind) for kind in (bool, int, date, datetime, time)},
}
