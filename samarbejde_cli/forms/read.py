"""Read a tree of raw text into a model; every mistake becomes a finding, all of them at once."""

import re
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from samarbejde_cli import codes
from samarbejde_cli.danish.text import closest, closest_value, did_you_mean, listed
from samarbejde_cli.findings import Finding, Location, Route
from samarbejde_cli.forms.outline import field_at, fields_of, item_type, type_at
from samarbejde_cli.forms.reading import Mistake, reader_of
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.routes import route_text
from samarbejde_cli.source.read import Source

T = TypeVar("T")

_SHAPES = {
    "group": "felter med navn og værdi (som `navn: Silje`)",
    "list": "en liste, hvor hver linje begynder med en streg (`- `)",
    "text": "en tekst",
    "value": "én værdi",
}
_NULL = lazy_pattern(r"\bnull\b", re.IGNORECASE)
_ABOUT_NULL = 'Uden anførselstegn betyder null, at der ikke står noget; et navn skrives "Null".'
_CODES = {
    "dato": codes.DATE,
    "klokkeslæt": codes.CLOCK_TIME,
    "ja_nej": codes.YES_NO,
    "cpr_form": codes.CPR_FORM,
    "cpr_dato": codes.CPR_DATE,
    "tal": codes.NUMBER,
    "telefon": codes.TELEPHONE,
    "email": codes.EMAIL,
    "postnummer": codes.POST_CODE,
}

_PROPOSALS = 100
"""In how many mistakes of a file the word that was meant is looked for: that takes time."""


def load(kind: type[T], source: Source) -> tuple[T | None, list[Finding]]:
    """Return the file as a value of ``kind`` with all findings; None when it cannot be one."""
    if source.data is None:
        return None, list(source.findings)
    value, findings = load_tree(kind, source.data, source)
    return value, [*source.findings, *findings]


def load_tree(kind: type[T], tree: object, source: Source) -> tuple[T | None, list[Finding]]:
    """Return a tree as a value of ``kind``; findings point into ``source``."""
    mistakes: list[Mistake] = []
    value = reader_of(kind)(tree, mistakes)
    if not mistakes:
        return value, []
    mistakes.reverse()  # so that each is gone when it is told: there may be very many
    return None, [
        _finding(kind, mistakes.pop(), source, propose=number < _PROPOSALS)
        for number in range(len(mistakes))
    ]


def without_empty(tree: object) -> object:
    """Return the tree without empty keys: an empty field is a field not filled in."""
    if isinstance(tree, dict):
        return {
            key: value if isinstance(value, str) else without_empty(value)
            for key, value in tree.items()
            if value is not None
        }
    if isinstance(tree, list):
        return [value if isinstance(value, str) else without_empty(value) for value in tree]
    return tree


def _finding(kind: Any, mistake: Mistake, source: Source, *, propose: bool) -> Finding:
    route, problem = mistake.route, mistake.kind
    facts = {"felt": route_text(route), **mistake.facts}
    if problem == "unknown":
        return _unknown_key(kind, route, source, propose=propose)
    if problem == "missing" or mistake.value is None:
        return _missing(kind, route, source)
    if problem == "word":
        return _unknown_word(kind, route, str(mistake.value), source, propose=propose)
    if problem in _SHAPES:
        facts |= {"ventet": _SHAPES[problem], "fundet": _shape_of(mistake.value)}
        return Finding(codes.WRONG_SHAPE, Location(source.path, route), facts)
    if problem in _CODES:
        return Finding(_CODES[problem], Location(source.path, route), _with_suggestion(facts))
    facts |= {"værdi": str(mistake.value), "om": _about(kind, route)}
    return Finding(codes.OUT_OF_BOUNDS, Location(source.path, route), facts)


def choices(kind: Any, finding: Finding) -> list[str]:
    """Return the keys or the words that an unknown one (SAM101, SAM104) can be meant as."""
    route = finding.location.route
    if finding.code == codes.UNKNOWN_FIELD:
        return list(fields_of(type_at(kind, route[:-1])))
    return _words(kind, route)


def _with_suggestion(facts: dict[str, str]) -> dict[str, str]:
    if facts.get("forslag"):
        facts["hjælp"] = f"Skriv {facts['forslag']}."
    return facts


def _unknown_key(kind: Any, route: Route, source: Source, *, propose: bool) -> Finding:
    group = type_at(kind, route[:-1])
    meant = closest(str(route[-1]), fields_of(group)) if propose else None
    help_text = did_you_mean(meant) or _may_stand_in(group)
    facts = {"felt": str(route[-1]), "forslag": meant or "", "hjælp": help_text}
    return Finding(codes.UNKNOWN_FIELD, Location(source.path, route, on_key=True), facts)


@cache
def _may_stand_in(group: Any) -> str:
    return f"Her kan stå: {listed(list(fields_of(group)), 'eller')}."


def _missing(kind: Any, route: Route, source: Source) -> Finding:
    help_text = "Udfyld det, eller slet linjen, hvis den ikke skal bruges."
    if about := _about(kind, route):
        help_text += f" Her skal stå: {about}."
    location = Location(source.path, route, on_key=True)
    if _NULL.search(source.line(source.locate(location).line)):
        help_text += f" {_ABOUT_NULL}"
    return Finding(codes.MISSING_FIELD, location, {"felt": route_text(route), "hjælp": help_text})


def _unknown_word(kind: Any, route: Route, value: str, source: Source, *, propose: bool) -> Finding:
    words = _words(kind, route)
    meant = closest_value(value, words) if propose else None
    help_text = did_you_mean(meant) or f"Vælg mellem: {listed(words, 'eller')}."
    facts = {"felt": route_text(route), "værdi": value, "forslag": meant or "", "hjælp": help_text}
    return Finding(codes.UNKNOWN_WORD, Location(source.path, route), facts)


def _words(kind: Any, route: Route) -> list[str]:
    found = type_at(kind, route)
    found = item_type(found) or found
    is_choice = isinstance(found, type) and issubclass(found, Enum)
    return [str(member.value) for member in found] if is_choice else []


def _shape_of(value: object) -> str:
    if isinstance(value, dict):
        return "felter med navn og værdi"
    if isinstance(value, list):
        return "en liste"
    return "en tekst"


def _about(kind: Any, route: Route) -> str:
    """Return what a field is for, in the words that its model has for it."""
    field = field_at(kind, route)
    return (field.description or "").rstrip(".") if field else ""
