"""``samarbejde save`` beside ``git commit``: ``python tests/benchmarks/save.py [RUNS]``

Both save the same file of one case, in the same repository, with the same hooks, in turn: what is
compared is what one waits for. Without hooks ``git commit`` checks nothing; it is the yardstick of
what git itself takes.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "samarbejde_cli"]
CASE = "2025-014"
FILE = f"sager/{CASE}/plan.yaml"
WHO = ("-c", "user.name=Anne Eksempel", "-c", "user.email=anne@birkeby.example")
LINES = {
    "git commit, no hooks": ["git", *WHO, "commit", "-qnm", "x", "--", FILE],
    "git commit": ["git", *WHO, "commit", "-qm", "x", "--", FILE],
    "samarbejde save": [*PROGRAM, "save", CASE],
}


def seconds(command, folder, number):
    path = folder / FILE
    path.write_text(f"{path.read_text('utf-8')}# {number}\n", "utf-8")
    before = time.perf_counter()
    run(command, folder)
    return time.perf_counter() - before


def run(command, folder):
    environment = os.environ | {"PYTHONPATH": str(ROOT), "SAMARBEJDE_DAG": "2026-02-24"}
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)


def main(runs):
    measured = {name: [] for name in LINES}
    with tempfile.TemporaryDirectory() as temporary:
        folder = shutil.copytree(ROOT / "examples", Path(temporary) / "sager")
        run([*PROGRAM, "doctor", "--fix"], folder)
        run([*PROGRAM, "save"], folder)
        for number in range(runs):
            for name, command in LINES.items():
                measured[name].append(seconds(command, folder, f"{name} {number}"))
    yardstick = median(measured["git commit"])
    for name, times in measured.items():
        print(f"{name:24} {median(times) * 1000:6.1f} ms  {median(times) / yardstick:.2f} ×")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
