"""Tables of characters that are all one cell wide: the lines of rich in a tenth of the time.

Importing rich takes as long as a whole short command, and a table of thousands of lines takes it
seconds.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice, pairwise, repeat, zip_longest

from samarbejde_cli.lazy import lazy_pattern

_PLAIN = lazy_pattern(r"[\n -~¡-¬®-˿‐-‧‰-›■□▪▫●○✓–—→]*")
"""Texts of characters that are one cell wide on every terminal."""
_BOLD, _NORMAL = "\x1b[1m", "\x1b[0m"
_GAP = " "
_AT_ONCE = 512


def lines(
    headings: Sequence[str], rows: Collection[Sequence[str]], kept: Sequence[bool], width: int
) -> Iterator[str] | None:
    """Return the lines of a table, or None when rich has to make it.

    That is when a character may be wider than one cell, and when the terminal is too narrow for the
    columns. The rows are gone through twice. ``kept`` says of each column whether its cells stay on
    one line.
    """
    last = len(headings) - 1
    before = [int(at > 0) for at in range(last + 1)]
    after = [int(at < last) for at in range(last + 1)]
    around = [left + right for left, right in zip(before, after, strict=True)]
    longest = _longest(chain([headings], rows))
    if longest is None:
        return None
    widths = _fitted(longest, around, kept, width - last)
    inner = [total - pad for total, pad in zip(widths, around, strict=True)]
    if min(inner) < 1:
        return None
    head = _heading(headings, inner, kept, before, after)
    padding = (_GAP * left for left in before), (_GAP * right for right in after)
    edges = list(zip(*padding, strict=True))
    return chain(head, ["─" * (sum(widths) + last)], _body(rows, inner, kept, edges))


def _longest(rows: Iterable[Sequence[str]]) -> list[int] | None:
    """Return the length of each column's longest line; None when one may take more cells."""
    found: list[int] = []
    for block in _blocks(rows):
        columns = ["\n".join(cells) for cells in zip(*block, strict=True)]
        if not all(map(_PLAIN.fullmatch, columns)):
            return None
        lengths = [max(map(len, column.split("\n"))) for column in columns]
        found = list(map(max, lengths, found or lengths))
    return found


def _blocks(rows: Iterable[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    ahead = iter(rows)
    while block := list(islice(ahead, _AT_ONCE)):
        yield block


def _body(
    rows: Iterable[Sequence[str]],
    inner: Sequence[int],
    kept: Sequence[bool],
    edges: Sequence[tuple[str, str]],
) -> Iterator[str]:
    sized = zip(edges, inner, strict=True)
    line_of = _GAP.join(f"{before}{{:{size}}}{after}" for (before, after), size in sized).format
    for block in _blocks(rows):
        columns = zip(zip(*block, strict=True), inner, kept, strict=True)
        wrapped = [
            map(_wrapped, cells, repeat(size), repeat(keeps)) for cells, size, keeps in columns
        ]
        for row in zip(*wrapped, strict=True):
            for line in zip_longest(*row, fillvalue=""):
                yield line_of(*line)


def _heading(
    headings: Sequence[str],
    inner: Sequence[int],
    kept: Sequence[bool],
    before: Sequence[int],
    after: Sequence[int],
) -> list[str]:
    """Return the lines of the headings, bold, the last lines beside each other."""
    cells = [_wrapped(*each) for each in zip(headings, inner, kept, strict=True)]
    height = max(map(len, cells))
    found = []
    for number in range(height):
        parts = []
        for texts, size, left, right in zip(cells, inner, before, after, strict=True):
            at = number - height + len(texts)
            if at < 0:
                parts.append(_bold(" " * (size + left + right)))
            else:
                parts.append(_bold(" " * left) + _bold(f"{texts[at]:{size}}") + _bold(" " * right))
        found.append(_GAP.join(parts))
    return found


def _bold(text: str) -> str:
    return f"{_BOLD}{text}{_NORMAL}" if text else ""


def _fitted(
    longest: Sequence[int], around: Sequence[int], kept: Sequence[bool], room: int
) -> list[int]:
    """Return the widths of the columns with the space around, the widest made narrower first."""

    def limited(most: int, at: int) -> int:
        return min(longest[at] + around[at], most)

    widths = [limited(room, at) or 1 for at in range(len(longest))]
    if sum(widths) <= room:
        return widths
    widths = _collapsed(widths, [not each for each in kept], room)
    if sum(widths) > room:
        widths = _reduced(sum(widths) - room, [1] * len(widths), widths, widths)
    return [limited(most, at) for at, most in enumerate(widths)]


def _collapsed(widths: list[int], may_shrink: Sequence[bool], room: int) -> list[int]:
    while (excess := sum(widths) - room) > 0 and any(may_shrink):
        shrinking = [width if may else 0 for width, may in zip(widths, may_shrink, strict=True)]
        widest = max(shrinking)
        step = widest - max(width for width in (*shrinking, 0) if width != widest or not width)
        ratios = [int(width == widest) for width in shrinking]
        if not step or not widest:
            break
        widths = _reduced(excess, ratios, [min(excess, step)] * len(widths), widths)
    return widths


def _reduced(
    total: int, ratios: Sequence[int], most: Sequence[int], widths: Sequence[int]
) -> list[int]:
    """Return the widths with a total taken from them, in the given ratios."""
    left = [ratio if limit else 0 for ratio, limit in zip(ratios, most, strict=True)]
    whole, found = sum(left), []
    for ratio, limit, width in zip(left, most, widths, strict=True):
        taken = min(limit, round(ratio * total / whole)) if ratio and whole > 0 else 0
        found.append(width - taken)
        total -= taken
        whole -= ratio
    return found


def _wrapped(text: str, width: int, keeps: bool) -> list[str]:  # noqa: FBT001 — of a row of them
    """Return the lines of a cell; one that keeps its lines is cut at the width."""
    lines = text.split("\n")
    if len(text) <= width:
        return lines
    if keeps:
        return [line[:width] for line in lines]
    return [part for line in lines for part in _folded(line, width)]


@lru_cache(maxsize=512)
def _folded(line: str, width: int) -> tuple[str, ...]:
    """Return the parts of a line; what is told to several people comes again soon."""
    if len(line) <= width:
        return (line,)
    starts = [0, *_breaks(line, width), len(line)]
    return tuple(line[start:end][:width] for start, end in pairwise(starts))


def _breaks(line: str, width: int) -> Iterator[int]:
    """Yield where a line is broken: between words, and within one that is too long for a line."""
    start, end = 0, len(line.rstrip())
    word = len(line) - len(line.lstrip())
    while end - start > width:
        space = line.rfind(" ", word, start + width + 1)
        if space >= 0:
            start = word = _next_word(line, space)
            yield start
        elif 0 < start < word:
            start = word
            yield start
        else:  # the word is longer than a line
            word = _next_word(line, word)
            within = range(start + width, word, width)
            yield from within
            start = within[-1]


def _next_word(line: str, at: int) -> int:
    """Return where the word after the one at a place begins; without one, the end of the line."""
    space = line.find(" ", at)
    return len(line) - len(line[space:].lstrip()) if space >= 0 else len(line)
