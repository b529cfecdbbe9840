"""SAM406: the recipients of the consent are people in the case."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.hand_overs import former_coordinators
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Letters, Rule
from samarbejde_cli.rules.helpers.names import names_in_reach, suggested_person


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each recipient unknown to case and settings."""
    names = names_in_reach(case, profile)
    known = {*(each.casefold() for each in names), *former_coordinators(case)}
    for i, recipient in enumerate(case.consent.recipients):
        who = recipient.person
        if recipient.withdrawn and recipient.withdrawn <= today:
            continue
        if who.casefold() not in known:
            yield RULE.finding(
                case.location("samtykke", "modtagere", i, "person"),
                modtager=who,
                dag=today.isoformat(),
                **suggested_person(case, who, names),
            )


RULE = Rule(
    code=codes.RECIPIENT_UNKNOWN,
    name="modtager-ukendt",
    severity=Weight.ERROR,
    open_only=True,
    requires=(codes.COORDINATOR_MISSING,),
    stops_letters=Letters.ALWAYS,
    message="Samtykket nævner {modtager}, som ikke står i sagen.",
    hint=(
        "Skriv {modtager} ind under `personer` i team.yaml. Skal {modtager} ikke længere have "
        "noget at vide, så behold linjen, og skriv `trukket_tilbage: {dag}` under navnet."
    ),
    explanation="""\
Samtykket gælder bestemte mennesker. Står navnet ikke ens i samtykket og i sagen, er det uvist,
hvem der må få noget at vide. Modtageren skal stå i team.yaml, i sag.yaml eller blandt kommunens
medarbejdere i samarbejde.yaml. Store og små bogstaver er lige meget. Afsluttede sager bliver
ikke set efter.

Er personen ude af sagen, så slet ikke linjen, men skriv `trukket_tilbage` med dagen under navnet.
En linje, der er slettet, kan komme igen, når git fletter to udgaver; en tilbagetrækning kan ikke.
En modtager, som samtykket er trukket tilbage for, behøver ikke stå i sagen.""",
    source="Metodehåndbog Bilag 6",
    example="""\
 # samtykke.yaml
 modtagere:
   - person: Birgit Kær
   - person: Jonas Berg
   - person: Maja Toft
   - person: Karin Friis
-  - person: Lone Dam
""",
    check=check,
)
