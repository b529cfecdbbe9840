"""What a paragraph's style means for its plain text: heading, list item or something named."""

from dataclasses import field

from samarbejde_cli.lazy import mutable
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.content_types import STYLES
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.opc.package import Package

_VAL = f"{ns.W}val"
_HIGHEST = 9
_PLAIN = ("header", "footer", "footnote text", "endnote text", "annotation text")


@mutable
class Styles:
    """The paragraph styles of a file by id: names, heading levels, and which are lists."""

    names: dict[str, str] = field(default_factory=dict)
    levels: dict[str, int] = field(default_factory=dict)
    lists: set[str] = field(default_factory=set)
    default: str = ""

    def mark(self, paragraph: Element) -> str:
        """Return what to write before a paragraph's text: ``# ``, ``- ``, ``[Titel] ``."""
        properties = paragraph.find(ns.PARAGRAPH_PROPERTIES_TAG)
        if properties is None:
            return ""
        style = _value(properties, "pStyle") or self.default
        level = _value(properties, "outlineLvl")
        if level.isdigit() or style in self.levels:
            return "#" * (int(level) + 1 if level.isdigit() else self.levels[style]) + " "
        if style in self.lists or properties.find(f"{ns.W}numPr") is not None:
            return "- "
        name = self.names.get(style, style)
        return "" if style == self.default or name.lower() in _PLAIN else f"[{name}] "


def read_styles(package: Package) -> Styles:
    """Return the paragraph styles of a Word file."""
    styles = Styles()
    for part, kind in package.types.items():
        if kind == STYLES:
            for style in package.tree(part).iter(f"{ns.W}style"):
                if style.get(f"{ns.W}type") == "paragraph":
                    _add(styles, style)
    return styles


def _add(styles: Styles, style: Element) -> None:
    key = style.get(f"{ns.W}styleId", "")
    styles.names[key] = _value(style, "name")
    if style.get(f"{ns.W}default") == "1":
        styles.default = key
    properties = style.find(ns.PARAGRAPH_PROPERTIES_TAG)
    level = _value(properties, "outlineLvl") if properties is not None else ""
    if level.isdigit() and int(level) < _HIGHEST:
        styles.levels[key] = int(level) + 1
    if (
        properties is not None
        and properties.find(f"{ns.W}numPr") is not None
        and key not in styles.levels
    ):
        styles.lists.add(key)


def _value(element: Element, name: str) -> str:
    found = element.find(f"{ns.W}{name}")
    return "" if found is None else str(found.get(_VAL, ""))
