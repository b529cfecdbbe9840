"""SAM911: dates are in the order in which things happen."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeAlias

from samarbejde_cli import codes
from samarbejde_cli.case.appointments import asked
from samarbejde_cli.case.case import ROUNDS, Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.recorded_dates import Where, field_name, future_dates

_Pair: TypeAlias = tuple[Where, date | None, Where, date | None]


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each date that others contradict.

    When several contradict the same date, that one is wrong: one finding, at it. A date of
    something done that is still to come is reported by its own rule, and only there.
    """
    wrong_anyway = {where for where, _ in future_dates(case, today)} | _not_held(case, today)
    pairs = [
        pair
        for pair in (*_of_record(case), *_of_round(case, profile))
        if _is_wrong(pair) and pair[0] not in wrong_anyway
    ]
    often = Counter(place for first, _, second, _ in pairs for place in (first, second))
    found: dict[Where, list[_Pair]] = {}
    for pair in pairs:
        found.setdefault(max(pair[2], pair[0], key=lambda at: often[at]), []).append(pair)
    yield from (_finding(case, at, alike) for at, alike in found.items())


def _is_wrong(pair: _Pair) -> bool:
    _, early, _, late = pair
    return bool(early and late and late < early)


def _not_held(case: Case, today: date) -> set[Where]:
    """Return the place of a pre-meeting that is passed and still to come (SAM504 reports it)."""
    day, is_passed = case.round.pre_meeting.date, case.step in (Step.MEETING, Step.FOLLOW_UP)
    return {(case.round_key, "formøde", "dato")} if is_passed and day and day > today else set()


def _finding(case: Case, at: Where, pairs: Sequence[_Pair]) -> Finding:
    first, early, second, late = pairs[0]
    more = f" (og {len(pairs) - 1} til)" if len(pairs) > 1 else ""
    other = first if at == second else second
    related = (("den anden dato står her", case.location(other[0], *other[1:])),)
    return RULE.finding(
        case.location(at[0], *at[1:]),
        related,
        sidste=field_name(second),
        dato=_day(late) + (more if at == first else ""),
        første=field_name(first),
        forud=_day(early) + (more if at == second else ""),
    )


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


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
    if talk.journal:
        yield talk_at, talk.date, (key, "formøde", "journalført", "dato"), talk.journal.date
    if after.journal:
        yield held_at, meeting.date, (key, "opfølgning", "journalført", "dato"), after.journal.date
    yield held_at, meeting.date, (key, "opfølgning", "plan_underskrevet"), after.signed
    for i, each in enumerate(asked(case, profile)):  # an answer to another day is older
        at = (key, "møde", "deltagere", i)
        yield (*at, "indkaldt"), each.invited, (*at, "svaret"), each.replied
    for i, copy in enumerate(after.copies):
        copied = (key, "opfølgning", "kopi_sendt", i, "dato")
        yield (key, "opfølgning", "plan_underskrevet"), after.signed, copied, copy.date
    for i, change in enumerate(after.changes):
        at = (key, "opfølgning", "ændringer", i)
        yield (*at, "dato"), change.date, (*at, "fortalt"), change.announced
    if (number := case.record.round) > 1:
        before = case.round_no(number - 1).meeting.date
        yield (f"{ROUNDS}/{number - 1}", "møde", "dato"), before, talk_at, talk.date


RULE = Rule(
    code=codes.DATES_OUT_OF_ORDER,
    name="datoer-i-uorden",
    severity=Weight.WARNING,
    open_only=True,
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
    example="""\
 # runder/1.yaml
 formøde:
-  journalført: {dato: 2025-02-10, som: børnesamtale}
+  journalført: {dato: 2026-02-10, som: børnesamtale}
""",
    check=check,
)
