"""Write files whole or not at all, and never over somebody else's change.

New content is written beside each file under a neutral name and takes the file's place in one step,
so that a kill never leaves half of it. ``write_all`` checks every file against the digest that was
read before the first takes its place, and waits for the disk. ``write_file`` and ``write_change``
are for thousands of files: they do not wait, ``sync_all`` does so once for all of them.
"""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Final

from samarbejde_cli.errors import ConflictError, WriteError
from samarbejde_cli.files.lock import TEMPORARY, uninterrupted
from samarbejde_cli.files.os_errors import in_danish
from samarbejde_cli.files.private import keep_rights, opener
from samarbejde_cli.files.written import note
from samarbejde_cli.lazy import frozen, mutable

_ATTEMPTS: Final = 10 if os.name == "nt" else 1


@frozen
class Change:
    """New content of one file. ``expected`` is the digest that was read, None for a new file."""

    path: Path
    content: str | bytes
    expected: str | None

    @property
    def data(self) -> bytes:
        """The bytes that the file is going to hold."""
        return self.content if isinstance(self.content, bytes) else self.content.encode()


@mutable
class _Staged:
    """A change with its target (behind links), its temporary file, and the bytes it replaces."""

    change: Change
    target: Path
    temporary: Path
    before: bytes | None = None


def digest_of(data: bytes) -> str:
    """Return the digest that ``Change.expected`` is compared with."""
    return sha256(data).hexdigest()


def write_all(changes: Sequence[Change]) -> None:
    """Write all files or none.

    Raises ConflictError when a file is not as it was read, WriteError when one cannot be written;
    after either every file is as before. Ctrl-C while files take their places waits until the
    last has done so.
    """
    staged: list[_Staged] = []
    try:
        for change in changes:
            _stage(change, staged)
        for each in staged:
            _verify(each)
        with uninterrupted():
            _replace_all(staged)
    finally:
        for each in staged:
            with suppress(OSError):
                each.temporary.unlink(missing_ok=True)


def _stage(change: Change, staged: list[_Staged]) -> None:
    with in_danish(change.path):
        target = Path(os.path.realpath(change.path))
        each = _Staged(change, target, _temporary(target))
        staged.append(each)
        write_new(each.temporary, change.data)
        keep_rights(each.temporary, target)


def _temporary(target: Path) -> Path:
    return target.with_name(f"{TEMPORARY}{os.urandom(8).hex()}")


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet and that only its owner may read. Raises ``OSError``."""
    with _new_file(path) as file:
        file.write(data)


@contextmanager
def _new_file(path: Path, *, sync: bool = True) -> Iterator[BinaryIO]:
    with open(path, "xb", opener=opener) as file:
        yield file
        if sync:
            file.flush()
            os.fsync(file.fileno())


def _verify(each: _Staged) -> None:
    expected = each.change.expected
    each.before = _present(each.target)
    found = None if each.before is None else digest_of(each.before)
    if found == expected:
        return
    name = each.change.path.name
    if expected is None:
        raise ConflictError(
            f"Filen {name} findes allerede.", "Intet er skrevet. Se, hvad der står i filen."
        )
    happened = "er slettet" if found is None else "er ændret"
    raise ConflictError(
        f"Filen {name} {happened}, siden den blev læst.",
        "Intet er skrevet. Gem og luk filen i andre programmer, og kør kommandoen igen.",
    )


def _present(path: Path) -> bytes | None:
    with in_danish(path):
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None


def _replace_all(staged: Sequence[_Staged]) -> None:
    done: list[_Staged] = []
    try:
        for each in staged:
            with in_danish(each.change.path):
                _replace(each.temporary, each.target)
            done.append(each)
    except WriteError as problem:
        left = [each.change.path.name for each in reversed(done) if not _put_back(each)]
        if left:
            words = f"Nogle filer blev skrevet og kunne ikke føres tilbage: {', '.join(left)}."
            raise WriteError(problem.message, f"{words} {problem.hint}") from problem
        raise
    for folder in {each.target.parent for each in staged}:
        _sync_folder(folder)


def put_in_place(temporary: Path, target: Path) -> None:
    """Let a finished file take another's place, with the other's rights. Raises ``OSError``."""
    keep_rights(temporary, target)
    _replace(temporary, target)


def _replace(temporary: Path, target: Path) -> None:
    """Put a file in another's place; on Windows wait a moment for a virus scanner to let go."""
    for attempt in range(_ATTEMPTS):
        try:
            temporary.replace(target)
        except PermissionError:
            if attempt == _ATTEMPTS - 1:
                raise
            time.sleep(0.1)
        else:
            note(target)
            return


def _put_back(each: _Staged) -> bool:
    """Give a file its old content again; return whether that worked."""
    try:
        if each.before is None:
            each.target.unlink()
        else:
            write_new(each.temporary, each.before)
            put_in_place(each.temporary, each.target)
    except OSError:
        return False
    return True


def _sync_folder(folder: Path) -> None:
    """Make the new names survive a power cut, where the system can do that."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def replacing(path: Path, *, sync: bool = True) -> Iterator[BinaryIO]:
    """Open a file for writing that takes the place of ``path`` when the block is done.

    With ``sync`` it is safe on the disk then. Raises ``WriteError``.
    """
    temporary = _temporary(path)
    with in_danish(path):
        try:
            with _new_file(temporary, sync=sync) as file:
                yield file
            put_in_place(temporary, path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise


def write_file(path: Path, data: bytes) -> None:
    """Write one file whole or not at all, without waiting for the disk. Raises ``WriteError``."""
    with replacing(path, sync=False) as file:
        file.write(data)


def write_change(change: Change) -> None:
    """Write one changed file like ``write_file``, if it is as it was read.

    Raises ``ConflictError`` when somebody has changed it since, ``WriteError``.
    """
    path = Path(os.path.realpath(change.path))
    if digest_at(path) != change.expected:
        raise ConflictError(
            f"Filen {path.name} er ændret, siden den blev læst.", "Kør kommandoen igen."
        )
    write_file(path, change.data)


def sync_all() -> None:
    """Wait until everything that was written is safe on the disk, where the system can tell."""
    if hasattr(os, "sync"):
        os.sync()


def digest_at(path: Path | str) -> str | None:
    """Return the digest of a file, None when there is none. Raises ``WriteError``."""
    if not os.path.exists(path):  # noqa: PTH110 — asked for every letter, and quicker
        return None
    data = _present(Path(path))
    return None if data is None else digest_of(data)
