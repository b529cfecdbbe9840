"""A municipality is shown its own sources and the laws, never another's handbook."""

import json
import re

import pytest
from example_case import build

from samarbejde_cli.__main__ import main
from samarbejde_cli.deadlines.table import DEADLINES
from samarbejde_cli.profile.load import shipped_names
from samarbejde_cli.profile.sources import MODEL, cited
from samarbejde_cli.rules.engine.registry import all_rules

SOURCES = sorted({each.source for each in (*all_rules().values(), *DEADLINES) if each.source})
OTHERS = {
    "soroe-unge": "ti kommuner|middelfart|voksne",
    "soroe-voksne": "ti kommuner|middelfart",
    "middelfart": "metodehåndbog|bilag|ti kommuner|artiklen",
    "national": "metodehåndbog|bilag|middelfart|artiklen",
}
"""For each way of working, what belongs to the others only."""


def test_every_way_of_working_is_here():
    assert set(OTHERS) == set(shipped_names())


@pytest.mark.parametrize("base", OTHERS)
def test_no_source_of_another_way_of_working_is_cited(base):
    for source in SOURCES:
        shown = cited(source, base)
        assert shown, source
        assert not re.search(OTHERS[base], shown.lower()), (source, shown)


@pytest.mark.parametrize(
    ("base", "source", "shown"),
    [
        ("middelfart", "Metodehåndbog 4.1; ti kommuner 3.1; Middelfart, kerneelement 3",
         "Middelfart, kerneelement 3"),
        ("national", "Metodehåndbog 4.1; ti kommuner 3.1; Middelfart, kerneelement 3",
         "Ti kommuner 3.1"),
        ("national", "Vejledning 9330/2019 pkt. 116-117; Metodehåndbog Bilag 6",
         "Vejledning 9330/2019 pkt. 116-117"),
        ("soroe-voksne", "Metodehåndbog 4.3 og Bilag 6", "Metodehåndbog 4.3 og Bilag 6"),
        ("middelfart", "Metodehåndbog 4.3 og Bilag 6", MODEL),
        ("middelfart", "Barnets lov §§ 108-109", "Barnets lov §§ 108-109"),
        ("middelfart", "", ""),
    ],
)  # fmt: skip
def test_the_parts_that_fit_are_kept(base, source, shown):
    assert cited(source, base) == shown


@pytest.mark.parametrize("base", OTHERS)
def test_todo_and_explain_cite_the_sources_of_the_profile(tmp_path, monkeypatch, capsys, base):
    build(tmp_path, f"# samarbejde.yaml\nprofil: {base}\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-03-17")
    assert main(["todo", "--until", "2028-12-31", "--format", "json"]) == 0
    tasks = json.loads(capsys.readouterr().out)["tasks"]
    assert tasks
    assert not [each for each in tasks if re.search(OTHERS[base], each["source"].lower())]
    assert main(["explain", "SAM622"]) == 0
    source = re.search(r"Kilde: (.*)", capsys.readouterr().out)[1]
    assert source
    assert not re.search(OTHERS[base], source.lower())


def test_outside_a_workspace_all_sources_are_named(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["explain", "SAM622"]) == 0
    assert f"Kilde: {all_rules()['SAM622'].source}" in capsys.readouterr().out
