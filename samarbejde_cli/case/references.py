"""Where a case names somebody or something that an item of a list stands for."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from samarbejde_cli.case.broken import unless_broken
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
        for found in _places(case, lambda text: text.strip().casefold() == name.casefold())
        if name and not (found.stem == at.stem and found.route[: len(at.route)] == at.route)
    ]


def left_behind(case: Case, before: str, after: str) -> list[Reference]:
    """Return the texts of a case that have a name which was changed: the first one, if it was.

    A text that is the name of somebody and nothing else refers to them, which the rules see to.
    """
    names, now = before.split(), after.casefold().split()
    if all(each.casefold() in now for each in names):
        return []
    is_kept = names[0].casefold() in now
    name = " ".join(names) if is_kept else names[0]
    named = re.compile(rf"(?<!\w){re.escape(name)}(?:['’]?s|['’])?(?!\w)")

    others = unless_broken(lambda: [each.name for each in case.everybody], [])
    people = {name.casefold() for name in (before, *others)}

    def tells(text: str) -> bool:
        return bool(named.search(text)) and text.strip().casefold() not in people

    return [Reference(name, found) for found in _places(case, tells)]


def _places(case: Case, fits: Callable[[str], bool]) -> Iterator[CaseRoute]:
    for stem, file in case.files.items():
        if stem not in APPEND_ONLY:
            yield from (CaseRoute(stem, route) for route in _having(file.source.data, fits))


def _having(tree: Any, fits: Callable[[str], bool], route: Route = ()) -> Iterator[Route]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _having(value, fits, (*route, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _having(value, fits, (*route, index))
    elif isinstance(tree, str) and fits(tree):
        yield route
