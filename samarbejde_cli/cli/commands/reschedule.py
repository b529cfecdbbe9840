"""``samarbejde move-meeting``, ``call-off`` and ``told``: a meeting gets another day, or none."""

from datetime import date as Date  # noqa: N812 — the option is called date
from datetime import time
from typing import Annotated

from typer import Option

from samarbejde_cli.actions import reschedule
from samarbejde_cli.case.appointments import MEETING, PRE_MEETING
from samarbejde_cli.case.notices import name_of
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.days import clock_time, day_option
from samarbejde_cli.cli.opened import opened_case
from samarbejde_cli.cli.problems import undone
from samarbejde_cli.danish.text import nfc
from samarbejde_cli.report import reschedule as report

NewDay = Annotated[Date | None, day_option("--date", "Den nye dag, som 2026-03-31.", ahead=True)]
Start = Annotated[
    time | None, options.parsed("--start", "KL", clock_time, "Hvornår det begynder, som 13.00.")
]
End = Annotated[
    time | None,
    options.parsed(
        "--end",
        "KL",
        clock_time,
        "Hvornår det slutter. Uden tilvalget varer det lige så længe som før.",
    ),
]
Room = Annotated[str | None, Option("--room", metavar="LOKALE", help="Det nye lokale.")]
Talk = Annotated[bool, Option("--pre-meeting", help="Formødet og ikke mødet.")]
Reason = Annotated[
    str | None, Option("--reason", metavar="GRUND", help="Hvorfor, til jer selv; ikke i brevene.")
]
ToldOn = Annotated[
    Date | None, day_option("--date", "Dagen, da alle havde fået besked. Uden tilvalget: i dag.")
]


def move_meeting(
    case: options.CaseArgument,
    date: NewDay = None,
    start: Start = None,
    end: End = None,
    room: Room = None,
    pre_meeting: Talk = False,
    reason: Reason = None,
    workspace: options.Workspace = None,
) -> int:
    """Flyt sagens møde til en anden dag, et andet klokkeslæt eller et andet lokale.

    Er nogen indkaldt, bliver den gamle tid stående under `tidligere` i rundens fil. Svarene på den
    gælder ikke den nye, det nye brev siger, hvad mødet er flyttet fra, og `samarbejde todo` husker,
    hvem der skal have besked.
    """
    what = PRE_MEETING if pre_meeting else MEETING
    found, loaded = opened_case(workspace, case)
    place = nfc(" ".join((room or "").split())) or None
    wanted = reschedule.Wanted(what, date, start, end, place, _words(reason))
    with undone(f"{name_of(what).capitalize()} er ikke flyttet"):
        done = reschedule.move_meeting(found, loaded, wanted, today())
    console.out_lines(report.moved(loaded, what, done))
    return 0


def call_off(
    case: options.CaseArgument,
    pre_meeting: Talk = False,
    reason: Reason = None,
    workspace: options.Workspace = None,
) -> int:
    """Aflys sagens møde, når der ikke er en ny dag endnu.

    Dag, klokkeslæt og lokale bliver taget ud. Er nogen indkaldt, står de under `tidligere` i
    rundens fil, og `samarbejde todo` husker, hvem der skal have besked. Skriv den nye dag med
    `samarbejde move-meeting`, når den er aftalt.
    """
    what = PRE_MEETING if pre_meeting else MEETING
    found, loaded = opened_case(workspace, case)
    with undone(f"{name_of(what).capitalize()} er ikke aflyst"):
        done = reschedule.call_off(found, loaded, what, _words(reason), today())
    console.out_lines(report.called_off(loaded, what, done))
    return 0


def told(
    case: options.CaseArgument, date: ToldOn = None, workspace: options.Workspace = None
) -> int:
    """Skriv, at alle har fået besked om det, der er flyttet eller aflyst.

    Det gælder både mødet og formødet i sagens runde. Har kun nogle fået besked, så skriv i stedet
    den nye dag i `indkaldt` ved hver af dem.
    """
    found, loaded = opened_case(workspace, case)
    with undone("Beskeden er ikke noteret"):
        done = reschedule.told(found, loaded, date or today(), today())
    console.out_lines(report.told(done))
    return 0


def _words(reason: str | None) -> str | None:
    return nfc(" ".join((reason or "").split())) or None


SECTION = Section.MEETINGS
COMMANDS = {"move-meeting": move_meeting, "call-off": call_off, "told": told}
