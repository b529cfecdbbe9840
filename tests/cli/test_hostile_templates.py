"""A template of one's own that is unsafe stops only what is made of it, in every command alike."""

import subprocess
import sys
from pathlib import Path

import pytest
from hostile_word_files import FETCHING, HARMLESS, HOSTILE, tied
from mailing import DAY, several
from word_files import packed, unpacked

NAME = "indkaldelse-første.docx"
PARENTS = "indkaldelse-forælder.docx"
BATCH = ("batch", "invitation", "--date", "2026-03-03", "--output", "breve", "--jobs", "1")
UNSAFE = {**{name: data for name, (data, _, _) in HOSTILE.items()}, **FETCHING}


def usable(data):
    """The same file with fields that an invitation has."""
    parts = unpacked(data)
    body = parts["word/document.xml"].replace("in mål".encode(), b"in modtager.linjer")
    return packed({**parts, "word/document.xml": body})


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Stand in a workspace with a folder for templates on the day of the invitations."""
    root = several(tmp_path / "workspace", 1).root
    (root / "skabeloner").mkdir()
    monkeypatch.chdir(root)
    monkeypatch.setenv("SAMARBEJDE_DAG", DAY.isoformat())
    return root


@pytest.mark.parametrize("name", UNSAFE)
def test_what_is_unsafe_for_check_stops_render_and_batch(name, here, run):
    (here / "skabeloner" / NAME).write_bytes(UNSAFE[name])
    (here / "skabeloner" / PARENTS).write_bytes(UNSAFE[name])
    check = run("templates", "check", f"skabeloner/{NAME}")
    render = run("render-invitation", "2026-001")
    batch = run(*BATCH)
    assert [each.code for each in (check, render, batch)] == [1, 1, 1]
    assert NAME in render.err or PARENTS in render.err
    assert "selve programmet" not in render.err + batch.err
    assert not list(here.rglob("*indkaldelse*skole*.docx"))


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_harmless_for_check_is_made(name, here, run):
    (here / "skabeloner" / NAME).write_bytes(usable(HARMLESS[name]))
    assert run("templates", "check", f"skabeloner/{NAME}").code == 0
    assert run("render-invitation", "2026-001").code == 0


def test_other_papers_are_made_beside_an_unsafe_template(here, run):
    (here / "skabeloner" / NAME).write_bytes(UNSAFE["forty-bytes"])
    assert run("render-agenda", "2026-001").code == 0


def test_a_template_tied_to_another_is_used_without_the_tie_and_remarked(here, run):
    (here / "skabeloner" / NAME).write_bytes(usable(tied()))
    code, out, _ = run("templates", "check", f"skabeloner/{NAME}")
    assert code == 0
    assert "note  Filen er knyttet til en anden skabelon" in out
    assert out.endswith("1 skabelon gennemgået: 2 noter.\n")
    assert run("render-invitation", "2026-001").code == 0


_PEAK = """
import sys
from samarbejde_cli.__main__ import main
main(sys.argv[1:])
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the peak")
def test_a_small_file_that_swells_costs_no_memory(here):
    (here / "skabeloner" / NAME).write_bytes(UNSAFE["bomb"])
    command = [sys.executable, "-c", _PEAK, "render-invitation", "2026-001"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(ran.stdout.splitlines()[-1]) < 90 * 1024
