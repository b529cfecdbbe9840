"""``samarbejde explain``: what a rule requires, why, and how to comply."""

import textwrap
from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated

from typer import Argument

from samarbejde_cli.cli import console, options
from samarbejde_cli.danish.text import closest, listed
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.find import find_workspace
from samarbejde_cli.profile.load import load_profile
from samarbejde_cli.profile.sources import cited
from samarbejde_cli.rules.engine.registry import all_rules
from samarbejde_cli.rules.engine.rule import Rule

FAMILIES = {
    "0": "Filer",
    "1": "Felter",
    "2": "Målgruppe og visitation",
    "3": "Personer og roller",
    "4": "Samtykke",
    "5": "Formøde",
    "6": "Møde",
    "7": "Plan",
    "8": "Opfølgning",
    "9": "Privatliv",
}
Code = Annotated[str | None, Argument(metavar="[KODE]", help="Reglens kode, fx SAM701.")]


def explain(code: Code = None, workspace: options.Workspace = None) -> None:
    """Forklar en regel, eller vis en liste over alle regler.

    I en arbejdsmappe nævnes de kilder, som hører til jeres profil; ellers nævnes alle.
    """
    rules = all_rules()
    if code is None:
        console.out("\n".join(_list(rules)))
        return
    wanted = code.strip().upper()
    by_name = {rule.name.upper(): rule for rule in rules.values()}
    rule = rules.get(wanted) or by_name.get(wanted)
    if rule is None:
        meant = closest(wanted, [*rules, *by_name])
        raise WrongUseError(
            f"Der er ingen regel, der hedder {code}.",
            f"Mente du {meant.upper()}?" if meant else "`samarbejde explain` viser dem alle.",
        )
    console.out(_page(rule, _source(rule, workspace)))


def _list(rules: dict[str, Rule]) -> list[str]:
    lines: list[str] = []
    family = ""
    for rule in rules.values():
        if rule.code[3] != family:
            family = rule.code[3]
            lines += ["", FAMILIES[family]]
        lines.append(f"  {rule.code}  {rule.name}")
    return [*lines[1:], "", "Læs om en af dem med fx `samarbejde explain SAM701`."]


def _source(rule: Rule, given: Path | None) -> str:
    """Return the source as the municipality has it; outside a workspace, all of it."""
    root = find_workspace(Path.cwd() / (given or ""))
    return cited(rule.source, load_profile(root).base) if root else rule.source


def _page(rule: Rule, source: str) -> str:
    parts = [
        f"{rule.code} {rule.name} ({rule.severity})",
        _folded(rule.explanation),
        f"Gælder: {when(rule)}",
        f"Kilde: {source}" if source else "",
        _example("Forkert:", rule.wrong),
        _example("Rigtigt:", rule.right),
    ]
    return "\n\n".join(part for part in parts if part)


def when(rule: Rule) -> str:
    """Return in which step the rule counts, in words."""
    if not rule.steps:
        return "altid"
    steps = listed([step.value for step in rule.steps], "eller")
    if not rule.severity.blocks:
        return f"fra {rule.steps[0].value} og frem; sagen kan godt gå videre"
    return f"skal være på plads, før sagen går videre fra {steps}"


def _folded(text: str) -> str:
    width = min(get_terminal_size().columns, 90)
    paragraphs = text.strip().split("\n\n")
    return "\n\n".join(textwrap.fill(" ".join(each.split()), width) for each in paragraphs)


def _example(heading: str, text: str) -> str:
    return f"{heading}\n{textwrap.indent(text.rstrip(), '    ')}" if text.strip() else ""


COMMANDS = {"explain": explain}
