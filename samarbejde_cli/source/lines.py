"""Offsets in a text as lines and columns, the way an editor counts them."""

from bisect import bisect_right
from itertools import accumulate

from samarbejde_cli.findings import Place
from samarbejde_cli.lazy import lazy_pattern

_BREAK = lazy_pattern(r"\r\n|\r|\n")


class Lines:
    """The lines of a text without its BOM; offsets count characters from 0."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last = (0, "")
        if "\r" in text:
            breaks = list(_BREAK.finditer(text))
            self._starts = [0, *(found.end() for found in breaks)]
            self._ends = [*(found.start() for found in breaks), len(text)]
        else:
            lengths = [len(line) + 1 for line in text.split("\n")]
            self._starts = [0, *accumulate(lengths)]
            self._ends = [start - 1 for start in self._starts[1:]]
            self._starts.pop()

    def number(self, offset: int) -> int:
        """Return the number of the line, from 1, that holds an offset."""
        return bisect_right(self._starts, offset)

    def place(self, start: int, end: int) -> Place:
        """Return the place of a stretch; one over several lines ends with its first line."""
        number = self.number(start)
        length = min(end, self._ends[number - 1]) - start
        return Place(number, start - self._starts[number - 1] + 1, max(length, 1))

    def bounds(self, number: int) -> tuple[int, int]:
        """Return the offsets of a line's first character and of its line break."""
        return self._starts[number - 1], self._ends[number - 1]

    def line(self, number: int) -> str:
        """Return a line without its break, or an empty text when there is no such line."""
        if not 1 <= number <= len(self._starts):
            return ""
        if number != self._last[0]:  # one text for all findings of a line, which may be long
            start, end = self.bounds(number)
            self._last = (number, self._text[start:end])
        return self._last[1]

    def around(self, offset: int) -> str:
        """Return the line that holds an offset."""
        return self.line(self.number(offset))

    def content_before(self, number: int) -> int:
        """Return the nearest line above that holds more than a comment, or 0."""
        above = range(number - 1, 0, -1)
        return next((n for n in above if self.line(n).strip() and not _comment(self.line(n))), 0)


def _comment(line: str) -> bool:
    return line.lstrip().startswith("#")
