"""File finished letters on their case; letters that are already filed are skipped.

A run that is killed in between files what is left when it is started again.
"""

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from samarbejde_cli.actions.batch.letters import CaseAtWork
from samarbejde_cli.actions.batch.plan import PlannedCase, PlannedLetter
from samarbejde_cli.actions.paper_register import Made, filing, stating
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.files.write import write_change


def file_letters(work: CaseAtWork, planned: PlannedCase, files: Collection[str]) -> None:
    """Record these letters in ``breve.yaml``; the caller holds the case's lock.

    Raises ``SamarbejdeError`` when the file cannot be read or written.
    """
    letters = [each for each in planned.ready if each.file in files]
    if not letters:
        return
    is_same = work.sha256 == planned.sha256
    change = filing(
        work.case, work.job.workspace, _made(work, letters), work.job.day, known=is_same
    )
    if change:
        write_change(change)


def _made(work: CaseAtWork, letters: list[PlannedLetter]) -> Iterator[Made]:
    names = {file: who.name for _, who, file in work.recipients if who}
    hashes = work.job.template_hashes()
    for each in letters:
        made = Made(
            paper=KINDS[each.kind].stem,
            file=PurePosixPath(each.file).name,
            sha256=each.sha256,
            recipient=names.get(each.file),
            role=each.role,
            channel=each.channel,
            template=each.template,
            template_sha256=hashes[each.template],
        )
        yield stating(made, work.case, work.profile, KINDS[each.kind].tells)
