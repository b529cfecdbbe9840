"""The templates that ship: made by their program, and kept to what all of them promise."""

import itertools
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from samarbejde_cli import word
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.documents.half_year import TEMPLATE as REPORT
from samarbejde_cli.documents.meeting_day import TEMPLATE as DAY_PAGE
from samarbejde_cli.documents.year_plan import TEMPLATE as YEAR
from samarbejde_cli.shipped import shipped

FOLDER = shipped("templates")
PROGRAMS = Path(__file__).parents[2] / "tools" / "templates"
NAMES = [*(name for kind in KINDS.values() for name in kind.templates()), DAY_PAGE, REPORT, YEAR]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data):
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The templates as the program writes them now, twice."""
    folders = [tmp_path_factory.mktemp("skabeloner") for _ in range(2)]
    for folder in folders:
        subprocess.run([sys.executable, "-B", PROGRAMS / "make_templates.py", folder], check=True)
    return folders


def test_the_program_and_the_files_agree(made):
    assert sorted(path.name for path in made[0].iterdir()) == sorted(NAMES)
    for name in NAMES:
        # the parts are compared, not the bytes: another zlib may deflate them otherwise
        assert parts((FOLDER / name).read_bytes()) == parts((made[0] / name).read_bytes()), (
            f"{name} differs: run python tools/templates/make_templates.py"
        )


def test_the_program_writes_the_same_bytes_again(made):
    for name in NAMES:
        assert (made[0] / name).read_bytes() == (made[1] / name).read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_template_has_no_mistakes(name):
    assert word.check((FOLDER / name).read_bytes(), name) == ()


@pytest.mark.parametrize("name", NAMES)
def test_template_is_on_a4_in_danish_with_page_numbers(name):
    found = parts((FOLDER / name).read_bytes())
    body = found["word/document.xml"].decode()
    wide, high = re.search(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"', body).groups()
    assert {int(wide), int(high)} == {11906, 16838}
    assert 'w:lang w:val="da-DK"' in found["word/styles.xml"].decode()
    footer = found["word/footer1.xml"].decode()
    if name == "pjece.docx":
        # a page of the folded sheet has no number of its own
        assert " PAGE " not in footer
        return
    assert " PAGE " in footer
    assert " NUMPAGES " in footer
    assert set(re.findall(r"\{\{ *([\w.]+)", footer)) == {"dokument.titel"}


@pytest.mark.parametrize("name", NAMES)
def test_styles_that_a_template_uses_are_there_and_headings_go_down_one_level_at_a_time(name):
    found = parts((FOLDER / name).read_bytes())
    styles = found["word/styles.xml"].decode()
    levels = dict(
        re.findall(r'w:styleId="(\w+)"(?:(?!</w:style>).)*?<w:outlineLvl w:val="(\d)"/>', styles)
    )
    known = set(re.findall(r'w:styleId="(\w+)"', styles))
    used = re.findall(r'<w:(?:p|tbl)Style w:val="(\w+)"', found["word/document.xml"].decode())
    assert set(used) <= known
    order = [int(levels[style]) for style in used if style in levels]
    on_cards = name in ("pjece.docx", "roller.docx")  # a folded sheet, and cards to cut out
    assert on_cards or order[0] == 0, "the title is the first heading"
    assert on_cards or all(level <= before + 1 for before, level in itertools.pairwise(order))


@pytest.mark.parametrize("name", NAMES)
def test_every_row_stays_whole_but_the_boxes_for_long_texts(name):
    rows = re.findall(
        r"<w:tr>.*?</w:tr>", parts((FOLDER / name).read_bytes())["word/document.xml"].decode()
    )
    splitting = [row for row in rows if "<w:cantSplit/>" not in row]
    is_box = [row.count("<w:tc>") == 1 and "plan." in row for row in splitting]
    # with whom and what stand side by side, however long the two lists are
    # and a text to copy is as long as it is
    is_text = name == "journaltekst.docx" or (name == "samtykke.docx" and len(splitting) == 1)
    assert all(is_box) or is_text


@pytest.mark.parametrize("name", NAMES)
def test_tables_with_columns_repeat_their_header_row(name):
    body = parts((FOLDER / name).read_bytes())["word/document.xml"].decode()
    tables = re.findall(r"<w:tbl>.*?</w:tbl>", body)
    without = ("underskriftsrækker", "linje in andre")
    with_loop = [
        table
        for table in tables
        if "{%tr for" in table and not any(part in table for part in without)
    ]
    assert all("<w:tblHeader/>" in table for table in with_loop)


@pytest.mark.parametrize("name", NAMES)
def test_laws_come_from_the_profile(name):
    text = word.dump((FOLDER / name).read_bytes())
    # the name of a column of the form is no law
    assert "§" not in text.replace("Jf. §", "")
    assert not re.search(r"\b(?:serviceloven|barnets lov|SEL|LAB)\b", text, re.IGNORECASE)


@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_of_the_handbook_stands_in_a_template(name):
    text = " ".join(word.dump((FOLDER / name).read_bytes()).split()).casefold()
    for sentence in HANDBOOK:
        assert sentence.casefold() not in text


HANDBOOK = (
    "har besluttet at øge fokus på unge",
    "der er relevante i et sådant team",
    "Dagsorden for mødet er vedlagt dette brev",
    "Mål- og aftaleskema udfyldes på mødet og udleveres",
    "bedes besvare et af nedenstående udsagn",
    "Ja, det vurderes relevant og jeg vil gerne deltage",
    "jeg har desværre ikke mulighed for at",
    "Nej, det vurderes ikke relevant at deltage",
    "Det er nu ved at være tid til",
    "Velkomst og gensidig præsentation",
    "Kort præsentation af",
    "Fagpersoners vurdering af",
    "Hvem har ansvaret for hvad til næste møde",
    "Hvordan forholder den unge sig til ovenstående",
)


def test_the_form_is_big_enough_for_a_projector():
    styles = parts((FOLDER / "mål-og-aftaleskema.docx").read_bytes())["word/styles.xml"].decode()
    in_header_and_footer = ("Header", "Footer", "Footerwide")
    for style, letters in re.findall(r'w:styleId="(\w+)".*?<w:rPr>(.*?)</w:rPr>', styles):
        size = re.search(r'<w:sz w:val="(\d+)"', letters)
        if size and style not in in_header_and_footer:
            assert int(size[1]) >= 24, style


def test_the_programs_need_nothing_but_python():
    source = "".join(path.read_text("utf-8") for path in PROGRAMS.glob("*.py"))
    own = {path.stem for path in PROGRAMS.glob("*.py")}
    imported = set(re.findall(r"^(?:from|import) (\w+)", source, re.MULTILINE))
    assert imported - own <= sys.stdlib_module_names


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.docx")))
def test_words_are_divided_in_tables_only(name):
    found = parts((FOLDER / name).read_bytes())
    assert "<w:autoHyphenation/>" in found["word/settings.xml"].decode()
    styles = found["word/styles.xml"].decode()
    for style, off in (("Normal", True), ("Tabeltekst", False), ("Lille", False)):
        looks = re.search(rf'w:styleId="{style}".*?</w:style>', styles)[0]
        assert ("<w:suppressAutoHyphens/>" in looks) is off
