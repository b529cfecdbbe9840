"""``samarbejde profile``: every value that the municipality works by, with its origin."""

from samarbejde_cli.actions.profile import settings
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.report import profile as report


def profile(form: options.TableFormat = "table", workspace: options.Workspace = None) -> None:
    """Vis alle indstillinger, og hvor hver af dem kommer fra.

    Jeres egne værdier står med linjen i samarbejde.yaml og med det, de erstatter; de andre med
    navnet på den medfølgende profil. »programmet« er det, der gælder, når ingen fil siger noget.
    """
    found = settings(opened(workspace))
    if form == "json":
        console.out_json(report.as_json(found))
    else:
        console.out(report.as_table(found))


SECTION = Section.SETTINGS
COMMANDS = {"profile": profile}
