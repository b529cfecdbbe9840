"""SAM625: the school holidays of the years with meetings are known."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from samarbejde_cli import codes
from samarbejde_cli.case.summary import Summary
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Location, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check_workspace(
    cases: Sequence[Summary], profile: Profile, today: date, settings: Path
) -> Iterator[Finding]:
    """Yield one finding that names the years."""
    if profile.target.youngest >= profile.consent.adult:
        return
    known = {day.year for each in profile.school_holidays for day in (each.first, each.last)}
    missing = {day.year for case in cases for day in case.days} - known
    if missing:
        years = listed([str(year) for year in sorted(missing)])
        yield RULE.finding(Location(settings, ("skoleferier",), on_key=True), år=years)


RULE = Rule(
    code=codes.SCHOOL_HOLIDAYS_MISSING,
    name="skoleferier-mangler",
    severity=Weight.NOTE,
    message="Der er aftalt møder i {år}, men skoleferierne for {år} står ikke her.",
    hint=(
        "Skriv skolernes ferier under `skoleferier`, som `- {{navn: vinterferie, fra: "
        "2026-02-14, til: 2026-02-22}}`."
    ),
    explanation="""\
Skoleferierne er lokale, så programmet kender dem kun fra samarbejde.yaml. Mangler et år, kan det
ikke se, om et møde ligger i en ferie. Reglen kører, når hele arbejdsmappen kontrolleres, og er tavs
hos dem, der kun har voksne i målgruppen.""",
    source="Kommunens egen indstilling",
    example="""\
 # samarbejde.yaml
-skoleferier: []
+skoleferier:
+  - {navn: sommerferie, fra: 2026-06-27, til: 2026-08-09}
""",
    check_workspace=check_workspace,
)
