"""Outcome of a planned letter."""

from dataclasses import dataclass
from enum import StrEnum

from samarbejde_cli.actions.batch.plan import Obstacle


class LetterState(StrEnum):
    """State of a letter. Only ``DONE`` means that the file exists as planned.

    Whether this run or an earlier one wrote it makes no difference to the record.
    """

    DONE = "færdig"
    BLOCKED = "spærret"
    """Blocked in the plan."""
    CHANGED = "ændret"
    """The case has changed: its letter now differs from the approved one."""
    KEPT = "beholdt"
    """Another file has the name already, edited by hand or from an earlier mailing."""
    FAILED = "fejlet"
    """The case could not be worked on; the others went on."""
    PENDING = "mangler"
    """The run was interrupted before it reached the letter."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Outcome of one letter; ``file`` is the one in the plan. ``is_new``: written by this run."""

    file: str
    state: LetterState
    is_new: bool = False
    obstacles: tuple[Obstacle, ...] = ()
