"""Old workspaces stay valid: no field and no word that a file could once have goes away."""

from collections.abc import Iterator
from pathlib import Path

from samarbejde_cli.actions.schemas import schemas

KNOWN = Path(__file__).with_name("old_fields.txt")
"""The fields and words of the first workspaces: ``plan: mål[].frist``, ``sag: .trin=møde``."""


def words(stem, node, defs, path="", seen=()) -> Iterator[str]:
    if (name := node.get("$ref", "").rpartition("/")[2]) and name not in seen:
        yield from words(stem, defs[name], defs, path, (*seen, name))
    several = [each for key in ("anyOf", "allOf", "oneOf") for each in node.get(key, ())]
    several += [node[key] for key in ("then", "else") if isinstance(node.get(key), dict)]
    for each in several:
        yield from words(stem, each, defs, path, seen)
    yield from (f"{stem}: {path}={each}" for each in node.get("enum", ()))
    for key, each in node.get("properties", {}).items():
        below = f"{path}.{key}" if path else key
        yield f"{stem}: {below}"
        yield from words(stem, each, defs, below, seen)
    if isinstance(node.get("items"), dict):
        yield from words(stem, node["items"], defs, f"{path}[]", seen)


def present() -> set[str]:
    found = {name.removesuffix(".json"): schema for name, schema in schemas().items()}
    return {
        each
        for stem, schema in found.items()
        for each in words(stem, schema, schema.get("$defs", {}))
    }


def test_nothing_that_a_file_could_have_went_away():
    assert set(KNOWN.read_text("utf-8").splitlines()) - present() == set()
