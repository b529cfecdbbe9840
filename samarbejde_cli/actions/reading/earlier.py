"""What an earlier reading of the same file wrote: what the file says now is a newer answer.

The register of papers keeps six letters for each answer that a form wrote, and six for which file
it was; neither tells what was answered, or where the file is.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from samarbejde_cli.actions.reading.differences import Comparison
from samarbejde_cli.case.paper_register import PaperRecord
from samarbejde_cli.documents.fingerprints import LENGTH, fingerprint, letters
from samarbejde_cli.documents.form import Stamp
from samarbejde_cli.documents.printed_identity import SEAL

Answered = Mapping[str, frozenset[str]]
"""By the letters of a field's name, the fingerprints of what an earlier reading wrote of it."""


def file_key(path: Path, folder: Path, root: Path, stamp: Stamp) -> str:
    """Return six letters for a file: where it is, and which form it is.

    The place counts from the case's folder, or from the workspace, where it is inside.
    """
    place = path.resolve()
    inside = next((each for each in (folder, root) if place.is_relative_to(each.resolve())), None)
    name = place.relative_to(inside.resolve()) if inside else place
    return letters("\0".join((name.as_posix(), stamp.letter.get(SEAL, stamp.version))))


def earlier(forms_read: Iterable[PaperRecord], key: str) -> list[PaperRecord]:
    """Return the readings of a file, the oldest first."""
    return [each for each in forms_read if each.read_from == key]


def answered(readings: Iterable[PaperRecord]) -> Answered:
    """Return what the readings of a file wrote; of one field what the last one did."""
    found: dict[str, frozenset[str]] = {}
    for each in readings:
        now: dict[str, set[str]] = {}
        text = each.answers or ""
        for at in range(0, len(text) - LENGTH, 2 * LENGTH):
            name, print_ = text[at : at + LENGTH], text[at + LENGTH : at + 2 * LENGTH]
            now.setdefault(name, set()).add(print_)
        found |= {name: frozenset(prints) for name, prints in now.items()}
    return found


def answers_of(comparison: Comparison) -> str:
    """Return the letters that are kept of what a form writes."""
    pairs = [pair for each in comparison.changes for pair in each.said]
    pairs += [pair for each in comparison.new_items for pair in each.said]
    said = dict.fromkeys(pairs)
    return "".join(f"{letters(name)}{fingerprint(name, lines)}" for name, lines in said)
