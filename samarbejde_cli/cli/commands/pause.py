"""``samarbejde pause`` and ``samarbejde resume``: pause a case, and resume it."""

from datetime import date
from typing import Annotated

from samarbejde_cli.actions import pause as action
from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.notices import all_notices
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import now, today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.days import day_option
from samarbejde_cli.cli.opened import opened_case
from samarbejde_cli.cli.problems import undone
from samarbejde_cli.cli.user import user_name
from samarbejde_cli.report import news
from samarbejde_cli.report import pause as report

Until = Annotated[
    date, day_option("--until", "Dagen, hvor sagen går i gang igen, som 2026-08-10.", ahead=True)
]


def pause(
    case: options.CaseArgument,
    reason: options.Why,
    until: Until,
    workspace: options.Workspace = None,
) -> int:
    """Sæt en sag på pause.

    I pausen minder `todo` ikke om møder, indkaldelser og svar. Samtykke, kopier, journal og det,
    der følger af alderen, minder den stadig om. Den dag, du skriver efter --until, går sagen i gang
    igen af sig selv. Et møde, der ligger i pausen, er aflyst; kommandoen siger, hvem der skal have
    det at vide.
    """
    why = options.reason_given(reason)
    found, loaded = opened_case(workspace, case)
    with undone("Sagen er ikke sat på pause"):
        action.pause(found, loaded, until, why, user_name(), now())
    console.out(report.paused(loaded.number, until))
    resting = load_case(loaded.folder)
    told = all_notices(resting, found.profile_of(loaded)[0], today())
    console.out_lines(news.as_lines(resting, told))
    return 0


def resume(case: options.CaseArgument, workspace: options.Workspace = None) -> int:
    """Slut en sags pause i dag."""
    found, loaded = opened_case(workspace, case)
    with undone("Pausen er ikke slut"):
        action.resume(found, loaded, user_name(), now())
    console.out(report.resumed(loaded.number))
    return 0


SECTION = Section.COURSE
COMMANDS = {"pause": pause, "resume": resume}
