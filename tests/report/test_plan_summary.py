"""What a plan's sentences say of wishes, ages and shortages: the same words everywhere."""

import json
import shutil
from dataclasses import replace
from datetime import date

import docx
import pytest
import yaml
from example_case import build
from plan_years import MEETING, TUESDAYS, event

from samarbejde_cli.__main__ import main
from samarbejde_cli.actions.plan import Order, YearPlan
from samarbejde_cli.actions.plan_reasons import Explained, Obstacle
from samarbejde_cli.planning.broken_wishes import broken_wishes
from samarbejde_cli.planning.values import Booked, Course, Key, Place, Plan, Problem, Proof, Spot
from samarbejde_cli.report.plan_reasons import without_a_day
from samarbejde_cli.report.plan_summary import proof as proven

PUPIL = """\
# samarbejde.yaml
planlægning: {tider: [9.00]}
# sag.yaml
ung: {cpr: 651210-4321}
"""


def test_distance_school_hours_waits_and_ages_are_counted():
    wished, day = TUESDAYS[9], TUESDAYS[11]
    one = event("1", 1, True, ["Karen"], wished, [day], pupil_until=date.max)
    other = event("2", 1, True, ["Karen"], day, [day])
    third = event("3", 1, True, ["Ole"], TUESDAYS[13], [day])
    courses = tuple(Course(x.key.case, {1: x}, {}, None) for x in (one, other, third))
    spots = [Spot(day, MEETING[n], "A") for n in (0, 2, 2)]
    stands = Booked(Spot(day, MEETING[0], "C"), frozenset(["Ole"]))
    problem = Problem(courses, (Place("A"),), (stands,), {})
    plan = Plan(dict(zip([x.key for x in (one, other, third)], spots, strict=True)),
                (Key("4", 1, True),), Proof.OPTIMAL, 0, 0, (("3", 192), ("4", 192)))  # fmt: skip
    found = broken_wishes(problem, plan, set(plan.spots))
    assert (found.late, found.early, found.in_school) == ((1,), (1,), 1)
    assert (found.waits, found.ages) == ((120, 120), (("3", 192),))
    old = broken_wishes(problem, plan, {third.key})
    assert (old.late, old.in_school, old.waits) == ((), 0, (120,))
    near = replace(plan, spots={**plan.spots, other.key: Spot(day, MEETING[1], "A")})
    assert broken_wishes(problem, near, {one.key, other.key}).waits == ()


def test_the_screen_the_page_and_the_json_say_the_same(tmp_path, monkeypatch, capsys):
    """Pupils who can only meet in the morning, and a name that can be two people."""
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-03-17")
    monkeypatch.setenv("COLUMNS", "80")
    folder = build(tmp_path, PUPIL)
    for number, contact in ((2, "en"), (3, "to"), (4, None)):
        case = folder.parent / f"2026-{100 + number}"
        shutil.copytree(folder, case)
        tree = yaml.safe_load((case / "team.yaml").read_text("utf-8"))
        (own,) = (each for each in tree["personer"] if each["navn"] == "Jonas Berg")
        own |= {"email": contact and f"{contact}@x.example", "telefon": None}
        (case / "team.yaml").write_text(yaml.safe_dump(tree, allow_unicode=True), "utf-8")
    main(["plan", "--workspace", str(tmp_path), "--output", str(tmp_path / "ud")])
    screen = " ".join(capsys.readouterr().out.split())
    page = docx.Document(str(tmp_path / "ud" / "årsplan.docx"))
    text = " ".join(x.text for x in page.paragraphs)
    data = json.loads((tmp_path / "ud" / "plan.json").read_text("utf-8"))
    number = data["broken_wishes"]["in_school_hours"]
    said = f"{number} aftaler med unge under 18 år ligger i skoletiden, før kl. 14.00."
    assert number > 1
    assert said in screen
    assert said in text
    assert data["unsure"] == [{"name": "Jonas Berg", "cases": ["2026-104"]}]
    short = next(each for each in data["shortages"] if each["of"] == "person")
    assert f"der ligge {short['needed']} aftaler" in screen
    assert f"kun tid til {short['possible']}" in screen
    assert short["name"] in screen


def test_what_comes_after_the_plan_and_what_is_short_is_told(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-03-17")
    dates = "# runder/1.yaml\nopfølgning: {næste_formøde: '', næste_møde: ''}\n"
    step = "# sag.yaml\ntrin: opfølgning\nung: {cpr: 701209-4321}\n"
    build(tmp_path, "# samarbejde.yaml\nprofil: middelfart\n" + step + dates)
    where = ["--workspace", str(tmp_path)]
    assert main(["plan", "--months", "2", *where]) == 0
    assert "Det næste møde ligger efter planen i 2026-001." in capsys.readouterr().out
    assert main(["plan", "--months", "2", "--why", "2026-001", *where]) == 2
    assert "har først sit næste møde efter planen" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize(
    ("proof", "times", "unplaced", "outsiders", "told"),
    [
        (Proof.OPTIMAL, Proof.OPTIMAL, (), (), "heller ingen andre klokkeslæt; det er bevist."),
        (Proof.OPTIMAL, Proof.GAP, (), (), "Om klokkeslættene er det ikke bevist."),
        (Proof.GAP, Proof.GAP, (), (), "andre dage kan højst opfylde ønskerne 2,5 % bedre."),
        (Proof.GAP, Proof.GAP, (Key("1", 1, True),), (), "det er ikke bevist, at planen er den"),
        (Proof.NOTHING, Proof.GAP, (), (), "det er ikke bevist, at planen er den bedste."),
        (
            Proof.OPTIMAL,
            Proof.OPTIMAL,
            (),
            ("Ole Psykiater",),
            "for Ole Psykiater, der kommer udefra, er",
        ),
    ],
)
def test_what_is_proven_is_told_and_what_is_not(proof, times, unplaced, outsiders, told):
    plan = Plan({}, unplaced, proof, 0.025, 0, (), times, outsiders)
    day = TUESDAYS[0]
    year = YearPlan(Order(day), day, Problem((), (), (), {}), plan, {}, {}, (), {}, {})
    said = list(proven(year))
    assert told in " ".join(said)
    assert ("%" in said[0]) == (proof is Proof.GAP and not unplaced)


@pytest.mark.parametrize(
    ("obstacle", "told"),
    [
        (Obstacle.HOURS, "på dem går klokkeslæt og lokaler ikke op"),
        (Obstacle.TIME, "med en højere `--limit`"),
        (Obstacle.UNKNOWN, "kunne ikke nås at regne ud"),
    ],
)
def test_why_something_has_no_spot_is_told_when_the_days_are_no_reason(obstacle, told):
    found = event("1", 1, True, ["Karen"], TUESDAYS[9], TUESDAYS[8:10])
    said = list(without_a_day(Explained(found, None, (), obstacle=obstacle)))
    assert told in said[0]
