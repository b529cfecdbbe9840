"""Whether a form says just what it was printed with: then nothing needs to be compared."""

from collections.abc import Iterator

from samarbejde_cli.actions.reading.comparing import Comparer
from samarbejde_cli.actions.reading.found import FoundAnswers
from samarbejde_cli.documents.fingerprints import fingerprint
from samarbejde_cli.documents.form import Lines, Stamp
from samarbejde_cli.word import AS_ITEM, Field


def is_as_printed(found: FoundAnswers, fields: Comparer, *, is_whole: bool = True) -> bool:
    """Whether every field says what it was printed with, or nothing.

    None is missing either, if the form is to be as it was printed as a whole.
    """
    base = fields.stamp.base
    has_key = base or fields.stamp.has_margins  # a form with empty rows only has no base
    if found.leftovers or not has_key or fields.stamp.answered:
        return False
    seen: set[str] = set()
    for name, each in _named(found):
        print_ = _as_it_stands(name, each)
        if print_ not in base or print_ in seen:
            lines = fields.typed(name, each)
            print_ = fingerprint(name, lines)
            is_known = print_ in base and print_ not in seen
            if not is_known and _is_filled_in(each, lines, fields.stamp):
                return False
        seen.add(print_)
    return seen >= base or not is_whole


def _as_it_stands(name: str, each: Field) -> str:
    """Return the fingerprint of the mere text of a field; nothing where its boxes or day count."""
    is_text = not (each.boxes or each.day or AS_ITEM in name)
    return fingerprint(name, each.lines) if is_text else ""


def _is_filled_in(each: Field, lines: Lines, stamp: Stamp) -> bool:
    """Whether a box is ticked or something is written, other than the words printed by a box."""
    paragraphs = (part for line in lines for part in line.split("\n"))
    is_label = bool(each.boxes and stamp.texts) and all(map(stamp.printed, paragraphs))
    return any(each.boxes) or bool(lines and not is_label)


def _named(found: FoundAnswers) -> Iterator[tuple[str, Field]]:
    yield from found.fields.items()
    for item in found.items:
        for key, each in item.fields.items():
            if item.number or any(each.lines):
                yield f"{item.items}[{item.number or ''}].{key}", each
    for name, parts in found.lines.items():
        for key, each in parts.items():
            yield f"{name}.{key}" if key else name, each
