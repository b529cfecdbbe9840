"""From a job to a plan."""

from collections.abc import Callable, Iterator, Mapping

from samarbejde_cli import __version__
from samarbejde_cli.actions.batch.duplicates import without_twins
from samarbejde_cli.actions.batch.executors import Crew
from samarbejde_cli.actions.batch.job import Job
from samarbejde_cli.actions.batch.plan import MailingPlan, PlannedCase
from samarbejde_cli.actions.batch.tasks import PlanRequest, lost_plan, plan_case

Tick = Callable[[int], None]
"""Progress callback: the number of cases done."""


def make_plan(
    job: Job,
    crew: Crew,
    tick: Tick = lambda _: None,
    known: Mapping[str, PlannedCase] | None = None,
) -> MailingPlan:
    """Return the plan of a mailing, after making every letter once in memory.

    ``known`` holds cases that were planned under the same conditions; those that are unchanged are
    not planned again. Raises ``WrongUseError`` when the selection names a case that is not there.
    """
    return MailingPlan(
        day=job.day,
        kinds=job.kinds,
        tool=__version__,
        profile=job.profile_hash(),
        templates=job.template_hashes(),
        cases=tuple(_planned(job, crew, tick, known or {})),
    )


def _planned(
    job: Job, crew: Crew, tick: Tick, known: Mapping[str, PlannedCase]
) -> Iterator[PlannedCase]:
    numbers = [folder.name for folder in job.selection.folders(job.workspace)]
    questions = (PlanRequest(each, known[each].sha256 if each in known else "") for each in numbers)
    results = crew.each(plan_case, questions, lost_plan)
    cases, people = [], {}
    for done, (number, answer) in enumerate(zip(numbers, results, strict=True), 1):
        tick(done)
        case = known[number] if answer.unchanged else answer.case
        cases += [case] if case else []
        people[number] = answer.person
    return without_twins(job, cases, people)
