"""What was written in a form where it has no field: rows of its own, and text beside the fields."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from samarbejde_cli.actions.reading.differences import Comparison
from samarbejde_cli.actions.reading.found import FoundAnswers, Item, Leftover
from samarbejde_cli.danish import said
from samarbejde_cli.danish.text import shortened
from samarbejde_cli.documents.form import (
    PRINTED_NUMBERS,
    Answers,
    Items,
    Lines,
    Stamp,
    squeezed,
)
from samarbejde_cli.word import AS_ITEM, Field, FilledForm, FoundBy, Row, Table

_PRINTED_AROUND = ("sidehoved", "sidefod")
_LABEL = 40
"""So many characters of a printed text say where another stands."""
_GONE = "Feltet er slettet i skemaet. Det står stadig i sagen."
NO_FIELD = "Det er skrevet, hvor der ikke er et felt. Skriv det i sagen, hvor det hører til."


def is_all_printed(form: FilledForm, stamp: Stamp) -> bool:
    """Whether nothing was written beside the fields."""
    return all(stamp.printed(text) for _, text in _loose(form, stamp))


def with_unnamed_rows(
    found: FoundAnswers, form: FilledForm, lists: Sequence[Items], stamp: Stamp
) -> FoundAnswers:
    """Return what was found with the rows that have no names, by the columns of the others."""
    for table in form.tables if stamp.texts else ():
        for items in lists:
            has_boxes = items.boxes or items.is_ticked
            if not has_boxes and items.has_own_rows and (columns := _columns(table, items)):
                found.items += _unnamed(table, items, columns, stamp)
    return found


def _columns(table: Table, items: Items) -> dict[int, str]:
    """Return by the number of a column which field of an item the named rows have there."""
    start, columns = f"{items.route}[", dict[int, str]()
    for row in table.rows:
        for at, cell in enumerate(row.cells):
            for field in cell.fields:
                if field.name.startswith(start):
                    columns.setdefault(at, field.name.partition("].")[2])
    return columns if items.identity in columns.values() else {}


def _unnamed(
    table: Table, items: Items, columns: Mapping[int, str], stamp: Stamp
) -> Iterator[Item]:
    rows = [row for row in table.rows if not any(row.fields()) and _is_new(row, stamp)]
    for row in rows:
        cells = {columns.get(at): cell for at, cell in enumerate(row.cells) if cell.loose}
        fields = {
            key: Field(key, FoundBy.TABLE, cell.loose, cell.boxes, place=row.place)
            for key, cell in cells.items()
            if key
        }
        if items.identity in fields and _is_item(fields[items.identity].lines, items, stamp):
            yield Item(None, row.place, fields, items.route)


def _is_item(name: Lines, items: Items, stamp: Stamp) -> bool:
    """Whether a name is a new one, or that of an item that was printed; a heading is neither."""
    routes = (f"{items.route}[{number}].{items.identity}" for number in PRINTED_NUMBERS)
    return not all(map(stamp.printed, name)) or any(stamp.knows(each, name) for each in routes)


def _is_new(row: Row, stamp: Stamp) -> bool:
    return not all(stamp.printed(text) for cell in row.cells for text in cell.loose)


def unread_texts(
    form: FilledForm,
    found: FoundAnswers,
    result: Comparison,
    stamp: Stamp,
    why: str = NO_FIELD,
) -> Iterator[Leftover]:
    """Yield what somebody wrote where nothing reads it; ``result`` is what was read."""
    texts = [*_read(found), *_compared(result)]
    read = {squeezed(line) for text in texts for line in (text, *text.split("\n"))}
    for place, text in _loose(form, stamp):
        if not stamp.printed(text) and not _is_read(squeezed(text), read, stamp):
            yield Leftover(place, text, why)


def gone_fields(
    found: FoundAnswers, mine: Answers, stamp: Stamp, texts: Collection[str]
) -> Iterator[Leftover]:
    """Yield the fields outside lists that were printed, and are in the form no more."""
    for name, lines in mine.items() if stamp.texts else ():
        is_gone = name not in found.fields and "[" not in name and AS_ITEM not in name
        was_there = lines and stamp.knows(name, lines) and all(map(stamp.printed, lines))
        if is_gone and was_there and not any(squeezed(line) in texts for line in lines):
            yield Leftover(name, "\n".join(lines), _GONE)


def _is_read(text: str, read: Collection[str], stamp: Stamp) -> bool:
    """Whether a text was read, alone or behind a printed label."""
    behind = (text.removesuffix(each) for each in read if each and text.endswith(each))
    return not text or text in read or any(map(stamp.printed, filter(None, behind)))


def _read(found: FoundAnswers) -> Iterator[str]:
    lines = [*found.fields.values(), *(f for item in found.items for f in item.fields.values())]
    lines += [field for parts in found.lines.values() for field in parts.values()]
    for field in lines:
        has_boxes = bool(field.boxes)
        yield from (x for x in field.lines if not has_boxes or said.yes_or_no(x) is not None)
        yield from field.ticked


def _compared(result: Comparison) -> Iterator[str]:
    yield from (left.text for left in result.leftovers)
    for each in (*result.changes, *result.conflicts):
        yield from each.after
    for item in result.new_items:
        yield from item.lines


def _loose(form: FilledForm, stamp: Stamp) -> Iterator[tuple[str, str]]:
    """Yield the texts that are in no field, and where; headers only of forms that know theirs."""
    place = ""
    for text in form.loose:
        if stamp.texts and stamp.printed(text):
            place = f"efter »{shortened(text, _LABEL)}«"
        yield place, text
    for each in form.asides:
        if stamp.has_margins or each.place not in _PRINTED_AROUND:
            yield each.place, each.text
    for table in form.tables:
        for row in table.rows:
            yield from ((row.place, text) for cell in row.cells for text in cell.loose)
