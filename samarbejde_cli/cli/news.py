"""Print what invitees must be told, with the commands for it."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from samarbejde_cli.case.appointments import CALENDAR, MEETING, PRE_MEETING
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.notices import Notice, notices, what_changed
from samarbejde_cli.cli import console
from samarbejde_cli.danish.text import listed
from samarbejde_cli.profile.model import Profile


def print_all_news(case: Case, profile: Profile, today: date) -> None:
    """Print who must be told what of a case's pre-meeting and meeting; nothing when all know."""
    found: list[tuple[str, Notice]] = []
    for what in (PRE_MEETING, MEETING):
        pending = unless_broken(partial(notices, case, profile, what, today), [])
        found += [(what, each) for each in pending]
    print_news(case, found)


def print_news(case: Case, found: Iterable[tuple[str, Notice]]) -> None:
    """Print who must be told what, how the letters are made, and how to note that it is done."""
    commands: dict[str, None] = {}
    for what, each in found:
        console.out(f"Skal have besked om, at {what_changed(each, what)}: {listed(each.people)}.")
        commands[_letters(what, each)] = None
        if what == MEETING and (each.after or _is_in_calendars(case)):
            commands["calendar"] = None
    for command in commands:
        said = "Kalenderfil til kolleger" if command == "calendar" else "Breve"
        console.out(f"{said}: samarbejde {command} {case.number}")
    if commands:
        console.out(f"Når alle har fået besked: samarbejde told {case.number}")


def _letters(what: str, each: Notice) -> str:
    if each.after is None:
        return "render-cancellation"
    return "render-pre-meeting" if what == PRE_MEETING else "render-invitation"


def _is_in_calendars(case: Case) -> bool:
    """Whether a calendar file was made of the round's meeting, so that there is one to cancel."""
    filed = unless_broken(lambda: case.paper_records, [])
    return any(x.paper == CALENDAR and x.round == case.record.round for x in filed)
