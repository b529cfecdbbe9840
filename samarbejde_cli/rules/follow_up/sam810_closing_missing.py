"""SAM810: a closed case records when and why it was closed."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when a closed case does not say when and why."""
    if case.step is Step.CLOSED and case.record.closing is None:
        yield RULE.finding(case.location("sag", "afslutning"), sag=case.number)


RULE = Rule(
    code=codes.CLOSING_MISSING,
    name="afslutning-mangler",
    severity=Weight.ERROR,
    message="Det står ikke, hvornår og hvorfor sagen slutter.",
    hint=(
        "Skriv `dato` og `årsag` under `afslutning` i sag.yaml. Derefter kan sagen lukkes med "
        "`samarbejde advance {sag} --to afsluttet`."
    ),
    explanation="""\
En sag i samarbejdsmodellen kan slutte undervejs: den unge er kommet i uddannelse eller job, er
flyttet, eller ønsker ikke modellen længere. Den, der senere åbner sagen, skal kunne se hvornår og
hvorfor. Derfor kan en sag først flyttes til afsluttet, når begge dele står i sag.yaml.

Reglen vurderer ikke, om årsagen er god.""",
    source="Metodehåndbog 1 og 3.5: alle, der er tilbudt modellen, følges til dørs",
    example="""\
 # sag.yaml
 trin: afsluttet
+afslutning:
+  dato: 2026-03-17
+  årsag: Silje er begyndt på grundforløbet til social- og sundhedshjælper
 # historik.yaml
 - {tid: 2026-01-06T09:12, hvem: Dorte Lundgaard, til: visitation, runde: 1}
 - {tid: 2026-03-17T10:00, hvem: Anne Holm, fra: opfølgning, til: afsluttet, runde: 1}
""",
    check=check,
)
