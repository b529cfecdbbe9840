"""Whether a merge or a rebase that is done made a case worse than both of its versions."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from samarbejde_cli.actions.hooks import HookResult, worse_after
from samarbejde_cli.files.git_commits import parents
from samarbejde_cli.files.git_index import top_folder


def after_merge(here: Path, today: date) -> HookResult | None:
    """Return what the merge that is the last commit made worse; None when that is no merge."""
    top = top_folder(here)
    sides = parents(top, "HEAD") if top else []
    return worse_after(top, "HEAD", sides, today) if top and len(sides) > 1 else None


def after_rebase(here: Path, rewritten: Iterable[str], today: date) -> HookResult | None:
    """Return what a rebase made worse; ``rewritten`` are git's lines: old commit and new one."""
    top = top_folder(here)
    pairs = [line.split()[:2] for line in rewritten if line.strip()]
    below = parents(top, pairs[0][1]) if top and pairs else []
    if top is None or not below:
        return None
    return worse_after(top, "HEAD", [pairs[-1][0], below[0]], today)
