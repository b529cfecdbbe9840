"""Commands on whole workspaces, as whole processes, beside PyYAML's C loader on the same files.

``python tests/benchmarks/whole.py [CASES] [RUNS]`` prints medians of the time on the clock and of
the processors, peak memory (shared pages once), and the ratio to ``CSafeLoader`` alone, which is
timed in one process in the same sitting. "untidy" is a workspace whose cases have some twelve
findings each. "again" is the second run, after one file was changed, beside the first one; nothing
is remembered before that.

``python tests/benchmarks/whole.py --growth [CASES] [RUNS]`` compares ten times as many cases with
these, the first run of each.
"""

import os
import re
import shutil
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
MEMORY = ".samarbejde-husket"
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


def first(arguments, folder):
    """Measure a command that nothing is remembered for."""
    shutil.rmtree(folder / MEMORY, ignore_errors=True)
    return measured(arguments, folder)


def again(arguments, folder):
    """Measure a command after one file was changed."""
    [path] = folder.glob("sager/*-0001/plan.yaml")
    path.write_text(path.read_text("utf-8") + "# set\n", "utf-8", newline="\n")
    return measured(arguments, folder)


def medians(runs):
    return tuple(map(median, zip(*runs, strict=True)))


def made(folder, cases):
    """Make a clean workspace and an untidy one."""
    folders = {False: folder / f"clean-{cases}", True: folder / f"untidy-{cases}"}
    for each in folders.values():
        make(each, cases)
    untidy(folders[True])
    time.sleep(3)  # what was just written may change again within a tick of a disk's clock
    return folders


def main(cases, runs):
    found, repeated = ({name: [] for name in LINES} for _ in range(2))
    with tempfile.TemporaryDirectory() as temporary:
        folders = made(Path(temporary), cases)
        for _ in range(runs):
            for name, (is_untidy, arguments) in LINES.items():
                found[name].append(first(arguments, folders[is_untidy]))
                repeated[name].append(again(arguments, folders[is_untidy]))
    clock, *_ = medians(found["CSafeLoader alone"])
    print(f"{cases:,} cases")
    for name, each in found.items():
        seconds, spent, memory = medians(each)
        second, second_spent, _ = medians(repeated[name])
        print(
            f"{name:20} {seconds:7.2f} s {seconds / clock:5.2f} × {spent:7.2f} s of processor "
            f"{memory:6.0f} MB   again {second:6.2f} s {second / seconds:5.2f} × "
            f"{second_spent / spent:5.2f} × of processor"
        )


def growth(cases, runs):
    with tempfile.TemporaryDirectory() as temporary:
        few, many = (made(Path(temporary), count) for count in (cases, 10 * cases))
        for name, (is_untidy, arguments) in LINES.items():
            small, large = (
                medians([first(arguments, each[is_untidy]) for _ in range(runs)])
                for each in (few, many)
            )
            print(
                f"{name:20} {small[0]:7.2f} → {large[0]:7.2f} s {large[0] / small[0]:6.2f} × "
                f"{large[1] / small[1]:6.2f} × of processor {large[1] / large[0]:5.2f} cores "
                f"{small[2]:5.0f} → {large[2]:5.0f} MB"
            )


if __name__ == "__main__":
    words = sys.argv[1:]
    measure = growth if "--growth" in words else main
    numbers = [int(word) for word in words if word != "--growth"]
    measure(*numbers, *[1000, 3][len(numbers) :])
