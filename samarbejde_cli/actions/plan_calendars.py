"""A calendar for each person of a plan; it says when and where, and only case numbers.

An entry is the one that the case's own calendar file changes later. What the plan before this one
said is read from its ``plan.json``: what moved has a higher number now, what somebody is no longer
in is cancelled in their file, and everybody keeps the number of their file.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from operator import itemgetter
from typing import Any

from samarbejde_cli.actions.calendar import place_of
from samarbejde_cli.actions.case_calendar import CaseCalendar
from samarbejde_cli.actions.invite import Invite, as_calendars, uid_of
from samarbejde_cli.actions.plan import Row, YearPlan
from samarbejde_cli.case.appointments import PRE_MEETING
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.profile.model import Profile

FOLDER = "kalendere"
_FILE = lazy_pattern(r"[0-9]{2,4}\.ics")


@dataclass(frozen=True)
class Entry:
    """An appointment in calendars: the entry, who has it, and whether it was only proposed."""

    invite: Invite
    people: tuple[str, ...]
    is_draft: bool = False


@dataclass(frozen=True)
class Before:
    """What the plan before said: entries, and the name of each person's file."""

    entries: tuple[Entry, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Calendars:
    """The calendars of a plan, after those of the one before."""

    year: YearPlan
    profile: Profile
    before: Before = field(default_factory=Before)

    @cached_property
    def entries(self) -> list[Entry]:
        """The entry of each row of the plan, in their order."""
        return [
            Entry(self._invite(row), self._told_people(row), row.is_new) for row in self.year.rows
        ]

    def _told_people(self, row: Row) -> tuple[str, ...]:
        """Return who hears of an appointment: those of its people whom the consent covers."""
        calendar = self.year.calendars.get(row.case)
        return tuple(x for x in row.people if not (calendar and x in calendar.untold))

    @cached_property
    def cancelled(self) -> list[Entry]:
        """What somebody had in the calendar and has no more."""
        now = {each.invite.uid: set(each.people) for each in self.entries}
        found = []
        for each in self._told:
            gone = tuple(name for name in each.people if name not in now.get(each.invite.uid, ()))
            if gone and self._is_known(each.invite):
                edition = each.invite.edition + (not each.invite.cancelled)
                off = replace(each.invite, cancelled=True, edition=edition, made=self.year.today)
                found.append(Entry(off, gone))
        return found

    @cached_property
    def files(self) -> dict[str, str]:
        """The name of each person's file: a number, for a file's name is no place for names."""
        left = {name for each in self.cancelled for name in each.people}
        told = {name for each in self.entries for name in each.people}
        names = sorted({*told, *left}, key=str.casefold)
        taken = set(self.before.files.values())
        free = (f"{number:02}.ics" for number in range(1, len(names) + len(taken) + 1))
        unused = (each for each in free if each not in taken)
        return {name: self.before.files.get(name) or next(unused) for name in names}

    def made(self) -> Iterator[tuple[str, bytes]]:
        """Yield each file by its name."""
        for name, file in self.files.items():
            own = [each.invite for each in (*self.entries, *self.cancelled) if name in each.people]
            yield file, as_calendars(own)

    @cached_property
    def _told(self) -> list[Entry]:
        """What counts of the plan before: a proposal that no case took was told to nobody."""
        return [x for x in self.before.entries if not x.is_draft or _at(x.invite) in self._standing]

    @cached_property
    def _told_of(self) -> dict[str, list[Entry]]:
        """The same by UID."""
        found: dict[str, list[Entry]] = {}
        for each in self._told:
            found.setdefault(each.invite.uid, []).append(each)
        return found

    @cached_property
    def _standing(self) -> set[tuple[str, datetime, datetime]]:
        """What the cases have now."""
        own = [(each.key, each.own or each.was) for each in self.year.problem.events]
        rows = [Row(*key, spot, (), is_new=False) for key, spot in own if spot]
        rows += [row for row in self.year.rows if not row.is_new]
        return {_at(self._entry(row)) for row in rows}

    def _is_known(self, invite: Invite) -> bool:
        """Whether this plan can say that an appointment is off: it is ahead and in its span."""
        order, day = self.year.order, invite.begins.date()
        is_in = max(self.year.today, order.first) <= day <= order.last
        return is_in and not order.move and invite.case in self.year.calendars

    def _invite(self, row: Row) -> Invite:
        invite = self._entry(row)
        return replace(invite, edition=self._edition(invite, row))

    def _entry(self, row: Row) -> Invite:
        """Return the first edition of an entry."""
        begins, ends = (datetime.combine(row.spot.day, at) for at in row.spot.hours)
        calendar = self.year.calendars.get(row.case, CaseCalendar(row.case))
        key = _key(row, calendar)
        series = calendar.series(key)
        return Invite(
            case=row.case,
            uid=uid_of(self.profile.municipality, calendar.identity, key, series),
            begins=begins,
            ends=ends,
            place=place_of(row.spot.room, self.profile),
            edition=0,
            made=self.year.today,
            organizer=calendar.organizer,
            series=series,
            title="Formøde" if row.what == PRE_MEETING else "Møde",
        )

    def _edition(self, invite: Invite, row: Row) -> int:
        """Return the number after those that said another time or place to anybody here."""
        told = [
            (each.invite.edition, _said(each.invite))
            for each in self._told_of.get(invite.uid, ())
            if not each.invite.cancelled or {*each.people} & {*row.people}
        ]
        calendar = self.year.calendars.get(row.case)
        filed = calendar and calendar.filed.get(_key(row, calendar))
        if filed:
            said = (filed.begins, filed.ends, filed.place, filed.cancelled)
            told.append((filed.edition or 0, said))
        number, last = max(told, default=(0, _said(invite)), key=itemgetter(0))
        return number + (last != _said(invite))


def _said(invite: Invite) -> tuple[object, ...]:
    return invite.begins, invite.ends, invite.place, invite.cancelled


def _at(invite: Invite) -> tuple[str, datetime, datetime]:
    return invite.uid, invite.begins, invite.ends


def _key(row: Row, calendar: CaseCalendar) -> str:
    """Return what tells an appointment from the case's others in calendars."""
    if row.round is None:
        begins = datetime.combine(row.spot.day, row.spot.hours.start)
        return calendar.others.get(begins, f"andet-{begins.isoformat('minutes')}")
    return str(row.round) if row.is_meeting else f"{PRE_MEETING}-{row.round}"


def as_data(found: Calendars) -> dict[str, Any]:
    """Return what the next plan has to know, as ``plan.json`` keeps it."""
    return {
        "files": found.files,
        "entries": [_as_data(each) for each in (*found.entries, *found.cancelled)],
    }


def _as_data(entry: Entry) -> dict[str, Any]:
    invite = entry.invite
    return {
        "uid": invite.uid,
        "edition": invite.edition,
        "case": invite.case,
        "title": invite.title,
        "begins": invite.begins.isoformat(timespec="minutes"),
        "ends": invite.ends.isoformat(timespec="minutes"),
        "place": invite.place,
        "organizer": invite.organizer,
        "cancelled": invite.cancelled,
        "draft": entry.is_draft,
        "people": list(entry.people),
    }


def told_before(data: bytes | None, today: date) -> Before:
    """Return what a ``plan.json`` says was told; one that cannot be understood tells nothing."""
    try:
        found = json.loads(data or b"{}").get("calendars") or {}
        files = {str(name): str(file) for name, file in (found.get("files") or {}).items()}
        entries = tuple(_as_entry(each, today) for each in found.get("entries") or ())
    except (ValueError, KeyError, TypeError, AttributeError):
        return Before()
    is_ours = all(_FILE.fullmatch(each) for each in files.values())
    return Before(entries, files) if is_ours else Before()


def _as_entry(each: Mapping[str, Any], today: date) -> Entry:
    invite = Invite(
        case=str(each["case"]),
        uid=str(each["uid"]),
        begins=datetime.fromisoformat(each["begins"]),
        ends=datetime.fromisoformat(each["ends"]),
        place=each["place"],
        edition=int(each["edition"]),
        made=today,
        organizer=each["organizer"],
        cancelled=bool(each["cancelled"]),
        title=str(each["title"]),
    )
    return Entry(invite, tuple(map(str, each["people"])), bool(each["draft"]))
