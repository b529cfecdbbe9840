"""The base of every model that a user's file is read into."""

from collections.abc import Callable, Container, Mapping
from datetime import date, time
from enum import StrEnum
from functools import lru_cache
from typing import Any, ClassVar, Self, dataclass_transform, get_type_hints

from samarbejde_cli.forms.reading import (
    Mistake,
    Reader,
    put_below,
    read_value,
    reader_of_filled,
)
from samarbejde_cli.forms.spellings import Schema, one_of


class _Required:
    """The default of a field that has none."""


REQUIRED = _Required()


class FieldInfo:
    """A field of a model: its key in the file, its purpose, its type and its default."""

    __slots__ = ("alias", "annotation", "default", "default_factory", "description")

    def __init__(
        self,
        default: Any,
        alias: str | None,
        description: str | None,
        default_factory: Callable[[], Any] | None,
    ) -> None:
        self.default, self.default_factory = default, default_factory
        self.alias, self.description = alias, description
        self.annotation: Any = None

    def is_required(self) -> bool:
        """Whether a file must have the field."""
        return self.default is REQUIRED and self.default_factory is None

    def get_default(self) -> Any:
        """Return the default, a new one each time where it can be changed."""
        if self.default_factory:
            return self.default_factory()
        return self.default.copy() if isinstance(self.default, list | dict) else self.default


def Field(  # noqa: N802 — models read like those of other libraries
    default: Any = REQUIRED,
    *,
    alias: str | None = None,
    description: str | None = None,
    default_factory: Callable[[], Any] | None = None,
) -> Any:
    """Describe a field of a model: its default, its key in the file and its purpose."""
    return FieldInfo(default, alias, description, default_factory)


class _Fields:
    """The fields of a model class by their attributes; made out when they are first asked for."""

    def __get__(self, model: object, owner: type) -> dict[str, FieldInfo]:
        found: dict[str, FieldInfo] | None = owner.__dict__.get("_own_fields")
        if found is None:
            found = _fields(owner)
            type.__setattr__(owner, "_own_fields", found)
        return found


def _fields(model: type) -> dict[str, FieldInfo]:
    found = {}
    for each in reversed(model.__mro__):
        names = [name for name, value in vars(each).items() if isinstance(value, FieldInfo)]
        hints = each.__annotations__ if names else {}
        if any(isinstance(hints[name], str) for name in names):  # as of a model within itself
            hints = get_type_hints(each, include_extras=True)
        for name in names:
            info = vars(each)[name]
            info.annotation = hints[name]
            found[name] = info
    return found


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
class Model:
    """An immutable part of a file: English attributes, Danish aliases as the keys of the file."""

    model_fields: ClassVar[_Fields] = _Fields()

    def __init__(self, **values: Any) -> None:
        """Read values by their keys in the file. Raises ``MistakesError``."""
        vars(self).update(vars(self.model_validate(values)))

    @classmethod
    def model_validate(cls, value: object) -> Self:
        """Return a tree of raw values as a model. Raises ``MistakesError``."""
        made: Self = read_value(cls, value)
        return made

    @classmethod
    def reader(cls) -> Reader:
        """Return the reader of this model from groups of keys."""
        return _reader(cls)

    @classmethod
    def from_short(cls, value: Any) -> Any:
        """Return the group of keys that a short way of writing stands for; else the value."""
        return value

    @classmethod
    def described(cls, schema: Schema) -> Schema:
        """Return the JSON Schema of the model, made from that of a group with its fields."""
        return schema

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """Return a copy with other values, which are not checked."""
        values = vars(self)
        copy: Self = _with(
            {name: values[name] for name in self.model_fields} | {**update}, type(self)
        )
        return copy

    def model_dump(self, *, by_alias: bool = False, exclude_none: bool = False) -> dict[str, Any]:
        """Return the values as groups, lists and single values; yes and no in words."""
        return {
            (info.alias or name) if by_alias else name: _plain(
                value, by_alias=by_alias, exclude_none=exclude_none
            )
            for name, info in self.model_fields.items()
            if not ((value := getattr(self, name)) is None and exclude_none)
        }

    def as_json(self) -> str:
        """Return the values as JSON on one line, under their keys in the file."""
        import json  # noqa: PLC0415 — seldom needed

        values = self.model_dump(by_alias=True)
        return json.dumps(values, ensure_ascii=False, separators=(",", ":"), default=_iso)

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.model_fields)

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        named = (f"{name}={getattr(self, name)!r}" for name in self.model_fields)
        return f"{type(self).__name__}({', '.join(named)})"

    def __setattr__(self, name: str, value: object) -> None:
        message = f"{type(self).__name__} cannot be changed"
        raise AttributeError(message)


def _iso(value: date | time) -> str:
    return value.isoformat()


def _plain(value: Any, **how: bool) -> Any:
    match value:
        case Model():
            return value.model_dump(**how)
        case list():
            return [_plain(each, **how) for each in value]
        case dict():
            return {key: _plain(each, **how) for key, each in value.items()}
        case bool():
            return "ja" if value else "nej"
    return value


def _with(values: dict[str, Any], model: type[Any]) -> Any:
    made = object.__new__(model)
    object.__setattr__(made, "__dict__", values)
    return made


def _reader(model: type[Model]) -> Reader:
    plan: list[_Plan] = []
    takes_short = model.from_short.__func__ is not Model.from_short.__func__  # type: ignore[attr-defined]

    def read(value: Any, mistakes: list[Mistake]) -> Any:
        if isinstance(value, model):
            return value
        if takes_short:
            value = model.from_short(value)
        if not isinstance(value, dict):
            mistakes.append(Mistake("group", value))
            return None
        if not plan:  # not before: models may have models of their own kind
            plan.append(_Plan(model))
        values = plan[0].values(value)
        if values is None:
            plan[0].tell(value, mistakes)
            return None
        return _with(values, model)

    return read


class _Plan:
    """How the values of a model's fields are read; a key with nothing behind it is not there."""

    def __init__(self, model: type[Model]) -> None:
        fields = model.model_fields.items()
        required = {name for name, info in fields if info.is_required()}
        made = {name: info.get_default for name, info in fields if _is_made(info)}
        self._steps = {
            info.alias or name: (name, reader_of_filled(info.annotation)) for name, info in fields
        }
        self._required = {key for key, (name, _) in self._steps.items() if name in required}
        self._made = made.items()
        self._defaults = {
            name: info.default for name, info in fields if name not in made.keys() | required
        }

    def values(self, group: Mapping[str, Any]) -> dict[str, Any] | None:
        """Return the values of a group's fields; None when something is wrong."""
        values, steps = self._defaults.copy(), self._steps
        mistakes: list[Mistake] = []
        for key, item in group.items():
            if item is not None:
                if key not in steps:
                    return None
                name, read = steps[key]
                values[name] = read(item, mistakes)
        for name, make in self._made:
            if name not in values:
                values[name] = make()
        return None if mistakes or len(values) < len(steps) else values

    def tell(self, group: Mapping[str, Any], mistakes: list[Mistake]) -> None:
        """Add all that is wrong, in the order of the fields, what is unknown last."""
        for key, (_, read) in self._steps.items():
            before, item = len(mistakes), group.get(key)
            if item is not None:
                read(item, mistakes)
            elif key in self._required:
                mistakes.append(Mistake("missing", group))
            put_below(mistakes, before, key)
        mistakes.extend(_unknown(group, self._steps))


def _is_made(info: FieldInfo) -> bool:
    """Whether the default of a field is a new one each time, as it can be changed."""
    return bool(info.default_factory) or isinstance(info.default, list | dict)


def _unknown(value: Mapping[str, Any], known: Container[str]) -> list[Mistake]:
    """Return a mistake for each filled key that is no field; an empty one says nothing."""
    return [
        Mistake("unknown", item, {}, (key,))
        for key, item in value.items()
        if item is not None and key not in known
    ]


KEY = "nøgle"
"""The key in the file, which is of no use in a paper."""


class Keyed(Model):
    """A file of a case, which has the case's key in common with its other files."""

    key: str | None = Field(
        None, alias="nøgle", description="Sagens nøgle: ens i alle dens filer; ret den ikke"
    )


class Choice(StrEnum):
    """A closed set of Danish words that a user may write, in any case and with any separator."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        text = str(value).strip()
        if not text or {text[0], text[-1]} & {"-", "_"}:  # -1 is not the answer 1
            return None
        wanted = folded(text)
        return next((member for member in cls if folded(member.value) == wanted), None)

    @classmethod
    def json_schema(cls) -> Schema:
        """Describe the words to editors, with the label of each."""
        words = [each.value for each in cls]
        message = f"Vælg mellem: {', '.join(words)}."
        return one_of(words, [each.label for each in cls], message)

    @property
    def label(self) -> str:
        """The word as it is written in a document: ``Udvikling og adfærd``."""
        text = self.value.replace("-", " ")
        return text[:1].upper() + text[1:]


class LabelledChoice(Choice):
    """A choice whose members carry their own label for documents: ``NAME = "word", "Label"``."""

    _text: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make a member from the word that the user writes and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member._text = label  # noqa: SLF001 — an enum fills its own members here
        return member

    @property
    def label(self) -> str:
        """The label that was given with the member."""
        return self._text


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return the form in which two spellings of one choice are equal."""
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
