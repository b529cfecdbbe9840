"""Saved plans: what was placed, and what the cases looked like then, under a code."""

import json
from dataclasses import dataclass
from datetime import date, time
from hashlib import sha256
from pathlib import Path
from typing import Any

from samarbejde_cli.actions.plan import YearPlan, digest_of_settings
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.private import make_folder
from samarbejde_cli.files.write import write_file
from samarbejde_cli.planning.values import Hours, Key, Spot

FOLDER = Path("dokumenter") / "planer"
_LENGTH = 8
"""Characters of a code: enough to tell the plans of a year apart."""


@dataclass(frozen=True)
class SavedPlan:
    """A plan to accept: spots by case, and digests of each case and the settings then."""

    spots: dict[str, dict[Key, Spot]]
    digests: dict[str, str]
    settings: str | None


def save(workspace: Workspace, year: YearPlan) -> str:
    """Save a plan in the workspace; return its code: the same plan has the same one.

    Raises ``WriteError``.
    """
    data = _as_data(year, digest_of_settings(workspace.profile))
    code = sha256(data).hexdigest()[:_LENGTH]
    folder = workspace.root / FOLDER
    make_folder(folder)
    write_file(folder / f"{code}.json", data)
    return code


def _as_data(year: YearPlan, settings: str) -> bytes:
    spots = [
        [*key, spot.day.isoformat(), *(at.isoformat() for at in spot.hours), spot.room]
        for key, spot in sorted(year.changed.items())
    ]
    content = {"spots": spots, "cases": year.digests, "settings": settings}
    return json.dumps(content, ensure_ascii=False, sort_keys=True, indent=0).encode()


def saved(workspace: Workspace, code: str) -> SavedPlan:
    """Return the plan of a code. Raises ``WrongUseError`` when there is none."""
    path = workspace.root / FOLDER / f"{code.strip().lower()}.json"
    try:
        data = path.read_bytes() if code.strip().isalnum() else b""
    except OSError:
        data = b""
    if sha256(data).hexdigest()[:_LENGTH] != code.strip().lower():
        raise WrongUseError(
            f"Der er ingen plan med koden {code}." if code.strip() else "Der står ingen kode.",
            "Lav planen igen med `samarbejde plan --output MAPPE`, og brug koden, den viser.",
        )
    content = json.loads(data)
    spots: dict[str, dict[Key, Spot]] = {}
    for each in content["spots"]:
        key, spot = _spot(*each)
        spots.setdefault(key.case, {})[key] = spot
    return SavedPlan(spots, content["cases"], content.get("settings"))


def _spot(
    case: str, number: int, is_meeting: Any, day: str, start: str, end: str, room: str | None
) -> tuple[Key, Spot]:
    hours = Hours(time.fromisoformat(start), time.fromisoformat(end))
    return Key(case, number, bool(is_meeting)), Spot(date.fromisoformat(day), hours, room)
