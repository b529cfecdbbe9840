"""Tables of characters that are all one cell wide: the lines of rich in a tenth of the time.

Importing rich takes as long as a whole short command, and a table of thousands of lines takes it
seconds. Where rich would break a word the columns are shared out otherwise; where they are too many
for the width, each row is written below the one before.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice, pairwise, repeat, zip_longest

from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.report.folded import lines_of

_PLAIN = lazy_pattern(r"[\n -~¡-¬®-˿‐-‧‰-›■□▪▫●○✓–—→]*")
"""Texts of characters that are one cell wide on every terminal."""
_BOLD, _NORMAL = "\x1b[1m", "\x1b[0m"
_GAP = " "
_AT_ONCE = 512
_LONG_WORD = 24
"""Letters of a word that is broken rather than that all rows are written otherwise."""


def lines(
    headings: Sequence[str], rows: Collection[Sequence[str]], kept: Sequence[bool], width: int
) -> Iterator[str] | None:
    """Return the lines of a table, or None when rich has to make it.

    That is when a character may be wider than one cell. The rows are gone through twice. ``kept``
    says of each column whether its cells stay on one line.
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
    whole = _without_broken([headings, *rows], longest, inner, kept, width - last - sum(around))
    if whole is None:
        return _below_each_other(headings, rows, width)
    inner, total = whole, sum(whole) + sum(around) + last
    head = _heading(headings, inner, kept, before, after)
    padding = (_GAP * left for left in before), (_GAP * right for right in after)
    edges = list(zip(*padding, strict=True))
    return chain(head, ["─" * total], _body(rows, inner, kept, edges))


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


def _longest_words(rows: Iterable[Sequence[str]], asked: Sequence[bool]) -> list[int]:
    """Return the length of the longest word in the columns asked for, unless it may be broken."""
    found: list[int] = [0] * len(asked)
    for block in _blocks(rows):
        columns = zip(zip(*block, strict=True), asked, strict=True)
        words = [" ".join(cells).split() if wanted else () for cells, wanted in columns]
        found = [max(most, *map(len, each), 0) for most, each in zip(found, words, strict=True)]
    return [min(each, _LONG_WORD) for each in found]


def _without_broken(
    rows: Sequence[Sequence[str]],
    longest: Sequence[int],
    inner: list[int],
    kept: Sequence[bool],
    room: int,
) -> list[int] | None:
    """Return widths of cells in which no word is broken; None when there is no room for that.

    It is those of rich, ``inner``, when they break none; else the widest is made narrower first.
    """
    columns = list(zip(longest, inner, kept, strict=True))
    if all(size >= most for most, size, _ in columns):
        return inner
    folds = [size < most and not keeps for most, size, keeps in columns]
    words = _longest_words(rows, folds)
    if all(
        size >= (most if keeps else word)
        for (most, size, keeps), word in zip(columns, words, strict=True)
    ):
        return inner
    words = _longest_words(rows, [not each for each in kept])
    least = [most if keeps else word for (most, _, keeps), word in zip(columns, words, strict=True)]
    if sum(least) > room:
        return None
    widths = [min(each, room) for each in longest]
    while sum(widths) > room:
        wider = (at for at, size in enumerate(widths) if size > least[at])
        widths[max(wider, key=widths.__getitem__)] -= 1
    return widths


def _below_each_other(
    headings: Sequence[str], rows: Iterable[Sequence[str]], width: int
) -> Iterator[str]:
    """Yield each row as lines of its own: the first cell, then every other with its heading."""
    for first, *others in rows:
        yield from lines_of(first, width, further="  ")
        for heading, cell in zip(headings[1:], others, strict=True):
            for number, line in enumerate(cell.strip().split("\n") if cell.strip() else ()):
                text, depth = (line, "    ") if number else (f"{heading}: {line.strip()}", "  ")
                yield from lines_of(text, width, depth, "    ")


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
