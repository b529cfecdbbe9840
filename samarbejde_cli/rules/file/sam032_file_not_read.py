"""SAM032: a file that looks like one of the case's own, under a name that no command reads."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Letters, Rule
from samarbejde_cli.rules.helpers.unread_files import unread_in_case


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield a finding for each such file of the case."""
    return unread_in_case(case, codes.FILE_NOT_READ)


RULE = Rule(
    code=codes.FILE_NOT_READ,
    name="fil-bliver-ikke-læst",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="{slags} {fil} bliver ikke læst{hvor}.",
    hint="Giv den det navn, som programmet læser.",
    explanation="""\
En sag læses fra sag.yaml, team.yaml, samtykke.yaml, plan.yaml, historik.yaml, breve.yaml og
runder/1.yaml, 2.yaml og så videre; navnet skal passe bogstav for bogstav, med små bogstaver og
`.yaml`. Det, der står i plan.yml, Plan.yaml, runder/01.yaml eller i en kopi, som OneDrive, Dropbox
eller Windows har lavet af filen, kommer aldrig med i et papir. Det gør heller ikke en sag, der er
trukket ind i en anden sags mappe.

Egne noter i Word, PDF eller almindelig tekst må gerne ligge i mappen.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
 mål: []
""",
    only_shown="Et eksempel kan ikke vise en fil med et andet navn.",
    check=check,
)
