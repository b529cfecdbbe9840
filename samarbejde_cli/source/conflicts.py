"""A text with git's conflict markers: its two versions, and both combined."""

from collections.abc import Iterator
from typing import Final

MARKER: Final = "<<<<<<<"
"""What a conflict begins with."""

_OURS, _BASE, _THEIRS, _COMMON = MARKER, "|||||||", "=======", ">>>>>>>"
_ORDER = {_OURS: (_COMMON,), _BASE: (_OURS,), _THEIRS: (_OURS, _BASE), _COMMON: (_THEIRS,)}
"""Each marker with those that it may follow."""


def sides(text: str) -> tuple[str, str] | None:
    """Return both whole versions, ours and theirs; None without a conflict."""
    parts = _parts(text)
    if parts is None:
        return None
    ours, theirs = (
        "".join(line for part, line in parts if part in (_COMMON, side))
        for side in (_OURS, _THEIRS)
    )
    return ours, theirs


def without_markers(text: str) -> str | None:
    """Return the text with the lines of both versions, ours first; None without conflict."""
    parts = _parts(text)
    return None if parts is None else "".join(line for part, line in parts if part != _BASE)


def disputed_lines(text: str) -> list[str]:
    """Return the lines on which the versions differ, of both."""
    return [line for part, line in _parts(text) or () if part in (_OURS, _THEIRS)]


def _parts(text: str) -> list[tuple[str, str]] | None:
    """Return every line with the part that it belongs to; None without markers that fit."""
    found = list(_lines(text)) if _OURS in text else []
    return None if not found or None in found else [each for each in found if each]


def _lines(text: str) -> Iterator[tuple[str, str] | None]:
    """Yield every line except markers with its part, and None where a marker does not fit."""
    part = _COMMON
    has_any = False
    for line in text.splitlines(keepends=True):
        word = line.split(maxsplit=1)[0] if line.strip() and not line[0].isspace() else ""
        if word not in _ORDER:
            yield part, line
            continue
        has_any = True
        if part not in _ORDER[word]:
            yield None
        part = word
    if part != _COMMON or not has_any:
        yield None
