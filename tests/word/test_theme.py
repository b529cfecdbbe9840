"""The municipality's colour and font in a template."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from word_files import packed

from samarbejde_cli.profile.appearance import Look
from samarbejde_cli.shipped import shipped
from samarbejde_cli.word.opc.reading import read_package
from samarbejde_cli.word.theme import themed, tint

TEMPLATE = (shipped("templates") / "mål-og-aftaleskema.docx").read_bytes()


def with_theme(data, look):
    """The template as the engine gets it, packed again."""
    changed = read_package(data, "x.docx").changed(themed(look))
    return packed({name: part.data for name, part in changed.parts.items()})


def look(color="8a1538", font="Georgia"):
    return Look.model_validate({"farve": color, "skrift": font})


def part(data, name):
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_theme_gets_color_tint_and_font():
    theme = part(with_theme(TEMPLATE, look(font='Gill "Sans" & Co')), "word/theme/theme1.xml")
    assert '<a:accent1><a:srgbClr val="8A1538"/></a:accent1>' in theme
    assert '<a:accent2><a:srgbClr val="F3E8EB"/></a:accent2>' in theme
    assert theme.count("""<a:latin typeface="Gill &quot;Sans&quot; &amp; Co"/>""") == 2


def test_every_color_that_refers_to_the_theme_follows():
    styles = part(with_theme(TEMPLATE, look()), "word/styles.xml")
    accents = re.findall(r'w:(?:val|color)="([0-9A-F]{6})" w:themeColor="accent1"', styles)
    fills = re.findall(r'w:fill="([0-9A-F]{6})" w:themeFill="accent2"', styles)
    assert set(accents) == {"8A1538"}
    assert set(fills) == {"F3E8EB"}
    assert "595959" in styles, "a colour of its own stays"


def test_nothing_but_colors_and_font_changes():
    with ZipFile(BytesIO(TEMPLATE)) as old, ZipFile(BytesIO(with_theme(TEMPLATE, look()))) as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == [
        "word/document.xml",
        "word/styles.xml",
        "word/numbering.xml",
        "word/fontTable.xml",
        "word/theme/theme1.xml",
    ]


@pytest.mark.parametrize(
    ("font", "instead"),
    [("Calibri", "Carlito"), ("Arial", "Liberation Sans"), ("Georgia", "Gelasio"), ("Egen", None)],
)
def test_a_font_that_is_missing_has_one_as_wide_in_its_place(font, instead):
    fonts = part(with_theme(TEMPLATE, look(font=font)), "word/fontTable.xml")
    entry = re.search(rf'<w:font w:name="{font}">(.*?)</w:font>', fonts)[1]
    assert re.findall(r'<w:altName w:val="([^"]*)"', entry) == ([instead] if instead else [])


def test_the_look_that_a_template_has_already_changes_nothing():
    own = look("1F4E5F", "Calibri")
    with ZipFile(BytesIO(TEMPLATE)) as old, ZipFile(BytesIO(with_theme(TEMPLATE, own))) as new:
        assert all(old.read(name) == new.read(name) for name in old.namelist())


@pytest.mark.parametrize(
    ("color", "light"), [("000000", "E6E6E6"), ("FFFFFF", "FFFFFF"), ("1F4E5F", "E9EDEF")]
)
def test_tint_is_light(color, light):
    assert tint(color) == light
