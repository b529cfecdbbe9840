"""The program as a click command: it imports a command first when it is used.

A module of ``commands`` names its commands in ``COMMANDS``: what is typed, and a typer function
with Annotated arguments and options (see ``options``) and a Danish docstring whose first line is
the line of ``--help``, under the heading that the module's ``SECTION`` names. It calls one action,
prints with ``console`` and returns the exit code (nothing means 0). A SamarbejdeError may pass
through: ``main`` shows it. ``templates check`` is a command of a group. A group that does nothing
itself has its help in place of a function; ``batch`` is a command as well as the group of
``batch verify``.

``python tools/make_commands.py`` writes ``command_table``, so that help and completion import none.
"""

import gc
from functools import partial
from importlib import import_module
from typing import Annotated, Any

import click
import typer
from typer.core import TyperCommand, TyperGroup

from samarbejde_cli import __version__
from samarbejde_cli.cli import command_table, completion, console
from samarbejde_cli.cli.command import Command, Section
from samarbejde_cli.danish.text import closest, did_you_mean
from samarbejde_cli.garbage import look_seldom

_WRONG_USE = 2
_OPTIONS, _SUBCOMMANDS = "[TILVALG]", "KOMMANDO ..."


class _Own(click.Command):
    """Prints help through ``console``, and names the command in every wrong use of it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.callback = _show_help
        return option


class LazyCommand(_Own, TyperCommand):
    """A command of the table, once it is imported."""


class LazyGroup(_Own, TyperGroup):
    """Knows the names and the short help of the commands, and imports one when it is used."""

    def __init__(self, group: str = "", **attributes: Any) -> None:
        super().__init__(**attributes)
        self._entries = _within(group)
        for word, entry in self._entries.items():
            self.add_command(click.Command(word, short_help=entry.help))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands under their headings, all in one column."""
        found = [(entry.section, word, entry.help) for word, entry in self._entries.items()]
        if len({section for section, _, _ in found}) == 1:
            return super().format_commands(ctx, formatter)
        widest = max(len(word) for _, word, _ in found)
        for section in Section:
            rows = [(word.ljust(widest), text) for at, word, text in found if at == section]
            with formatter.section(section):
                formatter.write_dl(rows)
        return None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the real command in place of its stub from the help."""
        try:
            name, stand_in, rest = super().resolve_command(ctx, args)
        except click.UsageError as error:
            # click itself proposes from 8.4 on
            suggests = getattr(error, "possibilities", None)
            if not suggests and (meant := closest(args[0], self.commands)):
                raise click.UsageError(f"{error.message} {did_you_mean(meant)}", ctx) from error
            raise
        if name is None or stand_in is None:
            return name, stand_in, rest
        entry = self._entries[name]
        if ctx.resilient_parsing and completion.awaits_case(entry.cases, rest):
            return name, completion.TakesCases(name, entry.cases, partial(load, entry)), rest
        inner = _within(entry.name) if entry.module else {}
        if rest and rest[0] in inner:
            return f"{name} {rest[0]}", load(inner[rest[0]]), rest[1:]
        return name, load(entry), rest


def _within(group: str) -> dict[str, Command]:
    """Return the commands of a group (of the program, if empty) by the word that is typed."""
    split = ((entry.name.rpartition(" "), entry) for entry in command_table.COMMANDS)
    return {word: entry for (before, _, word), entry in split if before == group}


def load(entry: Command) -> click.Command:
    """Return the command of a line of the table, imported; a mere group imports none of its own."""
    if not entry.module:
        return _group(entry)
    module = import_module(entry.module, f"{__package__}.commands")
    if not gc.isenabled():
        look_seldom()
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    word = entry.name.rpartition(" ")[2]
    alone.command(word, cls=LazyCommand, options_metavar=_OPTIONS)(module.COMMANDS[entry.name])
    return typer.main.get_command(alone)


def _group(entry: Command) -> LazyGroup:
    return LazyGroup(
        entry.name,
        name=entry.name,
        help=entry.help,
        callback=click.pass_context(_help_if_alone),
        rich_markup_mode=None,
        suggest_commands=False,
        invoke_without_command=True,
        options_metavar=_OPTIONS,
        subcommand_metavar=_SUBCOMMANDS,
    )


def application() -> click.Command:
    """Return the whole program as a click command; no command is imported yet."""
    app = typer.Typer(
        cls=LazyGroup,
        add_completion=False,
        rich_markup_mode=None,
        suggest_commands=False,
        invoke_without_command=True,
        options_metavar=_OPTIONS,
        subcommand_metavar=_SUBCOMMANDS,
        epilog="Prøv først: samarbejde demo",
    )
    app.callback()(_samarbejde)
    completion.prepare()
    return typer.main.get_command(app)


def _show_help(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 — click calls it by position
    if wanted and not ctx.resilient_parsing:
        console.out(ctx.get_help())
        ctx.exit()


def _show_version(wanted: bool) -> None:  # noqa: FBT001 — typer calls it by position
    if wanted:
        console.out(f"samarbejde {__version__}")
        raise typer.Exit


def _help_if_alone(ctx: click.Context) -> None:
    """Show the help of a group that is called without a command."""
    if ctx.invoked_subcommand is None:
        console.out(ctx.get_help())
        raise typer.Exit(_WRONG_USE)


def _samarbejde(
    ctx: typer.Context,
    version: Annotated[  # noqa: ARG001 — a flag of the command line; its callback acts
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Vis versionen."),
    ] = False,
    show_completion: completion.Show = None,  # noqa: ARG001 — its callback acts
) -> None:
    """Arbejd efter Samarbejdsmodellen med almindelige filer.

    Kontrollér sagerne, flyt dem fra trin til trin, og lav dokumenterne i Word.
    """
    _help_if_alone(ctx)
