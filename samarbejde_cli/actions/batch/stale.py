"""Find letters of a mailing that are outdated: made now, they would read differently.

A case whose files are as they were is not looked at. What is compared are the finished letters, so
a change that is in none of them, as of a note or an answer, is no reason to hold them back.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path, PurePosixPath

from samarbejde_cli.actions.batch.executors import Executor
from samarbejde_cli.actions.batch.inspection import Irregularity, Trouble
from samarbejde_cli.actions.batch.job import Job, new_job
from samarbejde_cli.actions.batch.letters import CaseAtWork
from samarbejde_cli.actions.batch.manifest import Manifest, ManifestEntry
from samarbejde_cli.actions.batch.selection import CaseSelection
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.notices import has_old_slot
from samarbejde_cli.documents.catalogue import BY_WORD
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.find import CASES_FOLDER


@dataclass(frozen=True, slots=True)
class _OfCase:
    """The finished letters of one case."""

    number: str
    entries: tuple[ManifestEntry, ...]


def stale_letters(
    workspace: Workspace,
    folder: Path,
    record: Manifest,
    done: Sequence[ManifestEntry],
    new_executor: Callable[[object], Executor],
) -> Iterator[Irregularity]:
    """Yield a finding for each finished letter that no longer agrees with its case.

    When templates or settings are others no letter would come out alike: then only the day, the
    hour and room stated in a letter are compared.
    """
    job = _job(workspace, folder, record)
    here = {each.name for each in workspace.folders()}
    is_like = job is not None and _is_comparable(job, record)
    in_order = sorted(done, key=lambda each: each.case)
    cases = [
        _OfCase(number, tuple(entries))
        for number, entries in groupby(in_order, key=lambda each: each.case)
        if number in here
    ]
    executor = new_executor(job if is_like else workspace)
    try:
        for found in executor.each(_stale if is_like else _told_other, cases, _lost):
            yield from found
    finally:
        executor.stop()


def _job(workspace: Workspace, folder: Path, record: Manifest) -> Job | None:
    kinds = [BY_WORD[each].name for each in record.head.get("kinds", ()) if each in BY_WORD]
    try:
        day = date.fromisoformat(str(record.head.get("day")))
        return new_job(workspace, kinds, CaseSelection(), day=day, output=folder)
    except (SamarbejdeError, ValueError):
        return None


def _is_comparable(job: Job, record: Manifest) -> bool:
    return job.template_hashes() == record.head.get(
        "templates"
    ) and job.profile_hash() == record.head.get("profile_sha256")


def _stale(job: Job, wanted: _OfCase) -> list[Irregularity]:
    case = load_case(job.workspace.root / CASES_FOLDER / wanted.number)
    work = CaseAtWork(job, case)
    if all(each.case_sha256 == work.sha256 for each in wanted.entries):
        return []
    planned = unless_broken(work.planned, ())
    now = {PurePosixPath(each.file).name: each.sha256 for each in planned}
    names = [PurePosixPath(each.file).name for each in wanted.entries]
    pairs = zip(wanted.entries, names, strict=True)
    return [_found(each) for each, name in pairs if each.sha256 not in ("", now.get(name, ""))]


def _told_other(workspace: Workspace, wanted: _OfCase) -> list[Irregularity]:
    case = load_case(workspace.root / CASES_FOLDER / wanted.number)
    profile, _ = workspace.profile_of(case)
    return [
        _found(each)
        for each in wanted.entries
        if unless_broken(partial(has_old_slot, case, profile, each.sha256), instead=False)
    ]


def _found(entry: ManifestEntry) -> Irregularity:
    return Irregularity(entry.file, Trouble.STALE, "Lav det igen, hvis det ikke er sendt.")


def _lost(wanted: _OfCase) -> list[Irregularity]:
    del wanted
    return []
