"""SAM502: the youth has been informed about the model."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when that is not recorded."""
    talk = case.round.pre_meeting
    if talk.informed or (not profile.rhythm.pre_meetings and talk.date is None):
        return
    yield RULE.finding(
        case.in_round("formøde", "orienteret_om_modellen"),
        navn=case.record.youth.short_name,
        runde=case.record.round,
    )


RULE = Rule(
    code=codes.INFORMED_ABOUT_MODEL,
    name="orienteret-om-modellen",
    severity=Weight.ERROR,
    steps=(Step.PRE_MEETING,),
    scope="round",
    message="Det er ikke noteret, at {navn} er orienteret om modellen på formødet i runde {runde}.",
    hint=(
        "Fortæl om modellen på formødet, og skriv `orienteret_om_modellen: ja` under `formøde` i "
        "runder/{runde}.yaml."
    ),
    explanation="""\
Et samtykke er kun noget værd, når den unge ved, hvad det er et samtykke til. Derfor fortæller
koordinatoren om modellen på formødet, i hver runde, så den unge også ved, hvad der nu skal ske.
Reglen kan kun se, at der står ja.""",
    source="Metodehåndbog 4.3",
    example="""\
 # runder/1.yaml
 formøde:
-  orienteret_om_modellen: nej
+  orienteret_om_modellen: ja
""",
    check=check,
)
