"""The leaflet is in plain language and on one sheet."""

import re

import pytest
from paper_case import OF_AGE, files, made, texts

from samarbejde_cli.files.pdf import find_converter, to_pdf

_LONG, _LIMIT = 6, 30


def lix(text):
    """Return the LIX of a text: words per sentence, and how many of a hundred words are long."""
    words = re.findall(r"[^\W\d_]+", text)
    sentences = [each for each in re.split(r"[.!?:]+|\n", text) if re.search(r"[^\W\d_]", each)]
    long = [word for word in words if len(word) > _LONG]
    return len(words) / len(sentences) + 100 * len(long) / len(words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du må gå. Jeg bliver her.", 3.0),
        ("Jeg har aldrig set en elefant.", 6 + 100 / 6),
        ("Sagsbehandling", 101.0),
    ],
)
def test_lix_is_counted_as_it_is_defined(text, expected):
    assert lix(text) == pytest.approx(expected)


@pytest.mark.parametrize("example", ["", OF_AGE])
def test_every_page_of_the_leaflet_is_easy_to_read(tmp_path, example):
    (text,) = texts(made(tmp_path, example, ["leaflet"])).values()
    text = re.sub(r"^\[(?:\w+ ?)+\] |^#+ ", "", text, flags=re.MULTILINE)
    assert lix(text) < _LIMIT


def test_only_the_youth_under_age_is_told_of_custody(tmp_path):
    minor = texts(made(tmp_path / "15", "", ["leaflet"]))
    adult = texts(made(tmp_path / "18", OF_AGE, ["leaflet"], reader="Silje Ravn"))
    assert "forældremyndigheden" in "".join(minor.values())
    assert "forældremyndigheden" not in "".join(adult.values())


@pytest.mark.skipif(find_converter() is None, reason="LibreOffice er ikke installeret")
def test_the_leaflet_is_one_sheet(tmp_path):
    long_name = (
        "# sag.yaml\nung: {navn: Alexandra Maria Charlotte Christiansen-Hammershøj Ravnsborg}\n"
    )
    produced = made(tmp_path, long_name, ["leaflet"])
    (pdf,) = to_pdf(produced.paths)
    assert b"/Count 2" in pdf.read_bytes()
    assert len(files(produced)) == 1


def test_only_a_meeting_that_is_to_come_is_told_with_time_and_place(tmp_path):
    (text,) = texts(made(tmp_path / "før", "", ["leaflet"])).values()
    assert "tirsdag den 3. marts 2026 kl. 9.00, Egen" in text
    past = "# runder/1.yaml\nformøde: {dato: 2026-02-01}\nmøde: {dato: 2026-02-03}\n"
    (text,) = texts(made(tmp_path / "efter", past, ["leaflet"])).values()
    assert "2026" not in text
    assert "når det er aftalt" in text


def test_the_interpreter_and_the_interviewer_are_told_of(tmp_path):
    example = "# sag.yaml\nung: {sprog: somali}\n# runder/1.yaml\nmøde: {interviewer: Maja Toft}\n"
    (text,) = texts(made(tmp_path, example, ["leaflet"])).values()
    assert "Der er en tolk med." in text
    assert "Maja Toft taler med dig" in text
