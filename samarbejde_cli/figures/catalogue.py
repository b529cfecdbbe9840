"""Every figure, in the order of the report."""

from samarbejde_cli.figures import handbook, practice, results, start
from samarbejde_cli.figures.figure import Figure

_DECLARED = (*start.FIGURES, *results.FIGURES, *practice.FIGURES, *handbook.FIGURES)
FIGURES: dict[str, Figure] = {each.key: each for each in _DECLARED}
"""Every figure by its key."""
