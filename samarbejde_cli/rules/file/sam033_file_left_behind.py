"""SAM033: a file that a program left behind, or YAML that does not belong to the case."""

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
    return unread_in_case(case, codes.FILE_LEFT_BEHIND)


RULE = Rule(
    code=codes.FILE_LEFT_BEHIND,
    name="efterladt-fil",
    severity=Weight.WARNING,
    stops_letters=Letters.ALWAYS,
    message="{slags} {fil} hører ikke til sagens filer og bliver ikke læst.",
    hint="Slet den, når du har set, hvad der står i den.",
    explanation="""\
Fletteprogrammer og editorer efterlader filer som plan.yaml.orig, plan.yaml.bak og plan.yaml~. De
har ofte en ældre udgave af sagen med oplysninger, der ellers er rettet eller slettet. Andre filer i
YAML ligner sagens egne, men ingen kommando læser dem.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
 mål: []
""",
    only_shown="Et eksempel kan ikke vise en fil med et andet navn.",
    check=check,
)
