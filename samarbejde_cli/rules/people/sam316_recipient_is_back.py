"""SAM316: a withdrawn recipient is not listed again without a new signature."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each line that says yes beside one that takes it back."""
    consent = case.consent
    for i, each in enumerate(consent.recipients):
        since = consent.withdrawn_on(each.person)
        if each.withdrawn is None and since and consent.came_back(each.person):
            other = next(n for n, line in enumerate(consent.recipients) if line.withdrawn == since)
            place = case.location("samtykke", "modtagere", other, "trukket_tilbage")
            location = case.location("samtykke", "modtagere", i, "person")
            yield RULE.finding(
                location,
                (("trukket tilbage her", place),),
                navn=each.person,
                dato=since,
                ung=case.record.youth.short_name,
            )


RULE = Rule(
    code=codes.RECIPIENT_IS_BACK,
    name="modtager-er-kommet-igen",
    severity=Weight.ERROR,
    message=(
        "{navn} står også uden `trukket_tilbage`, men samtykket blev trukket tilbage for {navn} "
        "den {dato}, og ingen har skrevet under siden."
    ),
    hint=(
        "Slet linjen uden `trukket_tilbage`. Har {ung} sagt ja igen, så skriv den nye "
        "underskrift i samtykke.yaml."
    ),
    explanation="""\
Når to ændrer listen over modtagere hver for sig, kan git sætte en linje ind igen, som den ene har
trukket tilbage. Programmet går ud fra, at samtykket stadig er trukket tilbage, og laver ikke
breve til personen, før nogen skriver under igen.

Slet derfor ikke en modtager, men skriv `trukket_tilbage` med dagen under navnet. Det kan ses, og
det kan ikke forsvinde, når to udgaver bliver flettet; en linje, der er slettet, kan komme igen,
uden at nogen opdager det.""",
    source="Databeskyttelsesforordningen artikel 7; metodehåndbog Bilag 6",
    example="""\
 # samtykke.yaml
 modtagere:
   - person: Birgit Kær
   - person: Jonas Berg
   - person: Maja Toft
   - person: Karin Friis
-  - person: Karin Friis
     trukket_tilbage: 2026-03-10
""",
    check=check,
)
