"""Whether a case is under the number that its history gave it last."""

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.history import Event


def due_number(case: Case) -> str | None:
    """Return the number that the case was given while its folder still has another one."""
    given = [move.number for move in case.history if move.event is Event.RENUMBERED]
    return given[-1] if given and given[-1] != case.number else None
