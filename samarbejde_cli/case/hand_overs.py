"""Who coordinated a case before, until when, and who gets a letter about the change."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.history import Event, HistoryEntry
from samarbejde_cli.case.sharing import under_age
from samarbejde_cli.profile.model import Profile


def hand_overs(case: Case) -> list[tuple[str | None, HistoryEntry]]:
    """Return each change of coordinator, the oldest first, with the name of the former one.

    The name is None when the history does not have it. A change of department alone is none.
    """
    return list(_hand_overs(case))


def _hand_overs(case: Case) -> Iterator[tuple[str | None, HistoryEntry]]:
    before: str | None = None
    for move in case.history:
        if move.event is Event.HANDED_OVER and move.coordinator:
            former = move.former or before
            if former is None or former.casefold() != move.coordinator.casefold():
                yield former, move
            before = move.coordinator


def former_coordinators(case: Case) -> dict[str, date]:
    """Return by name in lower case until which day each former coordinator had the case."""
    found = {former.casefold(): move.at.date() for former, move in hand_overs(case) if former}
    if case.record.coordinator:
        found.pop(case.record.coordinator.name.casefold(), None)
    return found


def last_hand_over(case: Case) -> tuple[str | None, HistoryEntry] | None:
    """Return the change by which the present coordinator got the case; None without one."""
    present, changes = case.record.coordinator, hand_overs(case)
    if present is None or not changes:
        return None
    name = changes[-1][1].coordinator or ""
    return changes[-1] if name.casefold() == present.name.casefold() else None


NEW_COORDINATOR = "ny-koordinator"
"""The paper about a hand-over, as ``breve.yaml`` names it."""


def informed_of_coordinator(case: Case, profile: Profile, day: date) -> list[str]:
    """Return who hears of a new coordinator: the youth with own post, custody holders of a minor.

    Nobody is named twice.
    """
    has_post = case.age(day) >= profile.consent.own_post
    found = [case.record.youth.name] if has_post else []
    parents = case.record.custody_holders if under_age(case, profile, day) else []
    return list(dict.fromkeys([*found, *(each.name for each in parents)]))


def is_coordinator_announced(case: Case) -> bool:
    """Whether a letter about the present coordinator was made since the case was handed over.

    A case that was never handed over needs no letter. While ``breve.yaml`` cannot be read, no
    letter is known.
    """
    last = last_hand_over(case)
    if last is None:
        return True
    since = last[1].at.date()
    papers = case.register_file.value if case.register_file else None
    return any(each.paper == NEW_COORDINATOR and each.date >= since for each in papers or ())
