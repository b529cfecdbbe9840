"""SAM701: goals and smaller goals are written in the first person."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.first_person import Fault, Reason, fault
from samarbejde_cli.findings import Finding, Route, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule

_REASONS = {
    Reason.EMPTY: "der står ikke noget",
    Reason.THIRD_PERSON: "`{ord}` er sagt om {person} og ikke af {person}",
    Reason.NAME: "{person} er nævnt ved navn",
    Reason.PRONOUN: "`{ord}` er en anden end den, der taler",
    Reason.ANYBODY: "`{ord}` kan være hvem som helst",
    Reason.YOU: "`{ord}` er en, der bliver talt til",
    Reason.NO_SUBJECT: "der står ikke, hvem der gør det",
    Reason.NOBODY: "hverken `jeg`, `mig` eller `min` er med",
}


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each goal and each smaller goal in another person."""
    youth = case.record.youth
    names = (youth.short_name, youth.name)
    for label, text, route in _texts(case):
        found = fault(text, names)
        if found:
            why = _REASONS[found.reason].format(ord=found.words, person=profile.words.person)
            yield RULE.finding(case.location("plan", *route), hvad=label, årsag=why, **_help(found))


def _texts(case: Case) -> Iterator[tuple[str, str, Route]]:
    for i, goal in enumerate(case.plan.goals):
        yield "Målet", goal.goal, ("mål", i, "mål")
        for j, step in enumerate(goal.steps):
            yield "Delmålet", step, ("mål", i, "delmål", j)


def _help(found: Fault) -> dict[str, str]:
    proposal = found.proposal.rstrip(".")
    return {"hjælp": f"Skriv for eksempel: {proposal}."} if proposal else {}


RULE = Rule(
    code=codes.FIRST_PERSON,
    name="jeg-form",
    severity=Weight.ERROR,
    open_only=True,
    message="{hvad} er ikke i jeg-form: {årsag}.",
    hint=(
        "Begynd med `Jeg skal …` eller `Jeg vil …`. Er det en anden, der gør noget, så lad den "
        "unge sige det: `Min mor hjælper mig med …`, `Skolen ringer til mig, hvis …`."
    ),
    explanation="""\
Planen er den unges egen, og det skal kunne ses: den er skrevet i jeg-form. Reglen ser på hvert
mål og hvert delmål. Handlinger må skrives, som I vil, for de hører også til de voksne.

Godt: `Jeg skal møde op i skole tre dage om ugen`, `I morgen ringer jeg til min mentor`, `Min mor
hjælper mig med at komme op`, `Skolen ringer til mig, hvis jeg ikke kommer`.

Ikke godt: `Den unge skal møde op`, `Silje skal passe sin skole`, `Han møder op`, `Du skal møde
op`, `Man skal komme til tiden`, `Møde op i skole`, `Fremmøde i skolen`, `Skolen skal sørge for
støtte`.

Reglen kender dansk ordstilling og nogle få hundrede ord, men ikke meningen. Den kan se, om der
er en sætning, og om `jeg`, `vi`, `mig` eller `min` er med på den rigtige plads. Flere sætninger:
den første skal være i jeg-form, de næste må bare ikke nævne den unge ved navn eller som `den
unge` eller `du`. Overskrifter som `Mål 1:` springer den over.

Den slipper noget igennem, som ikke er den unges ord. Den kan ikke vide, hvem der siger `jeg` og
`vi` (`Vi holder øje med ham`), og ikke, om den unge selv ville sige det sådan.

Den standser noget, som er rigtigt. `At være glad er vigtigt for mig` begynder som et mål uden
jeg, og hedder en anden det samme som den unge, ser det ud, som om den unge er nævnt ved navn.
Skriv om, eller skriv `# samarbejde: tillad SAM701` og en grund sidst på linjen; så bliver det en
note.

Afsluttede sager bliver ikke set efter.""",
    source="Metodehåndbog 4.4 og Bilag 8",
    example="""\
 # plan.yaml
 mål:
   - område: fagligt
-    mål: Silje skal passe sin skole
+    mål: Jeg skal passe min skole
-    delmål: [Møde op til første time]
+    delmål: [Jeg møder op til første time]
-    handlinger: [Jeg sætter vækkeuret til kl. 6.45]
+    handlinger: [Karin ringer, hvis jeg ikke er kommet]
-    ansvarlige: [jeg]
+    ansvarlige: [jeg, Karin Friis]
""",
    check=check,
)
