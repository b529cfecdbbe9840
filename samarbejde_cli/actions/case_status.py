"""Where a case stands: one line of the overview."""

from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.steps import ORDER, Step
from samarbejde_cli.deadlines.deadline import Task
from samarbejde_cli.findings import Diagnosis
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile


@frozen
class Obstacle:
    """Something that keeps a case in its step: the rule's code and name.

    ``diagnosis`` is all that is known of it, None when only the code was remembered.
    """

    code: str
    name: str
    diagnosis: Diagnosis | None = None


@frozen
class CaseStatus:
    """One line of the overview; what cannot be read is None.

    ``groups`` tells how far the case is: for the intake and for each round, planned ones too, how
    many of its steps are reached and how many there are. ``task`` is what is to be done first,
    ``late`` how much is late. ``untold`` is whether somebody does not know that a meeting was moved
    or called off, ``stale`` whether papers tell the old day. ``awaits`` is ``formøde`` or ``møde``
    when that is still to come;
    ``blocking`` begins with what can be done before it.
    """

    number: str
    name: str | None
    step: str | None
    round: int | None
    next_date: date | None
    blocking: tuple[Obstacle, ...]
    coordinator: str | None = None
    department: str | None = None
    profile: str = ""
    groups: tuple[tuple[int, int], ...] = ()
    task: Task | None = None
    late: int = 0
    paused_until: date | None = None
    untold: bool = False
    stale: bool = False
    awaits: str = ""
    other_meetings: int = 0
    """How many meetings were held outside the rounds."""

    @property
    def is_open(self) -> bool:
        """Whether the case can be read and has not ended."""
        return self.step is not None and not Step(self.step).is_end


def groups(step: Step, number: int, profile: Profile) -> tuple[tuple[int, int], ...]:
    """Return how many steps of the intake and of each round are reached, and of how many."""
    if step in (Step.INTAKE, Step.REJECTED):
        planned = 0 if step.is_end else profile.rhythm.meetings
        return ((1, 1), *((0, _IN_ROUND) for _ in range(planned)))
    reached = _IN_ROUND if step.is_end else ORDER.index(step)
    planned = 0 if step.is_end else max(0, profile.rhythm.meetings - number)
    behind = ((_IN_ROUND, _IN_ROUND) for _ in range(number - 1))
    ahead = ((0, _IN_ROUND) for _ in range(planned))
    return ((1, 1), *behind, (reached, _IN_ROUND), *ahead)


AT_THE = {
    "": frozenset[str](),
    Step.PRE_MEETING.value: frozenset(
        {
            codes.INFORMED_ABOUT_MODEL,
            codes.WISHES_MISSING,
            codes.PRE_MEETING_NOT_HELD,
            codes.EXPERIENCE_MISSING,
        }
    ),
    Step.MEETING.value: frozenset(
        {codes.MEETING_NOT_HELD, codes.YOUTH_ATTENDED, codes.NEXT_FOLLOW_UP_MISSING}
    ),
}
"""What can be met only at an appointment, by the appointment."""
_IN_ROUND = len(ORDER) - 1
"""The steps of a round: all but the intake."""
