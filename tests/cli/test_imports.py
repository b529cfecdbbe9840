"""What a short command imports: everything more would cost each user time, each time."""

import shutil
import subprocess
import sys
from pathlib import Path

from samarbejde_cli.shipped import shipped

CODE = """
import sys
from samarbejde_cli.word.template import kept
kept.__spec__.cached = sys.argv[1] + "/kept.pyc"
sys.dont_write_bytecode = False
from samarbejde_cli.__main__ import main
main(sys.argv[2:])
print(*sys.modules, file=sys.stderr)
"""


def modules(folder: Path, code: str, *arguments: str) -> set[str]:
    """Return what a command line has imported in a copy of the examples."""
    workspace = folder / "workspace"
    if not workspace.exists():
        shutil.copytree(shipped("examples"), workspace)
    command = [sys.executable, "-c", code, str(folder), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=workspace)
    return set(done.stderr.split())


def test_a_second_paper_needs_nothing_that_compiles_templates(tmp_path):
    command = (CODE, "render-agenda", "2025-014", "--output", str(tmp_path), "--overwrite")
    compiling = {"samarbejde_cli.word.template.compiling", "samarbejde_cli.word.template.lifting"}
    assert compiling <= modules(tmp_path, *command)
    needless = {"lxml.etree", "docx", "samarbejde_cli.word.template.generating"}
    assert not (compiling | needless) & modules(tmp_path, *command)
