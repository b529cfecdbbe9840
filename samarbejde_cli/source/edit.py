"""Change one thing in the text of a YAML file and leave every other character as it is.

Each function tries the ways of writing that keep most of the user's style, reads the result back,
and returns the first that says exactly what it should; if none does, it raises EditError.
Texts go in and out whole, with BOM and line breaks.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from samarbejde_cli.danish.text import nfc
from samarbejde_cli.findings import Route
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.source.line_load import Tree
from samarbejde_cli.source.node_tree import Mapping, Scalar
from samarbejde_cli.source.node_tree import Sequence as ListNode
from samarbejde_cli.source.page import Page
from samarbejde_cli.source.quoting import (
    EditError,
    double_quoted,
    fits_block,
    is_plain,
    needs_escapes,
    quote,
    single_quoted,
)

__all__ = [
    "EditError",
    "add_key",
    "append_item",
    "changed",
    "quote",
    "quote_value",
    "rename_key",
    "set_value",
    "strip_line_ends",
]

_WHOLE_NUMBER = lazy_pattern(r"0|[1-9]\d{0,8}", re.ASCII)


def set_value(text: str, route: Route, value: str) -> str:
    """Return the text with the scalar at a route replaced, in its old style where that can hold it.

    A value that stands there already stays as it is written. The new one reads back as ``value``
    composed to NFC. Raises EditError when there is no scalar at the route, or when it cannot be
    written there.
    """
    page = Page(text)
    node = page.node(route)
    if not isinstance(node, Scalar):
        raise _impossible("der står ikke en enkelt værdi på stedet")
    wanted = nfc(value)
    if node.value == wanted:
        return text
    expected = changed(page.data, route, lambda _: wanted)
    return page.first_that_reads(_replacements(page, node, route, wanted), expected)


def quote_value(text: str, route: Route) -> str:
    """Return the text with double quotes around the plain scalar at a route.

    Raises EditError when there is none.
    """
    page = Page(text)
    node = page.node(route)
    if not isinstance(node, Scalar) or node.style or node.value is None:
        raise _impossible("der står ikke en enkelt værdi uden anførselstegn på stedet")
    return page.first_that_reads([page.replace(node, double_quoted(node.value))], page.data)


def rename_key(text: str, route: Route, name: str) -> str:
    """Return the text with the key at the end of a route renamed.

    Raises EditError when there is no such key, or the new name is there already.
    """
    page = Page(text)
    old = nfc(str(route[-1])) if route else ""
    expected = changed(page.data, route[:-1], lambda tree: _renamed(tree, old, nfc(name)))
    return page.first_that_reads([page.renamed(route, quote(name))], expected)


def strip_line_ends(text: str) -> str:
    """Return the text without spaces at the ends of lines, except where they are part of a value.

    Raises EditError for a text that is no YAML.
    """
    page = Page(text)
    return page.first_that_reads([page.stripped()], page.data)


def add_key(text: str, route: Route, key: str, value_yaml: str) -> str:
    """Return the text with a new key last in the mapping at a route.

    ``value_yaml`` is the value as YAML, one line or several without common indentation; empty for
    a key without a value. The mapping may be empty or missing its value. Raises EditError when the
    key is there already or there is no mapping.
    """
    page = Page(text)
    value = Page(f"{value_yaml}\n").data
    expected = changed(page.data, route, lambda old: _with_key(old, nfc(key), value))
    name = quote(key)
    lines = value_yaml.splitlines()
    forms = (f"{name}: {value_yaml}".rstrip().splitlines(), [f"{name}:", *_indented(lines)])
    node = page.node(route)
    if isinstance(node, Mapping) and node.flow:
        return page.first_that_reads((page.into_flow(node, form[0]) for form in forms), expected)
    if isinstance(node, Mapping):
        column = page.column(node.pairs[0][0].start)
        after = page.after_examples(node.end, column)
    else:
        column, after = page.below(route, page.step), page.end_of(node)
    nothing = node if isinstance(node, Scalar) else None
    results = (page.lines_after(after, _indented(form, column), nothing) for form in forms)
    return page.first_that_reads(results, expected)


def append_item(text: str, route: Route, item_lines: Sequence[str]) -> str:
    """Return the text with a new item last in the list at a route.

    ``item_lines`` are the item's lines of YAML without dash and common indentation. The list may be
    empty or missing. Raises EditError when there is something else than a list.
    """
    page = Page(text)
    item = Page("".join(f"{line}\n" for line in item_lines)).data
    expected = changed(page.data, route, lambda old: _with_item(old, item))
    return page.first_that_reads(_appended(page, route, item_lines), expected)


def _replacements(page: Page, node: Scalar, route: Route, value: str) -> Iterator[str]:
    """Yield the whole text with a scalar in each possible style, the best one first."""
    flow = page.in_flow(route)
    if not node.style and (is_plain(value, flow=flow) or _both_count(node.value or "", value)):
        yield page.replace(node, value)
    block = node.style in ("|", ">") or (not node.style and "\n" in value and not flow)
    if block and fits_block(value):
        yield page.as_block(node, value, page.below(route, page.step))
    if node.style == "'" and not needs_escapes(value):
        yield page.replace(node, single_quoted(value))
    if node.style != '"' and (not flow or is_plain(value, flow=True)):
        yield page.replace(node, quote(value))
    yield page.replace(node, double_quoted(value))


def _both_count(old: str, new: str) -> bool:
    """Whether a plain number becomes another number, which stays plain."""
    return bool(_WHOLE_NUMBER.fullmatch(old) and _WHOLE_NUMBER.fullmatch(new))


def _appended(page: Page, route: Route, item_lines: Sequence[str]) -> Iterator[str]:
    node = page.node(route)
    dashed = [f"- {item_lines[0]}", *_indented(item_lines[1:])]
    if isinstance(node, ListNode) and not node.flow:
        yield page.lines_after(node.end, _indented(dashed, page.column(node.start)))
        return
    if isinstance(node, ListNode) and node.items:
        yield page.into_flow(node, item_lines[0])
        yield page.into_flow(node, "{" + ", ".join(item_lines) + "}")
        return
    lines = _indented(dashed, page.below(route, page.list_step))
    yield page.lines_after(page.end_of(node), lines, instead_of=node)


def _indented(lines: Iterable[str], columns: int = 2) -> list[str]:
    return [" " * columns + line if line.strip() else line for line in lines]


def changed(tree: Tree, route: Route, change: Callable[[Tree], Tree]) -> Tree:
    """Return a copy of a tree with the part at a route changed; raise EditError without one."""
    if not route:
        return change(tree)
    step = nfc(route[0]) if isinstance(route[0], str) else route[0]
    if isinstance(tree, dict) and isinstance(step, str) and step in tree:
        return tree | {step: changed(tree[step], route[1:], change)}
    if isinstance(tree, list) and isinstance(step, int) and 0 <= step < len(tree):
        return [*tree[:step], changed(tree[step], route[1:], change), *tree[step + 1 :]]
    raise _impossible(f"`{step}` findes ikke i filen")


def _renamed(tree: Tree, old: str, new: str) -> Tree:
    if not isinstance(tree, dict) or old not in tree or new in tree:
        raise _impossible(f"`{old}` kan ikke hedde `{new}`")
    return {new if key == old else key: value for key, value in tree.items()}


def _with_key(old: Tree, key: str, value: Tree) -> Tree:
    if isinstance(old, dict) and key in old:
        raise _impossible(f"`{key}` står der allerede")
    if old is None or isinstance(old, dict):
        return (old or {}) | {key: value}
    raise _impossible("der står noget andet end nøgler på stedet")


def _with_item(old: Tree, item: Tree) -> Tree:
    if old is None or isinstance(old, list):
        return [*(old or []), item]
    raise _impossible("der står noget andet end en liste på stedet")


def _impossible(reason: str) -> EditError:
    return EditError(f"Filen kan ikke ændres: {reason}.", "Ret den selv i din editor.")
