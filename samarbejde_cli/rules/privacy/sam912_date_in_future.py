"""SAM912: what is written as done is not dated in the future."""

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.findings import Finding, Route, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each such date."""
    if case.step.is_end:
        return
    done = (_of_record(case), _of_round(case), _of_plan(case))
    for stem, route, day in (each for part in done for each in part):
        if day and day > today:
            keys = [step for step in route if isinstance(step, str)]
            facts = {"felt": ".".join(keys[-2:]), "dato": long_date(day)}
            yield Finding(codes.DATE_IN_FUTURE, case.location(stem, *route), facts)


_Done: TypeAlias = tuple[str, Route, date | None]


def _of_record(case: Case) -> Iterator[_Done]:
    intake = case.record.intake
    yield "sag", ("visitation", "henvist_dato"), intake.referred_on
    yield "sag", ("visitation", "besluttet_dato"), intake.decided_on
    if request := intake.job_centre:
        yield "sag", ("visitation", "jobcenter", "sendt"), request.sent
        yield "sag", ("visitation", "jobcenter", "svar"), request.answered


def _of_round(case: Case) -> Iterator[_Done]:
    key, now, after = case.round_key, case.round, case.round.follow_up
    for part, filed in (("formøde", now.pre_meeting.filed), ("opfølgning", after.filed)):
        if filed:
            yield key, (part, "journalført", "dato"), filed.date
    for i, each in enumerate(now.meeting.participants):
        if each.replied:
            yield key, ("møde", "deltagere", i, "svaret"), each.replied
    yield key, ("opfølgning", "plan_underskrevet"), after.signed
    for i, copy in enumerate(after.copies):
        yield key, ("opfølgning", "kopi_sendt", i, "dato"), copy.date
    for i, entry in enumerate(after.economy):
        yield key, ("opfølgning", "økonomi", i, "sendt"), entry.sent
    for i, change in enumerate(after.changes):
        yield key, ("opfølgning", "ændringer", i, "fortalt"), change.told
    for i, talk in enumerate(now.dialogue):
        yield key, ("dialogskema", i, "dato"), talk.date


def _of_plan(case: Case) -> Iterator[_Done]:
    for i, signature in enumerate(case.plan.signatures):
        yield "plan", ("underskrifter", i, "dato"), signature.date


RULE = Rule(
    code=codes.DATE_IN_FUTURE,
    name="dato-i-fremtiden",
    severity=Weight.WARNING,
    message="`{felt}` er den {dato}, og det er ikke sket endnu.",
    hint="Ret datoen, eller lad feltet stå tomt, til det er sket.",
    explanation="""\
Felter om noget, der er sket, må ikke være dateret ud i fremtiden: så ser det ud, som om arbejdet er
gjort. Det gælder henvisning, beslutning, svar, journal, underskrifter, kopier og udfyldte skemaer.
Datoer for aftaler, frister og møder må gerne ligge i fremtiden. Underskrifter på samtykket har
deres egen regel.""",
    source="God forvaltningsskik",
    wrong="""\
# runder/1.yaml
opfølgning:
  journalført: {dato: 2026-05-04, som: samtale}
""",
    right="""\
# runder/1.yaml
opfølgning:
  journalført: {dato: 2026-03-04, som: samtale}
""",
    check=check,
)
