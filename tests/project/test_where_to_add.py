"""A new command or paper is told in its own files; the table of commands is written from them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = '''\
"""``samarbejde greet``: says good morning."""

from samarbejde_cli.cli import console
from samarbejde_cli.cli.command import Section


def greet() -> None:
    """Sig godmorgen."""
    console.out("Godmorgen.")


SECTION = Section.START
COMMANDS = {"greet": greet}
'''
PAPER = '''\
"""A note that nobody fills in."""

from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.kind import Kind, everybody
from samarbejde_cli.documents.kinds.experience import EXPERIENCE

NOTE = Kind(
    name="note",
    order=5,
    stem="notat",
    title="Notat",
    help="Lav et notat.",
    about="Det har samme felter som oplevelsesskemaet.",
    steps=(Step.MEETING,),
    template="notat.docx",
    later_template=None,
    recipients=everybody,
    context=EXPERIENCE.context,
    fields=EXPERIENCE.fields,
)
'''


@pytest.fixture
def program(tmp_path):
    """Return a function that runs a Python program in a copy of the repository."""
    for name in ("samarbejde_cli", "tools", "templates", "examples"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    environment = os.environ | {
        "PYTHONPATH": str(tmp_path),
        "SAMARBEJDE_DAG": "2026-02-24",
        "COLUMNS": "80",
    }

    def run(*arguments):
        return subprocess.run(
            [sys.executable, "-B", *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            check=False,
            text=True,
            encoding="utf-8",
        )

    return run


def test_a_new_command_is_one_file(program, tmp_path):
    (tmp_path / "samarbejde_cli/cli/commands/greet.py").write_text(COMMAND, "utf-8")
    stale = program("tools/make_commands.py", "--check")
    assert stale.returncode == 1
    assert "run python tools/make_commands.py" in stale.stderr
    assert program("tools/make_commands.py").returncode == 0
    shown = program("-m", "samarbejde_cli", "--help").stdout.splitlines()
    start = shown.index("Kom i gang:")
    line = "  greet                     Sig godmorgen."
    assert line in shown[start : shown.index("", start)]
    assert program("-m", "samarbejde_cli", "greet").stdout == "Godmorgen.\n"


def test_a_new_paper_is_its_module_its_template_and_its_generator(program, tmp_path):
    (tmp_path / "samarbejde_cli/documents/kinds/note.py").write_text(PAPER, "utf-8")
    (tmp_path / "tools/templates/note.py").write_text(
        "from experience import experience\n\nTEMPLATES = {'notat.docx': experience}\n", "utf-8"
    )
    for tool in ("tools/templates/make_templates.py", "tools/make_commands.py"):
        done = program(tool)
        assert (done.returncode, done.stderr) == (0, "")
    shown = program("-m", "samarbejde_cli", "--help").stdout.splitlines()
    names = [line.split()[0] for line in shown if line.startswith("  render")]
    assert names.index("render-note") == names.index("render-ending") + 1
    arguments = ("render-note", "2026-001", "--workspace", "examples", "--output", "papirer")
    done = program("-m", "samarbejde_cli", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list((tmp_path / "papirer").glob("*.docx"))) == 1


def test_moved_lines_of_the_table_stay_where_they_are(program, tmp_path):
    table = tmp_path / "samarbejde_cli/cli/command_table.py"
    lines = table.read_text("utf-8").splitlines(keepends=True)
    first = next(n for n, line in enumerate(lines) if line.startswith("    Command("))
    moved = "".join([*lines[:first], lines[first + 1], lines[first], *lines[first + 2 :]])
    table.write_text(moved, "utf-8")
    assert program("tools/make_commands.py", "--check").returncode == 0
    assert program("tools/make_commands.py").returncode == 0
    assert table.read_text("utf-8") == moved
