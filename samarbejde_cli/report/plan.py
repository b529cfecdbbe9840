"""The plan of a year: its table on the screen, as CSV and as JSON."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from samarbejde_cli.actions.accept_plan import Accepted
from samarbejde_cli.actions.plan import Row, YearPlan
from samarbejde_cli.danish.dates import clock, weekday
from samarbejde_cli.danish.text import counted, listed
from samarbejde_cli.planning.shortage import Shortage
from samarbejde_cli.report.csv_file import as_csv
from samarbejde_cli.report.json_text import versioned
from samarbejde_cli.report.table import table

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
        missed_ages=[{"case": case, "months": age} for case, age in year.broken.ages],
        broken_wishes={
            "weeks_late": list(year.broken.late),
            "weeks_early": list(year.broken.early),
            "in_school_hours": year.broken.in_school,
            "waits": list(year.broken.waits),
        },
        shortages=[_shortage(each) for each in year.shortages],
        unsure=[{"name": name, "cases": cases} for name, cases in year.unsure],
        later={case: day.isoformat() for case, day in sorted(year.later.items())},
        left_out=year.left_out,
        unreadable=list(year.unreadable),
        calendars=calendars,
    )


def _shortage(each: Shortage) -> dict[str, Any]:
    return {
        "of": each.cause.kind,
        "name": each.cause.name,
        "first": each.first.isoformat(),
        "last": each.last.isoformat(),
        "needed": each.needed,
        "possible": each.possible,
    }


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
