"""What a plan is made of: rooms, appointments to place, what stands already, and the result."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from samarbejde_cli.case.rhythm import Rest


class Key(NamedTuple):
    """Which appointment: of a case, a round, and whether it is the meeting or the pre-meeting."""

    case: str
    round: int
    is_meeting: bool


class Hours(NamedTuple):
    """A stretch of a day."""

    start: time
    end: time

    def overlaps(self, other: "Hours", minutes: int = 0) -> bool:
        """Whether two stretches share time, or lie closer than ``minutes``."""
        return self.start < later(other.end, minutes) and other.start < later(self.end, minutes)


def later(at: time, minutes: int) -> time:
    """Return the time ``minutes`` later; the end of the day at the latest."""
    moved = datetime.combine(date.min, at) + timedelta(minutes=minutes)
    return moved.time() if moved.date() == date.min else time.max


def minutes_of(at: time) -> int:
    """Return the minutes since midnight."""
    return at.hour * 60 + at.minute


@dataclass(frozen=True, slots=True)
class Place:
    """A room; None seats is enough for everybody."""

    name: str
    seats: int | None = None
    has_screen: bool = True

    def holds(self, event: "Event") -> bool:
        """Whether an appointment can be held there."""
        is_big = self.seats is None or self.seats >= event.seats
        return is_big and (self.has_screen or not event.needs_screen)


class Cause(NamedTuple):
    """Why something cannot be: a kind of demand, and whose or which one."""

    kind: str
    name: str = ""


AWAY, CLOSED, SCHOOL, PAUSE, RHYTHM = "away", "closed", "school", "pause", "rhythm"
"""Why a day is no day for an appointment by itself."""
PERSON, ROOMS, ADMINISTRATORS, ORDER = "person", "rooms", "administrators", "order"
"""What several appointments have to share or to keep between them."""


class Spot(NamedTuple):
    """A day, hours and a room; a room of None is one that the settings do not know."""

    day: date
    hours: Hours
    room: str | None


@dataclass(frozen=True, slots=True)
class Booked:
    """Something that stands and takes people and a room: ``takes_administrator`` for meetings.

    ``round`` is None for a meeting outside the rounds.
    """

    spot: Spot
    people: frozenset[str]
    takes_administrator: bool = False
    case: str = ""
    round: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An appointment to place: who works there, how long, and the days that are possible.

    ``days`` are the possible days with the hours at which it can begin; ``own`` is the spot where
    it stands now and may stay. ``pupil_until`` is the day on which school hours no longer count.
    """

    key: Key
    minutes: int
    people: frozenset[str]
    seats: int
    wished: date
    days: Mapping[date, tuple[Hours, ...]]
    own: Spot | None = None
    barred: Mapping[date, Cause] = field(default_factory=dict)
    hours: tuple[Hours, ...] = ()
    """The hours of any day."""
    pupil_until: date = date.min
    needs_screen: bool = False
    was: Spot | None = None
    """Where it stood, when it may not stay there."""
    is_late: bool = False
    """Whether no day keeps the rhythm, so that it is placed as soon as possible."""

    @property
    def takes_administrator(self) -> bool:
        """Whether an administrator is there: at every meeting."""
        return self.key.is_meeting


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The distances that a case keeps.

    ``letters_by`` gives for each possible day of a meeting the last day of its pre-meeting.
    """

    longest_gap: int
    meetings: int
    months: int
    talk_ahead: int
    letters_by: Mapping[date, date]


@dataclass(frozen=True, slots=True)
class Course:
    """The appointments of a case in their order: days that stand, and events to place.

    ``meetings`` and ``talks`` are by round. ``ages`` are the spans in which one meeting at least
    must lie, by the age in months; ``held`` are the meetings before the first round here; the days
    of ``pause`` do not count between two meetings.
    """

    case: str
    meetings: Mapping[int, "date | Event"]
    talks: Mapping[int, "date | Event"]
    rhythm: Rhythm
    held: tuple[date, ...] = ()
    ages: tuple[tuple[int, date, date], ...] = ()
    pause: Rest | None = None


@dataclass(frozen=True, slots=True)
class Weights:
    """What a broken wish counts for, as in the settings."""

    wished_day: int = 10
    pre_meeting: int = 4
    outsiders: int = 12
    even: int = 6
    moved: int = 40
    after_school: int = 4
    in_a_row: int = 1


@dataclass(frozen=True)
class Problem:
    """Everything that a plan depends on.

    ``administrators`` is how many there are on a day, ``gap_minutes`` their time between meetings;
    ``outsiders`` come from outside to several cases, on their ``outsider_days`` once those are
    chosen.
    """

    courses: tuple[Course, ...]
    places: tuple[Place, ...]
    booked: tuple[Booked, ...]
    administrators: Mapping[date, int]
    gap_minutes: int = 15
    school_ends: time = time(14)
    outsiders: tuple[str, ...] = ()
    outsider_days: Mapping[str, frozenset[date]] = field(default_factory=dict)
    weights: Weights = field(default_factory=Weights)

    @property
    def events(self) -> list[Event]:
        """Every event, in the order of cases and rounds: the same for the same input."""
        found = [
            each
            for course in self.courses
            for each in (*course.talks.values(), *course.meetings.values())
            if isinstance(each, Event)
        ]
        return sorted(found, key=lambda each: each.key)


class Proof(StrEnum):
    """What is known of a plan's days."""

    OPTIMAL = "optimum"
    GAP = "gap"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Plan:
    """Result of planning: spots by key, what could not be placed, and how good it is.

    ``gap`` is how much better other days could be at most, as a share of the cost; ``times`` is
    what is known of the hours on these days. ``outsiders`` are those whose days were chosen
    before, and are no part of the proof.
    """

    spots: Mapping[Key, Spot]
    unplaced: tuple[Key, ...]
    proof: Proof
    gap: float
    cost: int
    missed_ages: tuple[tuple[str, int], ...] = ()
    times: Proof = Proof.NOTHING
    outsiders: tuple[str, ...] = ()
