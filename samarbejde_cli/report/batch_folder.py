"""What is in the folder of a mailing already, as text."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from samarbejde_cli.actions.batch.present import Present
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.report.batch_words import HELP, fill, of_letters, some

_OTHERS = (
    "Skal der laves nye, så brug --overwrite; det, der ligger der, bliver gemt som kopier. Er det "
    "en ny udsendelse, så vælg en ny mappe med --output."
)
_STRANGE = "Vælg en anden mappe med --output, så to udsendelser ikke bliver blandet."


def already_there(present: Present, folder: Path, *, overwrite: bool) -> Iterator[str]:
    """Yield which letters are in the folder, and what a run would do with them."""
    where, others = shown_path(folder), len(present.others)
    what, lead = f"{of_letters(others)} ligger i {where} i en anden udgave", " " * len(HELP)
    if present.as_planned:
        yield fill(f"{of_letters(present.as_planned)} ligger i {where} i forvejen, som planlagt.")
    if others and overwrite:
        yield fill(f"{what}, som bliver gemt som en kopi, når brevet bliver lavet:")
    elif others:
        yield fill(f"{what}, rettet i Word eller fra en tidligere kørsel, og bliver ikke lavet:")
    yield from some(present.others)
    if others and not overwrite:
        yield fill(_OTHERS, HELP, lead)
    yield from outdated(present.outdated)
    if present.strange:
        yield fill(f"I {where} ligger der breve, som ikke hører til denne udsendelse:")
        yield from some(present.strange)
        yield fill(_STRANGE, HELP, lead)


def outdated(files: Sequence[str]) -> Iterator[str]:
    """Yield the letters of an earlier run that must no longer be sent."""
    if files:
        yield f"{of_letters(len(files))} fra før ligger der endnu. Slet dem, før I sender de andre:"
    yield from some(files)
