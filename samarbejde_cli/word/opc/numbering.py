"""Lists: which one a paragraph belongs to, and copies of it that begin again.

In Word a counter belongs to a list's kind (``w:abstractNum``): lists (``w:num``) of one kind go on
where another stopped. A list that overrides where a level starts begins again with its first
paragraph.
"""

from copy import deepcopy
from functools import cache

from lxml import etree

from samarbejde_cli.lazy import frozen
from samarbejde_cli.word.opc.namespaces import PARAGRAPH_PROPERTIES_TAG, WORD, Element, W
from samarbejde_cli.word.opc.schema_order import PARAGRAPH_PROPERTIES, insert

_VALUE, _STYLE_ID, _LEVEL = f"{W}val", f"{W}styleId", f"{W}ilvl"
_NUM, _NUM_ID, _KIND = f"{W}num", f"{W}numId", f"{W}abstractNum"
_KIND_ID, _OVERRIDE, _LVL = f"{W}abstractNumId", f"{W}lvlOverride", f"{W}lvl"
_START, _START_OVERRIDE = f"{W}start", f"{W}startOverride"
_LIST, _INDENT, _BASE = f"{W}numPr", f"{W}ind", f"{W}basedOn"
_UNCOUNTED = frozenset({"bullet", "none", ""})
_LINKS = 5
"""Kinds of lists may be links to a style with another kind; more of them is a circle."""


@frozen
class ListItem:
    """What makes a paragraph one of a list: which shares a counter, its number and its level.

    ``indent`` is what its style says about indents, None when the list decides them.
    """

    counter: str
    number: str
    level: int
    indent: Element = None


class Lists:
    """The lists of a file, by the roots of its numbering and its styles."""

    def __init__(self, numbering: Element, styles: Element | None = None) -> None:
        self._nums = {each.get(_NUM_ID): each for each in numbering.iter(_NUM)}
        self._kinds = {each.get(_KIND_ID): each for each in numbering.iter(_KIND)}
        found = () if styles is None else styles.iterchildren(f"{W}style")
        self._styles = {each.get(_STYLE_ID): each for each in found}
        defaults = (
            name
            for name, each in self._styles.items()
            if each.get(f"{W}type") == "paragraph" and each.get(f"{W}default") in ("1", "true")
        )
        self._plain = next(defaults, None)
        self._of_style = cache(self._find_of_style)

    @property
    def last(self) -> int:
        """The highest number of a list."""
        return max((int(each) for each in self._nums if each and each.isdigit()), default=0)

    @property
    def is_counting(self) -> bool:
        """Whether there is any list with more than bullets."""
        forms = (each for kind in self._kinds.values() for each in kind.iter(f"{W}numFmt"))
        return any(each.get(_VALUE, "") not in _UNCOUNTED for each in forms)

    def item(self, properties: Element | None) -> ListItem | None:
        """Return what the properties of a paragraph make it; None if it is in no counted list."""
        own = None if properties is None else properties.find(_LIST)
        number = _value(own, _NUM_ID)
        if number is None:
            styled = self._of_style(_value(properties, f"{W}pStyle") or self._plain)
            level = _value(own, _LEVEL)
            item = styled and ListItem(
                styled.counter, styled.number, int(level or styled.level), styled.indent
            )
        else:
            item = self._made(number, int(_value(own, _LEVEL) or 0))
        return item if item and self._counts(item) else None

    def beginning_again(self, number: str, new: str) -> Element:
        """Return a list numbered ``new`` that is like another one, but begins at its start."""
        num, kind = self._nums[number], self._kind_of(number) or ""
        again = etree.Element(_NUM, {_NUM_ID: new}, nsmap={"w": WORD})
        etree.SubElement(again, _KIND_ID, {_VALUE: kind})
        levels = [level for each in self._kinds[kind].iter(_LVL) if (level := each.get(_LEVEL))]
        for level in levels or ["0"]:
            self._override(again, num, kind, level)
        return again

    def _override(self, again: Element, num: Element, kind: str, level: str) -> None:
        old = next((each for each in num.iter(_OVERRIDE) if each.get(_LEVEL) == level), None)
        form = None if old is None else old.find(_LVL)
        start = _value(old, _START_OVERRIDE) or _value(self._form(num, kind, level), _START)
        override = etree.SubElement(again, _OVERRIDE, {_LEVEL: level})
        etree.SubElement(override, _START_OVERRIDE, {_VALUE: start or "0"})
        if form is not None:
            override.append(deepcopy(form))

    def _form(self, num: Element, kind: str, level: str) -> Element | None:
        """Return the element that says how a level of a list looks."""
        forms = [each for each in num.iter(_LVL) if each.get(_LEVEL) == level]
        forms += [each for each in self._kinds[kind].iter(_LVL) if each.get(_LEVEL) == level]
        return next(iter(forms), None)

    def _counts(self, item: ListItem) -> bool:
        form = self._form(
            self._nums[item.number], self._kind_of(item.number) or "", str(item.level)
        )
        return (_value(form, f"{W}numFmt") or "") not in _UNCOUNTED

    def _made(self, number: str, level: int, indent: Element = None) -> ListItem | None:
        kind = self._kind_of(number)
        if kind is None:
            return None
        is_own = self._nums[number].find(_OVERRIDE) is not None
        return ListItem(f"list {number}" if is_own else f"kind {kind}", number, level, indent)

    def _kind_of(self, number: str) -> str | None:
        """Return the kind of a list, links to styles followed."""
        for _ in range(_LINKS):
            kind = _value(self._nums.get(number), _KIND_ID)
            if kind not in self._kinds:
                return None
            link = _value(self._kinds[kind], f"{W}numStyleLink")
            linked = self._styles.get(link)
            properties = None if linked is None else linked.find(PARAGRAPH_PROPERTIES_TAG)
            target = _value(None if properties is None else properties.find(_LIST), _NUM_ID)
            if target is None or target == number:
                return kind
            number = target
        return None

    def _find_of_style(self, name: str | None) -> ListItem | None:
        """Return what a style makes of its paragraphs, by itself or by what it is based on."""
        level, indent, seen = None, None, set[str | None]()
        while (style := self._styles.get(name)) is not None and name not in seen:
            seen.add(name)
            properties = style.find(PARAGRAPH_PROPERTIES_TAG)
            own = None if properties is None else properties.find(_LIST)
            level = level or _value(own, _LEVEL)
            if indent is None and properties is not None:
                indent = properties.find(_INDENT)
            if number := _value(own, _NUM_ID):
                return self._made(number, int(level or self._level_for(number, name)), indent)
            name = _value(style, _BASE)
        return None

    def _level_for(self, number: str, style: str | None) -> int:
        """Return the level of a list that is tied to a style."""
        levels = self._kinds[kind].iter(_LVL) if (kind := self._kind_of(number)) else ()
        tied = (int(each.get(_LEVEL)) for each in levels if _value(each, f"{W}pStyle") == style)
        return next(tied, 0)


def put_into_list(properties: Element, item: ListItem, number: str) -> None:
    """Name a paragraph's list in its own properties; the indents of its style still count."""
    old = properties.find(_LIST)
    if old is not None:
        properties.remove(old)
    new = etree.SubElement(properties, _LIST)
    etree.SubElement(new, _LEVEL).set(_VALUE, str(item.level))
    etree.SubElement(new, _NUM_ID).set(_VALUE, number)
    insert(properties, new, PARAGRAPH_PROPERTIES)
    if item.indent is not None and properties.find(_INDENT) is None:
        indent = etree.SubElement(properties, _INDENT, dict(item.indent.attrib))
        insert(properties, indent, PARAGRAPH_PROPERTIES)


def _value(parent: Element | None, name: str) -> str | None:
    """Return the ``w:val`` of a child."""
    found = None if parent is None else parent.find(name)
    return None if found is None else found.get(_VALUE)
