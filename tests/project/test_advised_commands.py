"""Every command line that a rule, a message or a page advises is one that the program knows."""

import re
import shlex
from pathlib import Path

import click

from samarbejde_cli.cli.app import application

ROOT = Path(__file__).parents[2]
PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "samarbejde_cli").rglob("*.py")),
]
_JOINED = re.compile(r'"\s*\n\s*f?"')
_ADVISED = re.compile(r"`samarbejde ([^`\n]+)`|^ *samarbejde ([a-z].+)$", re.MULTILINE)


def advised(page):
    text = page.read_text(encoding="utf-8")
    if page.suffix == ".py":
        text = _JOINED.sub("", text).replace("\\\\", "\\")
        return [one for one, _ in _ADVISED.findall(text) if one]
    return [one or two for one, two in _ADVISED.findall(text)]


def unknown(line):
    """Return the first word of a command line that the program does not know."""
    command = application()
    words = shlex.split(line.replace("\\|", "|"), posix=False)
    while isinstance(command, click.Group) and words and not words[0].startswith(("-", "[", "…")):
        try:
            _, command, words = command.resolve_command(click.Context(command), words)
        except click.UsageError:
            return words[0]
    for word in words:
        if name := re.match(r"\[?(--[a-z-]+)", word):
            names = {each for p in command.params for each in (*p.opts, *p.secondary_opts)}
            if name[1] not in {*names, "--help"}:
                return name[1]
    return None


def test_advised_commands_and_their_options_exist():
    lines = [(page, line) for page in PAGES for line in advised(page)]
    known = ("{", "…", "render-<")
    assert [
        (page.relative_to(ROOT).as_posix(), line, word)
        for page, line in lines
        if not line.startswith(known) and (word := unknown(line))
    ] == []


def test_a_command_or_an_option_that_does_not_exist_is_noticed():
    assert unknown("advance 2026-001 --dry-run") is None
    assert unknown("advence 2026-001") == "advence"
    assert unknown("advance 2026-001 --dryrun") == "--dryrun"
