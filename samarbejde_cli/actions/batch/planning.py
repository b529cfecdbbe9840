"""From a job to a plan."""

from collections.abc import Callable, Iterator

from samarbejde_cli import __version__
from samarbejde_cli.actions.batch.crew import Crew
from samarbejde_cli.actions.batch.job import Job
from samarbejde_cli.actions.batch.plan import Plan, PlannedCase
from samarbejde_cli.actions.batch.tasks import lost_plan, plan_case

Tick = Callable[[int], None]
"""Told how many of the cases are done."""


def make_plan(job: Job, crew: Crew, tick: Tick = lambda _: None) -> Plan:
    """Return what is going to be made: every letter was made once, in memory.

    Raises ``WrongUseError`` when the selection names a case that is not there.
    """
    return Plan(
        day=job.day,
        kinds=job.kinds,
        tool=__version__,
        profile=job.profile_hash(),
        templates=job.template_hashes(),
        cases=tuple(_planned(job, crew, tick)),
    )


def _planned(job: Job, crew: Crew, tick: Tick) -> Iterator[PlannedCase]:
    numbers = [folder.name for folder in job.selection.folders(job.workspace)]
    for done, case in enumerate(crew.each(plan_case, numbers, lost_plan), 1):
        tick(done)
        if case:
            yield case
