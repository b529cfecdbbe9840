"""Information that must be withheld from others, and where the case's files mention it.

The consent names what must not be exchanged in the youth's own words. A sentence mentions it when
it has the words that carry the meaning, in any case and with any Danish ending: ``sygdom`` is found
in ``sygdommen`` and ``sygdomsforløb``. Of several such words, half are enough. A relation or name
that only says who somebody is, as ``moster``, tells nothing of what the youth said about them.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from samarbejde_cli import codes
from samarbejde_cli.case.case import ROUNDS, Case
from samarbejde_cli.case.people import Contact
from samarbejde_cli.case.whereabouts import places_of
from samarbejde_cli.danish.text import casefolded, words_of
from samarbejde_cli.danish.words import KINSHIP
from samarbejde_cli.findings import Finding, Location, Route
from samarbejde_cli.forms.model import Model
from samarbejde_cli.lazy import frozen, lazy_pattern

_SENTENCE = lazy_pattern(r"(?<=[.!?:;])\s+|\n+")
_PART = lazy_pattern(r"[,;.]")
_ENDINGS = ("ernes", "erne", "enes", "ene", "ens", "ets", "ers", "er", "en", "et", "es", "ne", "e",
            "s")  # fmt: skip
_ENDING = f"(?:{'|'.join(_ENDINGS)})?"
_BETWEEN = r"[\W_]*(?:(?:nr|no|nummer)[\W_]*)?"
"""What people write between a road and its number."""
_DIVIDED = "[-\u00ad\u200b\u2010\u2011]*"
_SHORTEST, _PREFIX, _INNER = 3, 5, 7
"""The least number of letters of a stem; from five it begins longer words; from seven it is found
within them too."""
_SMALL_WORDS = """
    al alle alt altid anden andet andre at af aldrig begge blev blive bliver både da de dem den
    denne der deres det dette dig din dine dit du efter eller en end er et for forhold fortalt
    fortælle fortæller fra få får gang gør gøre ham han handler har have havde hele helst hende
    hendes her hjemme hos hun hvad hvem hver hvilken hvilket hvor hvordan hvorfor i ikke imod ind
    ingen ingenting inden indtil jeg jer jeres kan kom komme kommer kun lige lov lover man med
    mellem men mens mere mig min mine mit må måtte ned noget nogen nogle nok nu når og også om
    omkring op oplysning oplysninger oplysningerne os over på sag sagde sagen sager samt selv sig
    sige siger sin sine sit skal skete sket ske sker skulle som stadig så sådan taler tale talt
    talte talerne ting tingene til tror ud uden under var ved vi vide vil ville vores være været
"""
_EMPTY = frozenset(_SMALL_WORDS.split())
"""Words that carry no meaning of their own."""


_FREE_IN_RECORD = (("andre_møder",), ("ung", "skole"))
"""Where the record has sentences that papers print; the rest is names and our own notes."""
_IN_WORDS: dict[Route, str] = {
    ("relation",): "Relationen",
    ("titel",): "Titlen",
    ("arbejdssted",): "Arbejdsstedet",
}
"""What a finding calls the text at the end of a route, when it is no sentence."""


_KIN = KINSHIP | {f"{word}s" for word in KINSHIP}
"""Kin, and whose kin they are."""


@frozen
class Hit:
    """A sentence in the case's files with withheld information, and the line that forbids it."""

    sentence: str
    location: Location
    named: str
    source: Location


def finding_of(hit: Hit) -> Finding:
    """Return the finding that a sentence says what the consent keeps back."""
    where = _IN_WORDS.get(hit.location.route[-1:], "Sætningen")
    related = (("det må ikke udveksles, står der her", hit.source),)
    facts = {"nævnt": hit.named, "stedet": where}
    return Finding(codes.MUST_NOT_BE_EXCHANGED, hit.location, facts, related)


def withheld_sentences(case: Case, *, everywhere: bool = False) -> list[Hit]:
    """Return every sentence of plan, team and round with information that the consent withholds.

    ``everywhere`` also looks in the other rounds and the record, as papers print of these too.
    """
    stems_of_files = _printed(case) if everywhere else _written(case)
    raw = _raw(case, stems_of_files) if case.consent.forbidden else ""
    entries = [
        (text, case.location("samtykke", "må_ikke_udveksles", index), stems)
        for index, text in enumerate(case.consent.forbidden)
        for stems in stem_groups(text)
        if "\\" in raw or _found(raw, stems) >= _enough(stems)
    ]
    return [
        Hit(sentence, location, text, source)
        for sentence, location in (_sentences(case, stems_of_files) if entries else ())
        for text, source, stems in entries
        if mentions(sentence, stems)
    ]


def addresses(case: Case) -> list[Hit]:
    """Return every text that papers may print with somebody's protected address."""
    protected = list(protected_roads(case))
    return [
        Hit(text, location, "", source)
        for text, location in (_texts_of(case, _printed(case)) if protected else ())
        for road, source in protected
        if road.search(text.casefold())
    ]


def protected_roads(case: Case) -> Iterator[tuple[re.Pattern[str], Location]]:
    """Yield a pattern for each protected road and number, however written, with its location."""
    for contact, stem, route in _contacts(case):
        if not contact.protected_address:
            continue
        for words in filter(None, map(words_of, places_of(contact.address or ""))):
            location = case.location(stem, *route, "adresse")
            yield re.compile(_BETWEEN.join(map(_split, words)) + r"(?!\d)"), location


def _split(word: str) -> str:
    """Return a pattern for a word, also where it is divided at the end of a line."""
    return _DIVIDED.join(word)


def plain(text: str) -> str:
    """Return the letters and digits of a text, small and without anything between."""
    return "".join(words_of(text))


def stem_groups(text: str) -> list[tuple[str, ...]]:
    """Return the stems that carry the meaning of a text, for each part between commas."""
    parts = [tuple(stem(word) for word in words_of(part) if word not in _EMPTY)
             for part in _PART.split(text)]  # fmt: skip
    return [part for part in parts if part]


def mentions(sentence: str, stems: tuple[str, ...]) -> bool:
    """Whether a sentence has the meaning of some stems: both of two, or half of more."""
    enough = _enough(stems)
    if _found(sentence.casefold(), stems) < enough:  # a word that matches has the stem in it
        return False
    words = words_of(sentence)
    return sum(any(_pattern(x).fullmatch(word) for word in words) for x in set(stems)) >= enough


def says_withheld(case: Case, text: str) -> bool:
    """Whether a sentence of a text has information that the consent withholds."""
    groups = [stems for each in case.consent.forbidden for stems in stem_groups(each)]
    return any(mentions(each, stems) for each in _SENTENCE.split(text) for stems in groups)


def _enough(stems: tuple[str, ...]) -> int:
    number = len(set(stems))
    return max(min(number, 2), (number + 1) // 2)


def _found(text: str, stems: tuple[str, ...]) -> int:
    return sum(each in text for each in set(stems))


def _written(case: Case) -> tuple[str, ...]:
    return ("plan", "team", case.round_key)


def _printed(case: Case) -> tuple[str, ...]:
    """Return the names of the files of which papers print texts: of the record, what is free."""
    rounds = (each for each in case.files if each.startswith(ROUNDS))
    return tuple(dict.fromkeys((*_written(case), *rounds, "sag")))


def _raw(case: Case, names: Iterable[str]) -> str:
    """Return the files as they are written: a stem that they lack, no text of theirs can have."""
    return "\n".join(casefolded(case.files[x].source.text) for x in names if x in case.files)


def stem(word: str) -> str:
    """Return a word without its Danish ending: ``diagnoserne`` and ``diagnose`` are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word.removesuffix(ending)
            break
    doubled = len(word) > _SHORTEST and word[-1] == word[-2]
    return word[:-1] if doubled else word


@lru_cache(maxsize=1024)
def _pattern(stem: str) -> re.Pattern[str]:
    if len(stem) >= _INNER:
        return re.compile(f".*{stem}.*")
    if len(stem) >= _PREFIX:
        return re.compile(f"{stem}.*")
    return re.compile(f"{stem}{stem[-1]}?{_ENDING}")


def _sentences(case: Case, names: Iterable[str]) -> Iterator[tuple[str, Location]]:
    for text, location in _texts_of(case, names):
        for sentence in _SENTENCE.split(text):
            yield sentence, location


def _texts_of(case: Case, names: Iterable[str]) -> Iterator[tuple[str, Location]]:
    """Yield the texts that somebody wrote, each with its place; a broken file has none."""
    for name in names:
        file = case.files.get(name)
        for route, text in _texts(file.value if file else None, ()):
            is_free = name != "sag" or any(route[: len(x)] == x for x in _FREE_IN_RECORD)
            if is_free and not _is_kinship(route, text):
                yield text, case.location(name, *route)


def _is_kinship(route: Route, text: str) -> bool:
    """Whether a text says who somebody is, and nothing else: ``Min moster``, ``mors søster``."""
    words = set(words_of(text)) - _EMPTY
    return route[-1] in ("relation", "navn") and bool(words) and words <= _KIN


def _texts(value: object, route: Route) -> Iterator[tuple[Route, str]]:
    if type(value) is str:  # a choice is a word of the form, not somebody's text
        yield route, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*route, index))
    elif isinstance(value, Model):
        for name, field in type(value).model_fields.items():
            yield from _texts(getattr(value, name), (*route, field.alias or name))


def _contacts(case: Case) -> Iterator[tuple[Contact, str, Route]]:
    """Yield everybody who may have an address, each with their file and their place in it."""
    yield case.record.youth, "sag", ("ung",)
    for index, parent in enumerate(case.record.parents):
        yield parent, "sag", ("forældre", index)
    for index, member in enumerate(case.team.members):
        yield member, "team", ("personer", index)
