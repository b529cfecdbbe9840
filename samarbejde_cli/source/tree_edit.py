"""Put whole values into the text of a YAML file, and take them out; the rest stays as it is.

A value is a text, a list or a mapping of such. Every function returns a whole new text that was
read back, and raises EditError when that would change anything else.
"""

from collections.abc import Iterator, Mapping, Sequence

from samarbejde_cli.danish.text import nfc
from samarbejde_cli.findings import Route
from samarbejde_cli.routes import has, value_at
from samarbejde_cli.source.edit import add_key, append_item, changed, quote, set_value
from samarbejde_cli.source.line_load import Tree
from samarbejde_cli.source.node_tree import Mapping as MappingNode
from samarbejde_cli.source.node_tree import Scalar
from samarbejde_cli.source.node_tree import Sequence as ListNode
from samarbejde_cli.source.page import Page
from samarbejde_cli.source.quoting import EditError, quote_in_flow
from samarbejde_cli.source.remove import remove_item, remove_key

_WIDEST_FLOW = 60


def put(text: str, route: Route, value: Tree) -> str:
    """Return the text with a value at a route; groups of keys above it are made where missing.

    A list that is there keeps the items, with their comments, that the new one has too.
    """
    old = value_at(Page(text).data, route)
    if isinstance(value, list) and isinstance(old, list):
        return _with_items(text, route, old, value)
    if isinstance(value, Mapping) and route and not old:
        return _put_group(text, route, value)
    if isinstance(value, Mapping):
        for key, inner in value.items():
            text = put(text, (*route, key), inner)
        return text
    if isinstance(value, list):
        for item in value:
            text = add(text, route, item)
        return text
    return _put_single(text, route, value or "")


def _put_group(text: str, route: Route, group: Mapping[str, Tree]) -> str:
    """Return the text with a group of fields under a key that has none, or is not there."""
    lines = as_lines(group)
    if not has(Page(text).data, route):
        text = add_key(_with_parents(text, route), route[:-1], str(route[-1]), "")
    page = Page(text)
    node, column = page.node(route), page.below(route, page.step)
    placed = [" " * column + line if line else line for line in lines]
    expected = changed(page.data, route, lambda _: Page("\n".join([*lines, ""])).data)
    return page.first_that_reads([page.lines_after(page.end_of(node), placed, node)], expected)


def _put_single(text: str, route: Route, value: str) -> str:
    if has(Page(text).data, route):
        return set_value(text, route, value)
    return add_key(
        _with_parents(text, route), route[:-1], str(route[-1]), "\n".join(_single(value))
    )


def _with_parents(text: str, route: Route) -> str:
    """Return the text with every key on the way to a route; the last step is not made."""
    tree = Page(text).data
    for depth in range(1, len(route)):
        if not has(tree, route[:depth]):
            text = add_key(text, route[: depth - 1], str(route[depth - 1]), "")
            tree = Page(text).data
    return text


def _with_items(text: str, route: Route, old: list[Tree], new: list[Tree]) -> str:
    kept = [item for item in old if item in new]
    if new[: len(kept)] != kept:
        kept = new[: len(old)]
        old, text = kept + old[len(kept) :], _with_single_items(text, route, old, kept)
    for index in reversed(range(len(old))):
        if old[index] not in kept:
            text = take_out(text, (*route, index))
    for item in new[len(kept) :]:
        text = add(text, route, item)
    return text


def _with_single_items(text: str, route: Route, old: list[Tree], new: list[Tree]) -> str:
    for index, item in enumerate(new):
        if item != old[index]:
            text = put(text, (*route, index), item)
    return text


def add(text: str, route: Route, item: Tree) -> str:
    """Return the text with an item last in the list at a route, which is made when missing."""
    if not has(Page(text).data, route):
        text = _with_parents(text, (*route, 0))
    lines = as_lines(item) if isinstance(item, Mapping) else _single(str(item or ""))
    return append_item(text, route, lines)


def blank(text: str, route: Route) -> str:
    """Return the text with nothing after the key of a route; the key and its comment stay.

    An item of a list goes whole, because an empty line of a list says nothing.
    """
    if not has(Page(text).data, route):
        return text
    if isinstance(route[-1], int):
        return take_out(text, route)
    page = Page(text)
    node = page.node(route)
    expected = changed(page.data, route, lambda _: None)
    if isinstance(node, Scalar):
        return page.first_that_reads(_blanked(page, node), expected)
    if isinstance(node, MappingNode | ListNode):
        return page.first_that_reads(_emptied(page, node), expected)
    return text


def take_out(text: str, route: Route) -> str:
    """Return the text without the item or key at a route; the last one leaves its key empty."""
    page = Page(text)
    parent = page.node(route[:-1])
    if isinstance(parent, MappingNode) and len(parent.pairs) > 1:
        return remove_key(text, route)
    if isinstance(parent, ListNode) and len(parent.items) > 1:
        return remove_item(text, route)
    if not isinstance(parent, MappingNode | ListNode) or not has(page.data, route):
        raise EditError("Det står ikke i filen.", "Læs filen igen.")
    return page.first_that_reads(
        _emptied(page, parent), changed(page.data, route[:-1], lambda _: _nothing(parent))
    )


def _nothing(node: MappingNode | ListNode) -> Tree:
    if not node.flow:
        return None
    return [] if isinstance(node, ListNode) else {}


def _blanked(page: Page, node: Scalar) -> Iterator[str]:
    yield page.without_value(node)
    yield page.without(node.start, node.end)


def _emptied(page: Page, node: MappingNode | ListNode) -> Iterator[str]:
    if node.flow:
        yield page.without(node.start + 1, node.end - 1)
        yield page.without(node.start, node.end)
    else:
        yield page.without_lines(node.start, node.end)
        yield page.without(node.start, node.end)


def as_lines(tree: Mapping[str, Tree]) -> list[str]:
    """Return the lines of a mapping without common indentation; what is empty is left out."""
    return [line for key, value in tree.items() for line in _entry(key, value)]


def _entry(key: str, value: Tree) -> list[str]:
    name = quote(nfc(key))
    if value is None or value in ("", [], {}):
        return []
    if isinstance(value, str):
        first, *more = _single(value)
        return [f"{name}: {first}", *more]
    if isinstance(value, Mapping):
        return [f"{name}:", *(f"  {line}" for line in as_lines(value))]
    return _list(name, value)


def _list(name: str, items: Sequence[Tree]) -> list[str]:
    texts = [item for item in items if isinstance(item, str)]
    flow = f"{name}: [{', '.join(quote_in_flow(item) for item in texts)}]"
    is_short = len(flow) <= _WIDEST_FLOW and not any("\n" in item for item in texts)
    if len(texts) == len(items) and is_short:
        return [flow]
    return [f"{name}:", *(f"  {line}" for item in items for line in _dashed(item))]


def _dashed(item: Tree) -> list[str]:
    lines = as_lines(item) if isinstance(item, Mapping) else _single(str(item or ""))
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]


def _single(value: str) -> list[str]:
    """Return a text as YAML: on one line, or as the lines of a ``|`` block."""
    if "\n" not in value.strip("\n"):
        return [quote(value.strip("\n"))]
    return ["|-", *(f"  {line}".rstrip() for line in value.strip("\n").split("\n"))]
