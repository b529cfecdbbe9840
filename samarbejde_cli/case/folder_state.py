"""What a case folder looks like without reading its files: everything that a check depends on."""

import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from samarbejde_cli.case.case import FILES, OPTIONAL, ROUNDS, Case
from samarbejde_cli.case.case_file import is_round_number
from samarbejde_cli.files.memory import Entry, digest
from samarbejde_cli.findings import Finding
from samarbejde_cli.lazy import frozen
from samarbejde_cli.source.decode import load

_READ: Final = frozenset(f"{stem}.yaml" for stem in (*FILES, *OPTIONAL))
_COARSE: Final = 2_000_000_000
"""Nanoseconds within which the coarsest disks give two changes of a file the same time."""


@frozen
class FolderState:
    """The names in a case folder, and how its files look.

    ``names`` are all that some check looks at, with their sorts; ``looks`` the sizes and times of
    the files that are read, ``files`` their names. ``newest`` is the last of the times, ``size``
    how many bytes the files hold.
    """

    folder: Path
    names: tuple[str, ...]
    files: tuple[str, ...]
    looks: tuple[str, ...]
    newest: int
    size: int

    def stamp(self, key: bytes) -> str:
        """Return the digest of all that can be seen without reading."""
        return digest(key, (*self.names, "", *self.looks))

    def content(self, key: bytes, digests: Mapping[str, str]) -> str:
        """Return the digest of the names and of the files' own digests."""
        return digest(key, (*self.names, "", *(f"{n} {digests[n]}" for n in sorted(digests))))

    def content_now(self, key: bytes) -> str | None:
        """Return the same from the files as they are now; None when one cannot be read."""
        found: dict[str, str] = {}
        for name in self.files:
            raw = load(self.folder / name)
            if isinstance(raw, Finding):
                return None
            found[name] = sha256(raw).hexdigest()
        return self.content(key, found)

    def is_settled(self, began: int) -> bool:
        """Whether a later change of a file would show: it is older than the disk's clock ticks."""
        return self.newest < began - _COARSE


def state_of(folder: Path) -> FolderState | None:
    """Return how a case folder looks; None for one that cannot be looked into."""
    try:
        listed = list(_listed(whole := str(folder)))
        files = tuple(sorted([name for name, _ in listed if _is_read(name)]))
        stats = [os.stat(f"{whole}/{name}") for name in files]  # noqa: PTH116 — for thousands
    except OSError:
        return None
    looks = tuple(map(look_of, stats))
    newest = max([max(s.st_mtime_ns, s.st_ctime_ns) for s in stats], default=0)
    names = (folder.name, *[f"{name}:{sort}" for name, sort in listed])
    return FolderState(folder, names, files, looks, newest, sum([s.st_size for s in stats]))


def look_of(status: os.stat_result) -> str:
    """Return how a file looks: all that changes when it is another one, or has other content."""
    s = status
    return f"{s.st_size} {s.st_mtime_ns} {s.st_ctime_ns} {s.st_ino} {s.st_dev} {s.st_mode}"


def entry_of(key: bytes, began: int, state: FolderState, case: Case, note: str) -> Entry | None:
    """Return what is remembered of a case that was read after its state was looked at.

    None when names in it were changed meanwhile.
    """
    start = len(str(state.folder)) + 1
    digests = {str(each.path)[start:].replace(os.sep, "/"): each.digest for each in case.sources()}
    if tuple(sorted(digests)) != state.files or not _has_same_names(state, began):
        return None
    stamp = state.stamp(key) if state.is_settled(began) else ""
    return Entry(stamp, state.content(key, digests), note)


def _has_same_names(state: FolderState, began: int) -> bool:
    """Whether no name in a folder was added or taken away since it was looked at."""
    inside = (f"{state.folder}", f"{state.folder}/{ROUNDS}")
    try:
        if max(os.stat(path).st_mtime_ns for path in inside) < began:  # noqa: PTH116 — for thousands
            return True
    except OSError:
        return False
    now = state_of(state.folder)
    return now is not None and now.names == state.names


def _listed(folder: str) -> Iterator[tuple[str, str]]:
    """Yield every name that some check looks at, as a path within the case, with its sort."""
    for name, sort in _names(folder):
        yield name, sort
        if sort == _FOLDER or name == ROUNDS:
            for inner, its_sort in _names(f"{folder}/{name}"):
                yield f"{name}/{inner}", its_sort
                if its_sort == _FOLDER and name == ROUNDS:
                    below = _names(f"{folder}/{name}/{inner}")
                    yield from ((f"{name}/{inner}/{each}", which) for each, which in below)


def _names(folder: str) -> list[tuple[str, str]]:
    with os.scandir(folder) as found:
        return sorted([(each.name, _sort(each)) for each in found if each.name[0] != "."])


_FOLDER, _FILE = "d", "f"


def _sort(entry: "os.DirEntry[str]") -> str:
    if entry.is_file(follow_symlinks=False):
        return _FILE
    if entry.is_symlink():
        return "ld" if entry.is_dir() else "lf" if os.path.exists(entry.path) else "l"  # noqa: PTH110 — never raises
    return _FOLDER if entry.is_dir() else _FILE


def _is_read(name: str) -> bool:
    if name in _READ:
        return True
    folder, _, rest = name.partition("/")
    number = rest.removesuffix(".yaml")
    return folder == ROUNDS and number != rest and is_round_number(number)
