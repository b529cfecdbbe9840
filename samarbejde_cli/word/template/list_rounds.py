"""After a render: a list of its own for each round of a loop that begins numbers again."""

import re

from samarbejde_cli.lazy import frozen, lazy_pattern
from samarbejde_cli.word.template.sentinels import LIST, ROUND

NUMBER = "-1"
"""Stands in the copy of a list for its number."""
_MARKS = lazy_pattern(f"{ROUND}(\\d+);|{LIST}(\\d+)")


@frozen
class NumberingPart:
    """The part with the lists, around where new ones are put; ``copies`` by index."""

    name: str
    before: str
    after: str
    copies: tuple[str, ...]
    last: int


class ListRounds:
    """Gives the rounds of one document their lists, part by part."""

    def __init__(self, numbering: NumberingPart) -> None:
        self.numbering = numbering
        self.current: dict[int, int] = {}
        self.made: list[str] = []

    def part(self, xml: str) -> str:
        """Return rendered XML in which every marked paragraph names the list of its round."""
        return _MARKS.sub(self._named, xml) if LIST in xml or ROUND in xml else xml

    def part_with_lists(self) -> str:
        """Return the part with the template's lists and those of the rounds."""
        return "".join((self.numbering.before, *self.made, self.numbering.after))

    def _named(self, found: re.Match[str]) -> str:
        if found[1]:
            self.current.pop(int(found[1]), None)
            return ""
        index = int(found[2])
        if index not in self.current:
            self.current[index] = self._new(index)
        return str(self.current[index])

    def _new(self, index: int) -> int:
        number = self.numbering.last + len(self.made) + 1
        self.made.append(self.numbering.copies[index].replace(NUMBER, str(number), 1))
        return number
