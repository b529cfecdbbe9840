"""The support that a case tells of on a day."""

from datetime import date

import pytest
from example_case import build

from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.coming_of_age import situation
from samarbejde_cli.profile.model import Support

DAY = date(2026, 3, 3)
GRANTED = "# sag.yaml\nungestøtte: {{besluttet: {}, bevilget: {}}}\n"
MEASURE = "# team.yaml\nindsatser: [{{støtte: Bostøtte, paragraf: '{}', start: {}}}]\n"


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (GRANTED.format("2026-03-03", "ja"), {Support.YOUNG_ADULT}),
        (GRANTED.format("2026-03-04", "ja"), set()),
        (GRANTED.format("2026-03-03", "nej"), set()),
        ("# sag.yaml\nvisitation: {efterværn: ja}\n", {Support.YOUNG_ADULT}),
        (MEASURE.format("Serviceloven § 85", "2026-01-05"), {Support.SERVICES}),
        (MEASURE.format("SEL § 97", "2026-01-05"), {Support.SERVICES}),
        (MEASURE.format("lov om social service § 85", "2026-01-05"), {Support.SERVICES}),
        (MEASURE.format("serviceloven § 85", "2026-03-04"), set()),
        (MEASURE.format("barnets lov § 32", "2026-01-05"), set()),
        ("# team.yaml\nindsatser: []\n", set()),
    ],
)
def test_what_is_granted_or_running_counts(tmp_path, example, expected):
    case = load_case(build(tmp_path, example))
    assert situation(case, DAY).support == expected
    assert situation(case, DAY).age == 15
