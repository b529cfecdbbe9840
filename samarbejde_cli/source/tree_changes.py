"""What differs between two versions of a file's data, item by item."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeAlias

from samarbejde_cli.findings import Route
from samarbejde_cli.lazy import frozen
from samarbejde_cli.source.line_load import Tree

Identity: TypeAlias = Callable[[Route, Sequence[Tree], Sequence[Tree]], Sequence[Hashable]]
"""Returns for the list at a route, as it was and as it is in one version, what each of the
version's items is called, so that the same item has the same name in all versions."""


@frozen
class TreeChange:
    """A value that is another one, new (``before`` is None) or gone (``after`` is None).

    ``route`` is that of the later version, of the earlier one for what is gone.
    """

    route: Route
    before: Tree
    after: Tree


def tree_changes(before: Tree, after: Tree, identity: Identity) -> Iterator[TreeChange]:
    """Yield the smallest values that differ, in the order of the later version."""
    yield from _node((), before, after, identity)


def identified(
    identity: Identity, route: Route, base: Sequence[Tree], items: Sequence[Tree]
) -> dict[Hashable, tuple[int, Tree]]:
    """Return the items by identity; several of one are told apart by their order."""
    seen: Counter[Hashable] = Counter()
    found: dict[Hashable, tuple[int, Tree]] = {}
    for index, key in enumerate(identity(route, base, items)):
        found[key, seen[key]] = (index, items[index])
        seen[key] += 1
    return found


def _node(route: Route, before: Tree, after: Tree, identity: Identity) -> Iterator[TreeChange]:
    if before is after or before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key, value in after.items():
            yield from _node((*route, key), before.get(key), value, identity)
        yield from (
            TreeChange((*route, key), value, None)
            for key, value in before.items()
            if key not in after and value is not None
        )
    elif isinstance(before, list) and isinstance(after, list):
        yield from _list(route, before, after, identity)
    else:
        yield TreeChange(route, before, after)


def _list(
    route: Route, before: list[Tree], after: list[Tree], identity: Identity
) -> Iterator[TreeChange]:
    old = identified(identity, route, before, before)
    new = identified(identity, route, before, after)
    for key, (index, value) in new.items():
        earlier = old[key][1] if key in old else None
        yield from _node((*route, index), earlier, value, identity)
    yield from (
        TreeChange((*route, index), value, None)
        for key, (index, value) in old.items()
        if key not in new
    )
