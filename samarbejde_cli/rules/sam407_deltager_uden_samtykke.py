"""SAM407: nobody is asked to the meeting whom the consent does not reach."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.dates import long_date
from samarbejde_cli.findings import Finding
from samarbejde_cli.profile.model import Profile, StaffRole
from samarbejde_cli.rules.known import is_staff, same_person

code = "SAM407"
name = "deltager-uden-samtykke"
severity = "error"
steps = (Step.PRE_MEETING,)
scope = "round"
requires = ("SAM301", "SAM308", "SAM406")
message = "{navn} er deltager i mødet, men {grund}."
hint = (
    "Har {ung} sagt ja til {navn}, så skriv {navn} under `modtagere` i samtykke.yaml. "
    "Ellers slet deltageren i runder/{runde}.yaml."
)
explanation = """\
På mødet hører alle det samme. Derfor må kun de, som samtykket nævner, være med. Den unge selv,
den koordinerende sagsbehandler og tovholderen skal ikke nævnes. Det skal de, der har
forældremyndighed, heller ikke, så længe den unge ikke er myndig; bagefter skal de, ligesom alle
andre.

Det, der tæller, er dagen for mødet, eller i dag, når mødet ikke har nogen dato. En deltager,
hvis navn slet ikke findes i sagen, bliver fundet af en anden regel."""
source = "Metodehåndbog 4.3 og Bilag 6"
wrong = """\
# samtykke.yaml
modtagere:
  - person: Birgit Kær
  - person: Jonas Berg
  - person: Maja Toft
"""
right = """\
# samtykke.yaml
modtagere:
  - person: Birgit Kær
  - person: Jonas Berg
  - person: Maja Toft
  - person: Karin Friis
"""


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each participant who may not hear what is said."""
    meeting, consent = case.round.meeting, case.consent
    if not consent.is_given or not consent.recipients:
        return
    day = meeting.date or today
    allowed = set(_without_asking(case, profile, day))
    for i, participant in enumerate(meeting.participants):
        who = same_person(case, participant.person)
        is_known = who in case.people or is_staff(profile, who)
        if not is_known or who in allowed or consent.covers(who, day):
            continue
        facts = {
            "navn": participant.person,
            "grund": _reason(participant.person, who, case),
            "ung": case.record.youth.short_name,
            "runde": str(case.record.round),
        }
        related = (("samtykkets modtagere står her", case.spot("samtykke", "modtagere")),)
        yield Finding(code, case.spot(case.round_key, "møde", "deltagere", i), facts, related)


def _without_asking(case: Case, profile: Profile, day: date) -> Iterator[str]:
    record = case.record
    yield record.youth.name.casefold()
    if record.coordinator:
        yield record.coordinator.name.casefold()
    for staff in profile.staff:
        if staff.role is StaffRole.ADMINISTRATOR:
            yield staff.name.casefold()
    if case.age(day) < profile.consent.adult:
        for parent in record.custody_holders:
            yield parent.name.casefold()


def _reason(name: str, who: str, case: Case) -> str:
    same = (each for each in case.consent.recipients if each.person.casefold() == who)
    withdrawn = next((each.withdrawn for each in same), None)
    if withdrawn:
        return f"samtykket for {name} blev trukket tilbage den {long_date(withdrawn)}"
    return f"samtykket nævner ikke {name}"
