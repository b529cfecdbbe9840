"""The folder that the first line of every file points to is there for everybody who works on it."""

import json
import os
import re
import subprocess

import pytest

GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def git(folder, *words):
    who = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True,  # noqa: S607
                   env={**os.environ, **GIT})  # fmt: skip


def unresolved(root):
    """Return the files whose first line names a schema that is not there."""
    found = []
    for path in root.rglob("*.yaml"):
        line = re.match(r"# yaml-language-server: \$schema=(.+)", path.read_text("utf-8"))
        assert line, path
        if not (path.parent / line[1]).is_file():
            found.append(path)
    return found


@pytest.fixture
def made(tmp_path, run):
    root = tmp_path / "Ungesager"
    assert run("init", str(root), "--municipality", "A Kommune").code == 0
    new = ["--name", "Ida Ravn", "--cpr", "671111-4321", "--workspace", str(root)]
    assert run("new-case", *new).code == 0
    git(root, "add", "-A")
    git(root, "commit", "-qnm", "start")
    return root


def proposed(root):
    schema = json.loads((root / ".skemaer/runde.json").read_text("utf-8"))
    return schema["$defs"]["lokale"].get("anyOf", [{}])[0].get("enum", [])


def test_a_clone_has_the_schemas_before_anybody_runs_a_command(made, tmp_path):
    assert unresolved(made) == []
    git(tmp_path, "clone", "-q", str(made), "klon")
    assert unresolved(tmp_path / "klon") == []


@pytest.mark.parametrize(
    "command", [["validate"], ["new-case", "--name", "Å", "--cpr", "681009-4824"]]
)
def test_a_clone_of_a_workspace_that_ignored_them_gets_them_by_a_command(
    made, tmp_path, run, command
):
    with (made / ".gitignore").open("a", encoding="utf-8") as file:
        file.write(".skemaer/\n")
    git(made, "rm", "-rq", "--cached", ".skemaer")
    git(made, "commit", "-qanm", "as it was")
    git(tmp_path, "clone", "-q", str(made), "klon")
    klon = tmp_path / "klon"
    assert unresolved(klon)
    assert run(*command, "--workspace", str(klon)).code == 0
    assert unresolved(klon) == []


def test_they_follow_the_settings_and_are_left_alone_otherwise(made, run):
    settings = made / "samarbejde.yaml"
    text = settings.read_text("utf-8")
    settings.write_text(re.sub("lokaler:.*", "lokaler: [{navn: Salen}]", text), "utf-8")
    assert proposed(made) == []
    assert run("validate", "--workspace", str(made)).code == 0
    assert proposed(made) == ["Salen"]
    written = (made / ".skemaer/runde.json").stat().st_mtime_ns
    assert run("validate", "--workspace", str(made)).code == 0
    assert (made / ".skemaer/runde.json").stat().st_mtime_ns == written


def test_those_of_a_later_version_stay(made, run):
    path = made / ".skemaer/samarbejde.json"
    later = re.sub(r'(comment": ")[^ ]+', r"\g<1>99.0", path.read_text("utf-8"))
    path.write_text(later, "utf-8")
    assert run("validate", "--workspace", str(made)).code == 0
    assert path.read_text("utf-8") == later


def test_settings_with_mistakes_and_a_file_in_the_way_stop_nothing(made, run):
    with (made / "samarbejde.yaml").open("a", encoding="utf-8") as file:
        file.write("ukendt: ja\n")
    assert run("validate", "--workspace", str(made)).code == 2
    assert unresolved(made) == []


def test_two_changes_of_the_settings_merge_and_are_put_right(made, tmp_path, run):
    git(tmp_path, "clone", "-q", str(made), "klon")
    klon = tmp_path / "klon"
    for root, old, new in (
        (made, "lokaler:.*", "lokaler: [{navn: Salen}]"),
        (klon, "skoleferier:.*", "skoleferier: []\nfridage: [24. december]"),
    ):
        settings = root / "samarbejde.yaml"
        settings.write_text(re.sub(old, new, settings.read_text("utf-8")), "utf-8")
        assert run("validate", "--workspace", str(root)).code == 0
        git(root, "commit", "-qanm", "settings")
    git(klon, "pull", "-q", "--no-rebase", "--no-edit")
    assert run("validate", "--workspace", str(klon)).code == 0
    assert proposed(klon) == ["Salen"]
