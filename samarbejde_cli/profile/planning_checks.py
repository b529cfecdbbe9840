"""What is wrong with the settings of rooms, employees and times, for plans and everybody else."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from samarbejde_cli import codes
from samarbejde_cli.danish.dates import clock, long_date
from samarbejde_cli.findings import Finding, Location
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.rhythm import meeting_weekdays, starts_of_day
from samarbejde_cli.profile.staff import Staff, StaffRole


def wrong_planning(profile: Profile, path: Path) -> Iterator[Finding]:
    """Yield what is wrong in the settings; ``path`` is the file that they are in."""
    yield from _twice(
        codes.ROOM_TWICE, [each.name for each in profile.rooms], Location(path, ("lokaler",))
    )
    names = [each.name for each in profile.staff]
    yield from _twice(codes.EMPLOYEE_TWICE, names, Location(path, ("medarbejdere",)))
    yield from _absences(profile, path)
    yield from _overlaps(profile, path)
    yield from _contradictions(profile, path)
    yield from _times(profile, path)


def _twice(code: str, names: Sequence[str], where: Location) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name.casefold() in seen:
            location = Location(where.file, (*where.route, index, "navn"))
            yield Finding(code, location, {"navn": name})
        seen.add(name.casefold())


def _absences(profile: Profile, path: Path) -> Iterator[Finding]:
    for index, employee in enumerate(profile.staff):
        for number, each in enumerate(employee.absences):
            if each.last < each.first:
                route = ("medarbejdere", index, "fravær", number, "til")
                facts = {
                    "navn": employee.name,
                    "fra": long_date(each.first),
                    "til": long_date(each.last),
                }
                yield Finding(codes.ABSENCE_REVERSED, Location(path, route), facts)


def _overlaps(profile: Profile, path: Path) -> Iterator[Finding]:
    for index, employee in enumerate(profile.staff):
        numbered = [(each.first, n, each) for n, each in enumerate(employee.absences)]
        in_order = sorted(each for each in numbered if each[2].first <= each[2].last)
        until = date.min
        for first, number, each in in_order:
            if first <= until:
                facts = {"navn": employee.name, "fra": long_date(first), "til": long_date(until)}
                route = ("medarbejdere", index, "fravær", number, "fra")
                yield Finding(codes.ABSENCES_OVERLAP, Location(path, route), facts)
            until = max(until, each.last)


def _contradictions(profile: Profile, path: Path) -> Iterator[Finding]:
    """Yield what of the settings leaves no day for any meeting, or for no pre-meeting."""
    staff = enumerate(profile.staff)
    administrators = [(n, each) for n, each in staff if each.role is StaffRole.ADMINISTRATOR]
    if administrators and not any(_works(each, profile) for _, each in administrators):
        facts = {
            "hvad": "Ingen tovholder er på arbejde på en mødedag",
            "hjælp": "Ret `arbejdsdage` ved tovholderen eller `mødedage` under `planlægning`.",
        }
        route = ("medarbejdere", administrators[0][0], "arbejdsdage")
        yield Finding(codes.PLANNING_CANNOT_HOLD, Location(path, route), facts)
    ahead, letters = profile.planning.talk_ahead, profile.limits.letter_days
    if profile.rhythm.pre_meetings and ahead < letters:
        facts = {
            "hvad": f"Formødet må ligge højst {ahead} dage før mødet, men det skal være holdt, før "
            f"indkaldelserne sendes {letters} dage før",
            "hjælp": "Ret `formøde_højst_dage_før` under `planlægning` eller `indkaldelse_dage` "
            "under `frister`.",
        }
        where = Location(path, ("planlægning", "formøde_højst_dage_før"))
        yield Finding(codes.PLANNING_CANNOT_HOLD, where, facts)


def _works(employee: Staff, profile: Profile) -> bool:
    """Whether somebody is at work on one of the days of the week for meetings."""
    week = [date.min + timedelta(days=n) for n in range(7)]
    days = [day for day in week if any(each.includes(day) for each in meeting_weekdays(profile))]
    words = employee.working_days
    return not words or any(word.includes(day) for word in words for day in days)


def _times(profile: Profile, path: Path) -> Iterator[Finding]:
    planning, needed = profile.planning, str(profile.rhythm.meeting_minutes)
    if not starts_of_day(profile):
        hours = {"fra": clock(planning.opens), "til": clock(planning.closes)}
        location = Location(path, ("planlægning",))
        yield Finding(codes.NO_TIME_FITS, location, hours | {"minutter": needed})
    starts = sorted(planning.starts)
    for start, end in zip(starts, [*starts[1:], planning.closes], strict=False):
        gap = 0 if end == planning.closes else planning.gap
        if start < planning.opens or _minutes(start, end) < profile.rhythm.meeting_minutes + gap:
            facts = {"start": clock(start), "minutter": needed, "pause": str(gap)}
            route = ("planlægning", "tider", planning.starts.index(start))
            yield Finding(
                codes.TIMES_TOO_CLOSE, Location(path, route), facts | {"næste": clock(end)}
            )


def _minutes(start: time, end: time) -> int:
    between = datetime.combine(date.min, end) - datetime.combine(date.min, start)
    return int(between.total_seconds()) // 60
