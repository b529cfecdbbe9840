"""Hand a case over to another coordinator or department: what changes in which file, at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from samarbejde_cli.actions.lines import file_change, history_change, with_value, with_values
from samarbejde_cli.actions.present import require_readable
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case import skeleton
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.history import Event, Move
from samarbejde_cli.case.people import Coordinator
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.findings import Route
from samarbejde_cli.profile.model import Profile, Staff
from samarbejde_cli.source.write import locked, write_all
from samarbejde_cli.texts import closest, listed


@dataclass(frozen=True)
class HandOver:
    """What came of it: from whom, to whom, and every value that changed with its file."""

    number: str
    before: Coordinator | None
    after: Coordinator
    changed: tuple[tuple[Path, Route], ...]


@dataclass(frozen=True)
class Wanted:
    """Whom the case goes to, and why; without a department: the one that the settings tell."""

    name: str
    department: str | None
    reason: str | None


def hand_over(workspace: Workspace, case: Case, wanted: Wanted, by: str, at: datetime) -> HandOver:
    """Hand an open case over.

    The new name takes the place of the old one where the coordinator has something before him: the
    road map, the goals that are not reached, the measures, the coming meeting. What is over stays.
    Raises ``WrongUseError`` when the person or the department is not known or nothing would
    change, ``UnreadableCaseError`` when the files are broken.
    """
    with locked(case.folder):
        present = load_case(case.folder)
        require_readable(workspace, present, at.date())
        before = present.record.coordinator
        after = _coordinator(present, workspace.profile_of(present)[0], wanted)
        _require_change(present, after)
        places = list(_places(present, before.name, at.date())) if before else []
        texts = {"sag": _record_text(present, after)}
        for stem, route in places if before and before.name != after.name else ():
            text = texts.get(stem, present.files[stem].source.text)
            texts[stem] = with_value(text, route, after.name)
        move = _line(present, after, wanted.reason, by, at)
        changes = [file_change(present, stem, text) for stem, text in texts.items()]
        write_all([history_change(present, move), *changes])
    changed = [("sag", ("koordinator",)), *(places if len(texts) > 1 else [])]
    return HandOver(
        case.number, before, after, tuple((present.path(stem), route) for stem, route in changed)
    )


def _coordinator(case: Case, profile: Profile, wanted: Wanted) -> Coordinator:
    """Return the new coordinator as the settings know the person."""
    person = _employee(profile, wanted.name)
    old = case.record.coordinator
    same = old is not None and person is None and old.name.casefold() == wanted.name.casefold()
    if person is None and not same and wanted.department is None:
        names = listed([each.name for each in profile.staff], "eller")
        raise WrongUseError(
            f"{wanted.name} står ikke under medarbejdere i samarbejde.yaml.",
            f"Vælg {names}, eller skriv også afdelingen med --department.",
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
    known = {each.name.casefold(): each for each in profile.staff}
    meant = closest(name, (each.name for each in profile.staff))
    if name.casefold() not in known and meant:
        raise WrongUseError(f"Der er ingen medarbejder, der hedder {name}.", f"Mente du {meant}?")
    return known.get(name.casefold())


def _department(profile: Profile, name: str | None) -> str:
    found = profile.department(name)
    if found is None:
        names = [each.name for each in profile.departments]
        meant = closest(name or "", names)
        raise WrongUseError(
            f"Afdelingen {name} findes ikke."
            if name
            else "Det er ikke til at vide, hvilken afdeling sagen skal til.",
            f"Mente du {meant}?" if meant else f"Vælg {listed(names, 'eller')} med --department.",
        )
    return found.name


def _require_change(case: Case, after: Coordinator) -> None:
    if case.step.is_end:
        raise WrongUseError(
            f"Sagen {case.number} er {case.step.value} og kan ikke overdrages.",
            "Kun åbne sager kan overdrages.",
        )
    before = case.record.coordinator
    if before and (before.name, before.department) == (after.name, after.department):
        raise WrongUseError(
            f"{after.name} fra {after.department} er allerede koordinator i sagen {case.number}.",
            "Der er ikke ændret noget.",
        )


def _places(case: Case, name: str, today: date) -> Iterator[tuple[str, Route]]:
    """Yield where the old coordinator has something before him."""
    plan, meeting = case.plan, case.round.meeting
    if plan.road_map and _is(plan.road_map.responsible, name):
        yield "plan", ("køreplan", "ansvarlig")
    for i, goal in enumerate(plan.goals):
        for j, person in enumerate(goal.responsible if not goal.reached else []):
            if _is(person, name):
                yield "plan", ("mål", i, "ansvarlige", j)
    for i, measure in enumerate(case.team.measures):
        if _is(measure.responsible, name):
            yield "team", ("indsatser", i, "ansvarlig")
    if _is(meeting.leader, name) and (meeting.date is None or meeting.date >= today):
        yield case.round_key, ("møde", "mødeleder")


def _is(person: str | None, name: str) -> bool:
    return person is not None and person.strip().casefold() == name.casefold()


def _record_text(case: Case, after: Coordinator) -> str:
    values = {
        "navn": after.name,
        "afdeling": after.department,
        "titel": after.title,
        "telefon": after.phone,
        "email": after.email,
    }
    return with_values(case.files["sag"].source.text, "koordinator", values)


def _line(case: Case, after: Coordinator, reason: str | None, by: str, at: datetime) -> Move:
    return Move.model_validate(
        {
            "tid": skeleton.stamp(at),
            "hvem": by,
            "hændelse": Event.HANDED_OVER.value,
            "fra": case.step.value,
            "til": case.step.value,
            "runde": str(case.record.round),
            "begrundelse": reason,
            "koordinator": after.name,
            "afdeling": after.department,
        }
    )
