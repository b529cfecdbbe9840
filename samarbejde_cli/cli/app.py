"""The program as a click command: it imports a command first when it is used.

A module of ``commands`` names its commands in ``COMMANDS``: what is typed, and a typer function
with Annotated arguments and options (see ``options``) and a Danish docstring whose first line is
the line of ``--help``. It calls one action, prints with ``console`` and returns the exit code
(nothing means 0). A SamarbejdeError may pass through: ``main`` shows it. ``templates check`` is a
command of a group. A group that does nothing itself has its help in place of a function; ``batch``
is a command as well as the group of ``batch verify``.

``python tools/make_commands.py`` writes ``command_table``, so that help and completion import none.
"""

from importlib import import_module
from typing import Annotated, Any

import click
import typer
from typer.core import TyperCommand, TyperGroup

from samarbejde_cli import __version__
from samarbejde_cli.cli import command_table, completion, console
from samarbejde_cli.cli.command import Command
from samarbejde_cli.danish.text import closest

_WRONG_USE = 2
_OPTIONS, _SUBCOMMANDS = "[TILVALG]", "KOMMANDO ..."


<<<<<<< HEAD
=======
class Command(NamedTuple):
    """A line of the table; ``module`` is relative to ``commands`` when it begins with a dot."""

    name: str
    module: str
    help: str
    commands: tuple["Command", ...] = ()
    acts: bool = False


_TEMPLATES = (
    Command("check", ".templates", "Find alle fejl i Word-skabeloner, uden at bruge en sag."),
    Command("list", ".templates", "Vis skabelonerne: jeres egne og de medfølgende."),
    Command("fields", ".templates", "Vis de felter, som en skabelon må bruge."),
    Command("copy", ".templates", "Kopiér den medfølgende skabelon, så I kan rette i den."),
    Command("convert", ".templates_convert", "Lav skabeloner af gamle breve fra en brevfletning."),
    Command("diff", ".templates", "Vis, hvad I har rettet i forhold til den medfølgende."),
)
_BATCH = (
    Command("verify", ".batch", "Kontrollér færdige breve: intet er ændret, væk eller blandet."),
)
COMMANDS = (
    Command("demo", ".demo", "Lav en arbejdsmappe med opdigtede sager, og prøv programmet i den."),
    Command("init", ".init", "Lav en tom arbejdsmappe til kommunen."),
    Command("new-case", ".new_case", "Opret en sag."),
    Command("validate", ".validate", "Kontrollér sagerne, og vis alt, der mangler eller er galt."),
    Command("status", ".status", "Vis hver sags trin, næste møde og det, der står i vejen."),
    Command("todo", ".todo", "Vis, hvad der skal gøres i sagerne: hvem, hvornår og hvorfor."),
    Command("advance", ".advance", "Flyt en sag til næste trin, når alt til trinnet er på plads."),
    Command("hand-over", ".hand_over", "Overdrag en sag til en anden koordinator eller afdeling."),
    Command("renumber", ".renumber", "Giv en sag et andet nummer."),
    Command("pause", ".pause", "Sæt en sag på pause."),
    Command("resume", ".pause", "Slut en sags pause i dag."),
    Command(
        "move-meeting",
        ".reschedule",
        "Flyt sagens møde til en anden dag, et andet klokkeslæt eller et andet lokale.",
    ),
    Command("call-off", ".reschedule", "Aflys sagens møde, når der ikke er en ny dag endnu."),
    Command(
        "told", ".reschedule", "Skriv, at alle har fået besked om det, der er flyttet eller aflyst."
    ),
    Command("reply", ".reply", "Skriv, hvad en deltager har svaret på indkaldelsen."),
    Command("history", ".history", "Vis, hvad der er sket med en sag: hvem, hvornår og hvorfor."),
    Command("calendar", ".calendar", "Lav en kalenderfil (.ics) af mødet til kollegerne."),
    Command("rerender", ".rerender", "Lav en sags papirer igen, nøjagtig som de var."),
    Command("render", ".render", "Lav alle de dokumenter, som sagens trin kræver."),
    Command("render-screening", ".render", "Lav screeningen med tjeklisten og beslutningen."),
    Command(
        "render-pre-meeting",
        ".render",
        "Lav invitationen til formødet, til den unge eller forældrene.",
    ),
    Command(
        "render-new-coordinator", ".render", "Lav brevet, der fortæller, hvem der nu har sagen."
    ),
    Command(
        "render-consent",
        ".render",
        "Lav samtykket, som den unge og forældrene skriver under på.",
    ),
    Command(
        "render-experience",
        ".render",
        "Lav de fire spørgsmål om, hvordan den unge oplever møderne.",
    ),
    Command(
        "render-week", ".render_week", "Lav siden til næste mødedag: alle sager, lokaler og svar."
    ),
    Command(
        "render-dialogue", ".render", "Lav dialogskemaet med spindelvævet over de syv områder."
    ),
    Command("render-network-map", ".render", "Tegn netværkskortet, som kan rettes i Word."),
    Command("render-three-houses", ".render", "Lav inspirationsarket De 3 huse."),
    Command("render-vitalisation", ".render", "Lav inspirationsarket til vitaliseringsmodellen."),
    Command(
        "render-network-overview", ".render", "Lav overblikket over netværk, team og indsatser."
    ),
    Command("render-agenda", ".render", "Lav dagsordenen til mødet eller opfølgningsmødet."),
    Command("render-invitation", ".render", "Lav et indkaldelsesbrev til hver ekstern modtager."),
    Command(
        "render-cancellation",
        ".render",
        "Lav et brev til hver, der er indkaldt til noget, som er aflyst.",
    ),
    Command("render-goals", ".render", "Lav Mål- og aftaleskemaet."),
    Command("render-roles", ".render", "Lav en side til hver rolle: før, på og efter mødet."),
    Command("render-script", ".render", "Lav mødelederens drejebog, minut for minut."),
    Command(
        "render-meeting-checklist",
        ".render",
        "Lav mødetjeklisten, som koordinatoren udfylder efter mødet.",
    ),
    Command("render-economy", ".render", "Lav enkeltsagsøkonomiarket over ændrede bevillinger."),
    Command("render-leaflet", ".render", "Lav pjecen til den unge: ét ark, der foldes."),
    Command(
        "render-journal",
        ".render",
        "Lav teksterne, som afdelingerne sætter ind i deres egne systemer.",
    ),
    Command(
        "batch",
        ".batch",
        "Lav breve til mange sager på én gang, efter at du har set planen og tre prøver.",
        _BATCH,
        acts=True,
    ),
    Command("explain", ".explain", "Forklar en regel, eller vis en liste over alle regler."),
    Command("profile", ".profile", "Vis alle indstillinger, og hvor hver af dem kommer fra."),
    Command("fix", ".fix", "Ret det, der kan rettes sikkert: datoer, anførselstegn og stavefejl."),
    Command("schema", ".schema", "Skriv JSON-skemaer, så din editor kan hjælpe med felterne."),
    Command("templates", ".templates", "Kontrollér og tilpas Word-skabelonerne.", _TEMPLATES),
    Command("text", ".text", "Vis en Word-fil som tekst."),
)


>>>>>>> 86354b5 (templates convert: old mail merge letters become templates)
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
                raise click.UsageError(f"{error.message} Mente du `{meant}`?", ctx) from error
            raise
        if name is None or stand_in is None:
            return name, stand_in, rest
        entry = self._entries[name]
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
