"""SAM407: everyone invited to the meeting is covered by the consent."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.hand_overs import former_coordinators
from samarbejde_cli.case.round import Participant
from samarbejde_cli.case.sharing import has_lapsed, may_receive, obstacle, remedy
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.consent_findings import has_own_finding
from samarbejde_cli.rules.helpers.late_signatures import has_signed_late


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each participant not covered by the consent."""
    meeting, consent = case.round.meeting, case.consent
    if not consent.is_given or (not consent.recipients and not consent.organisations):
        return
    day = meeting.date or today
    if has_lapsed(case, profile, day):  # SAM405 reports it
        return
    former = former_coordinators(case)
    for i, participant in enumerate(meeting.participants):
        who = case.full_name(participant.person).casefold()
        is_known = who in case.people or who in former or profile.employee(who)
        if not is_known or _ran_it(participant, former.get(who), meeting.date):
            continue
        if may_receive(case, profile, who, day) or has_signed_late(case, profile, who):
            continue
        if has_own_finding(case, profile, who, today):
            continue
        route, reason = obstacle(case, profile, participant.person, day)
        facts = {
            "navn": participant.person,
            "hvad": "er deltager i mødet",
            "grund": reason,
            "ung": case.record.youth.short_name,
            "runde": str(case.record.round),
        }
        if instead := remedy(case, participant.person, route):
            away = f"Slet deltageren i runder/{facts['runde']}.yaml"
            facts["hjælp"] = f"{away}{_called(participant, day, today)}. {instead}"
        related = (("samtykkets modtagere står her", case.location("samtykke", *route)),)
        yield RULE.finding(case.in_round("møde", "deltagere", i), related, **facts)


def _called(participant: Participant, day: date, today: date) -> str:
    """Return what else to do about somebody who has an invitation to a meeting to come."""
    if participant.invited is None or day < today:
        return ""
    return f", og ring til {participant.person}: sig kun, at mødet er uden vedkommende"


def _ran_it(participant: Participant, until: date | None, met: date | None) -> bool:
    """Whether a participant of a meeting that was held was the coordinator then."""
    return bool(participant.attended is not False and until and met and met <= until)


RULE = Rule(
    code=codes.PARTICIPANT_WITHOUT_CONSENT,
    name="deltager-uden-samtykke",
    severity=Weight.ERROR,
    steps=(Step.PRE_MEETING,),
    scope="round",
    requires=(codes.COORDINATOR_MISSING, codes.CUSTODY_MISSING, codes.RECIPIENT_UNKNOWN),
    message="{navn} {hvad}, men {grund}.",
    hint=(
        "Har {ung} sagt ja til {navn}, så skriv {navn} under `modtagere` i samtykke.yaml. Ellers "
        "slet deltageren i runder/{runde}.yaml."
    ),
    explanation="""\
På mødet hører alle det samme. Derfor må kun de, som samtykket nævner, være med. Den unge selv,
den koordinerende sagsbehandler og tovholderen skal ikke nævnes. Det skal de, der har
forældremyndighed, heller ikke, så længe den unge ikke er myndig; bagefter skal de, ligesom alle
andre.

Den, der var koordinator, da mødet blev holdt, var med af samme grund, også når sagen siden er
overdraget.

Det, der tæller, er dagen for mødet, eller i dag, når mødet ikke har nogen dato. En deltager,
hvis navn slet ikke findes i sagen, bliver fundet af en anden regel.""",
    source="Metodehåndbog 4.3 og Bilag 6",
    example="""\
 # samtykke.yaml
 modtagere:
   - person: Birgit Kær
   - person: Jonas Berg
   - person: Maja Toft
+  - person: Karin Friis
""",
    check=check,
)
