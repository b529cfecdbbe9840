"""Write files all at once or not at all, and never over somebody else's change.

New content is first written beside each file under a neutral name, then every file is checked
against the digest that was read, and only then the new files take the old ones' places.
"""

import os
import shutil
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Final

from samarbejde_cli.errors import ConflictError, WriteError
from samarbejde_cli.files.os_errors import in_danish
from samarbejde_cli.files.private import FILE_MODE, keep_rights, opener

TEMPORARY: Final = ".samarbejde-"
"""What the names of half-written files begin with; they say nothing of the case."""

LOCK_FILE: Final = ".laas"
"""The file in a case folder that only one process can hold; it stays and is empty."""

STAGED: Final = ("runder", "dokumenter")
"""The folders inside a case in which files are written too."""

_STALE_AFTER: Final = 3600
_ATTEMPTS: Final = 10 if os.name == "nt" else 1


@dataclass(frozen=True, slots=True)
class Change:
    """New content of one file. ``expected`` is the digest that was read, None for a new file."""

    path: Path
    content: str | bytes
    expected: str | None

    @property
    def data(self) -> bytes:
        """The bytes that the file is going to hold."""
        return self.content if isinstance(self.content, bytes) else self.content.encode()


@dataclass(slots=True)
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
        each = _Staged(change, target, target.with_name(f"{TEMPORARY}{token_hex(8)}"))
        staged.append(each)
        write_new(each.temporary, change.data)
        keep_rights(each.temporary, target)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet and that only its owner may read. Raises ``OSError``."""
    with open(path, "xb", opener=opener) as file:
        file.write(data)
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
                replace_patiently(each.temporary, each.target)
            done.append(each)
    except WriteError as problem:
        left = [each.change.path.name for each in reversed(done) if not _put_back(each)]
        if left:
            words = f"Nogle filer blev skrevet og kunne ikke føres tilbage: {', '.join(left)}."
            raise WriteError(problem.message, f"{words} {problem.hint}") from problem
        raise
    for folder in {each.target.parent for each in staged}:
        _sync_folder(folder)


def replace_patiently(temporary: Path, target: Path) -> None:
    """Put a file in another's place; on Windows wait a moment for a virus scanner to let go."""
    for attempt in range(_ATTEMPTS):
        try:
            temporary.replace(target)
        except PermissionError:
            if attempt == _ATTEMPTS - 1:
                raise
            time.sleep(0.1)
        else:
            return


def _put_back(each: _Staged) -> bool:
    """Give a file its old content again; return whether that worked."""
    try:
        if each.before is None:
            each.target.unlink()
        else:
            write_new(each.temporary, each.before)
            keep_rights(each.temporary, each.target)
            replace_patiently(each.temporary, each.target)
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
def uninterrupted() -> Iterator[None]:
    """Hold Ctrl-C back until the block is done."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if pressed:
            signal.raise_signal(signal.SIGINT)


@contextmanager
def locked(folder: Path, timeout: float = 3.0) -> Iterator[None]:
    """Keep other processes of this program out of a folder while the block runs.

    Raises ConflictError when another one is still at work after ``timeout`` seconds, WriteError
    when the folder is gone or may not be written to. Temporary files that a killed process left
    more than an hour ago are removed.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 — only commands that write need it

    lock = FileLock(folder / LOCK_FILE, timeout=timeout, mode=FILE_MODE)
    with in_danish(folder):
        folder.stat()  # FileLock would make a folder that is missing
        try:
            lock.acquire()
        except Timeout as problem:
            raise ConflictError(
                f"Et andet program arbejder lige nu i mappen {folder.name}.",
                "Vent, til det er færdigt, og prøv igen.",
            ) from problem
    try:
        _remove_stale(folder)
        yield
    finally:
        lock.release()


def remove_hidden_folders(folder: Path) -> None:
    """Remove folders that a killed process left half-made; only who holds the lock may."""
    for left in folder.glob(f"{TEMPORARY}*/"):
        remove(left)


def _remove_stale(folder: Path) -> None:
    """Remove the files that a killed process left here, and in the folders of a case."""
    inside = (folder / name for name in STAGED)
    for each in (folder, *inside):
        with suppress(OSError):
            for left in each.glob(f"{TEMPORARY}*"):
                if time.time() - left.stat().st_mtime > _STALE_AFTER:
                    remove(left)


def remove(left: Path) -> None:
    """Remove a half-made file or folder. Raises ``OSError`` for a file that cannot be removed."""
    if left.is_dir():
        shutil.rmtree(left, ignore_errors=True)
    else:
        left.unlink()
