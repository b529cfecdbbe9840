"""Whole items of lists as a user writes them: what the list is called, and its fields in words."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.case_route import KINDS, ROUND, CaseRoute, parse
from samarbejde_cli.case.consent import Consent
from samarbejde_cli.case.field_value import (
    PEOPLE,
    field_value,
    is_word_of,
    items_understood,
    understood,
)
from samarbejde_cli.case.proposals import companions, proposal
from samarbejde_cli.case.signed import shown_on
from samarbejde_cli.danish.dates import parse_iso
from samarbejde_cli.danish.text import closest, closest_value, did_you_mean, listed
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.forms.model import folded
from samarbejde_cli.forms.outline import fields_of, is_group, item_type, type_at, walk
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.source.line_load import Tree

_IRREGULAR = {"forælder": "forældre", "copy": "copies", "handling": "handlinger"}
_PAIR = lazy_pattern(r"(?P<key>[\w-]+)=(?P<value>.*)", re.DOTALL)
_ALWAYS = ("fra_runde",)
"""Fields of an item that are filled in with what is proposed when the user does not."""


def list_named(case: Case, word: str) -> CaseRoute:
    """Return the list that a word means: its route, its key in Danish or English, or one of them.

    Raises ``WrongUseError`` when several or none are called so.
    """
    if "." in word or "[" in word:
        found = [at for at in parse(case, word) if at.item is not None]
        if len(found) != 1:
            raise WrongUseError(f"{word} er ikke en liste.", _advice(case))
        return found[0]
    wanted = folded(_IRREGULAR.get(word.casefold(), word))
    lists = _lists(case)
    for fits in (_is_same, _begins):
        near = list(dict.fromkeys(at for name, at in lists if fits(folded(name), wanted)))
        if len(near) == 1:
            return near[0]
        if near:
            raise WrongUseError(
                f"Flere lister hedder {word}.",
                f"Vælg {listed([each.text(case) for each in near], 'eller')}.",
            )
    names = [name for name, _ in lists]
    hint = did_you_mean(closest(word, names)) or _advice(case)
    raise WrongUseError(f"{word} er ikke noget, der kan føjes til en sag.", hint)


def _is_same(name: str, wanted: str) -> bool:
    return name == wanted


def _begins(name: str, wanted: str) -> bool:
    return name.startswith(wanted)


def _advice(case: Case) -> str:
    groups = (at for name, at in _lists(case) if fields_of(at.item))
    names = dict.fromkeys(at.text(case) for at in groups)
    return f"Listerne er {listed(list(names))}."


def _lists(case: Case) -> list[tuple[str, CaseRoute]]:
    """Return every list of the case that is not inside another, by its Danish and English name."""
    found = []
    for file, kind in KINDS.items():
        stem = case.round_key if file == ROUND else file
        for route, field in walk(kind):
            if item_type(field.annotation) is not None and "[]" not in route:
                at = CaseRoute(stem, route)
                parent = type_at(kind, route[:-1])
                english = next(
                    name
                    for name, each in parent.model_fields.items()
                    if (each.alias or name) == route[-1]
                )
                found += [(str(route[-1]), at), (english, at)]
    return found


def item_from_words(
    case: Case, profile: Profile, at: CaseRoute, words: Sequence[str], today: date
) -> list[Tree]:
    """Return the items that a user's words make: ``FELT=VÆRDI``, or values in the fields' order.

    Where an item has one field that must be filled in, each word without a field is an item.
    Raises ``WrongUseError`` when a field is not known, its value is wrong, or one is missing.
    """
    if not words:
        raise WrongUseError(f"Der mangler noget at tilføje til {at.text(case)}.", fields_hint(at))
    if not is_group(at.kind):
        return list(items_understood(case, profile, at, words, today))
    named, loose = _sorted(at, words)
    required = [key for key, field in fields_of(at.item).items() if field.is_required()]
    alone = required[0] if required else next(iter(fields_of(at.item)))
    if len(required) <= 1 and len(loose) > 1:
        rows: list[dict[str, str | list[str]]] = [{alone: word, **named} for word in loose]
    else:
        order = [key for key in (required or [alone]) if key not in named]
        if len(loose) > len(order):
            raise WrongUseError(f"`{loose[len(order)]}` hører ikke til et felt.", fields_hint(at))
        choices = _choices(case, profile, at, order)
        rows = [{**_in_order(order, loose, choices), **named}]
        if missing := next((key for key in choices if key not in rows[0]), None):
            raise WrongUseError(
                f"Der mangler `{missing}`.",
                f"Skriv {'først ' if missing == required[0] else ''}{' og så '.join(required)}. "
                f"{missing.capitalize()} er {listed(list(choices[missing]), 'eller')}.",
            )
    return [item_of(case, profile, at, row, today) for row in rows]


def _choices(
    case: Case, profile: Profile, at: CaseRoute, keys: Sequence[str]
) -> dict[str, Mapping[str, str]]:
    """Return those of some fields that hold one of some words, with the words."""
    number = len(at.value(case) or [])
    found = {key: field_value(case, profile, at.below(number, key)) for key in keys}
    return {key: each.words for key, each in found.items() if each.is_closed}


def _in_order(
    order: Sequence[str], words: Sequence[str], choices: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    """Return words by their fields: in order, except where only another can be the choice.

    With a word too few, a field of choices that none of the words is meant for gets none.
    """
    left, row = list(words), dict[str, str]()
    for key, known in choices.items():
        at = order.index(key)
        fits = [word for word in left if is_word_of(known, word)]
        meant = fits or [word for word in left[at : at + 1] if closest_value(word, known)]
        if meant and not (at < len(words) and words[at] in fits):
            row[key] = meant[0]
            left.remove(meant[0])
        elif meant:
            row[key] = words[at]
            left.remove(words[at])
        elif len(words) == len(order):
            return dict(zip(order, words, strict=True))
    others = [key for key in order if key not in choices]
    return row | dict(zip(others, left, strict=False))


def _sorted(at: CaseRoute, words: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """Return the words that name a field, by its key, and the others."""
    keys = {folded(key): key for key in fields_of(at.item)}
    named, loose = {}, []
    for word in words:
        found = _PAIR.fullmatch(word)
        if found is None:
            loose.append(word)
        elif folded(found["key"]) in keys:
            named[keys[folded(found["key"])]] = found["value"]
        else:
            meant = closest(found["key"], keys.values())
            raise WrongUseError(
                f"{found['key']} er ikke et felt her.", did_you_mean(meant) or fields_hint(at)
            )
    return named, loose


def item_of(
    case: Case, profile: Profile, at: CaseRoute, row: Mapping[str, str | list[str]], today: date
) -> dict[str, Tree]:
    """Return the item of a list that texts in its fields make, complete as by ``completed``."""
    number, item = len(at.value(case) or []), dict[str, Tree]()
    for key, text in row.items():
        place = at.below(number, key)
        if isinstance(text, list):
            item[key] = items_understood(case, profile, place, text, today)
        elif text.strip():
            item[key] = understood(case, profile, place, text, today)
    return completed(case, profile, at, item, today)


def completed(
    case: Case, profile: Profile, at: CaseRoute, item: dict[str, Tree], today: date
) -> dict[str, Tree]:
    """Return an item with what follows from it: what is known of an employee, what is signed.

    Raises ``WrongUseError`` when a field is missing that it cannot be without.
    """
    number, fields = len(at.value(case) or []), fields_of(at.item)
    item = dict(item)
    for key in (each for each in _ALWAYS if each in fields and each not in item):
        item[key] = proposal(case, profile, at.below(number, key), today, item)
    known = companions(profile, at.item, str(item.get("navn") or ""))
    item |= {key: value for key, value in known.items() if key not in item}
    order = sorted(fields, key=lambda key: not fields[key].is_required())
    missing = [f"`{key}`" for key in order if fields[key].is_required() and key not in item]
    if missing:
        raise WrongUseError(f"Der mangler {listed(missing)}.", fields_hint(at))
    if at.root is Consent and at.route == ("underskrifter",) and case.files[at.stem].value:
        day = parse_iso(str(item["dato"]))
        item.setdefault("omfatter", [*shown_on(case, day or today)])
    return {key: item[key] for key in order if item.get(key)}


def fields_hint(at: CaseRoute) -> str:
    """Return which fields an item has, those first that must be filled in."""
    fields = fields_of(at.item)
    if not fields:
        return "Skriv hver linje i anførselstegn."
    must = [key for key, field in fields.items() if field.is_required()]
    may = [f"{key}=…" for key in fields if key not in must]
    needed = " ".join(f"{key}=…" for key in must)
    return f"Skriv {needed}{' og måske ' if must and may else ''}{' '.join(may)}".strip() + "."


def _known_by(case: Case, profile: Profile, at: CaseRoute) -> str:
    """Return the first field that a group cannot be without; else its first, a name or a day."""
    fields = fields_of(at.kind)
    required = [key for key, field in fields.items() if field.is_required()]
    first = next(iter(required or fields))
    if required or field_value(case, profile, at.below(first)).type in (*PEOPLE, "dag"):
        return first
    name = at.text(case)
    raise WrongUseError(
        f"{name} har flere felter.",
        f"Skriv hvilket: {listed([f'{name}.{key}=…' for key in fields][:4], 'eller')} …",
    )


def with_known(
    case: Case, profile: Profile, at: CaseRoute, text: str, today: date
) -> dict[str, Tree]:
    """Return the field that a group is known by with a value, and what follows from it.

    Beside an employee's name stands what the settings know, beside another value what is proposed
    for the fields that the group cannot be without. Raises ``WrongUseError`` for a group of
    questions, which is known by none of its fields.
    """
    fields = fields_of(at.kind)
    first = _known_by(case, profile, at)
    value = understood(case, profile, at.below(first), text, today)
    group: dict[str, Tree] = {first: value}
    if isinstance(value, str):
        group |= companions(profile, at.kind, value)
    for key, field in fields.items():
        if field.is_required() and key not in group:
            group[key] = proposal(case, profile, at.below(key), today, group)
    return {key: each for key, each in group.items() if each}
