"""Processor time of whole processes, side by side: ``python tests/benchmarks/startup.py [RUNS]``

Beside the program's start it is what one case costs: in the examples, in a workspace of 300 cases,
and when Tab is pressed in one of 1,000. Other programs on the machine change the time
on the clock; the processor's time they hardly change.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

from workspaces import make

ROOT = Path(__file__).parents[2]
PROGRAM = ["-m", "samarbejde_cli"]
CASE = "2025-014"
FORM = "papirer/2025-014-runde-2-mål-og-aftaleskema.docx"
EXAMPLES, SOME, MANY = 0, 300, 1000
"""The number of cases in a workspace; 0 stands for the examples."""
LINES = {
    "python -c pass": (EXAMPLES, ["-c", "pass"]),
    "import typer": (EXAMPLES, ["-c", "import typer"]),
    "samarbejde --version": (EXAMPLES, [*PROGRAM, "--version"]),
    "samarbejde --help": (EXAMPLES, [*PROGRAM, "--help"]),
    "validate, one case": (EXAMPLES, [*PROGRAM, "validate", CASE]),
    "validate, the examples": (EXAMPLES, [*PROGRAM, "validate"]),
    "render-agenda": (
        EXAMPLES,
        [*PROGRAM, "render-agenda", CASE, "--draft", "--output", "papirer"],
    ),
    "fill, its questions": (EXAMPLES, [*PROGRAM, "fill", CASE, "--format", "json"]),
    "docx.Document, one form": (EXAMPLES, ["-c", f"import docx; docx.Document({FORM!r})"]),
    "typer and docx, one form": (
        EXAMPLES,
        ["-c", f"import typer, docx; docx.Document({FORM!r})"],
    ),
    "read, one form": (EXAMPLES, [*PROGRAM, "read", FORM, "--diff"]),
    "status, one case of 300": (SOME, [*PROGRAM, "status", "2026-0007"]),
    "todo, one case of 300": (SOME, [*PROGRAM, "todo", "2026-0007"]),
    "Tab, a case of 1,000": (MANY, PROGRAM),
}
BESIDE = [
    ("typer and docx, one form", "docx.Document, one form"),
    ("read, one form", "docx.Document, one form"),
    ("read, one form", "typer and docx, one form"),
    ("fill, its questions", "validate, one case"),
]
"""What is compared with another command than the import of typer too.

``read`` needs both libraries, so that what they take together is its lower bound.
"""
TAB = {
    "_SAMARBEJDE_COMPLETE": "complete_bash",
    "COMP_WORDS": "samarbejde validate 2026-00",
    "COMP_CWORD": "2",
}


def seconds(arguments, folder):
    for draft in folder.glob("papirer/*kladde*"):
        draft.unlink()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "SAMARBEJDE_DAG": "2026-02-24"}
    environment |= TAB if arguments == PROGRAM else {}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    before = spent()
    subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return spent() - before


def spent():
    """Return the processor time of all processes that were started and have ended."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main(runs):
    measured = {name: [] for name in LINES}
    with tempfile.TemporaryDirectory() as temporary:
        folders = {number: Path(temporary) / str(number) for number in (EXAMPLES, SOME, MANY)}
        shutil.copytree(ROOT / "examples", folders[EXAMPLES])
        make(folders[SOME], SOME)
        make(folders[MANY], MANY)
        paper = [*PROGRAM, "render-goals", CASE, "--output", "papirer"]
        seconds(paper, folders[EXAMPLES])
        for _ in range(runs):
            for name, (cases, arguments) in LINES.items():
                measured[name].append(seconds(arguments, folders[cases]))
    yardstick = median(measured["import typer"])
    for name, times in measured.items():
        print(f"{name:24} {median(times) * 1000:6.1f} ms  {median(times) / yardstick:.2f} ×")
    for name, other in BESIDE:
        print(f"{name} / {other}: {median(measured[name]) / median(measured[other]):.2f} ×")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
