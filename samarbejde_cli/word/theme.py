"""Give a template the municipality's own colour and font: they are Word's theme, so change that.

A template refers to the theme's first accent colour and its font. A secretary sees them in Word's
own menus, a template that was saved by Word keeps them, and one that uses other colours keeps its
own. Fields in the style sheet would not do: Word refuses a file whose colour reads ``{{ farve }}``.
"""

import re
from html import escape

from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.opc.package import PartChange
from samarbejde_cli.word.opc.part_names import FONT_TABLE
from samarbejde_cli.word.values import Theme

_THEME = lazy_pattern(r"word/theme/[^/]+\.xml")
_ACCENT, _TINT = "accent1", "accent2"
_TINT_STRENGTH = 0.1
_STAND_INS = {
    "arial": "Liberation Sans",
    "calibri": "Carlito",
    "cambria": "Caladea",
    "georgia": "Gelasio",
    "times new roman": "Liberation Serif",
    "verdana": "DejaVu Sans",
}
"""Free fonts of the same widths: lines break alike where the font itself is missing."""
_TAG = lazy_pattern(r"<w:\w+ [^<>]*w:theme(?:Color|Fill)=\"accent[12]\"[^<>]*>")


def themed(theme: Theme) -> PartChange:
    """Return the change that gives a part, by its name and XML, the colour and the font."""
    colors = {_ACCENT: theme.color.upper(), _TINT: tint(theme.color)}
    return lambda name, xml: _part(name, xml, colors, theme.font)


def tint(color: str) -> str:
    """Return the light shade of a colour behind table headings."""
    parts = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{round(255 - (255 - part) * _TINT_STRENGTH):02X}" for part in parts)


def _part(name: str, xml: str, colors: dict[str, str], font: str) -> str:
    if _THEME.fullmatch(name):
        return _theme(xml, colors, font)
    if name == FONT_TABLE:
        return _font_table(xml, font)
    return _TAG.sub(lambda found: _recolored(found[0], colors), xml)


def _theme(xml: str, colors: dict[str, str], font: str) -> str:
    for slot, color in colors.items():
        new = f'<a:{slot}><a:srgbClr val="{color}"/></a:{slot}>'
        xml = re.sub(rf"<a:{slot}>.*?</a:{slot}>", new, xml, flags=re.DOTALL)
    face = f'<a:latin typeface="{escape(font)}"/>'
    return re.sub(r"(<a:(?:major|minor)Font>\s*)<a:latin [^<>]*/>", lambda m: m[1] + face, xml)


def _font_table(xml: str, font: str) -> str:
    """Return the table of fonts with the municipality's font and its substitute."""
    name = f'<w:font w:name="{escape(font)}">'
    if name in xml:
        return xml
    instead = _STAND_INS.get(font.casefold())
    alias = f'<w:altName w:val="{instead}"/>' if instead else ""
    entry = f'{name}{alias}<w:pitch w:val="variable"/></w:font>'
    return xml.replace("</w:fonts>", f"{entry}</w:fonts>")


def _recolored(tag: str, colors: dict[str, str]) -> str:
    """Return an element's tag with the colours beside its theme colours changed."""
    for reference, value in (("themeColor", "(?:val|color)"), ("themeFill", "fill")):
        for slot, color in colors.items():
            if f'w:{reference}="{slot}"' in tag:
                tag = re.sub(rf'(w:{value}=")[0-9A-Fa-f]{{6}}"', rf'\g<1>{color}"', tag)
    return tag
