"""SAM203: a reason for exclusion that is not in the settings."""

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
    """Yield one finding for each unknown reason."""
    known = [each.key for each in profile.exclusions]
    for i, key in enumerate(case.record.intake.exclusions):
        if not profile.exclusion(key):
            yield RULE.finding(
                case.location("sag", "visitation", "udelukket_fordi", i),
                værdi=key,
                ord=listed(known),
                **suggestion(key, known),
            )


RULE = Rule(
    code=codes.UNKNOWN_EXCLUSION,
    name="ukendt-udelukkelse",
    severity=Weight.ERROR,
    open_only=True,
    message="`{værdi}` er ikke en af grundene til ikke at være omfattet.",
    hint="Vælg mellem {ord}, eller føj grunden til under `udelukket` i samarbejde.yaml.",
    explanation="""\
Grundene til, at en ung ikke er omfattet, står med et fast ord hver under `udelukket` i
samarbejde.yaml. Står der et andet ord i sagen, ville grunden blive overset, og den unge kunne få
et tilbud ved en fejl. Afsluttede sager bliver ikke set efter.""",
    source="Metodehåndbog 2",
    example="""\
 # sag.yaml
 visitation:
+  beslutning: afvises
-  udelukket_fordi: [hjerneskadet]
+  udelukket_fordi: [hjerneskade]
""",
    check=check,
)
