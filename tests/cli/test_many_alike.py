"""Very many of one thing in a file or a workspace: soon done, and told in few lines."""

import json
import re
import shutil
from datetime import date
from pathlib import Path
from time import process_time

import pytest
import yaml

from samarbejde_cli.actions.packed import Packed, joined, packed
from samarbejde_cli.actions.validate import check_each
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case import folder_state
from samarbejde_cli.report.findings import few

EXAMPLES = Path(__file__).parents[2] / "examples"
CASE = "2025-016"
DAY = {"SAMARBEJDE_DAG": "2026-02-24"}
DATE = date(2026, 2, 24)
SECONDS = 25
"""Of processor time: some times what it takes, and far less than when it grew with the square."""
LINES = 400
BETWEEN = ("SAM632", "SAM913")
"""What is wrong between cases, which comes before what is wrong in them."""


@pytest.fixture
def root(tmp_path, monkeypatch):
    copy = tmp_path / "arbejdsmappe"
    shutil.copytree(EXAMPLES / "sager" / CASE, copy / "sager" / CASE)
    shutil.copy(EXAMPLES / "samarbejde.yaml", copy)
    shutil.copytree(EXAMPLES / "billeder", copy / "billeder")
    monkeypatch.chdir(copy)
    return copy


def soon(run, *words, seconds=SECONDS):
    begun = process_time()
    screen = run(*words, **DAY)
    assert process_time() - begun < seconds
    return screen


def with_more(root, name, key, lines):
    """Put lines below a key of a file."""
    path = root / "sager" / CASE / name
    head = re.compile(rf"^ *{key}:\n", re.MULTILINE)
    text, found = head.subn(lambda match: match[0] + lines, path.read_text("utf-8"))
    assert found == 1
    path.write_text(text, "utf-8")


def test_20000_people_in_a_team(root, run):
    people = "".join(f"  - {{navn: Bo N{n}, rolle: skole}}\n" for n in range(20_000))
    with_more(root, "team.yaml", "personer", people)
    assert len(soon(run, "validate").out.splitlines()) < LINES


def test_a_tenth_of_them_in_the_other_commands(root, run):
    people = "".join(f"  - {{navn: Bo N{n}, rolle: skole}}\n" for n in range(2_000))
    with_more(root, "team.yaml", "personer", people)
    for words in (("status",), ("todo",), ("render-agenda", CASE, "--draft"), ("fix", "--diff")):
        soon(run, *words, seconds=SECONDS / 8)


def test_5000_people_of_one_name(root, run):
    people = "  - {navn: Bo Dam, rolle: skole}\n" * 5_000
    with_more(root, "team.yaml", "personer", people)
    screen = soon(run, "validate")
    assert "… og 4.989 til med SAM307 i team.yaml" in screen.out
    assert len(screen.out.splitlines()) < LINES


def test_40000_unknown_keys(root, run):
    path = root / "sager" / CASE / "sag.yaml"
    keys = "".join(f"nøgle{n}: x\n" for n in range(40_000))
    path.write_text(path.read_text("utf-8") + keys, "utf-8")
    screen = soon(run, "validate")
    assert "… og 39.990 til med SAM101 i sag.yaml" in screen.out
    assert "40000 fejl" in screen.out.splitlines()[-1]
    assert len(screen.out.splitlines()) < LINES


def test_unknown_keys_in_few_words(root, run):
    path = root / "sager" / CASE / "sag.yaml"
    keys = "".join(f"nøgle{n}: x\n" for n in range(5_000))
    path.write_text(path.read_text("utf-8") + keys, "utf-8")
    screen = soon(run, "fix", "--diff", seconds=SECONDS / 8)
    assert "Der er intet at rette." in screen.out
    concise = soon(run, "validate", "--format", "concise").out.splitlines()
    assert sum("SAM101" in line for line in concise) == 10
    assert any(line.endswith("(og 4.990 til med SAM101 i sag.yaml)") for line in concise)


def test_20000_unknown_words_in_one_line(root, run):
    words = ", ".join(f"x{n}" for n in range(20_000))
    with_more(root, "sag.yaml", "visitation", f"  udelukket_fordi: [{words}]\n")
    assert len(soon(run, "validate").out.splitlines()) < LINES


def test_unknown_keys_in_the_way_of_letters_are_told_in_few_lines(root, run):
    path = root / "sager" / CASE / "plan.yaml"
    keys = "".join(f"nøgle{n}: x\n" for n in range(2_000))
    path.write_text(path.read_text("utf-8") + keys, "utf-8")
    words = ("batch", "agenda", "--step", "møde", "--plan", "--output", "../breve")
    screen = soon(run, *words, seconds=SECONDS / 8)
    assert "    … og 1.990 til med SAM101 i plan.yaml" in screen.out.splitlines()
    assert len(screen.out.splitlines()) < LINES / 8
    found = json.loads(soon(run, *words, "--format", "json", seconds=SECONDS / 8).out)
    assert screen.out.count("SAM101") == 11
    assert sum(each["code"] == "SAM101" for each in found["hindered"][0]["obstacles"]) == 2_000


@pytest.mark.parametrize("number", [2, 20])
def test_up_to_20_alike_are_all_told(number, root, run):
    path = root / "sager" / CASE / "sag.yaml"
    keys = "".join(f"nøgle{n}: x\n" for n in range(number))
    path.write_text(path.read_text("utf-8") + keys, "utf-8")
    assert run("validate", "--format", "concise", **DAY).out.count("SAM101") == number


def many_cases(root, number, *, same_person):
    """Make cases that share a room, an hour and everybody who works there."""
    first = root / "sager" / CASE
    for at in range(number):
        folder = root / "sager" / f"2027-{at:04}"
        folder.mkdir()
        (folder / "runder").mkdir()
        for path in first.rglob("*.yaml"):
            text = path.read_text("utf-8")
            if path.name == "sag.yaml" and not same_person:
                text = re.sub(r"cpr: *\S+", f"cpr: 6703{10 + at % 18}-{4000 + at}", text, count=1)
            (folder / path.relative_to(first)).write_text(text, "utf-8")


def test_cases_at_one_hour_in_one_room_are_one_finding(root, run):
    many_cases(root, 120, same_person=False)
    screen = soon(run, "validate", "--format", "json")
    found = [each for each in yaml.safe_load(screen.out)["findings"] if each["code"] == "SAM632"]
    assert 1 <= len(found) <= 3
    assert any("sagerne 2025-016, 2027-0000, 2027-0001 og 117 til" in f["message"] for f in found)


def test_cases_about_one_person_are_one_finding(root, run):
    many_cases(root, 30, same_person=True)
    screen = run("validate", "--format", "concise", **DAY)
    assert screen.out.count("SAM913") == 1
    assert "sagerne 2025-016, 2027-0000, 2027-0001 og 27 til" in screen.out


def test_a_round_that_no_case_has_is_a_finding_and_is_not_counted_up_to(root, run):
    path = root / "sager" / CASE / "sag.yaml"
    text = path.read_text("utf-8")
    for number in ("1000", "99999999", "9" * 5000):
        path.write_text(re.sub(r"(?m)^runde: \d+", f"runde: {number}", text), "utf-8")
        screen = soon(run, "validate", "--format", "concise")
        assert screen.code == 1
        assert re.search(r"sag\.yaml:\d+:8: SAM11[04] fejl", screen.out)
        assert soon(run, "status").code == 0


def test_3000_copies_of_a_file_are_told_in_few_lines(root, run):
    plan = root / "sager" / CASE / "plan.yaml"
    for number in range(3_000):
        plan.with_name(f"plan-{number}.yaml").touch()
    screen = soon(run, "validate", seconds=SECONDS / 8)
    assert f"… og 2.990 til med SAM032 i {CASE}" in screen.out
    assert len(screen.out.splitlines()) < LINES
    found = yaml.load(run("validate", "--format", "json", **DAY).out, yaml.CSafeLoader)["findings"]
    assert sum(each["code"] == "SAM032" for each in found) == 3_000
    soon(run, "status", seconds=SECONDS / 8)


@pytest.fixture
def neighbour(root):
    """The first of three cases has very large files, with very many mistakes in them."""
    for number in ("2025-017", "2025-018"):
        shutil.copytree(root / "sager" / CASE, root / "sager" / number)
    path = root / "sager" / CASE / "team.yaml"
    keys = "".join(f"nøgle_nummer_{n}: værdi\n" for n in range(9_000))
    path.write_text(path.read_text("utf-8") + keys, "utf-8")
    return path


@pytest.mark.usefixtures("neighbour")
def test_no_case_waits_for_a_very_large_one(root):
    folders = Workspace(root).folders()
    told = [where for where, _ in check_each(Workspace(root), folders, DATE, few, whole=True)]
    assert told == [root, *folders[1:], folders[0], None]


@pytest.mark.usefixtures("neighbour")
def test_all_mistakes_of_a_very_large_case_are_told_in_order_where_no_person_reads(run):
    words = ("validate", "--format")
    screen = soon(run, *words, "concise")
    assert soon(run, *words, "concise") == screen
    cases = re.findall(r"^sager/(\d{4}-\d{3})/", screen.out, re.MULTILINE)
    assert list(dict.fromkeys(cases))[-1] == CASE
    assert "(og 8.990 til med SAM101 i team.yaml)" in screen.out
    found = json.loads(soon(run, *words, "json").out)
    files = [each["file"] for each in found["findings"] if each["code"] not in BETWEEN]
    assert files == sorted(files)
    assert files.count(f"sager/{CASE}/team.yaml") >= 9_000
    assert found["counts"]["fejl"] == sum(each["weight"] == "fejl" for each in found["findings"])


def test_a_very_large_case_that_is_remembered_is_last_too(root, monkeypatch):
    monkeypatch.setattr("samarbejde_cli.actions.many_cases.FEW", 1)
    monkeypatch.setattr(folder_state, "_COARSE", -3_600_000_000_000)
    shutil.copytree(root / "sager" / CASE, root / "sager" / "2025-017")
    with (root / "sager" / CASE / "team.yaml").open("a", encoding="utf-8") as file:
        file.write("nøgle: x\n" + f"# {'x' * 98}\n" * 3_000)
    folders = Workspace(root).folders()
    for _ in range(2):
        each = check_each(Workspace(root), folders, DATE, few, whole=True)
        assert [where for where, _ in each] == [root, folders[1], folders[0], None]


def test_very_many_values_are_packed_and_come_back():
    many = [("felt", number) for number in range(3_210)]
    for count in (0, 3, 999, 1_000, 1_001, 3_210):
        both = joined([packed(iter(many[:count])), packed(many[:5])])
        assert list(both) == list(both) == many[:count] + many[:5]
        assert len(both) == count + 5
    assert isinstance(packed(many), Packed)
