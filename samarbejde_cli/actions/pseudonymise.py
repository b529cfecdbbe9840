"""A file of a case with nobody in it: every value replaced by its kind, days moved, texts gone."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from enum import Enum
from typing import Annotated, Any, get_args, get_origin

from samarbejde_cli.actions.pseudonyms import Pseudonyms, relation
from samarbejde_cli.danish.dates import clock
from samarbejde_cli.forms.cpr import Cpr
from samarbejde_cli.forms.model import KEY, FieldInfo, Model
from samarbejde_cli.forms.spellings import SPELLING, WithJsonSchema
from samarbejde_cli.profile.monitoring import NamedIndicator

Tree = Any
Replace = Callable[[Pseudonyms, str], str | None]


def _as_it_is(_: Pseudonyms, text: str) -> str:
    return text


def _gone(_: Pseudonyms, __: str) -> None:
    return None


def _fixed(words: str) -> Replace:
    return lambda _, __: words


def _own(words: str) -> Replace:
    """Return what writes words with a number, so that no two texts of a case are alike."""
    return lambda people, _: people.numbered(words)


def _law(_: Pseudonyms, text: str) -> str | None:
    return ", ".join(re.findall(r"§§? ?\d+(?: ?[a-z])?\b", text)) or None


def _length(_: Pseudonyms, text: str) -> str:
    usual = re.fullmatch(r"\d{1,2} (?:dage|uger|måneder|måned|år)", text.strip())
    return text if usual else "Aftales"


def _street(people: Pseudonyms, _: str) -> str:
    return f"Eksempelvej {people.shared.draw.random.randint(100, 999)}"


def _mail(people: Pseudonyms, _: str) -> str:
    return f"person{people.shared.draw.random.randrange(10**6)}@eksempel.example"


def _phone(people: Pseudonyms, _: str) -> str:
    return people.shared.draw.digits("70 10 ## ##")


def _hexadecimal(people: Pseudonyms, text: str) -> str:
    return people.shared.draw.fingerprint(len(text))


_NAME: Replace = Pseudonyms.name
_BY_SPELLING: Mapping[str, Replace] = {
    "medarbejder": _NAME,
    "person": _NAME,
    "ansvarlig": _NAME,
    **dict.fromkeys(("afdeling", "sted"), lambda people, text: people.shared.place(text)),
    "lokale": lambda people, text: people.shared.room(text),
    "telefon": _phone,
    "email": _mail,
    "postnummer": _fixed("9999"),
    **dict.fromkeys(("profil", "udsagn", "gruppe", "udelukkelse", "regel", "papir"), _as_it_is),
}
"""By the spelling of a field what comes in the place of its text."""
_BY_KEY: Mapping[str, Replace] = {
    **dict.fromkeys(("navn", "hvem", "koordinator", "tidligere_koordinator", "person"), _NAME),
    **dict.fromkeys(("modtager", "kaldes"), _NAME),
    **dict.fromkeys(("nummer", "tidligere_nummer"), lambda people, x: people.shared.number(x)),
    **dict.fromkeys(("papir", "rolle", "kanal", "skabelon", "program", "mangler"), _as_it_is),
    **dict.fromkeys(("sha256", "skabelon_sha256", "data_sha256"), _hexadecimal),
    **dict.fromkeys(("mål", "delmål", "overordnet_mål"), _own("Jeg skal nå mål")),
    "handlinger": _own("Jeg gør det, vi har aftalt i punkt"),
    "ønsker": _own("Jeg vil gerne tale om emne"),
    "den_unges_holdning": _own("Jeg har sagt min mening i punkt"),
    "efter_tilbuddet": _own("Jeg skal videre efter aftale"),
    "afdeling": lambda people, text: people.shared.place(text),
    "sted": lambda people, text: people.shared.room(text),
    "skole": lambda people, text: people.shared.school(text),
    "relation": lambda _, text: relation(text),
    "adresse": _street,
    "by": _fixed("Byen"),
    "sprog": _fixed("Et andet sprog"),
    "tolk": _fixed("En tolk"),
    "titel": _fixed("Medarbejder"),
    "henvist_af": _fixed("En henviser"),
    "paragraf": _law,
    "varighed": _length,
    "indkalder": _mail,
    **dict.fromkeys(("commit", "læst_fra", "aftryk"), _gone),
    "fil": _own("papir"),
}
"""By the key of a field; all other text becomes ``Tekst 3``."""
_TEXT = _own("Tekst")


def pseudonymised(value: Model, people: Pseudonyms) -> Tree:
    """Return a file as a tree of texts, with nobody in it and without its key."""
    found = {}
    for name, info in value.model_fields.items():
        held, key = getattr(value, name), info.alias or name
        if key == KEY or held is None or held == [] or _is_default(info, held):
            continue
        found[key] = (
            people.shared.indicator(held)
            if isinstance(value, NamedIndicator) and name == "name"
            else _value(held, key, _spelling(info.annotation), people)
        )
    return {key: each for key, each in found.items() if each is not None and each != {}}


def _is_default(info: FieldInfo, held: object) -> bool:
    return not info.is_required() and not isinstance(held, Model) and held == info.get_default()


def _value(held: Any, key: str, spelling: str, people: Pseudonyms) -> Tree:
    if isinstance(held, Model):
        return pseudonymised(held, people)
    if isinstance(held, list):
        return [_value(each, key, spelling, people) for each in held]
    if isinstance(held, str) and not isinstance(held, Enum | Cpr):
        return _replaced(held, key, spelling, people)
    return _plain(held, people)


def _plain(held: Any, people: Pseudonyms) -> Tree:
    """Return a day, a number, a word of a list or an answer as a file has it."""
    match held:
        case Cpr():
            return people.cpr(str(held), held.born)
        case Enum():
            return held.value
        case datetime():
            return (held - people.shift).isoformat(timespec="seconds").removesuffix(":00")
        case date():
            return (held - people.shift).isoformat()
        case time():
            return clock(held)
    return {True: "ja", False: "nej"}[held] if isinstance(held, bool) else str(held)


def _replaced(text: str, key: str, spelling: str, people: Pseudonyms) -> str | None:
    replace = _BY_SPELLING.get(spelling) or _BY_KEY.get(key) or _TEXT
    return replace(people, text)


def _spelling(annotation: Any) -> str:
    """Return the name of the spelling that a field's type has; empty when it has none."""
    if get_origin(annotation) is Annotated:
        extras = (x for x in get_args(annotation) if isinstance(x, WithJsonSchema))
        named = [str(x.schema[SPELLING]) for x in extras if SPELLING in x.schema]
        if named:
            return named[-1]
    return next(filter(None, map(_spelling, get_args(annotation))), "")
