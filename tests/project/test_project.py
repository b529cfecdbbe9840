"""What is promised of the project itself: floors, size, documentation."""

import ast
import re
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path
from statistics import median
from types import FunctionType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from samarbejde_cli import word
from samarbejde_cli.cli.command_table import COMMANDS
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.rules.engine.registry import all_rules

ROOT = Path(__file__).parents[2]
WORD = ROOT / "samarbejde_cli" / "word"
MODULES = sorted((ROOT / "samarbejde_cli").rglob("*.py"))
README = (ROOT / "README.md").read_text("utf-8")
CONSTRAINTS = (ROOT / "constraints.txt").read_text("utf-8")


def functions():
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.name}:{node.name}", node.end_lineno - node.lineno + 1


def test_functions_are_short():
    lengths = dict(functions())
    assert median(lengths.values()) <= 8
    assert sorted(lengths.values())[len(lengths) * 9 // 10] < 25
    assert not {name: length for name, length in lengths.items() if length > 60}


def test_files_are_short():
    lengths = {path.name: len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert median(lengths.values()) < 130
    assert not {name: length for name, length in lengths.items() if length > 400}


def test_every_module_says_what_it_holds():
    silent = [p for p in MODULES if not ast.get_docstring(ast.parse(p.read_text("utf-8")))]
    assert silent == []


def test_the_readme_has_exactly_two_set_up_commands():
    blocks = re.findall(r"<!-- (\w+) -->\n```sh\n(.+)\n```\n<!-- end -->", README)
    assert dict(blocks) == {
        "first": "pip install . && samarbejde demo",
        "tests": 'pip install -c constraints.txt ".[test]" && python -m pytest -n auto',
    }
    assert README.count("pip install") == 2


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_command_is_in_the_readme(name):
    assert re.search(rf"^\| .*`samarbejde {re.escape(name)}(?![\w-])", README, re.MULTILINE), (
        f"README.md: add a row for `samarbejde {name}` to the table of commands"
    )


def test_every_kind_of_document_is_declared_once():
    declared = re.findall(
        r"^\w+ = Kind\(\n    name=\"([\w-]+)\",$",
        "\n".join(path.read_text("utf-8") for path in MODULES if path.parent.name == "kinds"),
        re.MULTILINE,
    )
    assert sorted(declared) == sorted(KINDS)
    assert len({kind.order for kind in KINDS.values()}) == len(KINDS)


def test_every_rule_has_a_family_and_a_file_of_its_own():
    names = [path.name[:6].upper() for path in (ROOT / "samarbejde_cli/rules").rglob("sam*.py")]
    assert sorted(names) == sorted(all_rules())


@pytest.mark.parametrize("program", ["docs/make_docs.py", "tools/make_commands.py"])
def test_what_is_generated_is_up_to_date(program):
    done = subprocess.run(
        [sys.executable, ROOT / program, "--check"],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_every_link_of_the_docs_leads_somewhere():
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), ROOT / "examples/README.md"]
    for page in pages:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_wheel_holds_the_templates_and_none_of_the_programs_that_write_them():
    hatch = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]
    wheel = hatch["build"]["targets"]["wheel"]
    assert wheel["packages"] == ["samarbejde_cli"]
    included = wheel["force-include"]
    assert included == {name: f"samarbejde_cli/{name}" for name in ("templates", "examples")}
    assert {path.suffix for path in (ROOT / "templates").iterdir()} == {".docx"}
    assert not [path for name in included for path in (ROOT / name).rglob("*.py")]


def imported(path):
    """The modules that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (node.module, *(f"{node.module}.{each.name}" for each in node.names))
        elif isinstance(node, ast.Import):
            yield from (each.name for each in node.names)


def test_the_rest_uses_nothing_of_the_word_toolkit_but_its_face():
    inner = {path.stem for path in WORD.iterdir() if path.name != "__init__.py"}
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in MODULES
        if not path.is_relative_to(WORD)
        for name in imported(path)
        if name.startswith("samarbejde_cli.word.") and name.split(".")[2] in inner
    }
    assert not found


def test_the_face_of_the_word_toolkit_is_documented():
    assert sorted(word.__all__) == word.__all__
    for name in word.__all__:
        assert getattr(word, name).__doc__, name
        assert f"``{name}" in word.__doc__ or not isinstance(getattr(word, name), FunctionType)


def test_each_namespace_and_content_type_is_written_once():
    texts = {path: path.read_text("utf-8") for path in MODULES}
    for sign in ("http://schemas.", "application/vnd.openxmlformats"):
        places = {path.name for path, text in texts.items() if sign in text}
        assert len(places) == 1, places


def test_a_proposed_word_is_worded_in_one_place():
    texts = {path.name: path.read_text("utf-8") for path in MODULES}
    assert [name for name, text in texts.items() if re.search(r"[Mm]ente du [^…]", text)] == [
        "text.py"
    ]


def declared():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    return [Requirement(each) for each in (*project["dependencies"], *chain(*extras))]


@pytest.mark.parametrize("requirement", declared(), ids=lambda each: each.name)
def test_every_dependency_has_a_lower_bound_and_a_tested_version_within_its_bounds(requirement):
    tested = dict(line.split("==") for line in CONSTRAINTS.splitlines())
    names = {canonicalize_name(name): version for name, version in tested.items()}
    assert names[canonicalize_name(requirement.name)] in requirement.specifier
    if requirement.name != "types-PyYAML":  # follows PyYAML by date
        assert any(each.operator == ">=" for each in requirement.specifier)


def test_the_tested_versions_are_names_and_numbers_only():
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in CONSTRAINTS.splitlines())
