"""``todo``, ``status`` and ``render-week`` as the administrative coordinator meets them."""

import csv
import json
import shutil
from io import StringIO

import pytest

from samarbejde_cli.shipped import shipped

DAY = {"SAMARBEJDE_DAG": "2026-02-24", "SAMARBEJDE_BRUGER": "Birgit Aagesen"}
CPR_TAILS = ("6254", "4824", "0418")


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """The example workspace, and the present folder in it."""
    root = tmp_path / "Nørlund sager"
    shutil.copytree(shipped("examples"), root)
    monkeypatch.chdir(root)
    for name, value in DAY.items():
        monkeypatch.setenv(name, value)
    return root


@pytest.mark.usefixtures("workspace")
def test_status_and_todo_of_some_cases_tell_what_they_tell_of_them_among_all(run):
    for command, key, name in (("status", "cases", "number"), ("todo", "tasks", "case")):
        whole = json.loads(run(command, "--format", "json")[1])
        some = json.loads(run(command, "2025-014", "sager/2026-001", "--format", "json")[1])
        wanted = [each for each in whole[key] if each[name] in ("2025-014", "2026-001")]
        assert some[key] == wanted != []
    code, _, err = run("todo", "2025-999")
    assert (code, "2025-999 findes ikke" in err) == (2, True)


class TestTodo:
    def test_late_ones_stand_first_and_are_marked(self, workspace, run):
        code, out, err = run("todo")
        assert (code, err) == (0, "")
        lines = [line for line in out.splitlines() if line[2:4] == "20"]
        assert lines == sorted(lines, key=lambda line: line[2:12])
        assert {line[:2] for line in lines if line[2:12] < "2026-02-24"} == {"! "}
        assert {line[:2] for line in lines if line[2:12] >= "2026-02-24"} == {"  "}
        assert "overskredet (!)." in out
        assert max(map(len, out.splitlines())) <= 80

    def test_each_line_tells_who_and_why(self, workspace, run):
        _, out, _ = run("todo", "--person", "mette")
        assert "Forny samtykket: Malle blev 18 den 19. januar 2026" in out
        assert "Mette Lindegaard · Bilag 6, SAM405" in out
        assert "Henrik" not in out

    def test_a_person_is_meant_as_in_other_commands(self, workspace, run):
        adds = ["område=andet", "mål=Jeg vil sove", "ansvarlige=mor", "frist=2026-03-01"]
        adds.append("fra_runde=1")
        assert run("add", "2025-014", "mål", *adds).code == 0
        for words in ("Gitte Thorsager", "gitte", "mor", "thorsag"):
            _, out, err = run("todo", "--person", words, "--until", "2026-03-02")
            assert "»Jeg vil sove«" in out, (words, err)
        for words in ("Villads", "villads holm", "far"):
            assert run("todo", "--person", words, "--week", "2027-W30").code == 0, words

    def test_json_has_a_version_and_everything_about_a_task(self, workspace, run):
        found = json.loads(run("todo", "--format", "json").out)
        assert (found["version"], found["today"], found["unreadable"]) == (1, "2026-02-24", [])
        task = next(each for each in found["tasks"] if each["deadline"] == "samtykke-fornyes")
        assert task == {
            "case": "2025-014",
            "name": "Malle",
            "due": "2026-01-19",
            "late": True,
            "who": "Mette Lindegaard",
            "phone": "70 10 00 22",
            "what": "Forny samtykket: Malle blev 18 den 19. januar 2026",
            "deadline": "samtykke-fornyes",
            "rule": "SAM405",
            "source": "Bilag 6",
            "file": "sager/2025-014/samtykke.yaml",
            "route": ["underskrifter"],
        }

    def test_by_person_has_the_phone_numbers_of_people_outside_too(self, workspace, run):
        code, out, _ = run("todo", "--by-person", "--person", "asger")
        assert code == 0
        assert out.splitlines()[0] == "Asger Thuesen, telefon 70 10 01 12"
        assert "2026-05-01" in out
        assert run("todo", "--by-person", "--format", "json").code == 2

    def test_a_calendar_names_nobody(self, workspace, run):
        code, out, _ = run("todo", "--format", "ics")
        assert code == 0
        assert out.startswith("BEGIN:VCALENDAR")
        summaries = {line for line in out.splitlines() if line.startswith("SUMMARY")}
        assert all(line[:19] == "SUMMARY:Frist i sag" for line in summaries)
        assert not any(name in out for name in ("Malle", "Mette", "samtykke", *CPR_TAILS))

    def test_a_calendar_goes_into_a_file_byte_for_byte(self, workspace, run):
        code, out, err = run("todo", "--format", "ics", "--output", "frister.ics")
        assert (code, out, err) == (0, "", "Skrevet: frister.ics\n")
        data = (workspace / "frister.ics").read_bytes()
        assert data.count(b"\r\n") == data.count(b"\n") > 10
        assert run("todo", "--output", "x.ics").code == 2

    @pytest.mark.parametrize("week", ["10", "uge 10", "2026-W10", "2026-w10"])
    def test_a_week_is_from_monday_to_sunday(self, workspace, run, week):
        found = json.loads(run("todo", "--week", week, "--format", "json").out)["tasks"]
        assert found
        assert all("2026-03-02" <= each["due"] <= "2026-03-08" for each in found)

    def test_the_present_week_has_what_is_late_too(self, workspace, run):
        found = json.loads(run("todo", "--week", "9", "--format", "json").out)["tasks"]
        assert any(each["late"] for each in found)
        assert all(each["due"] <= "2026-03-01" for each in found)

    def test_until_looks_as_far_ahead_as_is_asked(self, workspace, run):
        found = json.loads(run("todo", "--until", "2031-12-31", "--format", "json").out)["tasks"]
        assert max(each["due"] for each in found) > "2031"

    def test_nothing_to_do_is_said(self, workspace, run):
        assert run("todo", "--week", "2027-W30").out == "Der er ingen frister her.\n"

    def test_a_case_that_cannot_be_read_is_named(self, workspace, run):
        (workspace / "sager" / "2026-001" / "plan.yaml").write_text("mål: [\n", "utf-8")
        code, out, _ = run("todo")
        assert code == 0
        assert "2026-001 kan ikke læses" in " ".join(out.split())

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["--person", "metta"], "Mente du `Mette Lindegaard`?"),
            (["--week", "60"], "`60` er ikke en uge"),
            (["--week", "ugen"], "er ikke en uge"),
            (["--until", "31/2"], "Februar 2026 har 28 dage."),
            (["--until", "snart"], "Skriv den som 3/3, "),
            (["--until", "2026-03-01", "--week", "9"], "Brug enten --until eller --week"),
        ],
    )
    def test_wrong_values_are_explained(self, workspace, run, arguments, words):
        code, out, err = run("todo", *arguments)
        assert (code, out) == (2, "")
        assert words in err


class TestStatus:
    @pytest.mark.parametrize(
        ("arguments", "numbers"),
        [
            (["--step", "møde"], {"2025-016", "2026-001"}),
            (["--step", "intake"], {"2026-004"}),
            (["--late"], {"2025-014", "2026-002"}),
            (["--coordinator", "henrik"], {"2026-001", "2026-002"}),
            (["--coordinator", "henrik", "--step", "formøde"], {"2026-002"}),
            (["--profile", "national"], set()),
        ],
    )
    def test_filters_choose_cases(self, workspace, run, arguments, numbers):
        cases = json.loads(run("status", *arguments, "--format", "json").out)["cases"]
        assert {case["number"] for case in cases} == numbers

    @pytest.mark.parametrize("more", [["--profile", "national"], ["--coordinator", "birgit"]])
    def test_no_case_that_fits_is_said(self, workspace, run, more):
        assert run("status", *more).out == "Ingen sager passer til det.\n"

    @pytest.mark.parametrize(("name", "meant"), [("xyz", ""), ("Henrk", "Mente du `Henrik D")])
    def test_a_coordinator_whom_nobody_knows_is_an_error(self, workspace, run, name, meant):
        screen = run("status", "--coordinator", name)
        assert (screen.code, screen.out) == (2, "")
        assert f"Der er ingen koordinator, der hedder {name}.\nhjælp: {meant}" in screen.err
        assert "Koordinatorerne er Henrik Dalsgaard Munk, Karsten Bøgh, " in screen.err

    @pytest.mark.parametrize(
        ("number", "way"),
        [
            ("2026-004", "■ □□□ □□□ □□□"),
            ("2026-002", "■ ■□□ □□□ □□□"),
            ("2025-016", "■ ■■■ ■■□ □□□"),
            ("2025-009", "■ ■■■ ■■■ □□□"),
            ("2025-003", "■ ■■■ ■■■ ■■■"),
            ("2025-018", "■"),
        ],
    )
    def test_boxes_show_where_a_case_stands_and_what_remains(self, workspace, run, number, way):
        lines = run("status").out.splitlines()
        at = next(i for i, line in enumerate(lines) if line.startswith(number))
        assert way in {" ".join(part.split()) for part in (_way(lines[at + 1]),)}

    def test_a_console_without_boxes_gets_plain_signs(self, workspace, whole):
        done = whole("status", PYTHONIOENCODING="cp1252", **DAY)
        assert "# ##. ... ..." in done.stdout.decode("cp1252")

    def test_csv_is_for_danish_excel_and_has_no_cpr(self, workspace, whole):
        data = whole("status", "--format", "csv", PYTHONIOENCODING="cp1252", **DAY).stdout
        assert data.startswith(b"\xef\xbb\xbfSag;Navn;")
        rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
        case = next(row for row in rows if row["Sag"] == "2025-014")
        assert (case["Navn"], case["Overskredet"], case["Mangler"]) == (
            "Amalie Thorsager",
            "2",
            "SAM405",
        )
        assert not any(tail in data.decode() for tail in CPR_TAILS)

    def test_csv_goes_into_a_file(self, workspace, run):
        for _ in range(2):
            code, out, err = run("status", "--format", "csv", "-o", "sager.csv")
            assert (code, out, err) == (0, "", "Skrevet: sager.csv\n")
        assert (workspace / "sager.csv").read_bytes().startswith(b"\xef\xbb\xbf")
        assert run("status", "-o", "sager.csv").code == 2

    def test_a_case_that_rests_says_until_when(self, workspace, run):
        run("pause", "2026-001", "--reason", "Højskole", "--until", "2026-05-01")
        assert "pause til" in run("status").out


def _way(line):
    return "".join(sign for sign in line if sign in "■□ ").strip()


class TestRenderWeek:
    def test_makes_the_page_for_the_next_day_of_meetings(self, workspace, run):
        code, out, _ = run("render-week", SAMARBEJDE_DAG="2026-02-26")
        assert (code, out) == (0, "skrevet: dokumenter/mødedag-2026-03-03.docx\n")
        assert (workspace / "dokumenter" / "mødedag-2026-03-03.docx").exists()
        again = run("render-week", SAMARBEJDE_DAG="2026-02-26").out
        assert again == "uændret: dokumenter/mødedag-2026-03-03.docx\n"

    def test_a_page_changed_in_word_is_kept(self, workspace, run):
        run("render-week", SAMARBEJDE_DAG="2026-02-26")
        (workspace / "dokumenter" / "mødedag-2026-03-03.docx").write_bytes(b"rettet")
        code, _, err = run("render-week", SAMARBEJDE_DAG="2026-02-26")
        assert code == 1
        assert "er rettet i Word" in err
        assert run("render-week", "--overwrite", SAMARBEJDE_DAG="2026-02-26").code == 0

    def test_a_week_without_meetings_makes_no_page(self, workspace, run):
        code, out, _ = run("render-week", "--date", "2026-07-14")
        assert (code, out) == (
            0,
            "Der er ingen møder tirsdag den 14. juli 2026 eller i resten af ugen.\n",
        )

    def test_a_case_that_cannot_be_read_is_named(self, workspace, run):
        (workspace / "sager" / "2025-016" / "runder" / "2.yaml").write_text("møde: [\n", "utf-8")
        code, _, err = run("render-week", SAMARBEJDE_DAG="2026-02-26")
        assert code == 1
        assert "2025-016 kan ikke læses" in err


class TestMoving:
    def test_back_and_its_reason_are_read_in_the_history(self, workspace, run):
        code, out, _ = run("advance", "2026-001", "--back", "--reason", "Mødet er aflyst")
        assert code == 0
        assert "2026-001 er flyttet tilbage fra møde til formøde (runde 1)." in out
        assert "Begrundelse: Mødet er aflyst." in run("history", "2026-001").out

    def test_several_cases_are_reported_each_on_its_own(self, workspace, run):
        code, out, _ = run("advance", "--all", "--step", "opfølgning", "--dry-run")
        assert (code, out.splitlines()[-1]) == (0, "1 af 1 sag kan flyttes.")
        code, out, err = run("advance", "2025-009", "2026-004", "2025-018")
        assert code == 1
        assert "2025-009 er flyttet fra opfølgning til formøde (runde 3)." in out
        assert "2026-004 er ikke flyttet til formøde" in out
        assert "Sagen 2025-018 er afvist" in err
        assert out.splitlines()[-1] == (
            "1 af 3 sager er flyttet. Ikke flyttet: 2026-004 og 2025-018."
        )

    @pytest.mark.parametrize(
        "arguments",
        [
            [],
            ["--all"],
            ["--step", "møde"],
            ["--all", "--step", "afsluttet"],
            ["2026-001", "--all", "--step", "møde"],
            ["2026-001", "--back"],
            ["2026-001", "--back", "--reason", " "],
            ["2026-001", "--back", "--reason", "x", "--to", "møde"],
            ["2026-001", "--back", "--reason", "x", "--force"],
        ],
    )
    def test_what_does_not_belong_together_is_wrong_use(self, workspace, run, arguments):
        assert run("advance", *arguments).code == 2

    def test_history_as_json_has_a_version(self, workspace, run):
        run("hand-over", "2026-001", "--to", "Mette Lindegaard", "--reason", "Orlov")
        found = json.loads(run("history", "2026-001", "--format", "json").out)
        last = found["events"][-1]
        assert (found["version"], found["case"]) == (1, "2026-001")
        assert (last["event"], last["coordinator"], last["reason"]) == (
            "overdraget", "Mette Lindegaard", "Orlov",
        )  # fmt: skip

    def test_a_hand_over_lists_what_changed(self, workspace, run):
        code, out, _ = run("hand-over", "2026-001", "--to", "mette lindegaard")
        assert code == 0
        assert "til Mette Lindegaard (Børn og Familier)." in " ".join(out.split())
        assert "  sager/2026-001/plan.yaml: køreplan.ansvarlig\n" in out

    def test_after_all_moves_the_case_is_as_valid_as_before(self, workspace, run):
        before = json.loads(run("validate", "2026-001", "--format", "json").out)["counts"]
        run("pause", "2026-001", "--reason", "Ferie", "--until", "2026-04-01")
        run("resume", "2026-001")
        run("hand-over", "2026-001", "--to", "Mette Lindegaard")
        after = json.loads(run("validate", "2026-001", "--format", "json").out)["counts"]
        assert after == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("todo", "--person", "Nanna"), "Skriv dem under `medarbejdere` i samarbejde.yaml."),
        (("hand-over", "2026-001", "--to", "Nanna"), "Skriv også afdelingen med --department."),
    ],
)
def test_a_municipality_without_staff_is_offered_nobody(run, tmp_path, monkeypatch, words, said):
    run("init", str(tmp_path / "ny"), "--municipality", "Nørlund", "--no-git")
    monkeypatch.chdir(tmp_path / "ny")
    run("new-case", "--name", "Silje Ravn", "--cpr", "670310-4321", SAMARBEJDE_DAG="2026-02-24")
    screen = run(*words, SAMARBEJDE_DAG="2026-02-24")
    assert screen.code == 2
    assert f"hjælp: {said}" in screen.err
