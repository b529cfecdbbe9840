"""SAM205: the screening has a decision with its reason, its day and who made it."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.missing import keys_listed, missing_fields


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding that names all that is missing."""
    intake = case.record.intake
    parts = {
        "beslutning": ("selve beslutningen", intake.decision),
        "begrundelse": ("begrundelsen", intake.reason),
        "besluttet_dato": ("datoen", intake.decided_on),
        "besluttet_af": ("navnene på dem, der besluttede", intake.decided_by),
    }
    missing = missing_fields(parts)
    if missing:
        yield RULE.finding(
            case.location("sag", "visitation", on_key=True),
            mangler=listed(list(missing.values())),
            felter=keys_listed(missing),
        )


RULE = Rule(
    code=codes.SCREENING_INCOMPLETE,
    name="screening-mangler",
    severity=Weight.ERROR,
    steps=(Step.INTAKE,),
    message="Screeningen er ikke skrevet færdig: der mangler {mangler}.",
    hint="Skriv {felter} under `visitation` i sag.yaml.",
    explanation="""\
Tovholderen og den unges sagsbehandler screener sammen og beslutter, om den unge skal have
tilbuddet. Beslutningen skal kunne læses bagefter: hvad den blev, hvorfor, hvornår, og hvem der
tog den. Det gælder også, når svaret er nej. Om begrundelsen er god nok, kan reglen ikke vurdere.\
""",
    source="Metodehåndbog 2, Visitation",
    example="""\
 # sag.yaml
 visitation:
   beslutning: tilbydes
-  begrundelse:
-  besluttet_af:
+  begrundelse: Stort fravær, og flere voksne arbejder hver for sig.
+  besluttet_dato: 2026-01-13
+  besluttet_af: [Dorte Lundgaard, Anne Holm]
""",
    check=check,
)
