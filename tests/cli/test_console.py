import io
import json
import sys

import pytest
from trial_command import GLYPHS

from samarbejde_cli.cli import console
from samarbejde_cli.report.colours import coloured

ASCII = 'Soeren Aeroe OK - [afsluttet] \\[b] | "Aal" ?'
CP1252 = "Søren Ærø OK – [afsluttet] \\[b] | „Ål“ ?"
CP850 = 'Søren Ærø OK - [afsluttet] \\[b] │ "Ål" ?'
CONSOLES = [
    ({"PYTHONIOENCODING": "utf-8"}, "utf-8", GLYPHS),
    ({"PYTHONIOENCODING": "cp1252"}, "cp1252", CP1252),
    ({"PYTHONIOENCODING": "cp850"}, "cp850", CP850),
    ({"PYTHONIOENCODING": "ascii"}, "ascii", ASCII),
    ({"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}, "ascii", ASCII),
]
consoles = pytest.mark.parametrize(("environment", "encoding", "shown"), CONSOLES)


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self):
        return True


@consoles
def test_any_console_shows_any_text(whole, environment, encoding, shown):
    done = whole("trial", "glyphs", **environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode(encoding).rstrip() == shown


@consoles
def test_any_console_shows_tables_help_and_problems(whole, environment, encoding, shown):
    table = whole("trial", "rows", **environment)
    assert shown in table.stdout.decode(encoding)
    helped = whole("--help", **environment)
    assert "Kom i gang:" in helped.stdout.decode(encoding)
    wrong = whole("trial", "conflict", **environment)
    assert wrong.stderr.decode(encoding).startswith("fejl: Filen sag.yaml er ")
    assert (table.returncode, helped.returncode, wrong.returncode) == (0, 0, 1)


@consoles
def test_json_is_whole_on_any_console(whole, environment, encoding, shown):  # noqa: ARG001 — JSON loses nothing
    done = whole("trial", "json", **environment)
    assert json.loads(done.stdout.decode(encoding)) == {"navn": GLYPHS}


def test_json_keeps_danish_letters_readable(run):
    assert "Søren Ærø ✓" in run("trial", "json").out


@pytest.mark.parametrize(
    ("environ", "windows", "terminal", "encoding"),
    [
        ({}, True, False, "utf-8"),
        ({"PYTHONIOENCODING": "cp1252"}, True, False, None),
        ({}, True, True, None),
        ({}, False, False, None),
    ],
)
def test_redirected_output_is_utf8_on_windows(environ, windows, terminal, encoding):
    assert console.wanted_encoding(environ, windows=windows, terminal=terminal) == encoding


@pytest.mark.parametrize(
    ("environment", "is_coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colours_only_where_they_are_wanted(monkeypatch, environment, is_coloured):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", screen := Terminal())
    console.out(coloured("rød", "red"))
    assert screen.getvalue() == ("\x1b[31m\x1b[1mrød\x1b[0m\n" if is_coloured else "rød\n")


def test_no_colours_in_a_file(run):
    assert run("trial", "colour").out == "rød\n"


def test_problem_folds_under_its_label_on_a_terminal(monkeypatch):
    monkeypatch.setattr(sys, "stderr", screen := Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "50")
    console.problem("Ordet " * 12 + "slut.\nEn linje mere.", "/en/meget/lang/sti/" * 4)
    assert screen.getvalue().splitlines() == [
        "fejl: Ordet Ordet Ordet Ordet Ordet Ordet Ordet",
        "      Ordet Ordet Ordet Ordet Ordet slut.",
        "      En linje mere.",
        "hjælp: " + "/en/meget/lang/sti/" * 4,
    ]


def test_problem_is_one_line_in_a_file(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "20")
    assert len(run("trial", "conflict").err.splitlines()) == 2


def test_progress_counts_on_a_terminal_only(run, monkeypatch):
    assert run("trial", "progress") == (0, "a\nb\n", "")
    monkeypatch.setattr(sys, "stderr", screen := Terminal())
    assert list(console.progress(["a", "b"], "Sager")) == ["a", "b"]
    assert screen.getvalue() == "Sager: 1 af 2\rSager: 2 af 2\r             \r"
