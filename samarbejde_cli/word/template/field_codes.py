"""Word's own fields: what their codes say, and where they are."""

from collections.abc import Iterator
from dataclasses import field

from samarbejde_cli.lazy import mutable
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element

CHARACTER, SIMPLE = f"{ns.W}fldChar", f"{ns.W}fldSimple"
KIND, CODE = f"{ns.W}fldCharType", f"{ns.W}instr"
_CODES = (f"{ns.W}instrText", f"{ns.W}delInstrText")
MERGING = frozenset(
    {"MERGEFIELD", "NEXT", "NEXTIF", "SKIPIF", "MERGEREC", "MERGESEQ", "ADDRESSBLOCK"}
    | {"GREETINGLINE", "ASK", "FILLIN"}
)
"""Fields that only a mail merge fills in."""
_MARKUP = (b"nstrText", b"fldSimple")


@mutable
class WordField:
    """One field: its code without the codes of fields inside it, and where it begins.

    ``begin`` is the ``w:fldSimple``, or the ``w:fldChar`` that begins a field of several runs;
    ``separator`` and ``end`` are the field characters after it, None in a simple field.
    """

    begin: Element
    pieces: list[str] = field(default_factory=list)
    separator: Element = None
    end: Element = None

    @property
    def code(self) -> str:
        """The code of the field, with single spaces: ``MERGEFIELD Navn``."""
        return " ".join("".join(self.pieces).split())

    @property
    def keyword(self) -> str:
        """The first word of the code, in capitals: ``MERGEFIELD``."""
        return self.code.partition(" ")[0].upper().lstrip("\\")


def code_before(leaf: Element) -> str:
    """Return the code of a field from its beginning to a piece of it, that piece included."""
    pieces, run = [leaf.text or ""], leaf.getparent()
    for each in () if run is None else run.itersiblings(preceding=True):
        begins = each.find(CHARACTER)
        if begins is not None and begins.get(KIND) == "begin":
            break
        pieces += [piece.text or "" for piece in each.iter(*_CODES)]
    return "".join(reversed(pieces))


def may_have_fields(data: bytes) -> bool:
    """Say whether a part may hold fields; one in UTF-16 always may."""
    return b"\0" in data[:200] or any(word in data for word in _MARKUP)


def fields_in(root: Element) -> Iterator[WordField]:
    """Yield the fields of a part in the order in which they begin, unfinished ones too."""
    found: list[WordField] = []
    unfinished: list[WordField] = []
    for node in root.iter(CHARACTER, SIMPLE, *_CODES):
        if node.tag == SIMPLE:
            found.append(WordField(node, [node.get(CODE, "")]))
        elif node.tag == CHARACTER:
            _follow(node, found, unfinished)
        elif unfinished and unfinished[-1].separator is None:
            unfinished[-1].pieces.append(node.text or "")
        else:
            found.append(WordField(node, [node.text or ""]))
    yield from found


def _follow(node: Element, found: list[WordField], unfinished: list[WordField]) -> None:
    kind = node.get(KIND)
    if kind == "begin":
        unfinished.append(WordField(node))
        found.append(unfinished[-1])
    elif unfinished and kind == "separate":
        unfinished[-1].separator = node
    elif unfinished and kind == "end":
        unfinished.pop().end = node
