"""The dialogue form: ticks, last time's answers, the change, and the spider web."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from paper_case import DAY, SECOND_ROUND, files, loaded, made, texts

from samarbejde_cli.case.round import Dialogue
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.documents.kinds.dialogue import AREAS, CHART_NAME, dialogue
from samarbejde_cli.profile.vocabulary import LifeArea
from samarbejde_cli.shipped import shipped
from samarbejde_cli.word import Series, fill_chart, remove_unused_charts
from samarbejde_cli.word.opc.zip_files import read_parts, write_parts

CHART = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SHEET = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
PART, BOOK = "word/charts/chart1.xml", "word/embeddings/tal.xlsx"
KEYS = [Dialogue.model_fields[area].alias for area in AREAS]


def filling(day, *scores):
    answers = [f"{key}: {score}" for key, score in zip(KEYS, scores, strict=True) if score]
    return f"  - {{dato: {day}, {', '.join(answers)}}}\n"


NONE = "# runder/1.yaml\ndialogskema: []\n"
LATER = SECOND_ROUND + "dialogskema:\n" + filling("2026-06-01", 4, 3, 2, 3, 3, 5, 4)
UNANSWERED = (
    "# runder/1.yaml\ndialogskema:\n"
    + filling("2026-02-10", 2, None, 3, 3, 2, 5, 5)
    + filling("2026-02-11", 3, 3, None, 3, 2, 5, 1)
)
THREE_ROUNDS_AGO = LATER.replace("runde: 2", "runde: 3") + "# runder/3.yaml\ndialogskema: []\n"


def context_of(folder, example):
    _, case, profile = loaded(folder, example)
    return dialogue(case, profile, None, DAY)


def parts_of(folder, example=""):
    (data,) = files(made(folder, example, ["dialogue"])).values()
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def series(parts):
    """The name and the numbers of each line that the chart shows."""
    root = etree.fromstring(parts[PART])
    return {
        "".join(line.xpath("c:tx//c:v/text()", namespaces=CHART)): {
            int(point.get("idx")): int(point[0].text)
            for point in line.xpath("c:val//c:pt", namespaces=CHART)
        }
        for line in root.iter(f"{{{CHART['c']}}}ser")
    }


def table(book):
    """The texts and numbers of a workbook, row by row."""
    with ZipFile(BytesIO(book)) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        shared = etree.fromstring(archive.read("xl/sharedStrings.xml"))
    texts = ["".join(text.itertext()) for text in shared]
    return [
        [texts[int(cell[0].text)] if cell.get("t") == "s" else cell[0].text for cell in row]
        for row in sheet.iter(f"{{{SHEET['s']}}}row")
    ]


def numbered(*scores):
    return {number: score for number, score in enumerate(scores) if score}


def test_first_filling_stands_against_the_latest(tmp_path):
    assert series(parts_of(tmp_path, LATER)) == {
        "Første gang, 10. februar 2026": numbered(2, 3, 3, 3, 2, 5, 5),
        "Senest, 1. juni 2026": numbered(4, 3, 2, 3, 3, 5, 4),
    }


def test_one_filling_is_one_line(tmp_path):
    found = series(parts_of(tmp_path))
    assert found == {"Første gang, 10. februar 2026": numbered(2, 3, 3, 3, 2, 5, 5)}


def test_no_filling_is_an_empty_form_without_any_chart(tmp_path):
    parts = parts_of(tmp_path, NONE)
    assert not [name for name in parts if "chart" in name or "embeddings" in name]
    assert b"chart" not in parts["[Content_Types].xml"]
    assert b"chart" not in parts["word/_rels/document.xml.rels"]
    (text,) = texts(made(tmp_path, NONE, ["dialogue"])).values()
    assert text.count("☐") == 35
    assert "☒" not in text
    assert "Sådan ser det ud" not in text


def test_an_area_that_was_not_answered_is_a_gap_not_a_zero(tmp_path):
    first, latest = series(parts_of(tmp_path, UNANSWERED)).values()
    assert first == numbered(2, None, 3, 3, 2, 5, 5)
    assert latest == numbered(3, 3, None, 3, 2, 5, 1)


def test_the_numbers_can_be_changed_in_word_they_stand_in_the_workbook_too(tmp_path):
    parts = parts_of(tmp_path, LATER)
    rows = table(parts[BOOK])
    assert rows[0] == ["Første gang, 10. februar 2026", "Senest, 1. juni 2026"]
    assert rows[1] == ["Skole og arbejde", "2", "4"]
    assert [row[1:] for row in rows[1:]] == [list(map(str, pair)) for pair in zip(
        (2, 3, 3, 3, 2, 5, 5), (4, 3, 2, 3, 3, 5, 4), strict=True
    )]  # fmt: skip
    formulas = etree.fromstring(parts[PART]).xpath("//c:ser[2]//c:f/text()", namespaces=CHART)
    assert formulas == ["Ark1!$C$1", "Ark1!$A$2:$A$8", "Ark1!$C$2:$C$8"]


def test_the_chart_knows_its_workbook(tmp_path):
    parts = parts_of(tmp_path)
    chart = etree.fromstring(parts[PART])
    key = chart.find("c:externalData", CHART).get(f"{RELATED}id")
    (relation,) = etree.fromstring(parts["word/charts/_rels/chart1.xml.rels"])
    assert (relation.get("Id"), relation.get("Target")) == (key, "../embeddings/tal.xlsx")
    assert b'Extension="xlsx"' in parts["[Content_Types].xml"]


def test_the_look_of_the_chart_is_the_template_s(tmp_path):
    own = tmp_path / "skabeloner" / "dialogskema.docx"
    own.parent.mkdir()
    parts = read_parts((shipped("templates") / own.name).read_bytes())
    parts[PART] = parts[PART].replace(
        b'<c:radarStyle val="marker"/>', b'<c:radarStyle val="filled"/>'
    )
    own.write_bytes(write_parts(parts))
    assert b'radarStyle val="filled"' in parts_of(tmp_path)[PART]


def filled(data, categories, *series):
    return read_parts(fill_chart(data, CHART_NAME, categories, series, "Et diagram"))


def test_a_workbook_that_word_had_put_in_the_template_is_replaced():
    template = (shipped("templates") / "dialogskema.docx").read_bytes()
    once = filled(template, ["a", "b"], Series("én", (1, 2)))
    renamed = {name.replace("tal.xlsx", "Ark.xlsx"): data for name, data in once.items()}
    rels = "word/charts/_rels/chart1.xml.rels"
    renamed[rels] = renamed[rels].replace(b"tal.xlsx", b"Ark.xlsx")
    twice = filled(write_parts(renamed), ["a", "b"], Series("to", (3, 4)))
    assert [name for name in twice if "embeddings" in name] == [BOOK]
    assert series(twice) == {"to": {0: 3, 1: 4}}


def test_a_chart_that_lost_its_name_in_libreoffice_is_filled_all_the_same(tmp_path):
    own = tmp_path / "skabeloner" / "dialogskema.docx"
    own.parent.mkdir()
    parts = read_parts((shipped("templates") / own.name).read_bytes())
    body = parts["word/document.xml"].decode()
    parts["word/document.xml"] = body.replace('name="Spindelvæv"', 'name="Object1"').encode()
    own.write_bytes(write_parts(parts))
    assert len(series(parts_of(tmp_path, LATER))) == 2


def test_a_template_without_a_theme_gets_a_workbook_without_one():
    parts = read_parts((shipped("templates") / "dialogskema.docx").read_bytes())
    rels = "word/_rels/document.xml.rels"
    parts[rels] = re.sub(rb'<Relationship Id="theme1"[^>]*/>', b"", parts[rels])
    book = filled(write_parts(parts), ["a"], Series("én", (1,)))[BOOK]
    assert table(book) == [["én"], ["a", "1"]]
    assert not any("theme" in name for name in read_parts(book))


def test_a_paper_without_the_chart_stays_as_it_is():
    data = (shipped("templates") / "vitalisering.docx").read_bytes()
    parts = read_parts(data)
    for result in (filled(data, ["a"], Series("én", (1,))), read_parts(remove_unused_charts(data))):
        assert set(result) == set(parts)
        assert result["word/document.xml"] == parts["word/document.xml"]


def test_the_chart_has_words_for_those_who_cannot_see_it(tmp_path):
    body = parts_of(tmp_path, LATER)["word/document.xml"].decode()
    about = re.search(r'name="Spindelvæv" descr="([^"]*)"', body)[1]
    assert about.startswith("Spindelvæv med syv områder fra 1 til 5. Første gang, 10. februar 2026")
    assert "Rusmidler 4" in about


def test_the_change_of_an_area_is_counted(tmp_path):
    web = context_of(tmp_path, LATER)["spindelvæv"]
    assert [area["forandring"] for area in web["områder"]] == [
        "Fremgang", "Status quo", "Tilbagegang", "Status quo", "Fremgang", "Status quo",
        "Tilbagegang",
    ]  # fmt: skip
    assert web["optælling"] == [
        "fremgang på 2 områder", "status quo på 3 områder", "tilbagegang på 2 områder",
    ]  # fmt: skip


def test_an_area_that_was_answered_once_has_not_changed(tmp_path):
    areas = context_of(tmp_path, UNANSWERED)["spindelvæv"]["områder"]
    assert [area["forandring"] for area in areas[:3]] == ["Fremgang", None, None]


@pytest.mark.parametrize(
    ("example", "now", "before"),
    [("", "2026-02-10", None), (LATER, "2026-06-01", "2026-02-10"), (NONE, None, None),
     (SECOND_ROUND, None, "2026-02-10"), (THREE_ROUNDS_AGO, None, "2026-06-01")],
)  # fmt: skip
def test_ticks_are_this_round_s_and_beside_them_stands_the_time_before(
    tmp_path, example, now, before
):
    found = context_of(tmp_path, example)
    days = [day and day.isoformat() for day in (found["udfyldt"], found["sidst_udfyldt"])]
    assert days == [now, before]
    ticked = [box.checked for area in found["svar"].values() for box in list(area.values())[:5]]
    assert any(ticked) is (now is not None)
    assert (found["svar"]["rusmidler"]["sidst"] is not None) is (before is not None)


def test_the_seven_areas_are_those_of_the_model():
    scores = [name for name in Dialogue.model_fields if name not in ("date", "indicators")]
    assert list(AREAS) == scores
    labels = {str(Dialogue.model_fields[name].alias): full for name, (full, _) in AREAS.items()}
    assert labels == {area.value: area.label for area in LifeArea}


def test_the_help_says_that_the_questions_are_not_the_national_ones():
    assert "ikke den nationale models" in KINDS["dialogue"].about
