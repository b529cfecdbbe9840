"""SAM608: a meeting ends after it begins."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.dates import clock
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each of pre-meeting and meeting that ends before it begins."""
    held = {"formøde": case.round.pre_meeting, "møde": case.round.meeting}
    for key, each in held.items():
        if each.start and each.end and each.end <= each.start:
            yield RULE.finding(
                case.in_round(key, "slut"),
                møde=f"{key.capitalize()}t",
                start=clock(each.start),
                slut=clock(each.end),
                runde=case.record.round,
            )


RULE = Rule(
    code=codes.END_BEFORE_START,
    name="slut-før-start",
    severity=Weight.ERROR,
    scope="round",
    open_only=True,
    message="{møde} slutter kl. {slut}, men begynder kl. {start}.",
    hint="Ret `start` eller `slut` i runder/{runde}.yaml, som `start: 9.00` og `slut: 10.30`.",
    explanation="""\
Brevet og dagsordenen bruger begge klokkeslæt. Reglen ser på både formødet og mødet i den runde,
sagen er i. Afsluttede sager bliver ikke set efter.""",
    source="Metodehåndbog 4.3",
    example="""\
 # runder/1.yaml
 møde:
-  start: 10.30
+  start: 9.00
-  slut: 9.00
+  slut: 10.30
""",
    check=check,
)
