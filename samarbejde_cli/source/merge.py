"""Merge two changed versions of a YAML file by keys and list items, on the text of the first.

What only the second version changed is written into the text of the first with the edits of
``edit`` and ``remove``, so that comments, order and quoting stay. What both changed differently is
a conflict: the first version's value stays, and ``with_markers`` shows both.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from typing import TypeAlias

from samarbejde_cli.findings import Route
from samarbejde_cli.lazy import frozen, lazy_pattern, mutable
from samarbejde_cli.source.edit import add_key, append_item, set_value
from samarbejde_cli.source.line_load import Tree
from samarbejde_cli.source.node_tree import Scalar
from samarbejde_cli.source.page import Page
from samarbejde_cli.source.quoting import EditError
from samarbejde_cli.source.remove import remove_item, remove_key
from samarbejde_cli.source.tree_changes import Identity, identified

Edit: TypeAlias = Callable[[str], str]
_COMMENT = lazy_pattern(r"[ \t]+#[^\r\n]*")


@frozen
class MergeConflict:
    """A value that both versions changed differently; ``route`` is that of the first version.

    ``theirs`` is None where the second version removed it. ``lines`` are the second version's lines
    of YAML. ``is_ours_removed`` says that the first version removed it: then an item's route is
    that of its list, and ``is_item``.
    """

    route: Route
    ours: Tree
    theirs: Tree
    lines: tuple[str, ...] = ()
    is_ours_removed: bool = False
    is_item: bool = False


@mutable
class _Merge:
    theirs_page: Page
    theirs_text: str
    identity: Identity
    edits: list[Edit] = field(default_factory=list)
    removals: list[tuple[Route, Edit]] = field(default_factory=list)
    conflicts: list[MergeConflict] = field(default_factory=list)


@frozen
class Merged:
    """The text of the first version with the second one's changes, and what is left to settle."""

    text: str
    conflicts: tuple[MergeConflict, ...]


def merge(base: str, ours: str, theirs: str, identity: Identity) -> Merged:
    """Return the merged text. An empty base means that both versions are new.

    Raises EditError when a version is no YAML, or a change cannot be written into the text.
    """
    theirs_page = Page(theirs)
    work = _Merge(theirs_page, theirs, identity)
    _node(work, (), (), Page(base).data, Page(ours).data, theirs_page.data)
    text = ours
    for edit in work.edits:
        text = edit(text)
    for _, edit in sorted(work.removals, key=lambda each: _last_first(each[0])):
        text = edit(text)
    return Merged(text, tuple(work.conflicts))


def _last_first(route: Route) -> tuple[int | str, ...]:
    """Return a key that sorts later items of a list before earlier ones."""
    return tuple(-step if isinstance(step, int) else 0 for step in route)


def _node(work: _Merge, here: Route, there: Route, base: Tree, ours: Tree, theirs: Tree) -> None:
    """Merge what stands at ``here`` in the first version and ``there`` in the second."""
    if theirs in (base, ours):
        return
    if isinstance(ours, dict) and isinstance(theirs, dict):
        _mapping(work, here, there, base if isinstance(base, dict) else {}, ours, theirs)
    elif isinstance(ours, list) and isinstance(theirs, list):
        _list(work, here, there, base if isinstance(base, list) else [], ours, theirs)
    elif ours == base or ours is None:
        _replace(work, here, there, ours, theirs)
    else:
        work.conflicts.append(MergeConflict(here, ours, theirs, tuple(_lines(work, there))))


def _mapping(
    work: _Merge,
    here: Route,
    there: Route,
    base: dict[str, Tree],
    ours: dict[str, Tree],
    theirs: dict[str, Tree],
) -> None:
    for key, value in theirs.items():
        if key in ours:
            _node(work, (*here, key), (*there, key), base.get(key), ours[key], value)
        elif key not in base:
            work.edits.append(_added_key(work, here, there, key))
        elif value != base[key]:
            lines = tuple(_lines(work, (*there, key)))
            work.conflicts.append(MergeConflict((*here, key), None, value, lines, True))
    for key in [each for each in base if each not in theirs and each in ours]:
        _gone(work, (*here, key), base[key], ours[key])


def _list(
    work: _Merge,
    here: Route,
    there: Route,
    base: list[Tree],
    ours: list[Tree],
    theirs: list[Tree],
) -> None:
    old, mine, yours = (
        identified(work.identity, here, base, items) for items in (base, ours, theirs)
    )
    for key, (index, value) in yours.items():
        if key in mine:
            at, own = mine[key]
            before = old[key][1] if key in old else None
            _node(work, (*here, at), (*there, index), before, own, value)
        elif key not in old:
            work.edits.append(_added_item(work, here, (*there, index)))
        elif value != old[key][1]:
            lines = tuple(_lines(work, (*there, index)))
            work.conflicts.append(MergeConflict(here, None, value, lines, True, is_item=True))
    for key, (_, value) in old.items():
        if key not in yours and key in mine:
            at, own = mine[key]
            _gone(work, (*here, at), value, own)


def _gone(work: _Merge, route: Route, base: Tree, ours: Tree) -> None:
    """Remove what the second version removed, unless the first one changed it."""
    if ours != base:
        work.conflicts.append(MergeConflict(route, ours, None))
    elif isinstance(route[-1], int):
        work.removals.append((route, lambda text: _without_item(text, route)))
    else:
        work.removals.append((route, lambda text: remove_key(text, route)))


def _without_item(text: str, route: Route) -> str:
    parent = _at(Page(text).data, route[:-1])
    if isinstance(parent, list) and len(parent) == 1:
        return _rewritten(text, route[:-1], "[]")
    return remove_item(text, route)


def _replace(work: _Merge, here: Route, there: Route, ours: Tree, theirs: Tree) -> None:
    is_plain = not isinstance(theirs, dict | list) and not isinstance(ours, dict | list)
    if is_plain and theirs is not None:
        value, lines = str(theirs), _lines(work, there)
        work.edits.append(lambda text: _with_scalar(text, here, value, lines))
        return
    written = "\n".join(_lines(work, there)) if theirs is not None else ""
    work.edits.append(lambda text: _rewritten(text, here, written))


def _with_scalar(text: str, route: Route, value: str, lines: Sequence[str]) -> str:
    """Return the text with a value, as the second version has written it where it can be."""
    whole = set_value(text, route, value)
    page, written = Page(text), _COMMENT.sub("", lines[0]) if len(lines) == 1 else ""
    node = page.node(route)
    if not written or not isinstance(node, Scalar) or node.style in ("|", ">"):
        return whole
    return page.first_that_reads([page.replace(node, written), whole], Page(whole).data)


def _rewritten(text: str, route: Route, written: str) -> str:
    """Return the text with a key's value written anew, last in its mapping."""
    if not route or isinstance(route[-1], int):
        raise EditError("Filen kan ikke flettes her.", "Flet stedet i hånden.")
    key = str(route[-1])
    siblings = _at(Page(text).data, route[:-1])
    if isinstance(siblings, dict) and len(siblings) == 1:
        raise EditError("Filen kan ikke flettes her.", "Flet stedet i hånden.")
    return add_key(remove_key(text, route), route[:-1], key, written)


def _added_key(work: _Merge, here: Route, there: Route, key: str) -> Edit:
    lines = _lines(work, (*there, key))
    return lambda text: add_key(text, here, key, "\n".join(lines))


def _added_item(work: _Merge, here: Route, there: Route) -> Edit:
    lines = _lines(work, there)
    return lambda text: append_item(text, here, lines)


def _lines(work: _Merge, route: Route) -> list[str]:
    """Return the lines of a value in the second version, without its indentation."""
    node = work.theirs_page.node(route)
    if node is None or node.end <= node.start:
        return [""]
    column = work.theirs_page.column(node.start)
    comment = _COMMENT.match(work.theirs_text, node.end)
    end = comment.end() if comment else node.end
    first, *rest = work.theirs_text[node.start : end].strip("\r\n").splitlines()
    if first.lstrip().startswith(("|", ">")):
        column = min((len(each) - len(each.lstrip()) for each in rest if each.strip()), default=0)
        return [first.strip(), *(f"  {each[column:]}" if each.strip() else "" for each in rest)]
    cut = (each[column:] if not each[:column].strip() else each.lstrip() for each in rest)
    return [first.strip(), *cut]


def _at(tree: Tree, route: Route) -> Tree:
    for step in route:
        tree = tree[step]  # type: ignore[index]  # the route is one of the tree
    return tree


def with_theirs(text: str, conflicts: Sequence[MergeConflict]) -> str:
    """Return a merged text with the second version's values where these conflicts are.

    Raises EditError when one cannot be written.
    """
    for each in sorted(conflicts, key=lambda each: _last_first(each.route)):
        text = _other_version(text, each)
    return text


def with_markers(text: str, conflicts: Sequence[MergeConflict], names: tuple[str, str]) -> str:
    """Return a text with git's markers around each value that is in conflict.

    ``names`` are what the two versions are called. Where conflicts share a line, one pair of
    markers is around the lines of all of them. Raises EditError when a version cannot be written.
    """
    lines = text.splitlines(keepends=True)
    for begin, end, theirs in reversed(_joined([_block(text, each) for each in conflicts])):
        marked = [
            f"<<<<<<< {names[0]}\n", *_closed(lines[begin:end]), "=======\n", *_closed(theirs),
            f">>>>>>> {names[1]}\n",
        ]  # fmt: skip
        lines[begin:end] = marked
    return "".join(lines)


_Block: TypeAlias = tuple[int, int, list[str]]
"""The first line of the first version, the one after its last, and the second version's lines."""


def _block(text: str, conflict: MergeConflict) -> _Block:
    mine, yours = text.splitlines(True), _other_version(text, conflict).splitlines(True)
    begin = next(
        (i for i, pair in enumerate(zip(mine, yours, strict=False)) if pair[0] != pair[1]),
        min(len(mine), len(yours)),
    )
    same = _same_at_end(mine[begin:], yours[begin:])
    return begin, len(mine) - same, yours[begin : len(yours) - same]


def _joined(blocks: list[_Block]) -> list[_Block]:
    """Return the blocks in the order of the text; those that overlap become one."""
    found: list[_Block] = []
    for begin, end, lines in sorted(blocks, key=lambda each: each[:2]):
        if found and begin < found[-1][1]:
            first, last, other = found.pop()
            found.append((first, max(last, end), [*other, *lines]))
        else:
            found.append((begin, end, lines))
    return found


def _other_version(text: str, conflict: MergeConflict) -> str:
    """Return the text as the second version has the value."""
    route, lines = conflict.route, conflict.lines
    if conflict.is_ours_removed and conflict.is_item:
        return append_item(text, route, lines)
    if conflict.is_ours_removed:
        return add_key(text, route[:-1], str(route[-1]), "\n".join(lines))
    if isinstance(conflict.theirs, dict | list):
        return _rewritten(text, route, "\n".join(lines))
    if conflict.theirs is None:
        return _without_item(text, route) if isinstance(route[-1], int) else remove_key(text, route)
    return _with_scalar(text, route, str(conflict.theirs), lines)


def _same_at_end(mine: Sequence[str], yours: Sequence[str]) -> int:
    pairs = zip(reversed(mine), reversed(yours), strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(mine), len(yours)))


def _closed(lines: Sequence[str]) -> Iterator[str]:
    yield from (line if line.endswith("\n") else f"{line}\n" for line in lines)
