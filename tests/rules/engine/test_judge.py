"""What blocks is the same whether the other rules are asked or not."""

from datetime import date
from itertools import cycle
from pathlib import Path

import pytest
from example_case import judged

from samarbejde_cli.case.case import load_case
from samarbejde_cli.profile.load import load_profile
from samarbejde_cli.profile.model import Level, RuleSetting
from samarbejde_cli.rules.engine.registry import CODES

EXAMPLES = Path(__file__).parents[3] / "examples"
LONG_AFTER = date(2027, 9, 1)
"""A day on which the examples have findings of many rules."""


@pytest.mark.parametrize("levels", [[each] for each in Level] + [list(Level)])
def test_what_blocks_is_known_without_the_other_rules_whatever_the_settings_say(levels):
    settings = {
        code: RuleSetting(alvor=level.value, begrundelse="aftalt")
        for code, level in zip(CODES, cycle(levels), strict=False)
    }
    profile = load_profile(EXAMPLES).profile.model_copy(update={"rules": settings})
    cases = map(load_case, sorted((EXAMPLES / "sager").iterdir()))
    found = [judged(case, profile, LONG_AFTER) for case in cases]
    assert any(found) or levels == [Level.OFF]
