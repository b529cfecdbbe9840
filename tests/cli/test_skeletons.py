"""The examples in new files are right when somebody takes the # away, in every way of working."""

import re
from datetime import date

import pytest

from samarbejde_cli.actions.validate import check_workspace
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.profile.load import shipped_names

DAY = {"SAMARBEJDE_DAG": "2026-02-24"}
UNKNOWN = {"SAM203", "SAM204", "SAM208", "SAM213"}


@pytest.fixture
def made(tmp_path, run):
    def make(profile, *, named):
        root = tmp_path / "mappe"
        base = "national" if named and profile != "national" else profile
        run("init", str(root), "--municipality", "A Kommune", "--profile", base)
        words = ["--name", "Ida Ravn", "--cpr", "671111-4321", *(["--profile", profile] * named)]
        assert run("new-case", *words, "--workspace", str(root), **DAY).code == 0
        return root

    return make


def used(path):
    """Take the # away from every example."""
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"^#(?= {2,}\S)", "", text, flags=re.MULTILINE), "utf-8", newline="\n")


def found(root):
    workspace = Workspace(root)
    return {each.code: each for each in check_workspace(workspace, date(2026, 2, 24)).diagnoses}


@pytest.mark.parametrize("named", [False, True], ids=["of the workspace", "of the case"])
@pytest.mark.parametrize("profile", shipped_names())
def test_every_example_can_be_used(made, profile, named):
    root = made(profile, named=named)
    before = set(found(root))
    for path in root.rglob("*.yaml"):
        assert not re.search(r"\$[a-zæøå{]", path.read_text("utf-8").partition("\n")[2]), path
        used(path)
    after = found(root)
    # who is named in an example is in no team, and days in it are over
    wrong = {code for code in after if code < "SAM200" or code in UNKNOWN} - before
    assert not wrong, after
    assert "mål" in (next((root / "sager").glob("*/plan.yaml"))).read_text("utf-8")


@pytest.mark.parametrize("profile", shipped_names())
def test_an_example_below_the_last_key_stays_below_it(made, run, profile):
    root = made(profile, named=False)
    run(
        "pause",
        "2026-001",
        "--reason",
        "A",
        "--until",
        "2026-05-01",
        "--workspace",
        str(root),
        **DAY,
    )
    record = next((root / "sager").glob("*/sag.yaml"))
    assert record.read_text("utf-8").index("bevilget") < record.read_text("utf-8").index("pause:")
    used(record)
    assert {code for code in found(root) if code.startswith(("SAM0", "SAM10"))} == set()


def test_the_profile_of_a_new_case_is_written_when_it_is_named(made):
    (record,) = made("middelfart", named=True).glob("sager/*/sag.yaml")
    assert "\nprofil: middelfart\ntrin:" in record.read_text("utf-8")


def test_a_profile_that_does_not_exist_makes_no_case(made, run):
    root = made("national", named=False)
    words = ["--name", "A", "--cpr", "681009-4824", "--workspace", str(root)]
    code, _, err = run("new-case", *words, "--profile", "soroe-ung", **DAY)
    assert code == 2
    assert "Mente du `soroe-unge`?" in err
    assert len(list((root / "sager").glob("2*"))) == 1
