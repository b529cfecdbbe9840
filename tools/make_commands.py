"""Write the table of commands that the program starts with, from the commands themselves.

``python tools/make_commands.py`` writes it, ``--check`` only says whether it is up to date. A
module in ``samarbejde_cli/cli/commands/`` declares in ``COMMANDS`` what is typed and the function
that it calls (for a mere group, the group's help). The lines are in the order of ``--help`` and
keep it: a new command comes after the others of its module, or last, and can be moved.
"""

import re
import sys
from importlib import import_module
from inspect import getdoc
from pathlib import Path
from pkgutil import iter_modules

from samarbejde_cli.cli import commands
from samarbejde_cli.cli.command import Command

TABLE = Path(commands.__path__[0]).parent / "command_table.py"
_HEAD = '''\
"""The table of commands: written by ``tools/make_commands.py``; change the commands, not this."""

from samarbejde_cli.cli.command import Command

# ruff: noqa: E501
# fmt: off
COMMANDS = (
'''
_NAME = re.compile(r'^    Command\("([^"]+)"', re.MULTILINE)


def declared() -> list[Command]:
    """Return every command that a module declares, those of one module together."""
    found = []
    for _, module, _ in iter_modules(commands.__path__):
        for name, act in import_module(f"{commands.__name__}.{module}").COMMANDS.items():
            if isinstance(act, str):
                found.append(Command(name, "", act))
            else:
                found.append(Command(name, f".{module}", (getdoc(act) or "").partition("\n")[0]))
    return found


def table(known: str) -> str:
    """Return the table's text; ``known`` is the text whose order it keeps."""
    places = {name: number for number, name in enumerate(_NAME.findall(known))}
    found = declared()

    def place(command: Command) -> tuple[int, bool]:
        if command.name in places:
            return places[command.name], False
        beside = [places.get(each.name, -1) for each in found if each.module == command.module]
        return max(beside) if max(beside) >= 0 else len(places), True

    lines = (
        f"    Command({', '.join(map(_quoted, each))}),\n" for each in sorted(found, key=place)
    )
    return f"{_HEAD}{''.join(lines)})\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main(*, check: bool) -> int:
    """Write the table, or return 1 when it is not up to date."""
    old = TABLE.read_text("utf-8")
    new = table(old)
    if check and new != old:
        sys.stderr.write("the table of commands is stale: run python tools/make_commands.py\n")
        return 1
    TABLE.write_text(new, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(check="--check" in sys.argv[1:]))
