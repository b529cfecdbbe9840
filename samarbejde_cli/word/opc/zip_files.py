"""ZIP files without a clock: the same parts are the same bytes, on every system.

``write`` makes a document of a template: the unchanged parts stand first, as the template stores
them, so they and their entries in the directory are made once and copied. ``write_parts`` makes a
file of parts that all may have changed.
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from itertools import takewhile
from struct import Struct
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from samarbejde_cli.lazy import frozen

LEVEL = 3
"""For the body of a form (50 kB): level 6 takes 136 µs, 4 takes 97 and 3 takes 35; the whole
files are 12.9, 13.5 and 13.5 kB."""
_MEMORY = 7
"""zlib's usual 8 lets the system fetch and return memory for every part: 45 µs for a footer that
takes 6, and 77 for a letter that takes 37. The files are as small."""
_SMALL = 4096
"""Headers and footers are smaller; many letters in a row have the same."""

_TIME, _DATE = 0, 33  # 1 January 1980, the first day that a ZIP knows
_VERSION, _UTF8 = 20, 0x800
_ABOUT = Struct("<HHHHHIIIHH")
_REST = Struct("<HHHII")
_END = Struct("<HHHHIIH")
_LOCAL, _CENTRAL, _ENDED = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_DIRECTORY, _ENDING = 46, 22
"""Bytes of an entry in the directory without its name, and of the end of the file."""
_UNIX, _OWN_RIGHTS = 3, 0o600 << 16
"""What a directory says of the system that made a file, and of the rights to a part."""


@frozen
class Base:
    """The unchanged parts, ready to be copied: their bytes, directory entries and number."""

    content: bytes
    directory: bytes
    count: int


def make_base(parts: Iterable[tuple[str, int, bytes, int, int]]) -> Base:
    """Return parts, each as (name, method, stored bytes, crc, size), laid out once and for all."""
    writer = _Writer(Base(b"", b"", 0))
    for name, method, stored, crc, size in parts:
        writer.add(name, method, stored, crc, size)
    return Base(b"".join(writer.content), b"".join(writer.directory), writer.count)


def read_parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a file that this program made, by name. Raises BadZipFile."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """Return a whole ZIP file of these parts, all deflated, in this order."""
    writer = _Writer(Base(b"", b"", 0), _UNIX, _OWN_RIGHTS)
    for name, data in parts.items():
        writer.add(name, ZIP_DEFLATED, deflated(data), zlib.crc32(data), len(data))
    return writer.finished()


def write(base: Base, parts: Iterable[tuple[str, bytes]], level: int = LEVEL) -> bytes:
    """Return a whole ZIP file: the base, then these parts by name and content."""
    writer = _Writer(base)
    for name, data in parts:
        entry = _entry_before if len(data) < _SMALL else _entry
        writer.append(entry(name, data, level))
    return writer.finished()


def _entry(name: str, data: bytes, level: int) -> "_Entry":
    """Return a part of a document ready to be put in; some are stored as they are."""
    if name.startswith("docProps/") or name.endswith(".rels"):
        return _Entry.of(name, ZIP_STORED, data, zlib.crc32(data), len(data))
    stored = deflated(data, level, _MEMORY)
    return _Entry.of(name, ZIP_DEFLATED, stored, zlib.crc32(data), len(data))


_entry_before = lru_cache(maxsize=64)(_entry)


def deflated(
    data: bytes, level: int = zlib.Z_DEFAULT_COMPRESSION, memory: int = zlib.DEF_MEM_LEVEL
) -> bytes:
    """Return a part's content as a ZIP file stores it."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS, memory)
    return packer.compress(data) + packer.flush()


class StoredPart(NamedTuple):
    """A part as it lies in a file."""

    name: str
    method: int
    crc: int
    size: int
    stored: bytes

    @property
    def content(self) -> bytes | None:
        """What the part holds; None when that is not what the file says of it."""
        try:
            content = self.stored if self.method == ZIP_STORED else inflated(self.stored, self.size)
        except zlib.error:
            return None
        return content if (len(content), zlib.crc32(content)) == (self.size, self.crc) else None


def inflated(stored: bytes, size: int) -> bytes:
    """Return a part's content of so many bytes, and one byte of any more. Raises zlib.error."""
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(stored, size + 1)


class Beginning(NamedTuple):
    """What some files begin with: the same parts, and the bytes of these and of their entries."""

    parts: tuple[StoredPart, ...] = ()
    content: bytes = b""
    directory: bytes = b""


def common_beginning(
    data: bytes, parts: Sequence[StoredPart], others: Sequence[StoredPart]
) -> Beginning:
    """Return what a file begins with as another one does; both have ``stored_parts``."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(parts, others, strict=False))
    same = tuple(part for part, _ in pairs)
    if not same:
        return Beginning()
    first = _END.unpack_from(data, len(data) - _ENDING + 4)[5]
    directory = sum(_DIRECTORY + len(part.name) for part in same)
    return Beginning(same, data[: sum(map(_length, same))], data[first : first + directory])


def _length(part: StoredPart) -> int:
    return len(_LOCAL) + _ABOUT.size + len(part.name) + len(part.stored)


_NOTHING = Beginning()


def stored_parts(data: bytes, beginning: Beginning = _NOTHING) -> list[StoredPart]:
    """Return the parts of a file that is laid out as ``write`` does it, else none.

    Every byte of such a file belongs to a part or to the directory at its end. The parts of a
    ``beginning`` that the file has byte for byte are not looked at again.
    """
    at = len(data) - _ENDING
    if at < 0 or data[at : at + 4] != _ENDED:
        return []
    _, _, _, count, size, first, comment = _END.unpack_from(data, at + 4)
    place, parts, end = first, list[StoredPart](), 0
    if first + size != at or comment:
        return []
    known, content, directory = beginning
    if known and data.startswith(content) and data.startswith(directory, first):
        place, parts, end = first + len(directory), [*known], len(content)
    for _ in range(count - len(parts)):
        part = _stored_part(data, place, end)
        if part is None:
            return []
        place += _DIRECTORY + len(part.name)
        end += _length(part)
        parts.append(part)
    return parts if (place, end) == (at, first) else []


def _stored_part(data: bytes, place: int, start: int) -> StoredPart | None:
    """Return the part of a directory entry, if it begins at ``start`` and says the same there."""
    about = data[place + 6 : place + 6 + _ABOUT.size]
    if data[place : place + 4] != _CENTRAL or len(about) < _ABOUT.size:
        return None
    _, flags, method, _, _, crc, length, size, name_length, extra = _ABOUT.unpack(about)
    comment, _, _, _, offset = _REST.unpack_from(data, place + 6 + _ABOUT.size)
    name = data[place + _DIRECTORY : place + _DIRECTORY + name_length]
    first = start + len(_LOCAL) + _ABOUT.size + name_length
    head = data[start:first]
    is_plain = not (flags or extra or comment) and method in (ZIP_STORED, ZIP_DEFLATED)
    if not is_plain or offset != start or head != _LOCAL + about + name or not name.isascii():
        return None
    return StoredPart(name.decode(), method, crc, size, data[first : first + length])


class _Entry(NamedTuple):
    """A part as it is written: with its head, and what the directory says of it but its place."""

    content: bytes
    about: bytes
    name: bytes

    @classmethod
    def of(cls, name: str, method: int, stored: bytes, crc: int, size: int) -> "_Entry":
        """Return the entry of a part by its name, method, stored bytes, crc and size."""
        encoded = name.encode()
        flags = 0 if len(encoded) == len(name) else _UTF8
        about = _ABOUT.pack(
            _VERSION, flags, method, _TIME, _DATE, crc, len(stored), size, len(encoded), 0
        )
        return cls(b"".join((_LOCAL, about, encoded, stored)), about, encoded)


class _Writer:
    def __init__(self, base: Base, system: int = 0, rights: int = 0) -> None:
        self.content = [base.content]
        self.directory = [base.directory]
        self.offset = len(base.content)
        self.count = base.count
        self.entry = _CENTRAL + bytes((_VERSION, system))
        self.rights = rights

    def add(self, name: str, method: int, stored: bytes, crc: int, size: int) -> None:
        self.append(_Entry.of(name, method, stored, crc, size))

    def append(self, entry: _Entry) -> None:
        self.content.append(entry.content)
        rest = _REST.pack(0, 0, 0, self.rights, self.offset)
        self.directory += (self.entry, entry.about, rest, entry.name)
        self.offset += len(entry.content)
        self.count += 1

    def finished(self) -> bytes:
        directory = b"".join(self.directory)
        end = _END.pack(0, 0, self.count, self.count, len(directory), self.offset, 0)
        return b"".join((*self.content, directory, _ENDED, end))
