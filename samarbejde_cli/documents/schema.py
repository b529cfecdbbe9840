"""Which fields templates may use: their paths, types and descriptions, and which may be empty.

A kind of document says what it adds to the common fields in a few lines: ``of_model`` takes whole
models or named fields of one over, with the types and descriptions that they have there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, TypeAlias, get_origin

from samarbejde_cli.case.people import Contact
from samarbejde_cli.forms.model import KEY, FieldInfo, Model
from samarbejde_cli.forms.outline import bare, fields_of, item_type
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea

TEXT, DAY, CLOCK, NUMBER, YES_NO = "tekst", "dato", "klokkeslæt", "tal", "ja/nej"
BOX, PICTURE, GROUP = "afkrydsning", "billede", "gruppe"
_TYPES = ((bool, YES_NO), (int, NUMBER), (datetime, DAY), (date, DAY), (time, CLOCK))


class Presence(StrEnum):
    """Whether a field has a value: always, or else no document is made, or only in some cases."""

    ALWAYS = "altid"
    DEMANDED = "kræves"
    SOMETIMES = "kan mangle"


@frozen
class Known:
    """One field: ``ung.navn``, ``ønsker[]`` for the items of a list, ``tider.*`` for any key.

    ``keys``, where it is given, tells which keys ``*`` stands for in a municipality. ``example`` is
    shown where no fictional case has a value. ``area`` decides who sees it; without one, it is that
    of the group that the field is in.
    """

    path: str
    type: str
    description: str
    presence: Presence = Presence.ALWAYS
    keys: Callable[[Profile], Iterable[str]] | None = None
    example: str = ""
    area: DataArea | None = None


Schema: TypeAlias = tuple[Known, ...]
Context = dict[str, Any]
"""What a template is rendered with: values by the names that its fields have."""


def of_model(
    path: str,
    model: type[Model],
    description: str,
    *keys: str,
    presence: Presence = Presence.ALWAYS,
) -> Schema:
    """Return a group with the fields of a model, or only those that ``keys`` name."""
    found = _below(path, model)
    if keys:
        wanted = tuple(f"{path}.{key}" for key in keys)
        found = (known for known in found if known.path.removesuffix("[]") in wanted)
    return (Known(path, GROUP, description, presence), *found)


def in_area(area: DataArea, *parts: "Known | Schema", **others: DataArea) -> Schema:
    """Return fields as parts of an area, except those that have one already.

    ``others`` are areas of fields by the last key of their paths: ``cpr=DataArea.YOUTH_NUMBER``.
    """
    known = (each for part in parts for each in ((part,) if isinstance(part, Known) else part))
    return tuple(
        each if each.area else replace(each, area=others.get(_last(each.path), area))
        for each in known
    )


def areas(schema: Schema) -> dict[str, DataArea | None]:
    """Return the area of each path: its own, else that of the nearest group around it."""
    own = {known.path.removesuffix("[]"): known.area for known in schema}

    def found(path: str) -> DataArea | None:
        here = own.get(path.removesuffix("[]"))
        return here or (found(path.rpartition(".")[0]) if "." in path else None)

    return {known.path: found(known.path) for known in schema}


def _last(path: str) -> str:
    return path.rpartition(".")[2].removesuffix("[]")


def _below(path: str, model: type[Model]) -> Iterator[Known]:
    for key, field in fields_of(model).items():
        if key == KEY:
            continue
        yield from _field(f"{path}.{key}", field)
    if issubclass(model, Contact):
        yield Known(
            f"{path}.postadresse", TEXT, "Adresse, postnummer og by; tom, når den er skjult"
        )


def _field(path: str, field: FieldInfo) -> Iterator[Known]:
    kind, member = bare(field.annotation), item_type(field.annotation)
    if member is not None:
        path += ".*" if get_origin(kind) is dict else "[]"
        kind = member
    empty = field.default is None and not field.is_required()
    presence = Presence.SOMETIMES if empty else Presence.ALWAYS
    yield Known(path, _type(kind), field.description or "", presence)
    if fields_of(kind):
        yield from _below(path, kind)


def _type(kind: Any) -> str:
    if fields_of(kind):
        return GROUP
    return next((name for python, name in _TYPES if issubclass(kind, python)), TEXT)


def joined(*schemas: Schema) -> Schema:
    """Return the fields of several schemas by path; the last that tells of a path is right."""
    by_path = {known.path: known for schema in schemas for known in schema}
    groups = list(dict.fromkeys(map(_outermost, by_path)))
    return tuple(sorted(by_path.values(), key=lambda known: groups.index(_outermost(known.path))))


def _outermost(path: str) -> str:
    return path.partition(".")[0].removesuffix("[]")


def expanded(schema: Schema, profile: Profile) -> Schema:
    """Return the schema with the municipality's own keys in the place of ``*``."""
    return tuple(known for each in schema for known in _expanded(each, profile))


def _expanded(known: Known, profile: Profile) -> Iterator[Known]:
    if known.keys is None:
        yield known
        return
    for key in dict.fromkeys(known.keys(profile)):
        yield replace(known, path=known.path.replace("*", key), keys=None)


def presences(schema: Schema) -> dict[str, bool]:
    """Return what ``word.check`` takes: each path with whether it can be used without a guard."""
    found: dict[str, bool] = {}
    for known in schema:
        # a list may be empty, its items are there when it is gone through
        found[known.path] = True
        found[known.path.removesuffix("[]")] = known.presence is not Presence.SOMETIMES
    return found


def paths_of(context: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield every path of a context with its value: groups and the items of lists too."""
    for key, value in context.items():
        yield from _paths(key, value)


def _paths(path: str, value: object) -> Iterator[tuple[str, Any]]:
    if isinstance(value, list | tuple):
        for item in value:
            yield from _paths(f"{path}[]", item)
        return
    yield path, value
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _paths(f"{path}.{key}", inner)
