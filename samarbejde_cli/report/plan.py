"""The plan of a year: on the screen, as CSV and JSON, and as a calendar for each person."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from samarbejde_cli.actions.accept_plan import Accepted
from samarbejde_cli.actions.plan import Row, YearPlan
from samarbejde_cli.actions.plan_relief import Relief
from samarbejde_cli.danish.dates import clock, long_date, weekday
from samarbejde_cli.danish.text import counted, listed
from samarbejde_cli.planning.shortage import Shortage
from samarbejde_cli.planning.values import ADMINISTRATORS, PERSON, ROOMS, Cause, Proof
from samarbejde_cli.report.csv_file import as_csv
from samarbejde_cli.report.json_text import versioned
from samarbejde_cli.report.plan_reasons import against
from samarbejde_cli.report.table import table

_WEEK = 7
_SHOWN = 10
"""Cases that are named of many."""


def as_lines(year: YearPlan) -> Iterator[str]:
    """Yield the plan's appointments as a table; in a move, those that moved."""
    new = [row for row in year.rows if row.is_new]
    if new:
        headings = ("Dag", "Kl.", "Sag", "Hvad", "Lokale")
        yield table(headings, map(_line, new), whole=("Dag", "Kl.", "Sag"))
        yield ""


def _line(row: Row) -> tuple[str, ...]:
    day = f"{weekday(row.spot.day)[:3]} {row.spot.day.isoformat()}"
    what = f"{row.what} {row.round}" if row.round else row.what
    return day, _hours(row), row.case, what, row.spot.room or "–"


def _hours(row: Row) -> str:
    return f"{clock(row.spot.hours.start)}-{clock(row.spot.hours.end)}"


def summary(year: YearPlan, most: Cause | None = None) -> Iterator[str]:
    """Yield in sentences what was planned, how good it is, and what is not in it."""
    new = [row for row in year.rows if row.is_new]
    meetings = sum(row.is_meeting for row in new)
    if not new and not year.plan.unplaced:
        yield "Der er ingen møder at lægge: alt er aftalt, eller ingen sager er i gang."
    elif new and not year.order.move:
        both = (
            counted(meetings, "møde", "møder") if meetings else "",
            counted(len(new) - meetings, "formøde", "formøder") if len(new) > meetings else "",
        )
        yield (
            f"{listed([each for each in both if each])} er lagt fra den "
            f"{long_date(year.order.first)} til den {long_date(year.order.last)}."
        )
        yield proof(year)
    yield from _wishes(year, new, most)
    yield from _unplaced(year)
    if year.moved:
        numbers = listed(sorted({each.case for each in year.moved})[:_SHOWN])
        yield f"{counted(len(year.moved), 'aftale', 'aftaler')} er flyttet: {numbers}."
    for name, cases in year.unsure:
        yield (
            f"Flere hedder {name}, og det kan ikke ses, hvem af dem der er med i "
            f"{listed(cases[:_SHOWN])}: der er lagt, så det passer dem alle. Skriv email eller "
            "telefon ved navnet i team.yaml."
        )
    if year.unreadable:
        yield (
            f"{listed(year.unreadable)} kan ikke læses og er ikke med, så det, der er aftalt dér, "
            "kan støde sammen med planen; se `samarbejde validate`."
        )


def proof(year: YearPlan) -> str:
    """Return what is known of how good the days are, and the hours on them."""
    if year.plan.proof is Proof.OPTIMAL:
        is_best = year.plan.times is Proof.OPTIMAL
        hours = ", og på de dage heller ingen andre klokkeslæt" if is_best else ""
        return f"Ingen andre dage opfylder ønskerne bedre{hours}; det er bevist."
    share = f"{year.plan.gap * 100:.1f}".replace(".", ",")
    return f"Tiden løb ud: andre dage kan højst opfylde ønskerne {share} % bedre."


def _wishes(year: YearPlan, new: list[Row], most_common: Cause | None) -> Iterator[str]:
    late = [row for row in new if row.is_meeting and row.wished and _weeks_late(row) > 0]
    early = [row for row in new if row.is_meeting and row.wished and _weeks_late(row) < 0]
    for rows, word in ((late, "senere"), (early, "tidligere")):
        if rows:
            most = max(abs(_weeks_late(row)) for row in rows)
            yield (
                f"{counted(len(rows), 'møde', 'møder')} ligger mere end en uge {word} end "
                f"ønsket, højst {counted(most, 'uge', 'uger')}."
            )
    if (late or early) and most_common:
        yield f"Det er mest, fordi {against(most_common)}."
    too_late = [each for each in year.problem.events if each.is_late]
    if too_late:
        numbers = listed(sorted({each.key.case for each in too_late})[:_SHOWN])
        yield f"Rytmen kan ikke holdes i {numbers}: mødet er lagt, så snart der er plads."


def _weeks_late(row: Row) -> int:
    days = (row.spot.day - row.wished).days if row.wished else 0
    return (abs(days) - 1) // _WEEK * (1 if days > 0 else -1) if abs(days) > _WEEK else 0


def shortage(year: YearPlan, found: Sequence[Relief]) -> Iterator[str]:
    """Yield what there is too little of and when, and what would be enough."""
    same: dict[tuple[object, ...], list[Shortage]] = {}
    for each in year.shortages:
        same.setdefault((each.first, each.last, each.needed, each.possible), []).append(each)
    yield from map(_short, same.values())
    helps = [_relief(each) for each in found if each.is_tried]
    if helps:
        yield f"Det ville hjælpe: {listed(helps, 'eller')}."
    untried = [_relief(each) for each in found if not each.is_tried]
    if untried:
        yield f"Det kan hjælpe, men er ikke prøvet til ende: {listed(untried, 'eller')}."


def _short(same: Sequence[Shortage]) -> str:
    first = same[0]
    names = [each.cause.name for each in same if each.cause.kind == PERSON]
    kinds = {each.cause.kind for each in same}
    where = [
        *(["i lokalerne"] if ROOMS in kinds else []),
        *(["hos tovholderen"] if ADMINISTRATORS in kinds else []),
        *([f"hos {listed(names)}"] if names else []),
    ]
    return (
        f"Fra den {long_date(first.first)} til den {long_date(first.last)} skal der ligge "
        f"{counted(first.needed, 'aftale', 'aftaler')}, men der er kun tid til {first.possible} "
        f"{listed(where)}."
    )


def _relief(each: Relief) -> str:
    """Return what would help, as a noun or a clause."""
    more = []
    if each.rooms:
        more.append(f"{counted(each.rooms, 'lokale', 'lokaler')} mere")
    if each.administrators:
        more.append(f"{counted(each.administrators, 'tovholder', 'tovholdere')} mere")
    if each.weekdays:
        days = listed([f"{day.value}en" for day in each.weekdays])
        more.append(f"{counted(len(each.weekdays), 'mødedag', 'mødedage')} om ugen til, om {days}")
    if each.instead_of:
        names = listed(each.instead_of)
        more.append(f"at andre er med i stedet for {names} i de sager, der ikke er plads til")
    return listed(more)


def _unplaced(year: YearPlan) -> Iterator[str]:
    for key in year.plan.unplaced[:_SHOWN]:
        what = "mødet" if key.is_meeting else "formødet"
        yield f"Der er ikke plads til {what} i runde {key.round} i sagen {key.case}."
    if len(year.plan.unplaced) > _SHOWN:
        yield (
            f"Det gælder {len(year.plan.unplaced)} aftaler i alt; se hvorfor for en sag med "
            "`samarbejde plan --why SAG`."
        )


def where_it_is(folder: Path, copies: Sequence[str]) -> Iterator[str]:
    """Yield where the files are, and where what was changed by hand went."""
    yield f"Filerne ligger i {folder}."
    if copies:
        yield f"Det, der var rettet i dem, er gemt som {listed(list(copies)[:_SHOWN])}."


def how_to_accept(code: str) -> Iterator[str]:
    """Yield how the plan is written into the cases."""
    yield "Intet er skrevet i sagerne. Godtag planen med:"
    yield f"`samarbejde plan --accept {code}`"


def accepted(done: Sequence[Accepted]) -> Iterator[str]:
    """Yield what was written into the cases."""
    if not done:
        yield "Alt i planen står allerede i sagerne."
        return
    appointments = sum(each.appointments for each in done)
    calendars = sum(each.calendars for each in done)
    yield (
        f"{counted(appointments, 'aftale', 'aftaler')} er skrevet i "
        f"{counted(len(done), 'sag', 'sager')}, med "
        f"{counted(calendars, 'kalenderfil', 'kalenderfiler')} i sagernes mapper."
    )
    yield "Se, hvad der nu skal gøres, med `samarbejde todo`."


def accepted_as_json(done: Sequence[Accepted]) -> dict[str, Any]:
    """Return the documented, versioned shape of what was written into the cases."""
    return versioned(
        cases=[
            {"case": each.case, "appointments": each.appointments, "calendars": each.calendars}
            for each in done
        ]
    )


def csv_file(year: YearPlan, *, names: bool) -> bytes:
    """Return the appointments as a CSV file; the youths' names only when asked for."""
    headings = ["Dato", "Ugedag", "Start", "Slut", "Lokale", "Sag", "Hvad", "Runde", "Deltagere"]
    rows = ([*_cells(row), *([year.names.get(row.case, "")] if names else [])] for row in year.rows)
    return as_csv([*headings, *(["Den unge"] if names else [])], rows)


def _cells(row: Row) -> list[str]:
    spot = row.spot
    return [
        spot.day.isoformat(),
        weekday(spot.day),
        clock(spot.hours.start),
        clock(spot.hours.end),
        spot.room or "",
        row.case,
        row.what,
        str(row.round or ""),
        ", ".join(row.people),
    ]


def as_json(year: YearPlan, code: str | None, calendars: Any) -> dict[str, Any]:
    """Return the documented, versioned shape of ``plan.json``; ``calendars`` is what was told."""
    return versioned(
        code=code,
        first=year.order.first.isoformat(),
        last=year.order.last.isoformat(),
        proof=year.plan.proof.value,
        gap=round(year.plan.gap, 6),
        cost=year.plan.cost,
        appointments=[_entry(row) for row in year.rows],
        unplaced=[
            {"case": key.case, "round": key.round, "meeting": key.is_meeting}
            for key in year.plan.unplaced
        ],
        left_out=year.left_out,
        unreadable=list(year.unreadable),
        calendars=calendars,
    )


def _entry(row: Row) -> dict[str, Any]:
    return {
        "case": row.case,
        "round": row.round,
        "what": row.what,
        "date": row.spot.day.isoformat(),
        "start": row.spot.hours.start.isoformat("minutes"),
        "end": row.spot.hours.end.isoformat("minutes"),
        "room": row.spot.room,
        "people": list(row.people),
        "wished": row.wished.isoformat() if row.wished else None,
        "new": row.is_new,
    }
