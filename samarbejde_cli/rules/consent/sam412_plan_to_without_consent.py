"""SAM412: everyone who is to receive the plan is covered by the consent."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.sharing import has_lapsed, may_receive, obstacle, remedy
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.consent_findings import has_own_finding
from samarbejde_cli.rules.helpers.late_signatures import has_signed_late


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each name that may not get the plan."""
    if not case.consent.is_given or not case.consent.recipients:
        return
    day = case.round.meeting.date or today
    if has_lapsed(case, profile, day):  # SAM405 reports it
        return
    for i, written in enumerate(case.plan.sent_to):
        who = case.full_name(written).casefold()
        is_known = who in case.people or profile.employee(who)
        if not is_known or may_receive(case, profile, who, day):
            continue
        if has_signed_late(case, profile, who) or has_own_finding(case, profile, who, today):
            continue
        route, reason = obstacle(case, profile, written, day)
        facts = {"navn": written, "grund": reason, "ung": case.record.youth.short_name}
        if instead := remedy(case, written, route):
            facts["hjælp"] = f"Slet navnet under `sendes_til` i plan.yaml. {instead}"
        related = (("samtykkets modtagere står her", case.location("samtykke", *route)),)
        yield RULE.finding(case.location("plan", "sendes_til", i), related, **facts)


RULE = Rule(
    code=codes.PLAN_TO_WITHOUT_CONSENT,
    name="plan-til-uden-samtykke",
    severity=Weight.WARNING,
    scope="round",
    requires=(codes.CONSENT_MISSING, codes.RECIPIENT_UNKNOWN),
    message="Planen skal sendes til {navn}, men {grund}.",
    hint=(
        "Har {ung} sagt ja til {navn}, så skriv {navn} under `modtagere` i samtykke.yaml. Ellers "
        "slet navnet under `sendes_til` i plan.yaml."
    ),
    explanation="""\
Planen rummer alt det, samtykket handler om. Derfor må den kun sendes til dem, samtykket nævner. Den
unge selv, koordinatoren og tovholderen skal ikke nævnes, og det skal de, der har
forældremyndighed, heller ikke, før den unge bliver myndig. Mål- og aftaleskemaet udelader de andre,
hvor det siger, hvem det må sendes til.

Det, der tæller, er dagen for mødet, eller i dag, når mødet ikke har nogen dato.""",
    source="Metodehåndbog 4.4 og Bilag 6",
    example="""\
 # plan.yaml
-sendes_til: [Mette Ravn, Peter Skovmand]
+sendes_til: [Mette Ravn, Karin Friis]
""",
    check=check,
)
