"""Files that no command reads are told, one finding a file, with advice that works."""

import shutil
from pathlib import Path

import pytest
from example_case import TODAY, build, case_folder

from samarbejde_cli.__main__ import main
from samarbejde_cli.actions.validate import check_workspace
from samarbejde_cli.actions.workspace import Workspace


def told(root: Path) -> dict[str, tuple[str, str]]:
    """Return the code and the hint for each file that is not read."""
    found = check_workspace(Workspace(root), TODAY).diagnoses
    wanted = [each for each in found if each.code in ("SAM032", "SAM033", "SAM036")]
    names = [each.file.name for each in wanted]
    assert len(names) == len(set(names))
    return {each.file.name: (each.code, each.hint) for each in wanted}


@pytest.fixture
def folder(tmp_path):
    build(tmp_path)
    return case_folder(tmp_path)


SYNCHRONISED = [
    "plan-PCNAVN.yaml",
    "plan-PC-Anne.yaml",
    "plan-PCNAVN-2.yaml",
    "plan (Bos conflicted copy 2026-02-01).yaml",
    "plan (Bo Kjærs modstridende kopi 2026-02-01).yaml",
    "plan (Bos konfliktkopi).yaml",
    "plan.sync-conflict-20260201-101010-ABCDEFG.yaml",
    "plan (conflicted copy 2026-02-01 101010).yaml",
    "Plan-PCNAVN.YML",
]
COPIES = [
    "plan (1).yaml",
    "plan-2.yaml",
    "plan-ny.yaml",
    "plan 2.yaml",
    "plan - Kopi.yaml",
    "plan - Kopi (2).yaml",
    "Kopi af plan.yaml",
    "plan kopi.yaml",
    "plan_ny.yaml",
    "plan.gammel.yaml",
]
MISNAMED = ["plan.yml", "Plan.yaml", "PLAN.YAML", "plan.yaml.txt", "plan.yaml.yaml", "plan"]
LEFTOVERS = [
    *("plan.yaml.orig", "plan.yaml.rej", "plan.yaml~", "plan.yaml.bak", "plan.bak"),
    *("plan_BACKUP_4711.yaml", "plan.yaml.mine", "plan.yaml.r12", "noter.yaml"),
]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_an_error_until_it_is_merged_and_gone(name, folder, tmp_path):
    shutil.copy(folder / "plan.yaml", folder / name)
    code, hint = told(tmp_path)[name]
    assert code == "SAM032"
    assert hint.startswith("Se, om der står noget i den, som mangler i plan.yaml")
    assert hint.endswith("`samarbejde conflicts 2026-001` kan også flette de to.")
    (folder / name).unlink()
    assert told(tmp_path) == {}


@pytest.mark.parametrize("name", SYNCHRONISED)
def test_a_copy_of_a_synchronising_program_is_brought_together_as_advised(name, folder, tmp_path):
    shutil.copy(folder / "plan.yaml", folder / name)
    advised = "`samarbejde conflicts 2026-001`"
    assert told(tmp_path)[name] == ("SAM036", f"Bring de to sammen med {advised}.")
    words = advised.strip("`").split()[1:]
    assert main([*words, "--mine", "--workspace", str(tmp_path)]) == 0
    assert not (folder / name).exists()
    assert told(tmp_path) == {}


@pytest.mark.parametrize("name", MISNAMED)
def test_a_file_under_a_wrong_name_is_renamed(name, folder, tmp_path):
    (folder / "plan.yaml").rename(folder / name)
    code, hint = told(tmp_path)[name]
    assert (code, hint) == ("SAM032", "Giv den navnet plan.yaml.")
    (folder / name).rename(folder / "plan.yaml")
    assert told(tmp_path) == {}


@pytest.mark.parametrize("name", LEFTOVERS)
def test_what_a_program_left_behind_is_a_warning(name, folder, tmp_path):
    shutil.copy(folder / "plan.yaml", folder / name)
    assert told(tmp_path)[name][0] == "SAM033"


@pytest.mark.parametrize(
    ("name", "meant"),
    [("01.yaml", "1.yaml"), ("1.yml", "1.yaml"), ("runde 1.yaml", "1.yaml")],
)
def test_a_round_has_its_plain_number(name, meant, folder, tmp_path):
    (folder / "runder" / meant).rename(folder / "runder" / name)
    assert told(tmp_path) == {name: ("SAM032", f"Giv den navnet {meant}.")}


def test_a_file_in_the_wrong_folder_is_moved(folder, tmp_path):
    shutil.copy(folder / "runder/1.yaml", folder / "2.yaml")
    (folder / "plan.yaml").rename(folder / "runder/plan.yaml")
    assert told(tmp_path)["2.yaml"] == ("SAM032", "Flyt den, så den ligger som runder/2.yaml.")
    assert told(tmp_path)["plan.yaml"] == (
        "SAM032",
        "Flyt den, så den ligger som plan.yaml i sagens mappe.",
    )


@pytest.mark.parametrize(
    "name",
    [
        *("noter.txt", "Notat.docx", "brev.pdf", "plan.docx", "plan.pdf", "plan - Kopi.docx"),
        *("~$plan.docx", ".plan.yaml.swp", "billede.jpg", "plan.xlsx", "noter.bak", "sag.msg"),
    ],
)
def test_own_notes_are_nobodys_business(name, folder, tmp_path):
    (folder / name).write_bytes(b"x")
    (folder / "noter").mkdir()
    assert told(tmp_path) == {}


@pytest.mark.parametrize(
    "name", ["samarbejde.yml", "Samarbejde.yaml", "samarbejde-PC.yaml", "samarbejde - Kopi.yaml"]
)
def test_copies_of_the_settings_are_told_and_files_of_others_are_not(name, tmp_path):
    build(tmp_path)
    shutil.copy(tmp_path / "samarbejde.yaml", tmp_path / name)
    (tmp_path / "mkdocs.yml").write_text("a: b\n", "utf-8")
    assert set(told(tmp_path)) == {name}
    if name.startswith("samarbejde-"):
        assert told(tmp_path)[name] == ("SAM036", "Bring de to sammen med `samarbejde conflicts`.")
        assert main(["conflicts", "--mine", "--workspace", str(tmp_path)]) == 0
        assert told(tmp_path) == {}


def test_case_files_in_the_folder_of_all_cases_are_told(folder, tmp_path):
    shutil.copy(folder / "sag.yaml", folder.parent / "sag.yaml")
    assert told(tmp_path)["sag.yaml"][0] == "SAM032"


@pytest.mark.parametrize("name", ["Runder", "runde", "runder - Kopi", "runder (1)"])
def test_a_folder_that_is_called_nearly_like_that_of_the_rounds_is_told(name, folder, tmp_path):
    shutil.copytree(folder / "runder", folder / name)
    code, hint = told(tmp_path)[name]
    assert code == "SAM032"
    assert hint.startswith("Se, om der står noget i den, som mangler i runder")
    (folder / name / "1.yaml").unlink()
    (folder / name).rmdir()
    (folder / "runder").rename(folder / name)
    if name in ("Runder", "runde"):
        assert told(tmp_path) == {name: ("SAM032", "Giv den navnet runder.")}


def test_a_case_that_was_dragged_into_another_or_into_a_folder_is_told(folder, tmp_path):
    for place in (folder / "2026-009", folder.parent / "hold 1" / "2026-009"):
        shutil.copytree(folder.parent / folder.name, place, ignore=lambda *_: ["2026-009"])
        code, hint = told(tmp_path)["2026-009"]
        assert code == "SAM032"
        assert hint.endswith("Flyt mappen, så den ligger for sig selv i mappen `sager`.")
        shutil.rmtree(place)


@pytest.mark.parametrize("place", ["gammel/plan.yaml", "gammel/2.yaml", "runder/2/2.yaml"])
def test_files_of_a_case_in_a_folder_of_their_own_are_a_warning(place, folder, tmp_path):
    (folder / place).parent.mkdir()
    (folder / place).write_text("mål: []", "utf-8")
    assert {name: code for name, (code, _) in told(tmp_path).items()} == {
        Path(place).parent.name: "SAM033"
    }


@pytest.mark.parametrize("name", ["Sager", "SKABELONER"])
def test_folders_of_the_workspace_are_called_in_small_letters(name, tmp_path):
    build(tmp_path)
    try:
        (tmp_path / name).mkdir()
    except FileExistsError:
        pytest.skip("this system knows no capitals in names")
    assert told(tmp_path)[name][0] == "SAM032"
