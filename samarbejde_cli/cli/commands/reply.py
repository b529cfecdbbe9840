"""``samarbejde reply``: what somebody answered to the invitation."""

from datetime import date as Date  # noqa: N812 — the option is called date
from typing import Annotated

from typer import Argument, Option

from samarbejde_cli.actions.reply import GivenReply, reply_of
from samarbejde_cli.actions.reply import reply as record_reply
from samarbejde_cli.case.round import Reply
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.days import day_option
from samarbejde_cli.cli.opened import opened_case
from samarbejde_cli.cli.options import parsed_by
from samarbejde_cli.cli.problems import undone
from samarbejde_cli.danish.text import nfc
from samarbejde_cli.report import reply as report

Person = Annotated[
    str, Argument(metavar="PERSON", help="Deltagerens navn; fornavnet er nok, når kun én har det.")
]
Number = Annotated[
    Reply,
    Argument(
        metavar="SVAR",
        parser=parsed_by(reply_of),
        help="1: deltager. 2: sender et notat. 3: kan en anden dag, ellers et notat. "
        "4: ikke relevant.",
    ),
]
Note = Annotated[
    str | None,
    Option("--note", metavar="NOTAT", help="Det, personen sendte eller sagde i stedet for."),
]
Day = Annotated[
    Date | None,
    day_option("--date", "Dagen, da svaret kom, som 2026-03-03. Uden tilvalget: i dag."),
]


def reply(
    case: options.CaseArgument,
    person: Person,
    answer: Number,
    note: Note = None,
    date: Day = None,
    workspace: options.Workspace = None,
) -> int:
    """Skriv, hvad en deltager har svaret på indkaldelsen.

    Svaret skrives i rundens fil, og resten af filen bliver, som den er. Afbud og manglende svar
    vises af `samarbejde todo` og på næste dagsorden.
    """
    found, loaded = opened_case(workspace, case)
    words = nfc(" ".join((note or "").split())) or None
    given = GivenReply(answer, date or today(), words)
    with undone("Svaret er ikke skrevet"):
        done = record_reply(found, loaded, nfc(person), given, today())
    console.out(report.replied(answer, done))
    return 0


SECTION = Section.MEETINGS
COMMANDS = {"reply": reply}
