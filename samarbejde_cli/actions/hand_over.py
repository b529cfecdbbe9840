"""Hand a case over to another coordinator or department: what changes in which file, at once."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from samarbejde_cli.actions.file_changes import file_change, history_change, with_values
from samarbejde_cli.actions.readable import require_readable
from samarbejde_cli.actions.successor import replacements
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.hand_overs import hand_overs
from samarbejde_cli.case.history import Event, HistoryEntry, timestamp
from samarbejde_cli.case.meant_people import with_first_name
from samarbejde_cli.case.people import Coordinator
from samarbejde_cli.danish.text import closest_value, did_you_mean, listed
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.write import write_all
from samarbejde_cli.findings import Route
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.staff import Staff


@frozen
class HandOver:
    """Result of ``hand-over``: from whom, to whom, and every value that changed with its file.

    ``completed`` is whether an earlier hand-over had been interrupted and is now finished.
    """

    number: str
    before: Coordinator | None
    after: Coordinator
    changed: tuple[tuple[Path, Route], ...]
    completed: bool = False


@frozen
class HandOverOrder:
    """Whom the case goes to, and why; without a department: the one that the settings tell."""

    name: str
    department: str | None
    reason: str | None


def hand_over(
    workspace: Workspace, case: Case, wanted: HandOverOrder, by: str, at: datetime
) -> HandOver:
    """Hand an open case over, or finish a hand-over that was interrupted.

    The new name takes the place of the old one where the coordinator has something before him: the
    road map, the goals that are not reached, the measures, the coming meeting. What is over stays.
    Raises ``WrongUseError`` when the person or the department is not known or nothing would
    change, ``UnreadableCaseError`` when the files are broken.
    """
    with locked(case.folder):
        present = load_case(case.folder)
        require_readable(workspace, present, at.date())
        _require_open(present)
        before = present.record.coordinator
        after = _coordinator(present, workspace.profile_of(present)[0], wanted)
        is_there = before is not None and _is_same(before, after)
        former = _former(present, after) if is_there else before.name if before else None
        changes, changed = replacements(present, former, after.name, at.date())
        if not is_there:
            changes = _with_record(present, after, changes)
            changed = [("sag", ("koordinator",)), *changed]
        elif not changes:
            raise _nothing_to_change(present, after)
        has_attendance = is_there or _is_noted(present, former, after)
        move = _line(present, former, after, wanted.reason, by, at)
        noted = [] if has_attendance else [history_change(present, move)]
        write_all([*noted, *(file_change(present, stem, text) for stem, text in changes.items())])
    locations = tuple((present.path(stem), route) for stem, route in changed)
    return HandOver(case.number, before, after, locations, completed=has_attendance)


def _is_same(before: Coordinator, after: Coordinator) -> bool:
    return (before.name, before.department) == (after.name, after.department)


def _former(case: Case, after: Coordinator) -> str | None:
    """Return the previous coordinator; None when the history does not say."""
    changes = hand_overs(case)
    former, move = changes[-1] if changes else (None, None)
    return former if move and move.coordinator == after.name else None


def _is_noted(case: Case, former: str | None, after: Coordinator) -> bool:
    """Whether the history already has this hand-over, although the case does not show it."""
    written = case.files["historik"].value  # a killed command wrote the last line of the file
    return any(
        last.event is Event.HANDED_OVER
        and last.former == former
        and (last.coordinator, last.department) == (after.name, after.department)
        for last in written[-1:]
    )


def _with_record(case: Case, after: Coordinator, changes: dict[str, str]) -> dict[str, str]:
    """Return the texts of the files, ``sag.yaml`` first, with the new coordinator in it."""
    values = {
        "navn": after.name,
        "afdeling": after.department,
        "titel": after.title,
        "telefon": after.phone,
        "email": after.email,
    }
    text = with_values(case.files["sag"].source.text, "koordinator", values)
    return {"sag": text, **changes}


def _coordinator(case: Case, profile: Profile, wanted: HandOverOrder) -> Coordinator:
    """Return the new coordinator as the settings know the person."""
    person = _employee(profile, wanted.name)
    old = case.record.coordinator
    same = old is not None and person is None and old.name.casefold() == wanted.name.casefold()
    if person is None and not same and wanted.department is None:
        names = listed([each.name for each in profile.staff], "eller")
        chosen = f"Vælg {names}, eller skriv også" if names else "Skriv også"
        raise WrongUseError(
            f"{wanted.name} står ikke under medarbejdere i samarbejde.yaml.",
            f"{chosen} afdelingen med --department.",
        )
    name = wanted.department or (person.department if person else None)
    if same and old is not None:
        return old.model_copy(update={"department": _department(profile, name or old.department)})
    return Coordinator.model_validate(
        {
            "navn": person.name if person else wanted.name,
            "afdeling": _department(profile, name),
            "titel": person.title if person else None,
            "telefon": person.phone if person else None,
            "email": person.email if person else None,
        }
    )


def _employee(profile: Profile, name: str) -> Staff | None:
    staff = [each.name for each in profile.staff]
    found = profile.employee(name) or profile.employee(with_first_name(staff, name))
    if meant := None if found else _meant(staff, name):
        raise WrongUseError(f"Der er ingen medarbejder, der hedder {name}.", did_you_mean(meant))
    return found


def _meant(staff: Sequence[str], name: str) -> str | None:
    """Return who a misspelt name or a part of one means, when only one of the staff can be."""
    by_part = [each for each in staff if name.strip().casefold() in each.casefold().split()]
    return by_part[0] if len(by_part) == 1 else closest_value(name, staff)


def _department(profile: Profile, name: str | None) -> str:
    found = profile.department(name)
    if found is None:
        names = [each.name for each in profile.departments]
        raise WrongUseError(
            f"Afdelingen {name} findes ikke."
            if name
            else "Det er ikke til at vide, hvilken afdeling sagen skal til.",
            did_you_mean(closest_value(name or "", names))
            or f"Vælg {listed(names, 'eller')} med --department.",
        )
    return found.name


def _require_open(case: Case) -> None:
    if case.step.is_end:
        raise WrongUseError(
            f"Sagen {case.number} er {case.step.value} og kan ikke overdrages.",
            "Kun åbne sager kan overdrages.",
        )


def _nothing_to_change(case: Case, after: Coordinator) -> WrongUseError:
    return WrongUseError(
        f"{after.name} fra {after.department} er allerede koordinator i sagen {case.number}.",
        "Der er ikke ændret noget.",
    )


def _line(
    case: Case, former: str | None, after: Coordinator, reason: str | None, by: str, at: datetime
) -> HistoryEntry:
    return HistoryEntry.model_validate(
        {
            "tid": timestamp(at),
            "hvem": by,
            "hændelse": Event.HANDED_OVER.value,
            "fra": case.step.value,
            "til": case.step.value,
            "runde": str(case.record.round),
            "begrundelse": reason,
            "koordinator": after.name,
            "tidligere_koordinator": former,
            "afdeling": after.department,
        }
    )
