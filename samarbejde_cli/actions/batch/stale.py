"""Find letters of a mailing that are outdated: made now, they would read differently.

A case whose files are as they were is not looked at. What is compared are the finished letters, so
a change that is in none of them, such as a note or an answer, is no reason to hold them back.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from samarbejde_cli.actions.batch.job import Job, new_job
from samarbejde_cli.actions.batch.letters import CaseLetters, data_hash
from samarbejde_cli.actions.batch.manifest import ManifestEntry
from samarbejde_cli.actions.batch.selection import CaseSelection
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import load_case, raw_files
from samarbejde_cli.case.notices import has_old_slot
from samarbejde_cli.documents.catalogue import BY_WORD
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.find import is_folder

_Letters = Sequence[ManifestEntry]
"""Finished letters of one case."""


def stale_letters(
    job: Job | None, workspace: Workspace, letters: _Letters
) -> Iterator[ManifestEntry]:
    """Yield the finished letters of one case that no longer agree with it.

    ``job`` is what would make the same letters now. Without one no letter would be the same: then
    only the day, the hour and the room stated in a letter are compared.
    """
    folder = workspace.case_folder(letters[0].case)
    if not is_folder(folder):
        return
    yield from (
        _differing(job, folder, letters) if job else _with_old_slot(workspace, folder, letters)
    )


def same_job(workspace: Workspace, folder: Path, head: Mapping[str, Any]) -> Job | None:
    """Return a job that would make the letters of a manifest now; None when it cannot be the same.

    It cannot when templates or settings have changed.
    """
    kinds = [BY_WORD[each].name for each in head.get("kinds", ()) if each in BY_WORD]
    try:
        day = date.fromisoformat(str(head.get("day")))
        job = new_job(workspace, kinds, CaseSelection(), day=day, output=folder)
    except (SamarbejdeError, ValueError):
        return None
    now = job.template_hashes, job.profile_hash()
    is_same = now == (head.get("templates"), head.get("profile_sha256"))
    return job if is_same else None


def _differing(job: Job, folder: Path, letters: _Letters) -> list[ManifestEntry]:
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


def _with_old_slot(workspace: Workspace, folder: Path, letters: _Letters) -> list[ManifestEntry]:
    case = load_case(folder)
    profile, _ = workspace.profile_of(case)
    is_old = partial(has_old_slot, case, profile)
    return [each for each in letters if unless_broken(partial(is_old, each.sha256), instead=False)]
