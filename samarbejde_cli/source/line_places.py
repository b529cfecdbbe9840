"""The places of what is read line by line: their lines are looked for in the text itself.

In an even text only the lines of a mapping or list have its column, whatever a value holds.
"""

from re import Match
from typing import Any, Final, TypeAlias, cast

from samarbejde_cli.findings import Location, Place, Route
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.source.line_load import FLOW, ITEMS, LINE, PAIRS, QUOTES, Tree

_SPACES, _KEY, _PLAIN, _OTHER = 1, 3, 4, 5
Seen: TypeAlias = dict[Route, tuple[Match[str], Tree, int, int]]
"""By routes that were gone: the line, the value, and where its group begins with which column."""
_EMPTY_LINES: Final = lazy_pattern(r"(?: *(?:#[^\n]*)?\n)*")


def line_place(text: str, data: Tree, location: Location, seen: Seen) -> Place | None:
    """Return the place of a location, as ``places.place_of`` has it; None where that must be asked.

    ``data`` is what ``load_lines`` made of the text; ``seen`` has the places of it that were asked
    for before. None is the answer for the whole file, for texts of several lines and for some items
    of lists.
    """
    route = location.route
    line, value, known = _line_of(text, data, route, seen)
    if line is None:
        return None
    span = _stretch(line, value, route[:known], route[known:], on_key=location.on_key)
    if span is None:
        return None
    start, end = span
    number = text.count("\n", 0, line.start()) + 1
    return Place(number, start - line.start() + 1, max(end - start, 1))


def _line_of(
    text: str, data: Tree, route: Route, seen: Seen
) -> tuple[Match[str] | None, Tree, int]:
    """Return the line on which a route begins, as far as it is there, its value, and how far."""
    line: Match[str] | None = None
    known = next((n for n in range(len(route), 0, -1) if route[:n] in seen), 0)
    if known:
        line, data, start, column = seen[route[:known]]
    else:
        start, column = _below(text, 0)
    for number, step in enumerate(route[known:], known):
        below = _step(data, step)
        if below is None or column < 0:
            return line, data, number
        data = below[0]
        beside = seen.get((*route[:number], step - 1)) if isinstance(step, int) else None
        if beside:
            line = _line_at(text, beside[0].start(), column, 1)
        else:
            line = _line_at(text, start, column, step)
        if isinstance(step, int) and line[_KEY]:
            start, column = line.start(), len(line[_SPACES]) + 2
        elif line[_PLAIN] or line[_OTHER]:
            column = -1  # what is within the value has no lines of its own
        else:
            start, column = _below(text, line.end())
        seen[route[: number + 1]] = line, data, start, column
    return line, data, len(route)


def _step(data: Tree, step: str | int) -> tuple[Tree] | None:
    group: Any = data
    if isinstance(data, dict):
        return (group[step],) if step in data else None
    is_there = isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data)
    return (group[step],) if is_there else None


def _below(text: str, at: int) -> tuple[int, int]:
    """Return where the next line with something on it begins, and the column of that."""
    empty = _EMPTY_LINES.match(text, at)
    start = empty.end() if empty else at
    rest = text[start : text.find("\n", start)]
    return start, len(rest) - len(rest.lstrip(" "))


def _line_at(text: str, start: int, column: int, step: str | int) -> Match[str]:
    """Return the line of a key, or of the item with a number, in the group that begins there."""
    if isinstance(step, int):
        for _ in range(step):
            start = text.index("\n" + " " * column + "- ", start) + 1
    elif not _begins(text, start, column, step):
        start = text.index("\n" + " " * column + step + ":", start) + 1
    return cast("Match[str]", LINE.match(text, start))  # as every line does


def _begins(text: str, start: int, column: int, key: str) -> bool:
    """Whether a group begins with a key, on a line of its own or behind the dash of an item."""
    return text.startswith(f"{key}:", start + column)


def _stretch(
    match: Match[str], value: Tree, known: Route, left: Route, *, on_key: bool
) -> tuple[int, int] | None:
    """Return the offsets of what a location points at, on the line where ``known`` begins."""
    key = match.span(_KEY) if isinstance(known[-1], str) else None
    if key and on_key and not left:
        return key
    if key is None and match[_KEY]:
        return _of_item(match, value)
    if not match[_OTHER]:
        return _of_plain(match, _PLAIN) if match[_PLAIN] else key
    at = match.start(_OTHER)
    if flow := FLOW.match(match.string, at):
        whole = flow.span(1) if flow[1] else (at, flow.end(2) + 1)
        around = key or whole
        return _in_flow(flow, left, around, on_key=on_key) if left else around
    quotes = QUOTES.match(match.string, at)
    return _within_quotes(quotes, 1) if quotes else None


def _of_item(match: Match[str], value: Tree) -> tuple[int, int] | None:
    """Return the first line of a mapping in a list; None when it may have no other."""
    is_long = isinstance(value, dict) and len(value) > 1
    end = match.start() + match[0].index("\n")
    return (match.start(_KEY), end) if is_long else None


def _in_flow(
    flow: Match[str], left: Route, around: tuple[int, int], *, on_key: bool
) -> tuple[int, int] | None:
    """Return the stretch of an item of a ``[…]`` or a value of a ``{…}``; else what is around."""
    step, *deeper = left
    if flow[1] and isinstance(step, int):
        items = list(ITEMS.finditer(flow.string, flow.start(1) + 1, flow.end(1)))
        return _of_plain(items[step], 1) if 0 <= step < len(items) else around
    pairs = PAIRS.finditer(flow.string, *flow.span(2)) if flow[2] else ()
    pair = next((each for each in pairs if each[1] == step), None)
    if pair is None:
        return around
    if (on_key or pair[5]) and not deeper:
        return pair.span(1)
    return None if pair[5] else _of_plain(pair, 2)


def _of_plain(match: Match[str], group: int) -> tuple[int, int]:
    """Return the stretch of a plain value, or of the one in quotes that stands instead of it."""
    if match[group] is None:
        return _within_quotes(match, group + 1)
    start = match.start(group)
    return start, start + len(match[group].rstrip(" "))


def _within_quotes(match: Match[str], group: int) -> tuple[int, int]:
    start, end = match.span(group if match[group] is not None else group + 1)
    return start - 1, end + 1
