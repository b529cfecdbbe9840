"""Several cases in one sentence, for rules that compare cases."""

from collections.abc import Sequence

from samarbejde_cli.danish.text import grouped, listed

NAMED = 3
"""Number of cases that are named; the others are counted."""


def case_list(numbers: Sequence[str]) -> str:
    """Return ``sag 2026-001``, or ``sagerne 2026-001, 2026-002 og 2026-003``; at least one."""
    if len(numbers) == 1:
        return f"sag {numbers[0]}"
    rest = len(numbers) - NAMED
    more = [f"{grouped(rest)} til"] if rest > 0 else []
    return f"sagerne {listed([*numbers[:NAMED], *more])}"
