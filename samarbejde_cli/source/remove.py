"""Remove a key or an item from the text of a YAML file; all other characters stay."""

from collections.abc import Iterator

from samarbejde_cli.danish.text import nfc
from samarbejde_cli.findings import Route
from samarbejde_cli.source.edit import changed
from samarbejde_cli.source.line_load import Tree
from samarbejde_cli.source.node_tree import Mapping, Node, Sequence, key_text
from samarbejde_cli.source.page import Page
from samarbejde_cli.source.quoting import EditError


def remove_key(text: str, route: Route) -> str:
    """Return the text without the key at a route and all that belongs to it.

    A key that is not there is no mistake: the text comes back as it is. Raises EditError when the
    key cannot go without a change of something else.
    """
    page = Page(text)
    parent, name = page.node(route[:-1]), nfc(str(route[-1]))
    if not isinstance(parent, Mapping):
        return text
    index = next((i for i, pair in enumerate(parent.pairs) if key_text(pair[0]) == name), None)
    if index is None:
        return text
    if len(parent.pairs) == 1:
        raise EditError("Filen ville blive tom der, hvor der skal stå noget.", "Ret den selv.")
    return page.first_that_reads(_texts(page, parent, index), _without(page.data, route))


def remove_item(text: str, route: Route) -> str:
    """Return the text without the item of a list at a route that ends in its number.

    Raises EditError when it is the only one, or there is none such.
    """
    page = Page(text)
    parent, index = page.node(route[:-1]), int(route[-1])
    if not isinstance(parent, Sequence) or not 0 <= index < len(parent.items) > 1:
        raise EditError("Listen ville blive tom.", "Ret den selv.")
    return page.first_that_reads(_item_texts(page, parent.items, index), _without(page.data, route))


def _item_texts(page: Page, items: list[Node], index: int) -> Iterator[str]:
    item = items[index]
    yield page.without_lines(item.start, item.end)
    if index + 1 < len(items):
        yield page.without(item.start, items[index + 1].start)
    else:
        yield page.without(items[index - 1].end, item.end)


def _texts(page: Page, parent: Mapping, index: int) -> Iterator[str]:
    key, value = parent.pairs[index]
    if not parent.flow:
        yield page.without_lines(key.start, value.end)
        yield page.without_lines(key.start, key.end)
    elif index + 1 < len(parent.pairs):
        yield page.without(key.start, parent.pairs[index + 1][0].start)
    else:
        yield page.without(parent.pairs[index - 1][1].end, value.end)


def _without(tree: Tree, route: Route) -> Tree:
    return changed(tree, route[:-1], lambda parent: _without_step(parent, route[-1]))


def _without_step(parent: Tree, step: str | int) -> Tree:
    if isinstance(parent, dict):
        return {key: value for key, value in parent.items() if key != nfc(str(step))}
    if isinstance(parent, list) and isinstance(step, int):
        return [*parent[:step], *parent[step + 1 :]]
    return parent
