"""Filters for templates: how Danes write dates, times, lists and money."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from jinja2 import Environment, Undefined, pass_environment
from jinja2.filters import make_attrgetter

from samarbejde_cli.danish import dates, pictures
from samarbejde_cli.danish.text import listed
from samarbejde_cli.word.field_names import title_of_route
from samarbejde_cli.word.template.expressions import joined, text_of_value
from samarbejde_cli.word.template.state import current

UNSAFE = frozenset({"safe", "urlize", "xmlattr", "tojson", "pprint", "forceescape"})
"""Jinja's filters that would write XML of their own, or show the inside of the program."""


def _dato(value: Any, picture: str = "") -> Any:
    """Write ``3. marts 2026``, or as Word's picture says: ``dd.MM.yyyy``."""
    if picture and isinstance(value, date | time):
        return pictures.dated(value, picture)
    return dates.long_date(value) if isinstance(value, date) else value


def _tal(value: Any, picture: str = "0") -> Any:
    """Write a number as Word's picture says: ``#.##0,00``."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | str):
        return value
    return pictures.numbered(value, picture) or value


def _stort_forbogstav(value: Any) -> Any:
    """Write the first letter as a capital, and the others as they are."""
    return value[:1].upper() + value[1:] if isinstance(value, str) else value


def _store_forbogstaver(value: Any) -> Any:
    """Write the first letter of every word as a capital, and the others as they are."""
    if not isinstance(value, str):
        return value
    return re.sub(r"(?<!\w)[^\W\d_]", lambda found: found[0].upper(), value)


def _langdato(value: Any) -> Any:
    """Write ``tirsdag den 3. marts 2026``."""
    return dates.full_date(value) if isinstance(value, date) else value


def _kl(value: Any) -> Any:
    """Write ``9.00``."""
    if isinstance(value, datetime):
        return dates.clock(value.time())
    return dates.clock(value) if isinstance(value, time) else value


def _liste(value: Any, last: str = "og") -> Any:
    """Write ``a, b og c``."""
    if value is None or isinstance(value, str | Undefined):
        return value
    return listed([text_of_value(item) for item in value], last)


@pass_environment
def _join(
    environment: Environment, value: Any, between: str = "", attribute: str | None = None
) -> Any:
    """Write the items of a list with something between them."""
    if isinstance(value, str | Undefined):
        return value
    items = map(make_attrgetter(environment, attribute), value) if attribute else value
    parts = [part for item in items for part in (between, item)]
    return joined(parts[1:])


def _default(value: Any, instead: Any = "", boolean: bool = False) -> Any:  # noqa: FBT001, FBT002 — called by Jinja as its own filter is
    """Stand in for a value that is not there; None counts as not there."""
    absent = value is None or isinstance(value, Undefined) or (boolean and not value)
    return instead if absent else value


def _unchanged(value: Any) -> Any:
    """Do nothing: everything is escaped once anyway, and numbered lists read the template."""
    return value


def _farve(value: Any) -> Any:
    """Write a colour without #, as Word does."""
    return value.removeprefix("#") if isinstance(value, str) else value


def _titel(value: Any) -> Any:
    """Write the route of a field as a title that a screen reader can say."""
    state = current.get(None)
    numbers = state.line_numbers if state else {}
    return title_of_route(value, numbers) if isinstance(value, str) else value


ROUTE_AS_TITLE = "titel"
DANISH: dict[str, Callable[..., Any]] = {
    "dato": _dato,
    "langdato": _langdato,
    "kl": _kl,
    "tal": _tal,
    "stort_forbogstav": _stort_forbogstav,
    "store_forbogstaver": _store_forbogstaver,
    "liste": _liste,
    "join": _join,
    "default": _default,
    "d": _default,
    "e": _unchanged,
    "escape": _unchanged,
    "farve": _farve,
    ROUTE_AS_TITLE: _titel,
    "fortløbende": _unchanged,
}
