"""The plan that a sample represents, saved next to it until it is approved.

Equal hashes give equal letters, so an approved run plans again only what
has changed. Nothing is taken on trust: each letter is made again and compared before it is
written. A blocked case is always planned again, because its messages may
name people, and nothing here may.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path
from sys import intern
from typing import Any

from samarbejde_cli import __version__
from samarbejde_cli.actions.batch.job import Job
from samarbejde_cli.actions.batch.plan import MailingPlan, PlannedCase, PlannedLetter
from samarbejde_cli.files.write import replacing

NAME = ".plan.jsonl"
_WORD = 30
"""Roles, channels and kinds are shorter; names of files and hashes are longer."""


def save(plan: MailingPlan, job: Job, folder: Path) -> None:
    """Write a plan next to its sample. Raises ``WriteError``."""
    digest = sha256()
    with replacing(folder / NAME) as file:
        for line in _lines(plan, job):
            file.write(line)
            digest.update(line)
        file.write(digest.hexdigest().encode())


def load(job: Job, folder: Path) -> dict[str, PlannedCase]:
    """Return each case's plan under these exact conditions; empty without a plan."""
    head, cases = _read(folder)
    if head != conditions(job):
        return {}
    return {number: _case(number, *rest) for number, *rest in cases if rest[1] is not None}


def differences(plan: MailingPlan, job: Job, folder: Path) -> list[str]:
    """Return in Danish what has changed since a plan was saved; [] when that is unknown."""
    head, cases = _read(folder)
    if not head:
        return []
    before = head | {f"sag {number}": digest for number, digest, *_ in cases}
    now = conditions(job) | {f"sag {case.number}": case.sha256 for case in plan.cases}
    return [name for name in sorted({*before, *now}) if before.get(name) != now.get(name)]


def conditions(job: Job) -> dict[str, str]:
    """Return what every letter depends on besides its own case, by its Danish name."""
    found = {
        "dagen": job.day.isoformat(),
        "papirerne": ",".join(job.kinds),
        "udvalget af sager": sha256(repr(job.selection).encode()).hexdigest(),
        "opdelingen i mapper": job.group or "",
        "programmet": __version__,
        job.workspace.loaded.source.path.name: job.profile_hash(),
    }
    return found | {f"skabelonen {name}": each for name, each in job.template_hashes().items()}


def _lines(plan: MailingPlan, job: Job) -> Iterator[bytes]:
    yield _line(conditions(job))
    for case in plan.cases:
        letters = None if case.is_hindered else [astuple(each)[1:-1] for each in case.letters]
        yield _line([case.number, case.sha256, letters, case.remarks])


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode() + b"\n"


def _read(folder: Path) -> tuple[dict[str, str], Iterator[list[Any]]]:
    """Return the conditions and cases of a saved plan; nothing when it is incomplete."""
    try:
        with (folder / NAME).open("rb") as file:
            if not _is_whole(file):
                return {}, iter(())
        lines = _parsed(folder / NAME)
    except OSError:
        return {}, iter(())
    return next(lines), lines


def _is_whole(lines: Iterable[bytes]) -> bool:
    """Whether the last line is the hash of all lines before it."""
    digest = sha256()
    for line in lines:
        if not line.endswith(b"\n"):
            return digest.hexdigest().encode() == line
        digest.update(line)
    return False


def _parsed(path: Path) -> Iterator[Any]:
    """Yield the lines of a whole file one by one, so that few are in memory at once."""
    with path.open("rb") as file:
        yield from (json.loads(line) for line in file if line.endswith(b"\n"))


def _case(number: str, digest: str, letters: list[list[Any]], remarks: list[str]) -> PlannedCase:
    made = tuple(PlannedLetter(number, *map(_shared, each)) for each in letters)
    return PlannedCase(number, digest, made, remarks=tuple(remarks))


def _shared(value: Any) -> Any:
    """Intern a word that many letters share."""
    return intern(value) if isinstance(value, str) and len(value) < _WORD else value
