"""What was shown of a field, so that it need not be filtered again for others who see the same."""

from collections.abc import Iterator
from functools import cached_property
from operator import is_
from typing import Any


class Seen:
    """A group as it came, and as a reader saw it.

    Two groups are the same when their values are the very same objects. Readers of the same areas
    see the same of them, except one who is mentioned, and except those of a youth who is: these are
    looked for among all the words.
    """

    def __init__(self, value: dict[str, Any], shown: dict[str, Any], name: str, youth: str) -> None:
        self._value = dict(value)
        self._shown = shown
        self._reader, self._youth = name, youth

    def holds_for(self, value: Any, name: str, youth: str) -> bool:
        """Whether a reader sees the same of a value; both names are in lower case."""
        youths = () if youth == self._youth else (youth, self._youth)
        return self._is(value) and self._words.isdisjoint((name, self._reader, *youths))

    @property
    def copy(self) -> dict[str, Any]:
        """What was shown, in a group of its own."""
        return type(self._shown)(self._shown)

    def _is(self, value: Any) -> bool:
        own = self._value
        return (
            isinstance(value, dict)
            and own.keys() == value.keys()
            and all(map(is_, own.values(), map(value.__getitem__, own)))
        )

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_words(self._value))


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _words(each)
    else:
        yield str(value).casefold()
