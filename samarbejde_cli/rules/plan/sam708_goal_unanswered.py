"""SAM708: earlier goals are assessed at the next meeting."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.examples import GOAL


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each goal of an earlier round without yes or no."""
    if case.round.meeting.date is None:
        return
    for i, goal in enumerate(case.plan.goals):
        since, now = case.round_of(goal), case.record.round
        if goal.reached is None and (since is None or since < now):
            facts = {"nummer": str(i + 1), "mål": goal.goal, "fra": f"er fra runde {since}"}
            if since is None:
                facts["fra"] = "siger ikke, hvilken runde det er fra"
                facts["hjælp"] = (
                    f"Er målet nyt, så skriv `fra_runde: {now}` ved det i plan.yaml. Ellers skriv "
                    "`nået: ja`, eller `nået: nej` og `årsag`."
                )
            yield RULE.finding(case.location("plan", "mål", i), **facts)


RULE = Rule(
    code=codes.GOAL_UNANSWERED,
    name="mål-uden-svar",
    severity=Weight.WARNING,
    steps=(Step.MEETING,),
    scope="round",
    requires=(codes.MEETING_BEFORE_PRE_MEETING, codes.MEETING_NOT_HELD),
    message="Mål {nummer} (»{mål}«) {fra}, og det er ikke noteret, om det er nået.",
    hint="Skriv `nået: ja`, eller `nået: nej` og `årsag`, ved målet i plan.yaml.",
    explanation="""\
Opfølgningsmødet begynder med at gå planen igennem: hvad er nået, og hvad er ikke? Svaret hører
til i skemaet, så den unge kan se, hvad der er lykkedes. Et mål, der stadig arbejdes med, er ikke
nået endnu: skriv `nej` og hvorfor. Reglen venter, til dagen for mødet er kommet. Et nyt mål i
runde 2 eller senere skal have `fra_runde`, så det kan kendes fra de gamle; står der ingen, men har
andre mål en, regnes det for nyt.""",
    source="Bilag 3 og 5",
    example="""\
 # sag.yaml
 trin: møde
 runde: 2
 # historik.yaml
 - {tid: 2026-03-10T09:00, hvem: Anne Holm, fra: formøde, til: møde, runde: 2}
 # runder/2.yaml
 formøde: {dato: 2026-03-10, start: 9.00, orienteret_om_modellen: ja, ønsker: [Jeg vil have ro]}
 møde:
   dato: 2026-03-17
   start: 9.00
   slut: 10.30
   lokale: Egen
   deltagere: [{person: Karin Friis}]
   den_unge_deltog: ja
"""
    + GOAL
    + """\
     handlinger: [Jeg sætter vækkeuret til kl. 6.45]
     ansvarlige: [jeg]
     fra_runde: 1
+    nået: nej
+    årsag: Jeg møder to dage nu og vil gerne nå den tredje
""",
    check=check,
)
