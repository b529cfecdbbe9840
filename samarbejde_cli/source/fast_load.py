"""Fast loading of YAML text into plain data, for files with nothing unusual in them.

Nearly every file goes this way, and it has to be quick: no marks, no nodes, only data.
At the first sign of anything that could be a finding it gives up, and ``compose`` takes over.
"""

from samarbejde_cli.source.line_load import NULLS, Tree, is_unusual
from samarbejde_cli.source.parser import (
    DEEPEST,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    NextEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    YAMLError,
    events,
)


class NotPlainError(Exception):
    """The text needs the node tree; it is not necessarily wrong."""


def load_plain(text: str) -> Tree:
    """Return the data of a text without BOM; raise NotPlainError at anything unusual."""
    if is_unusual(text):
        raise NotPlainError
    try:
        return _document(events(text))
    except (YAMLError, UnicodeError) as problem:
        raise NotPlainError from problem


def _document(get: NextEvent) -> Tree:
    get()
    get()
    data = _value(get(), get, 0)
    if data is None or type(get()) is not DocumentEndEvent or type(get()) is not StreamEndEvent:
        raise NotPlainError
    return data


def _value(event: object, get: NextEvent, depth: int) -> Tree:
    kind = event.__class__
    if depth > DEEPEST:
        raise NotPlainError
    if kind is MappingStartEvent:
        return _mapping(get, depth)
    if kind is SequenceStartEvent:
        return _sequence(get, depth)
    if isinstance(event, ScalarEvent):
        return None if event.value in NULLS and not event.style else event.value
    raise NotPlainError


def _mapping(get: NextEvent, depth: int) -> Tree:
    mapping: dict[str, Tree] = {}
    while (event := get()).__class__ is ScalarEvent:
        key = event.value
        if key in mapping or not key or (key in NULLS and not event.style):
            raise NotPlainError
        event = get()
        if event.__class__ is ScalarEvent:
            mapping[key] = None if event.value in NULLS and not event.style else event.value
        else:
            mapping[key] = _value(event, get, depth + 1)
    if event.__class__ is not MappingEndEvent:
        raise NotPlainError
    return mapping


def _sequence(get: NextEvent, depth: int) -> Tree:
    items: list[Tree] = []
    while (event := get()).__class__ is not SequenceEndEvent:
        items.append(_value(event, get, depth + 1))
    return items
