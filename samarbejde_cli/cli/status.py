"""``samarbejde status``: every case at a glance."""

from dataclasses import asdict
from typing import Any

from samarbejde_cli.actions.overview import Standing, overview
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.cli.tables import table

_UNREADABLE = "kan ikke læses"
JSON_VERSION = 1


def status(form: options.TableFormat = "table", workspace: options.Workspace = None) -> None:
    """Vis hver sags trin, næste møde og det, der står i vejen.

    Næste dato er det nærmeste formøde eller møde fra i dag.
    """
    standings = overview(opened(workspace), today())
    if form == "json":
        cases = [_as_json(standing) for standing in standings]
        console.out_json({"version": JSON_VERSION, "cases": cases})
    elif not standings:
        console.out("Der er ingen sager endnu. Opret en med `samarbejde new-case`.")
    else:
        headings = ("Sag", "Navn", "Trin", "Runde", "Næste dato", "Står i vejen")
        console.out(table(headings, map(_row, standings)))


def _row(standing: Standing) -> tuple[str, ...]:
    return (
        standing.number,
        standing.name or _UNREADABLE,
        standing.step or "?",
        "?" if standing.round is None else str(standing.round),
        standing.next_date.isoformat() if standing.next_date else "",
        _obstacles(standing),
    )


def _obstacles(standing: Standing) -> str:
    if not standing.blocking:
        return ""
    first, rest = standing.blocking[0], len(standing.blocking) - 1
    return f"{first.code} {first.name}" + (f" og {rest} til" if rest else "")


def _as_json(standing: Standing) -> dict[str, Any]:
    obstacles = [
        {"code": each.code, "weight": each.weight, "message": each.message}
        for each in standing.blocking
    ]
    values = asdict(standing) | {"blocking": obstacles}
    day = standing.next_date
    return values | {"next_date": day.isoformat() if day else None}
