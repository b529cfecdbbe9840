import os
import platform
import stat
import sys
import tempfile
from pathlib import Path, PurePath

import pytest

from samarbejde_cli import __version__
from samarbejde_cli.cli import crash
from samarbejde_cli.danish.dates import add_months

PRIVATE = "Silje Ravn 670310-4321"


def a_crash():
    """Return an exception from inside our package, with data in every place that could tell."""
    private = PRIVATE
    try:
        try:
            add_months(private, 1)
        except AttributeError as error:
            raise ValueError(private) from error
    except ValueError as error:
        error.add_note(private)
        return error


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


def test_log_tells_where_and_what_but_nothing_of_the_data(home):
    log = crash.save(a_crash(), "validate")
    assert log.parent == home / "state" / "samarbejde"
    text = log.read_text(encoding="utf-8")
    assert f"samarbejde {__version__}, kommando: validate" in text
    assert f"Python {platform.python_version()}" in text
    assert "builtins.ValueError\n" in text
    assert "builtins.AttributeError\n" in text
    assert "samarbejde_cli/danish/dates.py:" in text
    assert " add_months\n" in text
    assert not any(
        word in text for word in (*PRIVATE.split(), str(home), str(Path(__file__).parent))
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows protects the folder of the user itself")
@pytest.mark.usefixtures("home")
def test_log_is_private():
    log = crash.save(a_crash(), "-")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


def test_temporary_folder_is_used_when_the_state_folder_cannot_be(home, monkeypatch):
    (home / "state").write_text("in the way", encoding="utf-8")
    temporary = home / "midlertidig"
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    assert crash.save(a_crash(), "-").parent == temporary


def test_nothing_is_written_in_the_working_folder(home, monkeypatch):
    (home / "state").write_text("in the way", encoding="utf-8")
    monkeypatch.chdir(home)
    monkeypatch.setattr(tempfile, "tempdir", str(home))
    assert crash.save(a_crash(), "-") is None
    assert [file.name for file in home.iterdir()] == ["state"]


def test_chain_that_bites_its_tail_ends():
    first, second = ValueError(), TypeError()
    first.__context__, second.__context__ = second, first
    assert list(crash.describe(first)) == ["builtins.ValueError", "builtins.TypeError"]


def test_code_of_others_is_named_by_its_package_only():
    try:
        exec(compile(f"raise KeyError('{PRIVATE}')", f"/home/{PRIVATE}/skabelon", "exec"), {})  # noqa: S102 — like a compiled template
    except KeyError as error:
        lines = list(crash.describe(error))
    assert lines == ["builtins.KeyError", f"  {__name__}", "  ?"]
    assert __name__ in sys.modules


@pytest.mark.parametrize(
    ("system", "environ", "folder"),
    [
        ("Linux", {}, "/hjem/.local/state/samarbejde"),
        ("Linux", {"XDG_STATE_HOME": "/tilstand"}, "/tilstand/samarbejde"),
        ("Linux", {"XDG_STATE_HOME": "relativ"}, "/hjem/.local/state/samarbejde"),
        ("Darwin", {}, "/hjem/Library/Logs/samarbejde"),
        ("Windows", {}, "/hjem/AppData/Local/samarbejde/log"),
        ("Windows", {"LOCALAPPDATA": "/lokal"}, "/lokal/samarbejde/log"),
    ],
)
def test_state_folder_of_each_system(system, environ, folder):
    assert crash.state_folder(environ, system, Path("/hjem")) == Path(PurePath(folder))
