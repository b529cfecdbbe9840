"""One view of the case across departments: what runs where, who does it, the next dates (§ 4.3)."""

from collections.abc import Iterator, Sequence
from datetime import date, time
from typing import TYPE_CHECKING

from samarbejde_cli.case.agreements import open_goals
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.plan import Goal
from samarbejde_cli.case.rhythm import is_held
from samarbejde_cli.case.sharing import reader_role
from samarbejde_cli.case.team import Measure
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.documents.kinds.network_overview import (
    measures,
    member_fields,
    professionals,
    team_readers,
)
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import (
    CLOCK,
    DAY,
    GROUP,
    NUMBER,
    TEXT,
    Known,
    Presence,
    in_area,
    of_model,
)
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea, ReaderRole

if TYPE_CHECKING:
    from samarbejde_cli.case.round import Appointment

_DATES, _PEOPLE, _MEASURES, _AGREEMENTS = 3, 7, 4, 5
"""Lines of each table, so that the paper stays one page."""
_FAR = date.max
_READERS = frozenset(ReaderRole) - {ReaderRole.NAMED, ReaderRole.WITHDRAWN, ReaderRole.OUTSIDE}


def case_overview(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return the overview's fields; what does not fit on the page is counted."""
    del recipient
    context = shared(case, profile, "Fælles sagsoverblik", day)
    people = professionals(case, profile, context["koordinator"], day)
    running, dates = measures(case, profile, day), list(_dates(case, profile, day))
    agreed = open_goals(case) if case.record.round > 1 or is_held(case, day) else []
    agreed = sorted(agreed, key=lambda each: each.deadline or _FAR)
    return context | {
        "afdelinger": case.record.intake.departments,
        "datoer": dates[:_DATES],
        "hvem": people[:_PEOPLE],
        "indsatser": running[:_MEASURES],
        "aftaler": [_agreement(case, each) for each in agreed[:_AGREEMENTS]],
        "flere": {
            "hvem": max(0, len(people) - _PEOPLE),
            "indsatser": max(0, len(running) - _MEASURES),
            "aftaler": max(0, len(agreed) - _AGREEMENTS),
        },
    }


def overview_readers(case: Case, profile: Profile, day: date) -> Sequence[Recipient | None]:
    """Return the readers of the team overview, without those who see neither team nor plan."""
    found = team_readers(case, profile, day)
    return [each for each in found if each is None or _sees_it(case, profile, each, day)]


def _sees_it(case: Case, profile: Profile, reader: Recipient, day: date) -> bool:
    return reader_role(case, profile, reader.name, day) in _READERS


def _dates(case: Case, profile: Profile, day: date) -> Iterator[Context]:
    """Yield what is to come, the first first: meetings, and when the plan is taken up again."""
    return iter(sorted(_coming(case, profile, day), key=lambda each: each["dato"]))


def _coming(case: Case, profile: Profile, day: date) -> Iterator[Context]:
    rounds = {case.record.round: case.round, **case.prepared_rounds}
    found: list[tuple[str, Appointment]] = []
    for each in rounds.values():
        found += [("Formøde", each.pre_meeting), (profile.words.meeting, each.meeting)]
    found += [("Møde uden for runderne", each) for each in case.record.other_meetings]
    agreed, known = case.round.follow_up, {what.date for _, what in found}
    for name, what in found:
        if what.date and what.date >= day and not case.record.is_paused(what.date):
            yield _date(what.date, name, what.start, what.room)
    agreed_days = (
        ("Formøde", agreed.next_pre_meeting),
        (profile.words.meeting, agreed.next_meeting),
        ("Aftalerne tages op igen", case.plan.road_map.due if case.plan.road_map else None),
    )
    for name, when in agreed_days:
        if when and when >= day and when not in known:
            known.add(when)
            yield _date(when, name)


def _date(day: date, what: str, start: time | None = None, room: str | None = None) -> Context:
    return {"dato": day, "hvad": what[:1].upper() + what[1:], "start": start, "lokale": room}


def _agreement(case: Case, goal: Goal) -> Context:
    last = max(goal.status, key=lambda noted: noted.date, default=None)
    return {
        "område": goal.area.label,
        "mål": goal.goal,
        "ansvarlige": [_responsible(case, name) for name in goal.responsible],
        "frist": goal.deadline,
        "sidst": last.what if last else None,
    }


def _responsible(case: Case, name: str) -> str:
    person = case.person(name)
    if person is None:
        return name
    return case.record.youth.short_name if person.kind == "ung" else person.name


_SOMETIMES = Presence.SOMETIMES

CASE_OVERVIEW_FIELDS = in_area(
    DataArea.TEAM,
    Known("afdelinger[]", TEXT, "Afdelinger, hvor der er en sag"),
    in_area(
        DataArea.NEXT_MEETING,
        Known("datoer[]", GROUP, "Det, der kommer, det første først"),
        Known("datoer[].dato", DAY, "Dagen"),
        Known("datoer[].hvad", TEXT, "Formøde, møde eller opfølgning"),
        Known("datoer[].start", CLOCK, "Hvornår det begynder", _SOMETIMES),
        Known("datoer[].lokale", TEXT, "Lokalet", _SOMETIMES),
    ),
    member_fields("hvem[]", "Fagpersonerne, koordinatoren først", "telefon", "email"),
    in_area(
        DataArea.MEASURES,
        of_model("indsatser[]", Measure, "Støtte, der er i gang"),
        Known("indsatser[].telefon", TEXT, "Den ansvarliges telefonnummer", _SOMETIMES),
    ),
    in_area(
        DataArea.PLAN,
        Known("aftaler[]", GROUP, "Et mål, der ikke er nået, det med den første frist først"),
        Known("aftaler[].område", TEXT, "Området, målet hører til"),
        Known("aftaler[].mål", TEXT, "Målet i jeg-form"),
        Known("aftaler[].ansvarlige[]", TEXT, "Navne på dem, der er ansvarlige"),
        Known("aftaler[].frist", DAY, "Senest den", _SOMETIMES),
        Known("aftaler[].sidst", TEXT, "Det seneste, der er noteret", _SOMETIMES),
        ansvarlige=DataArea.TEAM,
    ),
    Known("flere", GROUP, "Hvor meget mere der er, end siden har plads til", area=DataArea.CASE),
    Known("flere.hvem", NUMBER, "Fagpersoner", area=DataArea.CASE),
    Known("flere.indsatser", NUMBER, "Indsatser", area=DataArea.MEASURES),
    Known("flere.aftaler", NUMBER, "Mål", area=DataArea.PLAN),
    telefon=DataArea.WORK_CONTACT,
    email=DataArea.WORK_CONTACT,
    støtte=DataArea.MEASURES,
)  # fmt: skip

CASE_OVERVIEW = Kind(
    name="case-overview",
    order=165,
    stem="sagsoverblik",
    title="Fælles sagsoverblik",
    help="Lav det fælles sagsoverblik: hvad der er i gang, hvem der gør det, og de næste datoer.",
    about=(
        "Overblikket er på én side og til alle i teamet, som samtykket dækker. Hver læser ser kun "
        "det, læseren må; mål om penge og indsatser står ikke hos alle."
    ),
    steps=(),
    template="sagsoverblik.docx",
    later_template=None,
    recipients=overview_readers,
    readers=_READERS,
    context=case_overview,
    fields=lambda: CASE_OVERVIEW_FIELDS,
)
