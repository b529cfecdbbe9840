"""What a message advises is done as it says, and then the message is gone."""

import shutil
from pathlib import Path

import pytest
from mailing import edit

EXAMPLES = Path(__file__).parents[2] / "examples"
ROUND = "sager/2026-001/runder/1.yaml"
TEAM = "sager/2026-001/team.yaml"
CONSENT = "sager/2026-001/samtykke.yaml"
TEACHER = "  - person: Pia Søndervang\n"


@pytest.fixture(autouse=True)
def _examples(tmp_path, monkeypatch):
    shutil.copytree(EXAMPLES, tmp_path / "w")
    monkeypatch.chdir(tmp_path / "w")
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-24")


def said(run, *words):
    return " ".join(run(*words).out.split())


def set_aside(text, line):
    """Return a file's text without the item of a list that begins with a line."""
    before, _, after = text.partition(line)
    rest = after.splitlines(keepends=True)
    while rest and rest[0].startswith("    "):
        rest.pop(0)
    return before + "".join(rest)


class TestDraft:
    MANY = "dokumenter er ikke lavet. Udfyld det, der mangler, eller brug --draft."

    def test_is_advised_where_a_value_is_missing_and_makes_the_papers(self, run):
        path = Path(ROUND)
        path.write_text(path.read_text("utf-8").replace("  slut: 10.30\n", "", 1), "utf-8")
        text = path.read_text("utf-8")
        start = text.index("\nmøde:")
        path.write_text(text[:start] + text[start:].replace("  lokale:", "  #lokale:", 1), "utf-8")
        assert self.MANY in said(run, "render-invitation", "2026-001")
        code, out, _ = run("render-invitation", "2026-001", "--draft")
        assert code == 0
        assert "ikke lavet" not in out
        assert len(list(Path("sager/2026-001/dokumenter").glob("*indkaldelse*.docx"))) == 6

    def test_is_not_advised_where_a_draft_is_refused_too(self, run):
        edit(CONSENT, TEACHER, "")
        for more in ((), ("--draft",)):
            told = said(run, "render-invitation", "2026-001", *more)
            assert "1 dokument er ikke lavet." in told
            assert "--draft" not in told


class TestConsentTakenBack:
    """Somebody for whom the consent was taken back stands among the participants (SAM407)."""

    @pytest.fixture(autouse=True)
    def _taken_back(self):
        edit(CONSENT, TEACHER, f"{TEACHER}    trukket_tilbage: 2026-02-20\n")

    def test_the_words(self, run):
        told = said(run, "validate", "2026-001")
        assert (
            "Pia Søndervang er deltager i mødet, men samtykket for Pia Søndervang blev trukket "
            "tilbage den 20. februar 2026." in told
        )
        assert "Slet deltageren i runder/1.yaml" in told
        assert "Har Villads siden sagt ja igen, så skriv Pia Søndervang én gang til" in told

    def test_without_the_participant_it_is_gone(self, run):
        path = Path(ROUND)
        path.write_text(
            set_aside(path.read_text("utf-8"), TEACHER.replace("  -", "    -")), "utf-8"
        )
        assert "SAM407" not in run("validate", "2026-001").out

    def test_with_a_second_line_and_a_new_signature_it_is_gone(self, run):
        edit(CONSENT, "underskrifter:\n", f"{TEACHER}\nunderskrifter:\n")
        assert "SAM407" in run("validate", "2026-001").out  # nobody signed since
        anew = "  - {navn: Villads Rosenkjær Holm, som: ung, dato: 2026-02-23}\n"
        edit(CONSENT, "underskrifter:\n", f"underskrifter:\n{anew}")
        told = run("validate", "2026-001").out
        assert "SAM407" not in told
        assert "SAM316" not in told


def test_a_relation_on_the_network_map_that_must_not_be_told_is_named_as_such(run):
    edit(TEAM, "relation: klassekammerat", "relation: fortalte psykologen om skilsmissen")
    told = said(run, "validate", "2026-001")
    assert (
        "SAM411 fejl Relationen fortæller det, som ikke må udveksles: »Det, jeg har fortalt "
        "psykologen om mine forældres skilsmisse«." in told
    )
    edit(TEAM, "relation: fortalte psykologen om skilsmissen", "relation: klassekammerat")
    assert "SAM411" not in run("validate", "2026-001").out


class TestNextDates:
    """The next dates are not agreed, and the advice names both ways on (SAM805)."""

    CASE = "2025-009"
    FOLLOW_UP = "sager/2025-009/runder/2.yaml"
    RECORD = "sager/2025-009/sag.yaml"
    DATES = "  næste_formøde: 2026-05-20\n  næste_møde: 2026-06-02\n"

    @pytest.fixture(autouse=True)
    def _undated(self, run):
        edit(self.FOLLOW_UP, self.DATES, "")
        Path("sager/2025-009/runder/3.yaml").unlink(missing_ok=True)  # the next round, prepared
        code, out, _ = run("advance", self.CASE)
        assert code == 1
        told = " ".join(out.split())
        assert "Der er ikke aftalt næste formøde og næste møde" in told
        assert "så skriv i stedet `dato` og `årsag` under `afslutning` i sag.yaml." in told

    def test_with_dates_the_case_goes_on(self, run):
        edit(self.FOLLOW_UP, "dialogskema:\n", f"{self.DATES}dialogskema:\n")
        assert run("advance", self.CASE).code == 0
        assert "trin: formøde" in Path(self.RECORD).read_text("utf-8")
        assert "2026-06-02" in Path("sager/2025-009/runder/3.yaml").read_text("utf-8")

    def test_with_an_end_the_case_is_closed(self, run):
        path = Path(self.RECORD)
        end = "\nafslutning:\n  dato: 2026-02-24\n  årsag: Jonas er begyndt på arbejde\n"
        path.write_text(path.read_text("utf-8") + end, "utf-8")
        assert "SAM805" not in run("validate", self.CASE).out
        assert "--to afsluttet" in said(run, "todo")
        assert run("advance", self.CASE, "--to", "afsluttet").code == 0
        assert "trin: afsluttet" in path.read_text("utf-8")
