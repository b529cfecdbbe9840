"""Make the letters of an approved plan, and the record of them."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import field
from pathlib import Path

from samarbejde_cli.actions.batch import kept, manifest
from samarbejde_cli.actions.batch.job import Job
from samarbejde_cli.actions.batch.manifest import LetterState, Outcome
from samarbejde_cli.actions.batch.plan import MailingPlan, PlannedLetter
from samarbejde_cli.actions.batch.present import refuse_others
from samarbejde_cli.actions.batch.tasks import lost_letters, make_letters
from samarbejde_cli.actions.executors import Executor, Tick
from samarbejde_cli.case.case import PAPER_REGISTER
from samarbejde_cli.files.lock import locked, remove_leftovers, uninterrupted
from samarbejde_cli.files.os_errors import in_danish
from samarbejde_cli.files.unversioned import make_out_of_git
from samarbejde_cli.files.write import digest_at, replacing, sync_all
from samarbejde_cli.files.written import note
from samarbejde_cli.lazy import mutable

UNDER_WAY = ".igang"
"""Marker in the folder while the manifest is invalid: from the first letter to the manifest."""


@mutable
class RunResult:
    """Result of a run: the outcome of each letter by its file.

    ``replaced`` names templates and settings that somebody changed meanwhile: the letters are made
    from what was approved.
    """

    plan: MailingPlan
    job: Job
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    replaced: list[str] = field(default_factory=list)

    def state_of(self, letter: PlannedLetter) -> LetterState:
        """Return the state of a planned letter."""
        return manifest.state_of(letter, self.outcomes)

    @property
    def counts(self) -> Counter[LetterState]:
        """The number of letters in each state."""
        return Counter(map(self.state_of, self.plan.letters))

    @property
    def done(self) -> Iterator[PlannedLetter]:
        """Yield the letters that are there as planned, in the order of the plan."""
        return (each for each in self.plan.ready if self.state_of(each) is LetterState.DONE)

    @property
    def new(self) -> int:
        """The number of letters that this run wrote."""
        return sum(each.is_new for each in self.outcomes.values())

    @property
    def succeeded(self) -> bool:
        """Whether every letter was made and no case was blocked."""
        is_done = set(self.counts) <= {LetterState.DONE}
        return is_done and not any(case.is_hindered for case in self.plan.cases)


def run(plan: MailingPlan, job: Job, executor: Executor, tick: Tick = lambda _: None) -> RunResult:
    """Write the letters that are missing, then the manifest.

    Interrupted (``KeyboardInterrupt`` passes through), the manifest records how far it got. Raises
    ``WrongUseError`` when the folder holds letters of another mailing, ``ConflictError`` when
    another run is at work in it, ``WriteError`` when it cannot be written to: then the marker
    says that the manifest, if there is one, does not hold.
    """
    with in_danish(job.output):
        make_out_of_git(job.output)
    with locked(job.output):
        refuse_others(job.output, plan)
        remove_leftovers(job.output)
        _mark(plan, job.output)
        ran = RunResult(plan, job)
        try:
            _make(ran, executor, tick)
        except KeyboardInterrupt:
            _break_off(ran, executor)
            raise
        _record(ran)
        kept.remove(job.output)
        return ran


def _make(ran: RunResult, executor: Executor, tick: Tick) -> None:
    cases = [case for case in ran.plan.cases if case.ready]
    for case in cases:  # the workers are processes of their own
        note(ran.job.workspace.case_folder(case.number))
    done = 0
    for outcomes in executor.each(make_letters, cases, lost_letters):
        for each in outcomes:
            ran.outcomes[each.file] = each
        done += len(outcomes)
        tick(done)


def _record(ran: RunResult) -> None:
    """Write the manifest, once everything that it lists is safely on disk."""
    folder = ran.job.output
    ran.replaced = ran.job.replaced()
    remove_leftovers(folder)  # of a worker that died
    sync_all()
    manifest.write(folder, ran.plan, ran.outcomes)
    with in_danish(folder / UNDER_WAY):
        (folder / UNDER_WAY).unlink(missing_ok=True)


def _mark(plan: MailingPlan, folder: Path) -> None:
    with replacing(folder / UNDER_WAY) as file:
        file.write(json.dumps({"plan": plan.hash}).encode())


def _break_off(ran: RunResult, executor: Executor) -> None:
    """Finish what is in progress, or stop it when the user insists, and record how far it got."""
    try:
        executor.stop()
    except KeyboardInterrupt:
        executor.kill()
    with uninterrupted():
        _note_finished(ran)
        _record(ran)


def _note_finished(ran: RunResult) -> None:
    """Record the letters that were written and filed but not yet reported."""
    for case in ran.plan.cases:
        left = [each for each in case.ready if each.file not in ran.outcomes]
        there = [each for each in left if digest_at(ran.job.output / each.file) == each.sha256]
        filed = there and _filed(ran.job.workspace.case_folder(case.number))
        for each in there:
            if filed and each.sha256.encode() in filed:
                ran.outcomes[each.file] = Outcome(each.file, LetterState.DONE, is_new=True)


def _filed(case: Path) -> bytes:
    with suppress(OSError):
        return (case / f"{PAPER_REGISTER}.yaml").read_bytes()
    return b""
