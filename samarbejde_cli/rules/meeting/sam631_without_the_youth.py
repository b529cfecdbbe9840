"""SAM631: no goals are set without the youth."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.text import counted
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the round's meeting set goals and the youth was not there."""
    number = case.record.round
    if case.round.meeting.youth_attended is not False:
        return
    new = sum(case.round_of(goal) == number for goal in case.plan.goals)
    if new:
        yield RULE.finding(
            case.in_round("møde", "den_unge_deltog"),
            navn=case.record.youth.short_name,
            antal=counted(new, "mål", "mål"),
        )


RULE = Rule(
    code=codes.WITHOUT_THE_YOUTH,
    name="uden-den-unge",
    severity=Weight.WARNING,
    scope="round",
    open_only=True,
    requires=(codes.YOUTH_ATTENDED,),
    message="{navn} var ikke med til mødet, men der er skrevet {antal} i planen derfra.",
    hint=(
        "Tag målene op med {navn}, før der handles efter dem, og ret dem, så ordene er fra "
        "{navn}. Skriv, hvad {navn} siger, i `den_unges_holdning` i plan.yaml."
    ),
    explanation="""\
Intet om den unge uden den unge. Går den unge tidligt, eller kommer den unge ikke, kan de, der er
der, bruge tiden på at tale om, hvorfor det skete, og hvad der skal til, for at den unge kan være
med næste gang: et kortere møde, færre deltagere, et andet sted, en pause. Mål kan de ikke sætte.\
""",
    source="Ti kommuner 6.3; Metodehåndbog 4.1",
    example="""\
 # runder/1.yaml
-møde: {den_unge_deltog: nej, fravær_fordi: Silje gik efter ti minutter}
+møde: {den_unge_deltog: ja}
""",
    check=check,
)
