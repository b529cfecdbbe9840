"""Two open cases with one CPR number: whose letters would they be? Neither gets any."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import chain

from samarbejde_cli import codes
from samarbejde_cli.actions.batch.job import Job
from samarbejde_cli.actions.batch.letters import obstacle
from samarbejde_cli.actions.batch.plan import Obstacle, PlannedCase
from samarbejde_cli.actions.validate import Places, diagnosis
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.summary import summary
from samarbejde_cli.files.find import CASES_FOLDER
from samarbejde_cli.rules.engine.workspace import judge_all
from samarbejde_cli.rules.helpers.several import NAMED

SAME_PERSON = codes.SAME_CPR


def fingerprint(job: Job, case: Case) -> bytes:
    """Return a fingerprint of the person a case is about; it does not reveal the number.

    It is empty for a case that has ended or whose number cannot be read.
    """
    record = unless_broken(lambda: case.record, None)
    if record is None or record.step.is_end:
        return b""
    return blake2b(record.youth.cpr.encode(), key=job.secret, digest_size=16).digest()


def without_twins(
    job: Job, cases: Iterable[PlannedCase], people: Mapping[str, bytes]
) -> Iterator[PlannedCase]:
    """Yield the cases; those about somebody whom another case is about too, blocked.

    ``people`` are the fingerprints of all cases that were looked at, by their numbers.
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
    folder = job.workspace.root / CASES_FOLDER
    cases = [load_case(folder / each) for each in (*others, number)]
    profile_of = job.workspace.profile_of
    found = (summary(case, profile_of(case)[0], job.day) for case in cases)
    summaries = [each for each in found if each]
    settings = job.workspace.loaded.source.path
    places = Places({each.path: each for each in chain(*(case.sources() for case in cases))})
    diagnoses = (
        diagnosis(each, places)
        for each in judge_all(summaries, job.workspace.profile, job.day, settings)
        if each.rule.code == SAME_PERSON and each.finding.location.file.parent.name == number
    )
    return tuple(obstacle(each, job.workspace.root) for each in diagnoses if each.blocks)


def _blocked(case: PlannedCase, found: tuple[Obstacle, ...]) -> PlannedCase:
    letters = tuple(replace(each, sha256="", size=0) for each in case.letters)
    return replace(case, letters=letters, obstacles=(*case.obstacles, *found))
