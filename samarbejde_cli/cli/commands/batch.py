"""``samarbejde batch`` and ``batch verify``: bulk letters, planned, sampled and verified."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import click
from typer import Argument, Option

from samarbejde_cli.actions.batch import kept, sample
from samarbejde_cli.actions.batch.cluster import ClusterExecutor, is_cluster
from samarbejde_cli.actions.batch.job import Job, new_job
from samarbejde_cli.actions.batch.plan import MailingPlan, PlannedCase
from samarbejde_cli.actions.batch.planning import make_plan
from samarbejde_cli.actions.batch.present import present_in, refuse_others
from samarbejde_cli.actions.batch.running import RunResult, run
from samarbejde_cli.actions.batch.selection import (
    Ages,
    CaseSelection,
    ages,
    numbers_in,
)
from samarbejde_cli.actions.batch.verify import verify
from samarbejde_cli.actions.executors import Executor, executor_for
from samarbejde_cli.actions.todo import Span, week_of
from samarbejde_cli.case.conditions import Condition, condition
from samarbejde_cli.case.steps import Step
from samarbejde_cli.cli import batch_choices as choices
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.batch_after import After, Combine, GroupBy, Pdf
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.days import day_option
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.cli.prompts import confirm
from samarbejde_cli.cli.rate import Rate
from samarbejde_cli.cli.steps import step_option
from samarbejde_cli.errors import SamarbejdeError, WriteError
from samarbejde_cli.files.lock import stopped_by_closing, uninterrupted
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.load import known_profile
from samarbejde_cli.report import batch as report
from samarbejde_cli.report import batch_json

Form = Literal["text", "json"]


def _week(text: str) -> Span:
    return week_of(text, today())


Kinds = Annotated[
    str,
    Argument(
        metavar="PAPIRER",
        help="En eller flere slags papirer med komma imellem, fx indkaldelse eller "
        "dagsorden,mål-og-aftaleskema.",
    ),
]
Date = Annotated[date | None, day_option("--date", "Sager med møde den dag, som 2026-03-03.")]
Week = Annotated[
    Span | None, options.parsed("--week", "UGE", _week, "Sager med møde i ugen: 10 eller 2026-W10.")
]
InStep = Annotated[Step | None, step_option("--step", "Sager i trinnet.")]
Where = Annotated[
    list[Condition] | None,
    options.parsed(
        "--where",
        "BETINGELSE",
        condition,
        'Sager, hvor et felt passer: "koordinator.afdeling = Børn og Familier". Tegnene er '
        "=, !=, <, > og ~ (indeholder). Kan bruges flere gange; så skal alle passe.",
    ),
]
Coordinator = Annotated[
    str | None,
    options.parsed(
        "--coordinator", "NAVN", choices.part, "Koordinatorens navn eller en del af det."
    ),
]
Department = Annotated[
    str | None,
    options.parsed(
        "--department", "AFDELING", choices.part, "Koordinatorens afdeling eller en del af den."
    ),
]
Age = Annotated[
    Ages | None, options.parsed("--age", "ALDER", ages, "Den unges alder i dag: 17 eller 15-17.")
]
OfProfile = Annotated[
    str | None,
    options.parsed(
        "--profile", "PROFIL", known_profile, "Sager, der følger en af de medfølgende profiler."
    ),
]
Cases = Annotated[
    Path | None,
    Option(
        "--cases",
        metavar="FIL",
        dir_okay=False,
        exists=True,
        help="Sagerne på en liste: en tekstfil med ét sagsnummer på hver linje.",
    ),
]
Output = Annotated[
    Path | None,
    options.folder("Mappen, som brevene lægges i."),
]
PlanOnly = Annotated[
    bool, Option("--plan", help="Vis kun planen: hvilke breve til hvem, og hvad der spærrer.")
]
Approve = Annotated[
    str | None,
    Option(
        "--approve",
        metavar="KODE",
        parser=lambda text: text.strip().lower(),
        help="Lav alle brevene. Koden står ved prøverne og gælder kun netop de breve.",
    ),
]
Jobs = Annotated[
    int | None,
    Option(
        "--jobs",
        metavar="ANTAL",
        min=1,
        help="Hvor mange processer der arbejder samtidig. Uden tilvalget: én for hver kerne.",
    ),
]
OnCluster = Annotated[
    str | None,
    options.parsed(
        "--executor",
        "KLYNGE",
        is_cluster,
        "Arbejd på en Dask-klynge: dask:tcp://maskine:8786. Maskinerne skal se arbejdsmappen "
        "og mappen til brevene under samme sti.",
    ),
]
Folder = Annotated[
    Path,
    Argument(metavar="MAPPE", exists=True, file_okay=False, help="Mappen med de færdige breve."),
]


def batch(
    kinds: Kinds,
    date_: Date = None,
    week: Week = None,
    step: InStep = None,
    where: Where = None,
    coordinator: Coordinator = None,
    department: Department = None,
    age: Age = None,
    profile: OfProfile = None,
    cases: Cases = None,
    output: Output = None,
    plan: PlanOnly = False,
    approve: Approve = None,
    jobs: Jobs = None,
    executor: OnCluster = None,
    group_by: GroupBy = None,
    combine: Combine = False,
    pdf: Pdf = False,
    overwrite: options.Overwrite = False,
    form: options.WrittenFormat = "text",
    workspace: options.Workspace = None,
) -> int:
    """Lav breve til mange sager på én gang, efter at du har set planen og tre prøver.

    Første gang vises planen, og tre breve lægges i mappen prøver: det korteste, det længste og et
    tilfældigt. Er de rigtige, så kør igen med --approve og den kode, som står der.

    Koden dækker sagerne, skabelonerne, indstillingerne og programmet. Ændrer noget af det sig, skal
    der ses på nye prøver. En afbrudt kørsel fortsætter, hvor den slap, når den køres igen.

    `samarbejde batch verify MAPPE` kontrollerer de færdige breve.
    """
    days, numbers, is_nowhere = choices.days(date_, week), numbers_in(cases), not (output or plan)
    selection = CaseSelection(
        days, step, coordinator, department, age, profile, numbers, tuple(where or ())
    )
    papers, is_everything = choices.kinds_named(kinds), selection == CaseSelection()
    choices.refuse(
        {
            "Brug enten --date eller --week, ikke begge.": bool(date_ and week),
            "Angiv, hvilke sager det gælder, fx med --date eller --step.": is_everything,
            "Angiv med --output, hvor brevene skal lægges, eller brug --plan.": is_nowhere,
            "Brug enten --executor eller --jobs, ikke begge.": bool(executor and jobs),
            "--pdf laver PDF af de samlede filer: brug også --combine.": pdf and not combine,
        }
    )
    found = opened(workspace)
    job = new_job(
        found,
        papers,
        replace(selection, ends=choices.ends_of(papers)),
        day=today(),
        output=choices.folder(output, found),
        overwrite=overwrite,
        group=group_by,
        keeps=approve is None and not plan,
    )
    flow = _Flow(job, plan, approve, form, After(combine, pdf), output is not None)
    return _with_executor(_executor(job, executor, jobs), flow.follow)


def batch_verify(
    folder: Folder,
    jobs: Jobs = None,
    form: options.WrittenFormat = "text",
    workspace: options.Workspace = None,
) -> int:
    """Kontrollér færdige breve: intet er ændret, væk eller blandet.

    Hver fil holdes op mod manifestet, og hver del af den gennemsøges for navne, CPR-numre,
    adresser, telefonnumre og mailadresser fra andre sager end dens egen. Er en sag ændret, så
    brevet ville blive et andet i dag, bliver det også sagt.
    """
    found = verify(opened(workspace), folder, lambda job: executor_for(job, jobs))
    if form == "json":
        console.out_json(batch_json.verified_as_json(found))
    else:
        console.out(report.verified(found))
    return int(bool(found.found))


def _executor(job: Job, address: str | None, workers: int | None) -> Executor:
    return ClusterExecutor(job, address) if address else executor_for(job, workers)


def _with_executor(executor: Executor, work: Callable[[Executor], int]) -> int:
    try:
        with stopped_by_closing():
            return work(executor)
    except KeyboardInterrupt:
        executor.kill()
        raise
    finally:
        executor.stop()


@contextmanager
def _told_when_interrupted(said: str) -> Iterator[None]:
    try:
        yield
    except (KeyboardInterrupt, click.Abort):
        with uninterrupted(), suppress(console.OutputClosedError, WriteError):  # or it is gone
            console.err(report.interrupted(said))
        raise


@frozen
class _Flow:
    """Plan, sample, approve and run, as far as the user wants."""

    job: Job
    plan_only: bool
    approved: str | None
    form: Form
    after: After
    has_folder: bool

    def follow(self, executor: Executor) -> int:
        with _told_when_interrupted(report.NOTHING_MADE):
            plan = self._kept_plan(executor)
            if not plan.cases:
                console.problem(*report.NO_CASES)
                return 1
            if self.plan_only or not any(plan.ready):
                self._show(plan)
                return _code(plan)
            if not self._is_approved(plan):
                return _code(plan)
        with _told_when_interrupted(report.INTERRUPTED):
            return self._run(plan, executor)

    def _is_approved(self, plan: MailingPlan) -> bool:
        """Whether a plan is approved, by its code or now. Raises for the code of another."""
        if self.approved is None:
            return self._agreed(plan, self._samples(plan))
        if self.approved != plan.hash:
            raise self._not_approved(self.approved, plan)
        return True

    def _samples(self, plan: MailingPlan) -> list[Path]:
        """Write the samples; where they cannot be written, nothing is kept for an approval."""
        try:
            return sample.write(plan, self.job)
        except SamarbejdeError:
            kept.remove(self.job.output)
            raise

    def _not_approved(self, code: str, plan: MailingPlan) -> SamarbejdeError:
        """Return what is wrong with a code; what was kept for a plan that is void is gone."""
        changed = sample.differences(plan, self.job, sample.folder_in(self.job.output))
        if changed:
            kept.remove(self.job.output)
        return SamarbejdeError(*report.not_approved(code, changed))

    def _kept_plan(self, executor: Executor) -> MailingPlan:
        """Return the plan; what was made for it is kept until it is run."""
        if not self.job.keeps:
            return self._plan(executor)
        with kept.keeping(self.job.output, self.job.workspace.root, self.job.day):
            try:
                plan = self._plan(executor)
            except KeyboardInterrupt:
                executor.kill()
                raise
            if any(plan.ready):
                refuse_others(self.job.output, plan)
            return plan

    def _plan(self, executor: Executor) -> MailingPlan:
        rate = Rate("Planlægger sag", len(self.job.selection.folders(self.job.workspace)))
        try:
            return make_plan(self.job, executor, rate, known=self._known())
        finally:
            rate.clear()

    def _known(self) -> dict[str, PlannedCase]:
        """Return the plan of the approved sample."""
        approved = self.approved is not None
        return sample.load_plan(self.job, sample.folder_in(self.job.output)) if approved else {}

    def _agreed(self, plan: MailingPlan, samples: list[Path]) -> bool:
        """Show plan and samples, and ask for approval on a terminal."""
        self._show(plan, samples)
        if self.form == "json" or not (sys.stdin and sys.stdin.isatty()):
            return False
        return confirm("Har du set prøverne, og skal alle brevene laves?", option="--approve")

    def _run(self, plan: MailingPlan, executor: Executor) -> int:
        rate = Rate("Laver brev", sum(1 for _ in plan.ready))
        try:
            ran = run(plan, self.job, executor, rate)
        except WriteError as problem:
            hint = f"{problem.hint} {report.INTERRUPTED}"
            raise WriteError(problem.message, hint) from problem
        finally:
            rate.clear()
        self._show(plan, ran=ran)
        done = self.after.work(ran, executor)
        if self.form == "text":
            console.out_lines(report.sent_along(done.files, done.calendars, self.job.output))
            if done.without_calendar:
                console.problem(*report.without_calendar(done.without_calendar))
        return int(not ran.succeeded or bool(done.without_calendar))

    def _show(
        self, plan: MailingPlan, samples: list[Path] | None = None, ran: RunResult | None = None
    ) -> None:
        folder, overwrite = self.job.output, self.job.overwrite
        present = present_in(folder, plan) if self.has_folder and not ran else None
        if self.form == "json":
            console.out_json(batch_json.as_json(plan, present, samples, ran, folder))
            return
        if ran is None:
            console.out(report.planned(plan, present, folder, overwrite=overwrite))
        if samples is not None:
            console.out(report.sampled(plan, samples, kept.size_in(folder), folder / kept.FOLDER))
        if ran is not None:
            console.out(report.made(ran, folder))


def _code(plan: MailingPlan) -> int:
    return int(any(plan.hindered))


SECTION = Section.EVERYBODY
COMMANDS = {"batch": batch, "batch verify": batch_verify}
