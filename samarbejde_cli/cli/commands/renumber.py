"""``samarbejde renumber``: another number for a case."""

from pathlib import Path
from typing import Annotated

from typer import Argument

from samarbejde_cli.actions.renumber import renumber as give_number
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import now
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.cli.problems import undone
from samarbejde_cli.cli.user import user_name
from samarbejde_cli.report import renumber as report

Number = Annotated[
    str | None,
    Argument(metavar="[NYT]", help="Det nye nummer. Uden det vælger programmet det næste ledige."),
]


def renumber(
    case: options.CaseArgument, new: Number = None, workspace: options.Workspace = None
) -> int:
    """Giv en sag et andet nummer.

    Mappen får det nye navn med alt, hvad der ligger i den, og historikken husker det gamle
    nummer. Det er til, når to har oprettet hver sin sag med samme nummer. Bliver kommandoen
    afbrudt, gør den næste den færdig.
    """
    found = opened(workspace)
    folder = found.folder_of(case, Path.cwd())
    with undone("Sagen har ikke fået et nyt nummer"):
        done = give_number(found, folder, new, user_name(), now())
    console.out(report.renumbered(done))
    return 0


SECTION = Section.COURSE
COMMANDS = {"renumber": renumber}
