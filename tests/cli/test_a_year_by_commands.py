"""A whole year of a case in each profile without opening a YAML file, and what it costs.

``docs/et-aar-i-tal.md`` holds the count; ``SAMARBEJDE_GOLDEN=1`` writes it.
"""

import os
from pathlib import Path

import pytest
import yaml
from example_case import COMPLETE
from keyboard import Worker

from samarbejde_cli.case.case import load_case
from samarbejde_cli.profile.load import shipped_names

PAGE = Path(__file__).parents[2] / "docs/et-aar-i-tal.md"
HALF = 50
"""Percent of the keys by hand that a year may cost."""
ADULTS = "soroe-voksne"
CPR_OF_ANOTHER = "720810-4321"
CPR = {ADULTS: "650990-2322"}
NEW_COORDINATOR = {"navn": "Rikke Dam", "funktion": "koordinator", "afdeling": "Job og Uddannelse"}
TEAM = {
    "personer[].navn": ["Birgit Kær", "Jonas Berg", "Maja Toft", "Karin Friis", "-"],
    "personer[].rolle": ["den-unges", "uddannelsesv", "beskæft", "skole"],
    "personer[].adresse": ["Engvej 4", "-", "-", "Skolegade 2"],
    "personer[].postnummer": ["4999", "-", "-", "4999"],
    "personer[].by": ["Birkeby", "-", "-", "Birkeby"],
    "personer[].telefon": ["-", "-", "-", "-"],
    "personer[].email": ["-", "jonas@birkeby.example", "maja@birkeby.example", "-"],
    "personer[].adressebeskyttelse": [".", "-", "-", "."],
    "personer[].fritaget_digital_post": ["-", "-"],
    "personer[].titel": [".", "."],
}
CONSENT = {
    "fælles_skema?": 1,
    "udveksling?": 1,
    "modtagere=": 1,
    "oplysninger": "Skolegang og fravær",
}
EXPERIENCE = {
    f"formøde.oplevelse.{key}": "Godt"
    for key in ("relation", "mål_og_emner", "tilgang_og_metode", "generelt")
}
GOALS = {
    "mål[].mål": "Jeg skal møde op i skole fire dage om ugen",
    "mål[].område": "Fagligt",
    "mål[].handlinger.andres": "Karin ringer til mig klokken otte",
    "mål[].ansvarlige": "jeg og Karin",
}
REACHED = {"mål[1].nået": 1}
APPOINTMENT = {"formøde.start": "9", "formøde.lokale": "bø"}
TALK = {"formøde.orienteret_om_modellen": "ja"}
WISH = {"formøde.ønsker": "Jeg vil tale om skolen"}
BY_LETTER, COMES = 2, 1
"""The round in which those outside the municipality reply by their letters, and what they tick."""


TWO, THREE, FOUR = ("26/5", "16/6"), ("8/9", "6/10"), ("1/12", "12/1")


@pytest.fixture
def worker(run, capsys, monkeypatch, tmp_path):
    """Return a function that begins the year of a profile."""
    monkeypatch.setenv("SAMARBEJDE_BRUGER", "Dorte Lundgaard")

    def begin(profile):
        root = tmp_path / profile
        assert run("init", str(root), "--municipality", "Birkeby", "--profile", profile).code == 0
        settings = yaml.load((COMPLETE / "samarbejde.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 — the base loader makes text only
        settings["profil"] = profile
        settings["medarbejdere"].append(NEW_COORDINATOR)
        (root / "samarbejde.yaml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
        monkeypatch.chdir(root)
        return Worker(run, capsys, monkeypatch)

    return begin


def intake(worker, profile):
    """Referral, screening, decision; and another case that is declined."""
    worker.day = "2026-01-06"
    cpr = CPR.get(profile, "750408-4322")
    known = ("--referred-by", "Birkeby Skole", "--date", "2026-01-05")
    worker.says("new-case", "--name", "Silje Ravn", "--cpr", cpr, *known)
    worker.on(
        "fill",
        answers={
            "forældre[].navn": ["Mette Ravn", "-"],
            "forældre[].relation": "mor",
            "forældre[].forældremyndighed": "ja",
            "forældre[].adresse": "Kildevej 8",
            "forældre[].postnummer": "4999",
            "forældre[].by": "Birkeby",
            "koordinator.navn": "Anne",
            "visitation.beslutning": "1",
            "visitation.begrundelse": "Stort fravær",
            "visitation.henvist_af": "Birkeby Skole",
            "visitation.tjekliste[].udsagn": ["1, 2", "-"],
            "visitation.afdelinger": "1, 2",
            "visitation.jobcenter.sendt": "",
            "visitation.gruppe": "1",
        },
    )
    worker.on("set", "ung.adresse=Kildevej 8", "ung.postnummer=4999", "ung.by=Birkeby")
    worker.on("render")
    worker.on("advance")
    worker.says("new-case", "--name", "Mikkel Dam", "--cpr", CPR_OF_ANOTHER, *known)
    worker.case = "2026-002"
    worker.on("set", "visitation.beslutning=afvises", "visitation.begrundelse=Ikke i målgruppen")
    worker.on("advance", "--to", "afvist")
    worker.case = "2026-001"


def a_round(worker, number, days, following, *, moved=False):
    """Pre-meeting, meeting and follow-up; the days of the next round are agreed at the end."""
    asked, talk, meeting, after = days
    worker.day = asked
    worker.on("fill", "--only", "formøde", answers=APPOINTMENT | {"formøde.dato": talk})
    worker.on("render-pre-meeting")
    worker.day = talk
    worker.on("fill", answers=TALK | (TEAM if number == 1 else {}))
    worker.on("render")
    worker.on("render-three-houses")
    worker.fills_in("de-3-huse", WISH)
    if number == 1:
        worker.fills_in("samtykke", CONSENT | {"underskrifter=": talk})
        worker.fills_in("mål-og-aftaleskema", {"sagsresumé": "Går i skole."})
    else:
        worker.fills_in("oplevelse", EXPERIENCE)
    worker.on("read", "--yes")
    worker.on("advance")
    worker.on(
        "fill",
        answers={
            "møde.dato": meeting,
            "møde.deltagere[].person": ["alle", "-"],
            "mål[].område": "-",
            "køreplan.næste_gang": "-",
        },
    )
    worker.on("render")
    worker.on("calendar")
    worker.on("set", "møde.deltagere[*].indkaldt=i dag")
    if moved:
        worker.day = "2026-02-17"
        worker.on("move-meeting", "--date", after, "--reason", "Karin kan ikke")
        worker.on("told")
        worker.on("render-invitation")
        meeting = after
    if number == BY_LETTER:
        worker.fills_in_letters("indkaldelse", {"svar": COMES})
        worker.on("read", "--yes")
    people = load_case(worker_folder(worker)).round.meeting.participants
    assert any(each.reply for each in people) is (number == BY_LETTER)
    for person in (each for each in people if not each.reply):
        worker.on("reply", person.person.split()[0], str(COMES))
    worker.day = meeting
    worker.on("present", *(("--all-but", "Karin") if number == 2 else ()))
    at_the_meeting = GOALS if number == 1 else REACHED
    worker.fills_in("mål-og-aftaleskema", at_the_meeting | {"køreplan.næste_gang": following[1]})
    worker.on("read", "--yes")
    worker.on("advance")
    worker.on("render-goals")
    worker.on("sign")
    worker.on("copies")
    agreed = dict(
        zip(("opfølgning.næste_formøde", "opfølgning.næste_møde"), following, strict=True)
    )
    worker.on("fill", answers=agreed)


def worker_folder(worker):
    return next(Path("sager").glob(f"{worker.case}-*"))


def year(worker, profile):
    """Intake, three rounds, a moved meeting, a consent taken back, 18 years, the end."""
    intake(worker, profile)
    a_round(worker, 1, ("2026-01-20", "2026-02-10", "2026-03-03", "2026-03-10"), TWO, moved=True)
    worker.on("advance")
    if profile != ADULTS:
        worker.day = "2026-04-16"
        worker.on("hand-over", "--to", "Rikke Dam")
        worker.on("add", "modtager", "Mette")
        worker.on("sign", "Silje", "--consent")
    worker.day = "2026-04-20"
    worker.on("withdraw", "--person", "Jonas")
    worker.on("remove", "møde.deltagere[Jonas]", "--yes")
    a_round(worker, 2, ("2026-05-12", "2026-05-26", "2026-06-16", ""), THREE)
    worker.on("advance")
    a_round(worker, 3, ("2026-08-25", "2026-09-08", "2026-10-06", ""), FOUR)
    worker.day = "2026-12-08"
    worker.on("set", "afslutning=i dag", "afslutning.årsag=I lære som tømrer")
    worker.on("advance", "--to", "afsluttet")


@pytest.mark.parametrize("profile", sorted(shipped_names()))
def test_a_year_without_opening_a_yaml_file(worker, profile):
    at_work = worker(profile)
    year(at_work, profile)
    case = load_case(worker_folder(at_work))
    assert case.step.is_end
    by_hand, now, in_word = at_work.keys_by_hand, at_work.keys, at_work.keys_in_word
    shares = [100 * now / by_hand, 100 * (now + in_word) / (by_hand + in_word)]
    assert max(shares) < HALF
    counts = at_work.steps_by_hand, by_hand, at_work.commands, now, in_word
    if os.environ.get("SAMARBEJDE_GOLDEN"):
        cells = [profile, *map(str, counts), *(f"{share:.0f} %" for share in shares)]
        written(profile, f"| {' | '.join(cells)} |")
    rows = (each.strip("| ").split(" | ") for each in PAGE.read_text("utf-8").splitlines())
    told = next(each for each in rows if each[0] == profile)
    assert [int(each) for each in told[1:6]] == pytest.approx(list(counts), rel=0.05)


def written(profile, line):
    """Write the row of a profile into the page."""
    text = PAGE.read_text("utf-8").splitlines()
    kept = [line if each.startswith(f"| {profile} |") else each for each in text]
    PAGE.write_text("\n".join(kept) + "\n", "utf-8")
