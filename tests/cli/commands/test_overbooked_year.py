"""A year in which not everything has room: what is short is told, and the advice works."""

import re
from datetime import date, timedelta

import pytest
import yaml
from example_case import build

from samarbejde_cli.__main__ import main
from samarbejde_cli.actions import plan_relief
from samarbejde_cli.danish.dates import long_date

DAY = date(2026, 3, 17)
TUESDAYS = [DAY + timedelta(weeks=n) for n in range(54)]
ONE_A_DAY = {"formøde_dage": ["tirsdag"], "tider": ["9.00"]}


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setenv("SAMARBEJDE_DAG", DAY.isoformat())
    monkeypatch.setenv("COLUMNS", "400")


def rooms(count):
    return [{"navn": f"Lokale {number}"} for number in range(count)]


def leaders(count):
    return [{"navn": f"Tove {n}", "funktion": "tovholder"} for n in range(count)]


def workspace(tmp_path, cases=1, shared=(), **settings):
    """Write a number of cases, each with people of its own but for those who are shared."""
    text = yaml.safe_dump(settings, allow_unicode=True)
    folder = build(tmp_path, f"# samarbejde.yaml\n{text}")
    for number in range(2, cases + 1):
        new = folder.parent / f"2026-{100 + number}"
        for path in folder.rglob("*.yaml"):
            target = new / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(path.read_text("utf-8"), "utf-8")
        for name in set(NAMES) - set(shared):
            rename(new, name)
    return tmp_path


NAMES = ("Anne Holm", "Jonas Berg", "Karin Friis", "Maja Toft")


def rename(case, name):
    """Let somebody else be in a case."""
    other = f"{name} {case.name[-1] * 3}"
    for path in case.rglob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace(name, other), "utf-8")


def planned(folder, capsys):
    status = main(["plan", "--workspace", str(folder)])
    screen = capsys.readouterr().out
    return status, " ".join(screen.split())


def change(folder, **settings):
    path = folder / "samarbejde.yaml"
    tree = yaml.safe_load(path.read_text("utf-8"))
    path.write_text(yaml.safe_dump(tree | settings, allow_unicode=True), "utf-8")


def followed(folder, capsys, screen, **settings):
    """The screen after the advice is followed: what it asks for, or the settings given."""
    advice = re.search(r"Det ville hjælpe: (.*?)\.", screen).group(1).split(" eller ")[0]
    own = yaml.safe_load((folder / "samarbejde.yaml").read_text("utf-8"))
    if more := re.search(r"(\d+) lokale", advice):
        settings["lokaler"] = rooms(len(own["lokaler"]) + int(more.group(1)))
    if more := re.search(r"(\d+) tovholder", advice):
        settings["medarbejdere"] = leaders(len(own["medarbejdere"]) + int(more.group(1)))
    change(folder, **settings)
    return planned(folder, capsys)[0]


def test_too_few_rooms_and_administrators(tmp_path, capsys):
    settings = {"lokaler": rooms(1), "medarbejdere": leaders(2), "planlægning": ONE_A_DAY}
    folder = workspace(tmp_path, 4, **settings)
    status, screen = planned(folder, capsys)
    assert status == 1
    assert re.search(r"skal der ligge 8 aftaler, men der er kun tid til \d i lokalerne", screen)
    assert screen.index("kun tid til") < screen.index("er lagt fra den")
    assert followed(folder, capsys, screen) == 0


def test_advice_without_a_plan_that_proves_it_is_not_promised(tmp_path, capsys, monkeypatch):
    settings = {"lokaler": rooms(1), "medarbejdere": leaders(2), "planlægning": ONE_A_DAY}
    folder = workspace(tmp_path, 4, **settings)
    monkeypatch.setattr(plan_relief, "_has_plan", lambda *_: False)
    _, screen = planned(folder, capsys)
    assert "Det kan hjælpe, men er ikke prøvet til ende: " in screen
    assert "Det ville hjælpe" not in screen


def test_without_time_for_a_trial_there_is_no_advice(tmp_path, capsys, monkeypatch):
    settings = {"lokaler": rooms(1), "medarbejdere": leaders(2), "planlægning": ONE_A_DAY}
    folder = workspace(tmp_path, 4, **settings)
    monkeypatch.setattr(plan_relief, "_SECONDS", 0)
    monkeypatch.setattr(plan_relief, "can_place_all", None)
    status, screen = planned(folder, capsys)
    assert status == 1
    assert "hjælpe" not in screen


def test_one_coordinator_in_too_many_cases(tmp_path, capsys):
    settings = {"lokaler": rooms(6), "medarbejdere": leaders(6), "planlægning": ONE_A_DAY}
    folder = workspace(tmp_path, 4, ["Anne Holm"], **settings)
    status, screen = planned(folder, capsys)
    assert status == 1
    assert re.search(r"men der er kun tid til \d hos Anne Holm", screen)
    assert "at andre er med i stedet for Anne Holm i de sager, der ikke er plads til" in screen
    for number in set(re.findall(r"i sagen (2026-\d+)\.", screen)):
        rename(folder / "sager" / number, "Anne Holm")
    assert planned(folder, capsys)[0] == 0


def test_no_room_that_is_large_enough_and_has_a_screen(tmp_path, capsys):
    small = [{"navn": "Lille", "pladser": 2}, {"navn": "Stor", "pladser": 20, "skærm": "nej"}]
    folder = workspace(tmp_path, lokaler=small)
    status, screen = planned(folder, capsys)
    assert status == 1
    seats = re.search(r"ét lokale mere med mindst (\d+) pladser og skærm", screen).group(1)
    more = [*small, {"navn": "Ny", "pladser": int(seats)}]
    assert followed(folder, capsys, screen, lokaler=more) == 0


def test_one_who_is_away_for_the_whole_time_of_a_meeting(tmp_path, capsys):
    away = {"navn": "Anne Holm", "funktion": "koordinator"}
    absence = [{"fra": date(2026, 4, 1), "til": date(2026, 8, 31)}]
    folder = workspace(tmp_path, medarbejdere=[*leaders(1), away | {"fravær": absence}])
    status, screen = planned(folder, capsys)
    assert status == 1
    assert "Det ville hjælpe: at Anne Holm kommer på arbejde en af dagene" in screen
    assert followed(folder, capsys, screen, medarbejdere=[*leaders(1), away]) == 0


def test_holidays_on_all_meeting_days(tmp_path, capsys):
    folder = workspace(tmp_path, fridage=[long_date(day)[:-5] for day in TUESDAYS])
    status, screen = planned(folder, capsys)
    assert status == 1
    day = re.search(r"en mødedag om (\w+)en til", screen).group(1)
    days = {"mødedage": ["tirsdag", day]}
    assert followed(folder, capsys, screen, planlægning=days) == 0


def test_one_from_the_psychiatry_with_one_day_a_month(tmp_path, capsys):
    first = {(day.year, day.month): day for day in reversed(TUESDAYS)}
    off = [{"fra": day, "til": day} for day in TUESDAYS if day not in first.values()]
    busy = {"navn": "Jonas Berg", "funktion": "andet", "arbejdsdage": ["tirsdag"], "fravær": off}
    folder = workspace(
        tmp_path,
        4,
        ["Jonas Berg"],
        lokaler=rooms(6),
        medarbejdere=[*leaders(6), busy],
        planlægning=ONE_A_DAY,
    )
    status, screen = planned(folder, capsys)
    assert status == 1
    assert re.search(
        r"skal der ligge \d+ aftaler, men der er kun tid til \d hos Jonas Berg", screen
    )
    assert "at andre er med i stedet for Jonas Berg i de sager, der ikke er plads til" in screen
    for number in set(re.findall(r"i sagen (2026-\d+)\.", screen)):
        rename(folder / "sager" / number, "Jonas Berg")
    assert planned(folder, capsys)[0] == 0
