"""How like two Danish words are, and whether one says the opposite of the other.

A spelling mistake may be pointed out; a negation, an opposite or a word more is no mistake.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher, get_close_matches
from itertools import product
from typing import Final

from samarbejde_cli.lazy import lazy_pattern

_NEGATIONS: Final = frozenset(
    (
        "ikke", "ingen", "intet", "uden", "ej", "aldrig", "nej", "næppe", "hverken", "kun",
        "undtagen", "tidligere", "forrige", "not", "no", "none", "without",
    )
)  # fmt: skip
_PREFIXES: Final = (
    "ikke", "ingen", "intet", "uden", "under", "over", "imod", "mod", "med", "mis", "gen",
    "ind", "ud", "op", "ned", "til", "fra", "for", "før", "efter", "af", "an", "be", "på",
    "u", "un", "",
)  # fmt: skip
_ENDINGS: Final = ("ikke", "løst", "løse", "løs", "fri", "frit")
_OPPOSITES: Final = (
    ("start", "slut"), ("begynd", "slut"), ("første", "sidste"), ("næste", "sidste"),
    ("næste", "forrige"), ("næste", "første"), ("tidligst", "senest"), ("mindst", "højst"),
    ("mindst", "mest"), ("lav", "høj"), ("før", "efter"), ("fra", "til"), ("med", "uden"),
    ("ja", "nej"), ("mor", "far"), ("søster", "bror"), ("søn", "datter"), ("moster", "faster"),
    ("unge", "voksne"), ("ung", "voksen"), ("barn", "voksen"), ("barn", "ung"), ("børn", "unge"),
    ("tilby", "afvi"), ("åben", "lukket"), ("holdt", "aflyst"), ("fuld", "delvis"),
    ("tidligere", "ny"), ("gammel", "ny"), ("intern", "ekstern"), ("mand", "kvinde"),
    ("positiv", "negativ"), ("god", "dårlig"), ("flere", "færre"), ("mere", "mindre"),
    ("alle", "ingen"), ("fysisk", "psykisk"), ("dag", "nat"), ("sommer", "vinter"),
)  # fmt: skip
_SPELLINGS: Final = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ö": "oe", "ä": "ae", "ü": "u"}
)
_GRAMMAR: Final = ("erne", "ene", "en", "et", "er", "ne")
_SEPARATOR = lazy_pattern(r"[\s_\-./,]+")
_GLUED = lazy_pattern(r"\b(?:ikke|ingen|aldrig)|ikke\b")
_SHORT, _STEM, _ALIKE, _NEARLY = 4, 2, 0.84, 0.75


def nearest(word: str, candidates: list[str], cutoff: float = 0.6) -> str | None:
    """Return the candidate that a word is most like, or None when it says something else.

    There is none either when another candidate is near, too, and differs in just such a point.
    """
    near = get_close_matches(word, candidates, n=3, cutoff=cutoff)
    if not near or contradicts(word, near[0]):
        return None
    is_plain = is_misspelling(word, near[0])
    in_doubt = not is_plain and any(contradicts(near[0], other) for other in near[1:])
    return None if in_doubt else near[0]


def contradicts(one: str, other: str) -> bool:
    """Whether one of two like words negates the other or means its opposite."""
    first, second = _words(one), _words(other)
    if "".join(first) == "".join(second):
        return False
    if _negations(first) != _negations(second):
        return True
    if len(first) == len(second):
        pairs = list(zip(first, second, strict=True))
    else:
        pairs = list(product(set(first) - set(second), set(second) - set(first)))
    return any(_opposed(a, b) for a, b in pairs if a != b)


def is_near(written: str, known: str) -> bool:
    """Whether two texts have the same words, allowing for slips in each word."""
    first, second = _words(written), _words(known)
    if "".join(first) == "".join(second):
        return True
    return len(first) == len(second) and all(
        a == b or (_spelled_alike(a, b) and not (a.isdigit() and b.isdigit()))
        for a, b in zip(first, second, strict=True)
    )


def is_misspelling(written: str, known: str) -> bool:
    """Whether a text can only be a known word with a slip of the pen, or another ending."""
    first, second = _spelling(written), _spelling(known)
    if "".join(_words(written)) == "".join(_words(known)) or first == second:
        return True
    if len(second) <= _SHORT or first[:1] != second[:1]:
        return False
    if len(_words(written)) != len(_words(known)) or _digits(written) != _digits(known):
        return False
    is_near = _one_slip(first, second) or _other_ending(first, second)
    return is_near and not contradicts(written, known)


def _words(text: str) -> list[str]:
    return [word for word in _SEPARATOR.split(text.casefold()) if word]


def _negations(words: list[str]) -> tuple[list[str], int]:
    """Return the words that negate, and how many are part of another word."""
    return sorted(each for each in words if each in _NEGATIONS), len(
        _GLUED.findall(" ".join(words))
    )


def _spelling(text: str) -> str:
    return "".join(_words(text)).translate(_SPELLINGS)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _spelled_alike(one: str, other: str) -> bool:
    return _ratio(_spelling(one), _spelling(other)) >= _NEARLY


def _opposed(one: str, other: str) -> bool:
    like = _ratio(one, other)
    forms = (*_swapped(one, other), *_without_prefixes(one, other), *_without_ending(one, other))
    return any(_ratio(a, b) > max(like, _ALIKE) for a, b in forms)


def _swapped(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs to compare if one text says the opposite."""
    for pair in _OPPOSITES:
        for word, opposite in (pair, pair[::-1]):
            if opposite in other:
                for found in re.finditer(word, one):
                    yield one[: found.start()] + opposite + one[found.end() :], other


def _without_prefixes(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Yield the stems that differ in their prefixes, as ``u-`` and ``til-``."""
    for prefix in _PREFIXES:
        for another in _PREFIXES:
            if prefix != another and one.startswith(prefix) and other.startswith(another):
                stems = one[len(prefix) :], other[len(another) :]
                if min(map(len, stems)) >= _STEM:
                    yield stems


def _without_ending(one: str, other: str) -> Iterator[tuple[str, str]]:
    for ending in _ENDINGS:
        if one.endswith(ending) != other.endswith(ending):
            yield one.removesuffix(ending), other.removesuffix(ending)


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter is missing, too much, another, or two have changed places."""
    start = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    a, b = one[start:], other[start:]
    if len(a) == len(b) and a[1:] == b[1:]:
        return bool(a[1:]) or {a, b} == {"t", "d"}  # tilbydes, tilbydet: another ending
    return a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _other_ending(one: str, other: str) -> bool:
    """Whether a noun is in another form: ``køreplanen`` for ``køreplan``."""
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter) and longer[len(shorter) :] in _GRAMMAR
