"""What was found in a form, before it is compared with anything."""

from dataclasses import field

from samarbejde_cli.lazy import frozen, lazy_pattern, mutable
from samarbejde_cli.word import BLANK, Field, FoundBy

TWICE = "Feltet er to gange i skemaet, og de siger ikke det samme."
"""Why a second field of a name is not read."""
_LINE = lazy_pattern(r"([^=]+=[A-Za-z]+)(?:\.(.+))?")


@frozen
class Leftover:
    """Text in the form that the program does not put anywhere, and why; ``place`` is where."""

    place: str
    text: str
    why: str


@mutable
class Item:
    """One item of a list in the form; ``number`` is its place in the file, None for a new one.

    ``items`` is the route of the list.
    """

    number: int | None
    place: str
    fields: dict[str, Field] = field(default_factory=dict)
    items: str = "mål"

    def lines(self, key: str) -> tuple[str, ...]:
        """Return the paragraphs of a field; none when it is not there."""
        return self.fields[key].lines if key in self.fields else ()


@mutable
class FoundAnswers:
    """The fields of a form by their route, the items of its lists, and what is left over.

    ``lines`` are those that stand for an item: by their names, the fields by the item's keys; the
    box of the line has the key ``""``. ``questions`` are what stands in the fields that hold a
    question, each with its place; ``labels`` what stands before the fields of a line, by its name.
    """

    fields: dict[str, Field] = field(default_factory=dict)
    lines: dict[str, dict[str, Field]] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    questions: list[tuple[str, str]] = field(default_factory=list)
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def put(self, name: str, each: Field) -> None:
        """Note a field that is in no row of a list; another of its name is told if it differs."""
        line = _LINE.fullmatch(name)
        places = self.lines.setdefault(line[1], {}) if line else self.fields
        first = places.setdefault((line[2] or "") if line else name, each)
        if line and not line[2]:
            self.labels.setdefault(line[1], each.lines)
        texts = tuple(text for text in each.lines if text != BLANK)
        is_same = first.boxes == each.boxes and (not texts or texts == first.lines)
        if not is_same:
            self.leave(each.place, texts or each.ticked, TWICE)

    def leave(self, place: str, lines: tuple[str, ...], why: str) -> None:
        """Note a text that a person must look at."""
        self.leftovers.append(Leftover(place, "\n".join(lines), why))

    @property
    def weaker_names(self) -> dict[FoundBy, int]:
        """How many fields were found by another name than the tag; an area has none."""
        rows = [(key, each) for item in self.items for key, each in item.fields.items()]
        rows += [(key, each) for line in self.lines.values() for key, each in line.items()]
        every = [*self.fields.values(), *(each for key, each in rows if key != "område")]
        by = [each.found_by for each in every if each.found_by is not FoundBy.TAG]
        return {each: by.count(each) for each in FoundBy if each in by}
