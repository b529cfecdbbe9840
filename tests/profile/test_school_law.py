"""The school's law: cited in its own time only, until today's wording is verified."""

from datetime import date

from example_case import build

from samarbejde_cli.case.case import load_case
from samarbejde_cli.documents.context import references
from samarbejde_cli.profile.load import load_profile


def test_the_old_paragraph_is_cited_for_its_own_time_only(tmp_path):
    case = load_case(build(tmp_path))
    profile = load_profile(tmp_path).profile
    assert profile is not None
    then, now = (references(case, profile, "plan", day)
                 for day in (date(2019, 6, 3), date(2026, 3, 3)))  # fmt: skip
    assert any("Folkeskoleloven" in each for each in then)
    assert not any("Folkeskoleloven" in each for each in now)
