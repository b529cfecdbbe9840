"""Compare the rows of a form with the items of a list in the file."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from samarbejde_cli.actions.reading.comparing import READ_AS_NEW, without_placeholder
from samarbejde_cli.actions.reading.differences import (
    Comparison,
    Difference,
    NewItem,
    Said,
    is_same,
    route_of,
)
from samarbejde_cli.actions.reading.found import Item
from samarbejde_cli.actions.reading.people import DoubtError
from samarbejde_cli.actions.reading.printed_items import PrintedItems
from samarbejde_cli.case.case_route import CaseRoute
from samarbejde_cli.case.references import references
from samarbejde_cli.danish.text import listed
from samarbejde_cli.documents.fingerprints import squeezed
from samarbejde_cli.documents.form import (
    Lines,
)
from samarbejde_cli.lazy import mutable
from samarbejde_cli.routes import value_at
from samarbejde_cli.word import Field, FoundBy

_TAKEN_OUT = "Rækken er ændret i skemaet, men den er taget ud af sagen."
_PEOPLE = ("navn", "person")
_RENAMED = (
    "Navnet i rækken er et andet end det, den blev lavet med. Er det en ny, så skriv personen i en "
    "tom række. Har personen fået et andet navn, så ret det i sagen."
)
_EXCHANGED = (
    "Rækken har fået navnet fra en anden række, men ikke alt det andet, der står i den. Ret det i "
    "sagen, eller sæt hele rækken et andet sted i skemaet."
)
_REPLACED = (
    "Alt i rækken er skrevet om. Er det noget nyt, så skriv det i en tom række, og slet den gamle."
)
_EMPTIED = "Navnet i rækken er slettet, og der er ændret mere. Rækken står, som den var, i sagen."
_DELETED = "rækken er slettet"


@mutable
class ItemComparer(PrintedItems):
    """Compares the rows of one list: those known again, the new ones, those that are gone.

    ``stem`` is that of the list's file, ``texts`` all that is written in the form, squeezed.
    ``takes_out`` says that an item whose row is gone may go out of the file.
    """

    stem: str
    texts: Collection[str]
    takes_out: bool = True

    def compare(self, result: Comparison, rows: Sequence[Item]) -> None:
        """Add to the result what differs between some rows and the list."""
        there = set()
        self._number_again(rows)
        for item, printed, is_own in self._placed(rows):
            is_printed = is_own and bool(self.fields.stamp.base)
            position = self._read_before(item) if printed is None and is_printed else printed
            if position is None and is_printed:
                self._taken_out(result, item)
            elif position is None:
                there.add(self._new(result, item))
            else:
                there |= self._found_again(result, item, position)
        for number in reversed(self._numbers()):
            if number not in there and (printed := self._printed_number(number)):
                self._gone(result, number, printed, is_told=not rows)

    def _note(self, result: Comparison, item: Item, number: str) -> None:
        is_printed = item.number and item.number < READ_AS_NEW
        name = f"{self.items.route}[{item.number if is_printed else ''}]"
        result.places[name] = f"{self.items.route}{number}"

    def _placed(self, items: Sequence[Item]) -> Iterator[tuple[Item, int | None, bool]]:
        """Yield the items with their place in the file; the copy of a row is a new item.

        Whether an item is the row that was printed itself comes last.
        """
        originals = self._originals(items)
        for item in items:
            is_own = item.number is not None and originals[item.number] is item
            yield item, self._position(item.number) if is_own and item.number else None, is_own

    def _originals(self, items: Sequence[Item]) -> dict[int, Item]:
        """Return by its number the row that was printed itself, and is no copy."""
        originals: dict[int, Item] = {}
        for item in items:
            number = item.number
            if number is None:
                continue
            known = originals.get(number)
            if known is None or (not self._is_as_printed(known) and self._is_as_printed(item)):
                originals[number] = item
        return originals

    def _number_again(self, items: Sequence[Item]) -> None:
        """Give the rows that an earlier reading took for new items the numbers of those.

        A row is known by its name, else by what else is in it, else by its place. One whose item
        is not in the file any more is a new one again.
        """
        left = [n for n in self._read_as_new if self._position(n) is not None]
        if not left:
            return
        originals = self._originals(items)
        new = [x for x in items if x.number is None or originals[x.number] is not x]
        for is_row_of in (self._has_name_of, self._is_like, self._is_in_place_of):
            for item in [*new]:
                if number := next((n for n in left if is_row_of(item, n)), None):
                    item.number = number
                    new.remove(item)
                    left.remove(number)

    def _has_name_of(self, item: Item, number: int) -> bool:
        lines = self._new_lines_of(item).get(self.items.identity, ())
        return bool(lines) and self.fields.stamp.knows(self._name(number), lines)

    def _is_like(self, item: Item, number: int) -> bool:
        start, knows = f"{self.items.route}[{number}].", self.fields.stamp.knows
        said = self._new_lines_of(item).items()
        return any(lines and knows(start + key, lines) for key, lines in said)

    def _is_in_place_of(self, item: Item, number: int) -> bool:
        return self.fields.stamp.knows(f"{self.items.route}[{number}]", (item.place,))

    def _is_as_printed(self, item: Item) -> bool:
        name = f"{self.items.route}[{item.number}].{self.items.identity}"
        return self.fields.stamp.has_said(name, self._lines(item, self.items.identity))

    def _lines(self, item: Item, key: str) -> Lines:
        each = item.fields.get(key)
        route = (*route_of(self.items.route), 0, key.partition(".")[0])
        return () if each is None else self.fields.understanding.lines(route, each)

    def _found_again(self, result: Comparison, item: Item, position: int) -> set[int]:
        """Compare a row that was printed; return the items of the file that it speaks of."""
        try:
            at, why = self._meant(item, position)
        except DoubtError as doubt:
            at, why = position, str(doubt)
        if why:
            name = () if self._lines(item, self.items.identity) else self._identity(at)
            result.leave(item.place, (*name, *self._changed_lines(item)), why)
        else:
            self._known(result, item, at)
            self._note(result, item, f"[{at}]")
        return {at, position} if why else {at}

    def _meant(self, item: Item, position: int) -> tuple[int, str]:
        """Return which item a row is of now that its name may be another, or why nobody knows.

        Raises ``DoubtError``.
        """
        identity = self.items.identity
        is_named = identity not in item.fields or self._is_named(item, position)
        if is_named or not self.fields.stamp.base:
            return position, ""
        lines = self._lines(item, identity)
        if not lines:
            return position, "" if self._is_alone(item) else _EMPTIED
        other = self._there(self._values({identity: lines}))
        if other == position:
            return position, ""
        if other:
            is_all_of_it = self._is_row_of(item, other)
            return other, "" if is_all_of_it else _EXCHANGED
        if identity in _PEOPLE:
            return position, "" if self._is_alone(item) and self.items.can_go else _RENAMED
        return position, _REPLACED if self._is_replaced(item, position) else ""

    def _is_named(self, item: Item, position: int) -> bool:
        """Whether a row has the name that it was printed with, or that the file has."""
        lines = self._lines(item, self.items.identity)
        return self._is_as_printed(item) or is_same(lines, self._identity(position))

    def _is_alone(self, item: Item) -> bool:
        """Whether all other fields of a row are as they were printed."""
        return not list(self._changed(item))

    def _changed(self, item: Item) -> Iterator[str]:
        """Yield the keys of the fields, but for the name, that a row was not printed with."""
        for key in item.fields:
            route = f"{self.items.route}[{item.number}].{key}"
            if key != self.items.identity and not self.fields.stamp.knows(
                route, self._lines(item, key)
            ):
                yield key

    def _is_row_of(self, item: Item, number: int) -> bool:
        """Whether all fields of a row, but for the name, are what the file says of an item."""
        start = f"{self.items.route}[{number}]."
        others = (key for key in item.fields if key != self.items.identity)
        said = {key: self._lines(item, key) for key in others}
        return all(is_same(said[key], self.fields.mine.get(start + key, ())) for key in said)

    def _is_replaced(self, item: Item, position: int) -> bool:
        """Whether nothing in a row is as it was, while the file knows more of its item."""
        start = f"{self.items.route}[{position}]."
        printed = [key for key in item.fields if key != self.items.identity]
        filled = [key for key in printed if self.fields.mine.get(start + key)]
        is_other = filled and set(filled) <= {*self._changed(item)}
        found = value_at(self.fields.data, route_of(start.removesuffix(".")))
        shown = {key.partition(".")[0] for key in item.fields}
        return bool(is_other and isinstance(found, dict) and {*found} - shown)

    def _changed_lines(self, item: Item) -> Lines:
        """Return the name in a row, and the other fields that were changed."""
        keys = (self.items.identity, *self._changed(item))
        return tuple(line for key in keys for line in self._lines(item, key))

    def _known(self, result: Comparison, item: Item, position: int) -> None:
        required = (*self.items.required, self.items.identity)
        for key, each in item.fields.items():
            name = f"{self.items.route}[{item.number}].{key}"
            self.fields.field(result, name, f"{self.items.route}[{position}].{key}", each, required)

    def _read_before(self, item: Item) -> int | None:
        """Return the item that has what a row says now: the form was read, and changed it."""
        lines = self._new_lines_of(item)
        try:
            return self._there(self._values({key: each for key, each in lines.items() if each}))
        except DoubtError:
            return None

    def _taken_out(self, result: Comparison, item: Item) -> None:
        """Note what the form changed in an item that the case has no more."""
        start = f"{self.items.route}[{item.number}]."
        said = {key: self._lines(item, key) for key in item.fields}
        if not all(self.fields.stamp.knows(start + key, lines) for key, lines in said.items()):
            result.leave(item.place, tuple(x for lines in said.values() for x in lines), _TAKEN_OUT)

    def _new(self, result: Comparison, item: Item) -> int | None:
        """Note a row that is no item's own; return the number of the item that it speaks of."""
        lines = self._new_lines_of(item)
        written = {key: each for key, each in lines.items() if each}
        if not written:
            return None
        text = tuple(line for each in written.values() for line in each)
        if item.number is not None and all(
            self.fields.stamp.knows(f"{self.items.route}[{item.number}].{key}", each)
            for key, each in lines.items()
        ):
            result.leave(item.place, text, "Rækken er en kopi, som ikke er ændret.")
            return None
        try:
            values = self._values(written)
            if number := self._there(values):
                self._again(result, item, number)
                self._note(result, item, f"[{number}]")
                return number
            if self.items.are_people:
                values = self.fields.understanding.people.joining(values)
        except DoubtError as doubt:
            result.leave(item.place, text, str(doubt))
            return None
        if missing := [key for key in self.items.required if not values.get(key)]:
            wanted = listed([key.replace("_", " ") for key in missing])
            result.leave(item.place, text, f"Der mangler {wanted} i rækken.")
        else:
            said = self._said(result, item, lines, values)
            result.new_items.append(NewItem(item.place, self.items.route, values, said))
            self._note(result, item, "[]")
        return None

    def _said(self, result: Comparison, item: Item, *versions: Mapping[str, Lines]) -> Said:
        """Return what a new row says, by the number that it has when the form is read again."""
        others = sum(each.items == self.items.route for each in result.new_items)
        at = f"{self.items.route}[{READ_AS_NEW + 1 + len(self._read_as_new) + others}]"
        pairs = (pair for said in versions for pair in said.items())
        return ((at, (item.place,)), *((f"{at}.{key}", each) for key, each in pairs))

    def _values(self, written: Mapping[str, Lines]) -> dict[str, Lines]:
        is_of_one = self.items.identity in _PEOPLE
        if is_of_one and len(written.get(self.items.identity, ())) > 1:
            raise DoubtError("Der er flere navne i rækken. Skriv ét i hver.")
        return {
            key: self.fields.understanding.values(self._route_of_new(key), each)
            for key, each in written.items()
        }

    def _again(self, result: Comparison, item: Item, number: int) -> None:
        """Compare a row with an item that the file has: somebody wrote it once more."""
        found = Comparison()
        for key, each in item.fields.items():
            if key != self.items.identity:
                self.fields.again(found, f"{self.items.route}[{number}].{key}", each)
        result.changes += found.changes
        result.conflicts += found.conflicts

    def _route_of_new(self, key: str) -> tuple[str | int, ...]:
        return route_of(f"{self.items.route}[].{key}")

    def _new_lines(self, key: str, each: Field) -> Lines:
        return self.fields.understanding.lines(self._route_of_new(key), without_placeholder(each))

    def _new_lines_of(self, item: Item) -> dict[str, Lines]:
        return {key: self._new_lines(key, each) for key, each in item.fields.items()}

    def _gone(self, result: Comparison, number: int, printed: int, *, is_told: bool) -> None:
        """Note an item of the file that the form was printed with and has no more."""
        at, lines = f"{self.items.route}[{number}]", self._identity(number)
        is_somewhere = any(squeezed(line) in self.texts for line in lines)
        stays = not (self.items.can_go and self.takes_out)
        if is_told or is_somewhere or stays or self._is_named_elsewhere(number):
            case = self.fields.understanding.people.case
            remove = f' Skal den ud, så brug `samarbejde remove {case.number} "{at}"`.'
            why = "Rækken er slettet i skemaet. Den står stadig i sagen."
            result.leave(at, lines, why + (remove if self.items.can_go else ""))
            return
        gone = Difference(at, _DELETED, FoundBy.TAG, self._whole(number), ())
        (result.changes if self._is_untouched(number, printed) else result.conflicts).append(gone)

    def _is_named_elsewhere(self, number: int) -> bool:
        at = CaseRoute(self.stem, route_of(f"{self.items.route}[{number}]"))
        return bool(references(self.fields.understanding.people.case, at))

    def _whole(self, number: int) -> Lines:
        """Return all that the file says of an item, also what the form does not show."""
        found = value_at(self.fields.data, route_of(f"{self.items.route}[{number}]"))
        return tuple(map(str, found.values())) if isinstance(found, dict) else ()
