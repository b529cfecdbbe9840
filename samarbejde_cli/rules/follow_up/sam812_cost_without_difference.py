"""SAM812: an entry of the cost sheet records a difference."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each entry with the same amount and the same payer."""
    for i, entry in enumerate(case.round.follow_up.costs):
        same_payer = entry.payer.casefold() == entry.otherwise_payer.casefold()
        if same_payer and entry.amount == entry.otherwise:
            yield RULE.finding(
                case.in_round("opfølgning", "økonomi", i),
                bevilling=entry.description,
                runde=case.record.round,
            )


RULE = Rule(
    code=codes.COST_WITHOUT_DIFFERENCE,
    name="økonomi-uden-forskel",
    severity=Weight.NOTE,
    scope="round",
    open_only=True,
    message=(
        "Bevillingen »{bevilling}« står i økonomiarket, men hverken beløb eller afdeling er "
        "anderledes."
    ),
    hint=(
        "Ret tallene eller afdelingen i runder/{runde}.yaml, eller slet linjen: så skal der ikke "
        "sendes et ark."
    ),
    explanation="""\
Økonomiarket bruges, når sagen fik en anden bevilling, end den ellers ville have fået: et andet
beløb eller en anden, der betaler. Er begge dele ens, er arket ikke nødvendigt, eller også er et tal
skrevet forkert.""",
    source="Bilag 7",
    example="""\
 # runder/1.yaml
 opfølgning:
   økonomi:
     - bevilling: Mentor
       betaler: Job og Uddannelse
       beløb: 4000
-      ville_have_kostet: 4000
+      ville_have_kostet: 9000
-      hos: Job og Uddannelse
+      hos: Børn og Familier
       sendt: 2026-03-04
""",
    check=check,
)
