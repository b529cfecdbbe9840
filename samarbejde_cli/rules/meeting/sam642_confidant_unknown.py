"""SAM642: who tells the youth of the meeting is in the case and may hear of it."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.hand_overs import former_coordinators
from samarbejde_cli.case.sharing import may_receive
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield a finding when nobody knows the one with the relation, or the consent leaves it out."""
    name = case.full_name(case.team.confidant) if case.team.confidant else ""
    if not name or name.casefold() in former_coordinators(case):
        return
    location = case.location("team", "har_relationen")
    if case.person(name) is None and profile.employee(name) is None:
        yield RULE.finding(location, navn=name, problem="er ikke en af personerne i sagen")
    elif not may_receive(case, profile, name, today):
        yield RULE.finding(location, navn=name, problem="må efter samtykket ikke høre om sagen")


RULE = Rule(
    code=codes.CONFIDANT_UNKNOWN,
    name="relation-ukendt",
    severity=Weight.WARNING,
    open_only=True,
    requires=(codes.CONSENT_MISSING, codes.SIGNATURE_MISSING, codes.CONSENT_LAPSED_AT_18),
    message="{navn} skal fortælle om mødet, men {problem}.",
    hint=(
        "Skriv det fulde navn under `har_relationen`, som det står i team.yaml, sag.yaml eller "
        "samarbejde.yaml, og se efter, om samtykket nævner personen."
    ),
    explanation="""\
Den, der kender den unge bedst, fortæller om mødet og dets formål, når det ikke er koordinatoren
selv. Navnet står i brevet til den unge og i drejebogen, så det skal være en, sagen kender, og som
må høre om den.""",
    source="Ti kommuner 3.2",
    example="""\
 # team.yaml
-har_relationen: Karin Fris
+har_relationen: Karin Friis
""",
    check=check,
)
