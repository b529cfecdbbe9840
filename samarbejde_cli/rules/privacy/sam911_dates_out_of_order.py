"""SAM911: what follows from something has not an earlier date."""

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from samarbejde_cli import codes
from samarbejde_cli.case.appointments import asked
from samarbejde_cli.case.case import ROUNDS, Case
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.findings import Finding, Route, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each pair of dates that stands the wrong way round."""
    if case.step.is_end:
        return
    for first, early, second, late in (*_of_record(case), *_of_round(case, profile)):
        if early and late and late < early:
            facts = {
                "sidste": _words(second),
                "dato": long_date(late),
                "første": _words(first),
                "forud": long_date(early),
            }
            related = (("den anden dato står her", case.location(first[0], *first[1:])),)
            yield Finding(
                codes.DATES_OUT_OF_ORDER, case.location(second[0], *second[1:]), facts, related
            )


_Where: TypeAlias = tuple[str, *Route]
_Pair: TypeAlias = tuple[_Where, date | None, _Where, date | None]


def _of_record(case: Case) -> Iterator[_Pair]:
    intake = case.record.intake
    at = ("sag", "visitation")
    yield (*at, "henvist_dato"), intake.referred_on, (*at, "besluttet_dato"), intake.decided_on
    if request := intake.job_centre:
        sent, answered = (*at, "jobcenter", "sendt"), (*at, "jobcenter", "svar")
        yield sent, request.sent, answered, request.answered


def _of_round(case: Case, profile: Profile) -> Iterator[_Pair]:
    key, now, after = case.round_key, case.round, case.round.follow_up
    talk, meeting = now.pre_meeting, now.meeting
    talk_at, held_at = (key, "formøde", "dato"), (key, "møde", "dato")
    yield (key, "formøde", "indkaldt"), talk.invited, talk_at, talk.date
    if talk.filed:
        yield talk_at, talk.date, (key, "formøde", "journalført", "dato"), talk.filed.date
    if after.filed:
        yield held_at, meeting.date, (key, "opfølgning", "journalført", "dato"), after.filed.date
    yield held_at, meeting.date, (key, "opfølgning", "plan_underskrevet"), after.signed
    for i, each in enumerate(asked(case, profile)):  # an answer to another day is older
        at = (key, "møde", "deltagere", i)
        yield (*at, "indkaldt"), each.invited, (*at, "svaret"), each.replied
    for i, copy in enumerate(after.copies):
        copied = (key, "opfølgning", "kopi_sendt", i, "dato")
        yield (key, "opfølgning", "plan_underskrevet"), after.signed, copied, copy.date
    for i, change in enumerate(after.changes):
        at = (key, "opfølgning", "ændringer", i)
        yield (*at, "dato"), change.date, (*at, "fortalt"), change.told
    if (number := case.record.round) > 1:
        before = case.round_no(number - 1).meeting.date
        yield (f"{ROUNDS}/{number - 1}", "møde", "dato"), before, talk_at, talk.date


def _words(where: _Where) -> str:
    """Return the keys of a place that tell what the date is of."""
    keys = [str(step) for step in where[1:] if isinstance(step, str)]
    return ".".join(keys[-2:])


RULE = Rule(
    code=codes.DATES_OUT_OF_ORDER,
    name="datoer-i-uorden",
    severity=Weight.WARNING,
    requires=(
        codes.MEETING_BEFORE_PRE_MEETING,
        codes.MEETING_NOT_HELD,
        codes.PLAN_SIGNED,
        codes.NEW_DATES,
    ),
    message="`{sidste}` er den {dato}, men `{første}` er den {forud}.",
    hint="Se efter, hvilken af de to datoer der er slået forkert, og ret den.",
    explanation="""\
Nogle ting kan kun ske efter andre: et svar kommer efter indkaldelsen, en beslutning efter
henvisningen, en journal efter mødet. Står datoerne omvendt, er den ene næsten altid slået forkert,
ofte med det gamle årstal i januar. Datoer, der mangler, bliver ikke set efter her, og heller ikke
afsluttede sager.""",
    source="Metodehåndbog 2 og 4; God forvaltningsskik",
    wrong="""\
# runder/1.yaml
formøde:
  journalført: {dato: 2025-02-10, som: børnesamtale}
""",
    right="""\
# runder/1.yaml
formøde:
  journalført: {dato: 2026-02-10, som: børnesamtale}
""",
    check=check,
)
