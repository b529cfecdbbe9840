"""``init`` and ``doctor``: what the repository of a workspace needs, found and mended."""

import re

import pytest
from git_desk import Desk, alone, examples_in_git, git

from samarbejde_cli.__main__ import main
from samarbejde_cli.files.synced_folders import synchroniser_of

CASE = "sager/2026-001"
WELL = (0, "Git og mappen er, som de skal være.")


@pytest.fixture(autouse=True)
def _nobodys_settings(tmp_path, monkeypatch):
    alone(tmp_path, monkeypatch)


@pytest.fixture
def desk(tmp_path, capsys):
    return examples_in_git(tmp_path, capsys)


def init(root, capsys, *words):
    assert main(["init", str(root), "--municipality", "Birkeby Kommune", *words]) == 0
    return Desk(root, capsys), " ".join(capsys.readouterr().out.split())


class TestInit:
    def test_a_new_workspace_is_in_git_with_all_it_needs_and_saved(self, tmp_path, capsys):
        desk, said = init(tmp_path / "ws", capsys)
        assert "Den er lagt i git" in said
        assert desk.subjects() == ["Ny arbejdsmappe"]
        assert desk.git("log", "-1", "--format=%an").strip() == "Anne Eksempel"
        assert desk.git("status", "--porcelain") == ""
        assert desk.git("branch", "--show-current").strip() == "main"
        assert desk.samarbejde("doctor") == WELL

    def test_without_git_it_is_left_out(self, tmp_path, capsys, monkeypatch):
        _, said = init(tmp_path / "ws", capsys, "--no-git")
        assert not (tmp_path / "ws/.git").exists()
        assert "lagt i git" not in said
        monkeypatch.setenv("PATH", str(tmp_path))
        _, said = init(tmp_path / "ws2", capsys)
        assert "Git er ikke installeret" in said
        assert "samarbejde doctor --fix" in said
        monkeypatch.undo()
        alone(tmp_path, monkeypatch)
        desk = Desk(tmp_path / "ws2", capsys)
        assert desk.samarbejde("doctor", "--fix").code == 0
        assert desk.subjects() == ["Ny arbejdsmappe"]

    def test_a_repository_that_is_there_is_joined_and_the_rest_left_alone(self, tmp_path, capsys):
        git(tmp_path, "init", "-q")
        (tmp_path / "andet.txt").write_text("ikke vores", "utf-8")
        (tmp_path / "ude.txt").write_text("på vej", "utf-8")
        git(tmp_path, "add", "ude.txt")
        desk, said = init(tmp_path / "ws", capsys)
        assert "det git, der er i mappen i forvejen" in said
        names = git(tmp_path, "ls-tree", "-r", "--name-only", "HEAD").splitlines()
        assert names
        assert all(name.startswith("ws/") for name in names)
        assert git(tmp_path, "diff", "--cached", "--name-only") == "ude.txt\n"
        assert desk.samarbejde("doctor") == WELL

    def test_what_the_repository_around_ignores_gets_its_own(self, tmp_path, capsys):
        git(tmp_path, "init", "-q")
        (tmp_path / ".gitignore").write_text("ws/\n", "utf-8")
        init(tmp_path / "ws", capsys)
        assert (tmp_path / "ws/.git").is_dir()

    def test_attributes_that_are_there_are_kept(self, tmp_path, capsys):
        (tmp_path / "ws").mkdir()
        (tmp_path / "ws/.gitattributes").write_text("*.png binary", "utf-8")
        desk, _ = init(tmp_path / "ws", capsys)
        assert (tmp_path / "ws/.gitattributes").read_text("utf-8").startswith("*.png binary\n")
        assert desk.samarbejde("doctor") == WELL

    def test_somebody_without_a_name_in_git_can_begin(self, tmp_path, capsys, monkeypatch):
        alone(tmp_path, monkeypatch, "")
        desk, _ = init(tmp_path / "ws", capsys)
        assert desk.git("log", "-1", "--format=%an").strip() == "samarbejde"
        code, text = desk.samarbejde("doctor")
        assert code == 1
        assert "Git ved ikke, hvem du er" in text


class TestClone:
    def test_a_clone_is_mended_and_two_changes_of_one_file_merge(self, desk, tmp_path, capsys):
        git(tmp_path, "clone", "-q", desk.root, "klon")
        clone = Desk(tmp_path / "klon", capsys)
        code, text = clone.samarbejde("doctor")
        assert (code, text.count("Ikke i orden")) == (1, text.count("doctor --fix` retter det"))
        assert "hvordan sager flettes" in text
        code, text = clone.samarbejde("doctor", "--fix")
        assert code == 0
        assert text.startswith("Rettet:")
        assert clone.samarbejde("doctor") == WELL
        for each, name in ((desk, "Karin Friis"), (clone, "Bo Kjær")):
            assert each.samarbejde("add", "2026-001", "person", name, "skole").code == 0
            each.git("commit", "-qanm", "en til i teamet")
        clone.git("pull", "-q", "--no-rebase", "--no-edit")
        team = clone.root.joinpath(CASE, "team.yaml").read_text("utf-8")
        assert "Karin Friis" in team
        assert "Bo Kjær" in team

    def test_the_driver_and_the_text_of_word_files_are_of_this_very_program(self, desk):
        desk.samarbejde("templates", "copy", "dagsorden")
        desk.git("add", "-A")
        assert "+{{ kommune.navn }}" in desk.git("diff", "--cached", "--", "*.docx")
        desk.git("config", "merge.samarbejde.driver", "samarbejde merge-driver %O %A %B %P")
        assert desk.samarbejde("doctor").code == 1
        assert desk.samarbejde("doctor", "--fix").code == 0
        assert "-P -m samarbejde_cli merge-driver %O" in desk.git(
            "config", "merge.samarbejde.driver"
        )


class TestAilments:
    def test_attributes_and_rules_of_what_to_ignore(self, desk):
        desk.write(".gitattributes", "*.yaml merge=union\n")
        desk.write(".gitignore", "")
        desk.root.joinpath("sager/.gitignore").unlink(missing_ok=True)
        code, text = desk.samarbejde("doctor")
        assert code == 1
        assert "Dannede papirer" in text
        assert ".gitattributes siger ikke" in text
        assert desk.samarbejde("doctor", "--fix").code == 0
        assert "samarbejde" in desk.git("check-attr", "merge", "--", f"{CASE}/plan.yaml")

    def test_a_rule_that_leaves_the_cases_out_is_told_with_its_place(self, desk):
        ignored = desk.root.joinpath(".gitignore").read_text("utf-8")
        desk.write(".gitignore", f"{ignored}*.yaml\n")
        code, text = desk.samarbejde("doctor")
        assert code == 1
        assert re.search(r"springe sagernes filer over \(\.gitignore:\d+:\*\.yaml\)", text)
        desk.write(".gitignore", f"{ignored}*.yaml\n!*.yaml\n")
        assert desk.samarbejde("doctor") == WELL

    def test_papers_go_out_of_git_and_stay_in_the_folder(self, desk):
        paper = f"{CASE}/dokumenter/dagsorden.docx"
        desk.write(paper, "papir")
        desk.write(f"{CASE}/brev æ.PDF", "papir")
        desk.git("add", "-f", paper, f"{CASE}/brev æ.PDF")
        desk.git("commit", "-qnm", "med papir")
        code, text = desk.samarbejde("doctor")
        assert code == 1
        assert "2 filer, som ikke hører til i git" in text
        desk.change("samarbejde.yaml", "kommune:", "# på vej\nkommune:")
        code, text = desk.samarbejde("doctor", "--fix")
        assert code == 1
        assert "Gem dem med `samarbejde save`" in text
        desk.git("commit", "-qanm", "gemt")
        assert desk.samarbejde("doctor", "--fix").code == 0
        assert (desk.root / paper).read_text("utf-8") == "papir"
        assert "brev æ" not in desk.git("-c", "core.quotepath=off", "ls-files")
        assert desk.git("diff", "--cached", "--name-only") == ""

    def test_line_ends_of_windows_in_git_are_made_alike(self, desk):
        desk.write(".gitattributes", "*.yaml -text\n")
        path = desk.root / CASE / "plan.yaml"
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        desk.git("commit", "-qanm", "windows")
        code, text = desk.samarbejde("doctor")
        assert code == 1
        assert "1 fil er gemt i git med linjeskift fra Windows" in text
        assert desk.samarbejde("doctor", "--fix").code == 1  # the attributes are not saved yet
        desk.git("add", "-A")
        desk.git("commit", "-qnm", "gemt")
        assert desk.samarbejde("doctor", "--fix").code == 0
        assert "i/crlf" not in desk.git("ls-files", "--eol")

    @pytest.mark.parametrize(
        ("url", "host"),
        [
            ("https://github.com/kommune/sager.git", "github.com"),
            ("git@gitlab.com:kommune/sager.git", "gitlab.com"),
            ("ssh://git@ssh.GitHub.com:443/kommune/sager.git", "github.com"),
            ("https://birkeby@dev.azure.com/birkeby/_git/sager", "dev.azure.com"),
            ("mit:sager.git", "codeberg.org"),
        ],
    )
    def test_a_public_host_is_told_unless_the_municipality_approves_it(self, desk, url, host):
        desk.git("config", "url.https://codeberg.org/birkeby/.insteadOf", "mit:")
        desk.git("remote", "add", "origin", url)
        code, text = desk.samarbejde("doctor")
        assert code == 1
        assert f"sendt til {host} (origin)" in text
        settings = desk.root.joinpath("samarbejde.yaml").read_text("utf-8")
        desk.write("samarbejde.yaml", f"{settings}git: {{godkendte_værter: [{host}]}}\n")
        assert desk.samarbejde("doctor") == WELL

    @pytest.mark.parametrize(
        "url",
        ["//filserver/sager/sager.git", "C:/sager.git", "git@git.birkeby.example:sager.git",
         "https://git.birkeby.example/github.com/sager.git", "file:///srv/sager.git", "../ud.git"],
    )  # fmt: skip
    def test_the_municipalitys_own_places_are_well(self, desk, url):
        desk.git("remote", "add", "origin", url)
        assert desk.samarbejde("doctor") == WELL

    def test_only_the_address_for_sending_is_public(self, desk):
        desk.git("remote", "add", "origin", "../ud.git")
        desk.git("remote", "set-url", "--push", "origin", "git@github.com:kommune/sager.git")
        assert "github.com" in desk.samarbejde("doctor").text

    @pytest.mark.parametrize(
        ("name", "program"),
        [
            ("OneDrive - Birkeby Kommune/Sager", "OneDrive"),
            ("Dropbox/Sager", "Dropbox"),
            ("CloudStorage/GoogleDrive-a@b.example/Sager", "Google Drev"),
            ("Sager i Dropbox-tiden", None),
            ("Boxen/Sager", None),
        ],
    )
    def test_a_folder_that_another_program_copies(self, tmp_path, name, program):
        assert synchroniser_of(tmp_path / name, {}) == program

    def test_a_synchronised_folder_by_its_mark_and_by_the_systems_word(self, desk, monkeypatch):
        desk.root.parent.joinpath(".stfolder").mkdir()
        code, text = desk.samarbejde("doctor")
        assert code == 1
        assert "Syncthing kopierer" in text
        desk.root.parent.joinpath(".stfolder").rmdir()
        monkeypatch.setenv("OneDriveCommercial", str(desk.root.parent))
        assert "OneDrive kopierer" in desk.samarbejde("doctor").text
