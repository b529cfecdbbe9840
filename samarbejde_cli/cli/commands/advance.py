"""``samarbejde advance``: cases to their next step, back, or out of an end."""

from functools import partial
from typing import Annotated

import click
from typer import Option

from samarbejde_cli.actions.advance import Order
from samarbejde_cli.actions.advance import advance as move_case
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.notices import all_notices
from samarbejde_cli.case.steps import Step
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import now, today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.opened import folders_named, opened
from samarbejde_cli.cli.problems import each_case, undone
from samarbejde_cli.cli.steps import step_option
from samarbejde_cli.cli.user import user_name
from samarbejde_cli.report import advance as report
from samarbejde_cli.report import news

Cases = Annotated[
    list[str] | None,
    options.case_argument("[SAG...]", "Sagernes numre eller mapper, fx 2026-014 2026-015."),
]
Everything = Annotated[
    bool, Option("--all", help="Alle de sager, der står i trinnet efter --step.")
]
From = Annotated[
    Step | None, step_option("--step", "Sammen med --all: trinnet, som sagerne står i nu.")
]
Target = Annotated[
    Step | None,
    step_option(
        "--to",
        "Trinnet på dansk eller engelsk, fx møde eller meeting. Uden det: det næste. "
        "En afsluttet eller afvist sag genåbnes med --to og --reason.",
    ),
]
Back = Annotated[bool, Option("--back", help="Flyt ét trin tilbage. Kræver --reason.")]
Force = Annotated[
    bool,
    Option("--force", help="Flyt, selv om noget mangler. Kræver --reason og huskes for altid."),
]
Reason = Annotated[
    str | None,
    Option("--reason", metavar="GRUND", help="Hvorfor sagen flyttes sådan; står i historikken."),
]


def advance(
    cases: Cases = None,
    everything: Everything = False,
    step: From = None,
    target: Target = None,
    back: Back = False,
    dry_run: options.DryRun = False,
    force: Force = False,
    reason: Reason = None,
    workspace: options.Workspace = None,
) -> int:
    """Flyt en sag til næste trin, når alt til trinnet er på plads.

    Mangler der noget, flyttes sagen ikke; alt, der mangler, vises med sted og hjælp. Flere sager
    flyttes hver for sig: de, der er klar, flyttes, og de andre bliver stående.

    Skal sagen slutte, så skriv `dato` og `årsag` under `afslutning` i sag.yaml, og luk den med
    `--to afsluttet`. Det kan gøres fra formøde, møde og opfølgning. En sag, der ikke får tilbuddet,
    flyttes fra visitation med `--to afvist`.
    """
    _require_cases(cases, everything=everything, step=step)
    _require_reason(target, back=back, force=force, reason=reason)
    why = options.reason_given(reason) if reason is not None else None
    order = Order(
        target=target,
        by=user_name(),
        at=now(),
        today=today(),
        force_reason=why if force else None,
        dry_run=dry_run,
        back=back,
        reason=why,
    )
    found = opened(workspace)
    chosen = _chosen(found, cases or [], step)
    if len(chosen) == 1 and not everything:
        return _advance(found, chosen[0], order)
    return _advance_each(found, chosen, order)


def _require_cases(cases: list[str] | None, *, everything: bool, step: Step | None) -> None:
    if everything and (cases or step is None):
        raise click.UsageError("--all bruges sammen med --step og uden sagsnumre.")
    if step is not None and (not everything or step.is_end):
        raise click.UsageError("--step bruges sammen med --all og nævner et trin, der er åbent.")
    if not everything and not cases:
        raise click.UsageError("Der mangler et argument: `SAG...`. Brug ellers --all og --step.")


def _require_reason(target: Step | None, *, back: bool, force: bool, reason: str | None) -> None:
    if back and (target or force):
        raise click.UsageError("--back kan ikke bruges sammen med --to eller --force.")
    for name, given in (("--force", force), ("--back", back)):
        if given and not (reason and reason.strip()):
            raise click.UsageError(f'{name} kræver en grund: --reason "…".')
    if reason is not None and not (force or back or target):
        raise click.UsageError("--reason bruges kun sammen med --force, --back eller --to.")


def _chosen(workspace: Workspace, words: list[str], step: Step | None) -> list[Case]:
    if step is None:
        folders = folders_named(workspace, words)
        return [load_case(folder) for folder in folders]
    # a case whose step cannot be read is reported, not skipped
    return [
        case
        for case in workspace.cases()
        if unless_broken(partial(_is_in, case, step), instead=True)
    ]


def _is_in(case: Case, step: Step) -> bool:
    return case.step is step


def _advance_each(workspace: Workspace, cases: list[Case], order: Order) -> int:
    """Move cases one by one; a failure does not stop the others."""

    def move(case: Case) -> int:
        try:
            return _advance(workspace, case, order)
        finally:
            console.out()

    failed = each_case(cases, move)
    console.out(report.summary(len(cases), failed, dry_run=order.dry_run))
    return int(bool(failed))


def _advance(workspace: Workspace, case: Case, order: Order) -> int:
    with undone(f"Sagen {case.number} er ikke flyttet"):
        moved = move_case(workspace, case, order)
    profile, _ = workspace.profile_of(case)
    console.out_lines(report.as_lines(moved, profile.words, dry_run=order.dry_run))
    if moved.target.is_end and not (moved.blocking or order.dry_run):
        now_ended = load_case(case.folder)
        console.out_lines(news.as_lines(now_ended, all_notices(now_ended, profile, order.today)))
    return int(bool(moved.blocking))


SECTION = Section.COURSE
COMMANDS = {"advance": advance}
