"""SAM310: the person responsible for a measure is in the case."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.names import names_in_case, suggested_person


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each measure whose responsible person is unknown."""
    names = names_in_case(case)
    for i, measure in enumerate(case.team.measures):
        who = measure.responsible
        if who and not case.person(who):
            yield RULE.finding(
                case.location("team", "indsatser", i, "ansvarlig"),
                ansvarlig=who,
                støtte=measure.support,
                **suggested_person(case, who, names),
            )


RULE = Rule(
    code=codes.UNKNOWN_RESPONSIBLE_FOR_MEASURE,
    name="ukendt-ansvarlig-for-indsats",
    severity=Weight.ERROR,
    open_only=True,
    requires=(codes.COORDINATOR_MISSING,),
    message="{ansvarlig} er ansvarlig for »{støtte}«, men står ikke i sagen.",
    hint="Skriv {ansvarlig} ind under `personer` i team.yaml, eller vælg en, der står i sagen.",
    explanation="""\
En indsats har en, der holder øje med den, og teamet skal kunne få fat i vedkommende. Den
ansvarlige er en i teamet, den koordinerende sagsbehandler, en forælder eller den unge. Navnet
skal skrives ens begge steder; store og små bogstaver er lige meget. Afsluttede sager bliver ikke
set efter.""",
    source="Metodehåndbog Bilag 3, Foranstaltning",
    example="""\
 # team.yaml
 indsatser:
   - støtte: Kontaktperson to timer om ugen
-    ansvarlig: Anna Holm
+    ansvarlig: Anne Holm
""",
    check=check,
)
