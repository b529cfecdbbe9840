"""Commands on whole workspaces, as whole processes, beside PyYAML's C loader on the same files.

``python tests/benchmarks/whole.py [CASES] [RUNS]`` prints medians of the time on the clock and of
the processors, peak memory (shared pages once), and the ratio to ``CSafeLoader`` alone, which is
timed in one process in the same sitting. "untidy" is a workspace whose cases have some twelve
findings each. ``python tests/benchmarks/whole.py 10000 1`` beside ``1000`` shows how it grows.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

from batch import memory_of
from workspaces import make

ROOT = Path(__file__).parents[2]
LOADER = (
    "import pathlib, yaml\n"
    "for path in sorted(pathlib.Path().rglob('*.yaml')):\n"
    "    with path.open(encoding='utf-8') as file: yaml.load(file, Loader=yaml.CSafeLoader)"
)
PROGRAM = ["-m", "samarbejde_cli"]
LINES = {
    "CSafeLoader alone": (False, ["-c", LOADER]),
    "validate": (False, [*PROGRAM, "validate", "--format", "concise"]),
    "validate, untidy": (True, [*PROGRAM, "validate", "--format", "concise"]),
    "status": (False, [*PROGRAM, "status"]),
    "todo": (False, [*PROGRAM, "todo"]),
    "render-week": (False, [*PROGRAM, "render-week", "--output", "ugen"]),
}


def untidy(folder):
    """Give every case goals that are not in the first person, for somebody whom nobody knows."""
    for path in folder.rglob("plan.yaml"):
        text = re.sub(r"mål: Jeg (skal|vil)", r"mål: Hun \1", path.read_text("utf-8"))
        text = text.replace("ansvarlige: [jeg]", "ansvarlige: [Ukendt Person]")
        path.write_text(text, "utf-8", newline="\n")
    for path in folder.rglob("runder/1.yaml"):
        text = re.sub(r"lokale: .*", "lokale: Ukendt lokale", path.read_text("utf-8"))
        path.write_text(text, "utf-8", newline="\n")


def measured(arguments, folder):
    """Return seconds on the clock, of the processors, and peak memory in MB."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "SAMARBEJDE_DAG": "2026-03-17"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before, begun, peak = getrusage(RUSAGE_CHILDREN), time.perf_counter(), 0.0
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while process.poll() is None:
        peak = max(peak, memory_of(process.pid))
        time.sleep(0.05)
    clock, after = time.perf_counter() - begun, getrusage(RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return clock, spent, peak


def main(cases, runs):
    with tempfile.TemporaryDirectory() as temporary:
        folders = {False: Path(temporary) / "clean", True: Path(temporary) / "untidy"}
        for folder in folders.values():
            make(folder, cases)
        untidy(folders[True])
        found = {name: [] for name in LINES}
        for _ in range(runs):
            for name, (is_untidy, arguments) in LINES.items():
                found[name].append(measured(arguments, folders[is_untidy]))
    clock, _, _ = map(median, zip(*found["CSafeLoader alone"], strict=True))
    print(f"{cases:,} cases")
    for name, each in found.items():
        seconds, spent, memory = map(median, zip(*each, strict=True))
        print(
            f"{name:20} {seconds:7.2f} s {seconds / clock:5.2f} × {spent:7.2f} s of processor "
            f"{memory:6.0f} MB"
        )


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:3]), *[1000, 3][len(sys.argv) - 1 :])
