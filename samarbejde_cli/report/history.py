"""The history of a case in sentences, for people who do not read YAML or git."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from samarbejde_cli.case.history import Event, HistoryEntry
from samarbejde_cli.case.other_meeting import OtherMeeting
from samarbejde_cli.case.paper_register import PaperRecord
from samarbejde_cli.danish.dates import clock, long_date
from samarbejde_cli.danish.text import listed
from samarbejde_cli.report.folded import folded
from samarbejde_cli.report.json_text import versioned

_WAYS = {"sikker-post": "sikker post", "digital-post": "Digital Post", "intern": "internt"}
"""How a paper is sent, as a phrase within a sentence."""


def as_lines(
    number: str,
    moves: Iterable[HistoryEntry],
    filed: Sequence[PaperRecord],
    meetings: Sequence[OtherMeeting] = (),
) -> Iterator[str]:
    """Yield a case's history, its other meetings and its papers, folded to the screen."""
    yield f"Sagen {number}\n"
    yield from map(folded, map(sentence, moves))
    if meetings:
        yield "\nMøder uden for runderne\n"
    yield from map(folded, map(other_meeting, meetings))
    if filed:
        yield "\nPapirer\n"
    yield from map(folded, map(_paper, filed))


def sentence(move: HistoryEntry) -> str:
    """Return one line of the history as a sentence or two, with the moment first."""
    why = f" Begrundelse: {_stopped(move.reason)}" if move.reason else ""
    moment = f"{long_date(move.at.date())} kl. {clock(move.at.time())}"
    return f"{moment}: {move.by} {_what(move)}.{why}"


def _what(move: HistoryEntry) -> str:
    origin = move.origin.value if move.origin else ""
    there = f"{move.target.value} (runde {move.round})"
    until = f" til den {long_date(move.until)}" if move.until else ""
    giver = f" fra {move.former}" if move.former and move.former != move.coordinator else ""
    words = {
        Event.MOVED: _move(move, origin, there),
        Event.BACK: f"flyttede sagen tilbage fra {origin} til {there}",
        Event.REOPENED: f"genåbnede sagen, som var {origin}, i {there}",
        Event.PAUSED: f"satte sagen på pause{until}",
        Event.RESUMED: f"tog sagen op igen efter pausen i {there}",
        Event.HANDED_OVER: f"overdrog sagen{giver} til {move.coordinator} ({move.department})",
        Event.RENUMBERED: f"gav sagen nummeret {move.number} i stedet for {move.former_number}",
        Event.WITHDRAWN: f"skrev, at samtykket er trukket tilbage for {move.person or 'alle'}",
        Event.FORM_READ: "læste et udfyldt skema ind i sagen",
    }
    return words[move.event]


def _move(move: HistoryEntry, origin: str, there: str) -> str:
    if move.origin is None:
        return "oprettede sagen"
    target = move.target.value if move.target.is_end else there
    despite = f", selv om noget manglede ({', '.join(move.waived)})" if move.forced else ""
    return f"flyttede sagen fra {origin} til {target}{despite}"


def other_meeting(meeting: OtherMeeting) -> str:
    """Return a meeting outside the rounds as sentences, with its day first."""
    day = long_date(meeting.date) if meeting.date else "Uden dag"
    people = f" med {listed(meeting.people)}" if meeting.people else ""
    told = f" Fortalt den unge den {long_date(meeting.youth_told)}." if meeting.youth_told else ""
    why = f" Formål: {_stopped(meeting.purpose)}" if meeting.purpose else ""
    result = f" Resultat: {_stopped(meeting.result)}" if meeting.result else ""
    return f"{day}: {meeting.kind.label}{people}.{why}{result}{told}"


def _stopped(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _paper(filed: PaperRecord) -> str:
    """Return a paper that was made as a line: its day, what it is, to whom, and its file."""
    to = f" til {filed.recipient}" if filed.recipient else ""
    way = _WAYS.get(filed.channel or "", filed.channel)
    by = f" ({way})" if way else ""
    return f"{long_date(filed.date)}: {filed.title}{to}{by}: {filed.file}"


def as_json(
    number: str,
    moves: list[HistoryEntry],
    filed: list[PaperRecord],
    meetings: Sequence[OtherMeeting] = (),
) -> dict[str, Any]:
    """Return the documented, versioned shape of ``history --format json``."""
    return versioned(
        case=number,
        events=[_entry(move) for move in moves],
        papers=[_paper_entry(each) for each in filed],
        other_meetings=[_meeting_entry(each) for each in meetings],
    )


def _meeting_entry(meeting: OtherMeeting) -> dict[str, Any]:
    return {
        "date": meeting.date.isoformat() if meeting.date else None,
        "kind": meeting.kind.value,
        "people": list(meeting.people),
        "youth_told": meeting.youth_told.isoformat() if meeting.youth_told else None,
        "text": other_meeting(meeting),
    }


def _paper_entry(filed: PaperRecord) -> dict[str, Any]:
    return {
        "date": filed.date.isoformat(),
        "paper": filed.paper,
        "round": filed.round,
        "recipient": filed.recipient,
        "role": filed.role,
        "channel": filed.channel,
        "file": filed.file,
        "sha256": filed.sha256,
        "template": filed.template,
        "template_sha256": filed.template_sha256,
        "commit": filed.commit,
        "tool": filed.tool,
        "text": _paper(filed),
    }


def _entry(move: HistoryEntry) -> dict[str, Any]:
    return {
        "at": move.at.isoformat(timespec="minutes"),
        "by": move.by,
        "event": move.event.value,
        "from": move.origin.value if move.origin else None,
        "to": move.target.value,
        "round": move.round,
        "forced": move.forced,
        "waived": list(move.waived),
        "reason": move.reason,
        "until": move.until.isoformat() if move.until else None,
        "coordinator": move.coordinator,
        "former_coordinator": move.former,
        "department": move.department,
        "person": move.person,
        "number": move.number,
        "former_number": move.former_number,
        "text": sentence(move),
    }
