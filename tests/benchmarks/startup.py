"""Start-up times of whole processes, side by side: ``python tests/benchmarks/startup.py [RUNS]``"""

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

PROGRAM = ["-m", "samarbejde_cli"]
LINES = {
    "python -c pass": ["-c", "pass"],
    "import typer": ["-c", "import typer"],
    "samarbejde --version": [*PROGRAM, "--version"],
    "samarbejde --help": [*PROGRAM, "--help"],
}


def seconds(arguments):
    start = perf_counter()
    subprocess.run(
        [sys.executable, *arguments],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return perf_counter() - start


def main(runs):
    measured = {name: [] for name in LINES}
    for _ in range(runs):
        for name, arguments in LINES.items():
            measured[name].append(seconds(arguments))
    yardstick = median(measured["import typer"])
    for name, times in measured.items():
        print(f"{name:22} {median(times) * 1000:6.1f} ms  {median(times) / yardstick:.2f} ×")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
