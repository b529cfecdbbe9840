"""A run that is killed at random moments, with letters of its plan and without them.

With ``--kills 200`` by hand.
"""

import os
import pty
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from mailing import LETTERS, bytes_in, several

from samarbejde_cli.actions.batch.kept import FOLDER as KEPT
from samarbejde_cli.actions.batch.manifest import read
from samarbejde_cli.actions.batch.running import UNDER_WAY
from samarbejde_cli.actions.batch.sample import FOLDER
from samarbejde_cli.actions.output_folder import is_torn
from samarbejde_cli.files.lock import TEMPORARY

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kills processes")
CASES = 24


def command(workspace, output, *more):
    environment = os.environ | {
        "SAMARBEJDE_DAG": "2026-02-12",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    words = ["batch", "invitation", "--date", "2026-03-03", "--jobs", "2", "--output", str(output)]
    return subprocess.Popen(
        [sys.executable, "-m", "samarbejde_cli", *words, *more, "--workspace", str(workspace.root)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


@pytest.fixture(autouse=True)
def with_ctrl_c():
    """Let the runs hear Ctrl-C: a shell starts what is in the background deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """Return the workspace, the code that approves, what was made for it, what a run writes."""
    folder = tmp_path_factory.mktemp("undisturbed")
    workspace = several(folder / "workspace", CASES)
    output = folder / "breve"
    said = command(workspace, output).communicate()[0]
    code = re.search(r"--approve (\w+)", said)[1]
    shutil.copytree(output, folder / "plan")
    process = command(workspace, output, "--approve", code)
    said = process.communicate()[0]
    assert process.returncode == 0, said
    return workspace, code, folder / "plan", letters_and_record(output)


def letters_and_record(output):
    return {name: data for name, data in bytes_in(output).items() if not name.startswith(FOLDER)}


def records(workspace):
    """Return what is noted on the cases."""
    return {
        path.parent.name: path.read_bytes() for path in workspace.root.glob("sager/*/breve.yaml")
    }


def wait_for(process, output, letters, more):
    """Wait until so many letters are there, or the run has ended, and then a moment more."""
    while process.poll() is None and len(list(output.glob("*.docx"))) < letters:
        time.sleep(0.001)
    time.sleep(more)


def hold_against(output, whole):
    """Everything that is there is whole, and a manifest that counts tells the truth."""
    for path in output.glob("*.docx"):
        assert not is_torn(path)
        assert path.read_bytes() == whole[path.name]
    if (output / "manifest.json").exists() and not (output / UNDER_WAY).exists():
        for entry in read(output).entries:
            if entry.sha256:
                assert (output / entry.file).read_bytes() == whole[entry.file]


def test_a_run_killed_at_any_moment_leaves_nothing_half_and_can_be_resumed(
    undisturbed, tmp_path, pytestconfig
):
    workspace, code, plan, whole = undisturbed
    filed = records(workspace)
    assert len(filed) == CASES
    rng = random.Random(5)
    half_way = 0
    for number in range(pytestconfig.getoption("kills")):
        output = tmp_path / f"breve-{number}"
        if number % 2:
            shutil.copytree(plan, output)
        for path in workspace.root.glob("sager/*/breve.yaml"):
            path.unlink()
        process = command(workspace, output, "--approve", code)
        if number % 4 == 0:  # anywhere, while it starts and when it is done as well
            time.sleep(rng.uniform(0.0, 1.0))
        else:  # among the letters
            wait_for(process, output, rng.randrange(1, CASES * LETTERS // 2), rng.uniform(0, 0.01))
        process.kill()
        process.communicate()
        half_way += 0 < len(list(output.glob("*.docx"))) < CASES * LETTERS
        hold_against(output, whole)
        resumed = command(workspace, output, "--approve", code)
        said = resumed.communicate()[0]
        assert resumed.returncode == 0, said
        assert letters_and_record(output) == whole
        assert not list(output.glob(f"{TEMPORARY}*"))
        assert not (output / KEPT).exists()
        assert records(workspace) == filed
    assert half_way > pytestconfig.getoption("kills") // 3


def stopped(process, output):
    """Return what a run says that was stopped, and look at what it leaves."""
    said = process.communicate(timeout=30)[0]
    assert process.returncode == 130, said
    assert "Traceback" not in said
    assert "fortsætter" in said
    assert not (output / UNDER_WAY).exists(), "the manifest holds"
    return said


@pytest.mark.parametrize(
    ("number", "times"), [(signal.SIGINT, 1), (signal.SIGINT, 2), (signal.SIGTERM, 2)]
)
def test_who_stops_a_run_leaves_nothing_half_and_it_goes_on_where_it_stopped(
    undisturbed, tmp_path, number, times
):
    workspace, code, plan, whole = undisturbed
    output = tmp_path / "breve"
    if times == 1:
        shutil.copytree(plan, output)
    process = command(workspace, output, "--approve", code)
    wait_for(process, output, 1, 0)
    for _ in range(times):
        os.killpg(process.pid, number)
        time.sleep(0.01)
    stopped(process, output)
    hold_against(output, whole)
    resumed = command(workspace, output, "--approve", code)
    assert resumed.communicate()[0]
    assert letters_and_record(output) == whole


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_who_stops_a_plan_leaves_no_letters(undisturbed, tmp_path, number):
    output = tmp_path / "nye" / "breve"
    process = command(undisturbed[0], output)
    while process.poll() is None and not [*output.glob(f"{KEPT}/*-*")]:
        time.sleep(0.001)
    for _ in range(2):
        os.killpg(process.pid, number)
        time.sleep(0.01)
    said = process.communicate(timeout=30)[0]
    assert process.returncode == 130, said
    assert "Der er ikke lavet breve." in said
    assert not output.parent.exists()


def test_a_terminal_that_is_closed_is_like_ctrl_c(undisturbed, tmp_path):
    workspace, code, plan, whole = undisturbed
    output = tmp_path / "breve"
    shutil.copytree(plan, output)
    child, terminal = pty.fork()
    if not child:
        words = ("batch", "invitation", "--date", "2026-03-03", "--jobs", "2", "--approve", code)
        os.environ |= {"SAMARBEJDE_DAG": "2026-02-12", "PYTHONPATH": str(Path(__file__).parents[2])}
        folders = ("--output", str(output), "--workspace", str(workspace.root))
        os.execv(sys.executable, (sys.executable, "-m", "samarbejde_cli", *words, *folders))  # noqa: S606 — the program itself
    while not [*output.glob("*.docx")]:
        time.sleep(0.001)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 130
    assert not (output / UNDER_WAY).exists(), "the manifest holds"
    hold_against(output, whole)
    resumed = command(workspace, output, "--approve", code)
    assert resumed.communicate()[0]
    assert letters_and_record(output) == whole
