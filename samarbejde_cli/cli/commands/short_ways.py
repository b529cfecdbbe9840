"""``samarbejde present``, ``sign``, ``copies``, ``withdraw``: what every round has, in one step."""

from dataclasses import replace
from datetime import date as Date  # noqa: N812 — the option is called date
from typing import Annotated

import click
from typer import Argument, Option

from samarbejde_cli.actions import short_ways as action
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import now, today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.days import day_option
from samarbejde_cli.cli.editing import EditOptions, planned_edit, run_edit
from samarbejde_cli.cli.user import user_name
from samarbejde_cli.cli.withdrawing import people_to_withdraw
from samarbejde_cli.danish.text import listed, nfc
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.forms.model import folded
from samarbejde_cli.profile.vocabulary import PlanSigner
from samarbejde_cli.report.edit import UNCHANGED


def _capacity(text: str) -> PlanSigner:
    """Return the capacity of a word. Raises ``WrongUseError`` with all of them for another."""
    found = next((each for each in PlanSigner if folded(each.value) == folded(text)), None)
    if found is None:
        words = listed([each.value for each in PlanSigner], "eller")
        raise WrongUseError(f"Ingen skriver under som `{text}`.", f"Vælg {words}.")
    return found


AllBut = Annotated[
    list[str] | None,
    Option("--all-but", metavar="NAVN", help="En, der ikke var med. Kan gentages."),
]
Reason = Annotated[
    str | None, Option("--reason", metavar="GRUND", help="Hvorfor den unge ikke var med.")
]
Names = Annotated[
    list[str] | None,
    Argument(metavar="[NAVN...]", help="Hvem der har skrevet under; fornavnet er nok."),
]
Capacity = Annotated[
    PlanSigner | None,
    Option(
        "--as",
        metavar="SOM",
        parser=options.parsed_by(_capacity),
        help="ung, forældremyndighed, leder, rådgiver eller øvrige.",
    ),
]
OnConsent = Annotated[bool, Option("--consent", help="Samtykket. Det er det selv før mødet.")]
OnPlan = Annotated[bool, Option("--plan", help="Planen. Det er det selv fra mødet og frem.")]
People = Annotated[
    list[str] | None,
    Option("--person", metavar="NAVN", help="Kun for denne person. Kan gentages."),
]
By = Annotated[
    str | None,
    Option("--by", metavar="NAVN", help="Hvem der trak det hele tilbage; ellers den unge."),
]
Yes = Annotated[bool, Option("--yes", help="Det hele, uden at spørge først.")]
Day = Annotated[Date | None, day_option("--date", "Dagen, da det skete. Ellers i dag.")]


def present(
    case: options.CaseArgument,
    all_but: AllBut = None,
    reason: Reason = None,
    dry_run: options.DryRun = False,
    form: options.WrittenFormat = "text",
    workspace: options.Workspace = None,
) -> int:
    """Skriv, hvem der var med til mødet: alle de indkaldte, eller alle på nær nogle.

    Den, der svarede 2 (sender et notat) eller 4 (ikke relevant), regnes ikke som til stede, og der
    skrives intet. Kom en af dem alligevel: samarbejde set SAG "møde.deltagere[Navn].deltog=ja".
    """
    absent = [nfc(each) for each in all_but or ()]
    why = " ".join(nfc(reason or "").split()) or None
    return run_edit(
        case,
        lambda editing: action.present(editing, absent, why),
        EditOptions(dry_run, form, workspace),
    )


def sign(
    case: options.CaseArgument,
    names: Names = None,
    capacity: Capacity = None,
    consent: OnConsent = False,
    plan: OnPlan = False,
    date: Day = None,
    dry_run: options.DryRun = False,
    form: options.WrittenFormat = "text",
    workspace: options.Workspace = None,
) -> int:
    """Skriv, hvem der har skrevet under på samtykket eller planen.

    Uden navne og uden --as er det alle, der skal skrive under og mangler. Til og med formødet er
    det samtykket, derefter planen.
    """
    if consent and plan:
        raise click.UsageError("--consent og --plan kan ikke bruges sammen.")
    paper = "samtykke" if consent else "plan" if plan else None
    signed = action.Signed(
        tuple(nfc(each) for each in names or ()),
        capacity.value if capacity else None,
        date or today(),
        paper,
    )
    return run_edit(
        case, lambda editing: action.sign(editing, signed), EditOptions(dry_run, form, workspace)
    )


def copies(
    case: options.CaseArgument,
    date: Day = None,
    dry_run: options.DryRun = False,
    form: options.WrittenFormat = "text",
    workspace: options.Workspace = None,
) -> int:
    """Skriv, at alle, der skal have planen, har fået den.

    Det er den unge, dem med forældremyndighed og alle, der var med til mødet. Den, samtykket er
    trukket tilbage for, er ikke med.
    """
    day = date or today()
    return run_edit(
        case, lambda editing: action.copies(editing, day), EditOptions(dry_run, form, workspace)
    )


def withdraw(
    case: options.CaseArgument,
    person: People = None,
    by: By = None,
    date: Day = None,
    yes: Yes = False,
    dry_run: options.DryRun = False,
    form: options.WrittenFormat = "text",
    workspace: options.Workspace = None,
) -> int:
    """Skriv, at samtykket er trukket tilbage: for nogle personer eller det hele.

    Uden --person bliver der spurgt, hvem det gælder, og om det skal skrives; --yes er det hele.
    Dagen skrives i samtykke.yaml, og historikken får en linje. Bagefter står det, hvad der skal
    gøres: hvem der ikke længere må være med, og hvem der ikke må høre mere.
    """
    people = tuple(nfc(each) for each in person or ())
    withdrawn = action.Withdrawn(
        people, nfc(by) if by else None, date or today(), user_name(), now()
    )
    chosen = EditOptions(dry_run, form, workspace)
    if not (people or yes or dry_run):
        planned = planned_edit(case, lambda editing: action.withdraw(editing, withdrawn), chosen)
        meant = people_to_withdraw(planned.before)
        if meant is None:
            console.out(UNCHANGED)
            return 0
        withdrawn = replace(withdrawn, people=meant)
    return run_edit(case, lambda editing: action.withdraw(editing, withdrawn), chosen)


SECTION = Section.MEETINGS
COMMANDS = {"present": present, "sign": sign, "copies": copies, "withdraw": withdraw}
