"""The dates of what is recorded as done, and where they are written."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import TypeAlias

from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Route

Where: TypeAlias = tuple[str, *Route]
"""The stem of a file and the route in it."""
_Done: TypeAlias = tuple[str, Route, date | None]


def future_dates(case: Case, today: date) -> Iterator[tuple[Where, date]]:
    """Yield the place and the date of everything recorded as done in the future."""
    for stem, route, day in chain(_of_record(case), _of_round(case), _of_plan(case)):
        if day and day > today:
            yield (stem, *route), day


def field_name(where: Where) -> str:
    """Return the keys of a place that say what its date refers to."""
    keys = [step for step in where[1:] if isinstance(step, str)]
    return ".".join(keys[-2:])


def _of_record(case: Case) -> Iterator[_Done]:
    intake = case.record.intake
    yield "sag", ("visitation", "henvist_dato"), intake.referred_on
    yield "sag", ("visitation", "besluttet_dato"), intake.decided_on
    if request := intake.job_centre:
        yield "sag", ("visitation", "jobcenter", "sendt"), request.sent
        yield "sag", ("visitation", "jobcenter", "svar"), request.answered


def _of_round(case: Case) -> Iterator[_Done]:
    key, now, after = case.round_key, case.round, case.round.follow_up
    for part, filed in (("formøde", now.pre_meeting.journal), ("opfølgning", after.journal)):
        if filed:
            yield key, (part, "journalført", "dato"), filed.date
    for i, each in enumerate(now.meeting.participants):
        if each.replied:
            yield key, ("møde", "deltagere", i, "svaret"), each.replied
    yield key, ("opfølgning", "plan_underskrevet"), after.signed
    for i, copy in enumerate(after.copies):
        yield key, ("opfølgning", "kopi_sendt", i, "dato"), copy.date
    for i, entry in enumerate(after.costs):
        yield key, ("opfølgning", "økonomi", i, "sendt"), entry.sent
    for i, change in enumerate(after.changes):
        yield key, ("opfølgning", "ændringer", i, "fortalt"), change.announced
    for i, talk in enumerate(now.dialogue):
        yield key, ("dialogskema", i, "dato"), talk.date


def _of_plan(case: Case) -> Iterator[_Done]:
    for i, signature in enumerate(case.plan.signatures):
        yield "plan", ("underskrifter", i, "dato"), signature.date
    for i, goal in enumerate(case.plan.goals):
        for j, noted in enumerate(goal.status):
            yield "plan", ("mål", i, "status", j, "dato"), noted.date
    if case.plan.road_map:
        yield "plan", ("køreplan", "fulgt_op"), case.plan.road_map.followed_up
