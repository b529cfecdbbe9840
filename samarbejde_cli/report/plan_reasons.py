"""What stands against a day, and what would help, in Danish sentences."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from samarbejde_cli.actions.plan_reasons import Explained, Obstacle
from samarbejde_cli.danish.dates import clock, full_date, long_date
from samarbejde_cli.danish.text import counted, listed
from samarbejde_cli.planning.values import (
    ADMINISTRATORS,
    AWAY,
    CLOSED,
    ORDER,
    PAUSE,
    PERSON,
    RHYTHM,
    ROOMS,
    SCHOOL,
    Cause,
)
from samarbejde_cli.report.json_text import versioned

_DAYS = 8
"""So many days are explained one by one."""
_AGAINST = {
    AWAY: "{name} er væk",
    CLOSED: "der er helligdag eller fridag",
    SCHOOL: "skolerne har ferie",
    PAUSE: "sagen holder pause",
    RHYTHM: "rytmens frist er overskredet",
    PERSON: "{name} er optaget",
    ROOMS: "intet lokale er både ledigt og stort nok",
    ADMINISTRATORS: "tovholderen er optaget",
    ORDER: "sagens egne eller andre sagers møder vejer tungere",
}
_DEMAND = {
    AWAY: "{name} ikke er på arbejde alle dage",
    CLOSED: "der ingen møder er på helligdage og fridage",
    SCHOOL: "der ingen møder er i skolernes ferier",
    PAUSE: "sagen holder pause",
    RHYTHM: "mødet skal ligge, før rytmens frist er gået",
    PERSON: "{name} kun kan være ét sted ad gangen",
    ROOMS: "der kun er de lokaler, som står i samarbejde.yaml",
    ADMINISTRATORS: "tovholderen er med til alle møder",
    ORDER: "sagens formøder og møder skal følge efter hinanden med den rette afstand",
}
_HELP = {
    AWAY: "at {name} kommer på arbejde en af dagene, eller at en anden er med",
    SCHOOL: "at møder må ligge i skolernes ferier",
    PERSON: "at en anden er med i stedet for {name}",
    ROOMS: "ét lokale mere med mindst {seats} pladser{screen}",
    ADMINISTRATORS: "én tovholder mere",
}
_OBSTACLE = {
    Obstacle.HOURS: "Der er dage nok, men på dem går klokkeslæt og lokaler ikke op for alle.",
    Obstacle.TIME: "Der er plads til det, når planen får mere tid: prøv med en højere `--limit`.",
    Obstacle.UNKNOWN: "Hvad der står i vejen, kunne ikke nås at regne ud; "
    "`samarbejde plan --why SAG` får mere tid.",
}


def against(cause: Cause) -> str:
    """Return what stands against a day, as a clause."""
    return _AGAINST[cause.kind].format(name=cause.name)


def as_lines(found: list[Explained]) -> Iterator[str]:
    """Yield for each appointment where it is, and why it is not nearer to the wish."""
    for each in found:
        yield f"{_what(each)} {_where(each)}"
        yield from _nearer(each)
        yield from without_a_day(each) if each.spot is None else ()
        yield ""


def as_json(found: list[Explained]) -> dict[str, Any]:
    """Return the documented, versioned shape of ``--why``."""
    return versioned(appointments=[_entry(each) for each in found])


def _entry(each: Explained) -> dict[str, Any]:
    return {
        "case": each.event.key.case,
        "round": each.event.key.round,
        "meeting": each.event.key.is_meeting,
        "wished": each.event.wished.isoformat(),
        "date": each.spot.day.isoformat() if each.spot else None,
        "late": each.event.is_late,
        "nearer": [{"date": d.isoformat(), "against": against(x)} for d, x in each.nearer],
        "obstacle": None if each.spot else each.obstacle.value,
        "conflict": [_DEMAND[x.kind].format(name=x.name) for x in each.conflict],
        "helps": _helps(each),
    }


def _what(each: Explained) -> str:
    what = "Mødet" if each.event.key.is_meeting else "Formødet"
    return f"{what} i runde {each.event.key.round} i sagen {each.event.key.case}"


def _where(each: Explained) -> str:
    wished = f"ønsket var den {long_date(each.event.wished)}"
    if each.spot is None:
        return f"er ikke lagt; {wished}."
    at = f"ligger {full_date(each.spot.day)} kl. {clock(each.spot.hours.start)}"
    if each.event.is_late:
        return f"{at}, så snart der er plads: fristen er overskredet."
    return f"{at}; {wished}."


def _nearer(each: Explained) -> Iterator[str]:
    shown = _DAYS if each.spot else _DAYS // 2
    near = sorted(each.nearer, key=lambda pair: abs((pair[0] - each.event.wished).days))[:shown]
    for _, same in groupby(sorted(near), key=_reason):
        pairs = list(same)
        yield f"  {_span(pairs[0][0], pairs[-1][0])}: {against(pairs[0][1])}."
    if len(each.nearer) > shown:
        yield f"  … og {counted(len(each.nearer) - shown, 'dag', 'dage')} mere."


def _reason(pair: tuple[date, Cause]) -> object:
    """Return what is told once: the one vague reason for all days in a row, others day by day."""
    return pair[1] if pair[1].kind == ORDER else pair


def _span(first: date, last: date) -> str:
    if first == last:
        return long_date(last)
    is_same_month = (first.month, first.year) == (last.month, last.year)
    return f"{f'{first.day}.' if is_same_month else long_date(first)} til {long_date(last)}"


def _helps(found: Explained) -> list[str]:
    room = {
        "seats": found.event.seats,
        "screen": " og skærm" if found.event.needs_screen else "",
    }
    helps = [_HELP[each.kind].format(name=each.name, **room) for each in found.helps]
    day = found.weekday
    return [*helps, f"en mødedag om {day.value}en til"] if day else helps


def without_a_day(found: Explained) -> Iterator[str]:
    """Yield the demands that cannot hold together, and what would help."""
    if found.obstacle in _OBSTACLE:
        yield f"  {_OBSTACLE[found.obstacle]}"
    if found.conflict:
        demands = [f"at {_DEMAND[each.kind].format(name=each.name)}" for each in found.conflict]
        what = "Det kan ikke holde sammen" if len(demands) > 1 else "Det, der står i vejen, er"
        yield f"  {what}, {listed(demands)}."
    helps = _helps(found)
    if helps:
        yield f"  Det ville hjælpe: {listed(helps, 'eller')}."
