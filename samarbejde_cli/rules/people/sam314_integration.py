"""SAM314: somebody from the integration team takes part when the youth came alone."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import DepartmentKind, Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.departments import ROLES, has_role


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the youth is exempt from the exclusion and nobody is there."""
    intake = case.record.intake
    if not intake.unaccompanied or not intake.exclusions:
        return
    reasons = [profile.exclusion(key) for key in intake.exclusions]
    is_exempt = any(reason and reason.not_unaccompanied for reason in reasons)
    if is_exempt and not has_role(case, ROLES[DepartmentKind.INTEGRATION]):
        yield RULE.finding(
            case.location("team", "personer", on_key=True), navn=case.record.youth.short_name
        )


RULE = Rule(
    code=codes.INTEGRATION,
    name="integration",
    severity=Weight.WARNING,
    steps=(Step.PRE_MEETING,),
    requires=(codes.EXCLUDED,),
    message=(
        "{navn} hører under integrationsloven, og ingen fra integrationsteamet er med i teamet."
    ),
    hint=(
        "Skriv den medarbejder, der skal med, i team.yaml som `rolle: integrationsmedarbejder`. "
        "Hører {navn} ikke længere under loven, så slet linjen under `udelukket_fordi` i "
        "sag.yaml."
    ),
    explanation="""\
Uledsagede unge kan få tilbuddet, også når de hører under integrationsloven. Så deltager en
medarbejder fra integrationsteamet i møderne. Reglen ser på `uledsaget` og `udelukket_fordi` under
`visitation` i sag.yaml, og på de grunde, som profilen siger ikke gælder uledsagede.""",
    source="Metodehåndbog 2",
    example="""\
 # sag.yaml
-visitation: {uledsaget: ja, udelukket_fordi: [integrationsloven]}
+visitation: {uledsaget: ja, udelukket_fordi: []}
""",
    check=check,
)
