"""Print diagnoses: in full with line and caret, one line each, or as JSON."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from shutil import get_terminal_size
from typing import Any, Literal, TypeAlias

from samarbejde_cli.actions.validate import Checked, Part
from samarbejde_cli.danish.text import counted, grouped, listed, visible
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.findings import Diagnosis, Place
from samarbejde_cli.forms.cpr import masked
from samarbejde_cli.report.colours import Colour, coloured
from samarbejde_cli.report.folded import lines_of
from samarbejde_cli.report.json_text import Each, versioned

_NOUNS = {
    "fejl": ("fejl", "fejl"),
    "mangler": ("mangel", "mangler"),
    "advarsel": ("advarsel", "advarsler"),
    "note": ("note", "noter"),
}
_COLOURS: dict[str, Colour] = {
    "fejl": "red",
    "mangler": "yellow",
    "advarsel": "yellow",
    "note": "cyan",
}


Form: TypeAlias = Literal["full", "concise"]


def checked_lines(checked: Checked, form: Form) -> Iterator[str]:
    """Yield what a check found in the form that the user wants, and the sum of it."""
    yield from part_in_lines(checked.diagnoses, form, page_width()).found
    yield summary(checked.cases, checked.counts)


def part_in_lines(diagnoses: Iterable[Diagnosis], form: Form, width: int) -> Part:
    """Return what ``few`` leaves as the lines that the user wants."""
    part = few(diagnoses)
    lines = _in_full(part, width) if form == "full" else _concise(part)
    return Part(tuple(lines), part.counts)


def in_full(diagnoses: Iterable[Diagnosis]) -> Iterator[str]:
    """Yield diagnoses with their lines and what to do, an empty line after each."""
    return _in_full(few(diagnoses), page_width())


def _in_full(part: Part, width: int) -> Iterator[str]:
    for diagnosis, left in part.found:
        yield f"{_full(diagnosis, width)}\n"
        if left:
            yield f"  … {left}\n"


def _concise(part: Part) -> Iterator[str]:
    """Yield diagnoses on one line each, for editors and ``grep``."""
    for each, left in part.found:
        rest = f" ({left})" if left else ""
        where = _position(each.file, each.place)
        yield f"{where}: {each.code} {each.weight}  {each.message}{rest}"


def page_width() -> int:
    """Return the width that long texts are folded to."""
    return min(max(get_terminal_size().columns, 60), 110)


def _full(diagnosis: Diagnosis, width: int) -> str:
    """Return a diagnosis over several lines: where and what, the line with a caret, what to do."""
    head = f"{diagnosis.code} {diagnosis.weight}"
    lines = [
        _position(diagnosis.file, diagnosis.place),
        *wrapped(f"{head}  {diagnosis.message}", "  ", width),
        *_excerpt(diagnosis, width),
    ]
    if diagnosis.hint:
        lines += wrapped(f"hjælp: {diagnosis.hint}", "  ", width)
    if diagnosis.reason:
        lines += wrapped(f"bemærk: {diagnosis.reason}", "  ", width)
    for related in diagnosis.related:
        where = _position(related.file, related.place)
        lines += wrapped(f"se også: {where} {related.text}", "  ", width)
    return "\n".join(lines).replace(head, coloured(head, _COLOURS[diagnosis.weight]), 1)


def _position(path: Path, place: Place) -> str:
    """Return ``sager/2026-014/plan.yaml:14:9``."""
    return f"{shown_path(path)}:{place.line}:{place.column}"


MANY, FIRST = 20, 10
"""Limits for similar findings in one file: when to abbreviate, and how many to show."""


_Sort: TypeAlias = tuple[Path, str, str]


def few(diagnoses: Iterable[Diagnosis]) -> Part:
    """Return what is shown: of very many alike in one file, or files of a folder, only the first.

    Beside the last of those is how many more there are. No more is held than can be shown.
    """
    ahead = iter(diagnoses)
    first = list(islice(ahead, MANY + 1))
    if len(first) <= MANY:
        return Part([(each, None) for each in first], Counter(each.weight for each in first))
    counts, alike = Counter[str](), Counter[_Sort]()
    kept = []
    for each in chain(first, ahead):
        sort = _sort(each, each.file)
        counts[each.weight] += 1
        alike[sort] += 1
        if alike[sort] <= MANY:
            kept.append(each)
    return Part(list(_shown(kept, alike)), counts)


def _shown(
    kept: list[Diagnosis], alike: "Counter[_Sort]"
) -> Iterator[tuple[Diagnosis, str | None]]:
    files = Counter((where.parent, code, weight) for where, code, weight in alike)
    together = Counter[_Sort]()
    for (where, code, weight), number in alike.items():
        together[where.parent, code, weight] += number
    seen = Counter[_Sort]()
    for each in kept:
        sort, folder = _sort(each, each.file), _sort(each, each.file.parent)
        sort, number = (folder, together[folder]) if files[folder] > MANY else (sort, alike[sort])
        seen[sort] += 1
        if number <= MANY or seen[sort] < FIRST:
            yield each, None
        elif seen[sort] == FIRST:
            yield each, more_alike(number - FIRST, each.code, sort[0].name)


def _sort(diagnosis: Diagnosis, where: Path) -> _Sort:
    return where, diagnosis.code, diagnosis.weight


def more_alike(number: int, code: str, where: str) -> str:
    """Return what replaces the findings that are not shown."""
    return f"og {grouped(number)} til med {code} i {where}"


def wrapped(text: str, indent: str, width: int) -> list[str]:
    """Return the lines of a text, those after the first two more to the right."""
    return lines_of(text, width, indent, f"{indent}  ")


def _excerpt(diagnosis: Diagnosis, width: int) -> Iterator[str]:
    text = masked(diagnosis.line).expandtabs(1).rstrip()
    if not text.strip():
        return
    margin = f"  {diagnosis.place.line:>4} | "
    start = diagnosis.place.column - 1
    stop = start + diagnosis.place.length
    parts = (text[:start], text[start:stop], text[stop:])
    before, stretch, after = map(visible, parts)
    yield from marked(before + stretch + after, len(before), len(stretch), margin, width)


def marked(text: str, start: int, length: int, margin: str, width: int) -> Iterator[str]:
    """Yield as much of a line as fits, and under it carets below a stretch of the text."""
    room = max(20, width - len(margin))
    offset = max(0, start - room // 2) if len(text) > room else 0
    carets = max(1, min(length, len(text) - start, room - (start - offset)))
    yield margin + text[offset : offset + room]
    yield " " * (len(margin) - 2) + "| " + " " * (start - offset) + "^" * carets


def summary(cases: int, counts: "Counter[str]") -> str:
    """Return the closing line: ``5 sager gennemgået: 1 fejl og 2 mangler.``."""
    parts = [counted(counts[weight], *nouns) for weight, nouns in _NOUNS.items() if counts[weight]]
    seen = counted(cases, "sag", "sager")
    return f"{seen} gennemgået: {listed(parts) or 'intet at bemærke'}."


def as_json(checked: Checked) -> dict[str, Any]:
    """Return the documented, versioned shape of ``--format json``."""
    return versioned(
        cases=checked.cases,
        counts={weight: checked.counts[weight] for weight in _NOUNS},
        findings=Each(entry, checked.diagnoses),
    )


def entry(diagnosis: Diagnosis) -> dict[str, Any]:
    """Return one diagnosis for JSON."""
    return {
        "code": diagnosis.code,
        "name": diagnosis.name,
        "weight": diagnosis.weight,
        **_where(diagnosis.file, diagnosis.place),
        "route": list(diagnosis.route),
        "message": diagnosis.message,
        "hint": diagnosis.hint,
        "reason": diagnosis.reason,
        "related": [
            {"text": each.text, **_where(each.file, each.place)} for each in diagnosis.related
        ],
    }


def _where(path: Path, place: Place) -> dict[str, Any]:
    return {
        "file": shown_path(path),
        "line": place.line,
        "column": place.column,
        "length": place.length,
    }
