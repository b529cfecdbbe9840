"""The half-year's report against ``validate`` of the same workspace, in processor time.

``python tests/benchmarks/report.py [CASES] [RUNS]`` prints medians and the ratio, then the time of
ten times as many cases over ten times that of these, and the most memory that one of its
processes took.
"""

import os
import resource
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median

from workspaces import make

from samarbejde_cli.actions.report import Wanted, report
from samarbejde_cli.actions.validate import check_workspace
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.figures.period import half_year
from samarbejde_cli.report.half_year import FORMS, files

TODAY = date(2026, 7, 17)
WANTED = Wanted(half_year(2026, 1), None, None, ("department",), 5)


def seconds(work):
    """Processor time of this process and of its workers."""
    start = sum(os.times()[:4])
    work()
    return sum(os.times()[:4]) - start


def make_report(root):
    files(report(Workspace(root), WANTED, TODAY), FORMS, root)


def main(cases, runs):
    with tempfile.TemporaryDirectory() as temporary:
        root, ten = Path(temporary) / "workspace", Path(temporary) / "ten"
        make(root, cases)
        ours, theirs = [], []
        for _ in range(runs):
            theirs.append(seconds(lambda: check_workspace(Workspace(root), TODAY)))
            ours.append(seconds(lambda: make_report(root)))
        print(f"validate {median(theirs):8.2f} s")
        print(f"report   {median(ours):8.2f} s")
        print(f"ratio    {median(ours) / median(theirs):8.2f}")
        make(ten, 10 * cases)
        done = subprocess.run([sys.executable, __file__, ten], check=True, capture_output=True)
        took, memory = done.stdout.decode().split()
        print(f"{10 * cases} cases {float(took):8.2f} s, {memory} MB")
        print(f"a case of ten times as many {float(took) / 10 / median(ours):8.2f}")


def alone(root):
    took = seconds(lambda: make_report(Path(root)))
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    print(took, max(resource.getrusage(each).ru_maxrss for each in who) // 1024)


if __name__ == "__main__":
    if len(sys.argv) > 1 and not sys.argv[1].isdigit():
        alone(sys.argv[1])
    else:
        main(*(int(word) for word in sys.argv[1:3]), *[1000, 3][len(sys.argv) - 1 :])
