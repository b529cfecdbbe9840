"""Every value that a municipality works by, and where it comes from."""

from collections.abc import Iterator, Mapping
from datetime import time
from typing import Any

from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.danish.dates import clock
from samarbejde_cli.findings import Location, Place, Route
from samarbejde_cli.forms.model import FieldInfo, Model
from samarbejde_cli.forms.outline import bare, field_at, fields_of
from samarbejde_cli.forms.read import without_empty
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.load import Loaded, laid_over, shipped_tree
from samarbejde_cli.profile.model import Law, Profile
from samarbejde_cli.routes import route_text, value_at

PROGRAM = "programmet"
"""The origin of a value that is in no file."""


@frozen
class Setting:
    """One value: its field, its purpose and where it is written.

    ``origin`` is the name of a file or a shipped profile; ``place`` is the line in the
    municipality's own file. ``instead_of`` is the shipped value that an own one takes the place of.
    """

    field: str
    value: str
    about: str
    origin: str
    place: Place | None = None
    instead_of: str | None = None


def settings(workspace: Workspace) -> list[Setting]:
    """Return every value of the workspace's profile, in the order of the model.

    Raises ``BadProfileError`` when ``samarbejde.yaml`` has mistakes.
    """
    _ = workspace.profile
    loaded = workspace.loaded
    shipped = without_empty(shipped_tree(loaded.base))
    own = without_empty(loaded.source.data)
    assert isinstance(shipped, dict)  # noqa: S101 — profiles are groups of keys
    assert isinstance(own, dict)  # noqa: S101 — just checked by the profile
    tree = laid_over(shipped, own) | {"profil": loaded.base, "love": None}
    values = (each for each in _values(Profile, tree) if each[0] != ("love",))
    return [*(_setting(loaded, shipped, *each) for each in values), *_laws(workspace)]


def _laws(workspace: Workspace) -> Iterator[Setting]:
    """Yield the law texts: those that ship, then the municipality's own."""
    loaded, laws = workspace.loaded, workspace.profile.laws
    shipped = len(laws) - _own_laws(loaded)
    for i, law in enumerate(laws):
        route: Route = ("love", i - shipped)
        text = f"{law.key}: {law.text}{_limits(law)}"
        if i < shipped:
            yield Setting(f"love[{i + 1}]", text, _about(route), loaded.base)
        else:
            place = loaded.source.locate(Location(loaded.source.path, route))
            yield Setting(f"love[{i + 1}]", text, _about(route), loaded.source.path.name, place)


def _limits(law: Law) -> str:
    """Return when a law is cited and for whom, in brackets; nothing for one without limits."""
    found = []
    if law.since or law.until:
        days = (day.isoformat() if day else "…" for day in (law.since, law.until))
        found.append(" til ".join(days))
    if law.youngest is not None:
        found.append(f"fra {law.youngest} år")
    if law.oldest is not None:
        found.append(f"til og med {law.oldest} år")
    if law.support:
        found.append(f"kun med {law.support.value}")
    return f" ({', '.join(found)})" if found else ""


def _own_laws(loaded: Loaded) -> int:
    tree = loaded.source.data
    own = tree.get("love") if isinstance(tree, dict) else None
    return len(own) if isinstance(own, list) else 0


def _setting(loaded: Loaded, shipped: Mapping[str, Any], route: Route, value: Any) -> Setting:
    text, about = _text(value), _about(route)
    if not loaded.is_own(route):
        return Setting(route_text(route), text, about, loaded.shipped_by(route) or PROGRAM)
    place = loaded.source.locate(Location(loaded.source.path, route))
    before = _text(value_at(shipped, route)) if route != ("profil",) else ""
    origin = loaded.source.path.name
    return Setting(
        route_text(route), text, about, origin, place, before if before != text else None
    )


def _values(kind: Any, tree: Mapping[str, Any], route: Route = ()) -> Iterator[tuple[Route, Any]]:
    """Yield every value below a group of keys: a list's lines one by one, defaults too."""
    for key, field in fields_of(kind).items():
        here, value = (*route, key), tree.get(key)
        inner = bare(field.annotation)
        if value is None and isinstance(field.get_default(), Model):
            value = {}
        if isinstance(inner, type) and issubclass(inner, Model) and isinstance(value, Mapping):
            yield from _values(inner, value, here)
        elif isinstance(value, Mapping):
            yield from (((*here, str(name)), each) for name, each in value.items())
        elif isinstance(value, list) and any(isinstance(each, Mapping) for each in value):
            yield from (((*here, i), each) for i, each in enumerate(value))
        else:
            yield here, _default(field) if value is None else value


def _default(field: FieldInfo) -> Any:
    value = field.get_default()
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return value


def _text(value: Any) -> str:
    """Return a value on one line; of a group of keys its values."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_text(each)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(_text(each) for each in value)
    if isinstance(value, time):
        return clock(value)
    return "" if value is None else str(value)


def _about(route: Route) -> str:
    """Return what the nearest field of a route is for."""
    keys = [route[:end] for end in range(len(route), 0, -1)]
    fields = (field_at(Profile, part) for part in keys)
    return next((field.description or "" for field in fields if field), "")
