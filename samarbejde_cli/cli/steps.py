"""Steps on the command line."""

from typing import Any

from samarbejde_cli.case.steps import Step, find_step
from samarbejde_cli.cli.options import parsed
from samarbejde_cli.danish.text import closest, did_you_mean, listed
from samarbejde_cli.errors import WrongUseError


def step_named(text: str) -> Step:
    """Return the step of a Danish or English name.

    Raises ``WrongUseError`` with the nearest one for any other text.
    """
    if step := find_step(text):
        return step
    words = [step.value for step in Step]
    meant = closest(text, words)
    hint = did_you_mean(meant) or f"Vælg {listed(words, 'eller')}."
    raise WrongUseError(f"Trinnet `{text}` findes ikke.", hint)


def step_option(name: str, help_text: str) -> Any:
    """Return an option that takes the name of a step."""
    return parsed(name, "TRIN", step_named, help_text)
