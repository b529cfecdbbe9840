import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from samarbejde_cli.__main__ import main
from samarbejde_cli.cli import command_table
from samarbejde_cli.cli.command import Command, Section

HERE = Path(__file__).parent
TRIAL = Command("trial", "trial_command", "Prøv kommandolinjen.", Section.START.value)
PROGRAM = f"""
from samarbejde_cli.__main__ import main
from samarbejde_cli.cli import command_table
from samarbejde_cli.cli.command import Command
command_table.COMMANDS += (Command{tuple(TRIAL)!a},)
raise SystemExit(main())
"""


class Screen(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """Run a command line inside this process; environment variables as keywords."""

    def run(*arguments, **environment):
        with monkeypatch.context() as patch:
            patch.setattr(command_table, "COMMANDS", (*command_table.COMMANDS, TRIAL))
            patch.setenv("COLUMNS", "80")
            patch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
            for name, value in environment.items():
                patch.setenv(name, value)
            code = main(arguments)
        return Screen(code, *capsys.readouterr())

    return run


@pytest.fixture
def program(tmp_path):
    """Return what subprocess needs to run the whole program with the trial command."""

    def program(*arguments, **environment):
        plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        return {
            "args": [sys.executable, "-c", PROGRAM, *arguments],
            "env": plain
            | {"PYTHONPATH": os.pathsep.join([str(HERE), str(HERE.parents[1])])}
            | {"COLUMNS": "80", "XDG_STATE_HOME": str(tmp_path / "state")}
            | environment,
        }

    return program


@pytest.fixture
def whole(program):
    """Run the whole program in a process of its own and return its exit code and bytes."""

    def whole(*arguments, stdin=b"", **environment):
        return subprocess.run(
            **program(*arguments, **environment), input=stdin, capture_output=True, check=False
        )

    return whole
