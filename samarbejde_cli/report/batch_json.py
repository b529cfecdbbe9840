"""Bulk letters as JSON: plan, samples and run; what a check found."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from samarbejde_cli.actions.batch.manifest import JSON_NAME
from samarbejde_cli.actions.batch.plan import MailingPlan, Obstacle, PlannedCase, PlannedLetter
from samarbejde_cli.actions.batch.present import Present
from samarbejde_cli.actions.batch.running import RunResult
from samarbejde_cli.actions.batch.verify import Verified
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.report.json_text import versioned


def as_json(
    plan: MailingPlan,
    present: Present | None,
    samples: Sequence[Path] | None,
    ran: RunResult | None,
    folder: Path,
) -> dict[str, Any]:
    """Return the documented, versioned shape of ``--format json``."""
    letters = list(plan.letters)
    return versioned(
        day=plan.day.isoformat(),
        kinds=[KINDS[name].stem for name in plan.kinds],
        cases=len(plan.cases),
        ready=sum(not each.is_blocked for each in letters),
        blocked=sum(each.is_blocked for each in letters),
        letters=[_letter(each) for each in letters],
        hindered=[_case(each) for each in plan.hindered],
        present=None if present is None else vars(present),
        samples=None if samples is None else list(map(shown_path, samples)),
        approve=None if samples is None else plan.hash,
        run=None if ran is None else _run(ran, folder),
    )


def verified_as_json(found: Verified) -> dict[str, Any]:
    """Return what a check found for other programs."""
    entries = [
        {"file": each.file, "trouble": each.kind.name.lower(), "detail": each.detail}
        for each in found.found
    ]
    return versioned(files=found.files, found=entries)


def _letter(letter: PlannedLetter) -> dict[str, Any]:
    return {
        "case": letter.case,
        "kind": KINDS[letter.kind].stem,
        "role": letter.role,
        "recipient": letter.recipient,
        "channel": letter.channel,
        "file": letter.file,
        "sha256": letter.sha256 or None,
    }


def _case(case: PlannedCase) -> dict[str, Any]:
    return {
        "case": case.number,
        "obstacles": [_obstacle(each) for each in case.obstacles],
        "letters": [
            {"file": each.file, "obstacles": [_obstacle(found) for found in each.obstacles]}
            for each in case.letters
            if each.is_blocked
        ],
    }


def _obstacle(obstacle: Obstacle) -> dict[str, Any]:
    return {
        "code": obstacle.code,
        "weight": obstacle.weight,
        "file": obstacle.file,
        "line": obstacle.line,
        "column": obstacle.column,
        "message": obstacle.message,
        "hint": obstacle.hint,
    }


def _run(ran: RunResult, folder: Path) -> dict[str, Any]:
    return {
        "counts": {state.name.lower(): number for state, number in sorted(ran.counts.items())},
        "new": ran.new,
        "replaced": ran.replaced,
        "manifest": shown_path(folder / JSON_NAME),
    }
