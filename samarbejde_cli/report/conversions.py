"""Old letters that became templates: what each field became, what is left, what comes next."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from samarbejde_cli.actions.convert_template import Conversion
from samarbejde_cli.danish.text import counted, listed, shortened
from samarbejde_cli.documents.lookup import OWN_FOLDER
from samarbejde_cli.documents.merge_names import GOES_AWAY
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.report.findings import page_width, wrapped
from samarbejde_cli.report.json_text import versioned
from samarbejde_cli.report.table import table

_SHOWN_OLD, _SHOWN_NEW = 60, 160


class _Left(NamedTuple):
    """What is left to do: where, what, and how."""

    place: str
    message: str
    hint: str


def conversion_lines(conversion: Conversion, path: Path, *, is_trial: bool) -> Iterator[str]:
    """Yield what became of a letter that was converted to ``path``."""
    trial = " (ikke skrevet)" if is_trial else ""
    yield f"{shown_path(conversion.source)} → {shown_path(path)}{trial}\n"
    rows = dict.fromkeys(
        (shortened(each.old, _SHOWN_OLD), shortened(each.new, _SHOWN_NEW) or f"({GOES_AWAY})")
        for each in conversion.letter.converted
    )
    if rows:
        yield table(("Fra", "Til"), rows)
    else:
        yield "Der er ingen flettefelter i brevet."
    if conversion.letter.had_data_source:
        yield _paragraph(
            "Forbindelsen til datakilden (filens navn, forespørgsel og liste over modtagere) er "
            "taget ud af skabelonen."
        )
    if left := _left(conversion):
        yield "\nTilbage:"
    for each in left:
        yield "\n".join(_left_lines(each))
    yield from _next_steps(conversion, path)


def mapping_written(path: Path) -> str:
    """Return where a mapping is, and what to do with it."""
    return f"Skrevet: {path}. Ret i den, og kør kommandoen igen; andet er ikke ændret."


def conversions_as_json(done: Sequence[tuple[Conversion, Path]]) -> dict[str, Any]:
    """Return what became of letters for other programs."""
    return versioned(letters=[_as_json(*each) for each in done])


def _as_json(conversion: Conversion, path: Path) -> dict[str, Any]:
    return {
        "letter": shown_path(conversion.source),
        "template": shown_path(path),
        "kind": conversion.kind.stem if conversion.kind else None,
        "fields": dict(conversion.mapping),
        "converted": [
            {"place": str(each.place), "old": each.old, "new": each.new}
            for each in conversion.letter.converted
        ],
        "left": [each._asdict() for each in _left(conversion)],
        "data_source_removed": conversion.letter.had_data_source,
        "mistakes": sum(not each.is_remark for each in conversion.mistakes),
    }


def _left(conversion: Conversion) -> list[_Left]:
    """Return what was not converted, then what the check finds in the new template."""
    told = {each.old for each in conversion.letter.left}
    found = [
        _Left(str(each.place), f"{each.old}: {each.message}", each.hint)
        for each in conversion.letter.left
    ]
    found += [
        _Left(str(each.place), each.message, _remedy(conversion, each.field or "", each.hint))
        for each in conversion.mistakes
        if not each.is_remark and " ".join(each.tag.split()) not in told
    ]
    return list(dict.fromkeys(found))


def _remedy(conversion: Conversion, field: str, hint: str) -> str:
    near = conversion.near_field(field)
    if not near:
        return hint
    return f"Måske {listed([f'{{{{ {path} }}}}' for path in near], 'eller')}. {hint}"


def _left_lines(left: _Left) -> Iterator[str]:
    yield from wrapped(f"- {left.place}", "  ", page_width())
    yield from wrapped(left.message, "    ", page_width())
    if left.hint:
        yield from wrapped(f"hjælp: {left.hint}", "    ", page_width())


def _next_steps(conversion: Conversion, path: Path) -> Iterator[str]:
    wrong = sum(not each.is_remark for each in conversion.mistakes)
    if wrong:
        command = f'`samarbejde templates check "{shown_path(path)}"`'
        mistakes = counted(wrong, "fejl", "fejl")
        yield _paragraph(f"Skabelonen har {mistakes}, som du skal rette: se {command}.")
    else:
        yield _paragraph("Skabelonen har ingen fejl. Læs den igennem i Word, før I bruger den.")
    if conversion.kind:
        names = listed([f"{OWN_FOLDER}/{name}" for name in conversion.kind.templates()], "eller")
        yield _paragraph(f"Den bruges, når den hedder {names}.")


def _paragraph(text: str) -> str:
    return "\n" + "\n".join(wrapped(text, "", page_width()))
