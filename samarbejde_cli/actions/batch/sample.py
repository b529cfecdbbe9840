"""Three letters to look at before the others are made: the shortest, the longest, one at random."""

import random
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePosixPath

from samarbejde_cli.actions.batch import saved_plan
from samarbejde_cli.actions.batch.job import Job
from samarbejde_cli.actions.batch.plan import MailingPlan, PlannedLetter
from samarbejde_cli.actions.batch.tasks import SampleRequest, make_samples
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.errors import ConflictError, WriteError
from samarbejde_cli.files.os_errors import in_danish
from samarbejde_cli.files.private import make_folder

FOLDER, FORMER_FOLDER = "prøver", "sample"
"""The folder of the samples, and its name in mailings that were begun before version 1.1."""
_WORDS = ("kortest", "længst", "tilfældig")
_NAME = re.compile(rf"[123]-(?:{'|'.join(_WORDS)})-.*\.docx")


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
        make_folder(folder)
        _clear(folder)
    chosen = choose(plan)
    for wanted in _by_case(plan, {folder / name: each for name, each in chosen.items()}):
        unless_broken(partial(make_samples, job, wanted), None)
    saved_plan.save(plan, job, folder)
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


def _by_case(plan: MailingPlan, chosen: dict[Path, PlannedLetter]) -> Iterator[SampleRequest]:
    for case in plan.cases:
        files = {each.file: path for path, each in chosen.items() if each.case == case.number}
        if files:
            yield SampleRequest(case, files)
