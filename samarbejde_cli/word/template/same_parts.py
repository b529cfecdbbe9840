"""Headers and footers: mostly the same in one paper after another, and then rendered once.

What a part reads is noted while it is rendered. The next time it is taken as it was when all of
that is the same, value for value, and when rendering it did nothing besides.
"""

from collections.abc import Mapping
from typing import Any

from jinja2.utils import missing

from samarbejde_cli.lazy import frozen
from samarbejde_cli.word.template.printing import Printer
from samarbejde_cli.word.template.state import RenderState

LONGEST = 4096
"""Characters of a part that is worth remembering: the body is another in each paper."""


class ReadingPrinter(Printer):
    """Notes by their names what a part reads of the context."""

    def __init__(self, read: dict[str, Any], *about: Any) -> None:
        super().__init__(*about)
        self.read = read

    def resolve_or_missing(self, key: str) -> Any:
        """Return a value of the context, and note it."""
        value = self.read[key] = super().resolve_or_missing(key)
        return value


@frozen
class SamePart:
    """A part as it was rendered last; ``empty`` is the name and field of the last None in it."""

    xml: str
    read: Mapping[str, Any]
    draft: bool
    empty: tuple[str, str] | None

    def holds_for(self, names: Mapping[str, Any], state: RenderState) -> bool:
        """Whether the part would be rendered the same with other values."""
        return self.draft == state.draft and all(
            _is_same(value, names.get(name, missing)) for name, value in self.read.items()
        )

    def take(self, names: Mapping[str, Any], state: RenderState) -> str:
        """Return the part, and leave the state as rendering it would have."""
        if self.empty:
            name, field = self.empty
            state.empty = (names[name], field)
        return self.xml


def same_part(
    xml: str, read: Mapping[str, Any], state: RenderState, before: tuple[Any, ...]
) -> SamePart | None:
    """Return a part to be taken again; None for one that noted, counted or drew something.

    ``before`` is what ``marks`` gave before it was rendered.
    """
    *counted, empty = marks(state)
    *counted_before, empty_before = before
    if len(xml) > LONGEST or counted != counted_before or state.line_numbers:
        return None
    last = None
    if empty is not empty_before:
        owner, field = empty or (None, "")
        last = next(((name, field) for name, value in read.items() if value is owner), None)
        if last is None:
            return None
    kept = {name: dict(value) if value.__class__ is dict else value for name, value in read.items()}
    return SamePart(xml, kept, state.draft, last)


def marks(state: RenderState) -> tuple[Any, ...]:
    """Return what tells whether a render noted, counted or drew anything, and its last None."""
    counts = state.rounds, state.characters, state.calls, state.numbers
    return (*counts, len(state.found), len(state.media), state.empty)


def _is_same(one: Any, other: Any) -> bool:
    if one is other:
        return True
    if not (one.__class__ is other.__class__ is dict and one.keys() == other.keys()):
        return False
    return all(value is other[key] for key, value in one.items())
