"""After a name was changed the texts are told in which the old one still stands."""

import json
import shutil
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def says(run, tmp_path, monkeypatch):
    """Run a command in a copy of the examples that must succeed; return the screen."""
    shutil.copytree(EXAMPLES, tmp_path / "eksempler")
    monkeypatch.chdir(tmp_path / "eksempler")

    def says(*words):
        screen = run(*words, SAMARBEJDE_DAG="2026-02-24", COLUMNS="200")
        assert screen.code == 0, screen
        return screen.out

    return says


@pytest.mark.parametrize(
    ("values", "name", "places"),
    [
        (["ung.navn=Viktor Holm"], "Villads", ["team.yaml:16 personer[1].opgave"]),
        (["ung=Viktor Holm"], "Villads", ["runder/1.yaml:40 møde.formål"]),
        (["personer[Pia].navn=Lone Søndervang"], "Pia", ["plan.yaml:22 mål[1].handlinger[2]"]),
        (["ung.navn=Villads Holm"], "Villads", []),
        (["ung.navn=villads rosenkjær holm"], "Villads", []),
        (["ung.skole=Nordmarkskolen"], "Villads", []),
        (["ung.navn=Villads Rosenkjær Holm Dam"], "Villads", []),
        (["personer[Emil].navn=Line Vangsted", "personer[Line].navn=Ea Vangsted"], "Line", []),
    ],
)
@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_where_the_old_first_name_stands(says, values, name, places, more):
    said = says("set", "2026-001", *values, *more)
    assert (f"{name} står stadig i " in said) is bool(places)
    for each in places:
        assert f"  sager/2026-001/{each}\n" in said


def test_a_genitive_counts_and_a_longer_word_does_not(says):
    says("set", "2026-001", "møde.formål=At Villads' mor og Villadsens hund kommer")
    for gone in ("sag.visitation.begrundelse=En plan", "møde.deltagere[Rune].fordi="):
        says("set", "2026-001", gone)
    for number in (1, 2, 3, 5):
        says("set", "2026-001", f"personer[{number}].opgave=Følger Villadsen")
    found = json.loads(says("set", "2026-001", "ung.navn=Viktor Holm", "--format", "json"))
    assert found["references"] == ["møde.formål"]
