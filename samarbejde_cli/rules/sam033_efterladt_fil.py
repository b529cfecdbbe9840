"""SAM033: a file that a program left behind, or one in YAML that is none of the case's."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules import strays

code = "SAM033"
name = "efterladt-fil"
severity = "warning"
steps = ()
requires = ()
message = "Filen {fil} hører ikke til sagens filer og bliver ikke læst."
hint = "Slet den, når du har set, hvad der står i den."
explanation = """\
Fletteprogrammer og editorer efterlader filer som plan.yaml.orig, plan.yaml.bak og plan.yaml~. De
har ofte en ældre udgave af sagen med oplysninger, der ellers er rettet eller slettet. Andre filer i
YAML ligner sagens egne, men ingen kommando læser dem."""
source = "Filformatet YAML"
only_shown = "Et eksempel kan ikke vise en fil med et andet navn."
wrong = """\
# plan.yaml
mål: []
"""
right = wrong


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield a finding for each such file of the case."""
    yield from (each for each in strays.of_case(case) if each.code == code)
