"""PyYAML's events: with libyaml where it is there, else in pure Python."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from samarbejde_cli.lazy import patterns_when_used

with patterns_when_used():  # only PyYAML's slow parser uses them
    import yaml
    from yaml import YAMLError
    from yaml.events import (
        AliasEvent,
        DocumentEndEvent,
        DocumentStartEvent,
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
        StreamEndEvent,
    )

__all__ = [
    "DEEPEST",
    "AliasEvent",
    "DocumentEndEvent",
    "DocumentStartEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "NextEvent",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "YAMLError",
    "events",
]

NextEvent: TypeAlias = Callable[[], Any]

DEEPEST: Final = 40
"""Levels of lists and keys inside each other; a case needs six."""

_SLOW: Final = 100_000
"""Size limit for PyYAML's own parser, which needs a second or two for it."""

_PARSER: Any = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader


def events(text: str) -> NextEvent:
    """Return a function that returns the next event of a text without BOM, StreamStart first.

    It raises ``YAMLError`` where the text is no YAML.
    """
    next_event: NextEvent = _PARSER(text).get_event
    return next_event


def second_opinion(text: str) -> YAMLError | None:
    """Return the error of PyYAML's own parser for a text; None when there is none.

    Its sentences have been the same for years. A text that would take it long is not tried.
    """
    if len(text) > _SLOW:
        return None
    loader: Any = yaml.BaseLoader
    get = loader(text).get_event
    try:
        while get() is not None:
            pass
    except YAMLError as problem:
        return problem
    return None
