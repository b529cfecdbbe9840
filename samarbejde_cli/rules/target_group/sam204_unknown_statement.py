"""SAM204: a statement of the checklist that is not in the settings."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.names import suggestion


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each unknown statement."""
    known = [each.key for each in profile.checklist]
    for i, ticked in enumerate(case.record.intake.checklist):
        if not profile.statement(ticked.key):
            yield RULE.finding(
                case.location("sag", "visitation", "tjekliste", i, "udsagn"),
                værdi=ticked.key,
                ord=listed(known),
                **suggestion(ticked.key, known),
            )


RULE = Rule(
    code=codes.UNKNOWN_STATEMENT,
    name="ukendt-udsagn",
    severity=Weight.ERROR,
    open_only=True,
    message="`{værdi}` er ikke et af tjeklistens udsagn.",
    hint="Vælg mellem {ord}, eller føj udsagnet til under `tjekliste` i samarbejde.yaml.",
    explanation="""\
Tjeklistens udsagn står med et fast ord hver under `tjekliste` i samarbejde.yaml, så sagerne kan
sammenlignes. Det, der er særligt for sagen, skrives i `kommentar` ved udsagnet. Afsluttede sager
bliver ikke set efter.""",
    source="Metodehåndbog 2 og Bilag 9",
    example="""\
 # sag.yaml
 visitation:
   tjekliste:
     - udsagn: skolefravær
-    - udsagn: psykosociale belastninger
+    - udsagn: psykosocial-belastning
     - udsagn: uddannelse-i-fare
""",
    check=check,
)
