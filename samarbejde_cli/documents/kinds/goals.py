"""The Mål- og aftaleskema: the form that is filled in at the meeting and signed (Bilag 3).

It is often read and seldom printed: what is needed to print it is imported then.
"""

from datetime import date
from typing import TYPE_CHECKING

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.goal_answers import GOAL_FORM
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.documents.schema import Context, Schema
from samarbejde_cli.findings import Finding
from samarbejde_cli.profile.model import Profile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samarbejde_cli.documents.recipients import Recipient


def plan_readers(case: Case, profile: Profile, day: date) -> "Sequence[Recipient | None]":
    """Return the complete copy, and those of custody and of the people the plan may be sent to."""
    from samarbejde_cli.documents import goal_context  # noqa: PLC0415 — only where a paper is made

    return goal_context.plan_readers(case, profile, day)


def _not_agreed(case: Case, profile: Profile, who: "Recipient", day: date) -> Finding | None:
    from samarbejde_cli.documents.goal_context import not_agreed  # noqa: PLC0415 — same

    return not_agreed(case, profile, who, day)


def _goals(case: Case, profile: Profile, recipient: "Recipient | None", day: date) -> Context:
    from samarbejde_cli.documents.goal_context import goals  # noqa: PLC0415 — same

    return goals(case, profile, recipient, day)


def _fields() -> Schema:
    from samarbejde_cli.documents.goal_fields import GOAL_FIELDS  # noqa: PLC0415 — same

    return GOAL_FIELDS


GOALS = Kind(
    name="goals",
    order=90,
    stem="mål-og-aftaleskema",
    title="Mål- og aftaleskema",
    help="Lav Mål- og aftaleskemaet.",
    about=(
        "Skemaet har plads til at skrive videre på mødet og linjer til dem, der skal skrive under."
    ),
    steps=(Step.PRE_MEETING, Step.MEETING, Step.FOLLOW_UP),
    template="mål-og-aftaleskema.docx",
    later_template=None,
    recipients=plan_readers,
    refused=_not_agreed,
    context=_goals,
    fields=_fields,
    asks_for_cpr=True,
    form=GOAL_FORM,
)
