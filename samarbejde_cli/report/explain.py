"""A rule on a page, and the list of all rules."""

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby
from shutil import get_terminal_size

from samarbejde_cli.danish.text import listed
from samarbejde_cli.report.folded import lines_of
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


def listing(rules: Iterable[Rule]) -> Iterator[str]:
    """Yield all rules by family, and how to read about one."""
    for family, members in groupby(rules, key=lambda rule: rule.code[3]):
        yield FAMILIES[family]
        yield from (f"  {rule.code}  {rule.name}" for rule in members)
        yield ""
    yield "Læs om en af dem med fx `samarbejde explain SAM701`."


def page(rule: Rule, source: str) -> str:
    """Return what a rule requires, where it comes from, and a wrong and a right example."""
    parts = [
        f"{rule.code} {rule.name} ({rule.severity})",
        _folded(rule.explanation),
        _folded(f"Gælder: {when(rule)}"),
        _folded(f"Kilde: {source}") if source else "",
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
    return "\n\n".join("\n".join(lines_of(" ".join(x.split()), width)) for x in paragraphs)


def _example(heading: str, text: str) -> str:
    return f"{heading}\n{textwrap.indent(text.rstrip(), '    ')}" if text.strip() else ""
