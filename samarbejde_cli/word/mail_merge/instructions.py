"""The code of a field taken apart: arguments, in quotes or not, and switches."""

from collections.abc import Iterable, Iterator
from dataclasses import field

from samarbejde_cli.lazy import frozen, mutable
from samarbejde_cli.word.mail_merge.field_tree import Break, Field, Node, node_text
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element

_CURLED = "“”„"
_QUOTES = f'"{_CURLED}'
_OPERATORS = ("<>", "<=", ">=", "=", "<", ">")


@frozen
class Letters:
    """Some characters of a code, and the run that they stand in."""

    text: str
    run: Element


Piece = Letters | Field | Break | Element


@mutable
class Argument:
    """One argument: a word, what stands in quotes, or a field."""

    pieces: list[Piece] = field(default_factory=list)
    is_quoted: bool = False

    @property
    def text(self) -> str | None:
        """The argument as text; None when there is a field or a picture in it."""
        if not all(isinstance(each, Letters | Break) for each in self.pieces):
            return None
        return "".join(e.text if isinstance(e, Letters) else "\n" for e in self.pieces)

    @property
    def field(self) -> Field | None:
        """The field that is the whole argument, or None."""
        only = self.pieces[0] if len(self.pieces) == 1 else None
        return only if isinstance(only, Field) else None


@frozen
class Instruction:
    """A code: its first word in capitals, its arguments, and its switches with theirs."""

    keyword: str
    arguments: tuple[Argument, ...]
    switches: tuple[tuple[str, str], ...]

    def switch(self, name: str) -> str:
        """Return the text of a switch; empty if it is not there."""
        return next((text for key, text in self.switches if key == name), "")


def read_instruction(code: Iterable[Node]) -> Instruction:
    """Return what a code says."""
    words = list(_arguments(_letters(code)))
    keyword = (words[0].text or "").upper() if words else ""
    arguments: list[Argument] = []
    switches: list[tuple[str, str]] = []
    rest = iter(words[1:])
    for word in rest:
        text = "" if word.is_quoted else word.text or ""
        if text.startswith("\\") and len(text) > 1:
            is_alone = text[1:].lower() in _ALONE
            given = text[2:] or ("" if is_alone else _text_of(next(rest, None)))
            switches.append((text[1].lower(), given))
        else:
            arguments.append(word)
    return Instruction(keyword, tuple(arguments), tuple(switches))


_ALONE = frozenset({"m", "v", "o", "d", "h", "p", "n", "r", "w"})
"""Switches without an argument."""


def _text_of(argument: Argument | None) -> str:
    return (argument.text or "") if argument else ""


def comparison(arguments: Iterable[Argument]) -> tuple[Argument, str, Argument, list[Argument]]:
    """Return the two sides, the operator and the other arguments of IF, COMPARE and their like.

    Raises ValueError when there is no comparison.
    """
    parts = [each for argument in arguments for each in _apart(argument)]
    left, operator, right, *others = parts
    if operator.is_quoted or operator.text not in _OPERATORS:
        raise ValueError
    return left, operator.text, right, others


def _apart(argument: Argument) -> Iterator[Argument]:
    """Yield the parts of ``="Sorø"``: an operator may stand close to a word."""
    text = argument.text
    first = argument.pieces[0] if argument.pieces else None
    if argument.is_quoted or text is None or not isinstance(first, Letters):
        yield argument
        return
    found = [(at, sign) for sign in _OPERATORS if (at := text.find(sign)) >= 0]
    at, sign = min(found, key=lambda pair: (pair[0], -len(pair[1])), default=(-1, ""))
    pieces = [text] if at < 0 else [text[:at], sign, text[at + len(sign) :]]
    yield from (Argument([Letters(each, first.run)]) for each in pieces if each)


def _letters(code: Iterable[Node]) -> Iterator[Piece]:
    """Yield the characters of a code one by one, and what else is in it."""
    for node in code:
        if isinstance(node, Field | Break):
            yield node
        elif node.tag != ns.RUN:
            continue
        elif text := node_text(node):
            yield from (Letters(letter, node) for letter in text)
        elif any(True for _ in node.iter(f"{ns.W}drawing", f"{ns.W}pict", f"{ns.W}object")):
            yield node


def _arguments(pieces: Iterable[Piece]) -> Iterator[Argument]:
    current: Argument | None = None
    closing = ""
    is_escaped = False
    for piece in pieces:
        sign = piece.text if isinstance(piece, Letters) else ""
        is_inside = current is not None and current.is_quoted
        is_quote = sign != "" and not is_escaped and sign in (closing if is_inside else _QUOTES)
        if is_quote:
            closing = sign if sign == '"' else _CURLED
        if current and current.is_quoted:
            if is_quote:
                yield _joined(current)
                current = None
            elif sign != "\\" or is_escaped:
                current.pieces.append(piece)
        elif is_quote or isinstance(piece, Field) or sign.isspace() or isinstance(piece, Break):
            if current:
                yield _joined(current)
            current = Argument(is_quoted=True) if is_quote else None
            if isinstance(piece, Field):
                yield Argument([piece])
        else:
            current = current or Argument()
            current.pieces.append(piece)
        is_escaped = sign == "\\" and not is_escaped
    if current:
        yield _joined(current)


def _joined(argument: Argument) -> Argument:
    """Return an argument with the characters of one run together."""
    pieces: list[Piece] = []
    for piece in argument.pieces:
        last = pieces[-1] if pieces else None
        if isinstance(piece, Letters) and isinstance(last, Letters) and last.run is piece.run:
            pieces[-1] = Letters(last.text + piece.text, piece.run)
        else:
            pieces.append(piece)
    return Argument(pieces, argument.is_quoted)
