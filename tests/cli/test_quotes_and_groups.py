"""Quotation marks that a shell passes on, and groups of fields that are set as one."""

import json
import shutil
from pathlib import Path

import pytest

from samarbejde_cli.case.case import load_case

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def says(run, tmp_path, monkeypatch):
    """Run a command in a copy of the examples; return the screen."""
    shutil.copytree(EXAMPLES, tmp_path / "eksempler")
    monkeypatch.chdir(tmp_path / "eksempler")

    def says(*words, code=0):
        screen = run(*words, SAMARBEJDE_DAG="2026-02-24", COLUMNS="200")
        assert screen.code == code, screen
        return screen.out + screen.err

    return says


@pytest.mark.parametrize(
    "word",
    [
        "'møde.lokale=Pejsestuen'",
        '"møde.lokale=Pejsestuen"',
        'møde.lokale="Pejsestuen"',
        "møde.lokale='Pejsestuen'",
        "“møde.lokale=Pejsestuen”",
        "møde.lokale=”Pejsestuen”",
    ],
)
def test_quotation_marks_around_it_are_no_part_of_it(says, word):
    says("set", "2026-001", word)
    assert load_case(Path("sager/2026-001")).round.meeting.room == "Pejsestuen"


def test_a_text_keeps_its_quotation_marks(says):
    says("set", "2026-001", 'møde.formål="Kom nu" er temaet')
    assert load_case(Path("sager/2026-001")).round.meeting.purpose == '"Kom nu" er temaet'


def test_a_word_of_a_quotation_is_told(says):
    said = says("set", "2026-001", "'møde.dato=3.", "marts'", code=2)
    assert "Brug de dobbelte om det hele" in said


def test_add_without_values_says_which_there_are(says):
    assert "Skriv område=… mål=… og måske " in says("add", "2026-001", "mål", code=2)


def test_of_a_group_only_what_is_set_is_told(says):
    assert says("set", "2026-001", "møde=3/3").startswith("Det står der allerede")
    said = json.loads(says("set", "2026-001", "møde=10/3", "--format", "json"))
    assert [(each["before"], each["after"]) for each in said["changes"]] == [
        ({"dato": "2026-03-03"}, {"dato": "2026-03-10"})
    ]
