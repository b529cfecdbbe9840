"""Papers that come back: what their fields hold as they are printed, and what the file says of it.

A form carries which case, paper and round it was made from, and a fingerprint of every answer that
it was printed with. By the fingerprints the reader knows what was changed in the form and what in
the case's file; the answers themselves are not repeated, and nobody is named.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from datetime import date
from functools import lru_cache

from samarbejde_cli.case.case import Case
from samarbejde_cli.documents.fingerprints import LENGTH, fingerprint, letters, squeezed
from samarbejde_cli.documents.line_numbers import (
    in_pieces,
    line_properties,
    lines_in,
    of_pieces,
)
from samarbejde_cli.documents.printed_identity import IDENTITY, SEAL, identity
from samarbejde_cli.documents.schema import GROUP, TEXT, Context, Known, Presence, Schema
from samarbejde_cli.lazy import frozen, lazy_pattern
from samarbejde_cli.word import AS_ITEM, ASKED, PrintedTexts, bookmark_name

Lines = tuple[str, ...]
Properties = dict[str, str]
Answers = Mapping[str, Lines]
"""By the route of a field, counted from 1, its lines: a day as 2026-03-03, a box as ja or nej."""

TICKED: Lines = ("ja",)
"""The answer of a line whose item is there."""
NEW_ROWS = ("0", "00", "000")
"""The numbers of the lines for new items, which are all the same to the reader."""
ABOUT, BASE = "samarbejde", "samarbejde."
"""The custom properties of a form: what it was made from, and the fingerprints in pieces."""
TEXTS = "samarbejdetekst."
"""The fingerprints of the printed paragraphs."""
_BODY, _ALL = "tekst", "alt"
"""What says that the fingerprints are of the body's paragraphs only, or of all."""
_COPY, _PICTURES = "kopi", "billeder"
_SHORT = 3
_SIGNS = lazy_pattern("[☐☒☑…]")
_NEW = lazy_pattern(r"\[0+\]")
_JSON = json.JSONEncoder(ensure_ascii=False)
_BETWEEN = lazy_pattern(r"[,;\n/&+]|\s(?:og|samt)\s")


@frozen
class Items:
    """A list whose items are rows of a form.

    ``identity`` is the key by which an item is known again, ``required`` what a new one must have.
    ``boxes`` are the keys whose boxes stand in a row, two for each. ``in_rows`` says that a row
    holds a whole item, ``is_ticked`` that a new one counts with a tick in the next cell only.
    ``has_own_rows`` says that a row without names can be known by the columns of the others.
    ``can_go`` says that an item whose row is deleted goes out of the file, unless the case names
    it elsewhere; ``are_people`` that a new one is somebody who joins the team.
    """

    route: str
    identity: str
    required: tuple[str, ...]
    boxes: tuple[str, ...] = ()
    in_rows: bool = True
    is_ticked: bool = False
    can_go: bool = False
    has_own_rows: bool = True
    are_people: bool = False


PRINTED_NUMBERS = range(1, 100)
"""The numbers that an item may have had when a form was printed."""
Line = Mapping[str, str]
"""What a printed line that can be ticked or signed stands for: an item, by its keys.

A text that is an item by itself has the key ``""``.
"""


def _no_lines(context: Context) -> Mapping[str, Line]:
    del context
    return {}


def _nothing_stops(context: Context, route: str, after: Lines) -> str:
    del context, route, after
    return ""


@frozen
class Form:
    """How a paper is filled in: the file that its routes lead into, and its answers as printed.

    ``elsewhere`` are the first keys of routes that lead into another file, with its stem.
    ``known_by`` begins the name of a field that no other form has. ``lines`` are the printed lines
    by their names, ``stops`` says in Danish why a change at a
    route is not to be written; nothing when it may be. ``letter`` is what the form of one reader
    says of itself beside: whose it is and what it asks about, without a name.
    """

    stem: Callable[[Case], str]
    answers: Callable[[Context], Answers]
    known_by: str
    items: tuple[Items, ...] = ()
    lines: Callable[[Context], Mapping[str, Line]] = _no_lines
    stops: Callable[[Context, str, Lines], str] = _nothing_stops
    elsewhere: tuple[tuple[str, str], ...] = ()
    letter: Callable[[Context], Mapping[str, str]] | None = None

    def stem_of(self, case: Case, key: str) -> str:
        """Return the stem of the file that holds the value whose route begins with a key."""
        return dict(self.elsewhere).get(key) or self.stem(case)


@frozen
class Stamp:
    """What a form says of itself. ``base`` holds the fingerprints of what it was printed with.

    ``lines`` are the names of the lines that stand for an item, by their numbers; ``letter`` is
    what the form of one reader says beside, ``texts`` the fingerprints of its paragraphs and how
    often each was printed; in a form that ``has_margins`` also of those around the body.
    ``is_whole`` says that nobody changed the key. ``answered`` is what an earlier reading of the
    same file wrote: by the letters of a field's name, fingerprints that take the place of ``base``.
    """

    case: str
    paper: str
    round: int
    version: str
    municipality: str
    base: frozenset[str]
    lines: Mapping[str, str] = field(default_factory=dict)
    letter: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, int] = field(default_factory=dict)
    has_margins: bool = False
    is_whole: bool = True
    answered: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def identity(self) -> str:
        """Fingerprints of the printed words that tell whose form it is; older forms have none."""
        return self.letter.get(IDENTITY, "")

    @property
    def is_copy(self) -> bool:
        """Whether the form was made for one reader."""
        return _COPY in self.letter

    @property
    def pictures(self) -> int:
        """How many pictures were printed in the text."""
        number = self.letter.get(_PICTURES, "")
        return int(number) if number.isdecimal() else 0

    def printed(self, text: str) -> bool:
        """Whether a paragraph was printed; yes for all where the form does not say."""
        return not self.texts or _printed(text) in self.texts

    def times(self, text: str) -> int:
        """Return how often a paragraph was printed, in a form that has its margins."""
        return self.texts.get(_printed(text), 0)

    def knows(self, route: str, lines: Lines) -> bool:
        """Whether the form was printed with these lines at a route, or read with them last."""
        answers = self.answered.get(letters(route)) if self.answered else None
        return fingerprint(route, lines) in (self.base if answers is None else answers)

    def has_answered(self, route: str) -> bool:
        """Whether an earlier reading of the form wrote what stood at a route."""
        return bool(self.answered) and letters(route) in self.answered

    def says_nothing_new(self, route: str, lines: Lines, mine: Lines) -> bool:
        """Whether the form says what it said before, beside what the file says now (``mine``).

        Where the file is as it was before the form was read, that was undone, and is to be read.
        """
        is_undone = self.has_answered(route) and self.was_printed(route, mine)
        return self.was_printed(route, lines) if is_undone else self.knows(route, lines)

    def has_said(self, route: str, lines: Lines) -> bool:
        """Whether the form was printed with these lines at a route, or was read with them."""
        return self.was_printed(route, lines) or self.knows(route, lines)

    def was_printed(self, route: str, lines: Lines) -> bool:
        """Whether the form was printed with these lines at a route."""
        return fingerprint(route, lines) in self.base


def stamped(
    case: Case,
    paper: str,
    municipality: str,
    form: Form,
    context: Context,
    texts: PrintedTexts,
    *,
    is_copy: bool = False,
) -> Properties:
    """Return the custom properties of a form that is printed with a context.

    ``texts`` are its paragraphs, ``is_copy`` says that it is for one reader.
    """
    answers = form.answers(context)
    prints = _prints(tuple(answers.items()))
    printed = "".join(sorted(map(_printed, (*texts.body, *texts.margins))))
    about = {
        "sag": case.identity,
        "papir": paper,
        "runde": case.record.round,
        "udgave": letters(prints),
        "kommune": letters(municipality),
        _ALL: letters(printed),
        IDENTITY: identity(context, texts.body, _in_fields(answers)),
        **({_COPY: TICKED[0]} if is_copy else {}),
        **({_PICTURES: str(texts.pictures)} if texts.pictures else {}),
        **(form.letter(context) if form.letter else {}),
    }
    about[SEAL] = _sealed(about)
    return {
        ABOUT: _JSON.encode(about),
        **in_pieces(BASE, prints),
        **line_properties(form.lines(context)),
        **in_pieces(TEXTS, printed),
    }


def _in_fields(answers: Answers) -> list[str]:
    return [line for lines in answers.values() for text in lines for line in text.split("\n")]


def _sealed(about: Mapping[str, object]) -> str:
    """Return six letters for all that a key says."""
    said = sorted((key, str(value)) for key, value in about.items() if key != SEAL)
    return letters("\0".join(part for each in said for part in each))


def _parts(text: str, length: int) -> list[str]:
    return [text[at : at + length] for at in range(0, len(text), length)]


@lru_cache(maxsize=4096)
def _printed(text: str) -> str:
    """Return three letters for a paragraph, without its boxes and what stands for nothing."""
    return letters(squeezed(_SIGNS.sub("", text)))[:_SHORT]


@lru_cache(maxsize=4)  # a mailing prints the same answers again and again
def _prints(answers: tuple[tuple[str, Lines], ...]) -> str:
    return "".join(sorted(fingerprint(route, lines) for route, lines in answers))


def read_stamp(properties: Mapping[str, str]) -> Stamp | None:
    """Return what a form says of itself; None when it says nothing, or nothing that is whole."""
    try:
        about = json.loads(properties.get(ABOUT, ""))
        prints, printed = of_pieces(BASE, properties), of_pieces(TEXTS, properties)
        base = _parts(prints, LENGTH) if letters(prints) == about["udgave"] else ()
        whole = letters(printed)
        texts = _parts(printed, _SHORT) if whole in (about.get(_BODY), about.get(_ALL)) else ()
        return Stamp(
            str(about["sag"]), str(about["papir"]), int(about["runde"]), str(about["udgave"]),
            str(about["kommune"]), frozenset(base), lines_in(properties),
            {key: text for key, text in about.items() if isinstance(text, str)},
            Counter(texts), has_margins=_ALL in about,
            is_whole=_ALL not in about or about.get(SEAL) == _sealed(about),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError):
        return None


def belongs_to(stamp: Stamp, municipality: str) -> bool:
    """Whether a form was made in a municipality of this name."""
    return stamp.municipality == letters(municipality)


def of_round(case: Case) -> str:
    """Return the stem of the present round's file."""
    return case.round_key


def asked(route: str) -> Context:
    """Return the names of a question whose answer is in the boxes beside it."""
    return named(f"{route}{ASKED}")


def named(route: str) -> Context:
    """Return the two names of a field: its route and the bookmark's."""
    return {"rute": route, "felt": bookmark_name(route)}


def places(route: str, keys: Iterable[str]) -> Context:
    """Return the two names of each field of an item; ``[00]`` is a second line for a new one."""
    new = _NEW.sub("[]", route)
    return {key: {"rute": f"{new}.{key}", "felt": bookmark_name(f"{route}.{key}")} for key in keys}


def place_fields(path: str, keys: Iterable[str], presence: Presence = Presence.SOMETIMES) -> Schema:
    """Return the fields of ``places``."""
    inside = (known for key in keys for known in _place(f"{path}.{key}"))
    places_ = Known(path, GROUP, "Felternes plads i filen", presence)
    return (places_, *inside)


def _place(path: str) -> Schema:
    return (Known(path, GROUP, "Et felts plads"), *asked_fields(path))


def line_name(items: str, identity: str) -> str:
    """Return the name of a line that stands for an item of a list; it tells nobody's name."""
    return f"{items}{AS_ITEM}{fingerprint(items, (identity.casefold(),))}"


def asked_fields(path: str) -> Schema:
    """Return the fields of ``asked`` and of ``named``."""
    return (
        Known(f"{path}.rute", TEXT, "Plads i filen; slutter den med ?, står svaret i rækken"),
        Known(f"{path}.felt", TEXT, "Den samme plads som navnet på et bogmærke"),
    )


def route_of_question(question: Context) -> str:
    """Return the route of the answer to a question that has ``asked``."""
    return str(question["rute"]).removesuffix(ASKED)


def lines_of(value: object) -> Lines:
    """Return a value as the lines of a field: a list has one for each item."""
    if value is None or value == "":
        return ()
    if isinstance(value, list | tuple):
        return tuple(map(str, value))
    return (value.isoformat() if isinstance(value, date) else str(value),)


def ticked(boxes: Context) -> Lines:
    """Return which of the boxes ``ja`` and ``nej`` is ticked; none where they are withheld."""
    return tuple(key for key in ("ja", "nej") if getattr(boxes.get(key), "checked", False))


def names_in(lines: Iterable[str]) -> Lines:
    """Return the names in some lines: ``Karin Friis, Bo Dam og jeg`` holds three."""
    parts = (part for line in lines for part in _BETWEEN.split(line))
    return tuple(name for part in parts if (name := part.strip(" .")))
