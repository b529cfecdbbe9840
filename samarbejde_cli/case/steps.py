"""The steps of a case and the transitions between them (handbook §§ 2 and 4)."""

from samarbejde_cli.forms.model import Choice, folded


class Step(Choice):
    """The step of the model that a case is in; the value is the word in ``sag.yaml``."""

    INTAKE = "visitation"
    PRE_MEETING = "formøde"
    MEETING = "møde"
    FOLLOW_UP = "opfølgning"
    CLOSED = "afsluttet"
    REJECTED = "afvist"

    @property
    def is_end(self) -> bool:
        """Whether the case has ended."""
        return self in (Step.CLOSED, Step.REJECTED)


ENGLISH = {
    "intake": Step.INTAKE,
    "pre-meeting": Step.PRE_MEETING,
    "meeting": Step.MEETING,
    "follow-up": Step.FOLLOW_UP,
    "closed": Step.CLOSED,
    "rejected": Step.REJECTED,
}

TRANSITIONS: dict[Step, tuple[Step, ...]] = {
    Step.INTAKE: (Step.PRE_MEETING, Step.REJECTED),
    Step.PRE_MEETING: (Step.MEETING, Step.CLOSED),
    Step.MEETING: (Step.FOLLOW_UP, Step.CLOSED),
    Step.FOLLOW_UP: (Step.PRE_MEETING, Step.CLOSED),
    Step.CLOSED: (),
    Step.REJECTED: (),
}
"""The transitions out of each step; the first is the one that ``advance`` takes by itself."""

ORDER = (Step.INTAKE, Step.PRE_MEETING, Step.MEETING, Step.FOLLOW_UP)
"""The steps of a first round in their order."""


REOPENINGS: dict[Step, tuple[Step, ...]] = {
    Step.CLOSED: (Step.PRE_MEETING, Step.MEETING, Step.FOLLOW_UP),
    Step.REJECTED: (Step.INTAKE,),
}
"""The transitions back from the ends; each must be asked for, with a reason."""


def step_before(step: Step, number: int) -> tuple[Step, int] | None:
    """Return the step and the round before these, None when there is none."""
    if step is Step.PRE_MEETING and number > 1:
        return Step.FOLLOW_UP, number - 1
    if step.is_end or step is ORDER[0]:
        return None
    return ORDER[ORDER.index(step) - 1], number


def starts_round(origin: Step, target: Step) -> bool:
    """Whether the move begins the next round: a new pre-meeting after a follow-up."""
    return origin is Step.FOLLOW_UP and target is Step.PRE_MEETING


def find_step(word: str) -> Step | None:
    """Return the step that a user names in Danish or English, or None."""
    english = {folded(name): step for name, step in ENGLISH.items()}
    danish = {folded(step.value): step for step in Step}
    plain = {name.replace("ø", "o"): step for name, step in danish.items()}
    return (plain | english | danish).get(folded(word))
