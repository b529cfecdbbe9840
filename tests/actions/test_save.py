"""``save``, ``undo`` and ``gem_selv`` with the real git: what is kept, under which words."""

import re

import pytest
from git_desk import alone, examples_in_git, git

from samarbejde_cli.actions.commit_message import Changed, message
from samarbejde_cli.files.git_repository import State

LETTER = "2026-001-runde-1-pjece-ung.docx"
CASE, FOLDER = "2026-001", "sager/2026-001"
PHONE = ("set", CASE, "ung.telefon=20 30 40 50")
BROKEN = "mål:\n  - [\n"


@pytest.fixture(autouse=True)
def _nobodys_settings(tmp_path, monkeypatch):
    alone(tmp_path, monkeypatch)


@pytest.fixture
def desk(tmp_path, capsys):
    return examples_in_git(tmp_path, capsys)


def saves_itself(desk):
    settings = (desk.root / "samarbejde.yaml").read_text("utf-8")
    desk.write("samarbejde.yaml", f"{settings}git: {{gem_selv: ja}}\n")
    assert desk.samarbejde("save").code == 0


class TestSave:
    def test_one_case_with_its_step_files_and_areas_and_no_other(self, desk):
        desk.samarbejde(*PHONE)
        desk.samarbejde("set", "2026-002", "ung.telefon=20 30 40 51")
        code, text = desk.samarbejde("save", CASE)
        assert (code, text) == (0, "Gemt: 2026-001 (møde): sag.yaml (ung)")
        assert desk.git("status", "--porcelain").split() == ["M", "sager/2026-002/sag.yaml"]
        assert desk.samarbejde("save").text == "Gemt: 2026-002 (formøde): sag.yaml (ung)"
        assert desk.samarbejde("save", CASE) == (0, "Der er ikke noget nyt at gemme.")

    def test_several_cases_settings_and_templates_in_one(self, desk):
        desk.samarbejde(*PHONE)
        desk.samarbejde("pause", "2025-014", "--until", "2026-04-01", "--reason", "Rejse")
        desk.samarbejde("templates", "copy", "dagsorden")
        desk.change("samarbejde.yaml", "Bøgetorvet 1", "Bøgetorvet 2")
        desk.samarbejde("save")
        assert desk.git("log", "-1", "--format=%B").splitlines()[:5] == [
            "2 sager og fælles filer",
            "",
            "2025-014 (formøde): historik.yaml, sag.yaml (pause)",
            "2026-001 (møde): sag.yaml (ung)",
            "Fælles: samarbejde.yaml (adresse), 2 skabeloner",
        ]

    def test_no_name_and_no_number_ever_stands_in_a_message(self, desk):
        desk.samarbejde("new-case", "--name", "Åse Bækgård", "--cpr", "671111-4321")
        desk.write(f"{FOLDER}/team.yaml", "Ib Ukendt: ja\n")
        strange = ("sager/Åse/sag.yaml", "sager/2026-002/Åse.yaml", "skabeloner/Åse.docx", "Åse")
        text = message([Changed(path, State.NEW, None, b"\xc3\x85se: ja") for path in strange], {})
        assert desk.samarbejde("save", "--force").code == 0
        assert not re.search(
            r"Åse|Bækgård|Ukendt|\d{6}-?\d{4}", desk.git("log", "--format=%B") + text
        )
        desk.samarbejde("set", "2026-002", "ung.telefon=20 30 40 51")
        for words in ("Ringet til Åse Bækgård", "671111 4321", "671111-4321"):
            code, text = desk.samarbejde("save", "-m", words)
            assert code == 2
            assert "git husker den for altid" in text
            assert "Bækgård" not in text
            assert "671111" not in text

    @pytest.mark.parametrize(
        "words",
        ["VILLADS er med", "Emils opgave er ny", "Ny aftale, R. Askelund", "ringet til villads",
         "emils opgave", "flyttet fra kirsebærvangen"],
    )  # fmt: skip
    def test_a_single_name_of_the_case_is_refused_however_it_is_written(self, desk, words):
        desk.samarbejde(*PHONE)

        assert desk.samarbejde("save", CASE, "-m", words).code == 2
        assert desk.samarbejde("save", CASE, "-m", "louise og karsten har ringet til far").code == 0

    def test_a_name_of_a_youth_in_another_case_is_refused_and_a_word_is_not(self, desk):
        name = "navn: Tobias Kragelund\n"
        desk.change("sager/2025-018/sag.yaml", name, f"{name}  kaldes: Ann-Sofie Liv Bækgård\n")
        assert desk.samarbejde("save").code == 0
        desk.samarbejde(*PHONE)
        for words in ("talt med mikkel om praktik", "Sandbæks plan er sendt", "baekgaard",
                      "Der er talt med Liv", "ann ringer"):  # fmt: skip
            code, text = desk.samarbejde("save", CASE, "-m", words)
            assert (code, "en ung fra en anden sag" in text) == (2, True), words
        words = "Nyt liv i planen: Karsten har ringet til trine. Liv og glade dage"
        assert desk.samarbejde("save", CASE, "-m", words).code == 0

    def test_people_outside_their_case_and_papers_are_refused_with_force_too(self, desk):
        desk.write("skabeloner/README.md", "Line Rosenkjær\n")
        for words in ((), ("--force",)):
            code, text = desk.samarbejde("save", *words)
            assert code == 1
            assert "SAM038" in text
        assert desk.subjects()[0] == "begyndelsen"

    def test_a_moved_step_and_a_case_that_is_new_or_gone(self, desk):
        desk.samarbejde("advance", CASE, "--back", "--reason", "Fejl")
        assert "2026-001 (møde → formøde): " in desk.samarbejde("save").text
        desk.samarbejde("new-case", "--name", "Ole Vang", "--cpr", "680212-4321")
        assert re.search(
            r"Gemt: 2026-005-\w{4} \(visitation\): ny sag", desk.samarbejde("save").text
        )
        desk.git("rm", "-rq", "sager/2026-002")
        assert desk.samarbejde("save").text == "Gemt: 2026-002: sagen er fjernet"

    def test_new_errors_are_refused_with_their_places_and_old_ones_are_not(self, desk):
        desk.write(f"{FOLDER}/plan.yaml", BROKEN)
        code, text = desk.samarbejde("save")
        assert code == 1
        assert f"{FOLDER}/plan.yaml:" in text.replace(str(desk.root) + "/", "")
        assert "Intet er gemt i git" in text
        assert desk.subjects()[0] == "begyndelsen"
        assert desk.samarbejde("save", "--force").code == 0
        desk.samarbejde(*PHONE)
        desk.change(f"{FOLDER}/sag.yaml", "ung:", "ung: # igen")
        assert desk.samarbejde("save").code == 0

    def test_files_that_nobody_knows_are_left_alone_and_told(self, desk):
        desk.write(f"{FOLDER}/egne noter æ.txt", "ringet")
        desk.samarbejde(*PHONE)
        code, text = desk.samarbejde("save")
        assert code == 0
        assert "1 ny fil, som programmet ikke kender, fx sager/2026-001/egne noter æ.txt" in text
        desk.git("add", f"{FOLDER}/egne noter æ.txt")
        desk.write(f"{FOLDER}/egne noter æ.txt", "ringet igen")
        assert "1 anden fil" in desk.samarbejde("save").text

    def test_a_file_is_saved_when_the_advice_is_followed(self, desk):
        desk.write("egne noter æ.txt", "ringet")
        (advice,) = re.findall(
            r"`git add \"(.+?)\"`", " ".join(desk.samarbejde("save").text.split())
        )
        desk.git("add", advice)
        assert "1 anden fil" in desk.samarbejde("save").text
        assert desk.samarbejde("save").text == "Der er ikke noget nyt at gemme."

    @pytest.mark.parametrize("folder", ["uge 11", "uge 11/prøver", "uge 11/sikker-post"])
    def test_letters_of_a_mailing_are_kept_out_and_never_advised_into_git(self, desk, folder):
        name = "1-kortest-2026-001-runde-1-pjece-ung.docx" if "prø" in folder else LETTER
        desk.write(f"{folder}/{name}", "brev")
        desk.write("uge 11/manifest.json", "{}")
        code, text = desk.samarbejde("save")
        assert code == 0
        assert "Ikke gemt: brevene i uge 11." in text
        assert "git add" not in text
        assert desk.samarbejde("doctor").code == 1
        assert desk.samarbejde("doctor", "--fix").code == 0
        assert desk.samarbejde("save").text == "Der er ikke noget nyt at gemme."
        assert desk.git("status", "--porcelain") == ""

    def test_a_new_file_that_is_gone_again(self, desk):
        desk.write(f"{FOLDER}/runder/3.yaml", "formøde:\n")
        desk.git("add", f"{FOLDER}/runder/3.yaml")
        (desk.root / FOLDER / "runder/3.yaml").unlink()
        desk.samarbejde(*PHONE)
        assert desk.samarbejde("save").text == "Gemt: 2026-001 (møde): sag.yaml (ung)"
        assert desk.git("status", "--porcelain") == ""

    def test_ones_own_words_and_what_else_was_staged(self, desk):
        desk.samarbejde(*PHONE)
        desk.write("andet.txt", "på vej")
        desk.git("add", "andet.txt")
        assert desk.samarbejde("save", CASE, "-m", "Nyt telefonnummer").code == 0
        assert desk.subjects()[0] == "Nyt telefonnummer"
        assert desk.git("diff", "--cached", "--name-only") == "andet.txt\n"
        assert desk.samarbejde("save", "-m", " ").code == 2

    def test_a_workspace_inside_a_bigger_repository(self, tmp_path, capsys):
        desk = examples_in_git(tmp_path, capsys, "ydre/ws")
        (desk.root / ".git").rename(tmp_path / "væk")
        git(tmp_path / "ydre", "init", "-q")
        assert desk.samarbejde("doctor", "--fix").code == 0
        assert desk.samarbejde("save").code == 0
        (tmp_path / "ydre/andet.txt").write_text("ikke vores", "utf-8")
        desk.samarbejde(*PHONE)
        assert desk.samarbejde("save").text == "Gemt: 2026-001 (møde): sag.yaml (ung)"
        assert git(tmp_path / "ydre", "status", "--porcelain") == "?? andet.txt\n"


class TestSavesItself:
    def test_each_command_that_writes_saves_what_it_wrote_and_nothing_else(self, desk):
        saves_itself(desk)
        desk.write("sager/2026-002/plan.yaml", "# halvt færdig\n")
        _, text = desk.samarbejde(*PHONE)
        assert "Gemt i git: 2026-001 (møde): sag.yaml (ung)" in text
        desk.samarbejde("new-case", "--name", "Ole Vang", "--cpr", "680212-4321")
        desk.samarbejde("render", "2026-004")
        assert desk.git("status", "--porcelain").split() == ["M", "sager/2026-002/plan.yaml"]
        number = len(desk.subjects())
        desk.samarbejde("validate", CASE)
        desk.samarbejde("set", CASE, "ung.telefon=20 30 40 52", "--dry-run")
        assert len(desk.subjects()) == number

    def test_letters_of_a_mailing_are_filed_and_saved(self, desk, tmp_path):
        saves_itself(desk)
        words = (
            "batch",
            "agenda",
            "--step",
            "møde",
            "--output",
            str(tmp_path / "post"),
            "--jobs",
            "2",
        )
        code = re.search(r"--approve (\w+)", desk.samarbejde(*words).text)[1]
        assert desk.samarbejde(*words, "--approve", code).code == 0
        assert "breve.yaml" in desk.git("log", "-1", "--format=%B")
        assert desk.git("status", "--porcelain") == ""

    def test_json_stays_json_and_what_is_in_the_way_stops_nothing(
        self, desk, monkeypatch, tmp_path
    ):
        saves_itself(desk)
        alone(tmp_path, monkeypatch, "")
        code, text = desk.samarbejde(*PHONE)
        assert code == 0
        assert "Det er skrevet, men ikke gemt i git. Git ved ikke, hvem du er" in text
        assert "20 30 40 50" in (desk.root / FOLDER / "sag.yaml").read_text("utf-8")

    def test_without_the_setting_nothing_is_saved(self, desk):
        desk.samarbejde(*PHONE)
        assert desk.subjects() == ["begyndelsen", "Ny arbejdsmappe"]


class TestUndo:
    def test_the_last_change_of_a_case_goes_and_comes_back(self, desk):
        before = (desk.root / FOLDER / "sag.yaml").read_bytes()
        desk.samarbejde(*PHONE)
        desk.samarbejde("save")
        desk.samarbejde("set", "2026-002", "ung.telefon=20 30 40 51")
        desk.samarbejde("save")
        code, text = desk.samarbejde("undo", CASE)
        assert code == 0
        assert text.startswith("Fortrudt: 2026-001 (møde): sag.yaml (ung) Det blev gemt den ")
        assert "af Anne Eksempel. 2026-001: Anne Eksempel ændrede den unges telefon fra " in text
        assert " til 20 30 40 50." in text
        assert (desk.root / FOLDER / "sag.yaml").read_bytes() == before
        assert desk.subjects()[0] == "Fortrudt: 2026-001 (møde): sag.yaml (ung)"
        assert desk.samarbejde("undo", CASE).text.startswith("Gentaget: 2026-001")
        assert b"20 30 40 50" in (desk.root / FOLDER / "sag.yaml").read_bytes()
        assert desk.git("status", "--porcelain") == ""

    def test_more_files_than_a_command_line_holds(self, desk):
        for number in range(150):
            desk.write(f"sager/2026-002/runder/{number + 10}.yaml", "formøde:\n")
        assert desk.samarbejde("save", "--force").code == 0
        assert desk.samarbejde("undo", "2026-002").code == 0
        assert not (desk.root / "sager/2026-002/runder/10.yaml").exists()
        assert desk.git("status", "--porcelain") == ""

    def test_a_step_goes_back_with_its_history_and_the_case_is_right(self, desk):
        desk.samarbejde("advance", CASE, "--back", "--reason", "Fejl")
        desk.samarbejde("save")
        desk.samarbejde("undo")
        assert "SAM903" not in desk.samarbejde("validate", CASE).text
        assert "trin: møde" in (desk.root / FOLDER / "sag.yaml").read_text("utf-8")

    def test_a_case_that_was_made_by_mistake(self, desk):
        saves_itself(desk)
        before = sorted(path.name for path in (desk.root / "sager").iterdir() if path.is_dir())
        desk.samarbejde("new-case", "--name", "Ole Vang", "--cpr", "680212-4321")
        assert "fejl" not in desk.samarbejde("undo").text
        after = sorted(path.name for path in (desk.root / "sager").iterdir() if path.is_dir())
        assert after == before
        desk.samarbejde("undo")
        assert list((desk.root / "sager").glob("2026-005-*/sag.yaml"))

    def test_a_paper_that_was_made_stays_filed(self, desk):
        saves_itself(desk)
        desk.samarbejde("render", "2026-004")
        code, text = desk.samarbejde("undo", "2026-004")
        assert code == 1
        assert "der er lavet papirer i den" in text
        assert (desk.root / "sager/2026-004/breve.yaml").exists()

    def test_what_was_changed_before_papers_were_made_is_taken_back(self, desk):
        saves_itself(desk)
        desk.samarbejde(*PHONE)
        desk.samarbejde("render-agenda", CASE)
        filed = (desk.root / FOLDER / "breve.yaml").read_bytes()
        for done in ("Fortrudt", "Gentaget"):
            code, text = desk.samarbejde("undo", CASE)
            assert (code, f"{done}: 2026-001 (møde): sag.yaml (ung)" in text) == (0, True), text
            assert ("lavet siden, bliver stående" in text) == (done == "Fortrudt")
        assert (desk.root / FOLDER / "breve.yaml").read_bytes() == filed

    def test_a_new_case_with_papers_stays(self, desk):
        saves_itself(desk)
        desk.samarbejde("new-case", "--name", "Ole Vang", "--cpr", "680212-4321")
        desk.samarbejde("render-screening", "2026-005")
        code, text = desk.samarbejde("undo")
        assert (code, "der er lavet papirer i den" in text) == (1, True), text
        assert list((desk.root / "sager").glob("2026-005-*/sag.yaml"))

    def test_what_is_not_saved_is_not_lost(self, desk):
        desk.samarbejde(*PHONE)
        desk.samarbejde("save")
        desk.samarbejde("set", CASE, "ung.telefon=20 30 40 59")
        code, text = desk.samarbejde("undo")
        assert code == 1
        assert "er ændret og ikke gemt" in text
        assert desk.samarbejde("save").code == 0
        assert desk.samarbejde("undo").code == 0
        assert "20 30 40 50" in (desk.root / FOLDER / "sag.yaml").read_text("utf-8")

    def test_nothing_to_undo_says_so(self, tmp_path, capsys, desk):
        desk.change("samarbejde.yaml", "Bøgetorvet 1", "Bøgetorvet 2")
        desk.samarbejde("save")
        shown = desk.samarbejde("undo", "--dry-run").text
        assert shown.startswith("Ville fortryde: Fælles: samarbejde.yaml (adresse)")
        assert shown.endswith("Filer: samarbejde.yaml.")
        assert "Bøgetorvet 2" in (desk.root / "samarbejde.yaml").read_text("utf-8")
        desk.git("update-ref", "-d", "HEAD")
        assert "Der er ikke gemt noget endnu" in desk.samarbejde("undo").text
        desk.samarbejde("save")
        assert "kan ikke fortrydes" in desk.samarbejde("undo").text

    def test_a_new_case_that_is_taken_back_and_made_again_is_one_line(self, desk):
        desk.samarbejde("new-case", "--name", "Åse Bækgård", "--cpr", "671111-4321")
        desk.samarbejde("save")
        assert "oprettede sagen." in desk.samarbejde("undo").text
        again = desk.samarbejde("undo").text
        assert again.count("slettede") == again.count("slettede sagen.") == 1

    def test_a_join_is_not_undone_as_a_whole(self, desk):
        desk.git("switch", "-qc", "anden")
        desk.samarbejde(*PHONE)
        desk.samarbejde("save")
        desk.git("switch", "-q", "-")
        desk.samarbejde("set", "2026-002", "ung.telefon=20 30 40 51")
        desk.samarbejde("save")
        desk.git("merge", "-q", "--no-edit", "anden")
        assert "én sag ad gangen" in desk.samarbejde("undo").text
        assert desk.samarbejde("undo", CASE).code == 0


def test_what_undo_took_back_is_named_after_three_of_them(desk):
    for path, old, new in (
        ("sag.yaml", "telefon: ", "telefon: 70 10 00 88 # "),
        ("team.yaml", "personer:\n", "# ny linje\npersoner:\n"),
        ("plan.yaml", "mål:\n", "# ny linje\nmål:\n"),
    ):
        desk.change(f"sager/2026-001/{path}", old, new)
    assert desk.samarbejde("save").code == 0
    said = [desk.samarbejde("undo").text for _ in range(3)]
    assert all(": Fortrudt" not in text for text in said)
    assert said[1].startswith("Gentaget: 2026-001")
