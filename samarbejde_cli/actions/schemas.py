"""JSON Schemas of every kind of file, with what one workspace proposes in them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import DEFAULT_REF_TEMPLATE, GenerateJsonSchema

from samarbejde_cli.case.case import FILES, OPTIONAL
from samarbejde_cli.case.round import Round
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.forms.spellings import (
    EMPTY,
    SPELLING,
    TEXT,
    Schema,
    demanded,
    proposed,
    spellings,
)
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


class _Generator(GenerateJsonSchema):
    """Writes schemas without defaults and titles; a type of value is named, not described."""

    def str_schema(self, schema: Any) -> Schema:  # noqa: ARG002 — pydantic's protocol
        return {SPELLING: "tekst"}

    def default_schema(self, schema: Any) -> Schema:
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: Any) -> Schema:
        return self.generate_inner(schema["schema"])

    def list_schema(self, schema: Any) -> Schema:
        return {"items": self.generate_inner(schema["items_schema"])}

    def dict_schema(self, schema: Any) -> Schema:
        inner = self.generate_inner(schema["values_schema"])
        keys = self.generate_inner(schema["keys_schema"])
        names = {} if keys == {SPELLING: "tekst"} else {"propertyNames": keys}
        return {**names, "additionalProperties": _or_empty(inner), **demanded(*_FIELDS)}

    def model_schema(self, schema: Any) -> Schema:
        described = super().model_schema(schema)
        required = described.get("required", [])
        fields = described["properties"].items()
        return {
            "properties": {
                key: _field(field) if key in required else _or_empty(field) for key, field in fields
            },
            "required": required,
            "additionalProperties": False,
            **demanded([*_FIELDS[0], "null"], *_FIELDS[1:]),
        }

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 — pydantic's protocol
        return False


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
    adapter = TypeAdapter(kind)
    schema: Schema = adapter.json_schema(
        by_alias=True, ref_template=DEFAULT_REF_TEMPLATE, schema_generator=_Generator
    )
    if "items" in schema:
        schema |= demanded([*_LIST[0], "null"], *_LIST[1:])
    return schema


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
