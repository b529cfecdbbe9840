"""A folder of filled-in forms: ``python tests/benchmarks/forms.py [FORMS] [RUNS]``

Prints how many forms ``read`` takes in a second, by the clock and by the processor time that two
cores have in a second: other programs on the machine change the first and hardly the second.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

from workspaces import make

PROGRAM = [sys.executable, "-m", "samarbejde_cli"]
CORES = 2


def spent():
    """Return the processor time of all processes that were started and have ended."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(folder, *arguments):
    started, before = time.perf_counter(), spent()
    subprocess.run([*PROGRAM, *arguments], cwd=folder, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started, spent() - before


def main(number, runs):
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "workspace"
        make(folder, number)
        cases = sorted(each.name for each in (folder / "sager").iterdir())
        run(folder, "render-goals", *cases, "--draft", "--output", "alle")
        (folder / "skemaer").mkdir()
        for form in folder.glob("alle/*mål-og-aftaleskema-kladde.docx"):
            shutil.move(form, folder / "skemaer" / form.name)
        times = [run(folder, "read", "skemaer", "--diff") for _ in range(runs)]
    by_clock, by_processor = (median(each) for each in zip(*times, strict=True))
    print(f"{number} forms: {number / by_clock:.0f} a second by the clock,")
    print(f"{number / (by_processor / CORES):.0f} by the processor time of {CORES} cores")


if __name__ == "__main__":
    main(*map(int, [*sys.argv[1:], *("300", "3")[len(sys.argv) - 1 :]]))
