"""Who was there and why, what the meeting is for, what it takes care of, and how it was."""

from pathlib import Path
from shutil import copytree

import pytest

from samarbejde_cli import word

CASE = "2026-001"


@pytest.fixture
def root(tmp_path, monkeypatch):
    root = copytree(Path(__file__).parents[2] / "examples", tmp_path / "Nørlund")
    monkeypatch.chdir(root)
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-24")
    return root


@pytest.fixture
def paper(root, run):
    def paper(kind, reader=None, case=CASE):
        folder = root / f"{kind}-{reader}"
        screen = run(
            f"render-{kind}", case, "-o", str(folder), *(("--for", reader) if reader else ())
        )
        assert screen.code == 0, screen.out + screen.err
        return "\n".join(word.dump(path.read_bytes()) for path in sorted(folder.glob("*.docx")))

    return paper


PURPOSE = "At Villads kommer til eksamen, og at alle ved, hvem der hjælper med hvad"
WHY = "Villads stoler på Rune og vil gerne have en fra sin egen side med"


def test_the_agenda_has_the_purpose_and_why_each_was_invited(paper):
    text = paper("agenda", "Line Rosenkjær")
    assert f"Formål: {PURPOSE}" in text
    assert f"Rune Askelund, håndboldtræner: {WHY}. Hjælper med: at komme af sted" in text


def test_each_letter_says_why_its_reader_was_invited(paper):
    mine = paper("invitation", "Rune Askelund")
    assert f"Formålet med mødet: {PURPOSE}" in mine
    assert f"Derfor er du inviteret: {WHY}" in mine
    assert "Det kan du hjælpe med: at komme af sted til træning og skole" in mine
    assert "Derfor er du inviteret" not in paper("invitation", "Pia Søndervang")


def test_the_coordinator_is_among_those_present(paper):
    text = paper("invitation", "Pia Søndervang")
    assert "Henrik Dalsgaard Munk (koordinerende sagsbehandler)" in text


def test_the_goal_form_goes_out_with_the_agenda_to_those_who_may_have_it(paper, root, run):
    plan = root / "sager" / CASE / "plan.yaml"
    agreed = plan.read_text("utf-8")
    assert "Emil Vangsted" in agreed.partition("sendes_til:")[2]
    enclosed = "Dagsordenen og mål- og aftaleskemaet, som det er nu, er vedlagt."
    assert enclosed in paper("invitation", "Emil Vangsted")
    assert "mål- og aftaleskema" in paper("goals", "Emil Vangsted").casefold()
    plan.write_text(agreed.replace("  - Emil Vangsted\n", ""), "utf-8")
    assert enclosed not in paper("invitation", "Emil Vangsted")
    assert run("render-goals", CASE, "--for", "Emil Vangsted", "-o", str(root / "x")).code == 1


def test_considerations_are_in_the_script_the_letter_and_the_booking(paper, run, root):
    assert "Tag hensyn: en plads tæt på døren" in paper("script")
    letter = paper("invitation", "Pia Søndervang")
    assert "Mødet tager hensyn til: en plads tæt på døren og en pause midtvejs." in letter
    run("render-week", "--date", "2026-03-03", "-o", str(root / "uge"))
    page = next((root / "uge").glob("*.docx"))
    assert "Hensyn: en plads tæt på døren" in word.dump(page.read_bytes())


def test_who_has_the_relation_tells_of_the_meeting(paper, run):
    assert "Emil Vangsted kender Villads bedst og fortæller om mødet." in paper("script")
    said = "Emil Vangsted kender dig og kan også fortælle om møderne."
    assert said in paper("pre-meeting")
    team = Path(f"sager/{CASE}/team.yaml")
    text = team.read_text("utf-8")
    team.write_text(text.replace("n: Emil Vangsted #", "n: Henrik Dalsgaard Munk #"), "utf-8")
    assert "kender Villads bedst" not in paper("script", "Henrik Dalsgaard Munk")
    team.write_text(text.replace("n: Emil Vangsted #", "n: Emil Vangsten #"), "utf-8")
    assert "SAM642 advarsel" in run("validate", CASE).out


def test_who_was_at_the_pre_meeting_is_in_the_journal_by_function(paper):
    text = paper("journal", "Job og Uddannelse")
    assert "Til stede: Villads Rosenkjær Holm og mor, den sidste halve time" in text
    assert "Rune" not in text.partition("2. Samtale")[0]


def test_what_was_said_of_the_meeting_is_in_its_checklist_only(paper):
    text = paper("meeting-checklist", case="2025-009")
    assert "Jonas siger" in text
    assert "I lyttede, og jeg forstod, hvad I skal hver især" in text
    assert "Kortere præsentation" in text
    assert "Kortere præsentation" not in paper("goals", case="2025-009")


def test_the_youths_yes_is_on_the_screening(paper):
    text = paper("screening", case="2025-009").partition("Den unges ja")[2]
    assert "2. oktober 2025" in text.partition("[sidefod]")[0]


def test_what_must_not_be_told_is_found_in_the_new_texts_too(root, run):
    path = root / f"sager/{CASE}/team.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("en pause midtvejs", "psykologen om mine forældres skilsmisse"))
    assert "SAM411" in run("validate", CASE, "--format", "concise").out
