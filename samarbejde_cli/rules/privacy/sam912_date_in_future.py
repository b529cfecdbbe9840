"""SAM912: what is recorded as done is not dated in the future."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.recorded_dates import field_name, future_dates


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each such date."""
    for where, day in future_dates(case, today):
        yield RULE.finding(case.location(where[0], *where[1:]), felt=field_name(where), dato=day)


RULE = Rule(
    code=codes.DATE_IN_FUTURE,
    name="dato-i-fremtiden",
    severity=Weight.WARNING,
    open_only=True,
    message="`{felt}` er den {dato}, og det er ikke sket endnu.",
    hint="Ret datoen, eller lad feltet stå tomt, til det er sket.",
    explanation="""\
Felter om noget, der er sket, må ikke være dateret ud i fremtiden: så ser det ud, som om arbejdet er
gjort. Det gælder henvisning, beslutning, svar, journal, underskrifter, kopier og udfyldte skemaer.
Datoer for aftaler, frister og møder må gerne ligge i fremtiden. Underskrifter på samtykket har
deres egen regel.""",
    source="God forvaltningsskik",
    example="""\
 # runder/1.yaml
 opfølgning:
-  journalført: {dato: 2026-05-04, som: samtale}
+  journalført: {dato: 2026-03-04, som: samtale}
""",
    check=check,
)
