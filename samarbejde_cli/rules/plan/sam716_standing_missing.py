"""SAM716: where the person stands in education and work is noted, where that is followed."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.standing import Standing
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for the start, and one for the meeting once it was held."""
    if not profile.monitoring.standing:
        return
    where = [("ved visitationen", case.record.intake.standing, ("sag", "visitation"))]
    if case.step is Step.FOLLOW_UP:
        where.append(("på mødet", case.round.meeting.standing, (case.round_key, "møde")))
    for time, standing, (file, part) in where:
        if missing := _missing(standing):
            location = case.location(file, part, "status", on_key=True)
            facts = {"hvornår": time, "mangler": listed(missing), "under": part, "fil": file}
            yield RULE.finding(location, **facts)


def _missing(standing: Standing | None) -> list[str]:
    fields = {
        "uddannelse": standing and standing.education,
        "beskæftigelse": standing and standing.employment,
    }
    return [name for name, word in fields.items() if word is None]


RULE = Rule(
    code=codes.STANDING_MISSING,
    name="status-mangler",
    severity=Weight.WARNING,
    steps=(Step.INTAKE,),
    open_only=True,
    message="Det er ikke noteret, hvad {mangler} var {hvornår}.",
    hint="Skriv {mangler} i `status` under `{under}` i {fil}.yaml.",
    explanation="""\
For at se, hvad der kommer ud af forløbet, noteres uddannelse, beskæftigelse og forsørgelse, når
sagen begynder, på hvert møde, og når den slutter. Om I gør det, står som `status` under `måling` i
samarbejde.yaml.""",
    source="Ti kommuner 4.2 og 5.1",
    example="""\
 # samarbejde.yaml
 måling: {status: ja}
 # sag.yaml
 visitation:
-  status: {uddannelse: 9-klasse}
+  status: {uddannelse: 9-klasse, beskæftigelse: ikke-relevant, forsørgelse: ingen}
 # runder/1.yaml
 møde:
   status: {uddannelse: 9-klasse, beskæftigelse: ikke-relevant}
""",
    check=check,
)
