"""The cells of the goal form can be read back: each is a control named by its value's route."""

import re
import subprocess
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from example_case import found_at_step
from paper_case import LATER, MANY, OF_AGE, SECOND_ROUND, complete, files, loaded, made, pdfs

from samarbejde_cli import codes, word
from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.plan import Area, Plan
from samarbejde_cli.case.steps import Step
from samarbejde_cli.case.team import Team
from samarbejde_cli.files.pdf import find_converter
from samarbejde_cli.forms.outline import field_at

EMPTY = "…"
WHOSE = ("mine", "andres")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def form(folder, example=""):
    (data,) = files(complete(made(folder, example, ["goals"]))).values()
    return data


def body(data):
    return Document(BytesIO(data)).element.body


def controls(data):
    """The text of every named control, by its tag; several with one tag in a list."""
    found = {}
    for control in body(data).iter(f"{W}sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag")
        if tag is not None:
            lines = [
                "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
                for paragraph in control.iter(f"{W}p")
            ]
            found.setdefault(tag.get(f"{W}val"), []).append([line for line in lines if line])
    return found


def titles(data):
    """The title of every named control, by its tag."""
    found = (each.find(f"{W}sdtPr") for each in body(data).iter(f"{W}sdt"))
    named = (each for each in found if each.find(f"{W}tag") is not None)
    return {
        each.find(f"{W}tag").get(f"{W}val"): each.find(f"{W}alias").get(f"{W}val") for each in named
    }


def route(tag):
    """The route that a tag means, as a field of plan.yaml."""
    keys = re.sub(r"\[\d*\]", ".0", tag).removesuffix(".mine").removesuffix(".andres").split(".")
    return tuple(int(key) if key.isdigit() else key for key in keys)


def test_every_tag_is_a_route_of_the_plan_or_the_team(tmp_path):
    whole = re.compile(r"mål(\[\d*\])?|koordinator\..*")  # rows; what is changed elsewhere
    for tag in controls(form(tmp_path)):
        if not whole.fullmatch(tag):
            keys = route(re.sub(r"=\w+", "[1]", tag))
            assert field_at(Plan, keys) or field_at(Team, keys), tag


def test_a_control_holds_the_value_of_its_route(tmp_path):
    found = controls(form(tmp_path))
    _, case, _ = loaded(tmp_path)
    for number, goal in enumerate(case.plan.goals, 1):
        assert found[f"mål[{number}].mål"] == [[goal.goal]]
        assert found[f"mål[{number}].delmål"] == [goal.steps or [EMPTY]]
        mine, others = (found[f"mål[{number}].handlinger.{whose}"][0] for whose in WHOSE)
        assert sorted(line for line in mine + others if line != EMPTY) == sorted(goal.actions)
        assert len(found[f"mål[{number}].ansvarlige"][0]) == len(goal.responsible)
    assert found["sagsresumé"] == [[case.plan.summary]]
    assert found["køreplan.næste_gang"] == [["tirsdag den 16. juni 2026"]]


def test_the_day_that_the_rule_asks_for_is_not_taken_from_elsewhere(tmp_path):
    example = "# plan.yaml\nkøreplan: {næste_gang: ''}\n"
    assert codes.NEXT_FOLLOW_UP_MISSING in {
        each.rule.code for each in found_at_step(tmp_path, example, Step.MEETING)
    }
    assert load_case(tmp_path / "sager/2026-001").round.follow_up.next_meeting
    assert controls(form(tmp_path, example))["køreplan.næste_gang"] != [
        ["tirsdag den 16. juni 2026"]
    ]


@pytest.mark.parametrize(
    ("action", "whose"),
    [
        ("Jeg møder kl. 8", "mine"),
        ("I morgen ringer jeg til skolen", "mine"),
        ("Mor og jeg laver en plan", "mine"),
        ("Vi mødes hver mandag", "mine"),
        ("Når jeg er træt, siger jeg det", "mine"),
        ("Karin viser mig, hvordan jeg gør", "andres"),
        ("Skolen ringer til mig, hvis jeg ikke møder", "andres"),
        ("Mentoren følger mig", "andres"),
    ],
)
def test_what_i_do_stands_apart_from_what_others_do(tmp_path, action, whose):
    goal = f"# plan.yaml\nmål:\n  - {{område: bolig, mål: Jeg bor, handlinger: ['{action}']}}\n"
    found = controls(form(tmp_path, goal))
    for each in WHOSE:
        assert found[f"mål[1].handlinger.{each}"] == [[action if each == whose else EMPTY]]


def test_there_is_a_line_for_a_new_goal_with_all_areas_to_choose_from(tmp_path):
    data = form(tmp_path)
    assert controls(data)["mål[].mål"] == [[EMPTY]]
    (area,) = (s for s in body(data).iter(f"{W}sdt") if tag_of(s) == "mål[].område")
    items = [item.get(f"{W}value") for item in area.iter(f"{W}listItem")]
    assert items == [each.label for each in Area]
    nothing = controls(form(tmp_path / "tom", "# plan.yaml\nmål: []\n"))
    assert nothing["mål[].mål"] == [[EMPTY]] * 2


def test_an_empty_control_is_a_placeholder_and_a_filled_one_is_not(tmp_path):
    for control in body(form(tmp_path)).iter(f"{W}sdt"):
        text = "".join(t.text or "" for t in control.iter(f"{W}t"))
        assert (control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None) is (text == EMPTY)


def tag_of(control):
    tag = control.find(f"{W}sdtPr/{W}tag")
    return None if tag is None else tag.get(f"{W}val")


def test_the_rows_of_goals_are_a_repeating_section(tmp_path):
    sections = [s for s in body(form(tmp_path)).iter(f"{W}sdt") if is_a(s, "repeatingSection")]
    assert len(sections) == 2
    for section, rows in zip(sections, (2, 2), strict=True):
        items = section.find(f"{W}sdtContent").findall(f"{W}sdt")
        assert len(items) == rows
        assert all(is_a(item, "repeatingSectionItem") for item in items)
        assert all(len(item.find(f"{W}sdtContent").findall(f"{W}tr")) == 1 for item in items)


def is_a(control, kind):
    return control.find(f"{W}sdtPr/{W15}{kind}") is not None


@pytest.mark.skipif(find_converter() is None, reason="LibreOffice er ikke installeret")
def test_a_copy_that_libreoffice_saved_keeps_the_titles(tmp_path):
    path = tmp_path / "skema.docx"
    path.write_bytes(form(tmp_path))
    profile = f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}"
    subprocess.run(
        [find_converter(), profile, "--headless", "--convert-to", "docx", "--outdir",
         tmp_path / "kopi", path], check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    with ZipFile(tmp_path / "kopi" / path.name) as archive:
        copied = archive.read("word/document.xml").decode()
    kept = set(re.findall(r'<w:(?:alias|tag) w:val="([^"]*)"', copied))
    lost = {tag for tag, title in titles(path.read_bytes()).items() if title not in kept}
    # a control around check boxes or around a row goes; what is in it stays in its place
    # and a list to choose from becomes loose text
    value = re.compile(r".*(?:nået|udarbejdet|område)|mål(?:\[\d*\])?")
    assert {tag for tag in lost if not value.fullmatch(tag)} == set()


def test_open_goals_of_an_earlier_round_are_marked(tmp_path):
    done = """\
# plan.yaml
mål:
  - {område: fagligt, mål: Jeg vil i skole, fra_runde: 1, nået: ja}
  - {område: bolig, mål: Jeg vil bo selv, fra_runde: 1}
  - {område: økonomi, mål: Jeg vil spare op, fra_runde: 2}
"""
    data = form(tmp_path, SECOND_ROUND + done)
    text = "|".join(
        "".join(t.text or "" for t in p.iter(f"{W}t")) for p in body(data).iter(f"{W}p")
    )
    assert text.count("fra møde 1") == 1
    assert "Bolig · fra møde 1|Jeg vil bo selv" in text
    assert "DET ER LYKKEDES|Jeg vil i skole" in text


def test_a_goal_that_was_not_reached_is_still_open(tmp_path):
    missed = "# plan.yaml\nmål:\n  - {område: bolig, mål: Jeg bor, fra_runde: 1, nået: nej}\n"
    data = form(tmp_path, SECOND_ROUND + missed)
    text = word.dump(data)
    assert "DET ER LYKKEDES" not in text
    assert "Bolig · fra møde 1" in text


def signing(data):
    """The table of signatures: the last one in which the youth stands first."""
    tables = [table for table in Document(BytesIO(data)).tables if len(table.columns) == 6]
    return tables[-1]


@pytest.mark.parametrize(("example", "columns"), [("", 6), (MANY, 6)])
def test_everybody_who_signs_has_one_place(tmp_path, example, columns):
    table = signing(form(tmp_path, example))
    assert len(table.columns) == columns
    text = " ".join(cell.text for row in table.rows for cell in row.cells)
    names = [f"Person Nummer{n}" for n in range(12)] if example else ["Karin Friis", "Jonas Berg"]
    for name in ("Silje Ravn", "Mette Ravn", "Peter Skovmand", "Anne Holm", *names):
        assert len(re.findall(rf"{name}\b", text)) == 1, name


@pytest.mark.parametrize(("example", "kept"), [("", 3), (MANY, 6)])
def test_the_last_signatures_stay_on_one_page(tmp_path, example, kept):
    table = signing(form(tmp_path, example))
    keeping = [
        all(p.paragraph_format.keep_with_next for c in row.cells for p in c.paragraphs)
        for row in table.rows
    ]
    assert keeping == [False] * (len(keeping) - kept) + [True] * kept


OLD = "# sag.yaml\nung: {cpr: 720890-4322}\n"
NO_PASSAGE = "# plan.yaml\novergang_til_voksenlivet: ''\n"


@pytest.mark.parametrize(
    ("example", "asked"),
    [
        ("", True),
        (NO_PASSAGE, True),
        (OF_AGE + LATER + NO_PASSAGE, True),
        (OLD, True),
        (OLD + NO_PASSAGE, False),
        (NO_PASSAGE + "# samarbejde.yaml\nplan: {overgang_skjules_fra_år: 15}\n", False),
    ],
)
def test_the_passage_to_adult_life_is_asked_about_until_an_age_of_the_profile(
    tmp_path, example, asked
):
    tags = controls(form(tmp_path, example))
    assert ("overgang_til_voksenlivet" in tags) is asked


FIVE = """\
# plan.yaml
mål:
  - område: fagligt
    mål: Jeg skal bestå alle fag på 1. år af HF
    handlinger: [Jeg går i lektiecafé tirsdag og torsdag, Karin siger til, hvis jeg mangler]
    ansvarlige: [jeg, Karin Friis]
    frist: 2026-10-26
    fra_runde: 1
  - område: hverdag
    mål: Jeg vil kunne lave aftensmad og vaske tøj til mig selv hele ugen
    delmål: [Jeg laver mad to gange om ugen inden jul]
    handlinger: [Birgit lærer mig at lægge en madplan]
    ansvarlige: [jeg, Birgit Kær]
    fra_runde: 1
  - område: netværk
    mål: Jeg vil begynde til håndbold igen
    handlinger: [Jeg ser med fra bænken de første gange]
    ansvarlige: [jeg]
    fra_runde: 1
  - område: bolig
    mål: Jeg skal stå på venteliste til en ungdomsbolig
    handlinger: [Maja viser mig, hvordan jeg skriver mig op]
    ansvarlige: [Maja Toft, jeg]
    fra_runde: 1
    nået: ja
    årsag: Jeg står på tre lister nu
  - område: familie
    mål: Jeg vil spise hos min mor hver søndag
    handlinger: [Jeg ringer til mor fredag]
    ansvarlige: [jeg]
    frist: 2026-09-01
sendes_til: [Karin Friis]
"""


@pytest.mark.skipif(find_converter() is None, reason="LibreOffice er ikke installeret")
def test_the_plan_with_five_goals_is_two_pages(tmp_path):
    papers = []
    for number, example in enumerate((FIVE, SECOND_ROUND + FIVE)):
        papers += made(tmp_path / f"{number}", example, ["goals"], reader="Karin Friis").paths
    assert [b"/Count 2" in each for each in pdfs(tmp_path, papers)] == [True] * 2
