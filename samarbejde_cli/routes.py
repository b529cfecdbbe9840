"""Routes into trees of plain data: what they lead to, and how a user reads them."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from samarbejde_cli.findings import Route


def reach(tree: object, route: Route) -> tuple[Any, Route]:
    """Return the last value that a route reaches in a tree, and the steps that are left over."""
    for depth, step in enumerate(route):
        if not _has_step(tree, step):
            return tree, route[depth:]
        tree = cast("Any", tree)[step]
    return tree, ()


def value_at(tree: object, route: Route) -> Any:
    """Return the value at a route in a tree; None when there is none."""
    value, left = reach(tree, route)
    return None if left else value


def has(tree: object, route: Route) -> bool:
    """Whether a tree has something, be it empty, at a route."""
    return not reach(tree, route)[1]


def route_text(route: Route) -> str:
    """Return a route as a user reads it, counting from 1: ``mål[2].handlinger``."""
    text = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in route)
    return text.removeprefix(".")


def _has_step(tree: object, step: str | int) -> bool:
    if isinstance(tree, Mapping):
        return step in tree
    is_list = isinstance(tree, Sequence) and not isinstance(tree, str | bytes)
    return is_list and isinstance(step, int) and 0 <= step < len(cast("Sequence[Any]", tree))
