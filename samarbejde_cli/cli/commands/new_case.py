"""``samarbejde new-case``: the folder of a new case."""

import sys
from datetime import date
from typing import Annotated

from typer import Option

from samarbejde_cli.actions.new_case import new_case as make_case
from samarbejde_cli.actions.schema import keep_schemas
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.skeleton import Referral
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import now
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.days import day, day_option
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.cli.prompts import ask
from samarbejde_cli.cli.user import user_name
from samarbejde_cli.danish.text import nfc
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.forms.cpr import Cpr
from samarbejde_cli.report import new_case as report


def _name(text: str) -> str:
    name = " ".join(nfc(text).split())
    if not any(letter.isalpha() for letter in name):
        raise WrongUseError("Navnet er tomt.", "Skriv fornavn og efternavn.")
    return name


def _cpr(text: str) -> Cpr:
    try:
        return Cpr.parse("".join(text.replace("–", "-").split()))
    except ValueError as problem:
        what = "har ti cifre" if str(problem) == "form" else "begynder med en dato, der findes"
        raise WrongUseError(f"Et CPR-nummer {what}.", "Skriv det som 670310-4321.") from None


def _day_or_later(text: str) -> date | None:
    return day(text) if text else None


Name = Annotated[str | None, options.parsed("--name", "NAVN", _name, "Den unges fulde navn.")]
CprNumber = Annotated[
    Cpr | None, options.parsed("--cpr", "CPR", _cpr, "CPR-nummer som 670310-4321.")
]
ReferredBy = Annotated[
    str | None, Option("--referred-by", metavar="HVEM", help="Hvem der har henvist den unge.")
]
ReferredOn = Annotated[date | None, day_option("--date", "Henvist den, som 2026-03-03.")]
ProfileName = Annotated[
    str | None,
    Option(
        "--profile",
        metavar="PROFIL",
        help="Sagens egen profil, fx soroe-voksne, når den ikke følger kommunens.",
    ),
]


def _label(workspace: Workspace) -> str:
    person = workspace.profile.words.of_person
    return f"{person[:1].upper()}{person[1:]} fulde navn"


def new_case(
    name: Name = None,
    cpr: CprNumber = None,
    referred_by: ReferredBy = None,
    date: ReferredOn = None,
    profile: ProfileName = None,
    workspace: options.Workspace = None,
) -> None:
    """Opret en sag.

    Sagen får et nummer, som hverken rummer navn eller CPR. Det, der ikke er givet som tilvalg,
    spørger programmet om.
    """
    found = opened(workspace)
    asked = name is None or cpr is None
    name = name or ask(_label(found), _name, option="--name")
    cpr = cpr or ask("CPR-nummer", _cpr, option="--cpr")
    if asked and sys.stdin.isatty():
        label = "Hvem har henvist? (Enter, hvis det kommer senere)"
        referred_by = referred_by or ask(label, str, option="--referred-by")
        label = "Henvist den, som 2026-03-03 (Enter, hvis den kommer senere)"
        date = date or ask(label, _day_or_later, option="--date")
    referral = Referral(name, cpr, nfc(referred_by) if referred_by else None, date, profile)
    folder = make_case(found, referral, user_name(), now())
    keep_schemas(found)
    console.out(report.created(folder))


SECTION = Section.START
COMMANDS = {"new-case": new_case}
