"""Work undisturbed in a folder: keep other processes out, hold Ctrl-C back, clear leftovers.

Half-made files and folders have neutral names: what a killed process leaves reveals nothing of a
case, and the next process finds and removes it.
"""

import os
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from types import FrameType
from typing import Final

from samarbejde_cli.errors import ConflictError
from samarbejde_cli.files.find import ROUNDS_FOLDER
from samarbejde_cli.files.lock_holder import NOTE, Holder, forget_holder, holder_of, note_holder
from samarbejde_cli.files.os_errors import in_danish
from samarbejde_cli.files.private import FILE_MODE

TEMPORARY: Final = ".samarbejde-"
"""What the names of half-written files begin with; they say nothing of the case."""

LOCK_FILE: Final = ".laas"
"""The file in a case folder that only one process can hold; it stays and is empty.

Who holds it stands in another: on Windows a file that is locked cannot be read.
"""

STAGED: Final = (ROUNDS_FOLDER, "dokumenter")
"""The folders inside a case in which files are written too."""

_STALE_AFTER: Final = 3600
_PAUSE: Final = 0.2
_CLOSING: Final = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""How a program hears that it is to end: Windows has no end of the terminal."""


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold back Ctrl-C, and what counts as one while it does, until the block is done."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    held = [signal.SIGINT, *(each for each in _CLOSING if callable(signal.getsignal(each)))]
    before = {each: signal.signal(each, lambda number, _: pressed.append(number)) for each in held}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
        if pressed:
            signal.raise_signal(pressed[0])


@contextmanager
def stopped_by_closing() -> Iterator[None]:
    """Let the end of the terminal, or of the session, be a Ctrl-C while the block runs.

    Somebody who asked that the end of the terminal be nothing (``nohup``) is not stopped. What was
    stopped ends by itself: a signal more does not end it another way.
    """
    is_main = threading.current_thread() is threading.main_thread()
    heard = [each for each in _CLOSING if is_main and signal.getsignal(each) is signal.SIG_DFL]
    came: list[int] = []

    def stop(number: int, frame: FrameType | None) -> None:
        came.append(number)
        signal.default_int_handler(number, frame)

    for each in heard:
        signal.signal(each, stop)
    try:
        yield
    finally:
        for each in heard:
            signal.signal(each, signal.SIG_IGN if came else signal.SIG_DFL)


@contextmanager
def locked(folder: Path, timeout: float = 3.0) -> Iterator[None]:
    """Keep other processes of this program out of a folder while the block runs.

    Raises ConflictError when another one is still at work after ``timeout`` seconds, also one on
    another computer that the system's lock does not reach, and says who; WriteError when the folder
    is gone or may not be written to. Temporary files that a killed process left more than an hour
    ago are removed.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 — only commands that write need it

    lock = FileLock(folder / LOCK_FILE, timeout=timeout, mode=FILE_MODE)
    with in_danish(folder):
        folder.stat()  # FileLock would make a folder that is missing
        try:
            lock.acquire()
        except Timeout as problem:
            raise _held_by(folder, holder_of(folder)) from problem
    try:
        _wait_for_other_computers(folder, timeout)
        note_holder(folder)
        try:
            _remove_stale(folder)
            yield
        finally:
            forget_holder(folder)
    finally:
        lock.release()


def _wait_for_other_computers(folder: Path, timeout: float) -> None:
    """Wait until nobody on another computer holds the lock. Raises ConflictError after a time."""
    end = time.monotonic() + timeout
    while (holder := holder_of(folder)) and holder.may_live(time.time()):
        if time.monotonic() >= end:
            raise _held_by(folder, holder)
        time.sleep(_PAUSE)


def _held_by(folder: Path, holder: Holder | None) -> ConflictError:
    if holder is None:
        return ConflictError(
            f"Et andet program arbejder lige nu i mappen {folder.name}.",
            "Vent, til det er færdigt, og prøv igen.",
        )
    dead = (
        "" if holder.is_here else f" Er den computer gået ned, er mappen fri igen {holder.free_at}."
    )
    return ConflictError(
        f"Mappen {folder.name} er i brug: {holder.words}.",
        f"Vent, til det er færdigt, og prøv igen.{dead}",
    )


def remove_hidden_folders(folder: Path) -> None:
    """Remove folders that a killed process left half-made; only the holder of the lock may."""
    for left in folder.glob(f"{TEMPORARY}*/"):
        _remove(left)


def remove_leftovers(folder: Path) -> None:
    """Remove what a killed run or worker left half-written; only the holder of the lock may."""
    with suppress(OSError):
        for left in chain(_half_made(folder), *map(_half_made, _inside(folder))):
            if left.name != NOTE:
                _remove(left)


def _inside(folder: Path) -> list[Path]:
    """Return the folders in a folder; there may be 10,000 files beside them."""
    with os.scandir(folder) as entries:
        return [folder / each.name for each in entries if each.is_dir()]


def _half_made(folder: Path) -> list[Path]:
    """Return what is half-made in a folder; nothing where there is no folder."""
    names: list[str] = []
    with suppress(OSError):
        names = os.listdir(folder)  # noqa: PTH208 — asked for every case, and quicker
    return [folder / name for name in names if name.startswith(TEMPORARY)]


def remove_if_empty(folder: Path) -> None:
    """Remove a folder in which nothing is left but the file that locks it."""
    with suppress(OSError):
        if {each.name for each in folder.iterdir()} <= {LOCK_FILE, NOTE}:
            (folder / NOTE).unlink(missing_ok=True)
            (folder / LOCK_FILE).unlink(missing_ok=True)
            folder.rmdir()


def _remove_stale(folder: Path) -> None:
    """Remove the files that a killed process left here, and in the folders of a case."""
    for each in (folder, *(folder / name for name in STAGED)):
        with suppress(OSError):
            for left in _half_made(each):
                if time.time() - left.stat().st_mtime > _STALE_AFTER:
                    _remove(left)


def _remove(left: Path) -> None:
    """Remove a half-made file or folder. Raises ``OSError`` for a file that cannot be removed."""
    if left.is_dir():
        shutil.rmtree(left, ignore_errors=True)
    else:
        left.unlink()
