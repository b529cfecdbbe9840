"""Files that look like case files but are not read: copies, other spellings, leftovers."""

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from enum import Enum
from pathlib import Path

from samarbejde_cli.danish.likeness import is_misspelling
from samarbejde_cli.danish.text import nfc
from samarbejde_cli.lazy import frozen, lazy_pattern

_EXTENSION = lazy_pattern(r"\.(ya?ml|yam|ymal|yalm)(\.(txt|ya?ml))?$", re.IGNORECASE)
_LEFTOVER = lazy_pattern(
    r"(~|\.(orig|rej|bak|backup|old|gammel|tmp|temp|sav|save|sw[a-z]|mine|theirs|ours|r\d+))+$"
    r"|_(BACKUP|BASE|LOCAL|REMOTE)_\d+(?=\.ya?ml$)",
    re.IGNORECASE,
)
_SYNCHRONISED = lazy_pattern(r"(?i:conflict|konflikt|modstrid)|^-[A-ZÆØÅ]\w*(?:-\w+)*$")
"""What programs for synchronising add to a name: a word for conflict, or a computer's name."""
_COPY_OF = lazy_pattern(r"^(kopi af|copy of|kopi|copy)[ _-]+", re.IGNORECASE)
_ROUND_FILE = lazy_pattern(r"[1-9][0-9]*\.yaml")
_ROUND = lazy_pattern(r"(?:runde[ _-]*)?0*([1-9]\d*)(?!\d)(.*)", re.IGNORECASE)


class StrayKind(Enum):
    """Kinds of unread files, and of folders that hold a case or files of one."""

    MISNAMED = "misnamed"
    COPY = "copy"
    CONFLICT_COPY = "conflict copy"
    LEFTOVER = "leftover"
    OTHER = "other"
    CASE = "case"
    FOLDER = "folder"


@frozen
class Stray:
    """A file that no command reads, the name that is read instead, and whether that file exists."""

    path: Path
    kind: StrayKind
    meant: str = ""
    is_there: bool = False

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder; False also where that cannot be known."""
        return _is_folder(self.path)

    @property
    def is_read_here(self) -> bool:
        """Whether this system reads it as the intended file, since it ignores case."""
        is_same = self.path.name.casefold() == self.meant.casefold()
        return is_same and not self.is_there and self.path.with_name(self.meant).exists()


def strays_in_case(folder: Path, stems: Sequence[str], rounds: str) -> Iterator[Stray]:
    """Yield the files of a case folder, and of its folder of rounds, that look like its own.

    A folder that holds such files is one stray; its contents are not reported separately.
    """
    known = {f"{stem}.yaml" for stem in stems}
    names, other = _looked_at(folder, lambda name: name in known, rounds)
    yield from _folders(folder, names, other, stems, rounds)
    for name in other:
        if found := _stray(folder, name, names, stems):
            number = re.fullmatch(r"([1-9]\d*)\.yaml", name)
            meant = f"{rounds}/{name}" if number else found.meant
            is_there = (folder / rounds / name).exists() if number else found.is_there
            yield Stray(found.path, StrayKind.MISNAMED if number else found.kind, meant, is_there)
    below = folder / rounds
    names, other = _looked_at(below, _ROUND_FILE.fullmatch)
    yield from _folders(below, names, other, stems, "")
    for name in other:
        if found := _stray(below, name, names, None):
            belongs = name.removesuffix(".yaml") in stems
            meant = f"../{name}" if belongs else found.meant
            is_there = (folder / name).exists() if belongs else found.is_there
            yield Stray(found.path, StrayKind.MISNAMED if belongs else found.kind, meant, is_there)


def _looked_at(
    folder: Path, is_own: Callable[[str], object], rounds: str = ""
) -> tuple[Collection[str], list[str]]:
    """Return the names in a folder, and those that are not just a case's files or its rounds."""
    try:
        with os.scandir(folder) as entries:
            found = {each.name: _is_ordinary(each, is_own, rounds) for each in entries}
    except OSError:
        return (), []
    return found, [name for name in sorted(found) if not found[name]]


def _is_ordinary(entry: "os.DirEntry[str]", is_own: Callable[[str], object], rounds: str) -> bool:
    try:
        if entry.name == rounds:
            return entry.is_dir(follow_symlinks=False)
        return bool(is_own(entry.name)) and entry.is_file(follow_symlinks=False)
    except OSError:
        return False


def _folders(
    folder: Path,
    names: Collection[str],
    other: Iterable[str],
    stems: Sequence[str],
    rounds: str,
) -> Iterator[Stray]:
    """Yield the folders that look like the one of rounds, or in which files of a case lie.

    ``other`` are the names in the folder that may be one.
    """
    for name in other:
        path = folder / name
        if name == rounds or name.startswith(".") or not _is_folder(path) or path.is_symlink():
            continue
        inside = _names(path)
        added = _added(name, rounds) if rounds else None
        if added is not None:
            kind = StrayKind.COPY if added else StrayKind.MISNAMED
            yield Stray(path, kind, rounds, rounds in names)
        elif "sag.yaml" in inside:
            yield Stray(path, StrayKind.CASE)
        elif any(_is_of_case(each, stems) for each in inside):
            yield Stray(path, StrayKind.FOLDER)


def _is_of_case(name: str, stems: Sequence[str]) -> bool:
    stem = name.removesuffix(".yaml")
    return stem != name and (stem in stems or stem.isdecimal())


def _added(name: str, known: str) -> str | None:
    """Return the addition to a known folder's name; None when it is another name."""
    meant, added = _meant(nfc(name), [known])
    return added if meant else None


def strays_like(folder: Path, stem: str) -> Iterator[Stray]:
    """Yield the files of a folder that look like one that is read."""
    names = _names(folder)
    found = (_stray(folder, name, names, [stem]) for name in names)
    yield from (each for each in found if each and each.meant)


def folders_like(folder: Path, known: Sequence[str]) -> Iterator[Stray]:
    """Yield the folders named like a known one except for case."""
    names = _names(folder)
    for name in names:
        meant = name.casefold()
        if meant in known and name != meant and _is_folder(folder / name):
            yield Stray(folder / name, StrayKind.MISNAMED, meant, meant in names)


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 — Path.is_dir raises without access


def _names(folder: Path) -> Collection[str]:
    """Return the names in a folder as they are written, in order; none if it cannot be read."""
    try:
        return dict.fromkeys(sorted(os.listdir(folder)))  # noqa: PTH208 — names are enough
    except OSError:
        return ()


def _stray(
    folder: Path, name: str, names: Collection[str], stems: Sequence[str] | None
) -> Stray | None:
    """Return what is wrong with a name; ``stems`` is None for rounds, which have numbers."""
    if name.startswith((".", "~$")) or _is_folder(folder / name):
        return None
    whole = _LEFTOVER.sub("", name)
    stem = _EXTENSION.sub("", whole)
    meant, rest = _meant(nfc(stem), stems)
    target = f"{meant}.yaml" if meant else ""
    if name == target or (stem == whole and (rest or not meant)):
        return None
    kind = StrayKind.LEFTOVER if whole != name else StrayKind.COPY if rest else StrayKind.MISNAMED
    if kind is StrayKind.COPY and target in names and _is_synchronised(nfc(stem), rest):
        kind = StrayKind.CONFLICT_COPY
    return Stray(folder / name, kind if meant else StrayKind.OTHER, target, target in names)


def _is_synchronised(stem: str, rest: str) -> bool:
    """Whether a program for synchronising made a copy because two wrote at once."""
    return bool(_SYNCHRONISED.search(stem[-len(rest) :]))


def _meant(stem: str, stems: Sequence[str] | None) -> tuple[str, str]:
    """Return the stem that is read for one, and what was added to it; two empty texts if none."""
    plain = _COPY_OF.sub("", stem)
    added = "kopi" if plain != stem else ""
    if stems is None:
        found = _ROUND.fullmatch(plain)
        return (found[1], (found[2] or added).strip()) if found else ("", "")
    folded = plain.casefold()
    for known in stems:
        rest = folded.removeprefix(known)
        if folded == known or (rest != folded and not rest[0].isalpha()):
            return known, rest or added
    likely = [known for known in stems if is_misspelling(folded, known)]
    return (likely[0], added) if len(likely) == 1 else ("", "")
