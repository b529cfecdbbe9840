"""SAM505: from the second round the youth is asked about the meetings."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.examples import SECOND_ROUND
from samarbejde_cli.rules.helpers.missing import keys_listed


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding that names the questions without an answer."""
    if case.record.round == 1:
        return
    experience = case.round.pre_meeting.experience
    answers = {
        "relation": experience and experience.relation,
        "mål_og_emner": experience and experience.goals,
        "tilgang_og_metode": experience and experience.approach,
        "generelt": experience and experience.general,
    }
    missing = [name for name, answer in answers.items() if not answer]
    if missing:
        yield RULE.finding(
            case.in_round("formøde", "oplevelse"),
            navn=case.record.youth.short_name,
            mangler=keys_listed(missing),
            runde=case.record.round,
        )


RULE = Rule(
    code=codes.EXPERIENCE_MISSING,
    name="oplevelse-mangler",
    severity=Weight.WARNING,
    steps=(Step.PRE_MEETING,),
    scope="round",
    message="{navn} er ikke spurgt om {mangler}.",
    hint=(
        "Spørg på formødet, og skriv svaret under `oplevelse` ved `formøde` i runder/{runde}.yaml."
    ),
    explanation="""\
Fra det andet formøde spørger koordinatoren, hvordan den unge har oplevet møderne: om den unge
blev hørt og forstået, om der blev talt om det rigtige, om der blev set på det hele, og om mødet
gjorde en forskel. Svarene bruges til at gøre modellen bedre, så det er kun en advarsel, når et
mangler.

Vil den unge ikke svare, så skriv det.""",
    source="Metodehåndbog 4.3 og Bilag 10",
    example=SECOND_ROUND
    + """\
 # runder/2.yaml
 formøde:
   dato: 2026-03-17
   start: 9.00
   orienteret_om_modellen: ja
   ønsker: [Jeg vil tale om mit fritidsjob]
   oplevelse:
     relation: De lyttede til mig
+    mål_og_emner: Vi talte om skolen, og det ville jeg gerne
+    tilgang_og_metode: Alle vidste, hvad de andre gjorde
+    generelt: Det hjalp mig
""",
    check=check,
)
