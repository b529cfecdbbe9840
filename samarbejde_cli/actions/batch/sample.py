"""Three letters to look at before the others are made: the shortest, the longest, one at random.

The plan that they are samples of is saved beside them. Equal hashes give equal letters, so an
approved run plans again only what has changed; still, each letter is made again and compared before
it is written. A blocked case is always planned again: its messages may name people, and nothing
here may.
"""

import json
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import partial
from hashlib import sha256
from operator import attrgetter
from pathlib import Path, PurePosixPath
from sys import intern
from typing import Any

from samarbejde_cli import __version__
from samarbejde_cli.actions.batch.job import Job
from samarbejde_cli.actions.batch.letters import CaseLetters
from samarbejde_cli.actions.batch.plan import MailingPlan, PlannedCase, PlannedLetter
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.errors import ConflictError, WriteError
from samarbejde_cli.files.os_errors import in_danish
from samarbejde_cli.files.private import make_folder
from samarbejde_cli.files.unversioned import make_out_of_git
from samarbejde_cli.files.write import replacing, write_file
from samarbejde_cli.lazy import lazy_pattern

FOLDER, FORMER_FOLDER = "prøver", "sample"
"""The folder of the samples, and its name in mailings that were begun before version 1.1."""
PLAN = ".plan.jsonl"
_WORDS = ("kortest", "længst", "tilfældig")
_SHARED = 30
"""Roles, channels and kinds are shorter; names of files and hashes are longer."""
_NAME = lazy_pattern(rf"[123]-(?:{'|'.join(_WORDS)})-.*\.docx")


def choose(plan: MailingPlan) -> dict[str, PlannedLetter]:
    """Return the samples by the names of their files; the same plan gives the same three."""
    found: list[PlannedLetter] = []
    ready = list(plan.ready)
    if ready:
        found.append(min(ready, key=_measure))
        found.append(max(ready, key=_measure))
        # not for secrets: the same plan must give the same sample
        others = [each for each in ready if each not in found] or ready
        found.append(random.Random(plan.hash).choice(others))  # noqa: S311 — see above
    named = zip(_WORDS, dict.fromkeys(found), strict=False)
    return {
        f"{n}-{word}-{PurePosixPath(each.file).name}": each
        for n, (word, each) in enumerate(named, 1)
    }


def write(plan: MailingPlan, job: Job) -> list[Path]:
    """Write the samples of a plan to ``prøver/``; those of an earlier plan are removed.

    Raises ``WriteError``.
    """
    folder = folder_in(job.output)
    with in_danish(folder):
        make_out_of_git(job.output)
        make_folder(folder)
        _clear(folder)
    chosen = choose(plan)
    for case in plan.cases:
        files = {
            each.file: folder / name for name, each in chosen.items() if each.case == case.number
        }
        if files:
            unless_broken(partial(_make, job, case, files), None)
    _save_plan(plan, job, folder)
    written = [folder / name for name in chosen if (folder / name).is_file()]
    if len(written) < len(chosen):
        raise ConflictError(
            "En sag blev ændret, mens prøverne blev lavet.", "Kør den samme kommando igen."
        )
    return written


def folder_in(output: Path) -> Path:
    """Return the folder of a mailing's samples: that of an older mailing keeps its name."""
    new, former = output / FOLDER, output / FORMER_FOLDER
    return former if former.is_dir() and not new.is_dir() else new


def _measure(letter: PlannedLetter) -> tuple[int, str]:
    return letter.size, letter.file


def _clear(folder: Path) -> None:
    for path in folder.iterdir():
        if _NAME.fullmatch(path.name):
            try:
                path.unlink()
            except OSError as problem:
                raise WriteError(
                    f"Prøven {path.name} fra før kan ikke fjernes.",
                    "Luk den i Word, og prøv igen.",
                ) from problem


def _make(job: Job, case: PlannedCase, files: Mapping[str, Path]) -> None:
    """Write some letters of a case as samples; those that differ from the plan are left out."""
    planned = {each.file: each for each in case.letters if each.file in files}
    for letter, data in CaseLetters(job, job.workspace.case(case.number)).again(planned):
        write_file(files[letter.file], data)


def _save_plan(plan: MailingPlan, job: Job, folder: Path) -> None:
    """Write a plan next to its samples. Raises ``WriteError``."""
    digest = sha256()
    with replacing(folder / PLAN) as file:
        for line in _lines(plan, job):
            file.write(line)
            digest.update(line)
        file.write(digest.hexdigest().encode())


def load_plan(job: Job, folder: Path) -> dict[str, PlannedCase]:
    """Return each case's plan under these exact conditions; empty without a plan."""
    head, cases = _read(folder)
    if head != _conditions(job):
        return {}
    return {number: _case(number, *rest) for number, *rest in cases if rest[1] is not None}


def differences(plan: MailingPlan, job: Job, folder: Path) -> list[str]:
    """Return in Danish what has changed since a plan was saved; [] when that is unknown."""
    head, cases = _read(folder)
    if not head:
        return []
    before = head | {f"sag {number}": digest for number, digest, *_ in cases}
    now = _conditions(job) | {f"sag {case.number}": case.sha256 for case in plan.cases}
    return [name for name in sorted({*before, *now}) if before.get(name) != now.get(name)]


def _conditions(job: Job) -> dict[str, str]:
    """Return what every letter depends on besides its own case, by its Danish name."""
    found = {
        "dagen": job.day.isoformat(),
        "papirerne": ",".join(job.kinds),
        "udvalget af sager": sha256(repr(job.selection).encode()).hexdigest(),
        "opdelingen i mapper": job.group or "",
        "programmet": __version__,
        job.workspace.loaded.source.path.name: job.profile_hash(),
    }
    return found | {f"skabelonen {name}": each for name, each in job.template_hashes.items()}


def _lines(plan: MailingPlan, job: Job) -> Iterator[bytes]:
    yield _line(_conditions(job))
    saved = attrgetter(*(each.name for each in fields(PlannedLetter)[1:-1]))
    for case in plan.cases:
        letters = None if case.is_hindered else list(map(saved, case.letters))
        yield _line([case.number, case.sha256, letters, case.remarks])


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode() + b"\n"


def _read(folder: Path) -> tuple[dict[str, str], Iterator[list[Any]]]:
    """Return the conditions and cases of a saved plan; nothing when it is incomplete."""
    try:
        with (folder / PLAN).open("rb") as file:
            if not _is_whole(file):
                return {}, iter(())
        lines = _parsed(folder / PLAN)
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
    return intern(value) if isinstance(value, str) and len(value) < _SHARED else value
