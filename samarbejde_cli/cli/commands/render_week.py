"""``samarbejde render-week``: one page for the next meeting day."""

from datetime import date
from pathlib import Path
from typing import Annotated

from samarbejde_cli.actions.output_folder import Status, changed_by_hand
from samarbejde_cli.actions.render_week import render_week as make_page
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.days import day_option
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.report import render_week as report

OtherDay = Annotated[
    date | None, day_option("--date", "En anden dag end næste mødedag, som 2026-03-03.")
]


Output = Annotated[
    Path | None,
    options.folder(
        "Mappen, som siden lægges i. Uden tilvalget: mappen dokumenter i arbejdsmappen."
    ),
]


def render_week(
    date: OtherDay = None,
    output: Output = None,
    overwrite: options.Overwrite = False,
    workspace: options.Workspace = None,
) -> int:
    """Lav siden til næste mødedag: alle sager, lokaler og svar.

    Siden er til tovholderen: dagens møder i alle sager, hvem der ikke har svaret, hvad der skal
    med, og ugens øvrige aftaler. Den lægges i arbejdsmappens mappe dokumenter.
    """
    page = make_page(opened(workspace), today(), date, output=output, overwrite=overwrite)
    if page.unreadable:
        console.problem(*report.unreadable(page))
    if page.path and page.status is Status.KEPT:
        raise changed_by_hand(page.path)
    console.out(report.as_text(page))
    return int(bool(page.unreadable))


SECTION = Section.MEETINGS
COMMANDS = {"render-week": render_week}
