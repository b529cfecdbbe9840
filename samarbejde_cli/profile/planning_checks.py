"""What is wrong with the settings of rooms, employees and times, for plans and everybody else."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path

from samarbejde_cli import codes
from samarbejde_cli.danish.dates import clock, long_date
from samarbejde_cli.findings import Finding, Location
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.rhythm import starts_of_day


def wrong_planning(profile: Profile, path: Path) -> Iterator[Finding]:
    """Yield what is wrong in the settings; ``path`` is the file that they are in."""
    yield from _twice(
        codes.ROOM_TWICE, [each.name for each in profile.rooms], Location(path, ("lokaler",))
    )
    names = [each.name for each in profile.staff]
    yield from _twice(codes.EMPLOYEE_TWICE, names, Location(path, ("medarbejdere",)))
    yield from _absences(profile, path)
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
