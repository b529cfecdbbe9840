"""The fictional workspace in ``examples/`` is clean, varied and holds nobody real."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.people import Coordinator, Member, Role
from samarbejde_cli.case.plan import Area
from samarbejde_cli.case.record import Decision
from samarbejde_cli.case.round import Round
from samarbejde_cli.case.steps import TRANSITIONS, Step
from samarbejde_cli.danish.dates import add_months
from samarbejde_cli.findings import Weight
from samarbejde_cli.profile.load import load_profile
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.vocabulary import Weekday
from samarbejde_cli.rules.engine.judge import Judged, judge

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
FOLDERS = sorted(path for path in (EXAMPLES / "sager").iterdir() if path.is_dir())
FILES = sorted(path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("*.yaml"))
TODAY = date(2026, 2, 24)
A_YEAR_LATER = date(2027, 2, 24)

each_case = pytest.mark.parametrize("number", [folder.name for folder in FOLDERS])


@cache
def case_of(number: str) -> Case:
    return load_case(EXAMPLES / "sager" / number)


def cases() -> list[Case]:
    return [case_of(folder.name) for folder in FOLDERS]


@cache
def profile() -> Profile:
    loaded = load_profile(EXAMPLES)
    assert loaded.profile is not None, loaded.findings
    return loaded.profile


def judged(case: Case, today: date = TODAY) -> list[Judged]:
    return judge(case, profile(), today)


def told(found: list[Judged], weight: Weight) -> list[str]:
    """Return the findings of a weight as one line each, to read when a test fails."""
    return [
        f"{each.finding.code} {each.finding.location.file.name} {each.finding.location.route}"
        for each in found
        if each.weight is weight
    ]


def rounds(case: Case) -> list[Round]:
    return [case.round_no(number) for number in range(1, case.record.round + 1)]


# --- clean -------------------------------------------------------------------------------------


def test_the_settings_have_no_findings() -> None:
    assert load_profile(EXAMPLES).findings == ()


@each_case
def test_every_file_of_a_case_can_be_read(number: str) -> None:
    assert list(case_of(number).findings) == []


@pytest.mark.parametrize("today", [TODAY, A_YEAR_LATER], ids=str)
@each_case
def test_no_case_has_an_error(number: str, today: date) -> None:
    assert told(judged(case_of(number), today), Weight.ERROR) == []


@each_case
def test_nothing_in_a_case_is_worth_a_warning_on_the_day_of_the_examples(number: str) -> None:
    assert told(judged(case_of(number)), Weight.WARNING) == []


def test_a_case_stands_ready_to_go_on() -> None:
    follow_ups = [case for case in cases() if case.step is Step.FOLLOW_UP]
    assert any(not any(each.weight.blocks for each in judged(case)) for case in follow_ups)


@pytest.mark.parametrize("name", FILES)
def test_the_first_line_names_the_schema_of_the_file(name: str) -> None:
    file = EXAMPLES / name
    kind = "runde" if file.parent.name == "runder" else file.stem
    schema = Path(os.path.relpath(EXAMPLES / ".skemaer" / f"{kind}.json", file.parent)).as_posix()
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={schema}"


@each_case
def test_the_history_ends_where_the_case_stands(number: str) -> None:
    case = case_of(number)
    moves = case.history
    assert (moves[-1].target, moves[-1].round) == (case.step, case.record.round)
    assert moves[0].origin is None
    assert all(before.at < after.at for before, after in pairwise(moves))
    assert all(before.target is after.origin for before, after in pairwise(moves))
    assert all(move.target in TRANSITIONS[move.origin] for move in moves if move.origin)
    assert moves[-1].at.date() <= TODAY


@each_case
def test_meetings_keep_the_rhythm(number: str) -> None:
    days = [each.meeting.date for each in rounds(case_of(number)) if each.meeting.date]
    tuesdays = list(Weekday).index(profile().rhythm.weekday)
    assert {day.weekday() for day in days} <= {tuesdays}
    longest = profile().rhythm.longest_gap
    assert all(after <= add_months(before, longest) for before, after in pairwise(days))


@each_case
def test_everybody_who_is_named_is_in_the_case(number: str) -> None:
    case = case_of(number)
    assert [name for name in names_in(case) if case.person(name) is None] == []


def names_in(case: Case) -> Iterator[str]:
    """Yield the names by which the files refer to people."""
    yield from (each.person for each in case.consent.recipients)
    yield from (name for goal in case.plan.goals for name in goal.responsible)
    yield from case.plan.sent_to
    yield from (measure.responsible for measure in case.team.measures if measure.responsible)
    for each in rounds(case):
        yield from (participant.person for participant in each.meeting.participants)
        yield from (copy.person for copy in each.follow_up.copies)


@each_case
def test_whoever_is_invited_is_a_custody_holder_or_covered_by_the_consent(number: str) -> None:
    case = case_of(number)
    custody = {parent.name for parent in case.record.parents if parent.custody}
    uncovered = [
        participant.person
        for each in rounds(case)
        for participant in each.meeting.participants
        if participant.invited and participant.person not in custody
        if not case.consent.covers(participant.person, participant.invited)
    ]
    assert uncovered == []


def test_the_youth_is_asked_about_the_meetings_from_the_second_round_on() -> None:
    later = [each.pre_meeting for case in cases() for each in rounds(case)[1:]]
    held = [each for each in later if each.date and each.date <= TODAY]
    assert len(held) >= 4
    for each in held:
        answers = each.experience
        assert answers
        assert all((answers.relation, answers.goals, answers.approach, answers.general))


def test_an_employee_is_reached_the_same_way_everywhere() -> None:
    staff = {each.name: (each.phone, each.email) for each in profile().staff}
    found = [each for case in cases() for each in workers(case) if each.name in staff]
    assert found
    assert [each.name for each in found if (each.phone, each.email) != staff[each.name]] == []


def workers(case: Case) -> Iterator[Coordinator | Member]:
    if case.record.coordinator:
        yield case.record.coordinator
    yield from case.team.members


# --- varied ------------------------------------------------------------------------------------


def test_every_step_of_the_model_is_there() -> None:
    assert {case.step for case in cases()} == set(Step)


def is_fifteen_with_two_custody_holders(case: Case) -> bool:
    participants = [each.person for each in case.round.meeting.participants]
    members = [member for name in participants if (member := case.member(name))]
    return (
        case.age(TODAY) == 15
        and sum(parent.custody for parent in case.record.parents) == 2
        and (case.step, case.record.round) == (Step.MEETING, 1)
        and case.round.meeting.date == date(2026, 3, 3)
        and 6 <= len(participants) <= 9
        and {member.is_internal for member in members} == {True, False}
        and {Role.SCHOOL, Role.PSYCHIATRY, Role.MENTOR} <= {member.role for member in members}
    )


def is_eighteen_with_a_consent_to_renew(case: Case) -> bool:
    birthday = add_months(case.record.youth.cpr.born, 18 * 12)
    missing = [each.finding.code for each in judged(case) if each.weight.blocks]
    return (
        case.age(TODAY) == 18
        and (case.step, case.record.round) == (Step.PRE_MEETING, 2)
        and bool(case.consent.signatures)
        and all(each.date < birthday for each in case.consent.signatures)
        and bool(missing)
        and all(code.startswith("SAM4") for code in missing)
    )


def is_grown_with_three_departments(case: Case) -> bool:
    return (
        case.age(TODAY) == 24
        and len(case.record.intake.departments) == 3
        and case.step is Step.FOLLOW_UP
        and {goal.area for goal in case.plan.goals} == set(Area)
        and bool(case.round.follow_up.costs)
    )


def has_a_protected_address(case: Case) -> bool:
    youth = case.record.youth
    return (
        youth.protected_address
        and not (youth.address or youth.post_code or youth.town)
        and case.step in (Step.PRE_MEETING, Step.MEETING)
    )


def is_closed_after_three_rounds(case: Case) -> bool:
    held = [each.meeting.date for each in rounds(case)]
    return case.step is Step.CLOSED and case.record.closing is not None and len(held) == 3


def is_freshly_referred(case: Case) -> bool:
    return case.step is Step.INTAKE and case.record.intake.decision is None


def is_rejected_with_a_brain_injury(case: Case) -> bool:
    intake = case.record.intake
    refused = case.step is Step.REJECTED and intake.decision is Decision.REFUSE
    return refused and intake.exclusions == ["hjerneskade"] and bool(intake.reason)


def is_unaccompanied_with_an_interpreter(case: Case) -> bool:
    return case.record.intake.unaccompanied and bool(case.record.youth.language)


def has_a_withdrawn_recipient(case: Case) -> bool:
    return any(each.withdrawn for each in case.consent.recipients)


@pytest.mark.parametrize(
    "situation",
    [
        is_fifteen_with_two_custody_holders,
        is_eighteen_with_a_consent_to_renew,
        is_grown_with_three_departments,
        has_a_protected_address,
        is_closed_after_three_rounds,
        is_freshly_referred,
        is_rejected_with_a_brain_injury,
        is_unaccompanied_with_an_interpreter,
        has_a_withdrawn_recipient,
    ],
)
def test_the_situation_is_among_the_cases(situation: Callable[[Case], bool]) -> None:
    assert [case.number for case in cases() if situation(case)]


def test_the_readme_lists_the_cases_as_they_are() -> None:
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines()]
    listed = [(row[0], row[1], row[2], row[3]) for row in rows if row and row[0][:2] == "20"]
    assert listed == [
        (
            case.number,
            f"{case.record.youth.name.split()[0]}, {case.age(TODAY)} år",
            case.step.value,
            str(case.record.round),
        )
        for case in cases()
    ]


# --- nobody real -------------------------------------------------------------------------------


def test_all_cpr_numbers_are_made_up_and_different() -> None:
    people = [case.record.youth.cpr for case in cases()]
    people += [parent.cpr for case in cases() for parent in case.record.parents if parent.cpr]
    assert all(cpr.is_replacement for cpr in people)
    assert len(set(people)) == len(people)


@pytest.mark.parametrize("name", FILES)
def test_no_mail_address_can_reach_anybody(name: str) -> None:
    words = (EXAMPLES / name).read_text(encoding="utf-8").split()
    assert [word for word in words if "@" in word and not word.endswith(".example")] == []
