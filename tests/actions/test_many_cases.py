"""One question to many cases, asked in several processes."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from samarbejde_cli.actions.many_cases import FEW, ask_each
from samarbejde_cli.errors import WrongUseError

COMPLETE = Path(__file__).parents[1] / "support" / "complete"
PROGRAM = [sys.executable, "-m", "samarbejde_cli"]


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    """A workspace with more cases than one process is given, some of them broken."""
    root = tmp_path_factory.mktemp("mange") / "sager"
    mold = next(path.parent for path in sorted(COMPLETE.rglob("sag.yaml")))
    (root / "sager").mkdir(parents=True)
    shutil.copy(COMPLETE / "samarbejde.yaml", root)
    for number in range(FEW + 8):
        case = shutil.copytree(mold, root / "sager" / f"2026-{number:03}")
        if number % 9 == 0:
            (case / "plan.yaml").write_text("mål: [", "utf-8")
    return root


def ended(job, folder):
    if folder.name == job:
        raise WrongUseError(f"{folder.name} {os.getpid()}")
    return folder.name, os.getpid()


def folders(count):
    return [Path(f"{number:03}") for number in range(count)]


def test_answers_come_in_order_and_from_several_processes_only_when_there_are_many():
    few = list(ask_each(ended, "", folders(FEW)))
    many = list(ask_each(ended, "", folders(FEW + 50)))
    assert [name for name, _ in few] == [each.name for each in folders(FEW)]
    assert [name for name, _ in many] == [each.name for each in folders(FEW + 50)]
    assert {process for _, process in few} == {os.getpid()}
    one_core = len(os.sched_getaffinity(0)) == 1 if hasattr(os, "sched_getaffinity") else False
    assert (os.getpid() in {process for _, process in many}) is one_core


def waited(last, folder):
    """The first waits until the last is done; nobody waits for ever."""
    if folder.name == "000":
        end = time.monotonic() + 30
        while not last.exists() and time.monotonic() < end:
            time.sleep(0.01)
        return last.exists()
    if folder.name == last.name:
        last.touch()
    return True


def test_the_others_go_on_while_one_case_takes_its_time(tmp_path):
    count = FEW + 200
    if len(os.sched_getaffinity(0)) == 1:
        pytest.skip("one core does one case at a time")
    assert all(ask_each(waited, tmp_path / f"{count - 1:03}", folders(count)))


def test_an_error_is_raised_at_its_case_by_the_process_that_asked():
    answers = ask_each(ended, "100", folders(FEW + 50))
    assert [next(answers)[0] for _ in range(100)][-1] == "099"
    with pytest.raises(WrongUseError, match=f"^100 {os.getpid()}$"):
        next(answers)


@pytest.mark.parametrize("words", [["validate"], ["status"], ["todo"], ["todo", "--person", "a"]])
def test_the_answer_is_that_of_a_single_process_and_the_same_again(crowded, words):
    command = [*PROGRAM, *words, "--format", "json"]
    environment = os.environ | {"SAMARBEJDE_DAG": "2026-02-24"}
    alone = (
        "import sys; from samarbejde_cli.actions import many_cases\n"
        "many_cases.FEW = 10_000\n"
        "from samarbejde_cli.__main__ import main; raise SystemExit(main(sys.argv[1:]))"
    )
    several, again = (
        subprocess.run(command, cwd=crowded, env=environment, capture_output=True, check=False)
        for _ in range(2)
    )
    assert (again.returncode, again.stdout) == (several.returncode, several.stdout)
    one = subprocess.run(
        [sys.executable, "-c", alone, *words, "--format", "json"],
        cwd=crowded, env=environment, capture_output=True, check=False,
    )  # fmt: skip
    assert several.stdout == one.stdout
    assert (several.returncode, several.stderr) == (one.returncode, one.stderr)
    assert json.loads(one.stdout)


@pytest.mark.skipif(sys.platform == "win32", reason="a console's Ctrl-C reaches all its processes")
def test_ctrl_c_ends_all_processes_at_once(tmp_path, crowded):
    """The histories are long, so that the command is in the middle."""
    root = shutil.copytree(crowded, tmp_path / "sager")
    for case in sorted((root / "sager").iterdir()):
        text = (case / "historik.yaml").read_text("utf-8")
        (case / "historik.yaml").write_text(text * 400, "utf-8")
    started = subprocess.Popen(
        [*PROGRAM, "validate"], cwd=root, start_new_session=True,
        env=os.environ | {"SAMARBEJDE_DAG": "2026-02-24"},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    time.sleep(1.5)
    assert started.poll() is None
    os.killpg(started.pid, signal.SIGINT)
    out, err = started.communicate(timeout=20)
    assert (started.returncode, err.strip()) == (130, "Afbrudt.")
    assert "gennemgået" not in out
    assert _has_ended(started.pid)


def _has_ended(group):
    """Whether all processes of a group are gone, within ten seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
