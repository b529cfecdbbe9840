"""Find letters of a mailing that are outdated: made now, they would read differently.

A case whose files are as they were is not looked at. What is compared are the finished letters, so
a change that is in none of them, such as a note or an answer, is no reason to hold them back.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path, PurePosixPath

from samarbejde_cli.actions.batch.inspection import Discrepancy, DiscrepancyKind
from samarbejde_cli.actions.batch.job import Job, new_job
from samarbejde_cli.actions.batch.letters import CaseLetters, data_hash
from samarbejde_cli.actions.batch.manifest import Manifest, ManifestEntry
from samarbejde_cli.actions.batch.selection import CaseSelection
from samarbejde_cli.actions.executors import Executor
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import load_case, raw_files
from samarbejde_cli.case.notices import has_old_slot
from samarbejde_cli.documents.catalogue import BY_WORD
from samarbejde_cli.errors import SamarbejdeError

_Letters = tuple[ManifestEntry, ...]
"""The finished letters of one case."""


def stale_letters(
    workspace: Workspace,
    folder: Path,
    record: Manifest,
    done: Sequence[ManifestEntry],
    new_executor: Callable[[object], Executor],
) -> Iterator[Discrepancy]:
    """Yield a finding for each finished letter that no longer agrees with its case.

    When templates or settings have changed, no letter would be the same: then only the day, the
    hour and the room stated in a letter are compared.
    """
    job = _job(workspace, folder, record)
    here = {each.name for each in workspace.folders()}
    in_order = sorted(done, key=lambda each: each.case)
    grouped = groupby(in_order, key=lambda each: each.case)
    cases = [tuple(letters) for number, letters in grouped if number in here]
    executor = new_executor(job or workspace)
    try:
        for stale in executor.each(_differing if job else _with_old_slot, cases, _none):
            for each in stale:
                yield Discrepancy(
                    each.file, DiscrepancyKind.STALE, "Lav det igen, hvis det ikke er sendt."
                )
    finally:
        executor.stop()


def _job(workspace: Workspace, folder: Path, record: Manifest) -> Job | None:
    """Return a job that would make the same letters now; None when it cannot be the same."""
    kinds = [BY_WORD[each].name for each in record.head.get("kinds", ()) if each in BY_WORD]
    try:
        day = date.fromisoformat(str(record.head.get("day")))
        job = new_job(workspace, kinds, CaseSelection(), day=day, output=folder)
    except (SamarbejdeError, ValueError):
        return None
    now = job.template_hashes, job.profile_hash()
    is_same = now == (record.head.get("templates"), record.head.get("profile_sha256"))
    return job if is_same else None


def _differing(job: Job, letters: _Letters) -> list[ManifestEntry]:
    folder = job.workspace.case_folder(letters[0].case)
    if {each.case_sha256 for each in letters} == {data_hash(raw_files(folder))}:
        return []
    work = CaseLetters(job, load_case(folder))
    if all(each.case_sha256 == work.sha256 for each in letters):
        return []
    planned = unless_broken(work.planned, ())
    now = {PurePosixPath(each.file).name: each.sha256 for each in planned}
    return [
        each
        for each in letters
        if each.sha256 not in ("", now.get(PurePosixPath(each.file).name, ""))
    ]


def _with_old_slot(workspace: Workspace, letters: _Letters) -> list[ManifestEntry]:
    case = workspace.case(letters[0].case)
    profile, _ = workspace.profile_of(case)
    is_old = partial(has_old_slot, case, profile)
    return [each for each in letters if unless_broken(partial(is_old, each.sha256), instead=False)]


def _none(letters: _Letters) -> list[ManifestEntry]:
    del letters
    return []
