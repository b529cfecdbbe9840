"""``samarbejde sync``: what others have saved comes, what was saved here goes."""

from typing import Annotated

from typer import Option

from samarbejde_cli.actions.sync import sync as sync_workspace
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.report import sync as report

Remote = Annotated[
    str | None,
    Option(
        "--remote",
        metavar="NAVN",
        help="Den fælles kopi, når git kender flere; se dem med `git remote`. Git husker den.",
    ),
]


def sync(remote: Remote = None, workspace: options.Workspace = None) -> int:
    """Hent det, kollegerne har gemt, og send det, du har gemt.

    Har to ændret hver sit, bliver begge dele bevaret. Har I ændret det samme, står begge udgaver i
    filen, og du vælger mellem dem med `samarbejde conflicts`; koden ud af programmet er så 1.
    """
    result = sync_workspace(opened(workspace), remote, today())
    console.out_lines(report.synced(result))
    return int(bool(result.conflicts or result.errors))


SECTION = Section.SHARING
COMMANDS = {"sync": sync}
