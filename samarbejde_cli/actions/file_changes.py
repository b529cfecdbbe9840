"""Changes to a case's files shared by several actions: a line of history, one value."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.history import Event, HistoryEntry
from samarbejde_cli.files.write import Change
from samarbejde_cli.findings import Route
from samarbejde_cli.routes import has, value_at
from samarbejde_cli.source.edit import EditError, add_key, append_item, quote, set_value
from samarbejde_cli.source.page import Page
from samarbejde_cli.source.records import with_records
from samarbejde_cli.source.remove import remove_item, remove_key


def history_change(case: Case, move: HistoryEntry) -> Change:
    """Return the change that appends a line to the history."""
    source = case.files["historik"].source
    return Change(source.path, with_records(source, [_record(move)]), source.digest)


def file_change(case: Case, stem: str, text: str) -> Change:
    """Return the change of one of the case's files to a new text."""
    source = case.files[stem].source
    return Change(source.path, text, source.digest)


def _record(move: HistoryEntry) -> dict[str, object]:
    return {
        "tid": move.at,
        "hvem": move.by,
        "hændelse": None if move.event is Event.MOVED else move.event.value,
        "fra": move.origin.value if move.origin else None,
        "til": move.target.value,
        "runde": move.round,
        "gennemtvunget": move.forced,
        "begrundelse": move.reason,
        "mangler": list(move.waived),
        "indtil": move.until,
        "koordinator": move.coordinator,
        "tidligere_koordinator": move.former,
        "afdeling": move.department,
        "person": move.person,
        "nummer": move.number,
        "tidligere_nummer": move.former_number,
        "nøgle": move.key,
    }


def with_values(text: str, key: str, values: dict[str, str | None]) -> str:
    """Return the text with values in the group ``key``: changed, added, or taken away for None."""
    for name, value in values.items():
        text = with_value(text, (key, name), value)
    return text


def with_value(text: str, route: Route, value: str | None) -> str:
    """Return the text with a value at a route: changed, added, or taken away for None."""
    tree = Page(text).data
    if has(tree, route):
        return remove_key(text, route) if value is None else set_value(text, route, value)
    if value is None:
        return text
    text = _with_key(text, route[:-1])
    return add_key(text, route[:-1], str(route[-1]), quote(value))


def with_item(text: str, route: Route, lines: Sequence[str]) -> str:
    """Return the text with an item, given as its lines, last in a list that may be missing."""
    return append_item(_with_key(text, route), route, lines)


def _with_key(text: str, route: Route) -> str:
    """Return the text with a key, and those above it, that may be missing."""
    if not route or has(Page(text).data, route):
        return text
    return add_key(_with_key(text, route[:-1]), route[:-1], str(route[-1]), "")


def with_texts(text: str, route: Route, values: Sequence[str]) -> str:
    """Return the text with a list of texts at a route: items changed, added and taken away.

    An item that stays keeps its line and its comment. Without values the key goes.
    """
    if not values:
        return without(text, route)
    before = value_at(Page(text).data, route)
    items = before if isinstance(before, list) else []
    if before is not None and not isinstance(before, list):
        text, items = remove_key(text, route), []
    for tag, start, end, _, _ in reversed(
        SequenceMatcher(None, items, values, autojunk=False).get_opcodes()
    ):
        if tag == "delete" and end - start < len(items):
            for at in reversed(range(start, end)):
                text = remove_item(text, (*route, at))
            items = [*items[:start], *items[end:]]
    for at, value in enumerate(values[: len(items)]):
        if items[at] != value:
            text = set_value(text, (*route, at), value)
    for at in reversed(range(len(values), len(items))):
        text = remove_item(text, (*route, at))
    for value in values[len(items) :]:
        text = with_item(text, route, [quote(value)])
    return text


def without(text: str, route: Route) -> str:
    """Return the text without a key; a group that would be empty goes with it."""
    if not has(Page(text).data, route):
        return text
    try:
        return remove_item(text, route) if isinstance(route[-1], int) else remove_key(text, route)
    except EditError:
        if len(route) == 1:
            raise
        return without(text, route[:-1])
