"""What became of a planned letter."""

from dataclasses import dataclass
from enum import StrEnum

from samarbejde_cli.actions.batch.plan import Obstacle


class LetterState(StrEnum):
    """What became of a letter. Only ``DONE`` means that the file is there as it was planned.

    Whether this run or an earlier one wrote it makes no difference to the record.
    """

    DONE = "færdig"
    BLOCKED = "spærret"
    """The plan said so."""
    CHANGED = "ændret"
    """The case, as it is now, gives another letter than the one that was approved."""
    KEPT = "beholdt"
    """Another file has the name already, edited by hand or from an earlier mailing."""
    FAILED = "fejlet"
    """The case could not be worked on; the others went on."""
    PENDING = "mangler"
    """The run was interrupted before it came to the letter."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one letter; ``file`` is the one in the plan. ``is_new``: written just now."""

    file: str
    state: LetterState
    is_new: bool = False
    obstacles: tuple[Obstacle, ...] = ()
