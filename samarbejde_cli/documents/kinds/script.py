"""The meeting leader's drejebog: minute by minute, who speaks, what must be written (§ 4.1)."""

from collections.abc import Iterable
from datetime import date, time, timedelta

from samarbejde_cli.case.appointments import MEETING
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.plan import Goal
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import later
from samarbejde_cli.documents.attendance import CONFIDANT, Guest, confidant, guests
from samarbejde_cli.documents.boxes import ticked
from samarbejde_cli.documents.clock_times import clock_times
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.kind import Kind, everybody
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import (
    BOX,
    CLOCK,
    DAY,
    GROUP,
    NUMBER,
    TEXT,
    Known,
    Presence,
    in_area,
)
from samarbejde_cli.documents.signatures import signatures
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea

_EARLY = 30
"""Minutes by which the youth and the leader meet before the others."""


def script(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return the script's fields. It is the leader's own paper and stays in the municipality."""
    del recipient
    context = shared(case, profile, "Drejebog for mødet", day)
    meeting, invited = context["møde"], guests(case, profile, day)
    points = profile.agendas.first if case.record.round == 1 else profile.agendas.later
    times = clock_times(points, meeting["start"], meeting["slut"])
    coming = [each for each in invited if each.comes]
    return context | {
        "tom_boks": ticked(False),
        "tider": times,
        "minutter": _minutes(times, meeting["slut"]),
        "mødes_før": meeting["start"] and later(meeting["start"], -_EARLY),
        "ønsker": case.round.pre_meeting.wishes or None,
        "mål": [_goal(case, each) for each in case.plan.goals if each.reached is not True],
        "familie_og_netværk": _names(each for each in coming if not each.is_professional),
        "fagpersoner": _names(each for each in coming if each.is_professional),
        "hensyn": case.team.considerations,
        "har_relationen": confidant(case, profile, day),
        "kommer_ikke": [
            {"navn": each.name, "notat": each.asked.note} for each in invited if not each.comes
        ],
        "underskrivere": [line["navn"] or line["som"] for line in signatures(case, profile, day)],
    }


def _minutes(times: dict[str, time | None], end: time | None) -> dict[str, int | None]:
    """Return how long each point lasts: until the next begins, the last one until the end."""
    ends = [*list(times.values())[1:], end]
    return {
        key: max(0, _length(begin, until)) if begin and until else None
        for (key, begin), until in zip(times.items(), ends, strict=True)
    }


def _length(begin: time, end: time) -> int:
    gap = timedelta(hours=end.hour - begin.hour, minutes=end.minute - begin.minute)
    return int(gap.total_seconds() // 60)


def _goal(case: Case, goal: Goal) -> Context:
    return {
        "område": goal.area.label,
        "mål": goal.goal,
        "ansvarlige": [case.full_name(name) for name in goal.responsible],
        "frist": goal.deadline,
    }


def _names(some: Iterable[Guest]) -> list[str]:
    return [each.name for each in some]


def _points(profile: Profile) -> list[str]:
    return [point.key for point in (*profile.agendas.first, *profile.agendas.later)]


SCRIPT_FIELDS = in_area(
    DataArea.CASE,
    Known("tom_boks", BOX, "Til at krydse af i"),
    Known("tider", GROUP, "Hvornår hvert punkt begynder"),
    Known("tider.*", CLOCK, "Punktets klokkeslæt", Presence.DEMANDED, keys=_points),
    Known("minutter", GROUP, "Hvor mange minutter hvert punkt varer"),
    Known("minutter.*", NUMBER, "Punktets minutter", Presence.DEMANDED, keys=_points),
    Known(
        "mødes_før", CLOCK, "Hvornår den unge og mødelederen mødes før de andre", Presence.DEMANDED
    ),
    Known(
        "ønsker[]", TEXT, "Den unges ønsker med egne ord", Presence.DEMANDED, area=DataArea.WISHES
    ),
    Known("mål[]", GROUP, "Et mål, der ikke er nået endnu", area=DataArea.PLAN),
    Known("mål[].område", TEXT, "Området, målet hører til", area=DataArea.PLAN),
    Known("mål[].mål", TEXT, "Målet i jeg-form", area=DataArea.PLAN),
    Known("mål[].ansvarlige[]", TEXT, "Navne på dem, der er ansvarlige", area=DataArea.TEAM),
    Known("mål[].frist", DAY, "Senest den", Presence.SOMETIMES, area=DataArea.PLAN),
    Known("familie_og_netværk[]", TEXT, "Navne på private, der kommer", area=DataArea.TEAM),
    Known("fagpersoner[]", TEXT, "Navne på fagpersoner, der kommer", area=DataArea.TEAM),
    Known("hensyn[]", TEXT, "Det, mødet tager hensyn til", area=DataArea.WISHES),
    CONFIDANT,
    Known("kommer_ikke[]", GROUP, "En, der har sagt nej til at komme", area=DataArea.TEAM),
    Known("kommer_ikke[].navn", TEXT, "Navn", area=DataArea.TEAM),
    Known(
        "kommer_ikke[].notat",
        TEXT,
        "Det, personen sendte i stedet",
        Presence.SOMETIMES,
        area=DataArea.REMARKS,
    ),
    Known("underskrivere[]", TEXT, "Dem, der skal skrive under på planen", area=DataArea.TEAM),
)

SCRIPT = Kind(
    name="script",
    order=110,
    stem="drejebog",
    title="Drejebog",
    help="Lav mødelederens drejebog, minut for minut.",
    about=(
        "Drejebogen følger dagsordenens tider og siger, hvem der har ordet, hvilke spilleregler "
        "der gælder, og hvad der skal være skrevet, når mødet slutter."
    ),
    steps=(Step.MEETING,),
    template="drejebog-første.docx",
    later_template="drejebog-opfølgning.docx",
    recipients=everybody,
    tells=MEETING,
    looks_ahead=True,
    context=script,
    fields=lambda: SCRIPT_FIELDS,
    stays_inside=True,
)
