"""SAM802: everyone entitled to the plan has received a copy."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.sharing import without_copy
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding that names everybody without a copy."""
    missing = without_copy(case, profile, today)
    if missing:
        yield RULE.finding(
            case.in_round("opfølgning", "kopi_sendt"),
            navne=listed(missing),
            første=missing[0],
            runde=case.record.round,
        )


RULE = Rule(
    code=codes.COPY_MISSING,
    name="kopi-mangler",
    severity=Weight.ERROR,
    steps=(Step.FOLLOW_UP,),
    scope="round",
    requires=(
        codes.MEETING_NOT_HELD,
        codes.PARTICIPANT_UNKNOWN,
        codes.PLAN_SIGNED,
    ),
    message="Planen er ikke sendt til {navne}.",
    hint=(
        "Send dem en kopi, og skriv under `kopi_sendt` ved `opfølgning` i runder/{runde}.yaml: "
        "`- person: {første}` og `dato`."
    ),
    explanation="""\
Den unge skal have en kopi af den underskrevne plan, og det skal alle, der var med til mødet. Er
den unge under den alder, der står som `myndig_år` under `samtykke` i samarbejde.yaml, skal alle
med forældremyndighed også have en. Alderen regnes på mødets dag.

Reglen venter, til planen er underskrevet. Den kan ikke se, om kopien er sendt ad en sikker vej.""",
    source="Metodehåndbog 4.4 og Bilag 8",
    example="""\
 # runder/1.yaml
+møde:
+  deltagere:
+    - {person: Karin Friis, svar: 1, deltog: ja}
+    - {person: Jonas Berg, svar: 4, deltog: nej}
 opfølgning:
   kopi_sendt:
     - {person: Silje Ravn, dato: 2026-03-04}
     - {person: Mette Ravn, dato: 2026-03-04}
+    - {person: Henrik Ravn, dato: 2026-03-04}
+    - {person: Karin Friis, dato: 2026-03-04}
""",
    check=check,
)
