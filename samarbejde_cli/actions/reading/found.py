"""What was found in a form, before it is compared with anything."""

from dataclasses import field

from samarbejde_cli.lazy import frozen, mutable
from samarbejde_cli.word import Field, FoundBy


@frozen
class Leftover:
    """Text in the form that the program does not put anywhere, and why; ``place`` is where."""

    place: str
    text: str
    why: str


@mutable
class Item:
    """One item of a list in the form; ``number`` is its place in the file, None for a new one."""

    number: int | None
    place: str
    fields: dict[str, Field] = field(default_factory=dict)

    def lines(self, key: str) -> tuple[str, ...]:
        """Return the paragraphs of a field; none when it is not there."""
        return self.fields[key].lines if key in self.fields else ()


@mutable
class FoundAnswers:
    """The fields of a form by their route, the items of its list, and what is left over."""

    fields: dict[str, Field] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)

    @property
    def weaker_names(self) -> dict[FoundBy, int]:
        """How many fields were found by another name than the tag; an area has none."""
        rows = [(key, each) for item in self.items for key, each in item.fields.items()]
        every = [*self.fields.values(), *(each for key, each in rows if key != "område")]
        by = [each.found_by for each in every if each.found_by is not FoundBy.TAG]
        return {each: by.count(each) for each in FoundBy if each in by}
