"""Numbers of list items in a reader's copy: counted among what is shown, so that no gap tells.

``mål[4]`` in the copy of somebody who sees one goal would tell that there are others. A form that
comes back is known by its fingerprints, which are made of the same numbers.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from samarbejde_cli.documents.schema import Context
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word import bookmark_name

ROUTE, _FIELD = "rute", "felt"
_NUMBERED = lazy_pattern(r"([^\[\]]+)\[(\d+)\]")


def closed_up(context: Context) -> Context:
    """Return a context whose routes number the items of each list without gaps, in their order."""
    numbers: dict[str, set[int]] = {}
    for route in _routes(context):
        if found := _NUMBERED.match(route):
            numbers.setdefault(found[1], set()).add(int(found[2]))
    new = {
        f"{items}[{old}]": f"{items}[{number}]"
        for items, shown in numbers.items()
        for number, old in enumerate(sorted(shown), 1)
        if old != number
    }
    return {key: _renamed(value, new) for key, value in context.items()} if new else context


def _routes(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(route := value.get(ROUTE), str):
            yield route
        for each in value.values():
            yield from _routes(each)
    elif isinstance(value, list):
        for each in value:
            yield from _routes(each)


def _renamed(value: Any, new: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_renamed(each, new) for each in value]
    if not isinstance(value, dict):
        return value
    found = type(value)((key, _renamed(each, new)) for key, each in value.items())
    route = value.get(ROUTE)
    if isinstance(route, str) and (place := _NUMBERED.match(route)) and place[0] in new:
        found[ROUTE] = new[place[0]] + route[place.end() :]
        found[_FIELD] = bookmark_name(found[ROUTE])
    return found
