"""Plan a year of meetings: gather what the cases ask for, solve it, keep the result."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from hashlib import sha256

from samarbejde_cli.actions.case_calendar import CaseCalendar, case_calendar
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.conditions import Condition
from samarbejde_cli.danish.dates import add_months, long_date
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.planning.broken_wishes import BrokenWishes, broken_wishes
from samarbejde_cli.planning.calendar import Calendar
from samarbejde_cli.planning.gather import CaseDemands, Gatherer
from samarbejde_cli.planning.made import Keep, Scope
from samarbejde_cli.planning.moving import moving
from samarbejde_cli.planning.planner import Told, make_plan
from samarbejde_cli.planning.problem import problem
from samarbejde_cli.planning.shortage import Shortage, shortages
from samarbejde_cli.planning.values import Booked, Key, Plan, Problem, Spot
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.rhythm import meeting_weekdays
from samarbejde_cli.profile.staff import StaffRole
from samarbejde_cli.profile.vocabulary import Weekday

_SHORT = 20
"""Seconds to place what can be placed, when it is known that not everything can."""


@dataclass(frozen=True)
class Order:
    """What is to be planned: from a day on, for some months, which cases, and what is kept.

    ``move`` is a case whose next meeting gets a day, while everything else moves as little as
    possible. ``more_days`` are days of the week that the settings do not have.
    """

    first: date
    months: int = 12
    conditions: tuple[Condition, ...] = ()
    keep: Keep = Keep.ALL
    seconds: float = 120
    move: tuple[str, date] | None = None
    more_days: tuple[Weekday, ...] = ()

    @property
    def last(self) -> date:
        """The last day of the plan."""
        return add_months(self.first, self.months)


@dataclass(frozen=True)
class Row:
    """An appointment of the year: ``is_new`` when the plan places it, ``round`` None for others."""

    case: str
    round: int | None
    is_meeting: bool
    spot: Spot
    people: tuple[str, ...]
    is_new: bool
    wished: date | None = None

    @property
    def what(self) -> str:
        """What it is, in Danish."""
        if self.round is None:
            return "andet møde"
        return "møde" if self.is_meeting else "formøde"


@dataclass(frozen=True)
class YearPlan:
    """Result of planning: the problem, the plan, and the cases that are not in it, with why.

    ``digests`` are those of the files of each case that is planned, ``names`` what its youth is
    called, ``calendars`` what the cases' calendars say now; ``administrator`` is the one
    who is alone with it, ``shortages`` what there is too little of before anything is placed,
    ``unsure`` the names of several people with the cases that do not say which, ``later`` the
    cases whose next meeting is after the plan, with the first day for it.
    """

    order: Order
    today: date
    problem: Problem
    plan: Plan
    digests: dict[str, str]
    left_out: dict[str, str]
    unreadable: tuple[str, ...]
    names: dict[str, str]
    calendars: dict[str, CaseCalendar]
    administrator: str | None = None
    shortages: list[Shortage] = field(default_factory=list)
    unsure: list[tuple[str, list[str]]] = field(default_factory=list)
    later: dict[str, date] = field(default_factory=dict)

    @cached_property
    def broken(self) -> BrokenWishes:
        """The wishes that the plan does not keep in what it places."""
        return broken_wishes(self.problem, self.plan, self.changed)

    @cached_property
    def rows(self) -> list[Row]:
        """Everything that takes place, in the order of days and hours."""
        found = [*self._new_rows(), *map(self._old_row, self.problem.booked)]
        return sorted(found, key=lambda each: (each.spot.day, each.spot.hours, each.case))

    @cached_property
    def people(self) -> list[str]:
        """Everybody who works at something in the plan."""
        return sorted({name for each in self.rows for name in each.people}, key=str.casefold)

    def _new_rows(self) -> Iterator[Row]:
        for event in self.problem.events:
            spot = self.plan.spots.get(event.key)
            if spot:
                people = self._with_administrator(event.people, is_meeting=event.key.is_meeting)
                is_new = event.key in self.changed
                yield Row(*event.key, spot, people, is_new=is_new, wished=event.wished)

    def _old_row(self, each: Booked) -> Row:
        is_meeting = each.takes_administrator
        people = self._with_administrator(each.people, is_meeting=is_meeting)
        return Row(each.case, each.round, is_meeting, each.spot, people, is_new=False)

    def _with_administrator(self, people: frozenset[str], *, is_meeting: bool) -> tuple[str, ...]:
        """Return who works there: with one administrator only, it is known who that is."""
        alone = {self.administrator} if is_meeting and self.administrator else set()
        return tuple(sorted({*people, *alone}))

    @cached_property
    def changed(self) -> dict[Key, Spot]:
        """The spots that the cases do not have yet."""
        own = {each.key: each.own for each in self.problem.events}
        return {key: spot for key, spot in self.plan.spots.items() if spot != own[key]}

    @property
    def moved(self) -> list[Key]:
        """The appointments that had another spot before."""
        had = {each.key for each in self.problem.events if each.was or each.own}
        return [key for key in sorted(self.changed) if key in had]


def plan_year(workspace: Workspace, order: Order, today: date, told: Told) -> YearPlan:
    """Return the plan of a workspace.

    Raises ``WrongUseError`` when the settings have no rooms or the first day is over,
    ``NoSolverError`` without HiGHS.
    """
    if order.first < today:
        raise WrongUseError(
            f"Planen kan ikke begynde den {long_date(order.first)}, for den dag er gået.",
            "Skriv en dag fra i dag og frem efter `--from`, eller lad tilvalget være.",
        )
    if not workspace.profile.rooms:
        raise WrongUseError(
            "Der er ingen lokaler at lægge møderne i.",
            "Skriv dem under `lokaler` i samarbejde.yaml, hver med et `navn`.",
        )
    told("Læser sagerne")
    read = read_problem(workspace, order, today)
    if order.move:
        _require_movable(*order.move, read.left_out, today)
    found = moving(read.problem, *order.move) if order.move else read.problem
    short = shortages(found)
    if short:
        told("Der er for lidt plads")
    plan = make_plan(found, min(order.seconds, _SHORT) if short else order.seconds, told)
    return YearPlan(
        order,
        today,
        found,
        plan,
        read.digests,
        read.left_out,
        tuple(read.unreadable),
        read.names,
        read.calendars,
        _only_administrator(workspace.profile),
        short,
        read.gatherer.directory.unsure(),
        read.later,
    )


def _require_movable(case: str, day: date, left_out: Mapping[str, str], today: date) -> None:
    if case in left_out:
        raise WrongUseError(f"Der er intet møde at flytte i sagen {case}: den {left_out[case]}.")
    if day < today:
        raise WrongUseError(
            f"Mødet i sagen {case} kan ikke flyttes til den {long_date(day)}, for den dag er gået.",
            "Skriv en dag, der kommer.",
        )


def _only_administrator(profile: Profile) -> str | None:
    found = [each.name for each in profile.staff if each.role is StaffRole.ADMINISTRATOR]
    return found[0] if len(found) == 1 else None


def read_problem(workspace: Workspace, order: Order, today: date) -> "Reading":
    """Return what all cases ask for; one that is broken is told of, and the others go on."""
    reading = Reading(workspace, order, today)
    reading.read()
    return reading


class Reading:
    """The demands of all cases, and which of them are not in the plan."""

    def __init__(self, workspace: Workspace, order: Order, today: date) -> None:
        self.workspace, self.order, self.today = workspace, order, today
        self.gatherer = Gatherer(Scope(today, order.first, order.last, order.keep))
        self.demands: list[CaseDemands] = []
        self.digests: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.calendars: dict[str, CaseCalendar] = {}
        self.left_out: dict[str, str] = {}
        self.unreadable: list[str] = []
        self.later: dict[str, date] = {}

    def read(self) -> None:
        """Read every case; one that is broken is told of, and the others go on."""
        for case in self.workspace.cases():
            found = unless_broken(partial(self._demands, case), None)
            if found is None:
                self.unreadable.append(case.number)
                continue
            self.demands.append(found)
            profile, _ = self.workspace.profile_of(case)
            self.calendars[case.number] = case_calendar(case, profile, self.today)
            if found.why_not:
                self.left_out[case.number] = found.why_not
            if found.later:
                self.later[case.number] = found.later
            if found.course:
                self.digests[case.number] = digest_of_case(case)
                self.names[case.number] = case.record.youth.short_name

    @property
    def problem(self) -> Problem:
        """The demands of all cases with the municipality's rooms and administrators."""
        calendar = self._calendar(self.workspace.profile)
        return problem(self.demands, calendar, self.gatherer.directory)

    def _calendar(self, profile: Profile) -> Calendar:
        if self.order.more_days:
            days = [*meeting_weekdays(profile), *self.order.more_days]
            planning = profile.planning.model_copy(update={"days": days})
            profile = profile.model_copy(update={"planning": planning})
        return Calendar(profile, self.order.first, self.order.last)

    def _demands(self, case: Case) -> CaseDemands:
        calendar = self._calendar(self.workspace.profile_of(case)[0])
        is_planned = all(each.matches(case, self.today) for each in self.order.conditions)
        return self.gatherer.demands(case, calendar, is_planned=is_planned)


def digest_of_settings(profile: Profile) -> str:
    """Return a digest of the settings that say where a meeting may be."""
    staff = [(x.name, x.role, x.working_days, x.absences) for x in profile.staff]
    free = (profile.days_off, profile.school_holidays)
    parts = (profile.rooms, staff, profile.rhythm, profile.limits, profile.planning, free)
    return sha256(repr(parts).encode()).hexdigest()


def digest_of_case(case: Case) -> str:
    """Return a digest of everything that a plan read of a case."""
    parts = [f"{stem} {file.source.digest}" for stem, file in sorted(case.files.items())]
    return sha256("\n".join(parts).encode()).hexdigest()
