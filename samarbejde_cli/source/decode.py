"""Bytes of a file to text, or the reason why not."""

import errno
import os
import stat
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from typing import Final

from samarbejde_cli.findings import Finding, Place, Spot
from samarbejde_cli.source import codes
from samarbejde_cli.source.lines import Lines

LARGEST: Final = 1_000_000
"""Bytes of the largest file that is read; a case file seldom has more than 10,000."""

BOM: Final = "\ufeff"

_WINDOWS: Final = "Windows-1252 (gammel Windows-tekst)"
_UTF16: Final = "UTF-16 (kaldes også Unicode)"
_BINARY: Final = "en fil, der ikke er tekst"


def load(path: Path) -> bytes | Finding:
    """Return the bytes of a file, or the finding that says why they cannot be had."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 — half the time of Path.open
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                return _finding(codes.FOLDER, path)
            if status.st_size > LARGEST:
                return _too_large(path, status.st_size)
            return file.read()
    except (OSError, ValueError) as problem:
        return _unreadable(path, problem)


def decode(path: Path, raw: bytes) -> str | Finding:
    """Return the text of a file, BOM and line breaks too, or the finding that it is no UTF-8."""
    try:
        text = raw.decode()
    except UnicodeDecodeError as problem:
        before = raw[: problem.start].decode().removeprefix(BOM)
        place = Lines(before).place(len(before), len(before) + 1)
        return _not_utf8(path, raw, place)
    return _not_utf8(path, raw, Place(1, 1)) if "\0" in text else text


def readable(raw: bytes) -> str:
    """Return what can be shown of bytes that are no UTF-8: each wrong byte as ``�``."""
    looks = _looks_like(raw)
    if looks is _BINARY:
        return ""
    return raw.decode("utf-16" if looks is _UTF16 else "utf-8", "replace")


def _finding(code: str, path: Path, **facts: str) -> Finding:
    return Finding(code, Spot(path), {"fil": path.name, **facts})


def _too_large(path: Path, size: int) -> Finding:
    return _finding(
        codes.TOO_LARGE, path, størrelse=f"{size // 1000} kB", grænse=f"{LARGEST // 1000} kB"
    )


def _unreadable(path: Path, problem: OSError | ValueError) -> Finding:
    if isinstance(problem, FileNotFoundError | NotADirectoryError | ValueError):
        return _finding(codes.MISSING, path)
    if isinstance(problem, IsADirectoryError) or path.is_dir():
        return _finding(codes.FOLDER, path)
    if isinstance(problem, PermissionError):
        return _finding(codes.UNREADABLE, path, årsag="du har ikke adgang til den")
    name = errno.errorcode.get(problem.errno or 0, "ukendt fejl")
    return _finding(codes.UNREADABLE, path, årsag=f"computeren svarer {name}")


def _not_utf8(path: Path, raw: bytes, place: Place) -> Finding:
    looks = _looks_like(raw)
    place = place if looks is _WINDOWS else Place(1, 1)
    return Finding(codes.NOT_UTF8, Spot(path, place=place), {"fil": path.name, "ligner": looks})


def _looks_like(raw: bytes) -> str:
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _UTF16
    nulls = raw.count(0)
    if nulls and nulls >= len(raw) // 3 and 0 in (raw[::2].count(0), raw[1::2].count(0)):
        return _UTF16
    try:
        raw.decode("cp1252")
    except UnicodeDecodeError:
        return _BINARY
    return _BINARY if nulls else _WINDOWS
