"""Loading of YAML that is written line by line, as nearly every file of a case is.

Keys of letters, digits, ``_`` and ``-``, values on the line of their key or dash, simple ``[…]``
and ``{…}``, and ``|`` or ``>`` with even lines. At anything else it gives up, and PyYAML reads.
"""

import re
from typing import Any, Final, TypeAlias
from unicodedata import is_normalized

from samarbejde_cli.danish.text import INVISIBLE
from samarbejde_cli.lazy import lazy_pattern

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | None"
"""Plain data: every scalar is the raw text, a plain scalar that says nothing is None."""

NULLS: Final = frozenset(("", "null", "Null", "NULL", "~"))
"""How YAML writes that there is no value, without quotes around it."""

_DEEPEST: Final = 20
_KEY = r"(?!(?:null|Null|NULL):)\w[\w-]{0,99}"
_FIRST = r"""[^\s\-?:,\[\]{}\#&*!|>'"%@`]"""
LINE = lazy_pattern(
    rf"""
    (\ *) (-\ )? (?:({_KEY}):(?:\ +|(?=\n)))?
    (?:
      \n
    | ({_FIRST}[^\n:\#]*(?:(?::(?!\s)|(?<!\ )\#)[^\n:\#]*)*) (?:\n|(?<!\S)\#[^\n]*\n)
    | (?<!\S)\#[^\n]*\n
    | ([|>]-?\n(?:\1(?(2)\ \ )\ +\S[^\n]*\n|\ *\n)+ | [^\n]+\n)
    )
    """,
    re.VERBOSE,
)
"""Indentation, dash, key, plain value, any other value; between two matches nothing is left out."""

_QUOTED = r"""(?:"([^"\n]*)"|'([^'\n]*)')"""
_INNER = r"""[^\n:\#,?\[\]{}"']*"""
_ITEM = rf"(?:({_FIRST}{_INNER}(?::(?=\w){_INNER})*)|{_QUOTED})"
_ITEM_ALONE = re.sub(r"\((?!\?)", "(?:", _ITEM)
_LIST = rf"\[(?:{_ITEM_ALONE}(?:,\ *{_ITEM_ALONE})*)?\]"
_PAIR = rf"({_KEY}):\ +(?:{_ITEM}|({_LIST}))"
_PAIR_ALONE = re.sub(r"\((?!\?)", "(?:", _PAIR)
_END = r"\ *(?:(?<=\ )\#.*)?\n"
QUOTES = lazy_pattern(_QUOTED + _END, re.VERBOSE)
FLOW = lazy_pattern(rf"(?:({_LIST})|\{{({_PAIR_ALONE}(?:,\ *{_PAIR_ALONE})*)\}}){_END}", re.VERBOSE)
ITEMS = lazy_pattern(_ITEM, re.VERBOSE)
PAIRS = lazy_pattern(_PAIR, re.VERBOSE)
_BLOCK = lazy_pattern(r"([|>])(-?)\n( +)(\S.*)", re.DOTALL)
_BREAKS = lazy_pattern(r"\n(\n*)")

_ANCHOR_OR_TAG = lazy_pattern(r"[!&](?<![^\s\[{,][!&])(?:(?<=!)|\S)")
_CUT = lazy_pattern(r"""#(?:(?<=[ \t]#)\S|(?<=["'\]\[{},:|>+\-?\d]#))""")
_CONFLICT = ("<<<<<<<", ">>>>>>>", "\n=======", "\n|||||||")


class UnevenError(Exception):
    """The text has something that is not read line by line; it is not necessarily wrong."""


def load_even(text: str) -> Tree:
    """Return the data of a text without BOM that is read line by line; None of any other."""
    try:
        return None if is_unusual(text) else load_lines(text)
    except UnevenError:
        return None


def is_unusual(text: str) -> bool:
    """Whether something in a text has to be looked at with care; nothing need be wrong."""
    return bool(
        INVISIBLE.search(text)
        or "\\" in text
        or "\xa0" in text
        or not is_normalized("NFC", text)
        or any(marker in text for marker in _CONFLICT)
        or ("#" in text and _CUT.search(text))
        or (("&" in text or "!" in text) and _ANCHOR_OR_TAG.search(text))
    )


def load_lines(text: str) -> Tree:
    """Return the data of a text without backslashes; raise UnevenError where it is uneven."""
    return _tree(even_lines(text))


def even_lines(text: str) -> str:
    """Return a text with one sort of line breaks; raise UnevenError where that changes it."""
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if "\t" in text or "\r" in text:
        raise UnevenError
    if text.endswith("\n"):
        return text
    if "|" in text or ">" in text:  # the value at the end may have no line break either
        raise UnevenError
    return text + "\n"


def _tree(text: str) -> Tree:
    levels = _Levels()
    group: Any = None
    margin: str | None = None  # of the keys of the mapping that the last line was in
    opened: str | None = ""  # the key of the last line, when nothing was written behind it
    for spaces, dash, key, plain, other in LINE.findall(text):
        if dash:
            group, margin = levels.list_at(len(spaces), opened), None
            if key:
                group, margin = levels.new_item(len(spaces) + 2), spaces + "  "
        elif not key:
            if plain or other:
                raise UnevenError
            continue
        elif spaces != margin:
            group, margin = levels.mapping_at(len(spaces), opened), spaces
        value = _plain(plain) if plain else _other(other) if other else None
        opened = None if plain or other else key
        if key in group if key else opened is not None:  # written twice, or a dash alone
            raise UnevenError
        if key:
            group[key] = value
        else:
            group.append(value)
    return levels.root


class _Levels:
    """The innermost mapping or list with the column of its keys or dashes, and those around it."""

    def __init__(self) -> None:
        self._top: dict[str, Tree] = {"": None}
        self._around: list[tuple[int, Any]] = []
        self._column = -1
        self._group: Any = self._top

    @property
    def root(self) -> Tree:
        """All that was read."""
        if self._top[""] is None:
            raise UnevenError
        return self._top[""]

    def mapping_at(self, column: int, opened: str | None) -> Any:
        """Go to the mapping with keys in a column: a new one below an open key, or an old one."""
        if opened is not None and column > self._column:
            return self._begun(column, opened, {})
        return self._left(column, list)

    def list_at(self, column: int, opened: str | None) -> Any:
        """Go to the list with dashes in a column: a new one below an open key, or an old one."""
        is_in_mapping = column == self._column and type(self._group) is dict
        if opened is not None and (column > self._column or is_in_mapping):
            return self._begun(column, opened, [])
        return self._left(column, dict)

    def new_item(self, column: int) -> Any:
        """Go to a new mapping as the next item of the list, its keys in a column."""
        item: dict[str, Tree] = {}
        self._group.append(item)
        return self._gone(column, item)

    def _begun(self, column: int, key: str, new: Any) -> Any:
        self._group[key] = new
        return self._gone(column, new)

    def _gone(self, column: int, group: Any) -> Any:
        self._around.append((self._column, self._group))
        if len(self._around) > _DEEPEST:
            raise UnevenError
        self._column, self._group = column, group
        return group

    def _left(self, column: int, but_no: type) -> Any:
        while self._column > column or (self._column == column and type(self._group) is but_no):
            self._column, self._group = self._around.pop()
        if self._column != column:
            raise UnevenError
        return self._group


def _plain(text: str) -> str | None:
    text = text.rstrip(" ")
    return None if text in NULLS else text


def _other(text: str) -> Tree:
    """Return a value that is written with signs around it or before it."""
    if quoted := QUOTES.fullmatch(text):
        return quoted[1] or quoted[2] or ""
    if flow := FLOW.fullmatch(text):
        return _items(flow[1]) if flow[1] else _mapping(flow[2])
    if block := _BLOCK.fullmatch(text):
        return _block_text(*block.groups())
    raise UnevenError


def _items(text: str) -> Tree:
    found = ITEMS.findall(text, 1)
    return [_plain(plain) if plain else double or single for plain, double, single in found]


def _mapping(text: str) -> Tree:
    mapping: dict[str, Tree] = {}
    for key, plain, double, single, items in PAIRS.findall(text):
        if key in mapping:
            raise UnevenError
        mapping[key] = _plain(plain) if plain else _items(items) if items else double or single
    return mapping


def _block_text(sign: str, strip: str, margin: str, body: str) -> str:
    lines = body.rstrip("\n").split("\n")
    rest = lines[1:]
    if any(line and (line.isspace() or not line.startswith(margin)) for line in rest):
        raise UnevenError
    text = "\n".join([lines[0], *(line.removeprefix(margin) for line in rest)])
    if sign == ">":
        if "\n " in text:
            raise UnevenError
        text = _BREAKS.sub(lambda breaks: breaks[1] or " ", text)
    return text if strip else text + "\n"
