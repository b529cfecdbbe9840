"""Very many values that are looked at one after another, held compressed meanwhile."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice
from typing import Any, TypeVar

T = TypeVar("T")

_AT_ONCE = 1_000


class Packed(Collection[T]):
    """Values that were pickled and compressed in blocks; each pass makes them again."""

    def __init__(self, values: Iterable[T] = ()) -> None:
        import pickle  # noqa: PLC0415 — only for very many
        import zlib  # noqa: PLC0415 — same

        self._length = 0
        self._blocks: list[bytes] = []
        ahead = iter(values)
        while block := list(islice(ahead, _AT_ONCE)):
            self._length += len(block)
            self._blocks.append(zlib.compress(pickle.dumps(block), 1))

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[T]:
        import pickle  # noqa: PLC0415 — same
        import zlib  # noqa: PLC0415 — same

        for block in self._blocks:
            yield from pickle.loads(zlib.decompress(block))  # noqa: S301 — made above

    def __contains__(self, value: object) -> bool:
        return any(each == value for each in self)


def packed(values: Iterable[T]) -> Collection[T]:
    """Return values as a tuple, or packed when there are very many."""
    ahead = iter(values)
    first = tuple(islice(ahead, _AT_ONCE))
    return first if len(first) < _AT_ONCE else Packed(chain(first, ahead))


def joined(parts: Iterable[Collection[T]]) -> Collection[T]:
    """Return all values of several collections; those that are packed stay so."""
    every = list(parts)
    if not any(isinstance(each, Packed) for each in every):
        return tuple(chain.from_iterable(every))
    return _Chain(every)


class _Chain(Collection[T]):
    def __init__(self, parts: list[Collection[T]]) -> None:
        self._parts = parts

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(self._parts)

    def __contains__(self, value: Any) -> bool:
        return any(value in each for each in self._parts)
