"""Print the mistakes of Word templates: in full with a caret, one line each, or as JSON."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, TypeAlias

from samarbejde_cli.actions.templates import kind_of
from samarbejde_cli.danish.text import counted
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.findings import Weight
from samarbejde_cli.forms.cpr import masked
from samarbejde_cli.report.findings import marked, page_width, wrapped
from samarbejde_cli.report.json_text import versioned
from samarbejde_cli.shipped import shipped
from samarbejde_cli.word import Mistake

_WHOLE_FILE = "hele filen"

Checked: TypeAlias = tuple[Path, Sequence[Mistake]]
"""A template and its mistakes."""


def checked_lines(checked: Sequence[Checked], form: Literal["full", "concise"]) -> Iterator[str]:
    """Yield what a check of templates found in the form that the user wants, and the sum of it."""
    width = page_width()
    for path, mistakes in checked:
        file = _shown(path)
        for each in mistakes:
            yield f"{full(file, each, width)}\n" if form == "full" else concise(file, each)
    yield summary(len(checked), [each for _, mistakes in checked for each in mistakes])


def _shown(path: Path) -> str:
    """Return a template's path; a shipped one is shown by name, wherever it is installed."""
    if path.parent == shipped("templates"):
        return f"medfølgende/{path.name}"
    return shown_path(path)


def _where(mistake: Mistake) -> str:
    """Return ``brødtekst, afsnit 12``."""
    place = mistake.place
    return (
        f"{place.part}, afsnit {place.paragraph}" if place.paragraph else place.part or _WHOLE_FILE
    )


def _weight(mistake: Mistake) -> Weight:
    """Return how a mistake counts: a note keeps nobody from using the template."""
    return Weight.NOTE if mistake.is_remark else Weight.ERROR


def full(file: str, mistake: Mistake, width: int = 80) -> str:
    """Return a mistake over several lines: where and what, the paragraph with a caret, a remedy."""
    lines = [
        f"{file}: {_where(mistake)}",
        *wrapped(f"{_weight(mistake)}  {mistake.message}", "  ", width),
        *_excerpt(mistake, width),
    ]
    if mistake.hint:
        lines += wrapped(f"hjælp: {mistake.hint}", "  ", width)
    return "\n".join(lines)


def concise(file: str, mistake: Mistake) -> str:
    """Return a mistake on one line, for ``grep``."""
    return f"{file}: {_where(mistake)}: {_weight(mistake)}  {mistake.message}"


def _excerpt(mistake: Mistake, width: int) -> Iterator[str]:
    text, tag = _line(mistake.place.text), _line(mistake.tag)
    start = text.find(tag) if tag else -1
    if start >= 0:
        yield from marked(text, start, len(tag), "    | ", width)
    elif text.strip():
        yield f"    | {text}"[:width]


def _line(text: str) -> str:
    return masked(text.translate({ord(sign): " " for sign in "\n\t\f"}))


def summary(files: int, mistakes: Sequence[Mistake]) -> str:
    """Return the closing line: ``5 skabeloner gennemgået: 1 fejl, 2 noter.``."""
    remarks = sum(each.is_remark for each in mistakes)
    errors = len(mistakes) - remarks
    parts = [counted(errors, "fejl", "fejl")] if errors else []
    parts += [counted(remarks, "note", "noter")] if remarks else []
    said = ", ".join(parts) or "intet at bemærke"
    return f"{counted(files, 'skabelon', 'skabeloner')} gennemgået: {said}."


def as_json(checked: Sequence[Checked]) -> dict[str, Any]:
    """Return the documented, versioned shape of ``--format json``: files, kinds and mistakes."""
    return versioned(templates=[_checked(*each) for each in checked])


def _checked(path: Path, mistakes: Sequence[Mistake]) -> dict[str, Any]:
    kind = kind_of(path.name)
    return {
        "file": _shown(path),
        "kind": kind.stem if kind else None,
        "mistakes": [_entry(each) for each in mistakes],
    }


def _entry(mistake: Mistake) -> dict[str, Any]:
    return {
        "code": mistake.kind,
        "weight": _weight(mistake),
        "part": mistake.place.part,
        "paragraph": mistake.place.paragraph,
        "text": masked(mistake.place.text),
        "tag": mistake.tag,
        "field": mistake.field,
        "message": mistake.message,
        "hint": mistake.hint,
    }
