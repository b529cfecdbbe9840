"""The half-year's figures of a workspace, as they were known on the last day of a period."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from samarbejde_cli.actions.many_cases import ask_each
from samarbejde_cli.actions.then import as_on
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.errors import SamarbejdeError, WrongUseError
from samarbejde_cli.figures.as_of import as_of
from samarbejde_cli.figures.catalogue import FIGURES
from samarbejde_cli.figures.facts import CaseFacts, Forced, Person, persons
from samarbejde_cli.figures.groups import form_groups
from samarbejde_cli.figures.period import Period
from samarbejde_cli.figures.reading import read_case
from samarbejde_cli.figures.table import Counting, Source, Table
from samarbejde_cli.figures.words import NOT_TOLD
from samarbejde_cli.findings import Weight
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.judge import judge
from samarbejde_cli.rules.engine.registry import rule_of

_COUNTED = (Weight.ERROR, Weight.WARNING)


@frozen
class Wanted:
    """What a report is asked for: ``least`` is how many persons a number is about at least.

    ``from_git`` takes the files as git has them of each period's last day.
    """

    period: Period
    before: Period | None = None
    profile: str | None = None
    breakdowns: tuple[str, ...] = ()
    least: int = 5
    from_git: bool = False


@frozen
class HalfYear:
    """Every figure, as they were known on ``day``.

    ``people`` is how many were in the model in the period, ``unreadable`` the cases that cannot be
    counted at all, ``unclear`` those that are missing from some figures. ``reasons`` are those of
    the forced moves, empty where they are too few to be shown. ``rules`` are the names of rules.
    """

    wanted: Wanted
    profile: Profile
    day: date
    people: int
    tables: tuple[Table, ...]
    unreadable: tuple[str, ...]
    reasons: tuple[str, ...]
    rules: dict[str, str]
    coordinators: int

    @property
    def hidden(self) -> int:
        """How many numbers are hidden."""
        return sum(each.hidden for each in self.tables)

    @property
    def is_blank(self) -> bool:
        """Whether no number at all may be shown."""
        return all(row.whole is None for table in self.tables for row in table.rows)


class NothingToShowError(SamarbejdeError):
    """There is no case to count, or no number that may be shown."""


def report(
    workspace: Workspace, wanted: Wanted, today: date, folders: Iterable[Path] | None = None
) -> HalfYear:
    """Return the figures for a period.

    ``folders`` are the cases, by default all. Raises ``WrongUseError`` for periods that are to
    come or overlap, ``NothingToShowError`` where there is nothing to count or to show,
    ``SamarbejdeError`` where git has no files of the day.
    """
    _check(wanted, today)
    cases = workspace.folders() if folders is None else folders
    result = _counted(workspace, wanted, today, _told(workspace, wanted, today, cases))
    if result.people == 0:
        raise NothingToShowError(
            f"Ingen unge var med i perioden {wanted.period.label}, så der er intet at tælle.",
            "Vælg en anden periode med --period, eller se sagerne med `samarbejde status`.",
        )
    if result.is_blank:
        raise NothingToShowError(
            f"Alle tal er om færre end {wanted.least} personer og må ikke vises.",
            "Vælg en længere periode med --period. Et lavere tal til --min viser mere, men så kan "
            "nogen måske kendes.",
        )
    return result


def _check(wanted: Wanted, today: date) -> None:
    for period in filter(None, (wanted.period, wanted.before)):
        if period.start > today:
            raise WrongUseError(
                f"Perioden {period.label} er ikke begyndt endnu.",
                "Vælg en periode, der er begyndt, med --period og --compare.",
            )
    if {"department", "coordinator"} <= set(wanted.breakdowns):
        raise WrongUseError(
            "Afdelinger og koordinatorer kan ikke vises i samme rapport: en afdelings tal er dens "
            "koordinatorers tilsammen, så skjulte tal kunne regnes ud.",
            "Vælg enten --by department eller --by coordinator.",
        )
    if wanted.before and wanted.before.overlaps(wanted.period):
        raise WrongUseError(
            f"Perioderne {wanted.before.label} og {wanted.period.label} overlapper.",
            "Sammenlign med en periode, som slutter, før den anden begynder.",
        )


@frozen
class _Question:
    """What is asked of each case: its facts on the last day of each of these periods."""

    workspace: Workspace
    wanted: Wanted
    periods: tuple[Period, ...]
    today: date


@frozen
class _Told:
    """What a case tells: its facts by period, or its number when it cannot be read at all."""

    facts: tuple[tuple[Period, CaseFacts], ...] = ()
    unreadable: str = ""


def _told(
    workspace: Workspace, wanted: Wanted, today: date, folders: Iterable[Path]
) -> Iterator[_Told]:
    """Yield what each case tells, asked by all cores."""
    periods = tuple(period for period in (wanted.period, wanted.before) if period)
    if not wanted.from_git:
        question = _Question(workspace, wanted, periods, today)
        yield from ask_each(_asked, question, folders)
        return
    for period in periods:
        with as_on(workspace, min(period.end, today)) as then:
            question = _Question(then, wanted, (period,), today)
            yield from ask_each(_asked, question, then.folders())


def _asked(question: _Question, folder: Path) -> _Told:
    case, wanted = load_case(folder), question.wanted
    profile, _ = question.workspace.profile_of(case)
    if wanted.profile not in (None, profile.base):
        return _Told()
    if case.files["sag"].value is None:
        return _Told(unreadable=case.number)
    found = ((each, _facts(case, profile, each, question)) for each in question.periods)
    return _Told(tuple((period, facts) for period, facts in found if facts))


def _facts(case: Case, profile: Profile, period: Period, question: _Question) -> CaseFacts | None:
    day = min(period.end, question.today)
    known = as_of(case, profile, day) if day < question.today else case
    facts = read_case(known, profile, day) if known else None
    if known is None or facts is None or not facts.is_open_in(period.start, day):
        return None
    if period == question.wanted.period:
        facts.rules = tuple(sorted(_broken(known, profile, day)))
    return facts


def _counted(workspace: Workspace, wanted: Wanted, today: date, told: Iterable[_Told]) -> HalfYear:
    """Return the figures of what the cases tell."""
    cases: dict[Period | None, list[CaseFacts]] = {wanted.period: [], wanted.before: []}
    unreadable: dict[str, None] = {}
    for each in told:
        unreadable |= {each.unreadable: None} if each.unreadable else {}
        for period, facts in each.facts:
            cases[period].append(facts)
    now, day = persons(cases[wanted.period]), min(wanted.period.end, today)
    form_groups(now, wanted.breakdowns, day, wanted.least)
    earlier = Source(persons(cases[wanted.before]), wanted.before) if wanted.before else None
    counting = Counting(Source(now, wanted.period), earlier, wanted.breakdowns, wanted.least)
    own = cases[wanted.period]
    codes = {code for each in own for code in (*(each.rules or ()), *_waived(each))}
    return HalfYear(
        wanted=wanted,
        profile=workspace.profile,
        day=day,
        people=len(now),
        tables=tuple(map(counting.table, FIGURES.values())),
        unreadable=tuple(unreadable),
        reasons=_reasons(now, wanted),
        rules={code: rule_of(code).name for code in sorted(codes)},
        coordinators=len({each.last.coordinator for each in now} - {NOT_TOLD}),
    )


def _broken(case: Case, profile: Profile, day: date) -> set[str]:
    return {x.rule.code for x in judge(case, profile, day) if x.weight in _COUNTED}


def _waived(case: CaseFacts) -> Iterable[str]:
    return (code for each in case.forced or () for code in each.waived)


def _reasons(people: Sequence[Person], wanted: Wanted) -> tuple[str, ...]:
    """Return the reasons of the period's forced moves, when they are about enough persons."""
    found: dict[str, list[Forced]] = {}
    for person in people:
        own = (x for each in person.cases for x in each.forced or ())
        found[person.first.person] = [x for x in own if wanted.period.holds(x.day)]
    if sum(map(bool, found.values())) < wanted.least:
        return ()
    return tuple(sorted({x.reason for own in found.values() for x in own if x.reason}))
