"""Whom a word means, as people say and write it: ``Anne H.``, ``Holm``, ``mor``."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.text import closest
from samarbejde_cli.lazy import lazy_pattern

_AND = lazy_pattern(r"\s*[,;/&+]\s*|\s+(?:og|samt)\s+", re.IGNORECASE)
"""What stands between the names of several people."""


def names_in(text: str, known: Collection[str]) -> list[str]:
    """Return the names that a text holds: one where it is a known one, else all of them."""
    words = text.casefold().strip()
    if any(name.casefold() == words for name in known):
        return [text.strip()]
    return [part for part in _AND.split(text.strip()) if part]


def with_first_name(names: Collection[str], word: str) -> str | None:
    """Return the only one of some names that begins with a word; None for several or none."""
    wanted = word.casefold()
    found = [name for name in names if name.casefold().split()[:1] == [wanted]]
    return found[0] if len(found) == 1 else None


def nearest_name(names: Iterable[str], word: str) -> str | None:
    """Return the name that is like a word, as a whole or by one of its parts; None for none."""
    by_part = {part: name for name in names for part in (*name.split(), name)}
    return by_part.get(closest(word, by_part) or "")


def people_meant(case: Case, names: Collection[str], words: str) -> list[str]:
    """Return those of some names that a text can mean: whole, by a relation, or by a part."""
    wanted = words.casefold()
    for name in names:
        if name.casefold() == wanted:
            return [name]
    related = [name for name in _related(case, wanted) if name in names]
    parts = wanted.replace(".", " ").split()
    return related or [name for name in names if parts and _begins(name, parts)]


def _related(case: Case, wanted: str) -> Iterator[str]:
    """Yield who has a relation to the youth: ``mor``, ``min mor``."""
    if not wanted or any(case.files[stem].value is None for stem in ("sag", "team")):
        return
    wanted = wanted.removeprefix("min ").removeprefix("mit ").strip()
    parents = ((each.name, each.relation) for each in case.record.parents)
    members = ((each.name, each.relation or "") for each in case.team.members)
    yield from (name for name, relation in (*parents, *members) if relation.casefold() == wanted)


def _begins(name: str, parts: Sequence[str]) -> bool:
    """Whether one word is in a name, or several begin its words in order from the first."""
    whole = name.casefold().split()
    if len(parts) == 1:
        return parts[0] in whole
    rest = iter(whole[1:])
    return whole[:1] == [*parts[:1]] and all(
        any(word.startswith(part) for word in rest) for part in parts[1:]
    )
