"""Days of years that no case has: a finding in a file, a wrong use on the command line."""

import json
import re
import shutil
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
CASE = "2026-001"
DAY = {"SAMARBEJDE_DAG": "2026-02-24"}
DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?=[T\s,}]|$)", re.MULTILINE)
FOLDER = EXAMPLES / "sager" / CASE
PLACES = [
    (path.relative_to(FOLDER).as_posix(), found.start())
    for path in sorted(FOLDER.rglob("*.yaml"))
    for found in DATE.finditer(path.read_text("utf-8"))
    if path.read_text("utf-8").rfind("#", 0, found.start())
    <= path.read_text("utf-8").rfind("\n", 0, found.start())
]
TOO_FAR = ("9999-12-31", "0001-01-01", "2200-01-01", "1899-12-31")
FAR = ("2199-12-31", "1900-01-01")
WRONG_USE = 2


@pytest.fixture
def root(tmp_path, monkeypatch):
    copy = tmp_path / "arbejdsmappe"
    shutil.copytree(FOLDER, copy / "sager" / CASE)
    shutil.copy(EXAMPLES / "samarbejde.yaml", copy)
    shutil.copytree(EXAMPLES / "billeder", copy / "billeder")
    monkeypatch.chdir(copy)
    return copy


def written(root, place, day):
    name, start = place
    path = root / "sager" / CASE / name
    text = path.read_text("utf-8")
    path.write_text(text[:start] + day + text[start + len(day) :], "utf-8")
    return path, text[:start].count("\n") + 1


@pytest.mark.parametrize("number", range(len(PLACES)))
def test_a_day_too_far_off_in_a_file_is_a_finding(number, root, run):
    day = TOO_FAR[number % len(TOO_FAR)]
    path, line = written(root, PLACES[number], day)
    screen = run("validate", **DAY)
    assert screen.code == 1
    where = re.escape(path.relative_to(root).as_posix())
    assert re.search(rf"{where}:{line}:\d+ SAM105 fejl `{day}", " ".join(screen.out.split()))
    assert "hjælp: Året skal ligge fra 1900 til 2199." in screen.out


@pytest.mark.parametrize("number", range(len(PLACES)))
def test_the_last_and_the_first_day_that_count_are_reckoned_with(number, root, run):
    written(root, PLACES[number], FAR[number % len(FAR)])
    for words in (("status",), ("todo",)):
        assert run(*words, **DAY).code in (0, 1)


@pytest.mark.parametrize("moment", ["2026-02-03T10:00+01:00", "2026-02-03T10:00Z", "i går"])
def test_a_moment_is_told_without_a_zone(moment, root, run):
    path = root / "sager" / CASE / "historik.yaml"
    path.write_text(
        re.sub(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", moment, path.read_text("utf-8"), count=1)
    )
    screen = run("validate", "--format", "concise", **DAY)
    assert screen.code == 1
    assert "SAM105" in screen.out


OPTIONS = (
    ("todo", "--until"),
    ("pause", CASE, "--reason", "Prøve", "--until"),
    ("render-week", "--date"),
    ("reply", CASE, "Line", "1", "--date"),
    ("rerender", CASE, "--as-of"),
    ("batch", "agenda", "--plan", "--date"),
    ("move-meeting", CASE, "--date"),
    ("told", CASE, "--date"),
    ("new-case", "--date"),
)


@pytest.mark.parametrize("words", OPTIONS, ids=lambda words: words[0])
@pytest.mark.usefixtures("root")
def test_a_day_too_far_off_in_an_option_is_a_wrong_use(words, run):
    for day in TOO_FAR:
        screen = run(*words, day, **DAY)
        assert screen.code == WRONG_USE
        assert "Året skal ligge fra 1900 til 2199." in " ".join(screen.err.split())


@pytest.mark.parametrize("words", OPTIONS, ids=lambda words: words[0])
@pytest.mark.usefixtures("root")
def test_the_last_and_the_first_day_in_an_option_are_reckoned_with(words, run):
    for day in FAR:
        assert run(*words, day, **DAY).code in (0, 1, WRONG_USE)


@pytest.mark.parametrize("week", ["9999-W52", "0001-W01", "2200-W01", "99999-W01", "²"])
@pytest.mark.usefixtures("root")
def test_a_week_too_far_off_is_a_wrong_use(week, run):
    assert run("todo", "--week", week, **DAY).code == WRONG_USE
    assert run("batch", "agenda", "--plan", "--week", week, **DAY).code == WRONG_USE


@pytest.mark.parametrize("day", [*TOO_FAR, *FAR])
@pytest.mark.usefixtures("root")
def test_today_may_be_any_day_that_counts(day, run):
    for words in (("validate",), ("status",), ("todo",), ("render-week",), ("calendar", CASE)):
        screen = run(*words, SAMARBEJDE_DAG=day)
        if day in TOO_FAR:
            assert screen.code == WRONG_USE
            assert "fra 1900 til 2199" in " ".join(screen.err.split())
        else:
            assert screen.code in (0, 1)


def settings(run):
    """Yield section and key of every setting that is a whole number."""
    for each in json.loads(run("profile", "--format", "json", **DAY).out)["settings"]:
        if each["value"].isdecimal() and each["field"].count(".") == 1 and "[" not in each["field"]:
            yield each["field"].split(".")


def with_all(root, sections, value):
    text = "".join(
        f"{section}:\n"
        + "".join(f"  {key}: {value}\n" for name, key in sections if name == section)
        for section in dict.fromkeys(name for name, _ in sections)
    )
    path = root / "samarbejde.yaml"
    path.write_text((EXAMPLES / "samarbejde.yaml").read_text("utf-8") + text, "utf-8")


@pytest.mark.parametrize("value", ["1000", "999999999", "9" * 30])
def test_a_setting_of_more_than_three_digits_is_a_finding(value, root, run):
    sections = list(settings(run))
    assert ["frister", "vis_dage_frem"] in sections
    with_all(root, sections, value)
    found = json.loads(run("validate", "--format", "json", **DAY).out)["findings"]
    assert {each["code"] for each in found} == {"SAM114"}
    assert len(found) == len(sections)
    assert "Skriv et helt tal, der er højst 999." in run("validate", **DAY).out
    for words in (("todo",), ("status",), ("todo", "--format", "ics"), ("render", CASE)):
        assert run(*words, **DAY).code == WRONG_USE


@pytest.mark.parametrize("value", ["0", "999"])
def test_the_least_and_the_most_of_a_setting_are_reckoned_with(value, root, run):
    with_all(root, list(settings(run)), value)
    for words in (("validate",), ("todo",), ("status",), ("render", CASE, "--draft")):
        assert run(*words, **DAY).code in (0, 1)
