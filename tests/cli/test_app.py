import os
import subprocess
import sys

import click
import pytest

from samarbejde_cli import __version__
from samarbejde_cli.cli import app
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.command_table import COMMANDS
from samarbejde_cli.shipped import shipped

PACKAGE = "samarbejde_cli.cli.commands"
HEAVY = {"rich", "jinja2", "lxml", "docx", "babel", "yaml"}
MODULES = (
    "import sys; sys.stdout = sys.stderr\n"
    "from samarbejde_cli.__main__ import main; main(['--help'])\n"
    "print(*sys.modules, file=sys.__stdout__)"
)
ALL = {command.name: command for command in COMMANDS}
commands = pytest.mark.parametrize("command", ALL)


def loaded(command):
    return app.load(ALL[command])


def test_version_is_one_line(run):
    assert run("--version") == (0, f"samarbejde {__version__}\n", "")


@pytest.mark.parametrize("arguments", [["explain"], ["valider"]])
def test_a_process_ends_with_its_code_and_all_that_it_says(run, arguments):
    done = subprocess.run(
        [sys.executable, "-m", "samarbejde_cli", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"COLUMNS": "80", "PYTHONUTF8": "1"},
    )
    assert (done.returncode, done.stdout, done.stderr) == run(*arguments)


def test_help_is_danish_and_names_every_command(run):
    code, out, err = run("--help")
    assert (code, err) == (0, "")
    assert out.startswith("Brug: samarbejde [TILVALG] KOMMANDO ...\n")
    assert "\nTilvalg:\n" in out
    assert all(f"\n{section}:\n" in out for section in Section)
    assert "--help" in out
    assert "Vis denne hjælp." in out
    assert all(f"\n  {command.name} " in out for command in COMMANDS if " " not in command.name)


def test_help_of_a_group_names_its_commands_and_imports_none(program):
    call = program()
    call["args"][2] = MODULES.replace("'--help'", "'templates', '--help'")
    done = subprocess.run(**call, capture_output=True, check=True, text=True, encoding="utf-8")
    assert done.stderr.startswith("Brug: samarbejde templates [TILVALG] KOMMANDO ...\n")
    words = [command.name.split() for command in COMMANDS if command.name.startswith("templates ")]
    assert words
    assert all(f"\n  {word} " in done.stderr for _, word in words)
    assert HEAVY.isdisjoint(done.stdout.split())
    assert f"{PACKAGE}.templates" not in done.stdout.split()


def test_a_group_alone_shows_its_help_but_is_wrong_use(run):
    assert run("templates") == (2, run("templates", "--help").out, "")


def test_no_arguments_show_the_help_but_are_wrong_use(run):
    assert run() == (2, run("--help").out, "")


def test_help_imports_no_heavy_package_and_no_command(program):
    call = program()
    call["args"][2] = MODULES
    imported = subprocess.run(**call, capture_output=True, check=True, text=True).stdout.split()
    assert HEAVY.isdisjoint(imported)
    assert not {f"{PACKAGE}{command.module}" for command in COMMANDS if command.module} & set(
        imported
    )


def test_help_of_a_command_is_danish(run):
    code, out, _ = run("trial", "--help")
    assert code == 0
    assert out.startswith("Brug: samarbejde trial [TILVALG] HVAD\n\n  Prøv kommandolinjen.\n")
    assert "\nArgumenter:\n  HVAD  Hvad der skal ske.  [skal angives]\n" in out
    assert "[standard: table]" in out
    assert not any(word in out for word in ("Usage", "OPTIONS", "TEXT", "PATH", "default", "env"))


def test_help_fits_80_columns(run):
    assert max(map(len, (run("--help").out + run("trial", "--help").out).splitlines())) <= 80


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        (["validat"], "Kommandoen `validat` findes ikke. Mente du `validate`?"),
        (["xyzzy"], "Kommandoen `xyzzy` findes ikke."),
        (["templates", "chek"], "Kommandoen `chek` findes ikke. Mente du `check`?"),
        (["templates", "fields"], "Der mangler et argument: `SLAGS`."),
        (["--vesion"], "Tilvalget --vesion findes ikke. Mente du --version?"),
        (["trial"], "Der mangler et argument: `HVAD`."),
        (["trial", "a", "b"], "Der er et argument for meget: b"),
        (["trial", "a", "b", "c"], "Der er for mange argumenter: b c"),
        (["trial", "a", "-x"], "Tilvalget -x findes ikke."),
        (["trial", "a", "--format"], "Efter tilvalget `--format` skal der stå en værdi."),
        (["trial", "a", "--help=ja"], "Tilvalget `--help` skal stå alene, uden en værdi."),
        (
            ["trial", "a", "--format", "excel"],
            (
                "Værdien for `--format` kan ikke bruges: "
                "`excel` er ikke en af mulighederne `table`, `json`."
            ),
        ),
        (
            ["trial", "a", "--date", "3.3.2026"],
            (
                "Værdien for `--date` kan ikke bruges: "
                "`3.3.2026` er ikke en dato. Skriv datoen som 2026-03-03."
            ),
        ),
        (
            ["trial", "a", "--workspace", "ingen\\steder"],
            "Værdien for `--workspace` kan ikke bruges: Mappen `ingen\\steder` findes ikke.",
        ),
        (
            ["trial", "a", "--workspace", __file__],
            (
                "Værdien for `--workspace` kan ikke bruges: "
                f"Mappen `{__file__}` er en fil, men skal være en mappe."
            ),
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_is_said_in_danish(run, arguments, wrong):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    usage, _, said, hint = err.splitlines()
    program = usage.removeprefix("Brug: ").partition(" [TILVALG]")[0]
    assert program in ("samarbejde", f"samarbejde {arguments[0]}", "samarbejde templates fields")
    # click puts quotes around an option that it proposes, from 8.4 on
    assert said.replace("`--version`", "--version") == f"fejl: {wrong}"
    assert hint == f"hjælp: Skriv {program} --help for at se, hvad der kan stå."


def test_names_of_commands_are_unique():
    assert len(ALL) == len(COMMANDS)


@commands
def test_short_help_is_the_first_line_of_the_docstring(command):
    assert loaded(command).help.splitlines()[0] == ALL[command].help


@commands
def test_every_parameter_has_danish_help_and_no_english_type(command):
    for parameter in loaded(command).params:
        assert parameter.help, parameter.name
        named = parameter.metavar or getattr(parameter, "is_flag", False)
        assert named or isinstance(parameter.type, click.Choice), parameter.name
        assert not (parameter.envvar and parameter.show_envvar), parameter.name


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("samarbejde val", {"validate"}),
        ("samarbejde trial --wo", {"--workspace"}),
        ("samarbejde templates f", {"fields"}),
        ("samarbejde templates fields --f", {"--format"}),
    ],
)
def test_tab_completes_commands_and_options(whole, words, offered):
    done = whole(
        _SAMARBEJDE_COMPLETE="complete_bash",
        COMP_WORDS=words,
        COMP_CWORD=str(words.count(" ")),
    )
    assert set(done.stdout.decode().split()) == offered


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("validate 2026", "2026-001 2026-002 2026-004"),
        ("validate 2026-001 2025-00", "2025-003 2025-009"),
        ("validate --format json 2025-00", "2025-003 2025-009"),
        ("status 2025-00", "2025-003 2025-009"),
        ("pause 2025-00", "2025-003 2025-009"),
        ("pause 2025-003 2025-00", ""),
        ("pause 2025-003 --", "--help --reason --until --workspace"),
        ("save 2025-00", "2025-003 2025-009"),
    ],
)
def test_tab_completes_the_numbers_of_cases(whole, words, offered):
    done = whole(
        _SAMARBEJDE_COMPLETE="complete_bash",
        COMP_WORDS=f"samarbejde {words}",
        COMP_CWORD=str(words.count(" ") + 1),
        SAMARBEJDE_WORKSPACE=str(shipped("examples")),
    )
    assert sorted(done.stdout.decode().split()) == sorted(offered.split())


def test_the_number_of_a_case_is_completed_without_importing_the_command():
    code = (
        "import os, sys\n"
        "os.environ.update(_SAMARBEJDE_COMPLETE='complete_bash', COMP_CWORD='2',\n"
        "                  COMP_WORDS='samarbejde validate 2')\n"
        "from samarbejde_cli.__main__ import main; main([])\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=shipped("examples"),
    )
    assert "2026-001" in done.stdout
    assert not HEAVY & set(done.stderr.split())
    assert "samarbejde_cli.actions" not in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_script_is_for_this_program(run, shell):
    code, out, _ = run("--show-completion", shell)
    assert code == 0
    assert "_SAMARBEJDE_COMPLETE" in out
