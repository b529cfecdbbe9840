"""The figures against populations whose answers are known by counting."""

import json
import random
import shutil
from collections import Counter
from datetime import date, timedelta

import pytest
from population import allocated, born_at, meeting, spread, write_population, youth

AREAS = (
    "skole_uddannelse_og_beskæftigelse", "husholdning_og_økonomi",
    "socialt_netværk_og_kompetencer", "fysisk_helbred", "psykisk_helbred", "kriminalitet",
    "rusmidler",
)  # fmt: skip
AREA_LABELS = (
    "Skole, uddannelse og beskæftigelse", "Husholdning og økonomi",
    "Socialt netværk og sociale kompetencer", "Fysisk helbred", "Psykisk helbred",
    "Kriminalitet", "Rusmidler",
)  # fmt: skip
EMPLOYMENTS = (
    "deltidsjob", "fuldtidsjob", "virksomhedspraktik", "løntilskud", "uddannelsesparat",
    "aktivitetsparat", "førtidspension", "revalidering", "andet", "ikke-relevant",
)  # fmt: skip
PLACEMENTS = (
    "døgninstitution", "opholdssted", "sikret-institution", "familiepleje", "netværkspleje",
    "kommunal-plejefamilie", "eget-værelse", "tidligere-anbragt", "andet",
)  # fmt: skip
QUESTIONS = {
    "fagpersonernes_formøde": 6, "den_unge_blev_hørt": 96, "den_unge_havde_ordet": 91,
    "den_unge_var_med_til_at_beslutte": 95, "den_unge_var_enig": 95,
    "den_unge_ved_hvad_der_sker": 96, "godt_forberedt": 99, "godt_ledet": 97, "alle_punkter": 94,
    "klare_mål": 95, "ansvarlige_aftalt": 98, "opfølgning_aftalt": 97, "planen_kan_bruges": 99,
    "netværkskort_tegnet": 84, "netværkskort_brugt": 74, "netværkskort_gav_overblik": 91,
    "har_en_voksen": 84,
}  # fmt: skip
AGES = {15: 3, 16: 19, 17: 26, 18: 19, 19: 18, 20: 9, 21: 6}
WORK_FIRST, WORK_LAST = (1, 3, 4, 0, 10, 12, 0, 0, 6, 62), (1, 3, 4, 0, 8, 12, 0, 0, 8, 64)
PLACED = (10, 13, 0, 8, 2, 4, 18, 20, 25)
START_MEANS = (3.9, 3.3, 3.5, 4.1, 3.2, 4.9, 4.7)
CHANGES = (
    (24, 25, 51), (23, 18, 59), (32, 21, 47), (13, 54, 33), (22, 38, 40), (2, 96, 2), (8, 84, 8),
)  # fmt: skip
"""As published; but 32, 21 and 57 per cent, in figure 5.5, are more than all, so 47 stands here."""
YOUTHS, CHECKLISTS, DIALOGUES = 178, 228, 160
"""Figure 4.3 says 177, but no 177 persons round to its per cents, which add up to 98; 178 do."""


def scores(mean, changes):
    """First and last scores of 160 with that mean at first and those changes."""
    back, same, forward = allocated(changes, DIALOGUES)
    first = [2] * back + [1] * same + [1] * forward
    highest = [5] * (back + same) + [4] * forward
    left = round(mean * DIALOGUES) - sum(first)
    for at in range(DIALOGUES):
        more = min(left, highest[at] - first[at])
        first[at] += more
        left -= more
    assert left == 0
    steps = [-1] * back + [0] * same + [1] * forward
    return first, [score + step for score, step in zip(first, steps, strict=True)]


def published_people():
    """178 young people, as the seed's tables have them."""
    ages = spread(AGES, allocated(AGES.values(), YOUTHS))
    taught = spread(("9-klasse", "ingen"), allocated((62, 38), YOUTHS))
    taught_last = spread(("10-klasse", "ingen"), allocated((64, 36), YOUTHS))
    work = spread(EMPLOYMENTS, allocated(WORK_FIRST, YOUTHS))
    work_last = spread(EMPLOYMENTS, allocated(WORK_LAST, YOUTHS))
    placed = spread(PLACEMENTS, allocated(PLACED, CHECKLISTS))
    yes = {key: allocated((share, 100 - share), CHECKLISTS)[0] for key, share in QUESTIONS.items()}
    there = allocated((95, 5), CHECKLISTS)[0]
    by_area = [scores(mean, each) for mean, each in zip(START_MEANS, CHANGES, strict=True)]
    for number in range(YOUTHS):
        started = date(2014, 3, 1) + timedelta(days=number % 25)
        own = [at for at in (number, number + YOUTHS) if at < CHECKLISTS]
        met = [
            meeting(
                date(2014, 9, 2) + timedelta(days=90 * turn),
                {key: at < count for key, count in yes.items()} | {"anbringelse": placed[at]},
                den_unge_deltog=at < there,
            )
            for turn, at in enumerate(own)
        ]
        met[-1]["status"] = {"uddannelse": taught_last[number], "beskæftigelse": work_last[number]}
        filled = [
            {"dato": day}
            | {area: str(each[turn][number]) for area, each in zip(AREAS, by_area, strict=True)}
            for turn, day in enumerate((date(2014, 4, 1), date(2015, 9, 1)))
            if number < DIALOGUES
        ]
        yield youth(
            number, born_at(ages[number], started), started, meetings=met, dialogues=filled,
            standing={"uddannelse": taught[number], "beskæftigelse": work[number]},
        )  # fmt: skip


@pytest.fixture
def reported(run, tmp_path, monkeypatch):
    """Return a function that reports over a population and returns its figures by key."""

    def reported(people, *arguments, day="2016-01-31", **settings):
        write_population(tmp_path / "kommune", people, settings)
        monkeypatch.chdir(tmp_path / "kommune")
        done = run("report", *arguments, "--output", "ud", SAMARBEJDE_DAG=day)
        assert (done.code, done.err) == (0, "")
        (path,) = (tmp_path / "kommune/ud").glob("halvårstal-*.json")
        reported.document = json.loads(path.read_text("utf-8"))
        shutil.rmtree(tmp_path / "kommune")
        return {each["key"]: each for each in reported.document["figures"]}

    return reported


def line(figure, item="", group=None):
    return next(x for x in figure["rows"] if (x["item"], x["group"]) == (item, group))


def percents(figure, item=""):
    row = line(figure, item)
    cells = row["answers"] + row["sums"]
    return {x["answer"]: int(100 * x["count"] / row["n"] + 0.5) for x in cells}


def test_the_published_tables_come_out_as_they_were_published(reported):
    figures = reported(published_people(), "--period", "2014-01-01..2016-01-31", "--min", "1")
    ages = percents(figures["alder-ved-start"])
    assert [ages[f"{age} år"] for age in range(15, 21)] == [3, 19, 26, 19, 18, 9]
    assert ages["21 år eller mere i alt"] == 6
    assert line(figures["alder-ved-start"])["n"] == YOUTHS
    placed = list(percents(figures["foranstaltning"]).values())
    assert placed == [*PLACED[:8], 0, PLACED[8]]
    assert line(figures["foranstaltning"])["n"] == 228
    assert percents(figures["uddannelse-ved-start"])["I uddannelse i alt"] == 62
    assert percents(figures["uddannelse-nu"])["I uddannelse i alt"] == 64
    for key, wanted in (("beskæftigelse-ved-start", WORK_FIRST), ("beskæftigelse-nu", WORK_LAST)):
        found = percents(figures[key])
        assert sorted(list(found.values())[:10]) == sorted(wanted)
        assert found["Ikke relevant"] == wanted[-1]
    assert line(figures["beskæftigelse-ved-start"])["n"] == YOUTHS
    for label, wanted in zip(AREA_LABELS, START_MEANS, strict=True):
        assert line(figures["livsområder-ved-start"], label)["answers"][0]["mean"] == wanted
        assert line(figures["livsområder-ved-start"], label)["n"] == 160
    for label, wanted in zip(AREA_LABELS, CHANGES, strict=True):
        assert tuple(percents(figures["udvikling"], label).values()) == wanted
    asked = [row for key in ("inddragelse", "mål-og-aftaler", "netværkskort", "den-unges-voksne")
             for row in figures[key]["rows"]]  # fmt: skip
    shares = [int(100 * row["answers"][0]["count"] / row["n"] + 0.5) for row in asked]
    wanted = list(QUESTIONS.values())
    assert shares == [wanted[0], 95, *wanted[1:]]
    assert {row["n"] for row in asked} == {228}


def random_people(rng, size):
    """People with everything at random, beside what was counted of them meanwhile."""
    people, counted = [], Counter()
    for number in range(size):
        started = date(2025, 1, 1) + timedelta(days=rng.randrange(500))
        closed = rng.choice([None, None, started + timedelta(days=rng.randrange(90, 200))])
        is_in = started <= date(2026, 6, 30) and (not closed or closed >= date(2026, 1, 1))
        age = rng.randrange(15, 21)
        day = max(started, date(2026, 1, 1) + timedelta(days=rng.randrange(240)))
        heard = rng.choice([True, False, None])
        who = rng.choice([("Rikke Bro", "Børn og Familier"), ("Otto Lind", "Job og Uddannelse")])
        if is_in:
            counted["unge"] += 1
            counted["alder", f"{age} år"] += 1
            counted["afdeling", who[1]] += 1
            if heard is not None and date(2026, 1, 1) <= day <= date(2026, 6, 30):
                counted["hørt", heard] += 1
                counted["hørt", who[1], heard] += 1
        people.append(
            youth(
                number,
                born_at(age, started),
                started,
                closed=closed,
                coordinator=who[0],
                department=who[1],
                meetings=[meeting(day, {"den_unge_blev_hørt": heard})],
            )
        )
    return people, counted


def test_what_is_counted_is_what_was_made(reported):
    people, counted = random_people(random.Random(7), 150)
    figures = reported(
        people, "--period", "2026H1", "--min", "1", "--by", "department", day="2026-09-30"
    )
    ages = line(figures["alder-ved-start"])
    assert ages["n"] == counted["unge"]
    assert {x["answer"]: x["count"] for x in ages["answers"] if x["count"]} == {
        key[1]: count for key, count in counted.items() if key[0] == "alder"
    }
    for department in ("Børn og Familier", "Job og Uddannelse"):
        heard = line(figures["inddragelse"], "Lyttede vi til det, den unge sagde?", department)
        assert [x["count"] for x in heard["answers"]] == [
            counted["hørt", department, answer] for answer in (True, False)
        ]
        own = line(figures["koordinatorens-afdeling"], "", department)
        assert own["n"] == counted["afdeling", department]


def test_somebody_with_two_cases_counts_once_and_a_closed_case_counts(reported):
    born, cpr = date(2008, 3, 4), "640308-4321"
    first = youth(
        1, born, date(2025, 2, 1), cpr=cpr, closed=date(2026, 2, 1),
        standing={"uddannelse": "9-klasse", "beskæftigelse": "ikke-relevant"},
    )  # fmt: skip
    second = youth(
        2, born, date(2026, 4, 1), cpr=cpr,
        standing={"uddannelse": "ingen", "beskæftigelse": "deltidsjob"},
    )  # fmt: skip
    figures = reported([first, second], "--period", "2026H1", "--min", "1", day="2026-07-31")
    sixteen = line(figures["alder-ved-start"])["answers"][3]
    assert (sixteen["answer"], sixteen["count"]) == ("16 år", 1)
    assert percents(figures["uddannelse-ved-start"])["9. klasse"] == 100
    assert percents(figures["uddannelse-nu"])["Ikke i uddannelse"] == 100
    assert line(figures["unge-i-perioden"])["n"] == 1


def planned(met):
    """A meeting as it is written down before it is held."""
    return {key: met[key] for key in ("dato", "start", "lokale")}


def at_work(rng, until):
    """People with all that was written down of them by a day; more of it the later the day is."""
    for number in range(60):
        started = date(2025, 3, 1) + timedelta(days=rng.randrange(400))
        days = [started + timedelta(days=40 + 90 * turn) for turn in range(6)]
        answers = [{"den_unge_blev_hørt": rng.random() < 0.8} for _ in days]
        filled = [
            {"dato": day} | {area: str(rng.randrange(1, 6)) for area in AREAS} for day in days[::2]
        ]
        taught = [rng.choice(("9-klasse", "ingen", "vuc")) for _ in days]
        ended = started + timedelta(days=rng.randrange(200, 900))
        met = [
            meeting(
                day, own, den_unge_deltog=rng.random() < 0.9,
                status={"uddannelse": school, "beskæftigelse": "andet"},
            )
            for day, own, school in zip(days, answers, taught, strict=True)
        ]  # fmt: skip
        last = min(until, ended)
        born = born_at(15 + number % 6, started)
        if started <= until:
            yield youth(
                number, born, started,
                meetings=[planned(x) if x["dato"] > until else x for x in met if x["dato"] < ended],
                until=until,
                dialogues=[x for x in filled if x["dato"] <= last],
                closed=ended if ended <= until else None,
            )  # fmt: skip


def test_the_report_of_spring_is_made_again_in_autumn_with_the_same_numbers(run, tmp_path):
    told = []
    for today in (date(2026, 6, 30), date(2026, 11, 28)):
        folder = tmp_path / today.isoformat()
        write_population(folder, at_work(random.Random(3), today))
        spring = ("--period", "2026H1", "--compare", "2025H2", "--by", "age", "--format", "json")
        done = run("report", *spring, "--workspace", str(folder), SAMARBEJDE_DAG=today.isoformat())
        assert (done.code, done.err) == (0, "")
        told.append((folder / "dokumenter/halvårstal-2026H1.json").read_text("utf-8"))
    assert told[0] == told[1]
    figures = {each["key"]: each for each in json.loads(told[0])["figures"]}
    assert line(figures["uddannelse-nu"])["n"] > 20


def test_reasons_are_shown_without_names_when_they_are_of_enough(reported):
    reasons = [
        "Rikke ville selv ringe til Ung Nummer7 først.",
        "Mødet skulle ikke vente til d. 7/3.",
    ]
    forced = {"gennemtvunget": True, "mangler": ["SAM303"]}
    people = [
        youth(
            number, date(2009, 5, 4 + number), date(2026, 1, 10),
            meetings=[meeting(date(2026, 3, 3), {})],
            forced=forced | {"begrundelse": reasons[number % 2]},
        )
        for number in range(6)
    ]  # fmt: skip
    figures = reported(people, "--period", "2026H1", day="2026-07-31")
    passed = line(figures["tilsidesatte-regler"])["answers"]
    assert [(x["answer"], x["count"]) for x in passed] == [("SAM303 voksne mangler", 6)]
    assert reported.document["forced_reasons"] == [
        "Mødet skulle ikke vente til d. […].",
        "[…] ville selv ringe til […] først.",
    ]
    reported(people[:4], "--period", "2026H1", "--min", "4", day="2026-07-31")
    assert len(reported.document["forced_reasons"]) == 2


def test_the_economy_sheets_of_all_cases_are_collected_by_centre(reported):
    def grant(payer, amount, otherwise, other):
        return {
            "bevilling": "Mentor", "betaler": payer, "beløb": str(amount),
            "ville_have_kostet": str(otherwise), "hos": other,
        }  # fmt: skip

    paid = [("Job og Uddannelse", 1000 + n) for n in range(6)]
    paid += [("Borgerservice", 500), ("Social og Sundhed", 900)]
    people = [
        youth(
            number, date(2007, 5, 4 + number), date(2026, 1, 10),
            meetings=[meeting(date(2026, 3, 3), {})],
            costs=[grant(payer, amount, 7000, "Børn og Familier")],
        )
        for number, (payer, amount) in enumerate(paid)
    ]  # fmt: skip
    ours = {"profil": "soroe-unge"}
    figures = reported(people, "--period", "2026H1", "--min", "1", day="2026-07-31", **ours)

    def amounts(figures, item):
        return {x["answer"]: x["amount"] for x in line(figures["økonomi"], item)["answers"]}

    centre = "Arbejdsmarked og Borgerservice"
    whole = sum(amount for _, amount in paid)
    assert amounts(figures, "Betalt 2026") == {
        centre: whole - 900, "Børn og Familier": 0, "Social og Sundhed": 900,
    }  # fmt: skip
    assert amounts(figures, "Ville have kostet 2026")["Børn og Familier"] == 8 * 7000
    figures = reported(people, "--period", "2026H1", "--by", "age", day="2026-07-31", **ours)
    shown = amounts(figures, "Betalt 2026")
    assert shown == {centre: None, "Børn og Familier": 0, "Social og Sundhed": None}, "one is 900"
    assert amounts(figures, "Ville have kostet 2026")["Børn og Familier"] == 8 * 7000


def test_who_was_there_and_what_was_answered(reported):
    team = [{"person": "Otto Lind", "indkaldt": date(2026, 2, 1)}]
    people = []
    for number in range(12):
        own = team[0] | {"svar": "1" if number < 7 else "4", "deltog": number < 7}
        own |= {"bidrog": number < 6} if number < 7 else {}
        met = meeting(date(2026, 3, 3), {}, deltagere=[own], tidligere=[
            {"dato": date(2026, 2, 24), "start": "9.00", "ændret": date(2026, 2, 20)}
        ] if number % 2 else [])  # fmt: skip
        people.append(youth(number, date(2008, 5, 4), date(2026, 1, 10), meetings=[met]))
    figures = reported(people, "--period", "2026H1", "--min", "1", day="2026-07-31")
    role = line(figures["deltagere"], "Beskæftigelsesmedarbejder")
    assert [x["count"] for x in role["answers"]] == [6, 1, 0, 5]
    assert role["sums"][0]["count"] == 7
    assert [x["count"] for x in line(figures["svar"])["answers"]] == [7, 0, 0, 5, 0]
    assert [x["count"] for x in line(figures["møder"])["answers"]] == [6, 6, 0, 0]
    figures = reported(people, "--period", "2026H1", day="2026-07-31")
    role = line(figures["deltagere"], "Beskæftigelsesmedarbejder")
    assert [x["count"] for x in role["answers"]] == [6, None, 0, None], "1 and 5 are 12 less 6"
