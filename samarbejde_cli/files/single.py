"""One file, whole or not at all, and quick when there are thousands.

A file is written beside its place and takes it in one step, so that a kill never leaves half of it.
Nothing waits for the disk file by file: ``settle`` does so once for all of them.
"""

import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from samarbejde_cli.errors import ConflictError
from samarbejde_cli.files.os_errors import in_danish
from samarbejde_cli.files.private import keep_rights, opener
from samarbejde_cli.files.write import TEMPORARY, Change, remove, replace_patiently


def put(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all. Raises ``WriteError``."""
    with in_danish(path), _beside(path) as temporary:
        with open(temporary, "wb", opener=opener) as file:
            file.write(data)
        keep_rights(temporary, path)
        replace_patiently(temporary, path)


def put_change(change: Change) -> None:
    """Write a changed file that is as it was read, with the rights that it had.

    Raises ``ConflictError`` when somebody changed it meanwhile, ``WriteError``.
    """
    path = Path(os.path.realpath(change.path))
    if digest_at(path) != change.expected:
        raise ConflictError(
            f"Filen {path.name} er ændret, siden den blev læst.", "Kør kommandoen igen."
        )
    put(path, change.data)


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """Open a file for writing that takes its place, safe on the disk, when the block is done."""
    with in_danish(path), _beside(path) as temporary:
        with open(temporary, "xb", opener=opener) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        keep_rights(temporary, path)
        replace_patiently(temporary, path)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    temporary = path.with_name(f"{TEMPORARY}{token_hex(8)}")
    try:
        yield temporary
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def settle() -> None:
    """Wait until everything that was written lies safe on the disk, where the system can tell."""
    if hasattr(os, "sync"):
        os.sync()


def digest_at(path: Path) -> str | None:
    """Return the hash of a file, None when there is none. Raises ``WriteError``."""
    if not os.path.exists(path):  # noqa: PTH110 — asked for every letter, and quicker
        return None
    with in_danish(path):
        try:
            return sha256(path.read_bytes()).hexdigest()
        except FileNotFoundError:
            return None


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


def remove_leftovers(folder: Path) -> None:
    """Remove half-written files that a killed run or worker left; only who holds the lock may."""
    with suppress(OSError):
        for left in (*folder.glob(f"{TEMPORARY}*"), *folder.glob(f"*/{TEMPORARY}*")):
            remove(left)
