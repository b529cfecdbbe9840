"""Make the letters of one case and file them on it, all of it undisturbed."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path, PurePosixPath

from samarbejde_cli.actions.batch.job import Job
from samarbejde_cli.actions.batch.kept import Filing, filing_in, letter_in
from samarbejde_cli.actions.batch.letters import CaseLetters, data_hash
from samarbejde_cli.actions.batch.manifest import LetterState, Outcome
from samarbejde_cli.actions.batch.plan import Obstacle, PlannedCase, PlannedLetter, failure
from samarbejde_cli.actions.output_folder import free_name, is_open, is_torn
from samarbejde_cli.actions.paper_register import (
    Made,
    Origin,
    Register,
    filed,
    read_filed,
    stating,
)
from samarbejde_cli.actions.provenance import present_data, with_common
from samarbejde_cli.case.case import load_case, raw_files
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.errors import ConflictError, SamarbejdeError, WriteError
from samarbejde_cli.files.lock import locked, uninterrupted
from samarbejde_cli.files.os_errors import in_danish
from samarbejde_cli.files.private import make_folder
from samarbejde_cli.files.write import digest_at, put_in_place, write_change, write_file
from samarbejde_cli.lazy import mutable


@mutable
class _CaseRun:
    """A case as it is now and as it was planned, of which no more is read than is needed."""

    job: Job
    planned: PlannedCase
    register: Register

    @cached_property
    def folder(self) -> Path:
        return self.job.workspace.case_folder(self.planned.number)

    @cached_property
    def work(self) -> CaseLetters:
        return CaseLetters(self.job, load_case(self.folder))

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """What the letters are made from; empty when the case is no longer as it was planned."""
        raw, workspace = raw_files(self.folder), self.job.workspace
        if data_hash(raw) == self.planned.sha256:
            found = ((stem, data) for stem, data in raw.items() if data is not None)
            read = {self.folder / f"{stem}.yaml": data for stem, data in found}
            return with_common(read, workspace)
        is_same = self.work.sha256 == self.planned.sha256
        return present_data(self.work.case, workspace) if is_same else {}

    @cached_property
    def filing(self) -> Filing:
        """What is filed of the letters."""
        kept = filing_in(self.job.output, self.planned, self.job.template_hashes)
        return kept if kept and self.files else filing_of(self.work, self.planned)


def make_all(job: Job, planned: PlannedCase) -> list[Outcome]:
    """Write the missing letters of a case, and file those that are there.

    What cannot be filed must not go out: the case's record is read first, and letters that were
    written although it cannot be added to are taken away again. Raises ``SamarbejdeError`` for what
    is wrong in the case, ``WriteError`` where nothing can be written.
    """
    folder = job.workspace.case_folder(planned.number)
    with ExitStack() as held:
        with _about(planned.number):
            held.enter_context(locked(folder))
            case = _CaseRun(job, planned, read_filed(folder))
        held.enter_context(uninterrupted())  # until what is written is filed
        outcomes = list(_make(case))
        done = {each.file for each in outcomes if each.state is LetterState.DONE}
        try:
            with _about(planned.number):
                _file(case, done)
        except SamarbejdeError:
            for each in outcomes:
                if each.is_new:
                    (job.output / each.file).unlink(missing_ok=True)
            raise
    return outcomes


@contextmanager
def _about(number: str) -> Iterator[None]:
    """Turn an error in one case's folder into a result, so that the other cases go on."""
    try:
        yield
    except (WriteError, ConflictError) as problem:
        raise SamarbejdeError(f"Sag {number}: {problem.message}", problem.hint) from problem


def _make(case: _CaseRun) -> Iterator[Outcome]:
    job, left = case.job, dict[str, PlannedLetter]()
    for letter in case.planned.ready:
        present = digest_at(f"{job.output}/{letter.file}")
        if present == letter.sha256:
            yield Outcome(letter.file, LetterState.DONE)
        elif _is_kept(job, letter, present):
            yield Outcome(letter.file, LetterState.KEPT)
        elif present is not None and is_open(job.output / letter.file):
            yield Outcome(letter.file, LetterState.FAILED, obstacles=(_open(letter),))
        else:
            left[letter.file] = letter
    for file in _put_all(case, left) if left and case.files else ():
        del left[file]
        yield Outcome(file, LetterState.DONE, is_new=True)
    for file in left:
        yield Outcome(file, LetterState.CHANGED)


def _open(letter: PlannedLetter) -> Obstacle:
    return failure(
        f"{letter.file} er åbent i Word eller et andet program.",
        "Luk det, og kør den samme kommando igen. Er det lukket, så slet filen, der begynder med "
        "~$ eller .~lock og ellers hedder det samme.",
    )


def _is_kept(job: Job, letter: PlannedLetter, present: str | None) -> bool:
    return present is not None and not job.overwrite and not is_torn(job.output / letter.file)


def _put_all(case: _CaseRun, left: Mapping[str, PlannedLetter]) -> list[str]:
    """Write letters: those of the plan, and those that are lost made again. Return their files."""
    output = case.job.output
    kept = {file: path for file, each in left.items() if (path := letter_in(output, each))}
    for file, path in kept.items():
        target = _place(case.job, file)
        with in_danish(target):
            put_in_place(path, target)
    lost = {file: each for file, each in left.items() if file not in kept}
    made = list(case.work.again(lost)) if lost else []
    for letter, data in made:  # written in one go: faster than one at a time
        write_file(_place(case.job, letter.file), data)
    return [*kept, *(letter.file for letter, _ in made)]


def _place(job: Job, name: str) -> Path:
    """Return where a letter goes, made ready for it; an existing file is kept as a copy."""
    path = Path(f"{job.output}/{name}")
    if job.group:
        with in_danish(path.parent):  # its own folder, never the output's: that may be gone
            make_folder(path.parent)
    if path.exists() and not is_torn(path):
        path.rename(path.with_name(free_name(path.parent, path.name)))
    return path


def _file(case: _CaseRun, files: Collection[str]) -> None:
    """Record these letters in ``breve.yaml``, but for those that an earlier run recorded."""
    names = {file.rpartition("/")[2] for file in files}
    made = [each for each in case.filing.made if each.file in names] if files else []
    if not made:
        return
    job, origin = case.job, Origin(case.filing.round, case.files)
    change = filed(case.register, origin, job.workspace, made, job.day)
    if change:
        write_change(change)


def filing_of(work: CaseLetters, planned: PlannedCase) -> Filing:
    """Return what is filed of a case's letters: each copy with whom it is to and what it states."""
    return Filing(work.case.record.round, tuple(_as_filed(work, planned.ready)))


def _as_filed(work: CaseLetters, letters: list[PlannedLetter]) -> Iterator[Made]:
    names = {file: [x.name for x in who.everyone] for _, who, file in work.recipients if who}
    hashes = work.job.template_hashes
    copies = ((letter, name) for letter in letters for name in names.get(letter.file, [None]))
    for each, name in copies:
        made = Made(
            paper=KINDS[each.kind].stem,
            file=PurePosixPath(each.file).name,
            sha256=each.sha256,
            recipient=name,
            role=each.role,
            channel=each.channel,
            template=each.template,
            template_sha256=hashes[each.template],
        )
        yield stating(made, work.case, work.profile, KINDS[each.kind].tells)
