"""SAM815: a case that ends has what the municipality asks for at the end."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.monitoring import missing_at_the_end
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding that names all that is missing, once the end is written down."""
    missing = list(missing_at_the_end(case, profile, today)) if case.record.closing else []
    if missing:
        yield RULE.finding(
            case.location("sag", "afslutning", on_key=True),
            mangler=listed([words for words, _ in missing]),
            gør=" ".join(told for _, told in missing),
        )


RULE = Rule(
    code=codes.END_INCOMPLETE,
    name="afslutning-ufuldstændig",
    severity=Weight.WARNING,
    open_only=True,
    message="Sagen er ved at slutte, men der mangler {mangler}.",
    hint="{gør}",
    explanation="""\
Når en sag slutter, skal det kunne ses, hvad der kom ud af den: hvordan den endte, hvor den unge
står nu, det sidste dialogskema, og at alle har fået den sidste plan. Hvad I vil have på plads, står
som `ved_afslutning` under `måling` i samarbejde.yaml.""",
    source="Ti kommuner 5 og 6.6",
    example="""\
 # samarbejde.yaml
 måling: {ved_afslutning: [udfald]}
 # sag.yaml
 afslutning:
   dato: 2026-03-17
   årsag: Silje er begyndt på grundforløbet
+  udfald: i-uddannelse
""",
    check=check,
)
