"""Accept a plan: days, hours and rooms into the cases, and the calendars filed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from samarbejde_cli.actions.bookings import of_rounds
from samarbejde_cli.actions.calendar import editions_of
from samarbejde_cli.actions.file_changes import file_change, with_value
from samarbejde_cli.actions.next_round import prepared_round
from samarbejde_cli.actions.output_folder import OutputFolder
from samarbejde_cli.actions.plan import digest_of_case, digest_of_settings
from samarbejde_cli.actions.plan_store import SavedPlan
from samarbejde_cli.actions.readable import require_readable
from samarbejde_cli.actions.reschedule import Wanted, with_spot
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.appointments import MEETING, PRE_MEETING, Slot
from samarbejde_cli.case.appointments import slot as slot_of
from samarbejde_cli.case.case import DOCUMENTS, ROUNDS, Case
from samarbejde_cli.danish.dates import clock, long_date
from samarbejde_cli.danish.text import listed
from samarbejde_cli.errors import ConflictError
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.write import Change
from samarbejde_cli.planning.values import Key, Spot
from samarbejde_cli.profile.model import Profile


@dataclass(frozen=True)
class Accepted:
    """A case into which the plan is written: how many appointments, and calendar files."""

    case: str
    appointments: int
    calendars: int


def accept(workspace: Workspace, plan: SavedPlan, today: date) -> Iterator[Accepted]:
    """Write a plan into the cases, one after another, each in one step; yield each that is done.

    A case that has all of its part already is passed over, so that what was interrupted can be
    continued. Raises ``ConflictError`` before anything is written when a case or the settings
    have changed since, or a day of the plan is over.
    """
    _require_unchanged(workspace, plan, today)
    for number, spots in sorted(plan.spots.items()):
        with locked(workspace.case_folder(number)):
            case = workspace.case(number)
            if _has_all(workspace, case, spots):
                continue
            if digest_of_case(case) != plan.digests[number]:
                raise _changed([number])
            yield _write(workspace, case, spots, today)


def _require_unchanged(workspace: Workspace, plan: SavedPlan, today: date) -> None:
    cases = {number: workspace.case(number) for number in plan.spots}
    open_ = [n for n, case in cases.items() if not _has_all(workspace, case, plan.spots[n])]
    if changed := [n for n in open_ if digest_of_case(cases[n]) != plan.digests[n]]:
        raise _changed(changed)
    if open_ and plan.settings not in (None, digest_of_settings(workspace.profile)):
        raise _stale("samarbejde.yaml er ændret, siden den blev lavet")
    over = [spot.day for n in open_ for spot in plan.spots[n].values() if spot.day < today]
    if over:
        raise _stale(f"en af dens dage, den {long_date(min(over))}, er gået")


def _changed(numbers: list[str]) -> ConflictError:
    return _stale(f"{listed(sorted(numbers))} er ændret, siden den blev lavet")


def _stale(why: str) -> ConflictError:
    return ConflictError(
        f"Planen er ikke godtaget: {why}.",
        "Lav planen igen med `samarbejde plan`, se den efter, og godtag den nye.",
    )


def _has_all(workspace: Workspace, case: Case, spots: Mapping[Key, Spot]) -> bool:
    """Whether a case has all spots of a plan."""
    if not case.is_whole:
        return False
    profile, _ = workspace.profile_of(case)
    return all(_at(key, case, profile) == _slot(spot) for key, spot in spots.items())


def _at(key: Key, case: Case, profile: Profile) -> Slot | None:
    rounds = {case.record.round: case.round, **case.prepared_rounds}
    found = rounds.get(key.round)
    what = found and (found.meeting if key.is_meeting else found.pre_meeting)
    return slot_of(what, profile) if what else None


def _slot(spot: Spot) -> Slot:
    begins, ends = (datetime.combine(spot.day, at) for at in spot.hours)
    return Slot(begins, ends, spot.room)


def _write(workspace: Workspace, case: Case, spots: Mapping[Key, Spot], today: date) -> Accepted:
    require_readable(workspace, case, today)
    profile, _ = workspace.profile_of(case)
    folder = OutputFolder(case.folder / DOCUMENTS)
    changes = [*_round_changes(workspace, case, spots, today)]
    meetings = {key.round: _slot(spot) for key, spot in sorted(spots.items()) if key.is_meeting}
    booked = of_rounds(case, profile, meetings, today)
    calendars, filing = editions_of(case, profile, booked, today)
    for each in calendars:
        folder.put(each.name, each.data, overwrite=True)
    folder.close(*changes, *([filing] if filing else []))
    return Accepted(case.number, len(spots), len(calendars))


def _round_changes(
    workspace: Workspace, case: Case, spots: Mapping[Key, Spot], today: date
) -> Iterator[Change]:
    now = case.record.round
    for number in sorted({key.round for key in spots}):
        own = {key: spot for key, spot in sorted(spots.items()) if key.round == number}
        stem = f"{ROUNDS}/{number}"
        if number == now:
            yield file_change(case, stem, _present(workspace, case, own, today))
        elif stem in case.files:
            text = case.files[stem].source.text
            yield file_change(case, stem, _ahead(text, own))
        else:
            profile, _ = workspace.profile_of(case)
            text = _ahead(prepared_round(case, number, profile), own)
            yield Change(case.path(stem), text, None)
    if agreed := _agreed(case, spots):
        yield file_change(case, case.round_key, agreed)


def _present(workspace: Workspace, case: Case, spots: Mapping[Key, Spot], today: date) -> str:
    text = case.files[case.round_key].source.text
    profile, _ = workspace.profile_of(case)
    for key, (day, hours, room) in spots.items():
        if _at(key, case, profile) != _slot(spots[key]):
            what = MEETING if key.is_meeting else PRE_MEETING
            wanted = Wanted(what, day, hours.start, hours.end, room)
            text = with_spot(workspace, case, text, wanted, today)
    return text


def _ahead(text: str, spots: Mapping[Key, Spot]) -> str:
    for key, (day, hours, room) in spots.items():
        what = MEETING if key.is_meeting else PRE_MEETING
        values = (day.isoformat(), clock(hours.start), clock(hours.end), room)
        for name, value in zip(("dato", "start", "slut", "lokale"), values, strict=True):
            text = with_value(text, (what, name), value)
    return text


def _agreed(case: Case, spots: Mapping[Key, Spot]) -> str:
    """Return the present round's file with the agreed days that the plan moved; empty for none."""
    text, after, following = "", case.round.follow_up, case.record.round + 1
    both = (
        ("næste_formøde", after.next_pre_meeting, False),
        ("næste_møde", after.next_meeting, True),
    )
    for name, day, is_meeting in both:
        spot = spots.get(Key(case.number, following, is_meeting))
        if day and spot and spot.day != day:
            text = text or case.files[case.round_key].source.text
            text = with_value(text, ("opfølgning", name), spot.day.isoformat())
    return text
