"""What was set, added or removed in a case, and what follows from it."""

from collections.abc import Iterable, Iterator
from typing import Any

from samarbejde_cli.actions.edit import Done, Edited
from samarbejde_cli.case.case_route import CaseRoute, is_kept_by_the_program, names_of
from samarbejde_cli.case.references import Reference
from samarbejde_cli.danish.text import counted, shortened
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.findings import Location
from samarbejde_cli.forms.cpr import masked
from samarbejde_cli.forms.outline import fields_of
from samarbejde_cli.report.diff import diff
from samarbejde_cli.report.findings import entry, in_full
from samarbejde_cli.report.folded import folded
from samarbejde_cli.report.json_text import versioned
from samarbejde_cli.source.line_load import Tree

_LINE, _HALF_LINE = 62, 40
"""The most characters of a question, and of a route in it."""
UNCHANGED = "Intet er ændret."


def as_lines(edited: Edited, *, dry_run: bool) -> Iterator[str]:
    """Yield what an edit did or would do, and the findings that it caused."""
    if dry_run:
        yield from (diff(each.source.path, each.source.text, each.text) for each in edited.files)
    else:
        yield from (
            folded(masked(_sentence(edited, each))) for each in edited.done if _is_news(each)
        )
    if not edited.files:
        yield "Det står der allerede, så intet er ændret."
    elif not dry_run:
        names = ", ".join(shown_path(each.source.path) for each in edited.files)
        yield f"Skrevet i {names}."
    yield from _left_behind(edited)
    if edited.caused:
        yield "\nDet giver:\n"
        yield from in_full(edited.caused)


def _left_behind(edited: Edited) -> Iterator[str]:
    """Yield where a name that was changed still stands in a text."""
    places = edited.left_behind
    for name in dict.fromkeys(each.name for each in places):
        found = [each.at for each in places if each.name == name]
        number = counted(len(found), "tekst", "tekster")
        yield folded(f"{name} står stadig i {number}, som ikke er ændret:")
        for at in found:
            source = edited.after.files[at.stem].source
            line = source.locate(Location(source.path, at.route)).line
            yield f"  {shown_path(source.path)}:{line} {at.text(edited.after)}"


def _is_news(done: Done) -> bool:
    return done.before != done.after


def _sentence(edited: Edited, done: Done) -> str:
    name = _item_of(edited, done)
    place = f"{done.at.text(edited.after)} ({name})" if name else done.at.text(edited.after)
    before = _shown(done.at.kind, done.before)
    if done.after is None:
        return _ended(f"{place}: fjernet. Før stod der: {before}")
    return _ended(f"{place}: {_shown(done.at.kind, done.after)}") + (
        f" {_ended(f'Før: {before}')}" if before else ""
    )


def _ended(text: str) -> str:
    return text if text.endswith("…") else f"{text}."


def _item_of(edited: Edited, done: Done) -> str:
    """Return what the item of a list is called whose field was changed; nothing for another."""
    numbers = [at for at, key in enumerate(done.at.route[:-1], 1) if isinstance(key, int)]
    if not numbers:
        return ""
    item = CaseRoute(done.at.stem, done.at.route[: numbers[-1]])
    names = names_of(item.kind, item.value(edited.after))
    return shortened(names[0], _HALF_LINE) if names else ""


def _shown(kind: Any, value: Tree) -> str:
    if isinstance(value, dict):
        fields = fields_of(kind) if kind else {}
        own = (key for key in value if not is_kept_by_the_program(fields.get(key)))
        parts = (f"{key}: {_shown(None, value[key])}" for key in own if value[key])
        return shortened("; ".join(parts), 160)
    if isinstance(value, list):
        return shortened("; ".join(" ".join(names_of(kind, each)) for each in value), 120)
    return shortened(str(value or ""), 80).rstrip(".")


def references(found: Iterable[Reference], edited: Edited) -> Iterator[str]:
    """Yield where what is removed is named otherwise."""
    places = list(found)
    if places:
        number = counted(len(places), "sted", "steder")
        yield f"{places[0].name} står også {number}, som ikke bliver ændret:"
        yield from (f"  {each.at.text(edited.after)}" for each in places)


def question(edited: Edited) -> str:
    """Return the question before something is removed, short enough for one line."""
    found = list(reversed(edited.done))
    if len(found) == 1:
        place = shortened(found[0].at.text(edited.after), _HALF_LINE)
        name = shortened(masked(_name(found[0])), _LINE - len(place))
        return f"Fjern {place}: {name}?" if name else f"Fjern {place}?"
    names = masked("; ".join(filter(None, map(_name, found))))
    return f"Fjern {len(found)} på én gang: {shortened(names, _LINE - 15)}?"


def _name(done: Done) -> str:
    """Return the words by which somebody knows what is removed."""
    kind, value = done.at.kind, done.before
    if isinstance(value, list):
        return "; ".join(" ".join(names_of(done.at.item, each)) for each in value)
    names = names_of(kind, value)
    if not names and isinstance(value, dict):
        names = [key for key, each in value.items() if each]
    return ", ".join(names)


def as_json(edited: Edited, *, dry_run: bool) -> dict[str, Any]:
    """Return the documented, versioned shape of ``set``, ``add`` and ``remove``."""
    return versioned(
        case=edited.number,
        written=bool(edited.files) and not dry_run,
        files=[shown_path(each.source.path) for each in edited.files],
        changes=[
            {
                "file": each.at.stem,
                "route": list(each.at.route),
                "field": each.at.text(edited.after),
                "before": each.before,
                "after": each.after,
            }
            for each in edited.done
        ],
        references=[
            each.at.text(edited.after) for each in (*edited.references, *edited.left_behind)
        ],
        findings=[entry(each) for each in edited.caused],
    )
