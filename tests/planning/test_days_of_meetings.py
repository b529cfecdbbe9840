"""Which days are days for a meeting, and what is against the others."""

from datetime import date, timedelta

from example_case import build

from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.planning.calendar import Calendar
from samarbejde_cli.planning.gather import Gatherer
from samarbejde_cli.planning.made import Keep, Scope
from samarbejde_cli.planning.people import Directory
from samarbejde_cli.planning.values import AWAY, CLOSED, PAUSE, SCHOOL, Event

HOLIDAY = """\
# samarbejde.yaml
skoleferier: [{navn: sommerferie, fra: 2026-06-27, til: 2026-08-09}]
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


def test_a_pause_bars_its_days_and_the_first_meeting_is_after_it(tmp_path):
    pause = "# sag.yaml\npause: {fra: 2026-03-10, til: 2026-08-11, årsag: rejse}\n"
    case, days = calendar(tmp_path, pause)
    assert days.bars(case, [], date(2026, 7, 7)).kind == PAUSE
    day = date(2026, 3, 17)
    gatherer = Gatherer(Scope(day, day, date(2027, 3, 17), Keep.NONE))
    course = gatherer.demands(case, days, is_planned=True).course
    events = [each for each in course.meetings.values() if isinstance(each, Event)]
    assert events
    assert min(day for each in events for day in each.days) >= date(2026, 8, 11)


def test_two_people_of_one_name_are_two_when_their_addresses_differ(tmp_path):
    case, days = calendar(tmp_path)
    name = case.team.members[0].name
    others = [load_case(build(tmp_path / part, _mail(name, part))) for part in ("en", "to")]
    directory = Directory()
    keys = [directory.key(each, days.profile, name) for each in others]
    assert len(set(keys)) == 2
    assert directory.key(others[0], days.profile, name) == keys[0]


def _mail(name, part):
    return f"# team.yaml\npersoner: [{{navn: {name}, rolle: psykiatri, email: {part}@x.example}}]\n"
