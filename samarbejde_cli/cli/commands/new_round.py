"""``samarbejde new-round``: a round to come gets its days, a year ahead if wanted."""

from datetime import date, time
from typing import Annotated

from typer import Option

from samarbejde_cli.actions.new_round import Booked
from samarbejde_cli.actions.new_round import new_round as prepare
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.days import clock_time, day_option
from samarbejde_cli.cli.opened import opened_case
from samarbejde_cli.cli.problems import undone
from samarbejde_cli.danish.text import nfc
from samarbejde_cli.report import new_round as report

Meeting = Annotated[date | None, day_option("--meeting", "Mødets dag, som 2026-06-16.", ahead=True)]
Talk = Annotated[
    date | None, day_option("--pre-meeting", "Formødets dag, som 2026-05-26.", ahead=True)
]
Start = Annotated[
    time | None, options.parsed("--start", "KL", clock_time, "Hvornår mødet begynder, som 9.00.")
]
TalkStart = Annotated[
    time | None,
    options.parsed("--pre-meeting-start", "KL", clock_time, "Hvornår formødet begynder."),
]
Room = Annotated[str | None, Option("--room", metavar="LOKALE", help="Mødets lokale.")]
TalkRoom = Annotated[
    str | None, Option("--pre-meeting-room", metavar="LOKALE", help="Formødets lokale.")
]


def new_round(
    case: options.CaseArgument,
    meeting: Meeting = None,
    start: Start = None,
    room: Room = None,
    pre_meeting: Talk = None,
    pre_meeting_start: TalkStart = None,
    pre_meeting_room: TalkRoom = None,
    workspace: options.Workspace = None,
) -> int:
    """Forbered en kommende runde med dage, klokkeslæt og lokaler.

    Runden får sin fil, runder/2.yaml, runder/3.yaml og så videre. Kør kommandoen én gang for hver
    runde: så er møderne sat et år frem. De står i `status`, i `todo` og på siden til mødedagen, og
    når sagen kommer til runden, bruger `advance` filen.
    """
    found, loaded = opened_case(workspace, case)
    talk = Booked(pre_meeting, pre_meeting_start, _words(pre_meeting_room))
    met = Booked(meeting, start, _words(room))
    with undone("Runden er ikke forberedt"):
        done = prepare(found, loaded, talk, met, today())
    console.out(report.as_text(loaded.number, done))
    return 0


def _words(text: str | None) -> str | None:
    return nfc(" ".join((text or "").split())) or None


SECTION = Section.MEETINGS
COMMANDS = {"new-round": new_round}
