"""``samarbejde advance``: cases to their next step, back, or out of an end."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Annotated

import click
from typer import Argument, Option

from samarbejde_cli.actions.advance import Moved, Order
from samarbejde_cli.actions.advance import advance as move_case
from samarbejde_cli.actions.next_steps import WORK
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.history import Event
from samarbejde_cli.case.steps import Step
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import now, today
from samarbejde_cli.cli.news import print_all_news
from samarbejde_cli.cli.opened import opened, print_full
from samarbejde_cli.cli.options import parsed_by
from samarbejde_cli.cli.problems import each_case, undone
from samarbejde_cli.cli.steps import step_named
from samarbejde_cli.cli.user import user_name
from samarbejde_cli.danish.text import counted, listed
from samarbejde_cli.profile.appearance import Words
from samarbejde_cli.profile.own_words import in_own_words

Cases = Annotated[
    list[str] | None,
    Argument(metavar="[SAG...]", help="Sagernes numre eller mapper, fx 2026-014 2026-015."),
]
Everything = Annotated[
    bool, Option("--all", help="Alle de sager, der står i trinnet efter --step.")
]
From = Annotated[
    Step | None,
    Option(
        "--step",
        metavar="TRIN",
        parser=parsed_by(step_named),
        help="Sammen med --all: trinnet, som sagerne står i nu.",
    ),
]
Target = Annotated[
    Step | None,
    Option(
        "--to",
        metavar="TRIN",
        parser=parsed_by(step_named),
        help="Trinnet på dansk eller engelsk, fx møde eller meeting. Uden det: det næste. "
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
        folders = dict.fromkeys(workspace.folder_of(word, Path.cwd()) for word in words)
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
    console.out(_summary(len(cases), failed, dry_run=order.dry_run))
    return int(bool(failed))


def _summary(number: int, failed: Iterable[str], *, dry_run: bool) -> str:
    if not number:
        return "Der står ingen sager i det trin."
    left = list(failed)
    verb = "kan flyttes" if dry_run else "er flyttet"
    said = f"{number - len(left)} af {counted(number, 'sag', 'sager')} {verb}."
    return f"{said} Ikke flyttet: {listed(left)}." if left else said


def _advance(workspace: Workspace, case: Case, order: Order) -> int:
    with undone(f"Sagen {case.number} er ikke flyttet"):
        moved = move_case(workspace, case, order)
    words = workspace.profile_of(case)[0].words
    code = _report(moved, words, dry_run=order.dry_run)
    if moved.target.is_end and not (code or order.dry_run):
        print_all_news(load_case(case.folder), workspace.profile_of(case)[0], order.today)
    return code


def _report(moved: Moved, words: Words, *, dry_run: bool) -> int:
    if moved.blocking:
        print_full(moved.blocking)
        verb = "kan ikke flyttes" if dry_run else "er ikke flyttet"
        number = counted(len(moved.blocking), "ting", "ting")
        console.out(f"{moved.number} {verb} til {moved.target.value}: {number} står i vejen.")
        return 1
    print_full(moved.waived)
    for diagnosis in moved.others:
        console.out(f"{diagnosis.code} {diagnosis.weight}  {diagnosis.message}")
    target = f"{moved.target.value} (runde {moved.round})"
    console.out(
        f"{moved.number} {_verb(moved, dry_run=dry_run)} {moved.origin.value} til {target}."
    )
    if moved.waived:
        codes = listed(sorted({each.code for each in moved.waived}))
        console.out(f"Gennemtvunget trods {codes}; grunden står i historik.yaml.")
    if not dry_run:
        _print_next(moved, words)
    return 0


def _verb(moved: Moved, *, dry_run: bool) -> str:
    words = {
        Event.BACK: ("er flyttet tilbage fra", "kan flyttes tilbage fra"),
        Event.REOPENED: ("er genåbnet fra", "kan genåbnes fra"),
    }
    return words.get(moved.event, ("er flyttet fra", "kan flyttes fra"))[dry_run]


def _print_next(moved: Moved, words: Words) -> None:
    if work := WORK[moved.target]:
        console.out("\nNu skal du:")
    for line in work:
        console.out(f"  - {in_own_words(line, words)}")
    if not moved.target.is_end:
        console.out(f"\nDokumenter til trinnet: samarbejde render {moved.number}")
        console.out(f"{_way_out(moved)} samarbejde advance {moved.number} --to {_end(moved).value}")


def _end(moved: Moved) -> Step:
    """Return the end that a case can go to from the step that it is in now."""
    return Step.REJECTED if moved.target is Step.INTAKE else Step.CLOSED


def _way_out(moved: Moved) -> str:
    if _end(moved) is Step.REJECTED:
        return "Bliver der ikke sagt ja, så skriv `beslutning: afvises`, og luk sagen:"
    return "Skal sagen slutte, så skriv dato og årsag under `afslutning` i sag.yaml, og luk den:"


COMMANDS = {"advance": advance}
