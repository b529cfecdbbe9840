"""The changes of a case in sentences: who, when, and what from what to what."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from samarbejde_cli.actions.changes import CaseChange, ChangedFile, is_only_added_to
from samarbejde_cli.danish.dates import clock, long_date
from samarbejde_cli.danish.text import counted
from samarbejde_cli.report.field_words import (
    field_words,
    file_words,
    item_words,
    list_words,
    round_words,
    value_words,
)
from samarbejde_cli.report.folded import folded
from samarbejde_cli.report.json_text import versioned
from samarbejde_cli.source.tree_changes import TreeChange

NONE = "Git har ingen ændringer i sagen."


def as_lines(number: str, found: Sequence[CaseChange]) -> Iterator[str]:
    """Yield every change of a case, folded to the screen."""
    yield f"Sagen {number}\n"
    if not found:
        yield NONE
    for change in found:
        start = f"{moment(change)}: {change.commit.author} "
        yield from (folded(f"{start}{what}.") for what in deeds(change))


def moment(change: CaseChange) -> str:
    """Return when a change was made, by the clock of the one who made it."""
    at = change.commit.at
    return f"{long_date(at.date())} kl. {clock(at.time())}"


def deeds(change: CaseChange) -> Iterator[str]:
    """Yield what somebody did in one commit, each to follow the name: ``skrev mødets dato: …``."""
    if change.former:
        yield f"gav sagen nummeret {change.number} i stedet for {change.former}"
    new = [each for each in change.files if each.is_new]
    if any(each.stem == "sag" for each in new) and not change.former:
        yield "oprettede sagen"
        new = []
    yield from (f"oprettede {file_words(each.stem)}" for each in new)
    gone = [each.stem for each in change.files if each.is_gone]
    if "sag" in gone and len(gone) == len(change.files):
        yield "slettede sagen"
        return
    for file in change.files:
        if file.is_gone:
            yield f"slettede {file_words(file.stem)}"
        elif file.is_broken:
            yield f"gemte {file_words(file.stem)} med fejl, så den ikke kunne læses"
        elif not file.is_new:
            yield from _deeds_in(file)


def _deeds_in(file: ChangedFile) -> Iterator[str]:
    if not file.values:
        yield f"rettede kommentarer eller opsætning i {file_words(file.stem)}"
    values = list(file.values)
    if is_only_added_to(file.stem):
        added = Counter(each.before is None for each in values)[True]
        values = [each for each in values if each.before is not None]
        if added:
            yield f"føjede {counted(added, 'linje', 'linjer')} til {file_words(file.stem)}"
    yield from (f"{deed(each, file)}{round_words(file.stem)}" for each in values)


def deed(change: TreeChange, file: ChangedFile) -> str:
    """Return what was done to one value."""
    before, after = file.trees
    route = change.route
    if route and isinstance(route[-1], int) and None in (change.before, change.after):
        if change.before is None:
            where = list_words(route[:-1], after)
            return f"føjede {item_words(change.after, route[:-1])} til {where}"
        where = list_words(route[:-1], before)
        return f"fjernede {item_words(change.before, route[:-1])} fra {where}"
    if not route:
        return f"skrev hele {file_words(file.stem)} om"
    if change.before is None:
        return f"skrev {field_words(route, after)}: {value_words(change.after) or 'tomt'}"
    if change.after is None:
        held = value_words(change.before)
        return f"slettede {field_words(route, before)} (der stod {held})"
    old, new = value_words(change.before), value_words(change.after)
    return f"ændrede {field_words(route, after)} fra {old} til {new}"


def as_json(number: str, found: Sequence[CaseChange]) -> dict[str, Any]:
    """Return the documented, versioned shape of ``history --changes --format json``."""
    return versioned(case=number, changes=[_entry(each) for each in found])


def _entry(change: CaseChange) -> dict[str, Any]:
    return {
        "at": change.commit.at.isoformat(),
        "by": change.commit.author,
        "commit": change.commit.name,
        "number": change.number,
        "former_number": change.former or None,
        "text": list(deeds(change)),
        "files": [
            {
                "file": each.stem,
                "new": each.is_new,
                "deleted": each.is_gone,
                "broken": each.is_broken,
                "values": [
                    {"route": list(one.route), "before": one.before, "after": one.after}
                    for one in each.values
                ],
            }
            for each in change.files
        ],
    }
