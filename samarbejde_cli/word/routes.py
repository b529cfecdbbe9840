"""Where a value stands in the context of a render."""

from collections.abc import Iterator, Mapping, Sequence

from samarbejde_cli.findings import Route


def find(value: object, wanted: object, route: Route = (), depth: int = 12) -> Iterator[Route]:
    """Yield the routes from a value to the very object that is wanted."""
    if value is wanted:
        yield route
    elif depth and isinstance(value, Mapping):
        for key, inner in value.items():
            yield from find(inner, wanted, (*route, key), depth - 1)
    elif depth and isinstance(value, Sequence) and not isinstance(value, str | bytes):
        for index, inner in enumerate(value):
            yield from find(inner, wanted, (*route, index), depth - 1)
    elif depth and hasattr(value, "__dict__") and not callable(value):
        for key, inner in vars(value).items():
            yield from find(inner, wanted, (*route, key), depth - 1)


def path_of(route: Route) -> str:
    """Return a route as a dotted path: ``("mål", 0, "frist")`` is ``mål[].frist``."""
    path = ""
    for step in route:
        path += "[]" if isinstance(step, int) else f".{step}" if path else str(step)
    return path
