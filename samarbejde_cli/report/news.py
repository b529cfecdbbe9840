"""What invitees must be told of moved and cancelled meetings, with the commands for it."""

from collections.abc import Iterable, Iterator

from samarbejde_cli.case.appointments import CALENDAR, MEETING, PRE_MEETING
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.notices import Notice, what_changed
from samarbejde_cli.danish.text import listed
from samarbejde_cli.report.folded import folded


def as_lines(case: Case, found: Iterable[tuple[str, Notice]]) -> Iterator[str]:
    """Yield who must be told what, how the letters are made, and how to note that it is done.

    ``found`` are notices with the appointment that they are about; nothing when all know.
    """
    commands: dict[str, None] = {}
    for what, each in found:
        yield folded(f"Skal have besked om, at {what_changed(each, what)}: {listed(each.people)}.")
        commands[_letters(what, each)] = None
        if what == MEETING and (each.after or _is_in_calendars(case)):
            commands["calendar"] = None
    for command in commands:
        said = "Kalenderfil til kolleger" if command == "calendar" else "Breve"
        yield f"{said}: samarbejde {command} {case.number}"
    if commands:
        yield f"Når alle har fået besked: samarbejde told {case.number}"


def _letters(what: str, each: Notice) -> str:
    if each.after is None:
        return "render-cancellation"
    return "render-pre-meeting" if what == PRE_MEETING else "render-invitation"


def _is_in_calendars(case: Case) -> bool:
    """Whether a calendar file was made of the round's meeting, so that there is one to cancel."""
    filed = unless_broken(lambda: case.paper_records, [])
    return any(x.paper == CALENDAR and x.round == case.record.round for x in filed)
