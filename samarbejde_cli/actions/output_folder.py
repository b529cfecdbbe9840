"""A folder of documents that people may edit: what we wrote, and what they changed since.

The digest of every document that was written is kept in a file next to them. A document that no
longer has its digest was changed by hand, and is not touched unless the user asks for it.
"""

import json
import zlib
from collections.abc import Collection
from enum import StrEnum
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from samarbejde_cli.errors import ConflictError, WriteError
from samarbejde_cli.files.private import make_folder
from samarbejde_cli.files.write import Change, digest_of, write_all
from samarbejde_cli.lazy import lazy_pattern

LEDGER = ".skrevet.json"
_OLD_COPY = lazy_pattern(r".* \(tidligere \d+\)\.\w+")


class Status(StrEnum):
    """Outcome of a document."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    REFUSED = "refused"


class OutputFolder:
    """Collects the documents for a folder; ``close`` writes all of them, or none.

    ``is_read`` are digests of forms that the case has taken in: a new one may take their places.
    """

    def __init__(self, folder: Path, is_read: Collection[str] = ()) -> None:
        self.folder, self._is_read = folder, is_read
        self._ledger_before = _read(folder / LEDGER)
        self._digests = _parsed(self._ledger_before)
        self._changes: dict[str, Change] = {}
        self.copies: list[str] = []
        """The names of the copies of what was changed by hand."""

    def read(self, name: str) -> bytes | None:
        """Return a file as it is in the folder now; None when there is none."""
        return _read(self.folder / name)

    def put(self, name: str, data: bytes, *, overwrite: bool) -> Status:
        """Plan to write a document; return its outcome.

        With ``overwrite``, one that was changed by hand is kept as a copy next to the new one; a
        form that was read is, in any case.
        """
        present = _read(self.folder / name)
        if present == data:
            self._digests[name] = digest_of(data)
            return Status.UNCHANGED
        if present is not None and self._digests.get(name) != digest_of(present):
            if not overwrite and digest_of(present) not in self._is_read:
                return Status.KEPT
            self.copies.append(free_name(self.folder, name))
            self._plan(self.copies[-1], present, None)
        self._plan(name, data, present)
        self._digests[name] = digest_of(data)
        return Status.WRITTEN

    def close(self, *others: Change) -> None:
        """Write what was planned, and others with it: all of it or nothing.

        Raises ``WriteError`` or ``ConflictError``.
        """
        ledger = json.dumps(self._digests, ensure_ascii=False, indent=1, sort_keys=True).encode()
        if self._digests and ledger != self._ledger_before:
            self._plan(LEDGER, ledger, self._ledger_before)
        if self._changes:
            _make_folder(self.folder)
        if changes := [*self._changes.values(), *others]:
            write_all(changes)

    def _plan(self, name: str, data: bytes, before: bytes | None) -> None:
        expected = None if before is None else digest_of(before)
        self._changes[name] = Change(self.folder / name, data, expected)


def free_name(folder: Path, name: str) -> str:
    """Return the first free name for a copy: ``runde-1-dagsorden (tidligere 1).docx``."""
    path, number = Path(name), 1
    while (folder / (copy := f"{path.stem} (tidligere {number}){path.suffix}")).exists():
        number += 1
    return copy


def is_old_copy(name: str) -> bool:
    """Whether a file's name is one that ``free_name`` gave."""
    return "(tidligere " in name and _OLD_COPY.fullmatch(name) is not None


_MARKS = ("~$", ".~lock.")
"""How the files begin that Word and LibreOffice keep beside one that is open."""
_NAMES_IN_FULL = 6
_REPLACED = 2


def is_open(path: Path) -> bool:
    """Whether Word or LibreOffice says, by a file beside it, that somebody has a file open.

    Word's begins with two signs in the place of the name's first two; a short name keeps them.
    """
    cut = min(max(len(path.stem) - _NAMES_IN_FULL, 0), _REPLACED)
    marks = (f"~${path.name[cut:]}", f"~${path.name[_REPLACED:]}", f".~lock.{path.name}#")
    return any(path.with_name(mark).exists() for mark in marks)


def is_mark_of_open(path: Path) -> bool:
    """Whether a file is only the mark that another one is open."""
    return path.name.startswith(_MARKS)


def digests_written(folder: Path) -> set[str]:
    """Return the digests of the documents that were written into a folder, as they were."""
    return {*_parsed(_read(folder / LEDGER)).values()}


def is_torn(path: Path) -> bool:
    """Whether a Word file is not whole: what a power cut can leave of a new file.

    A file of another kind is somebody's: Word keeps one with a password in a format of its own.
    """
    try:
        with path.open("rb") as file:
            if file.read(2) != b"PK" and path.read_bytes().strip(b"\0"):
                return False
        with ZipFile(path) as archive:
            return archive.testzip() is not None
    except (BadZipFile, OSError, zlib.error, NotImplementedError, RuntimeError, EOFError):
        return True


def changed_by_hand(path: Path) -> ConflictError:
    """Return the error for a document that somebody changed in Word."""
    return ConflictError(
        f"{path.name} er rettet i Word, siden programmet skrev den, og er ikke ændret.",
        "Brug --overwrite, hvis den skal skrives igen; den rettede udgave bliver gemt som en "
        "kopi ved siden af.",
    )


def _parsed(data: bytes | None) -> dict[str, str]:
    """Return the digests by file name; a ledger that cannot be read knows of no file."""
    try:
        found = json.loads(data or b"{}")
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as problem:
        raise WriteError(
            f"{path.name} kan ikke læses, så programmet tør ikke skrive oven i den.",
            "Luk den i Word og andre programmer, og prøv igen.",
        ) from problem


def _make_folder(folder: Path) -> None:
    try:
        make_folder(folder)
    except OSError as problem:
        raise WriteError(
            f"Mappen {folder} kan ikke oprettes.",
            "Vælg en mappe, hvor du må skrive, med --output.",
        ) from problem
