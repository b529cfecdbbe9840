"""Context of a YAML syntax error."""

import re
from collections.abc import Iterator
from typing import Any, Final

import yaml

from samarbejde_cli.findings import Finding
from samarbejde_cli.lazy import frozen, lazy_pattern
from samarbejde_cli.source.checks import Checks, shorten
from samarbejde_cli.source.lines import Lines
from samarbejde_cli.source.parser import (
    DEEPEST,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    events,
)

_BRACKET: Final = lazy_pattern(r""""(?:\\.|[^"\\])*"|'[^']*'|[ \t]\#[^\r\n]*|[][{}]""", re.DOTALL)
"""A bracket, or a stretch in which brackets are text."""

CLOSING: Final = {"[": "]", "{": "}"}


@frozen
class ErrorContext:
    """Where PyYAML stopped: the offsets of the problem and of its context."""

    text: str
    lines: Lines
    checks: Checks
    offset: int
    context: int

    @property
    def number(self) -> int:
        """The line of the problem."""
        return self.lines.number(self.offset)

    @property
    def before(self) -> str:
        """The part of the line in front of the problem."""
        return self.text[self.lines.bounds(self.number)[0] : self.offset]

    def to_end(self, code: str, start: int, **facts: str) -> Finding:
        """Return a finding from an offset to the end of the line; ``tekst`` is that stretch."""
        end = self.lines.bounds(self.lines.number(start))[1]
        return self.checks.finding(code, start, end, tekst=shorten(self.text[start:end]), **facts)

    def on_line(self, code: str, number: int, **facts: str) -> Finding:
        """Return a finding on a whole line except its indentation."""
        start, end = self.lines.bounds(number)
        line = self.text[start:end]
        return self.checks.finding(code, start + indentation(line), end, **facts)


def indentation(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def open_bracket(text: str) -> int | None:
    """Return the offset of the innermost ``[`` or ``{`` that was open when PyYAML stopped."""
    opened, _ = _opened(text)
    return next((at for at in reversed(opened) if text[at : at + 1] in CLOSING), None)


def too_deep(text: str, end: int) -> int | None:
    """Return the offset of the first bracket before ``end`` that is one level too deep.

    PyYAML reads ahead of what it reports, so it can stop before it has reported any bracket.
    """
    opened, read = _opened(text)
    depth = len(opened)
    for sign in _BRACKET.finditer(text, read, end + 1):
        if sign[0] in CLOSING:
            depth += 1
        elif sign[0] in ("]", "}"):
            depth -= 1
        if depth > DEEPEST + 1:
            return sign.start()
    return None


def _opened(text: str) -> tuple[list[int], int]:
    """Return the starts of the collections still open, and the end of what PyYAML had read."""
    opened: list[int] = []
    read = 0
    for event in _seen(text):
        read = event.end_mark.index
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            opened.append(_start(event))
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            opened.pop()
    return opened, read


def _start(event: Any) -> int:
    return int(event.start_mark.index)


def _seen(text: str) -> Iterator[Any]:
    get = events(text)
    try:
        while (event := get()) is not None:
            yield event
    except yaml.YAMLError:
        return


def open_quote(text: str) -> int | None:
    """Return where a quoted text over several lines begins that was the last thing PyYAML read."""
    scalars = [event for event in _seen(text) if isinstance(event, ScalarEvent)]
    last: Any = scalars[-1] if scalars else None
    if last is None or last.style not in ("'", '"') or last.start_mark.line == last.end_mark.line:
        return None
    return _start(last)
