"""What Word itself cannot hold: names, titles and tables that are too big for it.

A name that nobody sees is made shorter, wherever it is; all else is refused with its place.
Source: Microsoft's notes on what Office does with the standard, [MS-OI29500].
"""

import re
from collections.abc import Iterator

from samarbejde_cli.word.field_names import MAX_NAME, MAX_TITLE
from samarbejde_cli.word.mistakes import Mistake, TemplatePlace
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.template.lifted_tags import flattened
from samarbejde_cli.word.template.tags import MARK, Tag

MAX_COLUMNS = 63
"""Cells in the row of a table: Word does not open a file with more."""
_LONG, _HINT, _STATUS, _FORM_NAME = 255, 260, 138, 20

_BOOKMARK, _NAME = f"{ns.W}bookmarkStart", f"{ns.W}name"
_VALUE, _ANCHOR = f"{ns.W}val", f"{ns.W}anchor"
_TEXTS = {
    f"{ns.W}alias": {_VALUE: MAX_TITLE},
    f"{ns.W}tag": {_VALUE: MAX_TITLE},
    f"{ns.W}hyperlink": {
        f"{ns.W}tooltip": _HINT,
        _ANCHOR: _LONG,
        f"{ns.W}docLocation": _LONG,
        f"{ns.W}tgtFrame": _LONG,
    },
    f"{ns.W}name": {_VALUE: _FORM_NAME},
    f"{ns.W}statusText": {_VALUE: _STATUS},
    f"{ns.W}helpText": {_VALUE: _LONG},
    f"{ns.W}default": {_VALUE: _LONG},
    f"{ns.W}listEntry": {_VALUE: _LONG},
}
"""The texts in attributes: of controls, links (17.16.22) and form fields (17.16.10, 17.18.26)."""


def keep_limits(root: Element, tags: dict[int, Tag]) -> None:
    """Shorten the names and titles that are too long, and note how long values in them may be."""
    renamed: dict[str, str] = {}
    taken = {each.get(_NAME, "").casefold() for each in root.iter(_BOOKMARK)}
    for bookmark in root.iter(_BOOKMARK):
        name = bookmark.get(_NAME, "")
        if "\ufdd0" in name:
            _limit(name, MAX_NAME, tags)
        elif len(name) > MAX_NAME:
            renamed[name] = renamed.get(name) or _shorter(name, taken)
            bookmark.set(_NAME, renamed[name])
    if renamed:
        _rename(root, renamed)
    for element in root.iter(*_TEXTS):
        for key, longest in _TEXTS[element.tag].items():
            text = element.get(key, "")
            if "\ufdd0" in text:
                _limit(text, longest, tags)
            elif len(text) > longest:
                element.set(key, text[:longest])


def _limit(text: str, length: int, tags: dict[int, Tag]) -> None:
    room = length - len(MARK.sub("", text))
    for number in MARK.findall(text):
        tags[int(number)].longest = max(room, 0)


def _shorter(name: str, taken: set[str]) -> str:
    ends = ("", *(f"_{number}" for number in range(len(taken) + 1)))
    names = (f"{name[: MAX_NAME - len(end)]}{end}" for end in ends)
    new = next(each for each in names if each.casefold() not in taken)
    taken.add(new.casefold())
    return new


def _rename(root: Element, names: dict[str, str]) -> None:
    """Let links and fields of Word's own point to the shorter names."""
    for link in root.iter(f"{ns.W}hyperlink"):
        if link.get(_ANCHOR) in names:
            link.set(_ANCHOR, names[link.get(_ANCHOR)])
    for code in root.iter(f"{ns.W}instrText"):
        for old, new in names.items():
            if code.text and old in code.text:
                code.text = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new, code.text)


def too_wide(root: Element, part: str, template: str) -> Iterator[Mistake]:
    """Yield a mistake for each table that has more columns than Word can show."""
    numbers = {each: at for at, each in enumerate(root.iter(ns.PARAGRAPH), 1)}
    for table in root.iter(ns.TABLE):
        rows = (each for each in flattened(table) if each.tag == ns.ROW)
        widest = max((sum(cell.tag == ns.CELL for cell in flattened(r)) for r in rows), default=0)
        if widest > MAX_COLUMNS:
            first = next(table.iter(ns.PARAGRAPH), None)
            text = "" if first is None else "".join(first.itertext("*"))
            place = TemplatePlace(part, numbers.get(first, 0), MARK.sub("…", text))
            yield Mistake("limit", template, place, columns_message(widest), COLUMNS_HINT)


COLUMNS_HINT = "Del tabellen i flere, eller vend den, så det bliver rækker."


def columns_message(number: int, text: str = "") -> str:
    """Return what is wrong with a table of ``number`` columns; ``text`` is how it begins."""
    named = f", der begynder med »{text}«," if text else ""
    return f"Tabellen{named} får {number} kolonner. Word kan højst vise {MAX_COLUMNS}."
