"""How long the hook before a commit takes, beside ``validate`` of the cases that are committed.

``python tests/benchmarks/git_hooks.py [CASES]``: a workspace of so many cases, one of which is
changed; prints both and the ratio, which is to stay below 1.3.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

EXAMPLES = Path(__file__).parents[2] / "examples"
_RUNS = 9
_PROGRAM = [sys.executable, "-m", "samarbejde_cli"]


def main(cases: int) -> None:
    with TemporaryDirectory() as name:
        root = Path(shutil.copytree(EXAMPLES, Path(name) / "w"))
        for number in range(cases):
            shutil.copytree(root / "sager" / "2026-001", root / "sager" / f"2024-{number:03}")
        _git(root, "init", "-q")
        _git(root, "add", "-A")
        _git(root, "-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-qm", "x")
        plan = root / "sager" / "2026-001" / "plan.yaml"
        plan.write_text(plan.read_text("utf-8").replace("tre dage", "fire dage"), "utf-8")
        _git(root, "add", "-A")
        hook, validate = [*_PROGRAM, "hook", "pre-commit"], [*_PROGRAM, "validate", "2026-001"]
        for command in (hook, validate):
            _seconds(command, root)
        pairs = [(_seconds(validate, root), _seconds(hook, root)) for _ in range(_RUNS)]
        theirs, ours = (min(each) for each in zip(*pairs, strict=True))
        print(f"validate {theirs:.3f} s, hook pre-commit {ours:.3f} s: {ours / theirs:.2f}")


def _git(root: Path, *words: str) -> None:
    subprocess.run(["git", "-C", root, *words], check=True)  # noqa: S607 — the git that is installed


def _seconds(command: list[str], root: Path) -> float:
    start = time.perf_counter()
    subprocess.run(
        command, cwd=root, stdout=subprocess.DEVNULL, check=False,
        env=os.environ | {"SAMARBEJDE_DAG": "2026-02-24"},
    )  # fmt: skip
    return time.perf_counter() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
