"""What a model looks like from a user's file: the keys at a route, the type of a value."""

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from samarbejde_cli.findings import Route


def bare(annotation: Any) -> Any:
    """Return the type without ``Annotated`` and without ``| None``."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return bare(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return bare(next(part for part in get_args(annotation) if part is not NoneType))
    return annotation


def item_type(annotation: Any) -> Any:
    """Return the type of a list's, tuple's or mapping's members, or None for another type."""
    kind = bare(annotation)
    if get_origin(kind) in (list, tuple):
        return bare(get_args(kind)[0])
    if get_origin(kind) is dict:
        return bare(get_args(kind)[1])
    return None


def fields_of(kind: Any) -> dict[str, FieldInfo]:
    """Return the fields of a model by the key that the user writes; empty for another type."""
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        return {}
    return {field.alias or name: field for name, field in kind.model_fields.items()}


def type_at(kind: Any, route: Route) -> Any:
    """Return the type at a route into a file of this kind; None when there is none."""
    for step in route:
        kind = _step(bare(kind), step)
    return bare(kind)


def field_at(kind: Any, route: Route) -> FieldInfo | None:
    """Return the field that a route ends in, or None when it ends in no field."""
    if not route or not isinstance(route[-1], str):
        return None
    return fields_of(type_at(kind, route[:-1])).get(route[-1])


def _step(kind: Any, step: str | int) -> Any:
    inner = item_type(kind)
    if inner is not None:
        return inner
    field = fields_of(kind).get(str(step))
    return field.annotation if field else None


def walk(kind: Any, route: Route = ()) -> Iterator[tuple[Route, FieldInfo]]:
    """Yield every field below a type with its route; ``"[]"`` stands for a list's index."""
    inner = item_type(kind)
    if inner is not None:
        yield from walk(inner, (*route, "[]"))
    for key, field in fields_of(bare(kind)).items():
        yield (*route, key), field
        yield from walk(field.annotation, (*route, key))
