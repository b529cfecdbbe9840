"""The half-year's report as files: the same bytes each time, valid, and readable by everybody."""

import re
import shutil
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from samarbejde_cli.actions.report import Wanted, report
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.figures.period import half_year
from samarbejde_cli.report.half_year import files

EXAMPLES = Path(__file__).parents[2] / "examples"
WANTED = Wanted(half_year(2025, 2), half_year(2025, 1), None, ("department",), 1)
TODAY = date(2026, 2, 24)


def made(least=1):
    wanted = Wanted(WANTED.period, WANTED.before, None, WANTED.breakdowns, least)
    return report(Workspace(EXAMPLES), wanted, TODAY)


@pytest.fixture(scope="module")
def written():
    return files(made(), ("xlsx", "csv", "json"))


def parts(data):
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_same_figures_give_the_same_bytes(written):
    assert files(made(), ("xlsx", "csv", "json")) == written


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


def test_nothing_hidden_is_in_any_part_of_a_file(written, tmp_path):
    shutil.copytree(EXAMPLES, tmp_path / "kommune")
    names = [
        word
        for path in (tmp_path / "kommune/sager").glob("*/sag.yaml")
        for word in re.search(r"navn: (.+)", path.read_text("utf-8"))[1].split()
    ]
    text = "".join(parts(written["halvårstal-2025H2.xlsx"]).values())
    assert not [name for name in names if re.search(rf"\b{name}\b", text)]
