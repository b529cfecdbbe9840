"""``samarbejde hook``: what git asks before it keeps something."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from typer import Argument

from samarbejde_cli.actions import hooks
from samarbejde_cli.actions.git_hooks import CHECKED
from samarbejde_cli.actions.merged_commits import after_merge, after_rebase
from samarbejde_cli.cli import console
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.report import hook as report

_NO_EDITOR = ":"


class Name(StrEnum):
    """The hooks that the program answers."""

    PRE_COMMIT = "pre-commit"
    COMMIT_MSG = "commit-msg"
    POST_MERGE = "post-merge"
    POST_REWRITE = "post-rewrite"


Hook = Annotated[
    Name,
    Argument(metavar="NAVN", help="pre-commit, commit-msg, post-merge eller post-rewrite."),
]
Rest = Annotated[list[str] | None, Argument(metavar="[GIT...]", help="Det, git selv skriver til.")]


def hook(name: Hook, rest: Rest = None) -> int:
    """Kontrollér det, der er ved at blive gemt i git; git kalder den selv.

    pre-commit ser på filerne, som de bliver gemt: fejl i sagerne, papirer, og navne, CPR-numre og
    adresser dér, hvor de ikke hører til. commit-msg ser på beskeden. De to andre fortæller, når en
    fletning gav fejl, som ingen af de to udgaver har. Koden er 1, når noget ikke må gemmes.
    """
    here = Path.cwd()
    if os.environ.get(CHECKED):
        return 0
    if name in (Name.POST_MERGE, Name.POST_REWRITE):
        merged = after_rebase(here, sys.stdin, today()) if rest == ["rebase"] else None
        merged = after_merge(here, today()) if name is Name.POST_MERGE else merged
        for line in report.after_merge(merged) if merged else ():
            console.err(line)
        return 0
    if name is Name.PRE_COMMIT:
        result = hooks.pre_commit(here, today())
    else:
        is_edited = os.environ.get("GIT_EDITOR") != _NO_EDITOR
        result = hooks.commit_msg(here, here / (rest or [""])[0], is_edited=is_edited)
    for line in report.as_lines(result):
        console.err(line)
    if result.refused:
        console.err(report.refused())
    return int(bool(result.refused))


SECTION = Section.SHARING
COMMANDS = {"hook": hook}
