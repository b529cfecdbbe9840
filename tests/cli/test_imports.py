"""What a short command imports: everything more would cost each user time, each time."""

import shutil
import subprocess
import sys

import pytest

from samarbejde_cli.shipped import shipped

RUN = """
import sys
from samarbejde_cli.__main__ import main
main(sys.argv[2:])
print(*sys.modules, file=sys.stderr)
"""
KEPT_BESIDE = """
import sys
from samarbejde_cli.word.template import kept
kept.__spec__.cached = sys.argv[1] + "/kept.pyc"
sys.dont_write_bytecode = False
"""
HEAVY = {
    "rich",
    "jinja2",
    "lxml",
    "docx",
    "babel",
    "pydantic",
    "multiprocessing",
    "getpass",
    "yaml",
}
FOR_MANY = {"samarbejde_cli.files.memory", "samarbejde_cli.actions.recall"}


@pytest.fixture(name="imported")
def _imported(tmp_path):
    """Return what a command line imports in a process of its own, in a copy of the examples."""
    workspace = shutil.copytree(shipped("examples"), tmp_path / "workspace")

    def imported(*arguments, code=RUN):
        command = [sys.executable, "-c", code, str(tmp_path), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=workspace)
        return set(done.stderr.split())

    return imported


@pytest.mark.parametrize("command", ["validate", "todo"])
def test_what_one_case_costs(imported, command):
    assert "samarbejde_cli.case.case" in imported(command, "2025-014")  # writes the schemas
    assert not (HEAVY | FOR_MANY) & imported(command, "2025-014")


def test_a_file_that_is_not_even_needs_pyyaml_but_none_of_its_patterns(imported):
    code = RUN + "import re, yaml\nassert type(yaml.reader.Reader.NON_PRINTABLE) is not re.Pattern"
    assert "yaml" in imported("validate", "2025-016", code=code)


def test_a_second_paper_needs_nothing_that_compiles_templates(imported, tmp_path):
    command = ("render-agenda", "2025-014", "--output", str(tmp_path), "--overwrite")
    compiling = {"samarbejde_cli.word.template.compiling", "samarbejde_cli.word.template.lifting"}
    assert compiling <= imported(*command, code=KEPT_BESIDE + RUN)
    needless = {"lxml.etree", "docx", "samarbejde_cli.word.template.generating"}
    assert not (compiling | needless) & imported(*command, code=KEPT_BESIDE + RUN)


def test_a_form_in_which_nothing_was_changed_is_read_without_pyyaml(imported, tmp_path):
    imported("render-goals", "2025-014", "--output", str(tmp_path))
    [form] = tmp_path.glob("*.docx")
    assert "yaml" not in imported("read", str(form))
