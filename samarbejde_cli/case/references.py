"""Where a case names somebody or something that an item of a list stands for."""

from collections.abc import Iterator
from typing import Any

from samarbejde_cli.case.case import APPEND_ONLY, Case
from samarbejde_cli.case.case_route import CaseRoute
from samarbejde_cli.findings import Route
from samarbejde_cli.lazy import frozen


@frozen
class Reference:
    """A place in a case that has a name which stands elsewhere too."""

    name: str
    at: CaseRoute


def references(case: Case, at: CaseRoute) -> list[Reference]:
    """Return the places outside an item that have its name; none for what defines no name."""
    item = at.value(case)
    if not isinstance(item, dict) or "navn" not in item:
        return []
    name = str(item["navn"] or "")
    return [
        Reference(name, found)
        for found in _places(case, name.casefold())
        if name and not (found.stem == at.stem and found.route[: len(at.route)] == at.route)
    ]


def _places(case: Case, name: str) -> Iterator[CaseRoute]:
    for stem, file in case.files.items():
        if stem not in APPEND_ONLY:
            yield from (CaseRoute(stem, route) for route in _having(file.source.data, name))


def _having(tree: Any, name: str, route: Route = ()) -> Iterator[Route]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _having(value, name, (*route, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _having(value, name, (*route, index))
    elif isinstance(tree, str) and tree.strip().casefold() == name:
        yield route
