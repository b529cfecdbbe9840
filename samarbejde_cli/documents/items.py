"""From an item of a document's list back to the item of the file that it was made of.

On their way from a file, lists are filtered, sorted and split up, so the number of an item is not
the same; a value in the item identifies it.
"""

from collections.abc import Mapping, Sequence

from samarbejde_cli.case.case import FILES, Case
from samarbejde_cli.documents.context import Context
from samarbejde_cli.findings import Location, Route
from samarbejde_cli.forms.outline import field_at
from samarbejde_cli.routes import value_at

_LISTS: dict[Route, tuple[str, str, str]] = {
    ("forældre",): ("sag", "forældre", "navn"),
    ("team",): ("team", "personer", "navn"),
    ("indsatser",): ("team", "indsatser", "støtte"),
    ("mål", "uddannelse"): ("plan", "mål", "mål"),
    ("mål", "øvrige"): ("plan", "mål", "mål"),
    ("plan", "mål"): ("plan", "mål", "mål"),
}
"""Lists of documents with the file, its list, and the key that tells the items apart."""


def item_spot(case: Case, context: Context, route: Route) -> Location | None:
    """Return the location of a field in an item of a list; None when it is in no such item.

    ``route`` leads to the field in the context: ``("mål", "øvrige", 2, "frist")``.
    """
    for path, (stem, key, told_by) in _LISTS.items():
        number, field = route[len(path) : len(path) + 1], route[len(path) + 1 :]
        if route[: len(path)] == path and number and field:
            wanted = value_at(context, (*path, *number, told_by))
            found = _position(case.files[stem].source.data, key, told_by, wanted)
            if found is not None and field_at(FILES[stem], (key, found, *field)):
                return case.location(stem, key, found, *field)
    return None


def _position(data: object, key: str, told_by: str, wanted: object) -> int | None:
    """Return the number of the first item that says the same; None when none does."""
    items = data.get(key) if isinstance(data, Mapping) else None
    if not isinstance(items, Sequence) or not isinstance(wanted, str):
        return None
    says = [each.get(told_by) if isinstance(each, Mapping) else None for each in items]
    same = [number for number, text in enumerate(says) if text and text.split() == wanted.split()]
    return same[0] if same else None
