"""The municipality's logo stands in the letterhead, or it is told why not."""

from pathlib import Path

import pytest
from example_case import build
from paper_case import files, made_as_it_is

from samarbejde_cli import word
from samarbejde_cli.profile.load import load_profile
from samarbejde_cli.shipped import shipped

LOGO = (Path(shipped("examples")) / "billeder" / "logo.png").read_bytes()
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><rect width="4" height="1"/></svg>'
)


def workspace(folder, name, **found):
    """A workspace whose settings name a logo, with these files in it."""
    build(folder, f"# samarbejde.yaml\nudseende: {{logo: {name}}}\n")
    for file, data in found.items():
        (folder / file.replace("_", ".")).write_bytes(data)
    return folder


@pytest.mark.parametrize("found", [{"logo_png": LOGO}, {"logo_svg": SVG, "logo_png": LOGO}])
def test_a_logo_stands_in_the_letterhead_with_words_for_those_who_cannot_see_it(tmp_path, found):
    name = next(iter(found)).replace("_", ".")
    papers = files(made_as_it_is(workspace(tmp_path, name, **found), ["agenda"]))
    (paper,) = papers.values()
    assert "[billede: Logo: Birkeby Kommune]" in word.dump(paper)


def test_without_a_logo_the_letterhead_has_no_frame(tmp_path):
    build(tmp_path)
    (paper,) = files(made_as_it_is(tmp_path, ["agenda"])).values()
    assert "[billede" not in word.dump(paper)


@pytest.mark.parametrize(
    ("name", "found", "reason"),
    [
        ("findes-ikke.png", {}, "findes ikke"),
        ("logo.png", {"logo_png": b"GIF89a"}, "hverken PNG"),
        ("logo.svg", {"logo_svg": SVG}, "logo.png"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_told_and_left_out(tmp_path, name, found, reason):
    folder = workspace(tmp_path, name, **found)
    loaded = load_profile(folder)
    (problem,) = loaded.findings
    assert (problem.code, problem.location.route) == ("SAM116", ("udseende", "logo"))
    assert reason in problem.facts["grund"]
    (paper,) = files(made_as_it_is(folder, ["agenda"])).values()
    assert "[billede" not in word.dump(paper)
