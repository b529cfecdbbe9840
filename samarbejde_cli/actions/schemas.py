"""JSON Schemas of every kind of file, with what one workspace proposes in them."""

from collections.abc import Mapping
from dataclasses import field
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from samarbejde_cli.case.case import FILES, OPTIONAL
from samarbejde_cli.case.round import Round
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.forms.cpr import Cpr
from samarbejde_cli.forms.model import Choice, FieldInfo, Model
from samarbejde_cli.forms.outline import fields_of, without_none
from samarbejde_cli.forms.spellings import (
    EMPTY,
    SPELLING,
    TEXT,
    Schema,
    WithJsonSchema,
    demanded,
    proposed,
    spellings,
)
from samarbejde_cli.lazy import mutable
from samarbejde_cli.profile.known_names import KNOWN_NAMES
from samarbejde_cli.profile.load import shipped_names, shipped_tree
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.registry import CODES

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_LIST = (
    ["string", "number", "boolean", "object"],
    "array",
    "Her skal stå en liste, hvor hver linje begynder med en streg (`- `).",
)
_FIELDS = (
    ["string", "number", "boolean", "array"],
    "object",
    "Her skal stå felter med navn og værdi (som `navn: Silje`).",
)


def schemas(profile: Profile | None = None, base: str = "soroe-unge") -> dict[str, Schema]:
    """Return the schema of every kind of file, by the name of the schema file.

    ``profile`` holds the names that are proposed, ``base`` is the shipped profile below it.
    """
    known = spellings() | _proposals(profile)
    kinds = {**FILES, **OPTIONAL, "runde": Round, "samarbejde": Profile}
    found = {stem: _schema(kind) for stem, kind in kinds.items()}
    found["samarbejde"] = _laid_over(found["samarbejde"], shipped_tree(base))
    return {f"{stem}.json": _complete(schema, known) for stem, schema in found.items()}


def _proposals(profile: Profile | None) -> dict[str, Schema]:
    """Return the schemas of names that files refer to."""
    named = {
        name: proposed(words(profile) if profile else {}) for name, words in KNOWN_NAMES.items()
    }
    return {
        "tekst": TEXT,
        "profil": {"enum": shipped_names(), "errorMessage": "Vælg en af profilerne."},
        "papir": {"enum": sorted(kind.stem for kind in KINDS.values())},
        "regel": {"enum": list(CODES)},
        **named,
    }


@mutable
class _Generator:
    """Writes schemas without defaults and titles; a type of value is named, not described."""

    definitions: dict[str, Schema] = field(default_factory=dict)

    def of_type(self, kind: Any) -> Schema:
        """Return the schema of a type; those of models and choices are definitions."""
        origin, inner = get_origin(kind), get_args(kind)
        if origin is Annotated:
            own = [each.schema for each in inner if isinstance(each, WithJsonSchema)]
            return dict(own[-1]) if own else self.of_type(inner[0])
        if origin in (Union, UnionType):
            return self.of_type(without_none(kind))
        if origin is list:
            return {"items": self.of_type(inner[0])}
        if origin is dict:
            return self._of_dict(*inner)
        if issubclass(kind, Model | Choice):
            return self._defined(kind)
        return kind.json_schema() if issubclass(kind, Cpr) else {SPELLING: "tekst"}

    def _of_dict(self, key: Any, value: Any) -> Schema:
        keys = self.of_type(key)
        names = {} if keys == {SPELLING: "tekst"} else {"propertyNames": keys}
        inner = _or_empty(self.of_type(value))
        return {**names, "additionalProperties": inner, **demanded(*_FIELDS)}

    def _defined(self, kind: type[Model] | type[Choice]) -> Schema:
        if kind.__name__ not in self.definitions:
            described = self.of_model(kind) if issubclass(kind, Model) else kind.json_schema()
            self.definitions[kind.__name__] = described
        return {"$ref": f"#/$defs/{kind.__name__}"}

    def of_model(self, kind: type[Model]) -> Schema:
        """Return the schema of a group with the fields of a model."""
        fields = {key: self._of_field(info) for key, info in fields_of(kind).items()}
        required = [key for key, info in fields_of(kind).items() if info.is_required()]
        return kind.described(
            {
                "properties": {
                    key: _field(schema) if key in required else _or_empty(schema)
                    for key, schema in fields.items()
                },
                "required": required,
                "additionalProperties": False,
                **demanded([*_FIELDS[0], "null"], *_FIELDS[1:]),
            }
        )

    def _of_field(self, info: FieldInfo) -> Schema:
        about = {"description": info.description} if info.description else {}
        return self.of_type(info.annotation) | about


def _field(field: Schema) -> Schema:
    if "items" in field:
        return field | demanded([*_LIST[0], "null"], *_LIST[1:])
    return _described(field, {key: field[key] for key in field if key != "description"})


def _or_empty(field: Schema) -> Schema:
    if "items" in field:
        return field | demanded(*_LIST)
    return _described(field, {key: field[key] for key in field if key != "description"}, EMPTY)


def _described(field: Schema, *options: Schema) -> Schema:
    about = {"description": field["description"]} if "description" in field else {}
    return {**about, "anyOf": list(options)}


@cache
def _schema(kind: Any) -> Schema:
    writer = _Generator()
    is_model = isinstance(kind, type) and issubclass(kind, Model)
    schema = writer.of_model(kind) if is_model else writer.of_type(kind)
    if writer.definitions:
        schema["$defs"] = writer.definitions
    schema = {
        key: _in_order(part, as_is=key == "properties") for key, part in sorted(schema.items())
    }
    if "items" in schema:
        schema |= demanded([*_LIST[0], "null"], *_LIST[1:])
    return schema


def _in_order(part: Any, *, as_is: bool = False) -> Any:
    """Return a schema with sorted keys; fields stay in the order of the form."""
    if isinstance(part, list):
        return [_in_order(each, as_is=as_is) for each in part]
    if not isinstance(part, dict):
        return part
    keys = list(part) if as_is else sorted(part)
    return {key: _in_order(part[key], as_is=key == "properties") for key in keys}


def _laid_over(schema: Schema, tree: Mapping[str, Any]) -> Schema:
    """Return the schema of settings in which all may be left out that a shipped profile has."""
    definitions = schema.get("$defs", {})

    def relaxed(part: Schema, below: Mapping[str, Any]) -> Schema:
        part = definitions[part["$ref"].rpartition("/")[2]] if "$ref" in part else part
        fields = dict(part.get("properties", {}))
        if part.get("additionalProperties"):
            fields |= dict.fromkeys(below, part["additionalProperties"])
        for key, value in below.items():
            if key in fields:
                fields[key] = optional(fields[key], value)
        required = [key for key in part.get("required", []) if below.get(key) is None]
        return part | {"properties": fields, "required": required}

    def optional(field: Schema, value: Any) -> Schema:
        if not isinstance(value, Mapping):
            inner = field.get("anyOf", [field])[0]
            return _or_empty(inner | {k: v for k, v in field.items() if k == "description"})
        inner = relaxed(field.get("anyOf", [field])[0], value)
        inner |= demanded(*_FIELDS)
        return {k: v for k, v in field.items() if k == "description"} | inner

    return relaxed(schema, tree)


def _complete(schema: Schema, known: Mapping[str, Schema]) -> Schema:
    """Return the schema with the types of value that it names."""
    used: dict[str, Schema] = {}

    def resolved(part: Any) -> Any:
        if isinstance(part, list):
            return [resolved(each) for each in part]
        if not isinstance(part, dict):
            return part
        if name := part.get(SPELLING):
            used[name] = known[name]
            rest = {key: value for key, value in part.items() if key != SPELLING}
            return {"$ref": f"#/$defs/{name}"} | rest
        return {key: resolved(value) for key, value in part.items()}

    whole = resolved(schema)
    definitions = {**whole.pop("$defs", {}), **dict(sorted(used.items()))}
    return {"$schema": _DRAFT, **whole, "$defs": definitions}
