"""``validate`` of a whole workspace against PyYAML alone, inside one process.

``python tests/benchmarks/validate.py [CASES] [RUNS]`` prints medians and the ratio: reading,
checking, all rules and the words of the findings, over what CSafeLoader needs to load the same
files. Both read the files from disk.
"""

import gc
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

import yaml
from workspaces import make

from samarbejde_cli.actions.validate import check_workspace
from samarbejde_cli.actions.workspace import Workspace

TODAY = date(2026, 3, 17)


def seconds(work):
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def load_all(paths):
    for path in paths:
        with path.open(encoding="utf-8") as file:
            yaml.load(file, Loader=yaml.CSafeLoader)


def main(cases, runs):
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary) / "workspace"
        make(root, cases)
        paths = sorted(root.rglob("*.yaml"))
        size = sum(path.stat().st_size for path in paths)
        print(f"{cases} cases, {len(paths)} files, {size / cases / 1000:.1f} kB a case")
        ours, theirs = [], []
        for _ in range(runs):
            theirs.append(seconds(lambda: load_all(paths)))
            ours.append(seconds(lambda: check_workspace(Workspace(root), TODAY)))
        checked = check_workspace(Workspace(root), TODAY)
    print(f"findings            {len(checked.diagnoses)}")
    print(f"CSafeLoader alone   {median(theirs) * 1000:8.0f} ms")
    print(f"validate            {median(ours) * 1000:8.0f} ms")
    print(f"ratio               {median(ours) / median(theirs):8.2f}")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:3]), *[1000, 5][len(sys.argv) - 1 :])
