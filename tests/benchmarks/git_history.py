"""How long ``history --changes`` takes over many commits, beside ``git log -p`` of the same path.

``python tests/benchmarks/git_history.py [COMMITS]``: prints both and the ratio, which is to stay
below 3 for 1,000 commits.
"""

import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

EXAMPLES = Path(__file__).parents[2] / "examples"
CASE = "sager/2026-001"
_RUNS = 5


def main(commits: int) -> None:
    with TemporaryDirectory() as name:
        root = shutil.copytree(EXAMPLES, Path(name) / "w")
        _fill(root, commits)
        git = ["git", "-C", str(root), "log", "-p", "--", CASE]
        own = [sys.executable, "-m", "samarbejde_cli", "history", "2026-001", "--changes",
               "--workspace", str(root)]  # fmt: skip
        for command in (git, own):
            _seconds(command)
        pairs = [(_seconds(git), _seconds(own)) for _ in range(_RUNS)]
        theirs, ours = (min(each) for each in zip(*pairs, strict=True))
        print(f"git log -p {theirs:.3f} s, history --changes {ours:.3f} s: {ours / theirs:.2f}")


def _fill(root: Path, commits: int) -> None:
    """Commit a case over and over, each time with another value in the plan or the round.

    The objects lie each in a file of its own, as ``git commit`` leaves them.
    """
    _git(root, "init", "-q", "-b", "main")
    _git(root, "add", "-A")
    who = ("-c", "user.name=Prøve", "-c", "user.email=proeve@birkeby.example")
    _git(root, *who, "-c", "gc.auto=0", "commit", "-qm", "begyndelsen")
    plan, round_ = root / CASE / "plan.yaml", root / CASE / "runder" / "1.yaml"
    texts = plan.read_text("utf-8"), round_.read_text("utf-8")
    stream = []
    for number in range(commits):
        path, text = (
            (f"{CASE}/plan.yaml", texts[0].replace("tre dage", f"{number} dage"))
            if number % 2
            else (f"{CASE}/runder/1.yaml", texts[1].replace("9.00", f"9.{number % 60:02}", 1))
        )
        data, message = text.encode(), f"Ændring {number}".encode()
        stream.append(
            b"commit refs/heads/main\ncommitter A <a@b.example> %d +0100\ndata %d\n%s\n"
            % (1769000000 + 60 * number, len(message), message)
            + (b"from refs/heads/main^0\n" if not number else b"")
            + b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(data), data)
        )
    _git(root, "fast-import", "--quiet", "--force", send=b"".join(stream))
    aside = root / "pack"
    (root / ".git" / "objects" / "pack").rename(aside)
    (root / ".git" / "objects" / "pack").mkdir()
    for pack in aside.glob("*.pack"):
        _git(root, "unpack-objects", "-q", send=pack.read_bytes())
    shutil.rmtree(aside)


def _git(root: Path, *words: str, send: bytes = b"") -> None:
    subprocess.run(["git", "-C", root, *words], input=send, check=True)  # noqa: S607 — the git that is installed


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
