"""Check the files that accompany the letters of a mailing: combined files and calendar files.

A combined file must be the letters of its table put together, byte for byte: then nothing else is
in it. A PDF that was made of one cannot be checked so; look at its Word file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path

from samarbejde_cli.actions.batch.inspection import Inspection, Irregularity, Trouble
from samarbejde_cli.actions.batch.manifest import Manifest
from samarbejde_cli.actions.batch.running import COMBINED
from samarbejde_cli.actions.batch.send_ready import CALENDARS, TABLE, combined_in
from samarbejde_cli.actions.batch.tokens import words_of
from samarbejde_cli.files.write import digest_at
from samarbejde_cli.word import combine_documents

_FOLD = "\r\n "
"""Line folding in a calendar file."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A file next to the letters; ``letters`` are those that a combined file was made from."""

    name: str
    letters: tuple[str, ...] = ()


def beside(record: Manifest, folder: Path) -> tuple[list[Beside], list[Irregularity]]:
    """Return the files to look into, and what is wrong with the table of the combined ones."""
    calendars = sorted(path.name for path in (folder / CALENDARS).glob("*.ics"))
    files = [Beside(f"{CALENDARS}/{name}") for name in calendars]
    present = {path.name for path in (folder / COMBINED).glob("*.docx")}
    table = f"{COMBINED}/{TABLE}"
    if not present and not (folder / table).exists():
        return files, []
    hashes = {entry.file: entry.sha256 for entry in record.entries}
    try:
        bundles = _bundles(folder / table, hashes)
    except (OSError, ValueError, LookupError):
        return files, [Irregularity(table, Trouble.TABLE)]
    files += [Beside(f"{COMBINED}/{name}", tuple(each)) for name, each in bundles.items()]
    strange = (f"{COMBINED}/{name}" for name in sorted(present - set(bundles)))
    return files, [Irregularity(name, Trouble.UNKNOWN) for name in strange]


def inspect_beside(inspection: Inspection, file: Beside) -> list[Irregularity]:
    """Return what is wrong with a file that accompanies the letters."""
    if file.letters:
        return _combined(inspection, file)
    return list(_calendar(inspection, file.name))


def _bundles(table: Path, hashes: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the letters of each combined file. Raises ``ValueError`` for others than ours."""
    if not table.exists():
        raise ValueError(table)
    found = combined_in(table.parent)
    for file, digest in chain(*found.values()):
        if not digest or hashes.get(file) != digest:
            raise ValueError(file)
    return {name: [file for file, _ in letters] for name, letters in found.items()}


def _combined(inspection: Inspection, file: Beside) -> list[Irregularity]:
    present = digest_at(inspection.folder / file.name)
    if present is None:
        return [Irregularity(file.name, Trouble.LOST)]
    try:
        whole = combine_documents((inspection.folder / each).read_bytes() for each in file.letters)
    except Exception:  # noqa: BLE001 — a damaged letter must not hide what is wrong with others
        return [Irregularity(file.name, Trouble.CHANGED, "Et af dens breve er væk eller ændret.")]
    if sha256(whole).hexdigest() != present:
        return [Irregularity(file.name, Trouble.CHANGED, "Den er ikke brevene lagt sammen.")]
    return []


def _calendar(inspection: Inspection, name: str) -> Iterator[Irregularity]:
    path = inspection.folder / name
    if not path.is_file():
        yield Irregularity(name, Trouble.UNKNOWN)
        return
    data = path.read_bytes()
    text = data.decode(errors="replace").replace(_FOLD, "")
    case = Path(name).name.partition("-runde-")[0]
    for token in inspection.foreign(case, inspection.index.found_in(words_of(text))):
        yield Irregularity(name, Trouble.FOREIGN, inspection.whose(token, name))
