"""What was written in a form where it has no field: rows of its own, and text beside the fields."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from samarbejde_cli.actions.reading.differences import Comparison
from samarbejde_cli.actions.reading.found import FoundAnswers, Item, Leftover
from samarbejde_cli.danish import said
from samarbejde_cli.danish.text import shortened
from samarbejde_cli.documents.fingerprints import squeezed
from samarbejde_cli.documents.form import (
    PRINTED_NUMBERS,
    Answers,
    Items,
    Lines,
    Stamp,
)
from samarbejde_cli.word import AS_ITEM, Field, FilledForm, FoundBy, Row, Table

_PRINTED_AROUND = ("sidehoved", "sidefod")
_CHART = "diagram"
_LABEL = 40
"""So many characters of a printed text say where another stands."""
_GONE = "Feltet er slettet i skemaet. Det står stadig i sagen."
NO_FIELD = "Det er skrevet, hvor der ikke er et felt. Skriv det i sagen, hvor det hører til."


def is_all_printed(form: FilledForm, found: FoundAnswers, stamp: Stamp) -> bool:
    """Whether nothing was written beside the fields."""
    texts = (text for _, text in (*_loose(form, stamp), *found.questions))
    labels = (text for lines in found.labels.values() for text in lines)
    is_printed = all(map(stamp.printed, texts)) and all(map(stamp.printed, labels))
    return is_printed and not _more_often(form, found, stamp)


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
    more = _more_often(form, found, stamp)
    for place, text in (*_loose(form, stamp), *(found.questions if stamp.texts else ())):
        if is_answer(text):
            is_left = (place, text) in more and not _is_read_at(place, text, found, result)
        else:
            is_left = not stamp.printed(text) and not _is_read(squeezed(text), read, stamp)
        if is_left:
            yield Leftover(place, text, why)


def _is_read_at(place: str, text: str, found: FoundAnswers, result: Comparison) -> bool:
    """Whether a short text was read, or is told, in its own row."""
    fields = [each for each in _fields(found) if each.place == place]
    told = (left.text for left in result.leftovers if left.place == place)
    return text in _read_in(fields) or any(text in each for each in told)


def _more_often(form: FilledForm, found: FoundAnswers, stamp: Stamp) -> Collection[tuple[str, str]]:
    """Return the numbers and answers that stand more often beside the fields than was printed.

    Such a text may look like a heading; longer ones are copied with their rows. The last ones of
    several are those that somebody typed.
    """
    printed = Counter(
        text for each in _fields(found) for text in each.lines if is_answer(text)
        and stamp.knows(each.name, each.lines)
    )  # fmt: skip
    loose = [each for each in (*_loose(form, stamp), *found.questions) if is_answer(each[1])]
    is_counted = stamp.has_margins
    left = {
        text: max(stamp.times(text) - printed[text], 0) if is_counted else len(loose)
        for _, text in loose
        if not is_counted or stamp.printed(text)
    }
    more = []
    for place, text in loose:
        left[text] = left.get(text, 0) - 1
        more += [(place, text)] if left[text] < 0 else []
    return more


@lru_cache(maxsize=4096)
def is_answer(text: str) -> bool:
    """Whether a text is a number, yes or no."""
    return said.number(text) is not None or said.yes_or_no(text) is not None


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


def _fields(found: FoundAnswers) -> Iterator[Field]:
    yield from found.fields.values()
    yield from (field for item in found.items for field in item.fields.values())
    yield from (field for parts in found.lines.values() for field in parts.values())


def _read(found: FoundAnswers) -> Iterator[str]:
    yield from _read_in(_fields(found))


def _read_in(fields: Iterable[Field]) -> Iterator[str]:
    for field in fields:
        has_boxes = bool(field.boxes)
        yield from (x for x in field.lines if not has_boxes or said.yes_or_no(x) is not None)
        yield from (*field.ticked, *(text for _, text in field.beside))


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
    for words in form.charts:
        if stamp.has_margins and not any(map(stamp.printed, words)):  # else it is a printed one
            yield from ((_CHART, word) for word in words)
    for table in form.tables:
        for row in table.rows:
            yield from ((row.place, text) for cell in row.cells for text in cell.loose)
