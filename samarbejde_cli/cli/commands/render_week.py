"""``samarbejde render-week``: one page for the next meeting day."""

from datetime import date
from pathlib import Path
from typing import Annotated

from typer import Option

from samarbejde_cli.actions.output_folder import Status, changed_by_hand
from samarbejde_cli.actions.render_week import DayPage
from samarbejde_cli.actions.render_week import render_week as make_page
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.days import day
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.cli.options import parsed_by
from samarbejde_cli.danish.dates import full_date
from samarbejde_cli.danish.text import listed
from samarbejde_cli.files.paths import shown_path

OtherDay = Annotated[
    date | None,
    Option(
        "--date",
        metavar="DATO",
        parser=parsed_by(day),
        help="En anden dag end næste mødedag, som 2026-03-03.",
    ),
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
        console.problem(
            f"Siden er ikke hel: {listed(page.unreadable)} kan ikke læses.",
            "Se hvorfor med `samarbejde validate`.",
        )
    return _print(page) or int(bool(page.unreadable))


def _print(page: DayPage) -> int:
    if page.path is None:
        console.out(f"Der er ingen møder {full_date(page.day)} eller i resten af ugen.")
        return 0
    if page.status is Status.KEPT:
        raise changed_by_hand(page.path)
    said = "skrevet" if page.status is Status.WRITTEN else "uændret"
    console.out(f"{said}: {shown_path(page.path)}")
    return 0


COMMANDS = {"render-week": render_week}
