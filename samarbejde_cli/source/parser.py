"""PyYAML's events: with libyaml where it is there, else in pure Python."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import yaml
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
    "events",
]

NextEvent: TypeAlias = Callable[[], Any]

DEEPEST: Final = 40
"""Levels of lists and keys inside each other; a case needs six."""

_PARSER: Any = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader


def events(text: str) -> NextEvent:
    """Return a function that gives the next event of a text without BOM, first StreamStart.

    It raises ``yaml.YAMLError`` where the text is no YAML.
    """
    next_event: NextEvent = _PARSER(text).get_event
    return next_event
