"""One value or one item from the keyboard: set, add, remove, on real files."""

import json
import re
import shutil
from datetime import date
from difflib import ndiff
from pathlib import Path

import pytest

from samarbejde_cli.actions.edit import edit
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.report import edit as report

EXAMPLES = Path(__file__).parents[2] / "examples"
CASE = "2026-001"
DAY = date(2026, 2, 24)


@pytest.fixture
def says(run, tmp_path, monkeypatch):
    """Run a command in a copy of the examples; return the screen."""
    shutil.copytree(EXAMPLES, tmp_path / "sager-her")
    monkeypatch.chdir(tmp_path / "sager-her")

    def says(*words, code=0):
        screen = run(*words, SAMARBEJDE_DAG="2026-02-24", COLUMNS="200")
        assert screen.code == code, screen
        return screen.out + screen.err

    return says


@pytest.fixture
def news(says):
    """Run a command that must succeed; return the lines that went and came, of all files."""
    folder = Path("sager") / CASE

    def lines():
        return {path: path.read_text("utf-8").splitlines() for path in folder.rglob("*.yaml")}

    def news(*words):
        before = lines()
        says(*words)
        after = lines()
        pairs = [each for path in before for each in ndiff(before[path], after[path])]
        return [[line[2:] for line in pairs if line[0] == sign] for sign in "-+"]

    return news


@pytest.mark.parametrize(
    ("values", "gone", "came"),
    [
        (["møde.dato=tirsdag d. 10. marts"], ["  dato: 2026-03-03"], ["  dato: 2026-03-10"]),
        (["runde.møde.start=kl. 10"], ["  start: 9.00"], ['  start: "10.00"']),
        (["runder/1.møde.start=halv elleve"], ["  start: 9.00"], ['  start: "10.30"']),
        (["mål[2].nået=Ja tak"], [], ["    nået: ja"]),
        (["mål.2.nået=ja", "sag.ung.kaldes=Villy"], [], ["  kaldes: Villy", "    nået: ja"]),
        (
            ["køreplan.næste_gang=3/6"],
            ["  næste_gang: # aftales på mødet"],
            ["  næste_gang: 2026-06-03 # aftales på mødet"],
        ),
        (["møde.lokale="], ["  lokale: Lindesalen"], ["  lokale:"]),
        (["den_unges_voksne=Emil"], ["  person: Rune Askelund"], ["  person: Emil Vangsted"]),
        (["ung.skole="], ["  skole: Nordmarkskolen, 9. b"], ["  skole:"]),
        (
            ["mål[3].ansvarlige=jeg, Rune, Pia"],
            ["    ansvarlige: [Rune Askelund, jeg]"],
            ["    ansvarlige: [jeg, Rune Askelund, Pia Søndervang]"],
        ),
        (["møde.deltagere[Karsten].svar=Relevant, deltager"], [], ['      svar: "1"']),
        (["opfølgning.næste_møde=om 3 måneder"], [], ["  næste_møde: 2026-05-24"]),
    ],
)
def test_set_changes_only_the_value(news, values, gone, came):
    went, new = news("set", CASE, *values)
    assert went == gone
    assert sorted(new) == sorted(came)


@pytest.mark.parametrize(
    ("value", "came"),
    [
        ("personer[Pia]=Ib Ibsen", "  - navn: Ib Ibsen"),
        ("ung=Kurt Dam", "  navn: Kurt Dam"),
        ("forældre[1]=Kurt Dam", "  - navn: Kurt Dam"),
        ("oplysninger[1]=Skolegang", "  - Skolegang"),
        ("køreplan=Pia", "  ansvarlig: Pia Søndervang"),
    ],
)
def test_a_group_is_set_by_the_field_that_it_is_known_by(news, value, came):
    assert news("set", CASE, value)[1][0].startswith(came)


@pytest.mark.parametrize("name", ["møde.tjekliste", "visitation"])
def test_a_group_of_questions_is_known_by_none(says, name):
    assert f"Skriv hvilket: {name}." in says("set", CASE, f"{name}=ja", code=2)


def test_all_items_at_once(news):
    _, came = news("set", CASE, "møde.deltagere[*].deltog=ja")
    assert came == ["      deltog: ja"] * 8


def test_a_dry_run_shows_the_diff_and_writes_nothing(says, news):
    said = says("set", CASE, "møde.lokale=Pejsestuen", "--dry-run")
    assert "-  lokale: Lindesalen\n+  lokale: Pejsestuen\n" in said
    assert news("set", CASE, "møde.lokale=", "--dry-run") == [[], []]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("møde.lokle=x", "Mente du `lokale`?"),
        ("nået=ja", "Mente du `mål.nået`?"),
        ("møde=x=y", ""),
        ("underskrifter[1].dato=3/3", "Skriv samtykke.underskrifter[1].dato eller plan."),
        ("mål[9].nået=ja", "[2] sundhed Jeg vil lære"),
        ("mål.nået=ja", "Vælg et nummer"),
        ("møde.deltagere[Anna].deltog=ja", "Ingen hedder Anna"),
        ("trin=møde", "Brug `samarbejde advance`"),
        ("pause.til=3/3", "Brug `samarbejde pause`"),
        ("sag.nøgle=x", "skrives kun af programmet"),
        ("møde.dato=24/8", "2026-08-24 (mandag den 24. august 2026) eller 2025-08-24"),
        ("møde.dato=snart", "er ikke en dato"),
        ("møde.start=tidligt", "er ikke et klokkeslæt"),
        ("mål[1].nået=måske", "er hverken ja eller nej"),
        ("mål[1].område=sundheden", "Mente du `sundhed`?"),
        ("sag.koordinator.afdeling=Kirken", "Vælg mellem Børn og Familier"),
        ("mål[1].ansvarlige=jeg, Pia Søndervag", "Mente du `Pia Søndervang`?"),
        ("ung.cpr=12", "SAM108 fejl"),
        ("dialogskema[1].rusmidler=7", "SAM114 fejl"),
        ("mål=x", "er en liste"),
        ("samtykke.organisationer=x", "Tilføj med `samarbejde add 2026-001 organisationer …`."),
        ("koordinator=", "samarbejde remove 2026-001 koordinator"),
        ("ligegyldigt", "er ikke FELT=VÆRDI"),
        ("møde.dato", "Skriv det uden mellemrum"),
        ("runder/7.møde.dato=3/3", "ingen runde 7"),
        ("plan=x", "er en hel fil"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(says, value, words):
    assert words in says("set", CASE, "ung.kaldes=Villy", value, code=2)
    assert "ung.kaldes: Villy" in says("set", CASE, "ung.kaldes=Villy")


def test_what_an_edit_causes_is_shown(says):
    said = says("set", CASE, "møde.lokale=")
    assert "fjernet. Før stod der: Lindesalen." in said
    assert "SAM601 mangler  Mødet mangler `lokale`." in said
    assert "SAM710" not in said  # it was found before


def test_a_file_that_cannot_be_read_is_mended_and_not_broken_more(says):
    path = Path("sager", CASE, "runder", "1.yaml")
    path.write_text(path.read_text("utf-8").replace("start: 9.00", "start: tidligt"), "utf-8")
    assert "SAM106" in says("validate", CASE, code=1)
    assert "møde.start: 9.00. Før: tidligt." in says("set", CASE, "møde.start=9")
    assert "SAM106" not in says("validate", CASE)


def test_the_same_value_again_changes_nothing(says, news):
    assert "Det står der allerede" in says("set", CASE, "møde.lokale=Lindesalen")
    assert news("set", CASE, "møde.lokale=Lindesalen") == [[], []]


@pytest.mark.parametrize(
    ("words", "came"),
    [
        (
            ["person", "Mia Berg", "kontaktperson", "telefon=70 10 00 99"],
            ["  - navn: Mia Berg", "    rolle: kontaktperson", "    telefon: 70 10 00 99"],
        ),
        (
            [
                "goal",
                "bolig",
                "Jeg vil bo selv",
                "handlinger=Jeg skriver mig op; Emil hjælper mig",
                "ansvarlige=jeg,Emil",
            ],
            [
                "  - område: bolig",
                "    mål: Jeg vil bo selv",
                "    handlinger: [Jeg skriver mig op, Emil hjælper mig]",
                "    ansvarlige: [jeg, Emil Vangsted]",
                '    fra_runde: "1"',
            ],
        ),
        (
            ["deltager", "Birgit", "Henrik"],
            ["    - person: Birgit Aagesen", "    - person: Henrik Dalsgaard Munk"],
        ),
        (
            ["measure", "Fritidspas", "start=i dag"],
            ["  - støtte: Fritidspas", "    start: 2026-02-24"],
        ),
        (
            ["plan.underskrifter", "Villads", "ung", "i dag"],
            [
                "underskrifter:",
                "  - navn: Villads Rosenkjær Holm",
                "    som: ung",
                "    dato: 2026-02-24",
            ],
        ),
        (
            ["mål[2].handlinger", "Jeg ringer, når det er svært"],
            ["      - Jeg ringer, når det er svært"],
        ),
        (["ønske", "Om bussen"], ["    - Om bussen"]),
        (
            ["netværk", "Moster", "kreds=familie", "nærhed=1"],
            ["  - navn: Moster", "    kreds: familie", '    nærhed: "1"'],
        ),
        (["forælder", "Ida Holm", "plejemor", "nej", "sag.ignoreret"], None),
    ],
)
def test_add_writes_whole_items(news, says, words, came):
    if came is None:
        assert "hører ikke til et felt" in says("add", CASE, *words, code=2)
        return
    assert sorted(news("add", CASE, *words)[1]) == sorted(came)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["underskrift", "Villads"], "samtykke.underskrifter eller plan.underskrifter"),
        (["goal", "bolig"], "Der mangler `mål`."),
        (["mål", "Jeg vil bo selv"], "Skriv først område og så mål. Område er fagligt, hverdag,"),
        (["person", "Ida Bech"], "Skriv navn og så rolle. Rolle er familierådgiver,"),
        (["mål", "bolog", "Jeg vil"], "Mente du `bolig`?"),
        (["mål[1].handlinger", " "], "Der står ikke noget."),
        (["deltager", "=x"], "Skriv fornavn og efternavn."),
        (["persn", "x"], "Mente du `person"),
        (["person", "x", "rolle=skole", "telefn=1"], "Mente du `telefon`?"),
        (["møde.dato", "x"], "er ikke en liste"),
    ],
)
def test_add_refuses_with_what_can_be_written(says, words, said):
    assert said in says("add", CASE, *words, code=2)


def test_values_in_another_order_go_where_only_they_can_be(news):
    _, came = news("add", CASE, "person", "mentor", "Ida Bech")
    assert came == ["  - navn: Ida Bech", "    rolle: mentor"]
    _, came = news("add", CASE, "mål", "Jeg vil bo selv", "bolig")
    assert came[:2] == ["  - område: bolig", "    mål: Jeg vil bo selv"]


@pytest.mark.parametrize(
    "route", ["forældre[1]", "personer", "personer[1]", "mål[1]", "møde", "mål[*]"]
)
def test_the_question_before_something_goes_is_one_line_and_tells_no_number(says, route):
    assert says("status")
    workspace = Workspace(Path.cwd())
    case = workspace.case(CASE)

    def work(editing):
        editing.remove(route)

    edited = edit(workspace, case, work, DAY, dry_run=True)
    question = report.question(edited)
    assert len(question) <= 72
    assert question.startswith("Fjern ")
    assert not re.search(r"\d{6}-?\d{4}", question)


def test_remove_says_who_is_named_elsewhere_and_asks(says, news):
    said = says("remove", CASE, "personer[Karsten]", code=2)
    assert "Karsten Bøgh står også 4 steder, som ikke bliver ændret:" in said
    assert "  møde.deltagere[8].person\n" in said
    assert "--yes" in said
    gone, _ = news("remove", CASE, "personer[Karsten]", "--yes")
    assert gone[0] == "  - navn: Karsten Bøgh"
    assert len(gone) == 6


def test_of_several_with_a_name_only_they_are_offered(says):
    says("add", CASE, "person", "Pia Søndervang", "skole", "email=pia@skole.example", code=0)
    said = says("remove", CASE, "personer[Pia]", code=2)
    hint = said.partition("Vælg et nummer: ")[2]
    assert hint.count("Pia Søndervang") == hint.count("[") == 2, said
    assert "pia@skole.example" in hint


def test_remove_leaves_neighbours_and_their_comments(news):
    gone, came = news("remove", CASE, "samtykke.underskrifter[2]", "--yes")
    assert [each.split(":")[0].strip("- ") for each in gone] == ["navn", "som", "dato", "omfatter"]
    assert gone[0] == "  - navn: Line Rosenkjær"
    assert came == []


def test_json(says):
    found = json.loads(says("set", CASE, "mål[2].nået=ja", "--format", "json"))
    assert found["written"] is True
    assert found["changes"] == [
        {
            "file": "plan",
            "route": ["mål", 1, "nået"],
            "field": "mål[2].nået",
            "before": None,
            "after": "ja",
        }
    ]
    assert json.loads(says("set", CASE, "mål[2].nået=ja", "--format", "json"))["written"] is False


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (["set", CASE, "møde.da"], "møde.dato="),
        (["set", CASE, "mål[2].nå"], "mål[2].nået="),
        (["set", CASE, "mål[2].nået="], "mål[2].nået=ja"),
        (["set", CASE, "mål[2].nået", "=", ""], "ja"),
        (["set", CASE, "møde.lokale=Pej"], "møde.lokale=Pejsestuen"),
        (["add", CASE, "samtykke.und"], "samtykke.underskrifter"),
        (["add", CASE, "modt"], "modtagere"),
        (["remove", CASE, "person"], "personer[1]"),
    ],
)
@pytest.mark.usefixtures("says")
def test_the_shell_completes_fields_and_words(whole, typed, found):
    line = " ".join(["samarbejde", *typed])
    done = whole(_SAMARBEJDE_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(len(typed)))
    assert done.returncode == 0
    assert found in done.stdout.decode().splitlines()


@pytest.mark.parametrize(
    "words",
    [
        ("set", CASE, "møde.lokale="),
        ("add", CASE, "ønsker", "En pause"),
        ("remove", CASE, "mål[1]"),
        ("sign", CASE, "--plan"),
    ],
)
def test_nothing_is_changed_beside_a_file_that_cannot_be_read(says, words):
    team = Path("sager") / CASE / "team.yaml"
    team.write_text("personer: [\n", "utf-8")
    before = {path: path.read_bytes() for path in team.parent.rglob("*.yaml")}
    screen = says(*words, code=1)
    assert "team.yaml" in screen
    assert {path: path.read_bytes() for path in team.parent.rglob("*.yaml")} == before


def test_the_file_that_is_no_yaml_is_named_with_the_command_that_tells_why(says):
    path = Path("sager") / CASE / "sag.yaml"
    path.write_text(path.read_text("utf-8") + "  : [\n", "utf-8")
    said = says("set", CASE, "ung.telefon=70 10 01 02", code=1)
    assert f"Filen sag.yaml i sagen {CASE} kan ikke læses." in said
    assert "SAM024" in says("validate", CASE, code=1)


def test_a_change_may_mend_the_file_that_cannot_be_read(says):
    team = Path("sager") / CASE / "team.yaml"
    text = team.read_text("utf-8")
    team.write_text(re.sub("(?m)^  privat: .*", "  privat: måske", text), "utf-8")
    says("set", CASE, "møde.lokale=", code=1)
    says("set", CASE, "den_unges_voksne.privat=ja")
    says("set", CASE, "møde.lokale=")


def test_an_added_signature_says_what_it_covers(says):
    says("add", CASE, "samtykke.underskrifter", "navn=Line Rosenkjær", "som=forældremyndighed",
         "dato=2026-02-20")  # fmt: skip
    text = (Path("sager") / CASE / "samtykke.yaml").read_text("utf-8")
    assert text.rstrip().splitlines()[-1].strip().startswith(("omfatter", "-"))
    assert "omfatter" in text.split("2026-02-20")[1]
