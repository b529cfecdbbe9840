"""The workspace is found from anywhere inside it, and its case folders in order."""

from samarbejde_cli.files.find import case_folders, find_workspace


def test_the_workspace_is_found_from_any_folder_or_file_inside(tmp_path):
    workspace = tmp_path / "Ungesager på tværs"
    inside = workspace / "sager" / "2026-001" / "runder"
    inside.mkdir(parents=True)
    (workspace / "samarbejde.yaml").touch()
    (inside / "1.yaml").touch()
    for start in (workspace, inside, inside / "1.yaml", inside / "findes ikke"):
        assert find_workspace(start) == workspace.resolve()


def test_the_nearest_workspace_counts(tmp_path):
    inner = tmp_path / "prøve"
    inner.mkdir()
    (tmp_path / "samarbejde.yaml").touch()
    (inner / "samarbejde.yaml").touch()
    assert find_workspace(inner) == inner.resolve()


def test_a_folder_with_the_name_of_the_file_is_no_workspace(tmp_path):
    (tmp_path / "samarbejde.yaml").mkdir()
    assert find_workspace(tmp_path) is None


def test_case_folders_are_sorted_and_hidden_ones_and_files_left_out(tmp_path):
    for name in ("2026-010", "2026-002", ".arkiv", "2025-001"):
        (tmp_path / "sager" / name).mkdir(parents=True)
    (tmp_path / "sager" / "læsmig.txt").touch()
    names = [folder.name for folder in case_folders(tmp_path)]
    assert names == ["2025-001", "2026-002", "2026-010"]


def test_a_workspace_without_cases_has_none(tmp_path):
    assert case_folders(tmp_path) == []
