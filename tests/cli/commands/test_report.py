"""``samarbejde report``: the half-year's figures on the real command line."""

import csv
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[3] / "examples"
TODAY = {"SAMARBEJDE_DAG": "2026-02-24"}


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    folder = tmp_path / "kommune"
    shutil.copytree(EXAMPLES, folder, ignore=shutil.ignore_patterns("dokumenter"))
    monkeypatch.chdir(folder)
    return folder


def read(folder, name):
    return json.loads((folder / "dokumenter" / name).read_text("utf-8"))


def figure(document, key):
    return next(each for each in document["figures"] if each["key"] == key)


def counts(document, key, item="", period="now"):
    rows = figure(document, key)["rows"]
    row = next(x for x in rows if (x["item"], x["group"], x["period"]) == (item, None, period))
    return {x["answer"]: x["count"] for x in row["answers"] if x["count"] != 0}


def test_the_figures_of_the_examples(run, workspace):
    done = run("report", "--min", "1", "--compare", "2025H1", "--by", "department", **TODAY)
    assert (done.code, done.err) == (0, "")
    assert "4 unge var med i modellen i 2. halvår 2025." in done.out
    assert "På 4 af 4 møder var den unge selv med." in done.out
    document = read(workspace, "halvårstal-2025H2.json")
    assert (document["version"], document["persons"], document["suppressed"]) == (1, 4, 0)
    assert counts(document, "uddannelse-nu") == {"Erhvervsuddannelse": 1}
    assert counts(document, "uddannelse-nu", period="before") == {"Ikke i uddannelse": 1}
    assert counts(document, "unge-i-perioden") == {
        "Startet i perioden": 3,
        "Afsluttet i perioden": 1,
    }


def test_csv_opens_in_danish_excel(run, workspace):
    run("report", "--min", "1", "--format", "csv", **TODAY)
    data = (workspace / "dokumenter/halvårstal-2025H2.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfKapitel;Kilde;Figur;")
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines(), delimiter=";"))
    forward = next(x for x in rows if x["Figur"].startswith("Fremgang i") and x["Svar"] == "Ja")
    assert (forward["Antal"], forward["Procent"], forward["n"]) == ("1", "100,0", "1")
    average = next(x for x in rows if x["Linje"] == "Kriminalitet" and x["Gennemsnit"])
    assert average["Gennemsnit"] == "4,5"


def test_what_was_known_then_is_told_again_later(run, workspace):
    run(
        "report", "--period", "2025H1", "--min", "1", "--output", "før", SAMARBEJDE_DAG="2025-07-01"
    )
    run("report", "--period", "2025H1", "--min", "1", "--output", "nu", **TODAY)
    name = "halvårstal-2025H1.json"
    assert (workspace / "før" / name).read_bytes() == (workspace / "nu" / name).read_bytes()
    assert counts(json.loads((workspace / "nu" / name).read_text("utf-8")), "uddannelse-nu") == {
        "Ikke i uddannelse": 1
    }


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (("--period", "2020H1"), "Ingen unge var med i perioden 1. halvår 2020", 1),
        (("--period", "1. halvår 2020"), "Ingen unge var med i perioden 1. halvår 2020", 1),
        (("--period", "2020-H2"), "Ingen unge var med i perioden 2. halvår 2020", 1),
        ((), "Alle tal er om færre end 5 personer og må ikke vises", 1),
        (("--period", "2027H1"), "Perioden 1. halvår 2027 er ikke begyndt endnu", 2),
        (("--compare", "2025-12-01..2026-01-31"), "overlapper", 2),
        (("--period", "2025-12-01..2025-11-01"), "slutter, før den begynder", 2),
        (("--period", "forår"), "er ikke en periode", 2),
        (("--by", "skool"), "Mente du `school`?", 2),
        (("--by", "department", "--by", "coordinator"), "kan ikke vises i samme rapport", 2),
    ],
)
def test_nothing_to_show_is_a_sentence_and_no_empty_table(run, workspace, arguments, said, code):
    done = run("report", *arguments, **TODAY)
    assert done.code == code
    assert said in done.err
    assert not (workspace / "dokumenter").exists()


def test_a_case_that_cannot_be_read_is_missing_where_it_is_needed(run, workspace):
    round_file = workspace / "sager/2025-009/runder/1.yaml"
    round_file.write_text(round_file.read_text("utf-8") + "\nmøde: [", "utf-8")
    done = run("report", "--min", "1", **TODAY)
    assert done.code == 0
    assert "Noget kunne ikke læses i 2025-009." in done.err
    document = read(workspace, "halvårstal-2025H2.json")
    assert figure(document, "inddragelse")["missing_cases"] == 1
    assert figure(document, "alder-ved-start")["missing_cases"] == 0
    assert "mangler i Figur 6.2: Inddragelse af den unge." in done.out


def test_nobody_is_named(run, workspace):
    run("report", "--min", "1", "--by", "school", "--by", "coordinator", **TODAY)
    text = "".join(x.read_text("utf-8") for x in (workspace / "dokumenter").glob("halvårs*[vn]"))
    for case in (workspace / "sager").iterdir():
        youth = (case / "sag.yaml").read_text("utf-8")
        assert re.search(r"cpr: (\S+)", youth)[1] not in text
        for word in re.search(r"navn: (.+)", youth)[1].split():
            assert word not in text
        assert case.name not in text


def test_a_pseudonymised_copy_has_the_same_figures(run, workspace, tmp_path):
    refused = run("export", "--output", str(tmp_path / "kopi"), **TODAY)
    assert (refused.code, "--pseudonymised" in refused.err) == (2, True)
    done = run("export", "--pseudonymised", "--output", str(tmp_path / "kopi"), **TODAY)
    assert (done.code, done.err) == (0, "")
    assert "kopi med 8 sager" in done.out
    period = ("--period", "2024-01-01..2026-02-24", "--min", "1", "--format", "json")
    run("report", *period, **TODAY)
    run("report", *period, "--workspace", str(tmp_path / "kopi"), **TODAY)
    name = "halvårstal-2024-01-01_2026-02-24.json"
    mine, other = read(workspace, name), read(tmp_path / "kopi", name)
    for key in ("alder-ved-start", "udvikling", "svar", "inddragelse", "livsområder-nu"):
        assert figure(mine, key)["rows"] == figure(other, key)["rows"], key


def git(folder, day, *words):
    """Run git in a folder as somebody on a day."""
    roles = ("AUTHOR", "COMMITTER")
    who = {f"GIT_{role}_{what}": "x" for role in roles for what in ("NAME", "EMAIL")}
    when = {f"GIT_{role}_DATE": f"{day}T12:00" for role in roles}
    command = ["git", "-C", str(folder), *words]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | who | when)


def test_out_of_git_when_asked(run, workspace):
    refused = run("report", "--from-git", "--min", "1", **TODAY)
    assert refused.code == 1
    assert "Git har ingen sager fra den 31. december 2025" in refused.err
    git(workspace, "2025-12-30", "init")
    git(workspace, "2025-12-30", "add", "-A")
    git(workspace, "2025-12-30", "commit", "-m", "sager")
    report = ("report", "--min", "1", "--format", "json", "--output")
    run(*report, "før", **TODAY)
    shutil.rmtree(workspace / "sager/2025-009")
    git(workspace, "2026-01-15", "add", "-A")
    git(workspace, "2026-01-15", "commit", "-m", "slettet")
    done = run(*report, "nu", "--from-git", **TODAY)
    assert (done.code, done.err) == (0, "")
    name = "halvårstal-2025H2.json"
    assert (workspace / "nu" / name).read_bytes() == (workspace / "før" / name).read_bytes()
    assert not list(workspace.glob(".samarbejde-*"))


def test_a_case_that_cannot_be_read_at_all_is_told_on_the_screen_only(run, workspace):
    (workspace / "sager/2025-009/sag.yaml").write_text("ung: [", "utf-8")
    done = run("report", "--min", "1", **TODAY)
    assert done.code == 1
    assert "Noget kunne ikke læses i 2025-009." in done.err
    assert "1 sag kan ikke læses og er ikke med i nogen tal." in done.out
    document = read(workspace, "halvårstal-2025H2.json")
    assert (document["unreadable_cases"], document["persons"]) == (1, 3)
    assert "2025-009" not in json.dumps(document)


def test_a_workspace_without_cases_is_a_sentence(run, workspace):
    shutil.rmtree(workspace / "sager")
    (workspace / "sager").mkdir()
    done = run("report", **TODAY)
    assert done.code == 1
    assert "Ingen unge var med i perioden 2. halvår 2025, så der er intet at tælle." in done.err
    copy = run("export", "--pseudonymised", "--output", str(workspace.parent / "kopi"), **TODAY)
    assert (copy.code, "med 0 sager" in copy.out) == (0, True)
