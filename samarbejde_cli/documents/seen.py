"""What was shown of a field, so that it need not be filtered again for others who see the same."""

from collections.abc import Iterator
from functools import cached_property
from operator import is_
from typing import Any


class Seen:
    """A group as it came, and as a reader saw it; ``is_open`` says that everybody sees all of it.

    Two groups are the same when their values are the very same objects. Readers of the same areas
    see the same of them, except one who is mentioned, and except those of a youth who is: these are
    looked for among all the words.
    """

    def __init__(
        self,
        group: dict[str, Any],
        shown: dict[str, Any],
        name: str = "",
        youth: str = "",
        *,
        is_open: bool = False,
    ) -> None:
        self._given, self._is_open = group, is_open
        self._value = dict(group)
        self._shown = shown
        self._reader, self._youth = name, youth

    def holds_for(self, name: str, youth: str) -> bool:
        """Whether a reader sees the same of the group; both names are in lower case."""
        if self._is_open:
            return True
        if name in self._words or not self.is_for_others:
            return False
        return youth == self._youth or self._words.isdisjoint((youth, self._youth))

    def is_of(self, group: dict[str, Any]) -> bool:
        """Whether a group is the one that came."""
        own = self._value
        return group is self._given or (
            own.keys() == group.keys() and all(map(is_, own.values(), map(group.__getitem__, own)))
        )

    @property
    def copy(self) -> dict[str, Any]:
        """What was shown, in a group of its own."""
        return type(self._shown)(self._shown)

    @property
    def is_for_others(self) -> bool:
        """Whether its reader is not mentioned, so that others see the same."""
        return self._reader not in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_words(self._value))


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _words(each)
    else:
        yield str(value).casefold()
