"""SAM036: a copy of a file that a program for synchronising made when two wrote at once."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Letters, Rule
from samarbejde_cli.rules.helpers.unread_files import unread_in_case


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield a finding for each such copy in the case."""
    return unread_in_case(case, codes.CONFLICT_COPY)


RULE = Rule(
    code=codes.CONFLICT_COPY,
    name="to-udgaver-af-en-fil",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="{fil} er en anden udgave af {rigtig}: to har skrevet i filen på samme tid.",
    hint="Bring de to sammen med `samarbejde conflicts`.",
    explanation="""\
Når to computere gemmer den samme fil næsten samtidig, lægger OneDrive, Dropbox, Nextcloud og
Syncthing den ene udgave ved siden af den anden: `plan-PC-ANNE.yaml`,
`plan (Annes konfliktkopi).yaml`, `plan.sync-conflict-20260224-090110-ABCDEFG.yaml`. Ingen kommando
læser kopien, så det, der kun står i den, kommer ikke med.

`samarbejde conflicts` fletter kopien ind i filen: alt, der kun er ændret det ene sted, kommer med,
og det, begge har ændret, bliver du spurgt om. Kopien bliver først fjernet, når alt er valgt.

Ligger filerne i git, sammenlignes begge med den udgave, der sidst blev gemt. Ellers kommer alt fra
begge med, også det, den ene har slettet.""",
    source="Fælles arbejde i en delt mappe",
    only_shown="Et eksempel kan ikke vise en fil med et andet navn.",
    example="""\
 # plan.yaml
 mål: []
""",
    check=check,
)
