import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

posix = pytest.mark.skipif(os.name == "nt", reason="closed pipes and /dev/full are POSIX")


def test_what_a_command_returns_is_the_exit_code(run):
    assert run("trial", "findings") == (1, "", "")


def test_known_problem_is_told_with_its_remedy(run):
    assert run("trial", "conflict") == (
        1,
        "",
        "fejl: Filen sag.yaml er ændret imens.\nhjælp: Kør kommandoen igen.\n",
    )


def test_bug_names_a_log_and_shows_no_traceback_and_no_data(run, tmp_path, monkeypatch):
    here = tmp_path / "arbejdsmappe"
    here.mkdir()
    monkeypatch.chdir(here)
    code, out, err = run("trial", "bug")
    assert (code, out) == (3, "")
    [log] = (tmp_path / "state" / "samarbejde").iterdir()
    assert str(log) in err
    assert not any(word in err for word in ("Traceback", "Silje", "670310", "ValueError"))
    assert list(here.iterdir()) == []


def test_ctrl_c_ends_with_130_and_a_short_line(run):
    assert run("trial", "interrupt") == (130, "", "\nAfbrudt.\n")


@posix
def test_real_interrupt_of_the_process(program):
    call = program("trial", "sleep")
    with subprocess.Popen(**call, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"klar\n"
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b"\nAfbrudt.\n"
    assert process.returncode == 130


@posix
@pytest.mark.parametrize("arguments", [("trial", "many"), ("--help",), ("trial", "conflict")])
def test_reader_that_stops_is_no_problem(program, arguments):
    reading, writing = os.pipe()
    os.close(reading)
    call = program(*arguments)
    done = subprocess.run(**call, stdout=writing, stderr=subprocess.PIPE, check=False)
    quiet = subprocess.run(**call, stdout=writing, stderr=writing, check=False)
    os.close(writing)
    told = "" if arguments[-1] != "conflict" else "fejl: Filen sag.yaml er ændret imens.\n"
    assert done.stderr.decode().startswith(told)
    assert (done.returncode, quiet.returncode) == (1, 1)
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [("trial", "many"), ("--help",), ("--version",)])
def test_full_disk_under_the_output_is_told(program, arguments):
    with open("/dev/full", "wb") as full:  # noqa: PTH123 — a device, opened as it is
        call = program(*arguments)
        done = subprocess.run(**call, stdout=full, stderr=subprocess.PIPE, check=False)
        silent = subprocess.run(**call, stdout=full, stderr=full, check=False)
    first, hint = done.stderr.decode().splitlines()
    assert first == "fejl: Udskriften kan ikke skrives dertil, hvor den er sendt hen."
    assert hint.startswith("hjælp: ")
    assert (done.returncode, silent.returncode) == (1, 1)


@posix
def test_closed_output_is_no_problem(program):
    call = program("trial", "glyphs")
    words = " ".join(f"'{word}'" for word in call["args"][3:])
    call["args"] = ["sh", "-c", f'exec "$0" -c "$1" {words} >&- 2>&-', *call["args"][::2]]
    call["args"] = [*call["args"][:3], sys.executable, program()["args"][2]]
    assert subprocess.run(**call, check=False).returncode == 0


def test_module_runs_as_a_program(tmp_path):
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "samarbejde_cli", "--version"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        check=True,
    )
    assert done.stdout.startswith(b"samarbejde ")
