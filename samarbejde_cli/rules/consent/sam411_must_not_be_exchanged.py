"""SAM411: what the consent withholds is not written in any text that others read."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.withheld import finding_of, withheld_sentences
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each sentence, with the line of the consent that it breaks."""
    yield from map(finding_of, withheld_sentences(case))


RULE = Rule(
    code=codes.MUST_NOT_BE_EXCHANGED,
    name="må-ikke-udveksles",
    severity=Weight.ERROR,
    message="{stedet} fortæller det, som ikke må udveksles: »{nævnt}«.",
    hint=(
        "Skriv teksten om, så den ikke fortæller det. Må den gerne stå der, så skriv `# "
        "samarbejde: tillad SAM411` og en grund sidst på linjen."
    ),
    explanation="""\
Under `må_ikke_udveksles` i samtykket står det, som andre ikke må få at vide. Planen, teamet og
runden bliver trykt i papirer, som andre læser. Derfor må det heller ikke stå der.

Reglen leder efter de ord, som bærer meningen, uanset endelse: »sygdom« bliver også fundet i
»sygdommen« og »sygdomsforløb«. Har sætningen begge ord ud af to, eller halvdelen af flere, bliver
den vist. Ord kan ligne uden at fortælle noget, og det samme kan siges med andre ord; så læs også
selv efter. Et papir med en sætning, der er vist her, bliver ikke lavet til andre end den unge selv,
koordinatoren og tovholderen.""",
    source="Bilag 6",
    example="""\
 # plan.yaml
-sagsresumé: Silje sover dårligt. Hun har haft to samtaler med sundhedsplejersken om det.
+sagsresumé: Silje sover dårligt. Hun har talt med en voksen om det.
""",
    check=check,
)
