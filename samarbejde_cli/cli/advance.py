"""``samarbejde advance``: a case to its next step."""

from pathlib import Path
from typing import Annotated

import click
from typer import Option

from samarbejde_cli.actions.guide import WORK
from samarbejde_cli.actions.move import Moved, Order, UnreadableCaseError
from samarbejde_cli.actions.move import advance as move_case
from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.steps import Step, find_step
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import now, today
from samarbejde_cli.cli.opened import opened, print_full
from samarbejde_cli.cli.options import parsed_by
from samarbejde_cli.cli.user import user_name
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.texts import closest, counted, listed


def _step(text: str) -> Step:
    if step := find_step(text):
        return step
    words = [step.value for step in Step]
    meant = closest(text, words)
    hint = f"Mente du {meant}?" if meant else f"Vælg {listed(words, 'eller')}."
    raise WrongUseError(f"Trinnet '{text}' findes ikke.", hint)


Target = Annotated[
    Step | None,
    Option(
        "--to",
        metavar="TRIN",
        parser=parsed_by(_step),
        help="Trinnet på dansk eller engelsk, fx møde eller meeting. Uden det: det næste.",
    ),
]
Force = Annotated[
    bool,
    Option("--force", help="Flyt, selv om noget mangler. Kræver --reason og huskes for altid."),
]
Reason = Annotated[
    str | None, Option("--reason", metavar="GRUND", help="Hvorfor sagen flyttes trods manglerne.")
]


def advance(
    case: options.CaseArgument,
    target: Target = None,
    dry_run: options.DryRun = False,
    force: Force = False,
    reason: Reason = None,
    workspace: options.Workspace = None,
) -> int:
    """Flyt en sag til næste trin, når alt til trinnet er på plads.

    Mangler der noget, flyttes sagen ikke; alt, der mangler, vises med sted og hjælp.
    """
    _require_reason(force=force, reason=reason)
    found = opened(workspace)
    loaded = load_case(found.folder_of(case, Path.cwd()))
    forced = reason.strip() if force and reason else None
    order = Order(target, user_name(), now(), today(), forced, dry_run)
    try:
        moved = move_case(found, loaded, order)
    except UnreadableCaseError as problem:
        print_full(problem.diagnoses)
        console.problem(
            f"Sagen {problem.number} er ikke flyttet: dens filer kan ikke læses.",
            "Ret fejlene ovenfor. De kan ikke gennemtvinges med --force.",
        )
        return 1
    return _report(moved, dry_run=dry_run)


def _require_reason(*, force: bool, reason: str | None) -> None:
    if force and not (reason and reason.strip()):
        raise click.UsageError('--force kræver en grund: --reason "…".')
    if reason and not force:
        raise click.UsageError("--reason bruges kun sammen med --force.")


def _report(moved: Moved, *, dry_run: bool) -> int:
    if moved.blocking:
        print_full(moved.blocking)
        verb = "kan ikke flyttes" if dry_run else "er ikke flyttet"
        number = counted(len(moved.blocking), "ting", "ting")
        console.out(f"{moved.number} {verb} til {moved.target.value}: {number} står i vejen.")
        return 1
    print_full(moved.waived)
    for diagnosis in moved.others:
        console.out(f"{diagnosis.code} {diagnosis.weight}  {diagnosis.message}")
    verb = "kan flyttes" if dry_run else "er flyttet"
    target = f"{moved.target.value} (runde {moved.round})"
    console.out(f"{moved.number} {verb} fra {moved.origin.value} til {target}.")
    if moved.waived:
        codes = listed(sorted({each.code for each in moved.waived}))
        console.out(f"Gennemtvunget trods {codes}; grunden står i historik.yaml.")
    if not dry_run:
        _print_next(moved)
    return 0


def _print_next(moved: Moved) -> None:
    if work := WORK[moved.target]:
        console.out("\nNu skal du:")
    for line in work:
        console.out(f"  - {line}")
    if not moved.target.is_end:
        console.out(f"\nDokumenter til trinnet: samarbejde render {moved.number}")
