"""JSON for other programs: shapes with a version, and their text on any console."""

from collections.abc import Callable, Collection, Iterator
from itertools import islice
from typing import Any

from samarbejde_cli.danish.text import INVISIBLE

VERSION = 1


class Each(Collection[Any]):
    """A list of JSON whose items are made when they are asked for: there may be very many."""

    def __init__(self, make: Callable[[Any], Any], values: Collection[Any]) -> None:
        self._make, self._values = make, values

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[Any]:
        return map(self._make, self._values)

    def __contains__(self, item: object) -> bool:
        return any(each == item for each in self)

    def batches(self) -> Iterator[list[Any]]:
        """Yield the items, so many at once that it is quick and so few that they need no room."""
        items = iter(self)
        while batch := list(islice(items, _AT_ONCE)):
            yield batch


_AT_ONCE = 256


def versioned(**values: Any) -> dict[str, Any]:
    """Return a documented shape: its version, then its values in the order given."""
    return {"version": VERSION, **values}


def pieces(value: Any, encoding: str) -> Iterator[str]:
    """Return a value as JSON, a piece at a time; escaped is what nobody can see.

    Everything is escaped when the encoding lacks a character of it.
    """
    if _has_all(encoding, value):
        return map(_without_invisible, _pieces(value, escaped=False))
    return _pieces(value, escaped=True)


def _has_all(encoding: str, value: Any) -> bool:
    """Whether an encoding has every character of a value."""
    from json import dumps  # noqa: PLC0415 — not needed on every start

    try:
        for part in _parts(value):
            dumps(part, ensure_ascii=False).encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _parts(value: Any) -> Iterator[Any]:
    """Yield a value in parts of which none is very long."""
    if not isinstance(value, dict):
        yield value
        return
    for key, inside in value.items():
        yield key
        if isinstance(inside, Each):
            yield from inside.batches()
        else:
            yield inside


def _without_invisible(text: str) -> str:
    from json import dumps  # noqa: PLC0415 — not needed on every start

    return INVISIBLE.sub(lambda found: dumps(found[0])[1:-1], text)


def as_text(value: Any, encoding: str) -> str:
    """Return a value as JSON, as ``pieces`` gives it."""
    return "".join(pieces(value, encoding))


def _pieces(value: Any, *, escaped: bool) -> Iterator[str]:
    if not isinstance(value, dict) or not any(isinstance(each, Each) for each in value.values()):
        yield _text(value, 0, escaped=escaped)
        return
    before = "{"
    for key, inside in value.items():
        yield f"{before}\n{_INDENT}{_text(key, 1, escaped=escaped)}: "
        before = ","
        if isinstance(inside, Each) and inside:
            yield from _list(inside, escaped=escaped)
        else:
            yield _text(list(inside) if isinstance(inside, Each) else inside, 1, escaped=escaped)
    yield "\n}"


def _list(values: Each, *, escaped: bool) -> Iterator[str]:
    before = "["
    for batch in values.batches():
        texts = (_text(each, 2, escaped=escaped) for each in batch)
        yield before + ",".join(f"\n{_INDENT * 2}{text}" for text in texts)
        before = ","
    yield f"\n{_INDENT}]"


_INDENT = "  "


def _text(value: Any, depth: int, *, escaped: bool) -> str:
    from json import dumps  # noqa: PLC0415 — not needed on every start

    text = dumps(value, ensure_ascii=escaped, indent=len(_INDENT))
    return text.replace("\n", f"\n{_INDENT * depth}")  # there is none inside the values
