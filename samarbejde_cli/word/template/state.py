"""The state of one render: its gaps and mistakes, its limits, and what must stay unique."""

import sys
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jinja2.utils import missing

from samarbejde_cli.findings import Route
from samarbejde_cli.word.mistakes import Mistake
from samarbejde_cli.word.template.pictures import Media
from samarbejde_cli.word.template.resource_limits import (
    MAX_CHARACTERS,
    MAX_ROUNDS,
    check_calls,
    check_characters,
    check_rounds,
)
from samarbejde_cli.word.template.tags import Tag
from samarbejde_cli.word.template.value_routes import find, leads_to_none, path_of

if TYPE_CHECKING:
    from jinja2 import Undefined

current: ContextVar["RenderState"] = ContextVar("current")
"""The state of the render that this thread is in."""


@dataclass(slots=True, repr=False)
class RenderState:
    """What is known of the template, and what the render has found so far. No repr: it has data.

    ``fields`` maps a tag's number to the paths that it uses; ``lines`` maps the name of some
    generated code to (its line, number of the tag there).
    """

    template: str
    context: Mapping[str, object]
    tags: Mapping[int, Tag]
    fields: Mapping[int, tuple[str, ...]]
    lines: Mapping[str, Sequence[tuple[int, int]]]
    draft: bool = False
    line_numbers: Mapping[str, int] = field(default_factory=dict)
    found: dict[Mistake, None] = field(default_factory=dict)
    rounds: int = 0
    characters: int = 0
    calls: int = 0
    numbers: int = 0
    media: dict[str, Media] = field(default_factory=dict)
    empty: tuple[Any, str] | None = None

    def note_missing(self, value: "Undefined", tag: int | None = None) -> str:
        """Note that a tag needs a value that is not there; return the path of the field."""
        number = self.running_tag() if tag is None else tag
        route = self._route(value, number)
        name = str(value._undefined_name)  # noqa: SLF001 — Jinja's documented attribute
        return self._note(number, self._path(number, name, route), route)

    def note_none(self, tag: int) -> str:
        """Note that a tag prints None; return the path of the field, as well as it can be known."""
        route = self._route_to_none(tag)
        path = path_of(route) if route else self._path(tag, "", None)
        return self._note(tag, path, route)

    def _route_to_none(self, tag: int) -> Route | None:
        """Return where the None came from: the last one looked up, or one of the tag's fields."""
        owner, name = self.empty or (missing, "")
        self.empty = None
        fields = self.fields.get(tag, ())
        if any(path.endswith(f".{name}") for path in fields):
            above = next(find(self.context, owner), None)
            if above is not None:
                return (*above, name)
        routes = (tuple(path.partition("[]")[0].split(".")) for path in fields)
        return next((route for route in routes if leads_to_none(self.context, route)), None)

    def add_mistake(self, kind: str, tag: int, message: str, hint: str) -> None:
        """Note a mistake of the template at a tag."""
        at = self.tags[tag]
        self.found[Mistake(kind, self.template, at.place, message, hint, at.written)] = None

    def add_refusal(self, kind: str, tag: int, value: object, words: str, hint: str) -> None:
        """Note that a value cannot be shown; ``words`` say why, after the name of its field."""
        at, fields = self.tags[tag], self.fields.get(tag, ())
        routes = list(find(self.context, value))
        known = [route for route in routes if path_of(route) in fields]
        route = next(iter(known or routes), None)
        path = path_of(route) if route else next(iter(fields), None)
        message = f"Feltet {path or at.body} {words}"
        mistake = Mistake(kind, self.template, at.place, message, hint, at.written, path, route)
        self.found[mistake] = None

    def add_rounds(self, number: int, weight: int) -> None:
        """Count rounds of a loop whose body has ``weight`` characters. Raises LimitError."""
        self.rounds += number
        self.characters += number * weight
        if self.rounds > MAX_ROUNDS or self.characters > MAX_CHARACTERS:
            check_rounds(self.rounds, self.characters)

    def add_characters(self, number: int) -> None:
        """Count characters that an expression makes. Raises LimitError."""
        self.characters += number
        check_characters(self.characters)

    def add_call(self) -> None:
        """Count the call of a macro or method. Raises LimitError."""
        self.calls += 1
        check_calls(self.calls)

    def running_tag(self) -> int:
        """Return the tag that the nearest frame of template code is at; -1 if there is none."""
        frame = sys._getframe(1)  # noqa: SLF001 — the only way to the line of generated code
        while frame is not None:
            if frame.f_code.co_filename in self.lines:
                return self.tag_at(frame.f_code.co_filename, frame.f_lineno)
            frame = frame.f_back  # type: ignore[assignment]  # None ends the search
        return -1

    def tag_at(self, filename: str, line: int) -> int:
        """Return the number of the tag that a line of generated code was made from."""
        lines = self.lines[filename]
        index = bisect_right(lines, (line, sys.maxsize)) - 1
        return lines[index][1] if index >= 0 else -1

    def _note(self, tag: int, path: str, route: Route | None) -> str:
        at = self.tags[tag]
        message = f"Feltet {path} er ikke udfyldt."
        guard = f", eller sæt {at.guard} om det i skabelonen" if at.guard else ""
        hint = f"Udfyld feltet{guard}."
        mistake = Mistake(
            "missing", self.template, at.place, message, hint, at.written, path, route
        )
        self.found[mistake] = None
        return path

    def _path(self, tag: int, name: str, route: Route | None) -> str:
        if route:
            return path_of(route)
        fields = self.fields.get(tag, ())
        found = next((f for f in fields if not name or f.rpartition(".")[2] == name), name)
        return found or self.tags[tag].body

    def _route(self, value: "Undefined", tag: int) -> Route | None:
        owner, name = value._undefined_obj, value._undefined_name  # noqa: SLF001 — same
        if owner is missing:
            return (str(name),)
        if isinstance(owner, type(value)):
            above = self._route(owner, tag)
        elif owner is None:
            return self._route_below_none(tag, str(name))
        else:
            above = next(find(self.context, owner), None)
        return None if above is None else (*above, str(name))

    def _route_below_none(self, tag: int, name: str) -> Route | None:
        """Return the tag's own field that ends in a name and lies in a None.

        None is one and the same object everywhere, so that it cannot be searched for.
        """
        for path in self.fields.get(tag, ()):
            *above, last = path.split(".")
            if last == name and "[]" not in path and leads_to_none(self.context, tuple(above)):
                return (*above, last)
        return None
