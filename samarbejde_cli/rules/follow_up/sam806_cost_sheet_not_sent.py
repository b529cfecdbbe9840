"""SAM806: a changed grant is reported."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import ROUNDS, Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each grant that was not reported, in this round and those before."""
    for number, each in case.rounds.items():
        if number == case.record.round and case.step in (Step.PRE_MEETING, Step.MEETING):
            continue
        for i, entry in enumerate(each.follow_up.costs):
            if entry.sent is None:
                yield RULE.finding(
                    case.location(f"{ROUNDS}/{number}", "opfølgning", "økonomi", i),
                    bevilling=entry.description,
                    runde=number,
                )


RULE = Rule(
    code=codes.COST_SHEET_NOT_SENT,
    name="økonomiark-ikke-sendt",
    severity=Weight.WARNING,
    message="Økonomiarket om »{bevilling}« er ikke sendt.",
    hint=(
        "Send arket til Økonomi og Personale, og skriv `sendt` ved bevillingen under `økonomi` i "
        "runder/{runde}.yaml."
    ),
    explanation="""\
Førte den samlede behandling af sagen til en anden bevilling, end der ellers var givet, skal det
registreres i enkeltsagsøkonomiarket og sendes straks. Den sagsbehandler, der afholder udgiften,
har ansvaret, også når sagen er gået videre til næste runde. Om der burde stå flere bevillinger,
kan reglen ikke se.""",
    source="Bilag 7",
    example="""\
 # runder/1.yaml
 opfølgning:
   økonomi:
     - bevilling: Mentor fire timer om ugen
       betaler: Job og Uddannelse
       beløb: 24000
       ville_have_kostet: 90000
       hos: Børn og Familier
+      sendt: 2026-03-04
""",
    check=check,
)
