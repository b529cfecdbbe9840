"""Footnotes and endnotes: only those that are referred to, one for each reference, in order.

Before a render each note is put right after its reference in the body, so that conditions and
loops apply to it and loop variables are known in it. After a render the notes go back to
their own part, and references and notes are numbered again.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.opc.package import Package
from samarbejde_cli.word.opc.relations import last_step
from samarbejde_cli.word.template.sentinels import NOTE, NOTE_END, NOTE_END_IN_TREE, NOTE_IN_TREE

RELATIONS = {"footnotes": "footnote", "endnotes": "endnote"}
"""The kinds of relations from a body to its notes, and the name of one note."""
_ID, _TYPE = f"{ns.W}id", f"{ns.W}type"
_WITH_NOTE = lazy_pattern(
    rf'(<w:(foot|end)noteReference [^<>]*?w:id="){NOTE}("[^<>]*/>)([^{NOTE_END}]*){NOTE_END}'
)


def note_parts(package: Package) -> dict[str, str]:
    """Return the parts with notes of the body, and what one note in them is called."""
    return {
        package.target(package.main, each): RELATIONS[kind]
        for each in package.relations(package.main)
        if (kind := last_step(each.kind)) in RELATIONS
        and package.target(package.main, each) in package.parts
    }


def has_notes(root: Element) -> bool:
    """Say whether a part holds more notes than the separators that Word needs."""
    return next(_own(root), None) is not None


def put_into_body(body: Element, root: Element, name: str) -> Element:
    """Move each note behind its reference; return the root that the notes' part then has."""
    return put_notes_behind(body, root, name, lambda _: NOTE_IN_TREE, NOTE_END_IN_TREE)


def put_notes_behind(
    body: Element, root: Element, name: str, mark: Callable[[str], str], end: str
) -> Element:
    """Move notes behind their references, with a mark for their number and one at their end."""
    notes = {note.get(_ID): note for note in list(_own(root))}
    for reference in list(body.iter(f"{ns.W}{name}Reference")):
        note = notes.get(reference.get(_ID))
        if note is None:
            reference.getparent().remove(reference)
        else:
            _put_behind(reference, deepcopy(note), mark(note.get(_ID)), end)
    for note in notes.values():
        root.remove(note)
    return _with_namespaces(root, body)


def _own(root: Element) -> Iterator[Element]:
    for child in root.iterchildren("*"):
        if child.get(_TYPE, "normal") == "normal":
            yield child


def _put_behind(reference: Element, note: Element, number: str, end: str) -> None:
    for each in (reference, note):
        each.set(_ID, number)
    tail, reference.tail = reference.tail, None
    reference.addnext(note)
    note.tail = end + (tail or "")


def _with_namespaces(root: Element, body: Element) -> Element:
    """Return the root with the prefixes of the body too: rendered notes are written with them."""
    new = etree.Element(root.tag, dict(root.attrib), {**root.nsmap, **body.nsmap})
    new.extend(list(root))
    return new


class NoteNumbers:
    """Takes the notes out of a rendered body and numbers them; ``taken`` are the ids in use."""

    def __init__(self, taken: dict[str, int]) -> None:
        self.next = {name: max(0, last) for name, last in taken.items()}
        self.notes: dict[str, list[str]] = {name: [] for name in taken}

    def body(self, xml: str) -> str:
        """Return a rendered body without notes, its references numbered in order."""
        return _WITH_NOTE.sub(self._numbered, xml)

    def part(self, xml: str, name: str) -> str:
        """Return the rendered part of the notes with those that the body referred to."""
        return with_notes(xml, self.notes[name])

    def _numbered(self, found: re.Match[str]) -> str:
        before, kind, after, note = found.groups()
        name = f"{kind}note"
        self.next[name] += 1
        number = str(self.next[name])
        self.notes[name].append(note.replace(NOTE, number, 1))
        return f"{before}{number}{after}"


def with_notes(xml: str, notes: Sequence[str]) -> str:
    """Return a part with notes at its end; it may have none and be written as one tag."""
    if not notes:
        return xml
    if xml.endswith("/>"):
        opened = xml[:-2]
        tag = opened[opened.rindex("<") + 1 :].split()[0]
        return f"{opened}>{''.join(notes)}</{tag}>"
    end = xml.rindex("</")
    return xml[:end] + "".join(notes) + xml[end:]


def last_id(root: Element) -> int:
    """Return the highest id that the separators in a part of notes have."""
    ids = (child.get(_ID, "0") for child in root.iterchildren("*"))
    return max((int(each) for each in ids if each.lstrip("-").isdigit()), default=0)
