"""Whom a word means, as people say and write it: ``Anne H.``, ``Holm``, ``mor``."""

from collections.abc import Collection, Iterator, Sequence

from samarbejde_cli.case.case import Case


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
