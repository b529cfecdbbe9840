from samarbejde_cli.danish.text import listed


def test_names_with_og_in_them_are_joined_by_samt():
    names = ["Job og Uddannelse", "Social og Sundhed"]
    assert listed(names) == "Job og Uddannelse samt Social og Sundhed"
    assert listed(names, "eller") == "Job og Uddannelse eller Social og Sundhed"
    assert listed(["Bo", "Mette", "Ida"]) == "Bo, Mette og Ida"
