"""SAM910: every round has a file, with no gaps."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from samarbejde_cli import codes
from samarbejde_cli.case.case import ROUNDS, Case
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for a missing file, else for one too many that is not only prepared."""
    number = case.record.round
    there = {int(stem.removeprefix(_PREFIX)) for stem in case.files if stem.startswith(_PREFIX)}
    missing = set(range(1, number + 1)) - there
    extra = [each for each, prepared in case.prepared_rounds.items() if not prepared.is_prepared]
    ahead = pairwise(sorted(each for each in there if each >= number))
    if missing:
        files = listed([f"{_PREFIX}{each}.yaml" for each in sorted(missing)])
        problem = f"Sagen er i runde {number}, men {files} findes ikke"
        yield RULE.finding(case.location("sag", "runde"), problem=problem)
    elif gap := next((late for early, late in ahead if late > early + 1), None):
        problem = f"Filen er forberedt, men {_PREFIX}{gap - 1}.yaml findes ikke"
        yield RULE.finding(case.location(f"{_PREFIX}{gap}"), problem=problem)
    elif extra:
        problem = f"Filen er for runde {extra[0]}, men sagen er i runde {number}"
        yield RULE.finding(case.location(f"{_PREFIX}{extra[0]}"), problem=problem)


_PREFIX = f"{ROUNDS}/"


RULE = Rule(
    code=codes.ROUND_SKIPPED,
    name="runde-springer-over",
    severity=Weight.ERROR,
    open_only=True,
    message="{problem}.",
    hint=(
        "Se i historik.yaml, hvor langt sagen er. Ret filens navn eller `runde` i sag.yaml; nye "
        "runder laves af `samarbejde advance`."
    ),
    explanation="""\
Hver runde har sin egen fil, runder/1.yaml, runder/2.yaml og så videre, og den sidste er den, som
sagen er i. Mangler der en, er et møde forsvundet. Kommende runder må gerne have en fil i forvejen
med dage, klokkeslæt og lokaler, men der må ikke stå, at noget er gjort. Afsluttede sager bliver
ikke set efter.""",
    source="Filernes opbygning",
    example="""\
-# runder/3.yaml
+# runder/1.yaml
-formøde: {dato: 2026-09-01}
+formøde: {lokale: Bøgen}
""",
    check=check,
)
