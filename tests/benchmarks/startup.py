"""Processor time of whole processes, side by side: ``python tests/benchmarks/startup.py [RUNS]``

Beside the program's start it is what one case costs. Other programs on the machine change the time
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

ROOT = Path(__file__).parents[2]
PROGRAM = ["-m", "samarbejde_cli"]
CASE = "2025-014"
LINES = {
    "python -c pass": ["-c", "pass"],
    "import typer": ["-c", "import typer"],
    "samarbejde --version": [*PROGRAM, "--version"],
    "samarbejde --help": [*PROGRAM, "--help"],
    "validate, one case": [*PROGRAM, "validate", CASE],
    "validate, the examples": [*PROGRAM, "validate"],
    "render-agenda": [*PROGRAM, "render-agenda", CASE, "--draft", "--output", "papirer"],
}


def seconds(arguments, folder):
    shutil.rmtree(folder / "papirer", ignore_errors=True)
    environment = os.environ | {"PYTHONPATH": str(ROOT), "SAMARBEJDE_DAG": "2026-02-24"}
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
        folder = shutil.copytree(ROOT / "examples", Path(temporary) / "sager")
        for _ in range(runs):
            for name, arguments in LINES.items():
                measured[name].append(seconds(arguments, folder))
    yardstick = median(measured["import typer"])
    for name, times in measured.items():
        print(f"{name:24} {median(times) * 1000:6.1f} ms  {median(times) / yardstick:.2f} ×")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
