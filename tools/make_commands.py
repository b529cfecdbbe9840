"""Write the tables of commands, kinds and rules, from which the program imports what it uses.

``python tools/make_commands.py`` writes it, ``--check`` only says whether it is up to date. A
module in ``samarbejde_cli/cli/commands/`` declares in ``COMMANDS`` what is typed and the function
that it calls (for a mere group, the group's help), and in ``SECTION`` the heading of ``--help``
that they stand under. The lines keep their order: a new command comes after the others of its
module, or last, and can be moved.

The rules are those of the files ``samNNN_….py`` in the families of ``samarbejde_cli/rules/``.
"""

import re
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import getdoc, signature
from pathlib import Path
from pkgutil import iter_modules, walk_packages
from typing import Any, get_args

from samarbejde_cli import rules
from samarbejde_cli.cli import commands
from samarbejde_cli.cli.command import Command
from samarbejde_cli.cli.completion import case_numbers
from samarbejde_cli.documents import kinds
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.findings import Weight

TABLE = Path(commands.__path__[0]).parent / "command_table.py"
_HEAD = '''\
"""The table of commands: written by ``tools/make_commands.py``; change the commands, not this."""

from samarbejde_cli.cli.command import Command

# ruff: noqa: E501
# fmt: off
COMMANDS = (
'''
RULES = Path(rules.__path__[0]) / "engine" / "table.py"
_RULES_HEAD = '''\
"""The table of rules: written by ``tools/make_commands.py``; change the rules, not this."""

from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.entry import Entry

# ruff: noqa: E501
# fmt: off
RULES = (
'''
KINDS = Path(kinds.__path__[0]).parent / "kind_table.py"
_KINDS_HEAD = '''\
"""The table of kinds: written by ``tools/make_commands.py``; change the kinds, not this."""

# fmt: off
TABLE = (
'''
_NAME = re.compile(r'^    Command\("([^"]+)"', re.MULTILINE)


def declared() -> list[Command]:
    """Return every command that a module declares, those of one module together."""
    found = []
    for _, module, _ in iter_modules(commands.__path__):
        found.extend(_commands_of(module))
    return found


def _commands_of(name: str) -> Iterator[Command]:
    module = import_module(f"{commands.__name__}.{name}")
    for typed, act in module.COMMANDS.items():
        if isinstance(act, str):
            yield Command(typed, "", act, module.SECTION.value)
        else:
            line = (getdoc(act) or "").partition("\n")[0]
            yield Command(typed, f".{name}", line, module.SECTION.value, _cases(act))


def _cases(act: Callable[..., Any]) -> str:
    """Return whether a command's first arguments are cases: ``one``, ``many`` or nothing."""
    first = next(iter(signature(act).parameters.values()), None)
    marks = get_args(first.annotation)[1:] if first else ()
    completed = [each for each in marks if getattr(each, "autocompletion", None) is case_numbers]
    return "" if not completed else "many" if "..." in completed[0].metavar else "one"


def table(known: str) -> str:
    """Return the table's text; ``known`` is the text whose order it keeps."""
    places = {name: number for number, name in enumerate(_NAME.findall(known))}
    found = declared()

    def place(command: Command) -> tuple[int, bool]:
        if command.name in places:
            return places[command.name], False
        beside = [places.get(each.name, -1) for each in found if each.module == command.module]
        return max(beside) if max(beside) >= 0 else len(places), True

    lines = (_line(each) for each in sorted(found, key=place))
    return f"{_HEAD}{''.join(lines)})\n"


def _line(command: Command) -> str:
    words = command if command.cases else command[:-1]
    return f"    Command({', '.join(map(_quoted, words))}),\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def rule_table() -> str:
    """Return the text of the table of rules, in the order of their codes."""
    modules = [each.name for each in walk_packages(rules.__path__, f"{rules.__name__}.")]
    found = [name for name in modules if name.rpartition(".")[2].startswith("sam")]
    lines = (_rule_line(name) for name in sorted(found, key=lambda name: name.rpartition(".")[2]))
    return f"{_RULES_HEAD}{''.join(lines)})\n"


def _rule_line(name: str) -> str:
    rule = import_module(name).RULE
    looks_at = "case" if rule.check else "workspace" if rule.check_workspace else ""
    words = [name.removeprefix(f"{rules.__name__}."), looks_at]
    steps = "".join(f"Step.{step.name}, " for step in rule.steps)
    extra = [f"({steps.rstrip() if len(rule.steps) == 1 else steps[:-2]})"] if steps else []
    if rule.scope == "round":
        extra = [*(extra or ["()"]), _quoted(rule.scope)]
    if rule.severity is not Weight.ERROR:
        extra.append(f"severity=Weight.{rule.severity.name}")
    return f"    Entry({', '.join([*map(_quoted, words), *extra])}),\n"


def kind_table() -> str:
    """Return the text of the table of kinds of documents, in their order."""
    found = [
        (kind, module.name)
        for module in iter_modules(kinds.__path__)
        for kind in vars(import_module(f"{kinds.__name__}.{module.name}")).values()
        if isinstance(kind, Kind)
    ]
    found.sort(key=lambda each: each[0].order)
    lines = (
        f"    ({', '.join(map(_quoted, (kind.name, kind.stem, module, _known_by(kind))))}),\n"
        for kind, module in found
    )
    return f"{_KINDS_HEAD}{''.join(lines)})\n"


def _known_by(kind: Kind) -> str:
    return kind.form.known_by if kind.form else ""


def main(*, check: bool) -> int:
    """Write the tables, or return 1 when they are not up to date."""
    for path, text in _tables():
        if (path.read_text("utf-8") if path.exists() else "") == text:
            continue
        if check:
            sys.stderr.write(f"{path.name} is stale: run python tools/make_commands.py\n")
            return 1
        path.write_text(text, "utf-8", newline="\n")
    return 0


def _tables() -> Iterator[tuple[Path, str]]:
    """Yield each table with its text: that of the commands last, for it is made of the kinds."""
    yield RULES, rule_table()
    yield KINDS, kind_table()
    yield TABLE, table(TABLE.read_text("utf-8"))


if __name__ == "__main__":
    raise SystemExit(main(check="--check" in sys.argv[1:]))
