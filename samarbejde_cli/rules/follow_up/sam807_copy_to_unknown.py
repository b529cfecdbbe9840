"""SAM807: copies go to people who are known to the case."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.names import has_taken_part, unknown_people


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each copy to somebody unknown to case and settings."""
    named = (
        (copy.person, case.in_round("opfølgning", "kopi_sendt", i, "person"))
        for i, copy in enumerate(case.round.follow_up.copies)
        if not case.person(copy.person) and not has_taken_part(case, copy.person)
    )
    yield from unknown_people(RULE, case, profile, named)


RULE = Rule(
    code=codes.COPY_TO_UNKNOWN,
    name="kopi-til-ukendt",
    severity=Weight.ERROR,
    scope="round",
    open_only=True,
    message="`{person}` har fået planen, men er ikke en af personerne i sagen.",
    hint=(
        "Skriv det fulde navn, som det står i team.yaml, i sag.yaml eller under `medarbejdere` i "
        "samarbejde.yaml, eller føj personen til i team.yaml."
    ),
    explanation="""\
Planen er fuld af fortrolige oplysninger. Det skal kunne ses, hvem der har den, og at samtykket
dækker dem. Er den sendt til en, som ikke hører til i sagen, er det et brud på datasikkerheden,
og så skal I følge kommunens regler for det. En tidligere koordinator og en, der var med til et
møde, hører til i sagen. Afsluttede sager bliver ikke set efter.""",
    source="Metodehåndbog 4.4, Bilag 6 og 8",
    example="""\
 # runder/1.yaml
 opfølgning:
   kopi_sendt:
     - {person: Silje Ravn, dato: 2026-03-04}
-    - {person: Mette Ravn, dato: 2026-03-04}
+    - {person: Dorte Lundgaard, dato: 2026-03-04}
-    - {person: Henrik Ravn, dato: 2026-03-04}
-    - {person: Birgit Kær, dato: 2026-03-04}
-    - {person: Jonas Berg, dato: 2026-03-04}
-    - {person: Maja Toft, dato: 2026-03-04}
-    - {person: Karin Friis, dato: 2026-03-04}
-    - {person: Bodil Trane, dato: 2026-03-04}
""",
    check=check,
)
