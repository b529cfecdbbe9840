"""Work done once for the letters of a case, not once for each."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

Arguments = TypeVarTuple("Arguments")
Result = TypeVar("Result")


def for_the_same(function: Callable[[*Arguments], Result]) -> Callable[[*Arguments], Result]:
    """Return a function that gives its last result again for the very same arguments.

    Arguments are compared by identity: a case that was read again is another. The result is
    shared; callers that want to change it must copy it.
    """
    last: list[tuple[tuple[object, ...], Result]] = []

    @wraps(function)
    def remembering(*given: *Arguments) -> Result:
        kept = last[-1:]  # a copy: another thread may put its own in the place
        if kept and _are_one(kept[0][0], given):
            return kept[0][1]
        result = function(*given)
        last[:] = [(given, result)]
        return result

    return remembering


def _are_one(ones: tuple[object, ...], others: tuple[object, ...]) -> bool:
    return len(ones) == len(others) and all(
        one is other for one, other in zip(ones, others, strict=True)
    )
