"""A throwaway command with the protocol of a real one, to try the command line with."""

from time import sleep
from typing import Annotated

from typer import Argument, Option

from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.prompts import ask, confirm
from samarbejde_cli.danish.dates import parse_iso
from samarbejde_cli.errors import ConflictError, WrongUseError
from samarbejde_cli.report.colours import coloured
from samarbejde_cli.report.table import table

GLYPHS = "Søren Ærø ✓ – [afsluttet] \\[b] │ „Ål“ 日"


def a_date(text):
    if day := parse_iso(text):
        return day
    raise WrongUseError(f"`{text}` er ikke en dato.", "Skriv datoen som 2026-03-03.")


def trial(
    what: Annotated[str, Argument(metavar="HVAD", help="Hvad der skal ske.")],
    workspace: options.Workspace = None,
    form: options.TableFormat = "table",
    day: Annotated[
        str | None,
        Option("--date", metavar="DATO", parser=options.parsed_by(a_date), help="En dato."),
    ] = None,
):
    """Prøv kommandolinjen."""
    return ACTS[what](workspace, form, day)


def conflict(*_):
    raise ConflictError("Filen sag.yaml er ændret imens.", "Kør kommandoen igen.")


def bug(*_):
    private = "Silje Ravn"
    raise ValueError(f"{private} 670310-4321")


def interrupt(*_):
    raise KeyboardInterrupt


def rows(*_):
    console.out(table(("Sag", "Trin"), [("2026-014", GLYPHS), ("2026-015", "møde " * 40)]))


def asked(*_):
    console.out(f"{ask('Dato', a_date, option='--date'):%d/%m}")


def confirmed(*_):
    console.out(str(confirm("Vil du fortsætte?", option="--yes")))


def counted(*_):
    for item in console.progress(["a", "b"], "Sager"):
        console.out(item)


def slept(*_):
    console.out("klar")
    sleep(30)


COMMANDS = {"trial": trial}
ACTS = {
    "sleep": slept,
    "glyphs": lambda *_: console.out(GLYPHS),
    "json": lambda *_: console.out_json({"navn": GLYPHS}),
    "rows": rows,
    "colour": lambda *_: console.out(coloured("rød", "red")),
    "findings": lambda *_: 1,
    "conflict": conflict,
    "bug": bug,
    "interrupt": interrupt,
    "ask": asked,
    "confirm": confirmed,
    "progress": counted,
    "today": lambda *_: console.out(f"{today():%d/%m/%Y}"),
    "date": lambda _workspace, _form, day: console.out(f"{day:%d/%m}"),
    "workspace": lambda workspace, *_: console.out(workspace.name),
    "many": lambda *_: all(console.out("linje") for _ in range(20_000)),
}
