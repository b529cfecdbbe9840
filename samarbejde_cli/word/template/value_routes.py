"""Where a value is found in the context of a render."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from samarbejde_cli.findings import Route


def find(
    value: object, wanted: object, route: Route = (), around: frozenset[int] = frozenset()
) -> Iterator[Route]:
    """Yield the routes from a value to the very object that is wanted."""
    if value is wanted:
        yield route
    elif id(value) not in around:
        for key, inner in _children(value):
            yield from find(inner, wanted, (*route, key), around | {id(value)})


def _children(value: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, Mapping):
        return value.items()
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return enumerate(value)
    return vars(value).items() if hasattr(value, "__dict__") and not callable(value) else ()


def path_of(route: Route) -> str:
    """Return a route as a dotted path: ``("mål", 0, "frist")`` is ``mål[].frist``."""
    path = ""
    for step in route:
        path += "[]" if isinstance(step, int) else f".{step}" if path else str(step)
    return path


def leads_to_none(value: object, route: Route) -> bool:
    """Say whether a route through groups ends at None."""
    for step in route:
        value = dict(_children(value)).get(step, value) if value is not None else value
    return value is None
