"""The sheet for parents: for those with custody, while the youth is under age."""

from paper_case import made, texts

OF_AGE = "# sag.yaml\nung: {cpr: 610108-4322}\n"


def test_each_who_has_custody_gets_the_sheet(tmp_path):
    found = texts(made(tmp_path, "", ["parent-sheet"]))
    assert len(found) == 2
    assert all("Samtykket skrives under af både Silje og alle" in each for each in found.values())
    assert {name for each in found.values() for name in ("Mette Ravn", "Henrik Ravn")
            if f"Kære {name}" in each} == {"Mette Ravn", "Henrik Ravn"}  # fmt: skip


def test_nobody_else_gets_it(tmp_path):
    assert texts(made(tmp_path, "", ["parent-sheet"], reader="Birgit Kær")) == {}
    assert texts(made(tmp_path / "18", OF_AGE, ["parent-sheet"])) == {}
