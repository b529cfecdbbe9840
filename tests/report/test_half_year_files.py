"""The half-year's report as files: the same bytes each time, valid, and readable by everybody."""

import re
import shutil
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from samarbejde_cli import word
from samarbejde_cli.actions.report import Wanted, report
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.figures.period import half_year
from samarbejde_cli.report.half_year import FORMS, files

EXAMPLES = Path(__file__).parents[2] / "examples"
WANTED = Wanted(half_year(2025, 2), half_year(2025, 1), None, ("department",), 1)
TODAY = date(2026, 2, 24)


def made(least=1):
    wanted = Wanted(WANTED.period, WANTED.before, None, WANTED.breakdowns, least)
    return report(Workspace(EXAMPLES), wanted, TODAY)


@pytest.fixture(scope="module")
def written():
    return files(made(), FORMS, EXAMPLES)


def parts(data):
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_same_figures_give_the_same_bytes(written):
    assert files(made(), FORMS, EXAMPLES) == written


def test_the_workbook_is_valid(written, tmp_path):
    audit = pytest.importorskip("openxml_audit", reason="the validator is not installed")
    path = tmp_path / "tal.xlsx"
    path.write_bytes(written["halvårstal-2025H2.xlsx"])
    assert audit.OpenXmlValidator(max_errors=0).validate(str(path)).errors == []


def test_the_workbook_has_tables_filters_frozen_heads_and_described_charts(written):
    book = parts(written["halvårstal-2025H2.xlsx"])
    sheets = {name: text for name, text in book.items() if name.startswith("xl/worksheets/sheet")}
    names = re.findall(r'<sheet name="([^"]+)"', book["xl/workbook.xml"])
    assert names[:3] == ["Overblik", "Alle tal", "4.1 Alder ved start"]
    assert len(names) == len(set(names)) == len(sheets)
    assert book["xl/tables/table1.xml"].count("<tableColumn ") == 14
    assert all('state="frozen"' in text for name, text in sheets.items() if "sheet1." not in name)
    assert sum("<autoFilter" in text for text in sheets.values()) >= 20
    drawings = [text for name, text in book.items() if name.startswith("xl/drawings/drawing")]
    assert len(drawings) >= 15
    assert all(re.search(r'descr="[^"]{20,}"', text) for text in drawings)
    assert "2. halvår 2025" in book["xl/sharedStrings.xml"]


def test_the_word_report_is_valid_and_its_charts_agree_with_their_tables(written, tmp_path):
    audit = pytest.importorskip("openxml_audit", reason="the validator is not installed")
    path = tmp_path / "tal.docx"
    path.write_bytes(written["halvårstal-2025H2.docx"])
    assert audit.OpenXmlValidator(max_errors=0).validate(str(path)).errors == []
    with ZipFile(path) as archive:
        names = [x for x in archive.namelist() if x.startswith("word/charts/figur")]
        charts = [archive.read(x).decode() for x in names if x.endswith(".xml")]
        body = archive.read("word/document.xml").decode()
        books = [x for x in archive.namelist() if x.startswith("word/embeddings/")]
    described = re.findall(r'<wp:docPr id="(\d+)" name="([^"]+)" descr="([^"]+)"', body)
    own = [each for each in described if each[0].startswith("1000")]
    assert len(own) == len(charts) == len(books) > 10
    assert len({number for number, _, _ in own}) == len(own)
    assert all(told.startswith(name) and re.search(r"\d", told) for _, name, told in own)
    several = [chart for chart in charts if chart.count("<c:ser>") > 1]
    assert several
    assert all("pattFill" in chart or "prstDash" in chart for chart in several), "black and white"
    assert "word/charts/chart1.xml" not in names


def test_the_word_report_says_what_is_shown_and_no_more(written):
    text = word.dump(written["halvårstal-2025H2.docx"])
    assert "2. halvår 2025, sammenlignet med 1. halvår 2025" in text
    assert "1 af 1 unge er gået frem i mindst ét af de syv livsområder." in text
    assert "Hovedtal efter afdeling" in text
    assert "Tabel 4.1. Den unges alder" in text


def test_the_word_report_does_not_speak_of_the_program(written):
    text = word.dump(written["halvårstal-2025H2.docx"])
    found = re.findall(r"\S+\.ya?ml|SAM\d{3}|\brunde\w*|`|\b[a-zæøå]+_[a-zæøå]+\b", text)
    assert not found


def test_a_report_of_which_most_is_hidden_says_so():
    found = made(least=2)
    text = word.dump(files(found, ("docx",), EXAMPLES)["halvårstal-2025H2.docx"])
    assert f"{found.hidden} tal er skjult: de er om færre end 2 personer" in text
    assert "skjult" in text.replace("tal er skjult", "")


def test_nothing_hidden_is_in_any_part_of_a_file(written, tmp_path):
    shutil.copytree(EXAMPLES, tmp_path / "kommune")
    names = [
        word
        for path in (tmp_path / "kommune/sager").glob("*/sag.yaml")
        for word in re.search(r"navn: (.+)", path.read_text("utf-8"))[1].split()
    ]
    text = "".join(parts(written["halvårstal-2025H2.xlsx"]).values())
    text += word.dump(written["halvårstal-2025H2.docx"])
    assert not [name for name in names if re.search(rf"\b{name}\b", text)]
