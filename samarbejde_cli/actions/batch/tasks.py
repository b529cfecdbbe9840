"""What a worker does with one case: plan its letters; make them, and file them on the case.

A task takes the job and something small, returns something small, and may run in any process.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import field
from pathlib import PurePosixPath
from typing import TypeVar

from samarbejde_cli.actions.batch.job import Job
from samarbejde_cli.actions.batch.letters import CaseLetters
from samarbejde_cli.actions.batch.manifest import LetterState, Outcome
from samarbejde_cli.actions.batch.plan import Obstacle, PlannedCase, PlannedLetter, failure
from samarbejde_cli.actions.output_folder import free_name, is_torn
from samarbejde_cli.actions.paper_register import Made, filing, read_filed, stating
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import load_case
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.errors import ConflictError, SamarbejdeError, WriteError
from samarbejde_cli.files.find import CASES_FOLDER
from samarbejde_cli.files.lock import locked, uninterrupted
from samarbejde_cli.files.os_errors import in_danish
from samarbejde_cli.files.private import make_folder
from samarbejde_cli.files.write import digest_at, write_change, write_file
from samarbejde_cli.lazy import frozen

Result = TypeVar("Result")

_HINT = "Lav brevene til sagen for sig, eller send beskeden til den, der passer programmet."


@frozen
class PlanRequest:
    """A case that may be selected; ``known`` is the hash of its files under which it is planned."""

    number: str
    known: str = ""


@frozen
class PlanResult:
    """The plan of a case, None when it is not selected; or a note that it is unchanged.

    ``person`` is the fingerprint of whom it is about, empty when that was not looked at.
    """

    case: PlannedCase | None = None
    unchanged: bool = False
    person: bytes = field(default=b"", repr=False)


def plan_case(job: Job, question: PlanRequest) -> PlanResult:
    """Return the plan of a case."""
    return _guarded(
        question.number, lambda: _plan(job, question), lambda found: lost_plan(question, found)
    )


def lost_plan(question: PlanRequest, obstacle: Obstacle | None = None) -> PlanResult:
    """Return the plan of a case that could not be processed."""
    number = question.number
    return PlanResult(PlannedCase(number, "", (), (obstacle or _died(number),)))


def make_letters(job: Job, planned: PlannedCase) -> list[Outcome]:
    """Write the missing letters of a case, and return the outcome of each.

    Raises ``WriteError`` when the folder cannot be written to: then no other case can be either.
    """
    return _guarded(
        planned.number, lambda: _make_all(job, planned), lambda found: lost_letters(planned, found)
    )


def lost_letters(planned: PlannedCase, obstacle: Obstacle | None = None) -> list[Outcome]:
    """Return the outcomes of the letters of a case that could not be processed."""
    found = obstacle or _died(planned.number)
    return [Outcome(each.file, LetterState.FAILED, obstacles=(found,)) for each in planned.ready]


def _plan(job: Job, question: PlanRequest) -> PlanResult:
    number = question.number
    work = CaseLetters(job, job.workspace.case(number))
    person = work.person
    if question.known and question.known == work.sha256:
        return PlanResult(unchanged=True, person=person)
    if not job.selection.matches(work.case, job.own_profile, job.day):
        return PlanResult(person=person)
    obstacles, letters = work.obstacles, unless_broken(work.planned, None)
    if letters is None:
        obstacles = obstacles or (_error(number, "En af sagens filer kan ikke læses."),)
    planned = PlannedCase(number, work.sha256, letters or (), obstacles, work.remarks)
    return PlanResult(planned, person=person)


def _make_all(job: Job, planned: PlannedCase) -> list[Outcome]:
    """Make the letters of a case, and file those that are there.

    What cannot be filed must not go out: the case's record is read first, and letters that were
    written although it cannot be added to are taken away again.
    """
    folder = job.workspace.case_folder(planned.number)
    with ExitStack() as held:
        with _about(planned.number):
            held.enter_context(locked(folder))
            read_filed(folder)
        held.enter_context(uninterrupted())  # until what is written is filed
        work = CaseLetters(job, load_case(folder))
        outcomes = list(_make(work, planned))
        done = {each.file for each in outcomes if each.state is LetterState.DONE}
        try:
            with _about(planned.number):
                _file(work, planned, done)
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


def _make(work: CaseLetters, planned: PlannedCase) -> Iterator[Outcome]:
    left: dict[str, PlannedLetter] = {}
    for letter in planned.ready:
        present = digest_at(work.job.output / letter.file)
        if present == letter.sha256:
            yield Outcome(letter.file, LetterState.DONE)
        elif _is_kept(work.job, letter, present):
            yield Outcome(letter.file, LetterState.KEPT)
        else:
            left[letter.file] = letter
    if left:
        yield from _made_now(work, planned, left)


def _is_kept(job: Job, letter: PlannedLetter, present: str | None) -> bool:
    return present is not None and not job.overwrite and not is_torn(job.output / letter.file)


def _made_now(
    work: CaseLetters, planned: PlannedCase, left: dict[str, PlannedLetter]
) -> Iterator[Outcome]:
    made = work.again(left) if work.sha256 == planned.sha256 else ()
    for letter, data in list(made):  # written in one go: faster than one at a time
        _put(work.job, letter.file, data)
        del left[letter.file]
        yield Outcome(letter.file, LetterState.DONE, is_new=True)
    for file in left:
        yield Outcome(file, LetterState.CHANGED)


def _put(job: Job, name: str, data: bytes) -> None:
    """Write a letter; an existing file is kept as a copy."""
    path = job.output / name
    if job.group:
        with in_danish(path.parent):  # its own folder, never the output's: that may be gone
            make_folder(path.parent)
    if path.exists() and not is_torn(path):
        path.rename(path.with_name(free_name(path.parent, path.name)))
    write_file(path, data)


def _file(work: CaseLetters, planned: PlannedCase, files: Collection[str]) -> None:
    """Record these letters in ``breve.yaml``, but for those that an earlier run recorded."""
    letters = [each for each in planned.ready if each.file in files]
    if not letters:
        return
    is_same = work.sha256 == planned.sha256
    change = filing(
        work.case, work.job.workspace, _as_filed(work, letters), work.job.day, known=is_same
    )
    if change:
        write_change(change)


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


def _guarded(
    number: str, work: Callable[[], Result], instead: Callable[[Obstacle], Result]
) -> Result:
    """Do the work; an error in one case is reported, and the others go on."""
    try:
        return work()
    except WriteError:
        raise
    except SamarbejdeError as error:
        return instead(failure(error.message, error.hint))
    except Exception as error:  # noqa: BLE001 — one case must not stop ten thousand
        # only the name of the error: its text may quote the case
        name = type(error).__name__
        return instead(_error(number, f"Programmet kan ikke arbejde med sagen: {name}."))


def _died(number: str) -> Obstacle:
    return _error(number, "Programmet gik ned, hver gang det arbejdede med sagen.")


def _error(number: str, message: str) -> Obstacle:
    return failure(message, _HINT, f"{CASES_FOLDER}/{number}")
