"""Compare three ways: what a form was printed with, what the file says now, what the form says."""

from collections.abc import Iterator
from dataclasses import field, replace

from samarbejde_cli.actions.reading.found import FoundAnswers, Item, Leftover
from samarbejde_cli.actions.reading.people import DoubtError
from samarbejde_cli.actions.reading.understanding import PARTS, Understanding
from samarbejde_cli.documents.form import Answers, Items, Lines, Stamp, fingerprint
from samarbejde_cli.findings import Route
from samarbejde_cli.lazy import frozen, lazy_pattern, mutable
from samarbejde_cli.word import BLANK, Field, FoundBy

_NUMBER = lazy_pattern(r"\[(\d+)\]")
_STEP = lazy_pattern(r"([^.\[\]]+)|\[(\d*)\]")
NO_ITEMS = Items("", "", ())
_NOW = "nu"
_WEIGHTS = dict.fromkeys(
    ("område", "delmål", "handlinger.mine", "handlinger.andres", "ansvarlige", "frist"), 1
) | dict.fromkeys(("mål", "person", "dato", "bevilling"), 4)
"""How much a field says about which item it is of."""


@frozen
class Difference:
    """A field that differs: ``before`` is what the file holds, ``after`` what the form says.

    ``route`` is how the user reads it, ``place`` where it is in the form.
    """

    route: str
    place: str
    found_by: FoundBy
    before: Lines
    after: Lines


@frozen
class NewItem:
    """An item that the form has and the file has not: its values by their keys."""

    place: str
    values: dict[str, Lines]


@mutable
class Comparison:
    """What is to be changed, what both sides changed, and what a person must look at."""

    changes: list[Difference] = field(default_factory=list)
    conflicts: list[Difference] = field(default_factory=list)
    new_items: list[NewItem] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)


def route_of(text: str) -> Route:
    """Return the route that a field's name means; the part of a list is left out."""
    steps = [key or (int(number) - 1 if number else -1) for key, number in _STEP.findall(text)]
    return tuple(steps[:-1] if steps[-1] in PARTS else steps)


@mutable
class Comparer:
    """Compares one form with its case; ``items`` is the list that its rows are items of."""

    stamp: Stamp
    mine: Answers
    understanding: Understanding
    items: Items = NO_ITEMS

    def compare(self, found: FoundAnswers) -> Comparison:
        """Return what differs between a form and its case."""
        result = Comparison(leftovers=list(found.leftovers))
        for name, each in found.fields.items():
            self._field(result, name, name, each)
        for item, position in self._placed(found.items):
            if position is None:
                self._new(result, item)
            else:
                self._known(result, item, position)
        result.leftovers += self._gone(found)
        return result

    def _field(self, result: Comparison, name: str, at: str, each: Field) -> None:
        """Compare one field, which has ``name`` in the form and is at ``at`` in the file."""
        route = route_of(at)
        if self.understanding.shape(route) is None:
            self._unknown(result, name, each)
            return
        theirs, mine = self._typed(route, name, each), self.mine.get(at, ())
        if self.stamp.knows(name, theirs) or _same(theirs, mine):
            return
        try:
            after = self.understanding.values(route, theirs)
        except DoubtError as doubt:
            result.leftovers.append(Leftover(each.place, "\n".join(theirs), str(doubt)))
            return
        if _same(after, self._in_file(route, mine)):
            return
        if not after and route[-1] in (*self.items.required, self.items.identity):
            why = f"Feltet {route[-1]} er tomt i skemaet. Det står stadig i filen."
            result.leftovers.append(Leftover(each.place, "\n".join(mine), why))
            return
        difference = Difference(at, each.place, each.found_by, mine, after)
        is_mine_changed = not self.stamp.knows(name, mine)
        (result.conflicts if is_mine_changed else result.changes).append(difference)

    def _unknown(self, result: Comparison, name: str, each: Field) -> None:
        """Note what was typed where the file has no field, so that nothing is lost in silence."""
        texts = [line for line in each.lines if line != BLANK]
        if not texts or self.stamp.knows(name, each.lines):
            return
        why = "Feltet bliver ikke læst ind. Skriv det i sagen, hvor det hører til."
        if route_of(name)[-1] == _NOW:
            why = "Skriv under `status` ved målet i plan.yaml, hvor langt det er nu."
        result.leftovers.append(Leftover(each.place, "\n".join(texts), why))

    def _in_file(self, route: Route, mine: Lines) -> Lines:
        try:
            return self.understanding.values(route, mine)
        except DoubtError:
            return mine

    def _typed(self, route: Route, name: str, each: Field) -> Lines:
        """Return what a field says, without a placeholder that was left beside what was typed."""
        if self.stamp.knows(name, ()):
            kept = (line.removeprefix(BLANK).removesuffix(BLANK).strip()
                    for line in each.lines)  # fmt: skip
            each = replace(each, lines=tuple(line for line in kept if line))
        return self.understanding.lines(route, each)

    def _placed(self, items: list[Item]) -> Iterator[tuple[Item, int | None]]:
        """Yield the items with their place in the file; the copy of a row is a new item."""
        originals: dict[int, Item] = {}
        for item in items:
            number = item.number
            if number is None:
                continue
            known = originals.get(number)
            if known is None or (not self._is_as_printed(known) and self._is_as_printed(item)):
                originals[number] = item
        for item in items:
            is_own = item.number is not None and originals[item.number] is item
            yield item, self._position(item.number) if is_own and item.number else None

    def _is_as_printed(self, item: Item) -> bool:
        name = f"{self.items.route}[{item.number}].{self.items.identity}"
        return self.stamp.knows(name, self._lines(item, self.items.identity))

    def _lines(self, item: Item, key: str) -> Lines:
        each = item.fields.get(key)
        route = (*route_of(self.items.route), 0, key.partition(".")[0])
        return () if each is None else self.understanding.lines(route, each)

    def _position(self, number: int) -> int | None:
        """Return where the item of a number is in the file now; None when it is gone."""
        numbers = [int(_NUMBER.findall(name)[-1]) for name in self._identities()]
        scores = {at: self._likeness(number, at) for at in numbers}
        if not self.stamp.base:
            return number if number in numbers else None
        best = max(scores, key=lambda at: (scores[at], at == number), default=None)
        return best if best and scores[best] > 0 else None

    def _likeness(self, number: int, at: int) -> int:
        """Return how much an item of the file is as the form was printed with."""
        return sum(weight * self._knew(number, at, key) for key, weight in _WEIGHTS.items())

    def _knew(self, number: int, at: int, key: str) -> bool:
        lines = self.mine.get(f"{self.items.route}[{at}].{key}", ())
        name = f"{self.items.route}[{number}].{key}"
        return bool(lines) and fingerprint(name, lines) in self.stamp.base

    def _known(self, result: Comparison, item: Item, position: int) -> None:
        for key, each in item.fields.items():
            name, at = (
                f"{self.items.route}[{item.number}].{key}",
                f"{self.items.route}[{position}].{key}",
            )
            self._field(result, name, at, each)

    def _new(self, result: Comparison, item: Item) -> None:
        lines = {key: self._new_lines(key, each) for key, each in item.fields.items()}
        written = {key: each for key, each in lines.items() if each}
        if not set(written) - {"område"} or set(written) <= set(self.items.boxes):
            return
        text = "\n".join(line for each in written.values() for line in each)
        if item.number is not None and all(
            self.stamp.knows(f"{self.items.route}[{item.number}].{key}", each)
            for key, each in lines.items()
        ):
            why = "Rækken er en kopi, som ikke er ændret."
            result.leftovers.append(Leftover(item.place, text, why))
            return
        try:
            values = {key: self.understanding.values(route_of(f"{self.items.route}[].{key}"), each)
                      for key, each in written.items()}  # fmt: skip
        except DoubtError as doubt:
            result.leftovers.append(Leftover(item.place, text, str(doubt)))
            return
        if missing := [key for key in self.items.required if not values.get(key)]:
            why = f"Der mangler {' og '.join(missing)} i rækken."
            result.leftovers.append(Leftover(item.place, text, why))
            return
        if not self._is_there(values):
            result.new_items.append(NewItem(item.place, values))

    def _new_lines(self, key: str, each: Field) -> Lines:
        kept = (line.removeprefix(BLANK).strip() for line in each.lines)
        each = replace(each, lines=tuple(line for line in kept if line))
        return self.understanding.lines(route_of(f"{self.items.route}[].{key}"), each)

    def _is_there(self, values: dict[str, Lines]) -> bool:
        """Whether the file has the goal already: the form was read before."""
        identity = self.items.identity
        known = (self.mine[name] for name in self._identities())
        return any(_same(each, values[identity]) for each in known)

    def _gone(self, found: FoundAnswers) -> Iterator[Leftover]:
        """Yield the items of the file that the form was printed with and has no more."""
        numbers = {item.number for item in found.items}
        for name in self._identities():
            number = int(name[len(self.items.route) + 1 :].partition("]")[0])
            if number not in numbers and self.stamp.knows(name, self.mine[name]):
                why = "Rækken er slettet i skemaet. Den står stadig i sagen."
                yield Leftover(name, "\n".join(self.mine[name]), why)

    def _identities(self) -> list[str]:
        """Return the names of the fields by which the items of the file are known."""
        start, end = f"{self.items.route}[", f"].{self.items.identity}"
        names = [name for name in self.mine if name.startswith(start) and name.endswith(end)]
        return [name for name in names if _NUMBER.search(name)]


def _same(first: Lines, second: Lines) -> bool:
    return fingerprint("", first) == fingerprint("", second)
