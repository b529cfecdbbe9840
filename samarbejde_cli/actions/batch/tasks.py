"""What a worker does with one case: plan its letters; make them, and file them on the case.

A task takes the job and something small, returns something small, and may run in any process.
"""

from collections.abc import Callable
from dataclasses import field
from typing import TypeVar

from samarbejde_cli.actions.batch.job import Job
from samarbejde_cli.actions.batch.kept import keep
from samarbejde_cli.actions.batch.letters import CaseLetters, data_hash
from samarbejde_cli.actions.batch.making import filing_of, make_all
from samarbejde_cli.actions.batch.manifest import LetterState, Outcome
from samarbejde_cli.actions.batch.plan import Obstacle, PlannedCase, failure
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import load_case, raw_files
from samarbejde_cli.errors import SamarbejdeError, WriteError
from samarbejde_cli.files.find import CASES_FOLDER
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

    ``person`` is the fingerprint of whom it is about, empty when that was not looked at: of a case
    that is unchanged ``person_of`` tells it.
    """

    case: PlannedCase | None = None
    unchanged: bool = False
    person: bytes = field(default=b"", repr=False)


def plan_case(job: Job, question: PlanRequest) -> PlanResult:
    """Return the plan of a case."""
    return _guarded(
        question.number, lambda: _plan(job, question), lambda found: lost_plan(question, found)
    )


def person_of(job: Job, number: str) -> bytes:
    """Return the fingerprint of whom a case is about."""
    return CaseLetters(job, job.workspace.case(number)).person


def nobody(number: str) -> bytes:
    """Return the fingerprint for a case that could not be processed."""
    del number
    return b""


def lost_plan(question: PlanRequest, obstacle: Obstacle | None = None) -> PlanResult:
    """Return the plan of a case that could not be processed."""
    number = question.number
    return PlanResult(PlannedCase(number, "", (), (obstacle or _died(number),)))


def make_letters(job: Job, planned: PlannedCase) -> list[Outcome]:
    """Write the missing letters of a case, and return the outcome of each.

    Raises ``WriteError`` when the folder cannot be written to: then no other case can be either.
    """
    return _guarded(
        planned.number, lambda: make_all(job, planned), lambda found: lost_letters(planned, found)
    )


def lost_letters(planned: PlannedCase, obstacle: Obstacle | None = None) -> list[Outcome]:
    """Return the outcomes of the letters of a case that could not be processed."""
    found = obstacle or _died(planned.number)
    return [Outcome(each.file, LetterState.FAILED, obstacles=(found,)) for each in planned.ready]


def _plan(job: Job, question: PlanRequest) -> PlanResult:
    number = question.number
    folder = job.workspace.case_folder(number)
    if question.known and question.known == data_hash(raw_files(folder)):
        return PlanResult(unchanged=True)
    work = CaseLetters(job, load_case(folder))
    person = work.person
    if not job.selection.matches(work.case, job.own_profile, job.day):
        return PlanResult(person=person)
    obstacles, letters = work.obstacles, unless_broken(work.planned, None)
    if letters is None:
        obstacles = obstacles or (_error(number, "En af sagens filer kan ikke læses."),)
    planned = PlannedCase(number, work.sha256, letters or (), obstacles, work.remarks)
    if job.keeps and planned.ready:
        keep(job.output, planned, work.made, filing_of(work, planned))
    return PlanResult(planned, person=person)


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
