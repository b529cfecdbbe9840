"""``sync`` between colleagues, with the real git: every way it can go, in words that work."""

import re
import shlex

import pytest
from git_desk import ROOT, alone, colleague, examples_in_git, git, shared_copy

from samarbejde_cli.__main__ import main

CASE, FOLDER = "2026-001", "sager/2026-001"
TEAM = f"{FOLDER}/team.yaml"
SAME = (0, "Alt er ens hos dig og i den fælles kopi.")


@pytest.fixture(autouse=True)
def _nobodys_settings(tmp_path, monkeypatch):
    alone(tmp_path, monkeypatch)


@pytest.fixture
def anne(tmp_path, capsys):
    return examples_in_git(tmp_path, capsys)


@pytest.fixture
def shared(tmp_path, anne):
    return shared_copy(tmp_path, anne)


@pytest.fixture
def bo(tmp_path, shared, capsys):
    return colleague(tmp_path, shared, capsys)


def phone(desk, number, case=CASE):
    assert desk.samarbejde("set", case, f"ung.telefon={number}").code == 0
    assert desk.samarbejde("save").code == 0


def member(desk, name):
    assert desk.samarbejde("add", CASE, "person", name, "skole").code == 0
    assert desk.samarbejde("save").code == 0


def works_with(desk, way):
    settings = (desk.root / "samarbejde.yaml").read_text("utf-8")
    desk.write("samarbejde.yaml", f"{settings}git: {{samler_med: {way}}}\n")
    assert desk.samarbejde("save").code == 0


@pytest.mark.parametrize("way", ["merge", "rebase"])
class TestTwoPeople:
    def test_changes_beside_each_other_are_both_kept(self, anne, bo, way):
        works_with(anne, way)
        assert anne.samarbejde("sync").text == "Sendt: det, du har gemt 1 gang."
        assert "Hentet: det, andre har gemt 1 gang." in bo.samarbejde("sync").text
        assert bo.samarbejde("sync") == SAME
        member(anne, "Karin Friis")
        anne.samarbejde("sync")
        member(bo, "Bo Kjær")
        code, text = bo.samarbejde("sync")
        assert code == 0
        assert text.startswith("Hentet: det, andre har gemt 1 gang, i 2026-001. Sendt:")
        assert anne.samarbejde("sync").code == 0
        for desk in (anne, bo):
            team = (desk.root / TEAM).read_text("utf-8")
            assert "Karin Friis" in team
            assert "Bo Kjær" in team
            assert desk.samarbejde("sync") == SAME
        is_straight = not bo.git("log", "--merges", "--format=%s")
        assert is_straight is (way == "rebase")
        assert bo.git("log", "--merges", "--format=%s") in ("", "Samlet med det, andre har gemt\n")

    def test_the_same_value_is_settled_in_words_and_sent(self, anne, bo, way):
        works_with(anne, way)
        anne.samarbejde("sync")
        bo.samarbejde("sync")
        phone(anne, "20 30 40 50")
        anne.samarbejde("sync")
        phone(bo, "20 30 40 51")
        phone(bo, "20 30 40 52", "2026-002")
        code, text = bo.samarbejde("sync")
        assert code == 1
        assert f"I har ændret det samme i {FOLDER}/sag.yaml." in text
        for command in ("save", "sync", "undo"):
            code, text = bo.samarbejde(command)
            assert code == 1
            assert "står med begge udgaver" in text
            assert "samarbejde conflicts" in text
        assert bo.samarbejde("conflicts", "--mine").code == 0
        assert bo.samarbejde("save") == (0, "De to udgaver er samlet og gemt.")
        assert "Sendt:" in bo.samarbejde("sync").text
        anne.samarbejde("sync")
        assert "20 30 40 51" in (anne.root / FOLDER / "sag.yaml").read_text("utf-8")
        assert "20 30 40 52" in (anne.root / "sager/2026-002/sag.yaml").read_text("utf-8")

    def test_what_is_not_saved_is_neither_lost_nor_in_the_way(self, anne, bo, way):
        works_with(anne, way)
        anne.samarbejde("sync")
        bo.samarbejde("sync")
        phone(anne, "20 30 40 50")
        anne.samarbejde("sync")
        bo.samarbejde("set", CASE, "ung.telefon=20 30 40 51")
        code, text = bo.samarbejde("sync")
        assert code == 1
        assert f"Du har ændret noget, som ikke er gemt, fx {FOLDER}/sag.yaml" in text
        assert "20 30 40 51" in (bo.root / FOLDER / "sag.yaml").read_text("utf-8")
        bo.git("checkout", "-q", ".")
        bo.write("egne noter.txt", "ringet")
        assert bo.samarbejde("sync").code == 0
        assert (bo.root / "egne noter.txt").exists()


def test_unsaved_work_elsewhere_does_not_stop_a_merge(anne, bo):
    phone(anne, "20 30 40 50")
    anne.samarbejde("sync")
    bo.samarbejde("set", "2026-002", "ung.telefon=20 30 40 51")
    code, text = bo.samarbejde("sync")
    assert code == 0
    assert "Noget er ændret og ikke gemt; `samarbejde save` gemmer det." in text


@pytest.mark.parametrize(
    ("choice", "is_kept", "way"),
    [("--mine", True, "merge"), ("--mine", True, "rebase"), ("--theirs", False, "merge")],
)
def test_deleted_by_one_and_changed_by_the_other_is_asked(anne, bo, choice, is_kept, way):
    """A case that is kept is kept whole, also what nobody changed in it."""
    works_with(bo, way)
    bo.samarbejde("sync")
    anne.samarbejde("sync")
    before = sorted(bo.git("ls-files", FOLDER).splitlines())
    anne.git("rm", "-rq", FOLDER)
    anne.samarbejde("save")
    anne.samarbejde("sync")
    phone(bo, "20 30 40 51")
    assert bo.samarbejde("sync").code == 1
    assert bo.samarbejde("save").code == 1
    assert bo.samarbejde("conflicts", choice).code == 0
    assert bo.samarbejde("save").code == 0
    assert bo.samarbejde("sync").code == 0
    assert sorted(bo.git("ls-files", FOLDER).splitlines()) == (before if is_kept else [])


def test_settled_by_hand_in_an_editor(anne, bo):
    phone(anne, "20 30 40 50")
    anne.samarbejde("sync")
    phone(bo, "20 30 40 51")
    bo.samarbejde("sync")
    path = bo.root / FOLDER / "sag.yaml"
    kept, skip = [], False
    for line in path.read_text("utf-8").splitlines(keepends=True):
        skip = (skip or line.startswith(("=======", "|||||||"))) and not line.startswith(">>>>>>>")
        if not skip and not line.startswith(("<<<<<<<", ">>>>>>>")):
            kept.append(line)
    path.write_text("".join(kept), "utf-8")
    assert bo.samarbejde("save") == (0, "De to udgaver er samlet og gemt.")
    assert bo.samarbejde("sync").code == 0


def test_somebody_is_quicker(anne, bo):
    """A hook sends a colleague's commit between the fetch and the push."""
    phone(bo, "20 30 40 51", "2026-002")
    hook = anne.root / ".git/hooks/pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ncd '{bo.root}' && unset GIT_DIR && git push -q || true\n", "utf-8")
    hook.chmod(0o755)
    phone(anne, "20 30 40 50")
    code, text = anne.samarbejde("sync")
    assert code == 0
    assert (
        "Hentet: det, andre har gemt 1 gang, i 2026-002. Sendt: det, du har gemt 2 gange." in text
    )
    assert anne.samarbejde("sync") == SAME


def test_an_empty_shared_copy_gets_the_first(tmp_path, anne):
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "tom æøå.git")
    code, text = anne.samarbejde("sync")
    assert code == 1
    assert "Der er ikke noget sted at hente fra" in text
    anne.git("remote", "add", "origin", "../tom æøå.git")
    assert anne.samarbejde("sync").text == "Sendt: det, du har gemt 2 gange."
    assert anne.samarbejde("sync") == SAME


def test_two_remotes_are_asked_about_once(tmp_path, anne, shared):
    anne.git("config", "--unset", "branch.main.remote")
    git(tmp_path, "clone", "-q", "--bare", str(shared), "anden.git")
    anne.git("remote", "add", "anden", str(tmp_path / "anden.git"))
    phone(anne, "20 30 40 50")
    code, text = anne.samarbejde("sync")
    assert code == 1
    assert "Der er flere steder at sende til: anden og origin." in text
    assert "samarbejde sync --remote anden" in text
    assert "flere steder" in anne.samarbejde("doctor").text
    assert anne.samarbejde("sync", "--remote", "findes-ikke").code == 2
    assert anne.samarbejde("sync", "--remote", "anden").code == 0
    assert anne.samarbejde("sync") == SAME
    assert anne.samarbejde("doctor").code == 0


def test_a_shared_copy_that_is_gone_or_says_no(tmp_path, anne, shared):
    phone(anne, "20 30 40 50")
    shared.rename(tmp_path / "flyttet.git")
    code, text = anne.samarbejde("sync")
    assert code == 1
    assert f"Den fælles kopi {shared} kan ikke nås." in text
    (tmp_path / "flyttet.git").rename(shared)
    hook = shared / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    assert "har sagt nej til det, du sender" in anne.samarbejde("sync").text
    hook.unlink()
    assert anne.samarbejde("sync").code == 0


def test_no_password_is_shown(anne):
    anne.git("remote", "add", "origin", "https://anne:hemmelig@localhost:1/sager.git")
    code, text = anne.samarbejde("sync")
    assert code == 1
    assert "https://localhost:1/sager.git kan ikke nås" in text
    assert "hemmelig" not in text


def test_a_colleagues_folder_is_no_shared_copy(anne, bo):
    anne.git("remote", "set-url", "origin", str(bo.root))
    phone(anne, "20 30 40 50")
    code, text = anne.samarbejde("sync")
    assert code == 1
    assert "er en arbejdsmappe, som nogen bruger" in text


def test_nothing_in_common(tmp_path, anne, capsys):
    other = examples_in_git(tmp_path, capsys, "andre")
    other.git("commit", "-q", "--amend", "-nm", "anderledes")
    other.git("checkout", "-q", "--orphan", "ny")
    other.git("commit", "-qnm", "helt ny")
    other.git("branch", "-qM", "main")
    shared_copy(tmp_path, anne)
    other.git("remote", "add", "origin", str(tmp_path / "faelles.git"))
    code, text = other.samarbejde("sync")
    assert code == 1
    assert "ikke noget til fælles" in text
    assert other.samarbejde("doctor").code == 0


def test_a_public_host_gets_nothing(anne):
    anne.git("remote", "add", "origin", "https://github.com/birkeby/sager.git")
    code, text = anne.samarbejde("sync")
    assert code == 1
    assert "github.com" in text
    assert "databehandleraftale" in text


def test_a_shallow_clone_gets_the_rest(tmp_path, anne, shared, capsys):
    phone(anne, "20 30 40 50")
    anne.samarbejde("sync")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{shared}", "kort")
    bo = type(anne)(tmp_path / "kort", capsys)
    code, text = bo.samarbejde("doctor", "--fix")
    assert code == 1
    assert "shallow clone" in text
    phone(bo, "20 30 40 51")
    assert bo.samarbejde("sync").code == 0
    assert bo.git("rev-parse", "--is-shallow-repository") == "false\n"
    assert bo.samarbejde("doctor").code == 0


def test_what_the_page_for_the_it_colleague_says_works(tmp_path, capsys, monkeypatch):
    """Each block of docs/git.md is typed as it stands, in folders of this test."""
    page = (ROOT / "docs/git.md").read_text("utf-8").partition("# Til it-kollegaen")[2]
    _, make, clone = re.findall(r"```\n(git .*?)```", page, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    assert main(["init", "Ungesager", "--municipality", "Jeres Kommune"]) == 0
    places = {"//filserver/sager/": f"{tmp_path}/", "C:\\Sager": "Sager"}
    for line in [*make.splitlines(), "cd ..", *clone.splitlines(), "samarbejde sync"]:
        typed = line
        for there, here in places.items():
            typed = typed.replace(there, here)
        program, *words = shlex.split(typed)
        if program == "cd":
            monkeypatch.chdir(words[0])
        elif program == "git":
            git(".", *words)
        else:
            assert main(words) == 0, line
    assert capsys.readouterr().out.endswith(f"{SAME[1]}\n")
