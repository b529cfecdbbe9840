"""Small pieces of Word's XML: escaped text, runs, breaks, check boxes, highlighted gaps."""

import re
from collections.abc import Iterable
from functools import lru_cache

from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.opc.characters import find_illegal
from samarbejde_cli.word.opc.namespaces import WORD14
from samarbejde_cli.word.opc.schema_order import RUN_PROPERTIES, position
from samarbejde_cli.word.values import Text

_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t>"
_BREAKS = {
    "\n": f"{_CLOSE}<w:br/>{_OPEN}",
    "\t": f"{_CLOSE}<w:tab/>{_OPEN}",
    "\f": f'{_CLOSE}<w:br w:type="page"/>{_OPEN}',
}
_BREAK = lazy_pattern("[\n\t\f]")
_LINE_END = lazy_pattern("\r\n?")
_LINK_COLOR = "0563C1"
_COMPLEX_RUN = lazy_pattern(r"<w:(?:rtl|cs)[ /]")
_COMPLEX_TEXT = lazy_pattern("[\u0590-\u08ff\u0900-\u0eff\ufb1d-\ufdff\ufe70-\ufefc]")


class IllegalCharacterError(ValueError):
    """Text with a character that XML cannot hold; holds the character."""


def escaped(text: str) -> str:
    """Return text for any XML text or attribute. Raises IllegalCharacterError."""
    if found := find_illegal(text):
        raise IllegalCharacterError(found[0])
    return entities(text).replace("\r", "&#13;")


def lines(text: str) -> str:
    """Return text for inside a ``w:t``, with Word's own line breaks, tabs and page breaks.

    Line ends of any system are one line break. Raises IllegalCharacterError.
    """
    if found := find_illegal(text.replace("\f", "")):
        raise IllegalCharacterError(found[0])
    return _BREAK.sub(lambda found: _BREAKS[found[0]], entities(_LINE_END.sub("\n", text)))


def entities(text: str) -> str:
    """Return text with &, < and > written as XML wants them, and characters as ``narrow`` does."""
    return narrow(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def narrow(xml: str) -> str:
    """Return XML with every character beyond Latin-1 as a number.

    A whole document is then joined and encoded several times faster than with one such character.
    """
    return xml if xml.isascii() else xml.encode("latin-1", "xmlcharrefreplace").decode("latin-1")


def attribute(text: str) -> str:
    """Return text for an attribute, line ends and tabs kept. Raises IllegalCharacterError."""
    plain = escaped(text).replace('"', "&quot;")
    return plain.replace("\n", "&#10;").replace("\t", "&#9;")


def run(text: str, properties: str) -> str:
    """Return a run with properties (a ``w:rPr`` or nothing). Raises IllegalCharacterError."""
    return f"<w:r>{properties}{_OPEN}{lines(text)}{_CLOSE}</w:r>"


def between_runs(xml: str, properties: str) -> str:
    """Return what puts whole runs in the middle of a ``w:t``, and goes on with its properties."""
    return f"{_CLOSE}</w:r>{xml}<w:r>{properties}{_OPEN}"


def paragraph(runs: str, properties: str) -> str:
    """Return a paragraph; ``properties`` is a ``w:pPr`` or nothing."""
    return f"<w:p>{properties}{runs}</w:p>"


def styled_paragraph(properties: str, style: str) -> str:
    """Return a ``w:pPr`` with another paragraph style. Raises IllegalCharacterError."""
    inner = re.sub(
        r"<w:pStyle [^>]*/>", "", properties.removeprefix("<w:pPr>").removesuffix("</w:pPr>")
    )
    return f'<w:pPr><w:pStyle w:val="{attribute(style)}"/>{inner}</w:pPr>'


def gap(field: str, properties: str) -> str:
    """Return the highlighted run for a missing value in a draft."""
    return run(
        f"[mangler: {field}]", with_run_properties(properties, (("highlight", 'w:val="yellow"'),))
    )


def checkbox(*, checked: bool, properties: str) -> str:
    """Return a check box that can be ticked in Word, as a run-level content control."""
    sign = "&#9746;" if checked else "&#9744;"
    font = ("rFonts", 'w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"')
    state = "".join(
        f'<w14:{name} w14:val="{code}" w14:font="MS Gothic"/>'
        for name, code in (("checkedState", "2612"), ("uncheckedState", "2610"))
    )
    return (
        f'<w:sdt><w:sdtPr>{properties}<w14:checkbox xmlns:w14="{WORD14}">'
        f'<w14:checked w14:val="{int(checked)}"/>{state}</w14:checkbox></w:sdtPr><w:sdtContent>'
        f"<w:r>{with_run_properties(properties, (font,))}<w:t>{sign}</w:t></w:r>"
        "</w:sdtContent></w:sdt>"
    )


@lru_cache(maxsize=1024)
def checkbox_in_text(*, checked: bool, properties: str) -> str:
    """Return what puts a check box in the middle of a ``w:t``."""
    return between_runs(checkbox(checked=checked, properties=properties), properties)


def rich_runs(parts: Iterable[Text], properties: str) -> str:
    """Return the runs for rich text. Raises IllegalCharacterError."""
    return "".join(_text_runs(part, properties) for part in parts)


def _text_runs(part: Text, properties: str) -> str:
    changes = [("rStyle", f'w:val="{attribute(part.style)}"')] if part.style else []
    ends = ("", "Cs") if _is_complex(part.text, properties) else ("",)
    for name, is_on in (("b", part.bold), ("i", part.italic)):
        changes += [(f"{name}{end}", "") for end in ends if is_on]
    color = part.color or (_LINK_COLOR if part.link else None)
    changes += [("color", f'w:val="{attribute(color.removeprefix("#"))}"')] if color else []
    changes += [("u", 'w:val="single"')] if part.underline or part.link else []
    shown = run(part.text, with_run_properties(properties, tuple(changes)))
    return _linked(shown, part.link) if part.link else shown


def _is_complex(text: str, properties: str) -> bool:
    """Say whether a text is in a script that has properties of its own, as Arabic and Hebrew."""
    return bool(_COMPLEX_RUN.search(properties) or _COMPLEX_TEXT.search(text))


def _linked(runs: str, link: str) -> str:
    address = attribute(link.replace('"', "%22").replace("\\", "%5C"))
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{address}" </w:instrText></w:r>'
    return f"{field.format('begin')}{code}{field.format('separate')}{runs}{field.format('end')}"


@lru_cache(maxsize=1024)
def with_run_properties(properties: str, changes: tuple[tuple[str, str], ...]) -> str:
    """Return a ``w:rPr`` with some properties set, every one in the schema's order."""
    parts = dict(_children(properties))
    for name, attributes in changes:
        parts[f"w:{name}"] = f"<w:{name} {attributes}/>" if attributes else f"<w:{name}/>"
    names = sorted(parts, key=lambda name: position(name, RUN_PROPERTIES))
    return f"<w:rPr>{''.join(parts[name] for name in names)}</w:rPr>" if parts else ""


def _children(properties: str) -> list[tuple[str, str]]:
    """Return the elements right inside a ``w:rPr``, each as (name, XML)."""
    found: list[tuple[str, str]] = []
    depth, start = 0, 0
    for tag in re.finditer(r"<(/?)([\w:]+)[^<>]*?(/?)>", properties):
        if not tag[1] and depth == 1:
            start = tag.start()
        depth += 0 if tag[3] else -1 if tag[1] else 1
        closes = (tag[1] or tag[3]) and depth == 1
        if closes:
            name = re.match(r"<([\w:]+)", properties[start:])
            found.append((name[1] if name else "", properties[start : tag.end()]))
    return found
