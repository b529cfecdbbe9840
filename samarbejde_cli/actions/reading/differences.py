"""What a form and its case differ in: what is to be changed, and what a person must look at."""

from collections.abc import Callable
from dataclasses import field

from samarbejde_cli.actions.reading.found import Leftover
from samarbejde_cli.actions.reading.understanding import PARTS
from samarbejde_cli.documents.fingerprints import fingerprint
from samarbejde_cli.documents.form import (
    Lines,
)
from samarbejde_cli.findings import Route
from samarbejde_cli.lazy import frozen, lazy_pattern, mutable
from samarbejde_cli.word import FoundBy

Said = tuple[tuple[str, Lines], ...]
_STEP = lazy_pattern(r"([^.\[\]]+)|\[(\d*)\]")


@frozen
class Difference:
    """A field that differs: ``before`` is what the file holds, ``after`` what the form says.

    ``route`` is how the user reads it, ``place`` where it is in the form. The route of an item
    leads to all of it, which is to be taken away. ``said`` is what the form says, as it is typed
    and as it is meant, by the name that its field has for the form.
    """

    route: str
    place: str
    found_by: FoundBy
    before: Lines
    after: Lines
    said: Said = ()


@frozen
class NewItem:
    """An item that the form has and the file has not: its values by their keys.

    ``items`` is the route of its list; an item that is a text has the key ``""``. ``said`` is as
    that of a difference.
    """

    place: str
    items: str
    values: dict[str, Lines]
    said: Said = ()

    @property
    def lines(self) -> Lines:
        """All that the item says."""
        return tuple(line for lines in self.values.values() for line in lines)


@mutable
class Comparison:
    """What is to be changed, what both sides changed, and what a person must look at."""

    changes: list[Difference] = field(default_factory=list)
    conflicts: list[Difference] = field(default_factory=list)
    new_items: list[NewItem] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    """Where the items of the form's lists are in the file, by how the form names them."""

    def of(self, leads_here: Callable[[str], bool]) -> "Comparison":
        """Return what is to be written in one file, by the first keys of the routes."""
        here = [each for each in self.changes if leads_here(str(route_of(each.route)[0]))]
        new = [each for each in self.new_items if leads_here(str(route_of(each.items)[0]))]
        return Comparison(changes=here, new_items=new)

    def leave(self, place: str, lines: Lines, why: str) -> None:
        """Note a text that a person must look at."""
        self.leftovers.append(Leftover(place, "\n".join(lines), why))


def route_of(text: str) -> Route:
    """Return the route that a field's name means; the part of a list is left out."""
    steps = [key or (int(number) - 1 if number else -1) for key, number in _STEP.findall(text)]
    return tuple(steps[:-1] if steps[-1] in PARTS else steps)


def is_same(first: Lines, second: Lines) -> bool:
    """Whether two fields say the same; white space does not count."""
    return fingerprint("", first) == fingerprint("", second)
