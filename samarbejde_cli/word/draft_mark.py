"""A word at the top of every page of a finished document, such as one that says it is a draft."""

from collections.abc import Iterator

from samarbejde_cli.word.opc.content_types import WORDPROCESSING
from samarbejde_cli.word.opc.namespaces import (
    OVERRIDE_TYPE,
    RELATED,
    RELATION,
    RELATIONSHIPS,
    WORD,
    Element,
    R,
    W,
)
from samarbejde_cli.word.opc.part_names import BODY, TYPES
from samarbejde_cli.word.opc.part_xml import read_xml, write_xml
from samarbejde_cli.word.opc.relations import last_step, relation_of, relations_name, target_name
from samarbejde_cli.word.opc.zip_files import read_parts, write_parts

_ID, _NAME = "rIdMark", "word/mark.xml"
_SETTINGS = "word/settings.xml"
_REFERENCE = f"{W}headerReference"
_EMPTY = f'<w:hdr xmlns:w="{WORD}"><w:p/></w:hdr>'.encode()


def mark_pages(data: bytes, mark: str) -> bytes:
    """Return a Word file with a word in a black frame at the top of every page.

    It stands above all headers, so it moves nothing. A document without headers gets one.
    """
    parts = read_parts(data)
    body = read_xml(parts[BODY])
    lacking = _kinds(parts, body) - _kinds_of(_sections(body)[0])
    for name in list(_headers(parts)):
        parts[name] = _marked(parts[name], mark)
    if lacking:
        _add_header(parts, body, lacking, mark)
    return write_parts(parts)


def _sections(body: Element) -> list[Element]:
    """Return the properties of all sections; a body without any gets those of its only one."""
    found = list(body.iter(f"{W}sectPr"))
    if not found:
        found = [body.makeelement(f"{W}sectPr", {})]
        body.find(f"{W}body").append(found[0])
    return found


def _kinds(parts: dict[str, bytes], body: Element) -> set[str]:
    """Return the kinds of headers that some page shows; a section takes over what it lacks."""
    has_first = any(True for _ in body.iter(f"{W}titlePg"))
    has_even = b"evenAndOddHeaders" in parts.get(_SETTINGS, b"")
    return {"default", *(["first"] if has_first else []), *(["even"] if has_even else [])}


def _kinds_of(section: Element) -> set[str]:
    return {each.get(f"{W}type", "default") for each in section.iter(_REFERENCE)}


def _headers(parts: dict[str, bytes]) -> Iterator[str]:
    """Yield the names of the header parts that the body refers to."""
    relations = parts.get(relations_name(BODY))
    for each in read_xml(relations).iter(RELATION) if relations else ():
        relation = relation_of(each)
        if last_step(relation.kind) == "header" and not relation.external:
            yield target_name(BODY, relation.target)


def _marked(header: bytes, mark: str) -> bytes:
    root = read_xml(header)
    root.insert(0, _frame(mark))
    return write_xml(root)


def _frame(mark: str) -> Element:
    line = 'w:val="single" w:sz="12" w:space="1" w:color="000000"'
    sides = "".join(f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right"))
    frame = read_xml(
        f'<w:p xmlns:w="{WORD}"><w:pPr><w:framePr w:w="1700" w:wrap="around" w:vAnchor="page" '
        f'w:hAnchor="page" w:xAlign="center" w:y="260"/><w:pBdr>{sides}</w:pBdr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>'
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>'
        '</w:pPr><w:r><w:rPr><w:b/><w:color w:val="000000"/><w:sz w:val="26"/></w:rPr>'
        "<w:t/></w:r></w:p>".encode()
    )
    next(frame.iter(f"{W}t")).text = mark
    return frame


def _add_header(parts: dict[str, bytes], body: Element, kinds: set[str], mark: str) -> None:
    """Put a header of its own into the first section, for the kinds of pages that have none."""
    section = _sections(body)[0]
    for kind in sorted(kinds):
        attributes = {f"{W}type": kind, f"{R}id": _ID}
        section.insert(0, section.makeelement(_REFERENCE, attributes, {"r": RELATED}))
    parts[BODY] = write_xml(body)
    parts[_NAME] = _marked(_EMPTY, mark)
    name = relations_name(BODY)
    relations = read_xml(parts.get(name) or f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode())
    arrow = {"Id": _ID, "Type": f"{RELATED}/header", "Target": _NAME.removeprefix("word/")}
    relations.append(relations.makeelement(RELATION, arrow))
    parts[name] = write_xml(relations)
    types = read_xml(parts[TYPES])
    content = {"PartName": f"/{_NAME}", "ContentType": f"{WORDPROCESSING}.header+xml"}
    types.append(types.makeelement(OVERRIDE_TYPE, content))
    parts[TYPES] = write_xml(types)
