"""How a case ended: on which day and why, and whether the letter about it was made."""

from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step

LETTERS = {Step.CLOSED: "afslutning", Step.REJECTED: "afslag"}
"""The letter about each end, as ``breve.yaml`` names it."""


def ended_on(case: Case) -> date | None:
    """Return the day on which a case was closed or rejected; None while it has not ended."""
    if not case.step.is_end:
        return None
    closing, decided = case.record.closing, case.record.intake.decided_on
    written = closing.date if case.step is Step.CLOSED and closing else None
    if case.step is Step.REJECTED and case.record.intake.is_refused:
        written = decided
    moves = [each.at.date() for each in case.history if each.target is case.step]
    return written or (moves[-1] if moves else None)


def why_ended(case: Case) -> str | None:
    """Return why a case was closed or rejected, in the words of ``sag.yaml``; None without any."""
    closing, intake = case.record.closing, case.record.intake
    if case.step is Step.CLOSED:
        return closing.reason if closing else None
    return intake.reason if case.step is Step.REJECTED and intake.is_refused else None


def is_end_announced(case: Case) -> bool:
    """Whether the letter about the end was made since; so too for a case that has not ended.

    While ``breve.yaml`` cannot be read, no letter is known.
    """
    day = ended_on(case)
    if day is None:
        return True
    papers = case.register_file.value if case.register_file else None
    return any(each.paper == LETTERS[case.step] and each.date >= day for each in papers or ())
