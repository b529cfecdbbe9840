"""What git knows of commits: their files, what they follow, and what differs between them."""

import os
from collections.abc import Iterable
from pathlib import Path

from samarbejde_cli.files.git import asked


def listed_in(top: Path, commit: str, paths: Iterable[str]) -> dict[str, str]:
    """Return the blobs of the files at, or below, some paths as they are in a commit."""
    listing = asked(top, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *paths)
    found = (entry.partition(b"\t") for entry in listing.split(b"\0"))
    return {os.fsdecode(name): about.decode().split()[2] for about, _, name in found if name}


def head_commits(top: Path) -> list[str]:
    """Return the commits that the next one follows: the last one, and the one that is merged."""
    names = ("HEAD", "MERGE_HEAD")
    found = (asked(top, "rev-parse", "-q", "--verify", name).decode().strip() for name in names)
    return [each for each in found if each]


def changed_between(top: Path, one: str, other: str) -> list[str]:
    """Return the paths of the files that differ between two commits."""
    names = asked(top, "diff", "--name-only", "-z", "--no-renames", one, other).split(b"\0")
    return [os.fsdecode(name) for name in names if name]


def parents(top: Path, commit: str) -> list[str]:
    """Return the commits that a commit follows."""
    return asked(top, "rev-parse", f"{commit}^@").decode().split()
