"""The consent: whose boxes are ticked, who signs, which text and which law stands in it."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from paper_case import DAY, OTHER_WORDS, UNDER_15, complete, files, loaded, made, pdfs, texts

from samarbejde_cli import word
from samarbejde_cli.documents.catalogue import KINDS, due
from samarbejde_cli.documents.kinds.consent import consent
from samarbejde_cli.files.pdf import find_converter

NAME = "runde-1-samtykke.docx"
SOON = "# sag.yaml\nung: {cpr: 720808-4322}\n"
GROWN = SOON + "# runder/1.yaml\nformøde: {dato: 2026-08-20}\n"
PARTLY = """\
# samtykke.yaml
modtagere:
  - {person: Birgit Kær}
  - {person: Karin Friis, trukket_tilbage: 2026-02-11}
"""
LATER_ROUND = "# sag.yaml\ntrin: formøde\nrunde: 2\n# runder/2.yaml\nformøde: {}\n"
OF_AGE_SINCE = """\
# sag.yaml
trin: formøde
runde: 2
ung: {cpr: 720808-4322}
# runder/2.yaml
formøde: {dato: 2026-08-20}
"""
UNSIGNED = "# samtykke.yaml\nunderskrifter: []\n"
NOTHING = "# samtykke.yaml\nfælles_skema: ''\nudveksling: ''\nunderskrifter: []\n"


def of(tmp_path, example="", day=DAY):
    _, case, profile = loaded(tmp_path, example)
    return consent(case, profile, None, day)


def ticks(context):
    return {line["navn"]: line["kryds"].checked for line in context["team"]}


def test_the_team_has_a_box_each_ticked_as_the_file_says(tmp_path):
    assert ticks(of(tmp_path)) == dict.fromkeys(
        ("Birgit Kær", "Jonas Berg", "Maja Toft", "Karin Friis"), True
    )
    assert ticks(of(tmp_path, PARTLY)) == {"Birgit Kær": True}
    assert of(tmp_path, PARTLY)["ikke_med"] == ["Jonas Berg", "Maja Toft"]
    unsigned = PARTLY + "underskrifter: []\n"
    assert ticks(of(tmp_path, unsigned)) == {
        "Birgit Kær": True, "Jonas Berg": False, "Maja Toft": False,
    }  # fmt: skip


def test_who_was_withdrawn_has_no_box_but_is_told(tmp_path):
    text = texts(made(tmp_path, PARTLY, ["consent"]))[NAME]
    assert "Karin Friis er ikke med. Trukket tilbage den 11. februar 2026." in text
    assert "Karin Friis" in ticks(of(tmp_path / "before", PARTLY, date(2026, 2, 10)))


def test_when_all_was_withdrawn_everybody_can_be_ticked_anew(tmp_path):
    gone = "# samtykke.yaml\ntilbagekaldt: {dato: 2026-02-11, af: Silje Ravn}\nunderskrifter: []\n"
    context = of(tmp_path, gone)
    assert set(ticks(context)) == {"Birgit Kær", "Jonas Berg", "Maja Toft", "Karin Friis"}
    assert not any(ticks(context).values())


def test_before_there_is_an_answer_no_box_is_ticked(tmp_path):
    context = of(tmp_path, NOTHING)
    assert not any(ticks(context).values())
    assert not any(
        box.checked
        for key in ("fælles_skema", "udveksling")
        for box in context["samtykke"][key].values()
    )


def test_boxes_can_be_ticked_in_word(tmp_path):
    data = files(made(tmp_path, UNSIGNED, ["consent"]))[NAME]
    with ZipFile(BytesIO(data)) as archive:
        body = archive.read("word/document.xml").decode()
    states = re.findall(r'<w14:checked w14:val="(\d)"', body)
    assert states.count("1") == 6
    assert len(states) > 20


def test_all_lines_of_the_form_are_there_by_a_person_or_by_themselves(tmp_path):
    context = of(tmp_path, UNSIGNED)
    others = [line[side]["tekst"] for line in context["andre"] for side in ("venstre", "højre")]
    assert "Læge" in others
    assert "Sagsbehandler, Social og Sundhed" in others
    assert "Den unges voksne" not in others
    # twenty lines of the form, four of them the team's
    assert len([text for text in others if text]) == 16


def test_what_is_signed_has_no_box_left_to_tick_afterwards(tmp_path):
    data = files(made(tmp_path, PARTLY, ["consent"]))[NAME]
    with ZipFile(BytesIO(data)) as archive:
        before, _slip = archive.read("word/document.xml").decode().split("Seddel: Jeg")
    assert re.findall(r'<w14:checked w14:val="(\d)"', before).count("0") == 2, "two times no"
    text = word.dump(data)
    assert "Der er skrevet under på 1 kryds ved personer" in text
    assert "Ikke med: Jonas Berg og Maja Toft" in text


def test_the_reader_is_told_how_the_data_are_used(tmp_path):
    text = texts(made(tmp_path, "", ["consent"]))[NAME]
    assert "Ansvarlig: Birkeby Kommune, Rådhuspladsen 1, 4999 Birkeby." in text
    for said in ("databeskyttelsesrådgiver", "Bliver gemt:", "Dine rettigheder:", "Datatilsynet"):
        assert said in text
    own = "# samarbejde.yaml\noplysningspligt: {dataansvarlig: Ungeforvaltningen, klage: Til os}\n"
    text = texts(made(tmp_path / "egne", own, ["consent"]))[NAME]
    assert "Ansvarlig: Ungeforvaltningen." in text
    assert "Klage: Til os." in text


@pytest.mark.skipif(find_converter() is None, reason="LibreOffice er ikke installeret")
def test_the_consent_is_one_sheet(tmp_path):
    papers = []
    for number, example in enumerate(("", UNSIGNED, UNDER_15 + UNSIGNED)):
        papers += complete(made(tmp_path / f"{number}", example, ["consent"])).paths
    assert [b"/Count 2" in each for each in pdfs(tmp_path, papers)] == [True] * 3


def test_lines_have_the_municipality_s_own_departments(tmp_path):
    text = texts(made(tmp_path, OTHER_WORDS + UNSIGNED, ["consent"]))[NAME]
    assert "Sagsbehandler, Familiehuset" in text


@pytest.mark.parametrize(
    ("example", "signers", "said"),
    [
        (UNDER_15, ["Silje Ravn", "Mette Ravn", "Henrik Ravn"], "Du er under 15 år"),
        ("", ["Silje Ravn", "Mette Ravn", "Henrik Ravn"], "fyldt 15 år, men ikke 18"),
        (GROWN, ["Silje Ravn"], "Du bestemmer selv"),
    ],
)
def test_age_decides_who_signs_and_what_is_said(tmp_path, example, signers, said):
    context = of(tmp_path, example)
    assert [line["navn"] for line in context["underskrifter"]] == signers
    text = texts(made(tmp_path, example, ["consent"]))[NAME]
    assert said in text
    others = (
        {"Du er under 15 år", "men ikke 18", "Du bestemmer selv"}
        - {part for part in ("men ikke 18",) if part in said}
        - {said}
    )
    assert not any(other in text for other in others)


def test_who_comes_of_age_before_the_pre_meeting_signs_alone(tmp_path):
    assert len(of(tmp_path, SOON)["underskrifter"]) == 3
    assert len(of(tmp_path, GROWN)["underskrifter"]) == 1


def test_a_consent_from_before_18_is_asked_for_anew_without_ticks(tmp_path):
    context = of(tmp_path, GROWN)
    assert context["skal_fornyes"]
    assert not any(ticks(context).values())
    assert context["underskrifter"][0]["dato"] is None


def test_custody_that_nobody_is_known_to_have_leaves_a_line_to_sign_on(tmp_path):
    example = "# sag.yaml\nforældre: []\n"
    assert [line["navn"] for line in of(tmp_path, example)["underskrifter"]] == ["Silje Ravn", ""]


def test_numbers_are_those_of_who_signs_and_no_others(tmp_path):
    found = set(re.findall(r"\d{6}-\d{4}", texts(made(tmp_path, "", ["consent"]))[NAME]))
    assert found == {"720810-4322", "710684-1238", "680781-2345"}
    grown = texts(made(tmp_path, GROWN, ["consent"]))[NAME]
    assert set(re.findall(r"\d{6}-\d{4}", grown)) == {"720808-4322"}


def test_a_parent_is_on_the_list_at_18_only_when_named(tmp_path):
    named = GROWN + "# samtykke.yaml\nmodtagere:\n  - {person: Mette Ravn}\n"
    assert "Mette Ravn" in ticks(of(tmp_path, named))
    assert "Mette Ravn" not in ticks(of(tmp_path, GROWN))


@pytest.mark.parametrize(
    ("reader", "number"),
    [("Silje Ravn", 1), ("Mette Ravn", 1), ("Anne Holm", 1), ("Karin Friis", 0)],
)
def test_only_those_who_sign_and_those_who_run_the_case_get_it(tmp_path, reader, number):
    assert len(files(made(tmp_path, "", ["consent"], reader=reader))) == number


def test_law_is_that_of_the_paper_s_own_day(tmp_path):
    then = texts(made(tmp_path / "da", "", ["consent"], day=date(2017, 9, 5)))[NAME]
    now = texts(made(tmp_path / "nu", "", ["consent"]))[NAME]
    assert "Persondataloven" in then
    assert "Databeskyttelsesforordningen" not in then
    assert "Databeskyttelsesforordningen" in now
    assert "Persondataloven" not in now


def test_the_slip_names_everybody_for_whom_it_can_be_taken_back(tmp_path):
    slip = texts(made(tmp_path, "", ["consent"]))[NAME].partition("# Seddel")[2]
    assert all(f"for {name}" in slip for name in ("Birgit Kær", "Jonas Berg", "Karin Friis"))
    assert "720810" not in slip


def test_a_withdrawn_consent_says_so(tmp_path):
    example = "# samtykke.yaml\ntilbagekaldt: {dato: 2026-02-11, af: Silje Ravn}\n"
    text = texts(made(tmp_path, example, ["consent"]))[NAME]
    assert "Samtykket er trukket tilbage den 11. februar 2026" in text
    assert not any(ticks(of(tmp_path, example)).values())


@pytest.mark.parametrize(
    ("example", "needed"),
    [
        ("# sag.yaml\ntrin: formøde\n", True),
        (LATER_ROUND, False),
        (f"{LATER_ROUND}# samtykke.yaml\nudveksling: nej\n", True),
        (OF_AGE_SINCE, True),
    ],
)
def test_a_later_round_needs_it_only_when_it_is_not_given(tmp_path, example, needed):
    _, case, profile = loaded(tmp_path, example)
    assert (KINDS["consent"] in due(case, profile, DAY)) is needed
