"""``samarbejde status``: every case at a glance."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal

import click
from typer import Option

from samarbejde_cli.actions.status import AT_THE, CaseStatus, Filter, overview
from samarbejde_cli.case.steps import Step
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.files import File, write_file
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.cli.options import parsed_by
from samarbejde_cli.cli.steps import step_named
from samarbejde_cli.danish.text import closest, counted, listed
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.profile.load import shipped_names
from samarbejde_cli.report.csv_file import as_csv
from samarbejde_cli.report.table import table

_UNREADABLE = "kan ikke læses"
_REACHED, _LEFT = "■", "□"
JSON_VERSION = 1


def _profile(name: str) -> str:
    names = shipped_names()
    if name in names:
        return name
    meant = closest(name, names)
    hint = f"Mente du {meant}?" if meant else f"Vælg {listed(names, 'eller')}."
    raise WrongUseError(f"Profilen `{name}` findes ikke.", hint)


InStep = Annotated[
    Step | None,
    Option(
        "--step",
        metavar="TRIN",
        parser=parsed_by(step_named),
        help="Kun sager i et trin, på dansk eller engelsk.",
    ),
]
Coordinator = Annotated[
    str | None,
    Option("--coordinator", metavar="NAVN", help="Kun en koordinators sager: navn eller fornavn."),
]
Late = Annotated[bool, Option("--late", help="Kun sager, hvor en frist er overskredet.")]
OfProfile = Annotated[
    str | None,
    Option(
        "--profile", metavar="PROFIL", parser=parsed_by(_profile), help="Kun sager i en profil."
    ),
]
Form = Annotated[
    Literal["table", "json", "csv"],
    Option(
        "--format",
        help="table: en tabel til skærmen. json: til andre programmer. csv: til Excel.",
    ),
]


def status(
    step: InStep = None,
    coordinator: Coordinator = None,
    late: Late = False,
    profile: OfProfile = None,
    form: Form = "table",
    output: File = None,
    workspace: options.Workspace = None,
) -> None:
    """Vis hver sags trin, næste møde og det, der står i vejen.

    Næste dato er det nærmeste formøde eller møde fra i dag. Felterne viser vejen gennem modellen:
    visitationen og så hver runde med formøde, møde og opfølgning; de fyldte er nået.
    """
    if output and form != "csv":
        raise click.UsageError("--output bruges kun sammen med --format csv.")
    found = opened(workspace)
    standings = overview(found, today(), Filter(step, coordinator, profile, late))
    if form == "json":
        cases = [_as_json(standing) for standing in standings]
        console.out_json({"version": JSON_VERSION, "cases": cases})
    elif form == "csv":
        write_file(as_csv(_COLUMNS, map(_csv_row, standings)), output)
    elif standings:
        headings = ("Sag", "Navn", "Trin og runde", "Næste dato", "Står i vejen")
        console.out(table(headings, map(_row, standings), whole="Trin og runde"))
    elif found.folders():
        console.out("Ingen sager passer til det.")
    else:
        console.out("Der er ingen sager endnu. Opret en med `samarbejde new-case`.")


def _row(standing: CaseStatus) -> tuple[str, ...]:
    return (
        standing.number,
        standing.name or _UNREADABLE,
        f"{standing.step} {standing.round}\n{boxes(standing.groups)}" if standing.step else "?",
        standing.next_date.isoformat() if standing.next_date else "",
        _obstacles(standing),
    )


def boxes(groups: Sequence[tuple[int, int]]) -> str:
    """Return the way through the model: ``■ ■■□ □□□``."""
    return " ".join(_REACHED * reached + _LEFT * (all_ - reached) for reached, all_ in groups)


def _obstacles(standing: CaseStatus) -> str:
    parts = [f"pause til {standing.paused_until}"] if standing.paused_until else []
    if standing.late:
        parts.append(counted(standing.late, "frist overskredet", "frister overskredet"))
    parts += ["besked om ændret møde mangler"] if standing.untold else []
    parts += ["forældede papirer"] if standing.stale else []
    now = [each for each in standing.blocking if each.code not in AT_THE[standing.awaits]]
    if now:
        first, rest = now[0], len(now) - 1
        name = first.name.replace("-", " ")  # folds at words
        parts.append(f"{first.code} {name}" + (f" og {rest} til" if rest else ""))
    if len(now) < len(standing.blocking):
        parts.append(f"venter på {standing.awaits}t")
    return "\n".join(parts)


def _as_json(standing: CaseStatus) -> dict[str, Any]:
    task, day = standing.task, standing.next_date
    obstacles = [
        {"code": each.code, "weight": each.weight, "message": each.message}
        for each in standing.blocking
    ]
    return {
        "number": standing.number,
        "name": standing.name,
        "step": standing.step,
        "round": standing.round,
        "next_date": day.isoformat() if day else None,
        "blocking": obstacles,
        "coordinator": standing.coordinator,
        "department": standing.department,
        "profile": standing.profile,
        "late": standing.late,
        "next_task": {"due": task.day.isoformat(), "what": task.what} if task else None,
        "paused_until": standing.paused_until.isoformat() if standing.paused_until else None,
        "untold": standing.untold,
        "stale_papers": standing.stale,
    }


_COLUMNS = (
    "Sag", "Navn", "Trin", "Runde", "Koordinator", "Afdeling", "Profil", "Næste dato",
    "Næste frist", "Skal gøres", "Overskredet", "Pause til", "Mangler",
)  # fmt: skip


def _csv_row(standing: CaseStatus) -> tuple[str, ...]:
    task = standing.task
    return (
        standing.number,
        standing.name or _UNREADABLE,
        standing.step or "",
        str(standing.round or ""),
        standing.coordinator or "",
        standing.department or "",
        standing.profile,
        standing.next_date.isoformat() if standing.next_date else "",
        task.day.isoformat() if task else "",
        task.what if task else "",
        str(standing.late),
        standing.paused_until.isoformat() if standing.paused_until else "",
        ", ".join(dict.fromkeys(each.code for each in standing.blocking)),
    )


COMMANDS = {"status": status}
