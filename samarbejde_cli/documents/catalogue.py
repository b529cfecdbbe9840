"""The table of document kinds: one entry each; a kind may also be defined next to its context."""

from datetime import date

from samarbejde_cli.case.appointments import MEETING, is_called_off
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.goal_fields import GOAL_FIELDS
from samarbejde_cli.documents.kind import Kind, everybody
from samarbejde_cli.documents.kinds.agenda import AGENDA_FIELDS, agenda
from samarbejde_cli.documents.kinds.cancellation import CANCELLATION
from samarbejde_cli.documents.kinds.consent import CONSENT
from samarbejde_cli.documents.kinds.costs import COSTS
from samarbejde_cli.documents.kinds.dialogue import DIALOGUE
from samarbejde_cli.documents.kinds.experience import EXPERIENCE
from samarbejde_cli.documents.kinds.goals import goals
from samarbejde_cli.documents.kinds.inspiration import THREE_HOUSES, VITALISATION
from samarbejde_cli.documents.kinds.invitation import (
    INVITATION_FIELDS,
    invitation,
    meeting_will_not_be,
    nobody_to_invite,
)
from samarbejde_cli.documents.kinds.journal import JOURNAL
from samarbejde_cli.documents.kinds.leaflet import LEAFLET
from samarbejde_cli.documents.kinds.meeting_checklist import MEETING_CHECKLIST
from samarbejde_cli.documents.kinds.network_map import NETWORK_MAP
from samarbejde_cli.documents.kinds.network_overview import NETWORK_OVERVIEW
from samarbejde_cli.documents.kinds.new_coordinator import NEW_COORDINATOR
from samarbejde_cli.documents.kinds.pre_meeting import PRE_MEETING
from samarbejde_cli.documents.kinds.roles import ROLES
from samarbejde_cli.documents.kinds.screening import SCREENING
from samarbejde_cli.documents.kinds.script import SCRIPT
from samarbejde_cli.documents.recipients import externals
from samarbejde_cli.profile.model import Profile

__all__ = ["KINDS", "Kind", "due"]

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        SCREENING,
        PRE_MEETING,
        NEW_COORDINATOR,
        CONSENT,
        EXPERIENCE,
        Kind(
            name="agenda",
            stem="dagsorden",
            title="Dagsorden",
            help="Lav dagsordenen til mødet eller opfølgningsmødet.",
            about=(
                "I første runde bliver det dagsordenen til det første møde, derefter den til "
                "opfølgningsmøder. Den unges ønsker står i den med den unges egne ord."
            ),
            steps=(Step.MEETING,),
            template="dagsorden-første.docx",
            later_template="dagsorden-opfølgning.docx",
            recipients=everybody,
            tells=MEETING,
            enclosed=True,
            context=agenda,
            fields=AGENDA_FIELDS,
        ),
        Kind(
            name="invitation",
            stem="indkaldelse",
            title="Indkaldelse",
            help="Lav et indkaldelsesbrev til hver ekstern modtager.",
            about=(
                "Brevet har de fire svarmuligheder. Den, som samtykket ikke dækker, får intet "
                "brev; programmet viser, hvor det står."
            ),
            steps=(Step.MEETING,),
            template="indkaldelse-første.docx",
            later_template="indkaldelse-opfølgning.docx",
            recipients=externals,
            tells=MEETING,
            context=invitation,
            fields=INVITATION_FIELDS,
            asks_for_cpr=True,
            remarks=meeting_will_not_be,
            unaddressed=nobody_to_invite,
        ),
        CANCELLATION,
        Kind(
            name="goals",
            stem="mål-og-aftaleskema",
            title="Mål- og aftaleskema",
            help="Lav Mål- og aftaleskemaet.",
            about=(
                "Skemaet har plads til at skrive videre på mødet og linjer til dem, der skal "
                "skrive under."
            ),
            steps=(Step.PRE_MEETING, Step.MEETING, Step.FOLLOW_UP),
            template="mål-og-aftaleskema.docx",
            later_template=None,
            recipients=everybody,
            context=goals,
            fields=GOAL_FIELDS,
            asks_for_cpr=True,
        ),
        ROLES,
        SCRIPT,
        MEETING_CHECKLIST,
        COSTS,
        DIALOGUE,
        NETWORK_MAP,
        NETWORK_OVERVIEW,
        THREE_HOUSES,
        VITALISATION,
        LEAFLET,
        JOURNAL,
    )
}
"""Every kind of document by its English name."""
BY_WORD: dict[str, Kind] = {
    word: kind for kind in KINDS.values() for word in (kind.name, kind.stem)
}
"""Every kind by its English and its Danish name; what is written uses the Danish one."""


def due(case: Case, profile: Profile, day: date) -> list[Kind]:
    """Return the kinds that a case needs in its step, without those that the profile leaves out."""
    return [
        kind
        for kind in KINDS.values()
        if case.step in kind.steps
        and profile.papers.get(kind.stem, True)
        and kind.needed(case, profile, day)
        and not (kind.tells and is_called_off(case, kind.tells))
    ]
