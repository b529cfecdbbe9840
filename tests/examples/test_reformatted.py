"""A file that another program wrote again, with ``null`` for all that is empty, says the same."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from test_examples import EXAMPLES, TODAY

from samarbejde_cli.actions.validate import check_workspace
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import FILES, OPTIONAL
from samarbejde_cli.case.round import Round
from samarbejde_cli.forms.outline import bare, fields_of, item_type
from samarbejde_cli.forms.read import load
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.source.read import from_text, read

KINDS = FILES | OPTIONAL
PATHS = sorted((EXAMPLES / "sager").rglob("*.yaml"))


def kind_of(path: Path) -> Any:
    return Round if path.parent.name == "runder" else KINDS[path.stem]


def with_all_keys(tree: Any, kind: Any) -> Any:
    """Return a tree in which every field that is not there stands with nothing in it."""
    kind, inner = bare(kind), item_type(kind)
    if isinstance(tree, list):
        return [with_all_keys(each, inner) for each in tree]
    if not isinstance(tree, dict):
        return tree
    if inner is not None:
        return {key: with_all_keys(value, inner) for key, value in tree.items()}
    fields = fields_of(kind)
    there = {key: with_all_keys(value, fields[key].annotation) for key, value in tree.items()}
    return there | {key: None for key in fields if key not in tree}


def rewritten(tree: Any, null: str) -> str:
    """Return a tree as PyYAML writes it, all texts in quotes, with one spelling of null."""

    class Dumper(yaml.SafeDumper):
        pass

    Dumper.add_representer(
        type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", null)
    )
    return yaml.dump(tree, Dumper=Dumper, allow_unicode=True, sort_keys=False)


@pytest.mark.parametrize("null", ["null", "Null", "NULL", "~", ""])
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.relative_to(EXAMPLES).as_posix())
def test_every_field_of_a_case_may_hold_null(path, null):
    before = read(path)
    kind = kind_of(path)
    after = from_text(path, rewritten(with_all_keys(before.data, kind), null))
    assert "null" not in before.text
    assert load(kind, after) == load(kind, before)


@pytest.mark.parametrize("null", ["null", "~"])
def test_a_workspace_that_was_rewritten_has_the_same_findings(null, tmp_path):
    def found(root: Path) -> list[tuple[str, str, str]]:
        diagnoses = check_workspace(Workspace(root), TODAY).diagnoses
        return sorted((d.file.relative_to(root).as_posix(), d.code, d.message) for d in diagnoses)

    for path in EXAMPLES.rglob("*.yaml"):
        copy = tmp_path / path.relative_to(EXAMPLES)
        copy.parent.mkdir(parents=True, exist_ok=True)
        kind = kind_of(path) if "sager" in path.parts else Profile
        tree = with_all_keys(read(path).data, kind)
        copy.write_text(rewritten(tree, null), "utf-8")
    for name in ("billeder", "skabeloner"):
        (tmp_path / name).symlink_to(EXAMPLES / name)
    assert found(tmp_path) == found(EXAMPLES)
    profiles = [Workspace(root).profile.model_dump() for root in (tmp_path, EXAMPLES)]
    logos = [profile["look"].pop("logo") for profile in profiles]
    assert profiles[0] == profiles[1]
    assert all(logos)
