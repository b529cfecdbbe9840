"""Bytes of a file to text, or the reason why not."""

import errno
import os
import stat
from pathlib import Path
from typing import Final

from samarbejde_cli import codes
from samarbejde_cli.files.os_errors import LOOP, refusal
from samarbejde_cli.findings import Finding, Location, Place
from samarbejde_cli.source.encoding import UTF16, guess
from samarbejde_cli.source.lines import Lines

LARGEST: Final = 1_000_000
"""Bytes of the largest file that is read; a case file seldom has more than 10,000."""

BOM: Final = "\ufeff"

_BY_HAND: Final = (
    "Filen kan ikke oversættes sikkert. Åbn den i din editor som UTF-8, skriv de rigtige bogstaver "
    "der, hvor der står �, og gem den. Eller hent en tidligere udgave af filen."
)

READING: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0)
"""How a file is opened whose bytes are read."""
_AT_ONCE: Final = getattr(os, "O_NONBLOCK", 0)
_NOT_A_FILE: Final = (errno.ENXIO, errno.EOPNOTSUPP, errno.ENODEV)
"""What opening a socket or a device is answered with."""
_PUT_A_FILE_THERE: Final = "Giv den et andet navn, eller flyt den, og læg filen på dens plads."
_LINK: Final = {
    "hjælp": "Navnet er en genvej (et link), der ikke fører til en fil. Slet genvejen, og læg "
    "filen selv på dens plads."
}


def load(path: Path) -> bytes | Finding:
    """Return the bytes of a file, or the finding that says why it cannot be read."""
    try:
        handle = open_at_once(path, READING)
    except (OSError, ValueError) as problem:
        return _unreadable(path, problem)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return _not_a_file(path)
        if status.st_size > LARGEST:
            return _too_large(path, status.st_size)
        return all_of(handle, status.st_size)
    except OSError as problem:
        return _unreadable(path, problem)
    finally:
        os.close(handle)


def all_of(handle: int, size: int) -> bytes:
    """Return the bytes of an open file that has a size."""
    raw = os.read(handle, size)
    while len(raw) < size and (more := os.read(handle, size)):  # some disks give less at once
        raw += more
    return raw


def decode(path: Path, raw: bytes) -> str | Finding:
    """Return the text of a file, BOM and line breaks too, or the finding that it is not UTF-8."""
    try:
        text = raw.decode()
    except UnicodeDecodeError as problem:
        before = raw[: problem.start].decode().removeprefix(BOM)
        place = Lines(before).place(len(before), len(before) + 1)
        return _not_utf8(path, raw, place)
    return _not_utf8(path, raw, Place(1, 1)) if "\0" in text else text


def _finding(code: str, path: Path, **facts: str) -> Finding:
    return Finding(code, Location(path), {"fil": path.name, **facts})


def _too_large(path: Path, size: int) -> Finding:
    return _finding(
        codes.FILE_TOO_LARGE, path, størrelse=f"{size // 1000} kB", grænse=f"{LARGEST // 1000} kB"
    )


def open_at_once(path: str | Path, flags: int) -> int:
    """Open a file without waiting, a named pipe too."""
    return os.open(path, flags | _AT_ONCE)


def _unreadable(path: Path, problem: OSError | ValueError) -> Finding:
    if isinstance(problem, FileNotFoundError | NotADirectoryError | ValueError):
        return _finding(codes.MISSING_FILE, path, **(_LINK if path.is_symlink() else {}))
    if isinstance(problem, IsADirectoryError) or os.path.isdir(path):  # noqa: PTH112 — never raises
        return _finding(codes.FOLDER_INSTEAD_OF_FILE, path)
    if problem.errno in _NOT_A_FILE:
        return _not_a_file(path)
    reason = refusal(problem)
    return _finding(codes.UNREADABLE_FILE, path, årsag=reason, **(_LINK if reason is LOOP else {}))


def _not_a_file(path: Path) -> Finding:
    if os.path.isdir(path):  # noqa: PTH112 — never raises
        return _finding(codes.FOLDER_INSTEAD_OF_FILE, path)
    return _finding(
        codes.UNREADABLE_FILE, path, årsag="den er ikke en almindelig fil", hjælp=_PUT_A_FILE_THERE
    )


def _not_utf8(path: Path, raw: bytes, place: Place) -> Finding:
    found = guess(raw)
    facts = {"fil": path.name, "ligner": found.shown}
    if found.text is None:
        facts["hjælp"] = _BY_HAND
    is_at_start = found.name == UTF16 or found.is_binary
    location = Location(path, place=Place(1, 1) if is_at_start else place)
    return Finding(codes.NOT_UTF8, location, facts)
