def test_workspace_comes_from_the_option_or_the_environment(run, tmp_path):
    first, second = tmp_path / "Første mappe", tmp_path / "anden"
    first.mkdir()
    second.mkdir()
    at_first, at_second = str(first), str(second)
    assert run("trial", "workspace", "--workspace", at_first).out == "Første mappe\n"
    assert run("trial", "workspace", SAMARBEJDE_WORKSPACE=at_second).out == "anden\n"
    both = run("trial", "workspace", "--workspace", at_first, SAMARBEJDE_WORKSPACE=at_second)
    assert both.out == "Første mappe\n"


def test_wrong_workspace_in_the_environment_is_told(run):
    code, _, err = run("trial", "workspace", SAMARBEJDE_WORKSPACE="ingen steder")
    assert code == 2
    assert "Mappen `ingen steder` findes ikke." in err


def test_parser_gives_the_parsed_value(run):
    assert run("trial", "date", "--date", "2026-03-03").out == "03/03\n"
