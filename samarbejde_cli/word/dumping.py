"""A Word file as plain text: for ``git diff``, for golden files and for people without Word."""

from collections.abc import Iterator

from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.opc.package import Package
from samarbejde_cli.word.opc.part_labels import LABELS
from samarbejde_cli.word.opc.reading import read_package
from samarbejde_cli.word.styles import Styles, read_styles

_W = ns.W
_ORDER = ("sidehoved", "brødtekst", "sidefod", "fodnoter", "slutnoter", "kommentarer")
_CONTAINERS = frozenset({f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}smartTag"})
_SKIPPED = ns.DELETED | {f"{ns.MC}Fallback", f"{_W}instrText", f"{_W}pPr", f"{_W}rPr"}
_NOTES = {f"{_W}footnote", f"{_W}endnote", f"{_W}comment"}
_REFERENCES = {f"{_W}footnoteReference", f"{_W}endnoteReference"}


def dump(data: bytes) -> str:
    """Return the text of a Word file with headings, lists, tables, notes and page breaks marked.

    Headers come first, then the body, then footers, notes and comments; parts without text are
    left out. Raises RefusedError for a file that is not safe to read.
    """
    package = read_package(data, "filen")
    styles = read_styles(package)
    texts = [_part(package, part, label, styles) for label, part in _parts(package)]
    return "\n\n".join(text for text in texts if text) + "\n"


def _parts(package: Package) -> list[tuple[str, str]]:
    found = [(LABELS[kind], part) for part, kind in package.types.items() if kind in LABELS]
    return sorted(
        ((label, part) for label, part in found if label in _ORDER),
        key=lambda each: (_ORDER.index(each[0]), each[1]),
    )


def _part(package: Package, part: str, label: str, styles: Styles) -> str:
    root = package.tree(part)
    body = root.find(f"{_W}body")
    lines = list(_blocks(root if body is None else body, styles))
    if not any(line.strip() for line in lines):
        return ""
    heading = [] if label == "brødtekst" else [f"[{label}]"]
    return "\n".join([*heading, *lines]).rstrip()


def _blocks(parent: Element, styles: Styles) -> Iterator[str]:
    """Yield the lines of the paragraphs and tables in an element."""
    for child in parent:
        if child.tag == ns.PARAGRAPH:
            yield _paragraph(child, styles)
        elif child.tag == ns.TABLE:
            yield from _rows(child, styles)
            yield ""
        elif child.tag in _NOTES and child.get(f"{_W}type") is None:
            lines = "\n".join(_blocks(child, styles))
            yield f"[^{child.get(f'{_W}id')}] {lines.strip()}"
        elif child.tag in _CONTAINERS:
            yield from _blocks(child, styles)


def _paragraph(paragraph: Element, styles: Styles) -> str:
    text = "".join(_text(paragraph, styles)).replace("\n", "\n  ")
    return f"{styles.mark(paragraph)}{text}" if text.strip() else ""


def _rows(table: Element, styles: Styles) -> Iterator[str]:
    for row in table.iter(ns.ROW):
        if next(row.iterancestors(ns.TABLE)) is table:
            cells = [cell for cell in row.iter(ns.CELL) if next(cell.iterancestors(ns.ROW)) is row]
            yield f"| {' | '.join(_cell(cell, styles) for cell in cells)} |"


def _cell(cell: Element, styles: Styles) -> str:
    lines = [line.strip() for line in _blocks(cell, styles)]
    return " / ".join(line.replace("\n  ", " / ") for line in lines if line)


def _text(node: Element, styles: Styles) -> Iterator[str]:
    """Yield the text of a paragraph, its text boxes included."""
    for child in node:
        kind = child.tag
        if kind == ns.TEXT:
            yield child.text or ""
        elif kind == f"{_W}br" and child.get(f"{_W}type") == "page":
            yield "\n――― sideskift ―――\n"
        elif kind in ns.BREAKS:
            yield ns.BREAKS[kind]
        elif kind == f"{_W}txbxContent":
            yield f" [tekstboks: {' / '.join(filter(None, _blocks(child, styles)))}] "
        elif kind == f"{ns.WP}docPr" and child.get("descr"):
            yield f"[billede: {child.get('descr')}]"
        elif kind in _REFERENCES:
            yield f"[^{child.get(f'{_W}id')}]"
        elif kind not in _SKIPPED:
            yield from _text(child, styles)
