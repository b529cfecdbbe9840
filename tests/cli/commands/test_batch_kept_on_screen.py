"""Letters that are kept until they are approved do not lie about, and mailings stay out of git."""

import re
import signal
import subprocess
import sys
import time

import pytest
from mailing import DAY, edit, several

WANTED = ("batch", "invitation", "--date", "2026-03-03", "--jobs", "1", "--output")
KEPT = ".forberedt"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Stand in a workspace with two cases on the day of the invitations."""
    root = several(tmp_path / "workspace", 2).root
    monkeypatch.chdir(root)
    monkeypatch.setenv("SAMARBEJDE_DAG", DAY.isoformat())
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Prøve")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "proeve@birkeby.example")
    return root


def code_in(text):
    return re.search(r"--approve (\w+)", text)[1]


@pytest.mark.parametrize("output", ["breve", "../andetsteds/uge 10"])
def test_they_are_gone_with_the_first_command_of_another_day(here, run, monkeypatch, output):
    assert run(*WANTED, output).code == 0
    run("status")
    assert (here / output / KEPT).is_dir()
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-13")
    run("validate")
    assert not (here / output / KEPT).exists()
    assert (here / output / "prøver").is_dir()
    run("validate")
    assert not list((here / ".samarbejde-husket").glob("forberedt-*"))


def test_they_are_gone_when_the_code_is_void(here, run):
    code = code_in(run(*WANTED, "breve").out)
    assert run(*WANTED, "breve", "--approve", "0123456789abcdef").code == 1
    assert (here / "breve" / KEPT).is_dir(), "a slip of the pen costs nothing"
    edit(here / "sager/2026-001/runder/1.yaml", "lokale: Egen", "lokale: Bøgen")
    assert run(*WANTED, "breve", "--approve", code).code == 1
    assert not (here / "breve" / KEPT).exists()
    made = run(*WANTED, "breve", "--approve", code_in(run(*WANTED, "breve").out))
    assert made.code == 0
    assert not (here / "breve" / KEPT).exists()


def test_doctor_tells_of_them_and_removes_them(here, run):
    run(*WANTED, "breve")
    told = run("doctor")
    assert told.code == 1
    assert "Breve, der venter på at blive godkendt, ligger i breve/.forberedt." in told.out
    assert "Rettet: Breve, der venter på" in run("doctor", "--fix").out
    assert not (here / "breve" / KEPT).exists()
    assert "venter på" not in run("doctor").out


def test_they_are_gone_when_the_samples_cannot_be_written(here, run):
    (here / "breve").mkdir()
    (here / "breve/prøver").write_text("en fil, der hedder det samme")
    code, out, err = run(*WANTED, "breve")
    assert (code, out) == (1, "")
    assert "prøver" in err
    assert not (here / "breve" / KEPT).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals of Unix")
def test_what_a_killed_plan_leaves_goes_too(here, run, program, monkeypatch):
    with subprocess.Popen(**program(*WANTED, "breve"), stdout=subprocess.DEVNULL) as process:
        while process.poll() is None and not [*(here / "breve").glob(f"{KEPT}/*-*")]:
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
    assert (here / "breve" / KEPT).is_dir()
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-13")
    run("todo")
    assert not (here / "breve" / KEPT).exists()


def test_a_mailing_in_a_repository_stays_out_of_it_unless_somebody_wants_it(here, run):
    def git(*words):
        return subprocess.run(["git", *words], check=False, capture_output=True, text=True)  # noqa: S607 — the git that is installed

    git("init", "-q")
    code = code_in(run(*WANTED, "post/uge-10").out)
    assert "post" not in git("status", "--short", "-uall").stdout
    run(*WANTED, "post/uge-10", "--approve", code)
    run(*WANTED, "post/uge-11", "--approve", code)
    assert "post" not in git("status", "--short", "-uall").stdout
    with (here / "post/uge-10/.gitignore").open("a") as file:
        file.write("!manifest.*\n")
    assert git("status", "--short", "-uall").stdout.count("post") == 2
    (here / "post/uge-10/.gitignore").unlink()
    run(*WANTED, "post/uge-10")
    assert "post/uge-10/manifest.json" in git("status", "--short", "-uall").stdout
    git("add", "-A")
    refused = run("hook", "pre-commit")
    assert refused.code == 1
    assert refused.err.count("SAM039") == len([*(here / "post/uge-10").rglob("*.docx")])
    git("rm", "-rq", "--cached", "post")
    assert "SAM039" not in run("hook", "pre-commit").err
