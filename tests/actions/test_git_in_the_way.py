"""Everything that can be in git's way, each with the real git: words that say what, and help."""

import re
import shlex
import shutil
import stat
import subprocess

import pytest
from git_desk import NAMED, Desk, alone, examples_in_git, git, shared_copy

from samarbejde_cli.files.git_program import Answer

CASE, FOLDER = "2026-001", "sager/2026-001"
ENGLISH = re.compile(r"\b(fatal|hint:|error:|please|your|cannot|not a git|the)\b", re.IGNORECASE)
COMMANDS = (("save",), ("sync",), ("undo",))


@pytest.fixture(autouse=True)
def _nobodys_settings(tmp_path, monkeypatch):
    alone(tmp_path, monkeypatch)


@pytest.fixture
def desk(tmp_path, capsys):
    desk = examples_in_git(tmp_path, capsys)
    desk.samarbejde("set", CASE, "ung.telefon=20 30 40 50")
    return desk


def phone(desk, number):
    assert desk.samarbejde("set", CASE, f"ung.telefon={number}").code == 0


def refused(desk, what, commands=COMMANDS):
    """Return what every command says when something is in the way, in Danish and alike."""
    said = {desk.samarbejde(*words) for words in (*commands, ("doctor",))}
    assert {each.code for each in said} == {1}
    for _, text in said:
        assert what in text
        assert not ENGLISH.search(text.replace(str(desk.root), ""))
    return min(said, key=lambda each: len(each.text)).text


def follow(folder, text):
    """Do what a message advises to type in git."""
    for line in re.findall(r"git switch [-\w ]+\w", text):
        subprocess.run(shlex.split(line), cwd=folder, check=True, capture_output=True)


def test_git_is_not_installed_or_too_old(desk, monkeypatch, tmp_path):
    place = tmp_path / "bin"
    place.mkdir()
    real = shutil.which("git")
    monkeypatch.setenv("PATH", str(place))
    text = refused(desk, "Git er ikke installeret")
    assert "git-scm.com" in text
    old = place / "git"
    old.write_text(
        f'#!/bin/sh\ncase "$*" in *version) echo git version 2.17.1;; *) exec {real} "$@";; esac\n'
    )
    old.chmod(old.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{place}:/bin:/usr/bin")
    refused(desk, "Git er for gammelt: version 2.17. Programmet skal bruge 2.28 eller nyere.")
    assert desk.samarbejde("validate", CASE).code == 0


def test_the_folder_is_in_no_repository(desk):
    (desk.root / ".git").rename(desk.root.parent / "væk")
    assert "`samarbejde doctor --fix` lægger den i git" in refused(desk, "ligger ikke i git")
    assert desk.samarbejde("doctor", "--fix").code == 0
    assert desk.samarbejde("save").code == 0


def test_git_does_not_trust_the_folder(desk, monkeypatch):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    text = refused(desk, "en anden bruger ejer den")
    line = re.search(r"git config --global --add safe.directory \S+", text)[0]
    subprocess.run(shlex.split(line), check=True)
    assert desk.samarbejde("save").code == 0


def test_an_old_commit_is_checked_out(desk):
    desk.samarbejde("save")
    desk.git("switch", "-q", "--detach", "HEAD~1")
    text = refused(desk, "Mappen viser en gammel udgave")
    assert text.endswith("git switch main")
    follow(desk.root, text)
    phone(desk, "20 30 40 51")
    assert desk.samarbejde("save").code == 0


def test_work_that_belongs_to_no_branch_is_not_lost(desk):
    desk.git("switch", "-q", "--detach")
    desk.git("commit", "-qanm", "uden gren")
    text = refused(desk, "hører ikke til nogen gren")
    follow(desk.root, text)
    assert desk.git("branch", "--show-current") == "reddet\n"
    phone(desk, "20 30 40 51")
    assert desk.samarbejde("save").code == 0


def two_versions(desk):
    """Save a value in two ways on two branches."""
    desk.samarbejde("save")
    desk.git("switch", "-qc", "anden", "HEAD~1")
    phone(desk, "20 30 40 51")
    desk.samarbejde("save")
    desk.git("switch", "-q", "main")


@pytest.mark.parametrize(
    ("word", "begin"),
    [
        ("merge", ("merge", "-q", "anden")),
        ("rebase", ("rebase", "-q", "anden")),
        ("cherry-pick", ("cherry-pick", "anden")),
        ("revert", ("revert", "--no-edit", "HEAD~1")),
    ],
)
class TestUnderWay:
    @pytest.fixture
    def stopped(self, desk, word, begin):
        two_versions(desk)
        if word == "revert":
            phone(desk, "20 30 40 52")
            desk.samarbejde("save")
        desk.git(*begin, check=False)
        return desk

    def test_it_is_given_up_or_settled_and_finished(self, stopped, word, begin):
        before = stopped.git("rev-parse", "main")
        text = refused(stopped, f"ikke færdig (git {word}): {FOLDER}/sag.yaml står med begge")
        assert "samarbejde conflicts" in text
        (abort,) = re.findall(r"git [\w-]+ --abort", text)
        subprocess.run(shlex.split(abort), cwd=stopped.root, check=True)
        assert stopped.git("rev-parse", "HEAD") == before
        assert stopped.samarbejde("doctor").code == 0
        stopped.git(*begin, check=False)
        assert stopped.samarbejde("conflicts", "--theirs").code == 0
        text = refused(stopped, f"ikke færdig (git {word}).", (("sync",), ("undo",)))
        assert "Afslut den med `samarbejde save`" in text
        assert stopped.samarbejde("save").code == 0
        assert stopped.samarbejde("doctor").code == 0
        assert stopped.git("branch", "--show-current") == "main\n"


def test_what_was_put_aside_comes_back_in_two_versions(desk):
    desk.git("stash", "-q")
    phone(desk, "20 30 40 51")
    desk.samarbejde("save")
    desk.git("stash", "pop", check=False)
    text = refused(desk, f"{FOLDER}/sag.yaml står med begge udgaver")
    assert "samarbejde conflicts" in text
    assert desk.samarbejde("conflicts", "--theirs").code == 0
    assert desk.samarbejde("save").text == "Gemt: 2026-001 (møde): sag.yaml (ung)"
    assert "20 30 40 50" in (desk.root / FOLDER / "sag.yaml").read_text("utf-8")


def test_git_looks_for_a_mistake(desk):
    desk.git("bisect", "start")
    assert refused(desk, "git bisect", (("save",), ("undo",))).endswith("git bisect reset")


def test_nothing_was_ever_saved(tmp_path, desk):
    shutil.rmtree(desk.root / ".git")
    git(desk.root, "init", "-q", "-b", "main")
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "f.git")
    desk.git("remote", "add", "origin", "../f.git")
    assert "Der er ikke gemt noget endnu" in desk.samarbejde("undo").text
    assert desk.samarbejde("sync").code == 0
    assert desk.samarbejde("save").code == 0
    assert "Sendt: det, du har gemt 1 gang." in desk.samarbejde("sync").text


def test_git_does_not_know_who_saves(desk, monkeypatch, tmp_path):
    alone(tmp_path, monkeypatch, "")
    text = refused(desk, "Git ved ikke, hvem du er")
    for line in re.findall(r'git config --global user\.\w+ (?:"[^"]+"|[\w@.]+\w)', text):
        subprocess.run(shlex.split(line), check=True)
    assert desk.samarbejde("save").code == 0
    assert "Fornavn Efternavn" in desk.git("log", "-1", "--format=%an")


def test_only_reading_is_allowed(tmp_path, desk):
    shared = shared_copy(tmp_path, desk)
    desk.samarbejde("save")
    place = ("--listen=127.0.0.1", "--port=19418", f"--base-path={tmp_path}", "--export-all")
    server = subprocess.Popen(["git", "daemon", *place], stderr=subprocess.DEVNULL)  # noqa: S607 — whichever git there is
    try:
        desk.git("remote", "set-url", "origin", f"git://127.0.0.1:19418/{shared.name}")
        for _ in range(50):
            if desk.git("ls-remote", "origin", check=False):
                break
        code, text = desk.samarbejde("sync")
    finally:
        server.terminate()
        server.wait()
    assert code == 1
    assert "Du må hente fra den fælles kopi" in text
    assert not ENGLISH.search(text)


def test_the_workspace_is_a_submodule(tmp_path, desk, capsys):
    desk.samarbejde("save")
    outer = tmp_path / "ydre"
    outer.mkdir()
    git(outer, "init", "-q", "-b", "main")
    git(
        outer,
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        str(desk.root),
        "ws",
    )
    git(outer, "commit", "-qm", "ydre")
    inner = Desk(outer / "ws", capsys)
    code, text = inner.samarbejde("doctor", "--fix")
    assert code == 1
    assert "er et submodul" in text
    phone(inner, "20 30 40 51")
    assert inner.samarbejde("save").code == 0
    assert inner.samarbejde("undo").code == 0
    inner.git("switch", "-q", "--detach", "HEAD~1")
    assert "git switch main" in inner.samarbejde("save").text


def test_the_workspace_is_a_worktree(tmp_path, desk, capsys):
    desk.samarbejde("save")
    desk.git("worktree", "add", "-q", "-b", "anden", "../andet træ")
    other = Desk(tmp_path / "andet træ", capsys)
    assert other.samarbejde("doctor").code == 0
    phone(other, "20 30 40 51")
    assert other.samarbejde("save").code == 0
    assert other.samarbejde("undo").code == 0
    desk.git("merge", "-q", "anden")


def test_a_case_is_a_repository_of_its_own(desk):
    git(desk.root / FOLDER, "init", "-q")
    assert f"Mappen {FOLDER} har sit eget git" in desk.samarbejde("doctor").text
    assert desk.samarbejde("save").code == 0  # git had its files before
    desk.samarbejde("new-case", "--name", "Ole Vang", "--cpr", "680212-4321")
    (folder,) = desk.root.glob("sager/2026-005-*")
    git(folder, "init", "-q")
    code, text = desk.samarbejde("save")
    assert code == 1
    assert f"Flyt mappen sager/{folder.name}/.git" in text
    (folder / ".git").rename(desk.root.parent / "væk")
    assert "ny sag" in desk.samarbejde("save").text


def test_settings_of_git_for_windows(tmp_path, desk, monkeypatch, capsys):
    shared = shared_copy(tmp_path, desk)
    alone(
        tmp_path,
        monkeypatch,
        f"{NAMED}[core]\n\tautocrlf = true\n\tquotepath = true\n\tsafecrlf = true\n",
    )
    git(tmp_path, "clone", "-q", str(shared), "klon")
    clone = Desk(tmp_path / "klon", capsys)
    assert clone.samarbejde("doctor", "--fix").code == 0
    clone.samarbejde("templates", "copy", "dagsorden")
    (clone.root / "skabeloner/dagsorden-første.docx").exists()
    assert clone.samarbejde("save").text == "Gemt: Fælles: 2 skabeloner"
    phone(clone, "20 30 40 51")
    path = clone.root / FOLDER / "sag.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    code, text = clone.samarbejde("save")
    assert (code, text) == (0, "Gemt: 2026-001 (møde): sag.yaml (ung)")
    assert "i/crlf" not in clone.git("ls-files", "--eol", "*.yaml")
    assert "æ" not in clone.samarbejde("sync").text.replace("fælles", "").replace("ændr", "")
    assert clone.samarbejde("doctor").code == 0


def test_another_git_is_at_work_or_was_killed(desk, monkeypatch):
    monkeypatch.setattr("samarbejde_cli.actions.save._PAUSE", 0)
    lock = desk.root / ".git/index.lock"
    lock.write_bytes(b"")
    code, text = desk.samarbejde("save")
    assert code == 1
    assert f"slet filen {lock}" in text
    lock.unlink()
    assert desk.samarbejde("save").code == 0


@pytest.mark.parametrize(
    "messages",
    [
        "fatal: Unable to create '/x/.git/index.lock': Permission denied",
        "error: insufficient permission for adding an object to repository database .git/objects",
    ],
)
def test_a_folder_that_git_may_not_write_in_is_said_to_be_one(desk, monkeypatch, messages):
    refused = Answer(128, b"", messages)  # root may write anywhere, so the real git cannot refuse
    monkeypatch.setattr("samarbejde_cli.actions.save._PAUSE", 0)
    monkeypatch.setattr("samarbejde_cli.actions.save.run_git", lambda *_, **__: refused)
    phone(desk, "20 30 40 52")
    code, text = desk.samarbejde("save")
    assert code == 1
    assert "Git må ikke skrive i mappen." in text


def test_git_must_sign_and_cannot(desk):
    desk.git("config", "commit.gpgSign", "true")
    desk.git("config", "gpg.program", "false")
    code, text = desk.samarbejde("save")
    assert code == 1
    assert "git config commit.gpgSign false" in text
    desk.git("config", "commit.gpgSign", "false")
    assert desk.samarbejde("save").code == 0


def test_a_hook_of_somebody_else_says_no(desk):
    hook = desk.root / ".git/hooks/prepare-commit-msg"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho no thanks >&2\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    code, text = desk.samarbejde("save")
    assert code == 1
    assert "en hook, som kommunen selv har lagt ind" in text
    assert not ENGLISH.search(text)
