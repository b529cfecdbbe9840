"""SAM419: the consent names the centres of all colleagues in it, and what the profile wants."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.sharing import centre_outside, needs_no_consent, remedy
from samarbejde_cli.case.signed import is_newer
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each recipient from a department that no named centre has.

    And one for each list that the profile wants filled in and is empty.
    """
    for demand in profile.consent.demands:
        if not any(item.kind.value == demand.value for item in case.consent.items):
            yield RULE.finding(
                case.location("samtykke", demand.value, on_key=True),
                problem=f"Samtykket nævner ingen {demand.label}, og det skal det hos jer",
                igen=f"Skriv dem under `{demand.value}` i samtykke.yaml, før der skrives under.",
            )
    for index, each in enumerate(case.consent.recipients):
        name, is_gone = case.full_name(each.person), each.withdrawn and each.withdrawn <= today
        department = centre_outside(case, profile, name, today)
        if department is None or is_gone or needs_no_consent(case, profile, name, today):
            continue
        if not is_newer(case, profile, name, today):
            yield RULE.finding(
                case.location("samtykke", "modtagere", index),
                (("fagcentrene står her", case.location("samtykke", "fagcentre", on_key=True)),),
                problem=f"{each.person} må få oplysninger, men samtykket samler ikke sager fra "
                f"{department}, hvor {each.person} er ansat",
                igen=f"{remedy(case, each.person, ('fagcentre',))} Ellers slet {each.person} under "
                "`modtagere`.",
            )


RULE = Rule(
    code=codes.CENTRE_NOT_NAMED,
    name="fagcenter-ikke-nævnt",
    severity=Weight.ERROR,
    steps=(Step.PRE_MEETING,),
    requires=(codes.CONSENT_MISSING, codes.CONSENT_WITHDRAWN, codes.CONSENT_CHANGED),
    message="{problem}.",
    hint="{igen}",
    explanation="""\
Med samtykket bliver sagerne i nogle fagcentre samlet i ét fælles skema. De er nævnt i samtykket.
En kollega fra et andet sted hører ikke med, før centret også er nævnt, og der er skrevet under på
det. Hvilke afdelinger der hører til et fagcenter, står under `fagcentre` i samarbejde.yaml; også en
afdelings eget navn kan stå i samtykket.

Står der intet under `fagcentre` i samtykke.yaml, nævner papiret de afdelinger, der har en sag eller
er med. En kommune, der vil have dem nævnt hver gang, skriver `kræver: [fagcentre]` under `samtykke`
i samarbejde.yaml; det samme gælder `organisationer` og `må_ikke_udveksles`.""",
    source="Metodehåndbog 4.3 og Bilag 6",
    example="""\
 # samtykke.yaml
 fagcentre:
   - navn: Børn og Familier
-  - navn: Social og Sundhed
+  - navn: Arbejdsmarked og Borgerservice
""",
    check=check,
)
