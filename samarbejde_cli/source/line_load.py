"""Loading of YAML that is written line by line, as nearly every file of a case is.

Keys of letters, digits, ``_`` and ``-``, values on the line of their key or dash, simple ``[…]``
and ``{…}``, and ``|`` or ``>`` with even lines. At anything else it gives up, and PyYAML reads.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from re import Match
from typing import Any, Final, TypeAlias, cast
from unicodedata import is_normalized

from samarbejde_cli.danish.text import INVISIBLE
from samarbejde_cli.lazy import lazy_pattern

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | None"
"""Plain data: every scalar is the raw text, a plain scalar that says nothing is None."""
_Place: TypeAlias = tuple[int, bool, str]
"""Where on a line a value is: the column of its key or dash, whether there is a dash, the key."""
_Line: TypeAlias = tuple[_Place, Tree, bool]
"""A place, its value, and whether anything is written there."""
_Groups: TypeAlias = list[tuple[int, Any]]
"""The mappings and lists that a line is in, with the columns of their keys or dashes."""

NULLS: Final = frozenset(("", "null", "Null", "NULL", "~"))
"""How YAML writes that there is no value, without quotes around it."""

_DEEPEST: Final = 20
_KEY = r"(?!(?:null|Null|NULL)(?::|\Z))\w[\w-]{0,99}"
_FIRST = r"""[^\s\-?:,\[\]{}\#&*!|>'"%@`]"""
_BEFORE = frozenset(" -?:,[]{}#&*!|>'\"%@`")
"""With which no plain value begins."""
_QUOTES, _BRACKETS = frozenset("\"'"), frozenset("[{")
_SHORT = 100
_HEAD = lazy_pattern(rf"(\ *)(?:(-\ )({_KEY})?|({_KEY}))", re.VERBOSE)
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
_ITEM_ALONE = _ITEM.replace("(", "(?:").replace("(?:?", "(?")  # the same without groups
_LIST = rf"\[(?:{_ITEM_ALONE}(?:,\ *{_ITEM_ALONE})*)?\]"
_PAIR = rf"({_KEY}):\ +(?:{_ITEM}|({_LIST}))"
_PAIR_ALONE = _PAIR.replace("(", "(?:").replace("(?:?", "(?")
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
_SIGNS = b"\\#&!<>=|"
_USUAL = bytes(
    each
    for each in (*b"\t\n\r", *range(0x20, 0x7F), *range(0x80, 0xC0), 0xC3)  # À to ÿ
    if each not in _SIGNS
)
"""What is left of UTF-8 without these is nothing, in a text without anything unusual."""


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
    left = text.encode(errors="surrogatepass").translate(None, _USUAL)
    return bool(left) and (
        b"\\" in left
        or (bool(left.strip(_SIGNS)) and _has_unusual_letter(text))
        or any(marker in text for marker in _CONFLICT)
        or (b"#" in left and bool(_CUT.search(text)))
        or ((b"&" in left or b"!" in left) and bool(_ANCHOR_OR_TAG.search(text)))
    )


def _has_unusual_letter(text: str) -> bool:
    return bool(INVISIBLE.search(text)) or "\xa0" in text or not is_normalized("NFC", text)


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
    top: dict[str, Tree] = {"": None}
    groups: _Groups = [(-1, top)]
    group: Any = top
    margin = -1  # of the keys of the mapping that the last line was in
    opened: str | None = ""  # the key of the last line, when nothing was written behind it
    for (column, dash, key), value, is_filled in _lines(text):
        if dash:
            group, margin = _group_at(groups, column, opened, list), -1
            if key:
                group.append({})
                group, margin = _entered(groups, column + 2, group[-1]), column + 2
        elif column != margin:
            group, margin = _group_at(groups, column, opened, dict), column
        opened = None if is_filled else key
        if key in group if key else opened is not None:  # written twice, or a dash alone
            raise UnevenError
        if key:
            group[key] = value
        else:
            group.append(value)
    if top[""] is None:
        raise UnevenError
    return top[""]


def _group_at(groups: _Groups, at: int, opened: str | None, kind: type) -> Any:
    """Return the mapping or list at a column: a new one below an open key, or an old one."""
    column, group = groups[-1]
    is_list_of_key = kind is list and at == column and type(group) is dict
    if opened is not None and (at > column or is_list_of_key):
        group[opened] = kind()
        return _entered(groups, at, group[opened])
    while column > at or (column == at and type(group) is not kind):
        groups.pop()
        column, group = groups[-1]
    if column != at:
        raise UnevenError
    return group


def _entered(groups: _Groups, column: int, group: Any) -> Any:
    groups.append((column, group))
    if len(groups) > _DEEPEST + 1:
        raise UnevenError
    return group


def _lines(text: str) -> Iterator[_Line]:
    """Yield the place of each line, its value, and whether anything is written there."""
    start, end = 0, 0
    for line in text[:-1].split("\n"):
        if line and start >= end:  # else it was part of a value before
            found = _known(line) if len(line) <= _SHORT else _simple(line)
            if found or (found := _with_brackets(line)):
                yield found
            else:
                match = cast("Match[str]", LINE.match(text, start))  # as every line does
                end = match.end()
                yield from _with_care(match)
        start += len(line) + 1


def _simple(line: str) -> _Line | None:
    """Return the same of a line that says all itself, with a text or nothing as its value."""
    place, value = _parted(line)
    if place is None:
        return None
    if not value:
        return place, None, False
    first, last = value[0], value[-1]
    if first not in _BEFORE and last not in ": " and not ("#" in value or ": " in value):
        return place, None if value in NULLS else value, True
    is_quoted = first in _QUOTES and "#" not in value
    return (place, _other(f"{value}\n"), True) if is_quoted else None


_known = lru_cache(maxsize=4096)(_simple)
"""Most short lines come again in other cases."""


def _with_brackets(line: str) -> _Line | None:
    """Return the same of a line with a list or a group as its value, new each time."""
    place, value = _parted(line)
    is_one = place and value[:1] in _BRACKETS and "#" not in value
    return (place, _other(f"{value}\n"), True) if place and is_one else None


def _parted(line: str) -> tuple[_Place | None, str]:
    """Return the place that a line begins with, and what is behind it."""
    head, colon, value = line.partition(": ")
    if not colon:
        head, value = _without_colon(line)
    return _place(head), value


def _without_colon(line: str) -> tuple[str, str]:
    """Return what is before the value, and the value, of a key alone or an item of a list."""
    if line[-1] == ":":
        return line[:-1], ""
    head, dash, value = line.partition("- ")
    return (head + dash, value) if dash else ("", line)


@lru_cache(maxsize=4096)
def _place(head: str) -> _Place | None:
    """Return the place that is written before a value; None when something else is."""
    found = _HEAD.fullmatch(head)
    return (len(found[1]), bool(found[2]), found[3] or found[4] or "") if found else None


def _with_care(found: Match[str]) -> Iterator[_Line]:
    """Yield the same of a line that may be written in any way; nothing of a comment."""
    spaces, dash, key, plain, other = found.groups()
    if dash or key:
        value = _plain(plain) if plain else _other(other) if other else None
        yield (len(spaces), bool(dash), key or ""), value, bool(plain or other)
    elif plain or other:
        raise UnevenError


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
