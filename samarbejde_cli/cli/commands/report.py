"""``samarbejde report``: the half-year's figures for the leader group."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

from typer import Option

from samarbejde_cli.actions.output_folder import OutputFolder, Status, changed_by_hand
from samarbejde_cli.actions.report import Wanted
from samarbejde_cli.actions.report import report as make_report
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.cli.profiles import OfProfile
from samarbejde_cli.danish.text import closest, did_you_mean, listed
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.figures.groups import BREAKDOWNS
from samarbejde_cli.figures.period import Period, last_half_year, parse_period
from samarbejde_cli.report import half_year


def _one_of(words: Sequence[str], what: str, text: str) -> str:
    """Return one of some words; raises ``WrongUseError`` for any other."""
    if text in words:
        return text
    hint = did_you_mean(closest(text, words)) or f"Vælg {listed(list(words), 'eller')}."
    raise WrongUseError(f"`{text}` er ikke {what}.", hint)


OfPeriod = Annotated[
    Period | None,
    options.parsed(
        "--period",
        "PERIODE",
        parse_period,
        "Et halvår som 2026H1, eller to dage som 2026-01-01..2026-06-30. Uden tilvalget: det "
        "sidste halvår, der er slut.",
    ),
]
Compare = Annotated[
    Period | None,
    options.parsed("--compare", "PERIODE", parse_period, "Sammenlign med en tidligere periode."),
]
By = Annotated[
    list[str] | None,
    options.parsed(
        "--by",
        "OPDELING",
        partial(_one_of, tuple(BREAKDOWNS), "en opdeling"),
        "Opdel også efter department (afdeling), school (skole), coordinator (koordinator), age "
        "(alder) eller placement (anbringelse). Kan bruges flere gange.",
    ),
]
Forms = Annotated[
    list[str] | None,
    options.parsed(
        "--format",
        "FORMAT",
        partial(_one_of, half_year.FORMS, "et format"),
        "docx til Word, xlsx til Excel, csv til dansk Excel, json til andre programmer. Kan bruges "
        "flere gange.",
    ),
]
Least = Annotated[
    int,
    Option(
        "--min",
        metavar="ANTAL",
        min=1,
        help="Vis kun tal, der er om mindst så mange personer, og skjul også dem, som de andre "
        "kunne regnes ud af.",
    ),
]
FromGit = Annotated[
    bool,
    Option(
        "--from-git",
        help="Tag sagerne, som git har dem fra periodens sidste dag, i stedet for at gå efter "
        "datoerne i filerne.",
    ),
]
Output = Annotated[
    Path | None,
    options.folder("Mappen, som filerne lægges i. Uden tilvalget: mappen dokumenter."),
]


def report(
    period: OfPeriod = None,
    compare: Compare = None,
    profile: OfProfile = None,
    by: By = None,
    form: Forms = None,
    least: Least = 5,
    from_git: FromGit = False,
    output: Output = None,
    overwrite: options.Overwrite = False,
    workspace: options.Workspace = None,
) -> int:
    """Lav halvårets tal til ledelsen ud af sagerne, så ingen kan kendes.

    Tallene er, som de var kendt på periodens sidste dag, så rapporten kan laves igen senere.
    """
    found = opened(workspace)
    chosen = period or last_half_year(today())
    wanted = Wanted(chosen, compare, profile, tuple(by or ()), least, from_git)
    cases = console.progress(found.folders(), "Tæller sag")
    result = make_report(found, wanted, today(), cases)
    folder = OutputFolder(output or found.root / "dokumenter")
    for name, data in half_year.files(result, form or half_year.FORMS, found.root).items():
        if folder.put(name, data, overwrite=overwrite) is Status.KEPT:
            raise changed_by_hand(folder.folder / name)
    folder.close()
    if problem := half_year.unclear(result):
        console.problem(*problem)
    console.out_lines(half_year.as_lines(result, folder.folder, form or half_year.FORMS))
    return int(bool(result.unreadable))


SECTION = Section.EVERYBODY
COMMANDS = {"report": report}
