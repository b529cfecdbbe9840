"""Plan a mailing: make every letter of the selected cases once in memory.

Two open cases with one CPR number get no letters: whose would they be?
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from samarbejde_cli import __version__, codes
from samarbejde_cli.actions.batch.job import Job
from samarbejde_cli.actions.batch.letters import obstacle
from samarbejde_cli.actions.batch.plan import MailingPlan, Obstacle, PlannedCase
from samarbejde_cli.actions.batch.tasks import PlanRequest, lost_plan, nobody, person_of, plan_case
from samarbejde_cli.actions.diagnosing import Places, diagnosis
from samarbejde_cli.actions.executors import Executor, Tick
from samarbejde_cli.case.summary import summary
from samarbejde_cli.rules.engine.workspace import judge_all
from samarbejde_cli.rules.helpers.case_list import NAMED


def make_plan(
    job: Job,
    executor: Executor,
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
        templates=job.template_hashes,
        cases=tuple(_planned(job, executor, tick, known or {})),
    )


def _planned(
    job: Job, executor: Executor, tick: Tick, known: Mapping[str, PlannedCase]
) -> Iterator[PlannedCase]:
    numbers = [folder.name for folder in job.selection.folders(job.workspace)]
    questions = (PlanRequest(each, known[each].sha256 if each in known else "") for each in numbers)
    results = executor.each(plan_case, questions, lost_plan)
    cases, people, unchanged = [], {}, []
    for done, (number, answer) in enumerate(zip(numbers, results, strict=True), 1):
        tick(done)
        case = known[number] if answer.unchanged else answer.case
        cases += [case] if case else []
        people[number] = answer.person
        unchanged += [number] if answer.unchanged else []
    if len(unchanged) == len(numbers):  # then none is about the person of another, as before
        return iter(cases)
    found = executor.each(person_of, unchanged, nobody)
    return _without_duplicates(job, cases, people | dict(zip(unchanged, found, strict=True)))


def _without_duplicates(
    job: Job, cases: Iterable[PlannedCase], people: Mapping[str, bytes]
) -> Iterator[PlannedCase]:
    """Yield the cases; those that are about the same person come blocked.

    ``people`` are the fingerprints of all cases that were read, by their numbers.
    """
    by_person = defaultdict(list)
    for number, person in people.items():
        if person:
            by_person[person].append(number)
    for case in cases:
        others = [each for each in by_person[people.get(case.number, b"")] if each != case.number]
        found = _between(job, case.number, others[:NAMED]) if others else ()
        yield _blocked(case, found) if found else case


def _between(job: Job, number: str, others: Sequence[str]) -> tuple[Obstacle, ...]:
    """Return the rule's findings for a case among the others; nothing where it is switched off."""
    cases = [job.workspace.case(each) for each in (*others, number)]
    profile_of = job.workspace.profile_of
    found = (summary(case, profile_of(case)[0], job.day) for case in cases)
    summaries = [each for each in found if each]
    settings = job.workspace.loaded.source.path
    places = Places({each.path: each for each in chain(*(case.sources() for case in cases))})
    diagnoses = (
        diagnosis(each, places)
        for each in judge_all(summaries, job.workspace.profile, job.day, settings)
        if each.rule.code == codes.SAME_CPR and each.finding.location.file.parent.name == number
    )
    return tuple(obstacle(each, job.workspace.root) for each in diagnoses if each.blocks)


def _blocked(case: PlannedCase, found: tuple[Obstacle, ...]) -> PlannedCase:
    letters = tuple(replace(each, sha256="", size=0) for each in case.letters)
    return replace(case, letters=letters, obstacles=(*case.obstacles, *found))
