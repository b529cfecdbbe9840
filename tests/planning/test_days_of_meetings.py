"""Which days are days for a meeting, and what is against the others."""

import shutil
from datetime import date, timedelta

import pytest
import yaml
from example_case import build
from plan_checker import broken

from samarbejde_cli.__main__ import main
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.danish.dates import add_months
from samarbejde_cli.planning.calendar import Calendar
from samarbejde_cli.planning.gather import Gatherer
from samarbejde_cli.planning.made import Keep, Scope
from samarbejde_cli.planning.people import Directory, Mention
from samarbejde_cli.planning.planner import make_plan
from samarbejde_cli.planning.values import AWAY, CLOSED, PAUSE, SCHOOL, Event, Place, Problem

HOLIDAY = """\
# samarbejde.yaml
skoleferier: [{navn: sommerferie, fra: 2026-06-27, til: 2026-08-09}]
"""
NO_DATES = """\
# runder/1.yaml
opfølgning: {næste_formøde: "", næste_møde: ""}
"""


def calendar(folder, example="", first=date(2026, 3, 17), months=12):
    case = load_case(build(folder, example))
    profile, _ = Workspace(folder).profile_of(case)
    return case, Calendar(profile, first, first + timedelta(days=31 * months))


def test_a_holiday_on_a_tuesday_is_no_day_for_a_meeting(tmp_path):
    case, days = calendar(tmp_path, first=date(2029, 12, 1))
    assert days.bars(case, [], date(2029, 12, 25)).kind == CLOSED
    assert date(2029, 12, 25) not in days.meeting_days
    assert date(2029, 12, 18) in days.meeting_days


def test_school_holidays_count_until_the_day_of_coming_of_age(tmp_path):
    born = "# sag.yaml\nung: {cpr: 750708-4321}\n"
    case, days = calendar(tmp_path, HOLIDAY + born)
    birthday = case.turns(18)
    before, after = birthday - timedelta(days=1), birthday
    case, days = calendar(tmp_path, HOLIDAY + born, first=birthday - timedelta(days=30))
    assert days.profile.school_holidays[0].first.year == 2026
    barred = [days.bars(case, [], day) for day in (before, after)]
    in_holiday = date(2026, 6, 27) <= birthday <= date(2026, 8, 9)
    assert in_holiday
    assert barred[0].kind == SCHOOL
    assert barred[1] is None


def test_who_turns_18_in_the_holidays_has_appointments_in_them_from_that_day_only(tmp_path):
    born = "# sag.yaml\nung: {cpr: 750708-4321}\n"
    case, days = calendar(tmp_path, HOLIDAY + born)
    day = date(2026, 3, 17)
    gatherer = Gatherer(Scope(day, day, date(2027, 3, 17), Keep.NONE))
    course = gatherer.demands(case, days, is_planned=True).course
    birthday = case.turns(18)
    for each in (*course.meetings.values(), *course.talks.values()):
        if isinstance(each, Event):
            assert each.pupil_until == birthday
            holidays = {d for d in each.days if date(2026, 6, 27) <= d <= date(2026, 8, 9)}
            assert min(holidays, default=birthday) >= birthday


def test_who_is_away_or_off_that_day_of_the_week_is_named(tmp_path):
    staff = """\
# samarbejde.yaml
medarbejdere:
  - navn: Anne Holm
    funktion: koordinator
    arbejdsdage: [mandag, tirsdag]
    fravær: [{fra: 2026-06-01, til: 2026-06-05}]
"""
    case, days = calendar(tmp_path, staff)
    found = [days.bars(case, ["Anne Holm"], date(2026, 6, day)) for day in (2, 9, 11)]
    assert [each and each.kind for each in found] == [AWAY, None, AWAY]
    assert found[0].name == "Anne Holm"


def planned(folder, example, today):
    """The days of the meetings that are planned for the complete case, and which are too late."""
    case, days = calendar(folder, example, first=today)
    last = add_months(today, 12)
    days = Calendar(days.profile, today, last)
    found = Gatherer(Scope(today, today, last, Keep.NONE)).demands(case, days, is_planned=True)
    problem = Problem((found.course,), (Place("A"),), (), dict.fromkeys(days.meeting_days, 1))
    plan = make_plan(problem, 30)
    assert (plan.unplaced, list(broken(problem, plan))) == ((), [])
    late = [each for each in problem.events if each.is_late]
    return [spot.day for key, spot in sorted(plan.spots.items()) if key.is_meeting], late


def test_a_wish_for_a_tuesday_that_is_a_holiday_is_kept_the_tuesday_before(tmp_path):
    """Sixteen weeks after the meeting is Christmas Day, and a week later New Year's Day."""
    example = """\
# sag.yaml
trin: opfølgning
"""
    example += NO_DATES + "møde: {dato: 2029-09-04}\n"
    days, _ = planned(tmp_path, example, date(2029, 9, 11))
    assert days[0] == date(2029, 12, 18)


def test_a_pause_bars_its_days(tmp_path):
    pause = "# sag.yaml\npause: {fra: 2026-03-10, til: 2026-08-11, årsag: rejse}\n"
    case, days = calendar(tmp_path, pause)
    assert days.bars(case, [], date(2026, 7, 7)).kind == PAUSE
    assert days.bars(case, [], date(2026, 8, 11)) is None


@pytest.mark.parametrize(
    ("pause", "today", "first", "second"),
    [
        # far ahead: the rounds before it go on; what was wished in it is soon after it
        (("2026-10-01", "2027-01-12"), date(2026, 3, 17), "2026-06-23", "2027-02-16"),
        # from now on, over the last day for the next meeting
        (("2026-04-01", "2026-08-11"), date(2026, 3, 17), "2026-09-15", "2027-01-05"),
        # ten days move no meeting and do not begin the months again
        (("2026-05-01", "2026-05-11"), date(2026, 3, 17), "2026-06-23", "2026-10-13"),
        # over when the plan is made
        (("2026-04-01", "2026-08-11"), date(2026, 8, 18), "2026-09-15", "2027-01-05"),
    ],
)
def test_the_time_of_a_pause_does_not_count(tmp_path, pause, today, first, second):
    rest = f"pause: {{fra: {pause[0]}, til: {pause[1]}, årsag: rejse}}"
    example = f"# sag.yaml\n{rest}\ntrin: opfølgning\n{NO_DATES}"
    days, late = planned(tmp_path, example, today)
    assert late == []
    assert not [day for day in days if pause[0] <= day.isoformat() < pause[1]]
    assert [day.isoformat() for day in days[:2]] == [first, second]


@pytest.mark.parametrize(
    ("contacts", "names", "unsure"),
    [
        ([("a@x.example", ""), ("b@x.example", "")], [{"N"}, {"N (2)"}], []),
        ([("a@x.example", ""), ("A@x.example", "70100000")], [{"N"}, {"N"}], []),
        ([("a@x.example", ""), ("", "")], [{"N"}, {"N"}], []),
        ([("a@x.example", ""), ("", "70 10 00 00")], [{"N"}, {"N"}], []),
        ([("", "+45 70100000"), ("", "70 10 00 00")], [{"N"}, {"N"}], []),
        (
            [("a@x.example", ""), ("b@x.example", ""), ("", "")],
            [{"N"}, {"N (2)"}, {"N", "N (2)"}],
            [("N", ["3"])],
        ),
        (
            [("", ""), ("b@x.example", "1"), ("a@x.example", "2")],
            [{"N", "N (2)"}, {"N"}, {"N (2)"}],
            [("N", ["1"])],
        ),
    ],
)
def test_one_name_is_several_people_when_their_contacts_say_so(contacts, names, unsure):
    mentions = [Mention("N", str(n), *each) for n, each in enumerate(contacts, 1)]
    directory = Directory({each.key: each for each in mentions})
    assert [set(directory.names[each.key]) for each in mentions] == names
    assert directory.unsure() == unsure


def test_one_who_can_be_two_people_is_told_of_and_is_nowhere_twice(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-03-17")
    folder = build(tmp_path)
    name = "Jonas Berg"
    for number, contact in ((2, "en"), (3, "to"), (4, None)):
        case = folder.parent / f"2026-{100 + number}"
        shutil.copytree(folder, case)
        tree = yaml.safe_load((case / "team.yaml").read_text("utf-8"))
        (own,) = (each for each in tree["personer"] if each["navn"] == name)
        own |= {"email": contact and f"{contact}@x.example", "telefon": None}
        (case / "team.yaml").write_text(yaml.safe_dump(tree, allow_unicode=True), "utf-8")
    main(["plan", "--workspace", str(tmp_path)])
    said = " ".join(capsys.readouterr().out.split())
    assert f"Flere hedder {name}, og det kan ikke ses, hvem af dem der er med i" in said
    assert "2026-104" in said.split("Flere hedder")[1].split(":")[0]


def demands(folder, example, months=12):
    case, days = calendar(folder, example, months=months)
    last = add_months(days.first, months)
    days = Calendar(days.profile, days.first, last)
    scope = Scope(days.first, days.first, last, Keep.NONE)
    return Gatherer(scope).demands(case, days, is_planned=True), scope


@pytest.mark.parametrize("profile", ["middelfart", "national"])
@pytest.mark.parametrize(
    ("age_day", "is_planned"),
    [
        (date(2026, 6, 10), True),
        (date(2026, 9, 1), True),
        (date(2027, 3, 1), True),
        (date(2027, 4, 20), True),
        (date(2027, 6, 12), True),
        (date(2027, 6, 20), False),
    ],
)
def test_a_meeting_at_an_age_is_planned_when_part_of_its_span_is(
    tmp_path, profile, age_day, is_planned
):
    born = add_months(age_day, -210)
    example = f"""\
# samarbejde.yaml
profil: {profile}
rytme: {{møder: 0, højst_måneder_imellem: 0}}
frister: {{overdragelsesmøder_ved: [17½], overdragelse_måneder: 3}}
# sag.yaml
ung: {{cpr: {born.day + 60:02}{born:%m%y}-4321}}
trin: opfølgning
{NO_DATES}"""
    found, scope = demands(tmp_path, example)
    if not is_planned:
        assert found.course is None
        assert found.why_not == "har først sit næste møde efter planen, fra den 20. marts 2027"
        return
    (meeting,) = found.course.meetings.values()
    ((_, first, last),) = found.course.ages
    assert scope.first <= first <= last <= scope.last
    assert [day for day in meeting.days if first <= day <= last]


def test_a_span_with_no_day_for_a_meeting_before_the_plan_ends_waits(tmp_path):
    """It begins on the Monday before the plan ends on a Wednesday, and the Tuesday is a day off."""
    example = f"""\
# samarbejde.yaml
rytme: {{møder: 0, højst_måneder_imellem: 0}}
frister: {{overdragelsesmøder_ved: [17½], overdragelse_måneder: 3}}
fridage: [16. marts]
# sag.yaml
ung: {{cpr: 751209-4321}}
trin: opfølgning
{NO_DATES}"""
    found, _ = demands(tmp_path, example)
    assert found.why_not == "har først sit næste møde efter planen, fra den 15. marts 2027"
    with_day = example.replace("fridage: [16. marts]\n", "")
    assert demands(tmp_path, with_day)[0].course.meetings
