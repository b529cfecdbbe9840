"""Whom the case's papers have told something, as far as ``breve.yaml`` knows."""

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.former import last_hand_over

NEW_COORDINATOR = "ny-koordinator"
"""The paper that tells of a hand-over, as ``breve.yaml`` names it."""


def is_told_of_coordinator(case: Case) -> bool:
    """Whether a letter about the present coordinator was made since the case was handed over.

    A case that was never handed over has nothing to tell. While ``breve.yaml`` cannot be read, no
    letter is known.
    """
    last = last_hand_over(case)
    if last is None:
        return True
    since = last[1].at.date()
    papers = case.filed_file.value if case.filed_file else None
    return any(each.paper == NEW_COORDINATOR and each.date >= since for each in papers or ())
