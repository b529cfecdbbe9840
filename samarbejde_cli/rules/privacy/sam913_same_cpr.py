"""SAM913: no two open cases are about the same person."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from samarbejde_cli import codes
from samarbejde_cli.case.summary import Summary
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.case_list import NAMED, case_list


def check_workspace(
    cases: Sequence[Summary], profile: Profile, today: date, settings: Path
) -> Iterator[Finding]:
    """Yield one finding for each number, at the last of the cases that have it."""
    by_number: dict[str, list[Summary]] = {}
    for case in cases:
        by_number.setdefault(case.cpr, []).append(case)
    for *others, last in by_number.values():
        if others:
            related = tuple(("det står også her", each.cpr_location) for each in others[:NAMED])
            yield RULE.finding(
                last.cpr_location, related, sag=case_list([each.number for each in others])
            )


def compared_by(case: Summary, profile: Profile) -> Iterator[str]:
    """Yield the number."""
    yield str(case.cpr)


RULE = Rule(
    code=codes.SAME_CPR,
    name="samme-cpr",
    severity=Weight.ERROR,
    message="CPR-nummeret står også i {sag}.",
    hint=(
        "Er det samme person, så flyt det, der skal gemmes, over i den ene sag, og afslut den "
        "anden. Ellers er et af numrene skrevet forkert."
    ),
    explanation="""\
Hver ung har én plan. To åbne sager om den samme giver to planer, to samtykker og breve, der siger
hver sit. En afsluttet sag må gerne have samme nummer som en ny. Reglen kører, når hele
arbejdsmappen kontrolleres.""",
    source="Metodehåndbog 1",
    example="""\
 # 2026-002/sag.yaml
-ung: {navn: Silje Marie Ravn}
+ung: {navn: Asger Dam, cpr: 740810-4329}
""",
    check_workspace=check_workspace,
    compared_by=compared_by,
)
