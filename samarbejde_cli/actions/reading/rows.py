"""Find the answers in a form by their names, and boxes by the question that begins their row.

A question is a field whose name ends in ``?``; its answer is in the boxes beside it.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from samarbejde_cli.actions.reading.found import FoundAnswers, Item
from samarbejde_cli.documents.form import Items
from samarbejde_cli.word import ASKED, Field, FilledForm, Row, bookmark_name, route_of_bookmark


def find_in_rows(form: FilledForm, items: Items, routes: Iterable[str]) -> FoundAnswers:
    """Return what stands in the fields of a form; ``routes`` are those that it was printed with."""
    finder = _Finder(items, routes)
    for field in form.fields:
        finder.put(field.name, field)
    for table in form.tables:
        for row in table.rows:
            finder.row(row)
    return finder.found


class _Finder:
    def __init__(self, items: Items, routes: Iterable[str]) -> None:
        self.found = FoundAnswers()
        self.items = items
        names = (name for route in routes for name in (route, f"{route}{ASKED}"))
        self.cut = {route_of_bookmark(bookmark_name(name)): name for name in names}
        """By what is left of a long name in a bookmark, the whole name."""
        self._item = re.compile(rf"{re.escape(items.route)}\[(\d*)\](?:\.(.+))?")

    def row(self, row: Row) -> None:
        """Take in the fields of a row; a question with the boxes beside it."""
        for field in row.fields():
            name = self.cut.get(field.name, field.name)
            if not name.endswith(ASKED):
                self.put(name, field)
                if self._is_new_identity(name):
                    self._boxes(name, field, row)
            elif self._is_item(name.removesuffix(ASKED)):
                identity = f"{name.removesuffix(ASKED)}.{self.items.identity}"
                self.put(identity, field)
                self._boxes(identity, field, row)
            else:
                self._answer(name.removesuffix(ASKED), field, row)

    def put(self, name: str, field: Field) -> None:
        """Note a field; one that an item has already begins another item."""
        found = self._item.fullmatch(name) if self.items.route else None
        if found is None:
            self.found.fields.setdefault(name, field)
            return
        number = int(found[1]) if found[1] else None
        key = found[2] or self.items.identity
        item = next((i for i in reversed(self.found.items) if i.number == number), None)
        if item is None or key in item.fields:
            item = Item(number, field.place)
            self.found.items.append(item)
        item.fields[key] = field

    def _answer(self, name: str, field: Field, row: Row) -> None:
        cells = [cell for cell in row.cells if field not in cell.fields]
        boxes = tuple(box for cell in cells for box in cell.boxes)
        typed = tuple(text for cell in cells for text in cell.loose)
        self.put(name, replace(field, lines=typed, boxes=boxes, ticked=()))

    def _boxes(self, identity: str, field: Field, row: Row) -> None:
        """Note the boxes of an item, two in each of the last cells of its row."""
        keys = self.items.boxes
        start = identity.rpartition(".")[0]
        for key, cell in zip(keys, row.cells[len(row.cells) - len(keys) :], strict=False):
            boxes = replace(field, lines=cell.loose, boxes=cell.boxes, ticked=())
            self.put(f"{start}.{key}", boxes)

    def _is_item(self, name: str) -> bool:
        found = self._item.fullmatch(name) if self.items.route else None
        return found is not None and found[2] is None

    def _is_new_identity(self, name: str) -> bool:
        return bool(self.items.boxes) and name == f"{self.items.route}[].{self.items.identity}"
