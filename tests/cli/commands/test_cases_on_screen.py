"""Commands on cases, as a case worker meets them: what is said, and the exit code."""

import json
import os
import re
import subprocess
from unicodedata import normalize

import pytest
from example_case import build

from samarbejde_cli.rules.engine.registry import all_rules

DAY = {"SAMARBEJDE_DAG": "2026-03-17", "SAMARBEJDE_BRUGER": "Anne Holm"}
EVERY_FILE = ["sag", "team", "samtykke", "plan", "historik", "runder/1"]


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """The complete case in a workspace whose name has a space, and the present folder in it."""
    root = tmp_path / "Ungeteam Sorø"
    build(root)
    monkeypatch.chdir(root)
    for name, value in DAY.items():
        monkeypatch.setenv(name, value)
    return root


def case(workspace):
    return workspace / "sager" / "2026-001"


class TestValidate:
    def test_says_when_there_is_nothing_to_say(self, workspace, run):
        assert run("validate") == (0, "1 sag gennemgået: intet at bemærke.\n", "")

    def test_shows_place_line_and_remedy_of_a_mistake(self, workspace, run):
        path = case(workspace) / "runder" / "1.yaml"
        text = path.read_text("utf-8").replace("dato: '2026-03-03'", "dato: 3.3.2026", 1)
        path.write_text(text, "utf-8")
        line = next(i for i, each in enumerate(text.splitlines(), 1) if "3.3.2026" in each)
        code, out, _ = run("validate", "2026-001")
        assert code == 1
        assert f"sager/2026-001/runder/1.yaml:{line}:9\n" in out
        assert f"  {line:>4} |   dato: 3.3.2026\n       |         ^^^^^^^^\n" in out
        assert "Skriv 2026-03-03." in out

    def test_concise_is_one_line_for_each_finding(self, workspace, run):
        (case(workspace) / "plan.yaml").unlink()
        code, out, _ = run("validate", "--format", "concise")
        assert code == 1
        assert out.startswith("sager/2026-001/plan.yaml:1:1: SAM001 fejl  ")

    def test_json_has_a_version_and_everything_about_a_finding(self, workspace, run):
        (case(workspace) / "plan.yaml").write_text("mål:\n  - område: bolg\n", "utf-8")
        code, out, _ = run("validate", "--format", "json")
        found = json.loads(out)
        entry = next(each for each in found["findings"] if each["code"] == "SAM104")
        assert (code, found["version"], found["cases"]) == (1, 1, 1)
        assert (entry["line"], entry["column"], entry["route"]) == (2, 13, ["mål", 0, "område"])
        assert entry["file"] == "sager/2026-001/plan.yaml"
        assert "bolig" in entry["hint"]

    @pytest.mark.parametrize(
        "path", ["2026-001", "sager/2026-001", "sager", ".", "sager/2026-001/plan.yaml"]
    )
    def test_takes_numbers_folders_and_files(self, workspace, run, path):
        code, out, _ = run("validate", path, "--format", "concise")
        assert code == 0
        assert "1 sag gennemgået" in out

    @pytest.mark.parametrize("path", ["2026-01", "sager/2026-002", "../andet", "samarbejd.yaml"])
    def test_a_case_that_is_not_there_is_answered_with_the_nearest(self, workspace, run, path):
        code, _, err = run("validate", path)
        assert code == 2
        assert f"fejl: Sagen {path} findes ikke" in err
        assert "hjælp: " in err

    def test_a_bad_profile_is_shown_with_its_place_and_stops_every_command(self, workspace, run):
        path = workspace / "samarbejde.yaml"
        path.write_text(path.read_text("utf-8") + "\nrytme:\n  ugedag: tirsdg\n", "utf-8")
        code, out, _ = run("validate")
        assert code == 2
        assert "samarbejde.yaml:" in out
        assert "Mente du `tirsdag`?" in out
        for command in (["status"], ["advance", "2026-001"]):
            code, _, err = run(*command)
            assert code == 2
            assert "Mente du `tirsdag`?" in err
            assert "samarbejde.yaml kan ikke bruges" in err

    def test_outside_a_workspace_it_says_how_to_get_one(self, tmp_path, monkeypatch, run):
        monkeypatch.chdir(tmp_path)
        code, _, err = run("validate")
        assert code == 2
        assert "samarbejde init" in err

    def test_no_cpr_number_reaches_the_screen(self, workspace, run):
        path = case(workspace) / "sag.yaml"
        path.write_text(path.read_text("utf-8").replace("cpr: 720810-4322", "cpr: 721310-4322"))
        code, out, _ = run("validate")
        assert code == 1
        assert "721310-xxxx" in out
        assert "4322" not in out


@pytest.mark.parametrize("name", EVERY_FILE)
@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (None, "SAM001"),
        (b"", "SAM007"),
        (b"# kun en bem\xc3\xa6rkning\n", "SAM007"),
        (bytes(range(256)), "SAM0"),
        ("navn: Bjørk".encode("cp1252"), "SAM005"),
        ("navn: Bjørk".encode("utf-16"), "SAM005"),
        (b"<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n", "SAM008"),
        (b"a:\n\tb: 1\n", "SAM009"),
        (b"a: &x 1\nb: *x\n", "SAM020"),
        (b"a: 1\n---\nb: 2\n", "SAM022"),
    ],
    ids=["missing", "empty", "comment", "junk", "cp1252", "utf16", "merge", "tab", "anchor", "two"],
)
def test_a_broken_file_is_a_finding_with_place_and_remedy(workspace, run, name, damage, code):
    path = case(workspace) / f"{name}.yaml"
    path.unlink()
    if damage is not None:
        path.write_bytes(damage)
    exit_code, out, err = run("validate")
    assert (exit_code, err) == (1, "")
    assert f"sager/2026-001/{name}.yaml:" in out
    assert f"{code}" in out
    assert "hjælp:" in out
    # every other command stays calm too
    assert run("status").code == 0
    assert run("advance", "2026-001").code == 1


@pytest.mark.parametrize("name", EVERY_FILE)
def test_line_endings_a_bom_and_decomposed_letters_change_nothing(workspace, run, name):
    path = case(workspace) / f"{name}.yaml"
    before = run("validate", "--format", "concise")
    text = "\ufeff" + normalize("NFD", path.read_text("utf-8")).replace("\n", "\r\n")
    path.write_bytes(text.encode())
    assert run("validate", "--format", "concise") == before


class TestAdvance:
    def test_moves_and_says_what_comes_next(self, workspace, run):
        code, out, err = run("advance", "2026-001")
        assert (code, err) == (0, "")
        assert "2026-001 er flyttet fra opfølgning til formøde (runde 2)." in out
        assert "Hold formødet" in out
        assert "hvem: Anne Holm" in (case(workspace) / "historik.yaml").read_text("utf-8")

    def test_shows_everything_that_stands_in_the_way(self, workspace, run):
        build(workspace, "# samtykke.yaml\noplysninger:\n# runder/1.yaml\nopfølgning:\n")
        code, out, _ = run("advance", "2026-001")
        assert code == 1
        assert "2026-001 er ikke flyttet til formøde:" in out
        assert "SAM402" in out

    @pytest.mark.parametrize("word", ["møde", "meeting", "mode"])
    def test_a_step_that_is_no_way_on_is_wrong_use(self, workspace, run, word):
        code, _, err = run("advance", "2026-001", "--to", word)
        assert code == 2
        assert "Herfra kan den flyttes til formøde eller afsluttet." in err

    def test_an_unknown_step_is_answered_with_the_nearest(self, workspace, run):
        code, _, err = run("advance", "2026-001", "--to", "formødet")
        assert code == 2
        assert "Mente du `formøde`?" in err

    @pytest.mark.parametrize(
        "arguments", [["--force"], ["--force", "--reason", "  "], ["--reason", "x"]]
    )
    def test_force_and_reason_belong_together(self, workspace, run, arguments):
        assert run("advance", "2026-001", *arguments).code == 2

    def test_a_dry_run_changes_no_byte(self, workspace, run):
        before = {path: path.read_bytes() for path in case(workspace).rglob("*.yaml")}
        code, out, _ = run("advance", "2026-001", "--dry-run")
        assert code == 0
        assert "kan flyttes" in out
        assert {path: path.read_bytes() for path in case(workspace).rglob("*.yaml")} == before


class TestNewCase:
    def test_a_new_case_is_valid_and_says_what_is_missing(self, workspace, run):
        code, out, _ = run("new-case", "--name", "Åse Bækgård", "--cpr", "671111-4321")
        assert code == 0
        assert re.search(r"Sagen 2026-002-[a-z]{4} er oprettet", out)
        code, out, _ = run("validate", "2026-002")
        assert code == 0
        assert "mangler" in out

    def test_the_folder_name_tells_nothing_of_the_person(self, workspace, run):
        run("new-case", "--name", "Åse Bækgård", "--cpr", "671111-4321")
        names = sorted(path.name for path in (workspace / "sager").iterdir() if path.is_dir())
        assert names[0] == "2026-001"
        assert re.fullmatch(r"2026-002-[bcdfghjkmnpqrstvwxz]{4}", names[1])

    def test_the_same_cpr_twice_is_refused_however_it_is_written(self, workspace, run):
        for cpr in ("7208104322", "720810 4322"):
            assert run("new-case", "--name", "En Anden", "--cpr", cpr).code == 1
        assert len(list((workspace / "sager").glob("2026-*"))) == 1

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["--cpr", "671111-4321"], "--name"),
            (["--name", "Åse"], "--cpr"),
            (["--name", " ", "--cpr", "671111-4321"], "Navnet er tomt."),
            (["--name", "Åse", "--cpr", "1111"], "ti cifre"),
            (["--name", "Åse", "--cpr", "991311-4321"], "en dato, der findes"),
            (["--name", "Åse", "--cpr", "671111-4321", "--date", "uge 6"], "tirsdag i uge 6"),
        ],
    )
    def test_wrong_values_are_explained_and_nothing_is_made(self, workspace, run, arguments, words):
        code, _, err = run("new-case", *arguments)
        assert code == 2
        assert words in err
        assert len(list((workspace / "sager").glob("2026-*"))) == 1

    @pytest.mark.parametrize(
        "name", ["Åse: [b]", "# nr. 2", "'Åse' \"B\"", "- Åse", "Null", "ja", "{x}"]
    )
    def test_any_name_reads_back_as_it_was_given(self, workspace, run, name):
        run("new-case", "--name", name, "--cpr", "671111-4321")
        code, out, _ = run("status", "--format", "json")
        assert code == 0
        assert json.loads(out)["cases"][1]["name"] == " ".join(name.split())


class TestInit:
    def test_makes_a_workspace_that_validates(self, tmp_path, run):
        target = tmp_path / "ny mappe" / "sager i Sorø"
        assert run("init", str(target), "--municipality", "Sorø Kommune").code == 0
        assert run("validate", "--workspace", str(target)).code == 0
        names = {path.name for path in target.iterdir()}
        assert {"samarbejde.yaml", "sager", "skabeloner", ".gitignore", ".gitattributes"} <= names

    def test_does_not_touch_a_workspace_that_is_there(self, workspace, run):
        before = (workspace / "samarbejde.yaml").read_bytes()
        assert run("init", str(workspace), "--municipality", "X").code == 2
        assert (workspace / "samarbejde.yaml").read_bytes() == before

    def test_a_file_in_the_way_and_an_unknown_profile_are_explained(self, tmp_path, run):
        (tmp_path / "fil").write_text("x")
        assert run("init", str(tmp_path / "fil"), "--municipality", "X").code == 1
        wrong = ["--municipality", "X", "--profile", "soroe-ung"]
        code, _, err = run("init", str(tmp_path / "x"), *wrong)
        assert code == 2
        assert "Mente du `soroe-unge`?" in err


class TestStatus:
    def test_lists_every_case_within_80_columns(self, workspace, run):
        code, out, _ = run("status")
        assert code == 0
        assert "2026-001" in out
        assert max(map(len, out.splitlines())) <= 80

    def test_a_broken_case_is_a_line_among_the_others(self, workspace, run):
        (case(workspace) / "sag.yaml").write_text("trin: [\n", "utf-8")
        code, out, _ = run("status")
        assert code == 0
        assert "kan ikke læses" in out


class TestExplain:
    def test_lists_every_rule(self, run):
        code, out, _ = run("explain")
        assert code == 0
        assert all(code in out for code in all_rules())

    def test_shows_one_rule_by_code_or_name_in_any_case(self, run):
        pages = {run("explain", word).out for word in ("SAM702", "sam702", "uddannelse-eller-job")}
        assert len(pages) == 1
        assert "Forkert:" in pages.pop()

    def test_an_unknown_code_is_answered_with_the_nearest(self, run):
        code, _, err = run("explain", "SAM7022")
        assert code == 2
        assert "Mente du `SAM702`?" in err


class TestSchema:
    def test_writes_one_schema_for_each_kind_of_file(self, tmp_path, run):
        code, out, _ = run("schema", "--output", str(tmp_path / "s"))
        assert code == 0
        names = {path.stem for path in (tmp_path / "s").glob("*.json")}
        assert names == {*EVERY_FILE[:-1], "breve", "runde", "samarbejde"}
        assert "8 skemaer" in out
        assert run("schema", "--output", str(tmp_path / "s")).code == 0


class TestSurroundings:
    def test_a_console_in_cp1252_prints_everything(self, workspace, whole):
        done = whole("status", PYTHONIOENCODING="cp1252", **DAY)
        assert done.returncode == 0
        assert "opfølgning" in done.stdout.decode("cp1252")

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no file size limit for a process")
    @pytest.mark.parametrize(
        "command", [["advance", "2026-001"], ["new-case", "--name", "Å", "--cpr", "671111-4321"]]
    )
    def test_a_full_disk_leaves_everything_as_it_was(self, workspace, program, command):
        # a half written .pyc of Python's own would be a fault of the next test
        call = program(*command, PYTHONDONTWRITEBYTECODE="1", **DAY)
        before = {path: path.read_bytes() for path in workspace.rglob("*.yaml")}
        limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))\n"
        call["args"][2] = limit + call["args"][2]
        done = subprocess.run(**call, capture_output=True, check=False, cwd=workspace)
        assert done.returncode == 1, done.stderr.decode()
        assert b"fejl:" in done.stderr
        assert b"Traceback" not in done.stderr
        assert {path: path.read_bytes() for path in workspace.rglob("*.yaml")} == before
        assert not list(workspace.rglob(".samarbejde-*"))
