"""A field that is right but empty in an item of a list points at that very item in the file."""

import pytest
from paper_case import DAY, loaded, made, template_with

from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.documents.items import item_spot

GOALS = """\
# plan.yaml
mål:
  - {område: økonomi, mål: Jeg vil have et budget, frist: 2026-05-01}
  - {område: fagligt, mål: Jeg skal i skole hver dag}
  - {område: bolig, mål: Jeg skal have min egen nøgle}
# team.yaml
indsatser:
  - {støtte: Mentor}
"""


@pytest.mark.parametrize(
    ("route", "file", "place"),
    [
        (("mål", "uddannelse", 0, "frist"), "plan.yaml", ("mål", 1, "frist")),
        (("mål", "øvrige", 0, "frist"), "plan.yaml", ("mål", 2, "frist")),
        (("mål", "øvrige", 1, "årsag"), "plan.yaml", ("mål", 0, "årsag")),
        (("plan", "mål", 2, "frist"), "plan.yaml", ("mål", 2, "frist")),
        (("indsatser", 0, "paragraf"), "team.yaml", ("indsatser", 0, "paragraf")),
        (("forældre", 1, "email"), "sag.yaml", ("forældre", 1, "email")),
        (("team", 1, "telefon"), "team.yaml", ("personer", 0, "telefon")),
    ],
)
def test_the_item_is_found_by_what_it_says(tmp_path, route, file, place):
    _, case, profile = loaded(tmp_path, GOALS)
    context = KINDS["goals"].context(case, profile, None, DAY)
    location = item_spot(case, context, route)
    assert (location.file.name, location.route) == (file, place)


@pytest.mark.parametrize(
    "route",
    [
        ("ung", "skole"),
        ("mål", "uddannelse"),
        ("mål", "uddannelse", 1, "frist"),  # an empty line of an area without goals
        ("team", 0, "telefon"),  # the coordinator, who is not in the list of the team
        ("team", 1, "funktion"),  # no field of the file
        ("underskrifter", 0, "dato"),
    ],
)
def test_what_is_in_no_item_of_a_file_has_no_such_spot(tmp_path, route):
    _, case, profile = loaded(tmp_path, GOALS)
    context = KINDS["goals"].context(case, profile, None, DAY)
    assert item_spot(case, context, route) is None


def test_a_document_that_needs_more_of_a_goal_says_of_which(tmp_path):
    loaded(tmp_path, GOALS)
    own = tmp_path / "skabeloner"
    own.mkdir()
    fields = "{% for m in mål.øvrige if not m.tom %}{{ m.frist }}{% endfor %}{{ ung.sprog }}"
    (own / "mål-og-aftaleskema.docx").write_bytes(template_with(fields))
    produced = made(tmp_path, GOALS, ["goals"])
    told = [(each.file.name, each.route, each.line.strip()) for each in produced.diagnoses]
    assert ("sag.yaml", ("ung", "sprog")) in [each[:2] for each in told]
    assert ("plan.yaml", ("mål", 2, "frist"), "- område: bolig") in told
    assert len(told) == 2
