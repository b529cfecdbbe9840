"""SAM913: no two open cases are about the same person."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from samarbejde_cli.case.summary import Summary
from samarbejde_cli.findings import Finding
from samarbejde_cli.profile.model import Profile

code = "SAM913"
name = "samme-cpr"
severity = "error"
steps = ()
requires = ()
message = "CPR-nummeret står også i sag {sag}."
hint = (
    "Er det samme person, så flyt det, der skal gemmes, over i den ene sag, og afslut den anden. "
    "Ellers er et af numrene skrevet forkert."
)
explanation = """\
Hver ung har én plan. To åbne sager om den samme giver to planer, to samtykker og breve, der siger
hver sit. En afsluttet sag må gerne have samme nummer som en ny. Reglen kører, når hele
arbejdsmappen kontrolleres."""
source = "Metodehåndbog 1"
wrong = """\
# 2026-002/sag.yaml
ung: {navn: Silje Marie Ravn}
"""
right = """\
# 2026-002/sag.yaml
ung: {navn: Asger Dam, cpr: 740810-4329}
"""


def check_workspace(
    cases: Sequence[Summary], profile: Profile, today: date, settings: Path
) -> Iterator[Finding]:
    """Yield one finding for each case whose number stands in an earlier one."""
    first: dict[str, Summary] = {}
    for case in cases:
        other = first.setdefault(case.cpr, case)
        if other is not case:
            related = (("det står første gang her", other.cpr_spot),)
            yield Finding(code, case.cpr_spot, {"sag": other.number}, related)
