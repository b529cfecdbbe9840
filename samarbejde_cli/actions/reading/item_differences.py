"""Compare the rows of a form with the items of a list in the file."""

from collections.abc import Iterator, Sequence

from samarbejde_cli.actions.reading.comparing import Comparer, without_placeholder
from samarbejde_cli.actions.reading.differences import Comparison, NewItem, is_same, route_of
from samarbejde_cli.actions.reading.found import Item
from samarbejde_cli.actions.reading.people import DoubtError
from samarbejde_cli.documents.form import Items, Lines, fingerprint
from samarbejde_cli.lazy import lazy_pattern, mutable
from samarbejde_cli.word import Field

_NUMBER = lazy_pattern(r"\[(\d+)\]")
_WEIGHTS = dict.fromkeys(
    ("område", "delmål", "handlinger.mine", "handlinger.andres", "ansvarlige", "frist",
     "betaler", "beløb", "opgave", "telefon", "email", "tilbud", "varighed"), 1
) | dict.fromkeys(("mål", "person", "dato", "bevilling", "navn", "støtte"), 4)  # fmt: skip
"""How much a field says about which item it is of."""


@mutable
class ItemComparer:
    """Compares the rows of one list: those known again, the new ones, those that are gone."""

    fields: Comparer
    items: Items

    def compare(self, result: Comparison, rows: Sequence[Item]) -> None:
        """Add to the result what differs between some rows and the list."""
        for item, position in self._placed(rows):
            if position is None:
                self._new(result, item)
            else:
                self._known(result, item, position)
        self._gone(result, rows)

    def _placed(self, items: Sequence[Item]) -> Iterator[tuple[Item, int | None]]:
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
        return self.fields.stamp.knows(name, self._lines(item, self.items.identity))

    def _lines(self, item: Item, key: str) -> Lines:
        each = item.fields.get(key)
        route = (*route_of(self.items.route), 0, key.partition(".")[0])
        return () if each is None else self.fields.understanding.lines(route, each)

    def _position(self, number: int) -> int | None:
        """Return where the item of a number is in the file now; None when it is gone."""
        numbers = [int(_NUMBER.findall(name)[-1]) for name in self._identities()]
        scores = {at: self._likeness(number, at) for at in numbers}
        if not self.fields.stamp.base:
            return number if number in numbers else None
        best = max(scores, key=lambda at: (scores[at], at == number), default=None)
        return best if best and scores[best] > 0 else None

    def _likeness(self, number: int, at: int) -> int:
        """Return how much an item of the file is as the form was printed with."""
        return sum(weight * self._knew(number, at, key) for key, weight in _WEIGHTS.items())

    def _knew(self, number: int, at: int, key: str) -> bool:
        lines = self.fields.mine.get(f"{self.items.route}[{at}].{key}", ())
        name = f"{self.items.route}[{number}].{key}"
        return bool(lines) and fingerprint(name, lines) in self.fields.stamp.base

    def _known(self, result: Comparison, item: Item, position: int) -> None:
        required = (*self.items.required, self.items.identity)
        for key, each in item.fields.items():
            name = f"{self.items.route}[{item.number}].{key}"
            self.fields.field(result, name, f"{self.items.route}[{position}].{key}", each, required)

    def _new(self, result: Comparison, item: Item) -> None:
        lines = {key: self._new_lines(key, each) for key, each in item.fields.items()}
        written = {key: each for key, each in lines.items() if each}
        if set(written) <= set(self.items.boxes):
            return
        text = tuple(line for each in written.values() for line in each)
        if item.number is not None and all(
            self.fields.stamp.knows(f"{self.items.route}[{item.number}].{key}", each)
            for key, each in lines.items()
        ):
            result.leave(item.place, text, "Rækken er en kopi, som ikke er ændret.")
            return
        try:
            values = {
                key: self.fields.understanding.values(self._route_of_new(key), each)
                for key, each in written.items()
            }
        except DoubtError as doubt:
            result.leave(item.place, text, str(doubt))
            return
        if missing := [key for key in self.items.required if not values.get(key)]:
            result.leave(item.place, text, f"Der mangler {' og '.join(missing)} i rækken.")
        elif not self._is_there(values):
            result.new_items.append(NewItem(item.place, self.items.route, values))

    def _route_of_new(self, key: str) -> tuple[str | int, ...]:
        return route_of(f"{self.items.route}[].{key}")

    def _new_lines(self, key: str, each: Field) -> Lines:
        return self.fields.understanding.lines(self._route_of_new(key), without_placeholder(each))

    def _is_there(self, values: dict[str, Lines]) -> bool:
        """Whether the file has the item already: the form was read before."""
        known = (self.fields.mine[name] for name in self._identities())
        return any(is_same(each, values[self.items.identity]) for each in known)

    def _gone(self, result: Comparison, rows: Sequence[Item]) -> None:
        """Note the items of the file that the form was printed with and has no more."""
        numbers, mine = {item.number for item in rows}, self.fields.mine
        for name in self._identities():
            number = int(name[len(self.items.route) + 1 :].partition("]")[0])
            if number not in numbers and self.fields.stamp.knows(name, mine[name]):
                why = "Rækken er slettet i skemaet. Den står stadig i sagen."
                result.leave(name, mine[name], why)

    def _identities(self) -> list[str]:
        """Return the names of the fields by which the items of the file are known."""
        start, end = f"{self.items.route}[", f"].{self.items.identity}"
        names = [n for n in self.fields.mine if n.startswith(start) and n.endswith(end)]
        return [name for name in names if _NUMBER.search(name)]
