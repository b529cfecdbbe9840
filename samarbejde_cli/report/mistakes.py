"""Print the mistakes of Word templates: in full with a caret, one line each, or as JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from samarbejde_cli.danish.text import counted
from samarbejde_cli.findings import Weight
from samarbejde_cli.forms.cpr import masked
from samarbejde_cli.report.findings import marked, wrapped
from samarbejde_cli.word import Mistake

JSON_VERSION = 1
_WHOLE_FILE = "hele filen"


def where(mistake: Mistake) -> str:
    """Return ``brødtekst, afsnit 12``."""
    place = mistake.place
    return (
        f"{place.part}, afsnit {place.paragraph}" if place.paragraph else place.part or _WHOLE_FILE
    )


def weight(mistake: Mistake) -> Weight:
    """Return how a mistake counts: a note keeps nobody from using the template."""
    return Weight.NOTE if mistake.is_remark else Weight.ERROR


def full(file: str, mistake: Mistake, width: int = 80) -> str:
    """Return a mistake over several lines: where and what, the paragraph with a caret, a remedy."""
    lines = [
        f"{file}: {where(mistake)}",
        *wrapped(f"{weight(mistake)}  {mistake.message}", "  ", width),
        *_excerpt(mistake, width),
    ]
    if mistake.hint:
        lines += wrapped(f"hjælp: {mistake.hint}", "  ", width)
    return "\n".join(lines)


def concise(file: str, mistake: Mistake) -> str:
    """Return a mistake on one line, for ``grep``."""
    return f"{file}: {where(mistake)}: {weight(mistake)}  {mistake.message}"


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


def as_json(checked: Sequence[tuple[str, str | None, Sequence[Mistake]]]) -> dict[str, Any]:
    """Return the documented, versioned shape of ``--format json``: files, kinds and mistakes."""
    return {
        "version": JSON_VERSION,
        "templates": [
            {"file": file, "kind": kind, "mistakes": [_entry(each) for each in mistakes]}
            for file, kind, mistakes in checked
        ],
    }


def _entry(mistake: Mistake) -> dict[str, Any]:
    return {
        "code": mistake.kind,
        "weight": weight(mistake),
        "part": mistake.place.part,
        "paragraph": mistake.place.paragraph,
        "text": masked(mistake.place.text),
        "tag": mistake.tag,
        "field": mistake.field,
        "message": mistake.message,
        "hint": mistake.hint,
    }
