"""SAM301: the youth has a coordinating case worker."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when nobody coordinates a case that is not refused."""
    record = case.record
    if not record.coordinator and not record.intake.is_refused:
        yield RULE.finding(
            case.location("sag", "koordinator", on_key=True),
            navn=record.youth.short_name,
            koordinator=profile.words.coordinator,
        )


RULE = Rule(
    code=codes.COORDINATOR_MISSING,
    name="koordinator-mangler",
    severity=Weight.ERROR,
    steps=(Step.INTAKE,),
    message="{navn} har ingen {koordinator}.",
    hint="Skriv `navn` og `afdeling` under `koordinator` i sag.yaml.",
    explanation="""\
Hver ung har én koordinerende sagsbehandler. Koordinatoren indkalder den unge til formødet, får
samtykket underskrevet, leder møderne og følger op. Derfor skal navnet stå, før den unge bliver
indkaldt.""",
    source="Metodehåndbog 3.1 og Bilag 8",
    example="""\
 # sag.yaml
 koordinator:
+  navn: Anne Holm
+  afdeling: Børn og Familier
""",
    check=check,
)
