"""The letter that tells the youth and those with custody who has the case now."""

from collections.abc import Sequence
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.hand_overs import is_coordinator_announced, last_hand_over
from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.kind import Kind, Nobody
from samarbejde_cli.documents.kinds.pre_meeting import ADDRESSEE_FIELDS, addressee, family
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import DAY, TEXT, YES_NO, Known, Presence, in_area
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea


def informed(case: Case, profile: Profile, day: date) -> Sequence[Recipient]:
    """Return whom the letter goes to; nobody gets one about a case that was never handed over."""
    return () if last_hand_over(case) is None else family(case, profile, day)


def new_coordinator(
    case: Case, profile: Profile, recipient: Recipient | None, day: date
) -> Context:
    """Return one letter's fields: who had the case, who has it since when, and what is agreed."""
    former, move = last_hand_over(case) or (None, None)
    return shared(case, profile, f"Ny {profile.words.coordinator}", day) | {
        "modtager": addressee(case, recipient) if recipient else None,
        "tidligere": former,
        "siden": move.at.date() if move else None,
        "har_mål": bool(case.plan.goals),
        "næste_møde": _next_meeting(case, day),
    }


def _next_meeting(case: Case, day: date) -> date | None:
    """Return the day of the coming meeting; None in a pause, which may cancel it."""
    meeting = case.round.meeting.date
    is_coming = meeting is not None and meeting >= day and not case.record.is_paused(meeting)
    return meeting if is_coming else None


def is_needed(case: Case, profile: Profile, day: date) -> bool:
    """Whether the case was handed over and no letter has been made since."""
    del profile, day
    return last_hand_over(case) is not None and not is_coordinator_announced(case)


def _never_handed_over(case: Case, profile: Profile) -> Nobody:
    """Return why there is no letter to make: nobody else had the case before."""
    del profile
    return Nobody(
        f"Sagen {case.number} er ikke overdraget, så der er ingen ny koordinator at fortælle om.",
        f"Overdrag den med `samarbejde hand-over {case.number} --to NAVN`. Er navnet rettet i "
        "sag.yaml i hånden, så skriv først den tidligere koordinator der igen.",
    )


NEW_COORDINATOR = Kind(
    name="new-coordinator",
    order=30,
    stem="ny-koordinator",
    title="Ny koordinator",
    help="Lav brevet, der fortæller, hvem der nu har sagen.",
    about=(
        "Brevet laves, når en sag er overdraget. Det er til den, sagen handler om, og til dem, "
        "der har forældremyndigheden, så længe den unge ikke er myndig. Er den unge for ung til "
        "egen post, får kun de voksne det."
    ),
    steps=(Step.PRE_MEETING, Step.MEETING, Step.FOLLOW_UP),
    template="ny-koordinator.docx",
    later_template=None,
    recipients=informed,
    looks_ahead=True,
    context=new_coordinator,
    fields=lambda: in_area(
        DataArea.CASE,
        ADDRESSEE_FIELDS,
        Known("tidligere", TEXT, "Hvem der havde sagen før", Presence.SOMETIMES),
        Known("siden", DAY, "Dagen, da sagen blev overdraget", Presence.SOMETIMES),
        Known("har_mål", YES_NO, "Er der mål i mål- og aftaleskemaet", example="ja"),
        Known(
            "næste_møde",
            DAY,
            "Det møde, der er aftalt",
            Presence.SOMETIMES,
            area=DataArea.NEXT_MEETING,
        ),
    ),
    needed=is_needed,
    unaddressed=_never_handed_over,
)
