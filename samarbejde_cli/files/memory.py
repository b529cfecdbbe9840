"""What the program remembers of cases between two runs: digests, counts, codes, no values.

A workspace's memory is a folder that git ignores, with a file for each question and computer. It
holds a line a case: digests of how its files look and of what they say, and numbers, among them the
places where values stand (``actions/written``). A digest is of a whole case with a random key, so
that it confirms no guess about a value. Whoever deletes the folder only makes the next run slower;
a file that was damaged, is another version's or answers in other circumstances (``context``) is
nobody's memory.
"""

import os
import platform
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

from samarbejde_cli.files.find import MEMORY_FOLDER
from samarbejde_cli.files.private import make_folder, opener
from samarbejde_cli.files.unversioned import keep_out_of_git
from samarbejde_cli.lazy import frozen

_IGNORING: Final = ".gitignore"
_FORMAT: Final = "samarbejde-husket-1"
_SALT, _DIGEST = 16, 16
_NONE: Final = "-"
_OLD: Final = 30 * 24 * 3600
_PACKAGE: Final = Path(__file__).parents[1]


class Entry(NamedTuple):
    """What is remembered of a case.

    ``stamp`` is a digest of what can be seen without reading, empty when that is not to be relied
    on; ``content`` one of what the files say; ``note`` are the counts and codes.
    """

    stamp: str
    content: str
    note: str = ""


@frozen
class Memory:
    """The memory of one question as it was found."""

    path: Path
    salt: bytes
    key: bytes
    began: int | None
    """When the run began by the clock of the disk, in nanoseconds; None if nothing can be kept."""
    entries: tuple[Entry, ...]
    settings: str = ""
    """What the question itself has noted."""

    def keep(self, entries: Iterable[Entry], settings: str = "") -> None:
        """Remember these cases and no others; nothing where the workspace cannot be written in."""
        kept = tuple(entries)
        if self.began is None or (kept, settings) == (self.entries, self.settings):
            return
        lines = [f"{each.stamp or _NONE} {each.content} {each.note}" for each in kept]
        body = "\n".join((settings, *lines))
        head = f"{_FORMAT} {self.salt.hex()} {_checksum(self.key, body)}\n"
        with suppress(OSError, UnicodeError):
            _write(self.path, (head + body).encode("ascii"))


def memory_of(workspace: Path, question: str, context: str) -> Memory:
    """Return what is remembered of a question; nothing is fine, and nothing is raised.

    ``context`` is everything that an answer depends on besides the case and the program.
    """
    here = blake2b(platform.node().encode(), digest_size=4).hexdigest()
    path = workspace / MEMORY_FOLDER / f"{question}-{here}"
    began = _clock(path)
    whole = f"{_circumstances()}\n{workspace}\n{context}"
    with suppress(OSError, ValueError):
        head, _, body = path.read_bytes().decode("ascii").partition("\n")
        form, salt, checksum = head.split(" ")
        key = _key(bytes.fromhex(salt), whole)
        if form == _FORMAT and checksum == _checksum(key, body):
            settings, *lines = body.split("\n")
            return Memory(path, bytes.fromhex(salt), key, began, _entries(lines), settings)
    salt_ = os.urandom(_SALT)
    return Memory(path, salt_, _key(salt_, whole), began, ())


def digest(key: bytes, parts: Iterable[str]) -> str:
    """Return a digest of texts that says nothing to anyone who has not got all of them."""
    data = "\0".join(parts).encode(errors="surrogatepass")
    return blake2b(data, key=key, digest_size=_DIGEST).hexdigest()


def _entries(lines: Iterable[str]) -> tuple[Entry, ...]:
    parts = (line.split(" ", 2) for line in lines)
    return tuple(
        Entry("" if stamp == _NONE else stamp, content, note) for stamp, content, note in parts
    )


def _key(salt: bytes, context: str) -> bytes:
    return blake2b(context.encode(errors="surrogatepass"), key=salt, digest_size=32).digest()


def _checksum(key: bytes, body: str) -> str:
    return blake2b(body.encode(), key=key, digest_size=_DIGEST).hexdigest()


def _circumstances() -> str:
    """Return what tells one program from another: its files, Python, the libraries, the user."""
    user = os.geteuid() if hasattr(os, "geteuid") else ""
    libraries = [path for path in map(Path, sys.path) if path.name.endswith("-packages")]
    times = (str(path.stat().st_mtime_ns) for path in libraries if path.is_dir())
    python = sys.version, str(sys.flags.optimize)  # with which the program's texts are others
    return "\n".join((*python, str(user), *times, *_files(str(_PACKAGE))))


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        for each in sorted(found, key=lambda entry: entry.name):
            if each.is_dir():
                if each.name != "__pycache__":
                    yield from _files(each.path)
            else:
                status = each.stat()
                yield f"{each.name} {status.st_size} {status.st_mtime_ns}"


def _clock(path: Path) -> int | None:
    """Return the time that the disk gives to a file written now; None if none can be written."""
    trial = _beside(path)
    try:
        make_folder(path.parent)
        with open(trial, "xb", opener=opener) as file:
            now = os.fstat(file.fileno()).st_mtime_ns
        trial.unlink()
    except OSError:
        return None
    return now


def _write(path: Path, data: bytes) -> None:
    """Write a file of the memory whole or not at all, and clear what nobody has used for long."""
    keep_out_of_git(path.parent)
    trial = _beside(path)
    with open(trial, "xb", opener=opener) as file:
        file.write(data)
    trial.replace(path)
    for other in path.parent.iterdir():
        if other.name != _IGNORING and time.time() - other.stat().st_mtime > _OLD:
            other.unlink()


def _beside(path: Path) -> Path:
    return path.with_name(f"{os.urandom(8).hex()}.ny")


def bucket(key: bytes, value: object) -> int:
    """Return the bucket of a value: a number below 65,536 that many values share."""
    return int.from_bytes(blake2b(repr(value).encode(), key=key, digest_size=2).digest(), "big")
