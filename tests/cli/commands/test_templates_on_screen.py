"""Commands on Word templates, as the it-colleague meets them."""

import json
import os
import shutil
import subprocess
from io import BytesIO

import pytest
from docx import Document
from example_case import build

from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.documents.half_year import HALF_YEAR
from samarbejde_cli.documents.meeting_day import MEETING_DAY
from samarbejde_cli.documents.year_plan import YEAR_PLAN

FIRST = "skabeloner/dagsorden-første.docx"


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """The complete case in a workspace, and the present folder in it."""
    root = tmp_path / "Ungeteam Sorø"
    build(root)
    (root / "skabeloner").mkdir()
    monkeypatch.chdir(root)
    return root


def word_file(path, *paragraphs):
    document, stream = Document(), BytesIO()
    document.add_heading("Dagsorden", 1)
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(stream)
    path.write_bytes(stream.getvalue())
    return path


class TestCheck:
    def test_every_mistake_of_all_files_has_place_caret_and_remedy(self, workspace, run):
        word_file(workspace / FIRST, "Kære {{ ung.nvan }}", "{{ møde.dato | langdatoo }}")
        (workspace / "skabeloner" / "indkaldelse-første.docx").write_bytes(b"%PDF-1.7")
        code, out, err = run("templates", "check")
        assert (code, err) == (1, "")
        assert (
            f"""\
{FIRST}: brødtekst, afsnit 2
  fejl  Feltet »ung.nvan« findes ikke.
    | Kære {{{{ ung.nvan }}}}
    |      ^^^^^^^^^^^^^^
  hjælp: Mente du `ung.navn`?
"""
            in out
        )
        assert [line for line in out.splitlines() if line.startswith("skabeloner/")] == [
            f"{FIRST}: brødtekst, afsnit 2",
            f"{FIRST}: brødtekst, afsnit 3",
            "skabeloner/indkaldelse-første.docx: hele filen",
        ]
        assert max(map(len, out.splitlines())) <= 80

    def test_without_files_the_shipped_ones_are_checked_too(self, workspace, run):
        own = word_file(workspace / FIRST, "{{ ung.navn }}")
        found = json.loads(run("templates", "check", "--format", "json").out)
        files = [each["file"] for each in found["templates"]]
        kinds = [*KINDS.values(), MEETING_DAY, HALF_YEAR, YEAR_PLAN]
        shipped = [f"medfølgende/{name}" for kind in kinds for name in kind.templates()]
        assert files == [f"skabeloner/{own.name}", *shipped]

    def test_a_file_with_a_name_of_its_own_may_use_the_fields_of_all_kinds(self, workspace, run):
        word_file(workspace / "brev.docx", "{{ svarfrist }} {{ tider.velkomst }} {{ hund }}")
        code, out, _ = run("templates", "check", "brev.docx", "--format", "concise")
        assert code == 1
        assert out == (
            "brev.docx: brødtekst, afsnit 2: fejl  Feltet »hund« findes ikke.\n"
            "1 skabelon gennemgået: 1 fejl.\n"
        )

    def test_a_template_without_mistakes_is_all_right_outside_a_workspace_too(
        self, tmp_path, monkeypatch, run
    ):
        monkeypatch.chdir(tmp_path)
        word_file(tmp_path / "dagsorden.docx", "{{ tider.velkomst | kl }} {{ ung.navn }}")
        expected = (0, "1 skabelon gennemgået: intet at bemærke.\n", "")
        assert run("templates", "check", "dagsorden.docx") == expected

    def test_json_has_a_version_the_kind_and_the_place(self, workspace, run):
        word_file(workspace / FIRST, "{{ ung.nvan }}")
        found = json.loads(run("templates", "check", FIRST, "--format", "json").out)
        (mistake,) = found["templates"][0]["mistakes"]
        assert (found["version"], found["templates"][0]["kind"]) == (1, "dagsorden")
        assert (mistake["code"], mistake["part"], mistake["paragraph"]) == (
            "unknown_field", "brødtekst", 2,
        )  # fmt: skip

    def test_the_points_of_the_agenda_are_those_of_the_municipality(self, workspace, run):
        settings = workspace / "samarbejde.yaml"
        points = "\ndagsorden:\n  første:\n    - {nøgle: kaffe, vægt: 1}\n"
        settings.write_text(settings.read_text("utf-8") + points, "utf-8")
        word_file(workspace / FIRST, "{{ tider.kaffe }}")
        assert run("templates", "check", FIRST).code == 0


class TestList:
    def test_says_which_are_mine_and_what_nobody_uses(self, workspace, run):
        word_file(workspace / FIRST)
        word_file(workspace / "skabeloner" / "dagsorden.docx")
        code, out, _ = run("templates", "list")
        assert code == 0
        lines = [line.split() for line in out.splitlines()]
        mine = lines.index(["dagsorden", "dagsorden-første.docx", "møde"])
        assert lines[mine + 1] == ["jeres", "egen"]
        shipped = lines.index(["dagsorden", "dagsorden-opfølgning.docx", "møde"])
        assert lines[shipped + 1] != ["jeres", "egen"]
        assert (
            "Bruges ikke: skabeloner/dagsorden.docx\n"
            "  Giv den navnet dagsorden-første.docx, hvis den skal bruges i stedet for den.\n"
        ) in out
        assert max(map(len, out.splitlines())) <= 80

    def test_json(self, workspace, run):
        word_file(workspace / FIRST)
        found = json.loads(run("templates", "list", "--format", "json").out)
        assert found["version"] == 1
        assert {
            "kind": "dagsorden",
            "template": "dagsorden-første.docx",
            "own": True,
            "path": FIRST,
            "steps": ["møde"],
        } in found["templates"]


class TestFields:
    @pytest.mark.parametrize("kind", KINDS)
    def test_shows_every_path_whole_within_80_columns(self, workspace, run, kind):
        code, out, _ = run("templates", "fields", kind)
        assert code == 0
        assert max(map(len, out.splitlines())) <= 80
        paths = {line.split()[0] for line in out.splitlines() if line.strip()}
        assert {known.path for known in KINDS[kind].schema() if known.keys is None} <= paths

    def test_a_field_has_type_description_and_example(self, workspace, run):
        found = json.loads(run("templates", "fields", "dagsorden", "--format", "json").out)
        assert (found["version"], found["kind"]) == (1, "dagsorden")
        room = next(each for each in found["fields"] if each["path"] == "møde.lokale")
        assert room | {"example": ""} == {
            "path": "møde.lokale",
            "type": "tekst",
            "description": "Lokalets navn",
            "presence": "kræves",
            "example": "",
        }
        assert room["example"]

    def test_an_unknown_kind_is_answered_with_the_nearest(self, workspace, run):
        code, out, err = run("templates", "fields", "agnda")
        assert (code, out) == (2, "")
        assert "Mente du `agenda`?" in err


class TestCopyAndDiff:
    def test_a_copy_is_equal_until_it_is_changed(self, workspace, run):
        code, out, _ = run("templates", "copy", "agenda")
        assert (code, out.splitlines()[0]) == (0, f"kopieret: {FIRST}")
        assert run("templates", "check", FIRST).code == 0
        equal = run("templates", "diff", "agenda")
        assert (equal.code, equal.out.splitlines()[0]) == (
            0, "dagsorden-første.docx: ingen forskel i teksten.",
        )  # fmt: skip
        document = Document(workspace / FIRST)
        document.add_paragraph("Kaffe kl. {{ tider.velkomst | kl }}")
        document.save(workspace / FIRST)
        assert "\n+Kaffe kl. {{ tider.velkomst | kl }}\n" in run("templates", "diff", "agenda").out

    def test_without_one_of_ones_own_there_is_nothing_to_compare(self, workspace, run):
        expected = (0, "mål-og-aftaleskema.docx: I bruger den medfølgende.\n", "")
        assert run("templates", "diff", "goals") == expected

    def test_ones_own_is_replaced_only_with_overwrite(self, workspace, run):
        mine = word_file(workspace / FIRST, "Vores egen").read_bytes()
        code, out, err = run("templates", "copy", "agenda")
        assert code == 1
        assert f"beholdt: {FIRST}\n" in out
        assert "--overwrite" in err
        assert (workspace / FIRST).read_bytes() == mine
        assert run("templates", "copy", "agenda", "--overwrite").code == 0
        old = workspace / "skabeloner" / "dagsorden-første (tidligere 1).docx"
        assert old.read_bytes() == mine


class TestText:
    def test_shows_headings_paragraphs_and_tables(self, tmp_path, run):
        document = Document()
        document.add_heading("Dagsorden", 1)
        document.add_paragraph("Kære Søren")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Kl. 9.00", "Velkomst"
        document.save(tmp_path / "brev.docx")
        expected = "# Dagsorden\nKære Søren\n| Kl. 9.00 | Velkomst |\n"
        assert run("text", str(tmp_path / "brev.docx")) == (0, expected, "")

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"%PDF-1.7", "PDF"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
            (b"hej", "ikke en Word-fil"),
            (b"", "ikke en Word-fil"),
        ],
    )
    def test_what_is_no_word_file_is_refused_by_its_name(self, tmp_path, run, content, said):
        path = tmp_path / "brev.docx"
        path.write_bytes(content)
        code, out, err = run("text", str(path))
        assert (code, out) == (1, "")
        assert err.startswith("fejl: brev.docx\n")
        assert said in err
        assert "hjælp: " in err


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_git_shows_what_changed_in_a_word_file(tmp_path, run):
    """``init`` has told git all that it needs."""
    root = tmp_path / "Ungeteam Sorø"
    assert run("init", str(root), "--municipality", "Sorø Kommune").code == 0
    template = root / "skabeloner" / "brev.docx"
    word_file(template, "Kære {{ ung.navn }}", "Kom kl. 9.")
    git(root, "add", ".")
    git(root, "commit", "-qnm", "x")
    word_file(template, "Kære {{ ung.kaldenavn }}", "Kom kl. 9.")
    shown = git(root, "diff")
    assert "\n-Kære {{ ung.navn }}\n+Kære {{ ung.kaldenavn }}\n Kom kl. 9.\n" in shown


def git(folder, *arguments):
    """Run git as nobody in particular; return what it printed."""
    who = ["-c", "user.name=Anne Holm", "-c", "user.email=anne@example.com"]
    nowhere = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["git", *who, "--no-pager", *arguments],  # noqa: S607 — whichever git is there
        cwd=folder,
        env={**os.environ, **nowhere},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout
