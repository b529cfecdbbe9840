"""JSON Schemas of every file for editors, with Danish descriptions."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from samarbejde_cli.case.case import FILES, OPTIONAL
from samarbejde_cli.case.round import Round
from samarbejde_cli.errors import WriteError
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.source.private import make_folder
from samarbejde_cli.source.write import Change, digest_of, write_all

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of every kind of file, by the name of the schema file."""
    kinds = {**FILES, **OPTIONAL, "runde": Round}
    found = {f"{stem}.json": _schema(kind) for stem, kind in kinds.items()}
    settings = _schema(Profile)
    # whatever a municipality leaves out comes from the shipped profile, inside sections too
    for part in (settings, *settings["$defs"].values()):
        part.pop("required", None)
    settings["required"] = ["kommune"]
    return {**found, "samarbejde.json": settings}


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas to a folder, replacing older ones, and return their paths."""
    texts = {folder / name: _as_text(schema) for name, schema in schemas().items()}
    try:
        make_folder(folder)
        changes = [Change(path, text, _present(path)) for path, text in texts.items()]
    except OSError as problem:
        raise WriteError(
            f"Skemaerne kan ikke skrives i {folder}.",
            "Vælg en mappe, hvor du må skrive, med --output.",
        ) from problem
    write_all(changes)
    return list(texts)


def _present(path: Path) -> str | None:
    return digest_of(path.read_bytes()) if path.exists() else None


def _as_text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _schema(kind: Any) -> dict[str, Any]:
    schema: dict[str, Any] = TypeAdapter(kind).json_schema(by_alias=True)
    for part in (schema, *schema.get("$defs", {}).values()):
        _mend(part)
    return {"$schema": _DRAFT, **schema}


def _mend(part: dict[str, Any]) -> None:
    """Drop the English titles and docstrings, and let a field that may be left out stand empty."""
    part.pop("title", None)
    part.pop("description", None)
    required = part.get("required", [])
    for key, field in part.get("properties", {}).items():
        field.pop("title", None)
        if key not in required:
            part["properties"][key] = _or_empty(field)


def _or_empty(field: dict[str, Any]) -> dict[str, Any]:
    if any(option.get("type") == "null" for option in field.get("anyOf", [])):
        return field
    description = field.pop("description", "")
    field.pop("default", None)
    return {"anyOf": [field, {"type": "null"}], "description": description}
