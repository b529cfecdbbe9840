import io
import os
import subprocess
import sys
from datetime import date

import click
import pytest
from trial_command import a_date

from samarbejde_cli.cli import prompts

ANSWERS = [
    ("ja\n", True),
    ("J\n", True),
    ("nej\n", False),
    ("n\n", False),
    ("\n", False),
    ("yes\nNEJ\n", False),
    ("  Ja  \n", True),
    ("ja tak\n", True),
    ("Nej, tak\n", False),
]
OWN_TERMINAL = "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n"


class Keyboard(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def keyboard(monkeypatch):
    return lambda typed: monkeypatch.setattr(sys, "stdin", Keyboard(typed))


def test_ask_repeats_until_the_answer_is_good(keyboard, capsys):
    keyboard("3.3.2026\n\n2026-03-03\n")
    assert prompts.ask("Dato", a_date, option="--date") == date(2026, 3, 3)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("Dato: ") == 3
    assert "fejl: `3.3.2026` er ikke en dato.\nhjælp: Skriv datoen som 2026-03-03.\n" in err


@pytest.mark.parametrize(("typed", "answer"), ANSWERS)
def test_confirm_takes_danish_answers(keyboard, typed, answer):
    keyboard(typed)
    assert prompts.confirm("Vil du fortsætte?", option="--yes") is answer


def test_confirm_shows_and_takes_its_default(keyboard, capsys):
    keyboard("\n")
    assert prompts.confirm("Vil du fortsætte?", option="--yes", default=True)
    assert capsys.readouterr().err == "Vil du fortsætte? [J/n]: "


def test_end_of_input_breaks_off(keyboard):
    keyboard("forkert\n")
    with pytest.raises(click.Abort):
        prompts.ask("Dato", a_date, option="--date")


@pytest.mark.parametrize(("act", "option"), [("ask", "--date"), ("confirm", "--yes")])
def test_without_a_terminal_the_option_is_named(whole, act, option):
    done = whole("trial", act, stdin=b"2026-03-03\nja\n", PYTHONIOENCODING="utf-8")
    assert (done.returncode, done.stdout) == (2, b"")
    assert f"fejl: Der mangler et tilvalg: `{option}`.\n" in done.stderr.decode()


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    ("typed", "code", "shown"),
    [
        (b"i morgen\n2026-03-03\n", 0, "03/03"),
        (b"i morgen\n\x03", 130, "Afbrudt."),
        (b"i morgen\n\x04", 130, "Afbrudt."),
    ],
)
def test_question_on_a_real_terminal(program, typed, code, shown):
    ours, theirs = os.openpty()
    call = program("trial", "ask", PYTHONIOENCODING="utf-8", TERM="xterm")
    call["args"][2] = OWN_TERMINAL + call["args"][2]
    streams = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
    with subprocess.Popen(**call, **streams, start_new_session=True) as process:
        os.close(theirs)
        screen = b""
        for line in typed.splitlines(keepends=True):
            while not screen.endswith(b"Dato: "):
                screen += os.read(ours, 1000)
            os.write(ours, line)
            screen += b"|"
        while chunk := _read(ours):
            screen += chunk
    assert process.returncode == code
    assert "`i morgen` er ikke en dato." in screen.decode()
    assert shown in screen.decode()
    os.close(ours)


def _read(terminal):
    try:
        return os.read(terminal, 1000)
    except OSError:  # Linux says so when the other end is closed
        return b""
