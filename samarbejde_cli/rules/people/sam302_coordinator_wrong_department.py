"""SAM302: the coordinator comes from the department that coordinates at the youth's age."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when another kind of department coordinates at the age of today."""
    record = case.record
    intake, coordinator, age = record.intake, record.coordinator, case.age(today)
    wanted = profile.coordinating_kind(
        age, aftercare=record.has_aftercare, unaccompanied=intake.unaccompanied
    )
    own = profile.department(coordinator.department) if coordinator else None
    if not own or not coordinator or wanted in (None, own.kind) or intake.is_refused:
        return
    is_adult = age >= profile.consent.adult
    fitting = [each.name for each in profile.departments if each.kind is wanted]
    yield RULE.finding(
        case.location("sag", "koordinator", "afdeling"),
        navn=record.youth.short_name,
        alder=age,
        efterværn=" og i efterværn" if is_adult and record.has_aftercare else "",
        rette=listed(fitting, "eller"),
        koordinator=coordinator.name,
        afdeling=own.name,
        sag=case.number,
    )


RULE = Rule(
    code=codes.COORDINATOR_WRONG_DEPARTMENT,
    name="koordinator-forkert-afdeling",
    severity=Weight.ERROR,
    steps=(Step.INTAKE,),
    requires=(codes.UNKNOWN_DEPARTMENT, codes.COORDINATOR_MISSING),
    message=(
        "{navn} er {alder} år{efterværn}, så den koordinerende sagsbehandler skal komme fra "
        "{rette}. {koordinator} er fra {afdeling}."
    ),
    hint=(
        "Giv sagen videre til en fra {rette}: `samarbejde hand-over {sag} --to NAVN`. Er "
        "`efterværn`, `uledsaget` eller `ungestøtte` i sag.yaml forkert, så ret det."
    ),
    explanation="""\
Hvem der koordinerer, følger af alderen i dag, og af om den unge er i efterværn eller kom alene
til landet. En bevilget ungestøtte tæller som efterværn. Når den unge bliver ældre, kan sagen
skulle gives videre til en anden afdeling; det er meningen, at I opdager det her. Linjerne står
under `koordinatorer` i samarbejde.yaml, og den første, der passer, bestemmer. Passer ingen, er
reglen tavs.""",
    source="Metodehåndbog 2 og Bilag 8",
    example="""\
 # sag.yaml
 ung:
   cpr: 720810-4322
 koordinator:
   navn: Anne Holm
-  afdeling: Job og Uddannelse
+  afdeling: Børn og Familier
""",
    check=check,
)
