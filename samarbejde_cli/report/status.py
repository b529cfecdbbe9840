"""Every case at a glance: as a table, as JSON and as a sheet for Excel."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from samarbejde_cli.actions.case_status import AT_THE, CaseStatus
from samarbejde_cli.danish.text import counted, listed
from samarbejde_cli.report.csv_file import as_csv as csv_file
from samarbejde_cli.report.findings import page_width, wrapped
from samarbejde_cli.report.json_text import versioned
from samarbejde_cli.report.table import table

_UNREADABLE = "kan ikke læses"
_REACHED, _LEFT = "■", "□"
_COLUMNS = (
    "Sag", "Navn", "Trin", "Runde", "Koordinator", "Afdeling", "Profil", "Næste dato",
    "Næste frist", "Skal gøres", "Overskredet", "Pause til", "Mangler",
    "Møder uden for runderne",
)  # fmt: skip


def as_text(cases: Sequence[CaseStatus], most: int, *, is_empty: bool) -> str:
    """Return the cases as a table; without any, why: ``is_empty`` says that there are none.

    A coordinator with more than ``most`` open cases is marked below.
    """
    if cases:
        headings = ("Sag", "Navn", "Trin og runde", "Næste dato", "Står i vejen")
        return table(headings, map(_row, cases), whole="Trin og runde") + _load(cases, most)
    if is_empty:
        return "Der er ingen sager endnu. Opret en med `samarbejde new-case`."
    return "Ingen sager passer til det."


def _load(cases: Sequence[CaseStatus], most: int) -> str:
    """Return how many open cases each coordinator has, the most first.

    Nothing for one of them who has no more than ``most``.
    """
    found = Counter(each.coordinator for each in cases if each.coordinator and each.is_open)
    busy = [name for name, number in found.most_common() if number > most]
    if len(found) <= 1 and not busy:
        return ""
    marks = dict.fromkeys(busy, " (!)")
    shares = (f"{name} {number}{marks.get(name, '')}" for name, number in found.most_common())
    lines = [f"Åbne sager pr. koordinator: {', '.join(shares)}."]
    if busy:
        lines.append(f"(!) {listed(busy)} har flere end {counted(most, 'sag', 'sager')}.")
    return "\n\n" + "\n".join(x for line in lines for x in wrapped(line, "", page_width()))


def as_json(cases: Iterable[CaseStatus]) -> dict[str, Any]:
    """Return the documented, versioned shape of ``--format json``."""
    return versioned(cases=[_entry(case) for case in cases])


def as_csv(cases: Iterable[CaseStatus]) -> bytes:
    """Return the cases as a CSV file for Excel."""
    return csv_file(_COLUMNS, map(_csv_row, cases))


def _row(case: CaseStatus) -> tuple[str, ...]:
    return (
        case.number,
        case.name or _UNREADABLE,
        f"{case.step} {case.round}\n{_boxes(case.groups)}" if case.step else "?",
        _iso(case.next_date) or "",
        "\n".join(_obstacles(case)),
    )


def _boxes(groups: Sequence[tuple[int, int]]) -> str:
    """Return the way through the model: ``■ ■■□ □□□``."""
    return " ".join(_REACHED * reached + _LEFT * (all_ - reached) for reached, all_ in groups)


def _obstacles(case: CaseStatus) -> Iterator[str]:
    if case.paused_until:
        yield f"pause til {case.paused_until}"
    if case.late:
        yield counted(case.late, "frist overskredet", "frister overskredet")
    if case.untold:
        yield "besked om ændret møde mangler"
    if case.stale:
        yield "forældede papirer"
    now = [each for each in case.blocking if each.code not in AT_THE[case.awaits]]
    if now:
        first, rest = now[0], len(now) - 1
        name = first.name.replace("-", " ")  # folds at words
        yield f"{first.code} {name}" + (f" og {rest} til" if rest else "")
    if len(now) < len(case.blocking):
        yield f"venter på {case.awaits}t"


def _entry(case: CaseStatus) -> dict[str, Any]:
    return {
        "number": case.number,
        "name": case.name,
        "step": case.step,
        "round": case.round,
        "next_date": _iso(case.next_date),
        "blocking": [
            {"code": each.code, "weight": each.weight, "message": each.message}
            for each in (obstacle.diagnosis for obstacle in case.blocking)
            if each
        ],
        "coordinator": case.coordinator,
        "department": case.department,
        "profile": case.profile,
        "late": case.late,
        "next_task": {"due": _iso(case.task.day), "what": case.task.what} if case.task else None,
        "paused_until": _iso(case.paused_until),
        "untold": case.untold,
        "stale_papers": case.stale,
        "other_meetings": case.other_meetings,
    }


def _csv_row(case: CaseStatus) -> tuple[str, ...]:
    cells = (
        case.number,
        case.name or _UNREADABLE,
        case.step,
        case.round,
        case.coordinator,
        case.department,
        case.profile,
        _iso(case.next_date),
        _iso(case.task.day if case.task else None),
        case.task.what if case.task else None,
        str(case.late),
        _iso(case.paused_until),
        ", ".join(dict.fromkeys(each.code for each in case.blocking)),
        str(case.other_meetings),
    )
    return tuple(str(cell or "") for cell in cells)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
