"""SAM638: a prepared round has the days that were agreed on, in the order of the rounds."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import ROUNDS, Case
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each prepared day that is another than agreed, or too early."""
    after, before = case.round.follow_up, case.round.meeting.date
    agreed = {"formøde": after.next_pre_meeting, "møde": after.next_meeting}
    for number, ahead in case.prepared_rounds.items():
        for key, what in (("formøde", ahead.pre_meeting), ("møde", ahead.meeting)):
            said = agreed.get(key) if number == case.record.round + 1 else None
            problem = ""
            if what.date and said and said != what.date:
                problem = f"opfølgningen i runden før siger den {long_date(said)}"
            elif what.date and before and what.date < before:
                problem = f"det ligger før den {long_date(before)}"
            if what.date and problem:
                location = case.location(f"{ROUNDS}/{number}", key, "dato")
                yield RULE.finding(location, hvad=f"{key}t", dato=what.date, problem=problem)
            before = what.date or before


RULE = Rule(
    code=codes.PREPARED_ROUND,
    name="forberedt-runde",
    severity=Weight.WARNING,
    open_only=True,
    message="Den forberedte runde har {hvad} den {dato}, men {problem}.",
    hint="Se efter, hvilken dag der er den rigtige, og ret den anden.",
    explanation="""\
Formøder og møder kan sættes et år frem: skriv en fil til hver runde, runder/2.yaml, runder/3.yaml
og så videre, med dato, klokkeslæt og lokale. Når sagen kommer dertil, bruger den filen. Indtil da
skal dagene passe sammen: formødet før mødet, runderne efter hinanden, og de samme dage, som
`næste_formøde` og `næste_møde` siger.""",
    source="Metodehåndbog 3.5",
    example="""\
 # runder/1.yaml
 opfølgning: {næste_formøde: 2026-05-26, næste_møde: 2026-06-16}
 # runder/2.yaml
-formøde: {dato: 2026-05-19, start: 9.00, lokale: Egen}
+formøde: {dato: 2026-05-26, start: 9.00, lokale: Egen}
 møde: {dato: 2026-06-16, start: 9.00, lokale: Egen}
""",
    check=check,
)
