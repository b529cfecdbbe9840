"""What a model looks like from a user's file: the keys at a route, the type of a value."""

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from samarbejde_cli.findings import Route
from samarbejde_cli.forms.model import FieldInfo, Model
from samarbejde_cli.forms.reading import Bounds
from samarbejde_cli.forms.spellings import SPELLING, WithJsonSchema


def bare(annotation: Any) -> Any:
    """Return the type without ``Annotated`` and without ``| None``."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return bare(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return bare(without_none(annotation))
    return annotation


def without_none(union: Any) -> Any:
    """Return the type in a union that is not None."""
    return next(part for part in get_args(union) if part is not NoneType)


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
    if not (isinstance(kind, type) and issubclass(kind, Model)):
        return {}
    return {field.alias or name: field for name, field in kind.model_fields.items()}


def is_group(kind: Any) -> bool:
    """Whether a type, or that of a list's items, is fields with names and no single value."""
    return bool(fields_of(kind) or fields_of(item_type(kind)))


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


def bounds_of(annotation: Any) -> Bounds | None:
    """Return between which numbers a value lies; None when nothing says so."""
    found = (x for part in _parts(annotation) for x in getattr(part, "__metadata__", ()))
    return next((each for each in found if isinstance(each, Bounds)), None)


def spelling(annotation: Any) -> str:
    """Return the name of the type of value in ``spellings``; empty for a plain text or a choice.

    Of a list it is that of the items.
    """
    found = (_extras(part) for part in _parts(annotation))
    return next((name for name in found if name), "")


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    if get_origin(annotation) is not Annotated:
        for part in get_args(annotation):
            yield from _parts(part)


def _extras(annotation: Any) -> str:
    if get_origin(annotation) is not Annotated:
        return ""
    named = (each for each in get_args(annotation)[1:] if isinstance(each, WithJsonSchema))
    return next((str(each.schema.get(SPELLING, "")) for each in named), "")


def walk(kind: Any, route: Route = ()) -> Iterator[tuple[Route, FieldInfo]]:
    """Yield every field below a type with its route; ``"[]"`` stands for a list's index."""
    inner = item_type(kind)
    if inner is not None:
        yield from walk(inner, (*route, "[]"))
    for key, field in fields_of(bare(kind)).items():
        yield (*route, key), field
        yield from walk(field.annotation, (*route, key))
