"""Find the answers in a form by their names, and boxes by the question that begins their row.

A question is a field whose name ends in ``?``; its answer is in the boxes beside it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from samarbejde_cli.actions.reading.boxes import Columns, box_columns, boxes_of
from samarbejde_cli.actions.reading.found import FoundAnswers, Item
from samarbejde_cli.documents.form import NEW_ROWS, Items
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word import (
    AS_ITEM,
    ASKED,
    BLANK,
    BOX_SIGNS,
    Cell,
    Field,
    FilledForm,
    Row,
    bookmark_name,
    route_of_bookmark,
)

CROSS = "☒"
"""How a tick is shown that nobody can place."""
_IN_ITEM = lazy_pattern(r"\[(\d*)\](?:\.(.+))?")
"""What follows the route of a list: the number of an item, and the key of a field."""
_NO_BOX = "Der mangler en kasse i rækken, så det er ikke klart, hvad der er krydset af."


def find_in_rows(form: FilledForm, items: Sequence[Items], routes: Iterable[str]) -> FoundAnswers:
    """Return what stands in the fields of a form; ``routes`` are those that it was printed with."""
    finder = Finder(items, routes)
    for field in form.fields:
        finder.put(field.name, field)
    for table in form.tables:
        finder.columns = box_columns(table)
        for row in table.rows:
            finder.row(row)
    return finder.found


class Finder:
    """Puts the fields of a form where they belong; ``found`` is what it has found so far.

    ``columns`` are where the table that it reads has its boxes.
    """

    def __init__(self, items: Sequence[Items], routes: Iterable[str]) -> None:
        self.found = FoundAnswers()
        self.columns: Columns = {}
        self.items = items
        self.cut = {_of_bookmark(name): name for route in routes
                    for name in (route, f"{route}{ASKED}")}  # fmt: skip
        self.cut |= {_of_bookmark(n): n for n in map(_in_new_item, [*self.cut.values()])}
        self.cut |= {
            _of_bookmark(f"{each.route}[{number}].{key}"): f"{each.route}[].{key}"
            for each in items
            for key in each.required
            for number in NEW_ROWS
        }
        """By what is left of a long name in a bookmark, the whole name."""

    def row(self, row: Row) -> None:
        """Take in the fields of a row; a question with the boxes beside it."""
        for field in row.fields():
            name = self.cut.get(field.name, field.name)
            self._label(name, field, row)
            if not name.endswith(ASKED):
                items = self._of_new(name)
                if items and items.is_ticked:
                    self._ticked(name, field, row)
                    continue
                self.put(name, field)
                if items:
                    self._boxes(items, name, field, row)
                continue
            name = name.removesuffix(ASKED)
            self.found.questions += [(field.place, line) for line in field.lines]
            items, found = self._item(name)
            if items and found and found[2] is None:
                self.put(f"{name}.{items.identity}", field)
                self._boxes(items, f"{name}.{items.identity}", field, row)
            else:
                self._answer(name, field, row)

    def _label(self, name: str, field: Field, row: Row) -> None:
        """Note what stands before the first field of a line: in its question, or beside it."""
        items, sign, mark = name.partition(AS_ITEM)
        if sign and name.endswith(ASKED):
            self.found.labels[name.removesuffix(ASKED)] = field.lines
        elif sign and "." in mark:
            at = next(n for n, cell in enumerate(row.cells) if field in cell.fields)
            before = [*takewhile(lambda cell: not cell.fields, reversed(row.cells[:at]))]
            texts = tuple(line for cell in reversed(before) for line in cell.loose)
            self.found.labels.setdefault(f"{items}{sign}{mark.partition('.')[0]}", texts)

    def _ticked(self, name: str, field: Field, row: Row) -> None:
        """Note a new item whose box, in the cell behind it, is ticked."""
        at = next(n for n, cell in enumerate(row.cells) if field in cell.fields)
        boxes = [box for cell in row.cells[at + 1 : at + 2] for box in cell.boxes]
        texts = tuple(line for line in field.lines if line != BLANK)
        label = tuple(cell.text for cell in row.cells[max(at - 1, 0) : at] if cell.text)
        if texts and any(boxes):
            self.put(name, field)
        elif texts:
            self.found.leave(field.place, (*label, *texts), "Der er et navn, men ikke sat kryds.")
        elif any(boxes):
            self.found.leave(field.place, label, "Der er sat kryds, men ikke skrevet noget navn.")

    def put(self, name: str, field: Field) -> None:
        """Note a field; one that an item has already begins another item."""
        items, found = self._item(name)
        if items is None or found is None:
            self.found.put(name, field)
            return
        number = int(found[1]) if found[1] else None
        key = found[2] or items.identity
        known = (i for i in reversed(self.found.items) if i.items == items.route)
        item = next((i for i in known if i.number == number), None)
        is_other_row = item and not number and items.in_rows and item.place != field.place
        if item is None or key in item.fields or is_other_row:
            item = Item(number, field.place, items=items.route)
            self.found.items.append(item)
        item.fields[key] = field

    def _answer(self, name: str, field: Field, row: Row) -> None:
        found = boxes_of(row, self.columns, field)
        if found is None:
            self._leave(row, field)
            return
        texts = (text for cell in row.cells if field not in cell.fields for text in cell.loose)
        typed = tuple(text for text in texts if text.casefold() not in BOX_SIGNS)
        self.put(name, replace(found.of(field), lines=typed))

    def _leave(self, row: Row, field: Field) -> None:
        """Note a row in which it is not clear what a tick, or what was typed, means."""
        cells = [cell for cell in row.cells if field not in cell.fields]
        texts = [text for cell in cells for text in cell.loose]
        ticks = [CROSS for cell in cells for box in cell.boxes if box]
        self.found.leave(field.place, (*field.lines[:1], *texts, *ticks), _NO_BOX)

    def _boxes(self, items: Items, identity: str, field: Field, row: Row) -> None:
        """Note the boxes of an item, two in each of the last cells of its row."""
        keys = items.boxes
        start = identity.rpartition(".")[0]
        cells = dict(enumerate(row.cells))
        columns = [*self.columns.items()][-len(keys) :] if keys else []
        for key, (at, count) in zip(keys, columns, strict=False):
            cell = cells.get(at, Cell(()))
            if len(cell.boxes) == count or not (cell.boxes or cell.loose):
                boxes = replace(field, lines=cell.loose, boxes=cell.boxes, ticked=())
                self.put(f"{start}.{key}", boxes)
            else:
                self._leave(row, field)

    def _item(self, name: str) -> tuple[Items | None, re.Match[str] | None]:
        """Return the list that a name is in an item of, and the number and key of the name.

        A printed line that stands for an item of another list is none of its fields.
        """
        if AS_ITEM in name:
            return None, None
        of_name = [each for each in self.items if name.startswith(f"{each.route}[")]
        found = ((each, _IN_ITEM.fullmatch(name, len(each.route))) for each in of_name)
        return next((each for each in found if each[1]), (None, None))

    def _of_new(self, name: str) -> Items | None:
        """Return the list, with boxes in its rows, whose new item's identity has this name."""
        return next(
            (
                each
                for each in self.items
                if (each.boxes or each.is_ticked) and name == f"{each.route}[].{each.identity}"
            ),
            None,
        )


def _in_new_item(route: str) -> str:
    """Return the name of the same field where the item that it is in was new."""
    return _NUMBER.sub("[]", route)


_NUMBER = lazy_pattern(r"\[\d+\]")


def _of_bookmark(name: str) -> str:
    """Return what the reader makes of a name's bookmark."""
    return route_of_bookmark(bookmark_name(name))
