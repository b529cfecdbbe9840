"""A whole first round as a user does it: make, fill in what is asked for, move, print."""

import json
import re

import pytest
from example_case import COMPLETE

from samarbejde_cli import word


@pytest.fixture
def desk(tmp_path, monkeypatch, run):
    """A new workspace with one new case; returns what runs a command on a day in it."""
    monkeypatch.setenv("SAMARBEJDE_BRUGER", "Dorte Lundgaard")
    assert run("init", str(tmp_path / "sager"), "--municipality", "Birkeby Kommune").code == 0
    monkeypatch.chdir(tmp_path / "sager")
    (tmp_path / "sager" / "samarbejde.yaml").write_bytes(
        (COMPLETE / "samarbejde.yaml").read_bytes()
    )
    made = run(
        *("new-case", "--name", "Silje Ravn", "--cpr", "720810-4322", "--date", "2026-01-06"),
        SAMARBEJDE_DAG="2026-01-06",
    )
    assert made.code == 0, made.err
    (folder,) = (tmp_path / "sager" / "sager").glob("2026-001-*")
    return Desk(folder, run)


class Desk:
    def __init__(self, folder, run):
        self.folder = folder
        self._run = run

    def run(self, day, *arguments):
        return self._run(*arguments, SAMARBEJDE_DAG=day)

    def write(self, name, text):
        """Fill in a file as the complete case has it, leaving step and round to the program."""
        path = self.folder / name
        for key in ("trin", "runde"):
            present = re.search(rf"^{key}: .*$", path.read_text("utf-8"), re.MULTILINE)
            text = (
                re.sub(rf"^{key}: .*$", present[0], text, flags=re.MULTILINE) if present else text
            )
        path.write_text(text, "utf-8")

    def missing(self, day):
        """Return the codes that the gate of the present step still asks for."""
        found = json.loads(self.run(day, "validate", "--format", "json").out)["findings"]
        assert not [each for each in found if each["weight"] == "fejl"]
        assert all(each["line"] and each["hint"] for each in found)
        return {each["code"] for each in found if each["weight"] == "mangler"}

    def step(self):
        (case,) = json.loads(self.run("2026-03-17", "status", "--format", "json").out)["cases"]
        return case["step"], case["round"]

    def documents(self):
        return sorted(path.name for path in (self.folder / "dokumenter").glob("*.docx"))


def complete(name):
    return (COMPLETE / name).read_text("utf-8")


def without(text, *keys):
    """Return YAML text without some keys of the top level and all that belongs to them."""
    for key in keys:
        text = re.sub(rf"^{key}:.*\n(?:[ -].*\n|\n)*", "", text, flags=re.MULTILINE)
    return text


def test_a_case_goes_through_all_four_steps(desk):
    # visitation
    assert desk.missing("2026-01-06") >= {"SAM205", "SAM301", "SAM308"}
    assert desk.run("2026-01-06", "advance", "2026-001").code == 1
    desk.write("sag.yaml", complete("sag.yaml"))
    assert desk.missing("2026-01-20") == set()
    assert desk.run("2026-01-20", "advance", "2026-001").code == 0
    assert desk.step() == ("formøde", 1)

    # formøde
    asked = desk.missing("2026-01-20")
    assert asked >= {"SAM303", "SAM306", "SAM401", "SAM501", "SAM503", "SAM706"}
    desk.write("team.yaml", complete("team.yaml"))
    desk.write("samtykke.yaml", complete("samtykke.yaml"))
    desk.write("plan.yaml", without(complete("plan.yaml"), "mål", "køreplan", "underskrifter"))
    desk.write("runder/1.yaml", without(complete("runder/1.yaml"), "møde", "opfølgning"))
    assert desk.missing("2026-02-12") == set()
    assert desk.run("2026-02-12", "advance", "2026-001", "--to", "meeting").code == 0
    assert desk.step() == ("møde", 1)

    # møde: the letters need a time, a place and people
    assert desk.run("2026-02-12", "render", "2026-001").code == 1
    desk.write("runder/1.yaml", without(complete("runder/1.yaml"), "opfølgning"))
    rendered = desk.run("2026-02-12", "render", "2026-001")
    assert rendered.code == 0, rendered.out + rendered.err
    names = desk.documents()
    assert {"runde-1-dagsorden.docx", "runde-1-mål-og-aftaleskema.docx"} <= set(names)
    assert any(name.startswith("runde-1-indkaldelse-") for name in names)
    agenda = word.dump((desk.folder / "dokumenter" / "runde-1-dagsorden.docx").read_bytes())
    assert "tirsdag den 3. marts 2026" in agenda
    assert "SAM702" in desk.missing("2026-03-03")
    desk.write("plan.yaml", complete("plan.yaml"))
    assert desk.missing("2026-03-03") == set()
    assert desk.run("2026-03-03", "advance", "2026-001").code == 0
    assert desk.step() == ("opfølgning", 1)

    # opfølgning
    assert desk.missing("2026-03-04") >= {"SAM801", "SAM804", "SAM805"}
    desk.write("runder/1.yaml", complete("runder/1.yaml"))
    assert desk.missing("2026-03-17") == set()
    assert desk.run("2026-03-17", "advance", "2026-001").code == 0
    assert desk.step() == ("formøde", 2)
