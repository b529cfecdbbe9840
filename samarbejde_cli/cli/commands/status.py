"""``samarbejde status``: every case at a glance."""

from typing import Annotated, Literal

import click
from typer import Option

from samarbejde_cli.actions.status import Filter, overview
from samarbejde_cli.case.steps import Step
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.files import File, write_file
from samarbejde_cli.cli.opened import folders_named, opened
from samarbejde_cli.cli.profiles import OfProfile
from samarbejde_cli.cli.steps import step_option
from samarbejde_cli.report import status as report

InStep = Annotated[
    Step | None, step_option("--step", "Kun sager i et trin, på dansk eller engelsk.")
]
Coordinator = Annotated[
    str | None,
    Option("--coordinator", metavar="NAVN", help="Kun en koordinators sager: navn eller fornavn."),
]
Late = Annotated[bool, Option("--late", help="Kun sager, hvor en frist er overskredet.")]
Form = Annotated[
    Literal["table", "json", "csv"],
    Option(
        "--format",
        help="table: en tabel til skærmen. json: til andre programmer. csv: til Excel.",
    ),
]


def status(
    cases: options.OnlyCases = None,
    step: InStep = None,
    coordinator: Coordinator = None,
    late: Late = False,
    profile: OfProfile = None,
    form: Form = "table",
    output: File = None,
    workspace: options.Workspace = None,
) -> None:
    """Vis hver sags trin, næste møde og det, der står i vejen.

    Næste dato er det nærmeste formøde eller møde fra i dag. Felterne viser vejen gennem modellen:
    visitationen og så hver runde med formøde, møde og opfølgning; de fyldte er nået.
    """
    if output and form != "csv":
        raise click.UsageError("--output bruges kun sammen med --format csv.")
    found = opened(workspace)
    statuses = overview(
        found,
        today(),
        Filter(step, coordinator, profile, late),
        folders_named(found, cases) if cases else None,
        briefly=form == "table",
    )
    if form == "json":
        console.out_json(report.as_json(statuses))
    elif form == "csv":
        write_file(report.as_csv(statuses), output)
    else:
        is_empty = not statuses and not found.folders()
        console.out(report.as_text(statuses, found.profile.limits.most_cases, is_empty=is_empty))


SECTION = Section.OVERVIEW
COMMANDS = {"status": status}
