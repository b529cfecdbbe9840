"""Arguments and options that several commands share, for consistent names and help.

Every argument and option has a Danish ``metavar`` and ``help``: click's own words for types
(``TEXT``, ``INTEGER``) are not translated. None shows its environment variable by itself, because
click writes "env var" in English in its errors: the help text names it instead.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import click
from typer import Argument, Option

from samarbejde_cli.cli.completion import case_numbers
from samarbejde_cli.errors import WrongUseError

Value = TypeVar("Value")


def case_argument(metavar: str, help_text: str) -> Any:
    """Return an argument that takes cases, whose numbers Tab completes."""
    return Argument(metavar=metavar, help=help_text, autocompletion=case_numbers)


CaseArgument = Annotated[str, case_argument("SAG", "Sagens nummer eller mappe, fx 2026-014.")]
CaseArguments = Annotated[
    list[str], case_argument("SAG...", "Sagernes numre eller mapper, fx 2026-014 2026-015.")
]
OnlyCases = Annotated[
    list[str] | None,
    case_argument("[SAG...]", "Kun disse sager: numre eller mapper. Uden dem: alle sager."),
]
Workspace = Annotated[
    Path | None,
    Option(
        "--workspace",
        metavar="MAPPE",
        envvar="SAMARBEJDE_WORKSPACE",
        show_envvar=False,
        exists=True,
        file_okay=False,
        help="Arbejdsmappen med samarbejde.yaml. Uden tilvalget bruges miljøvariablen "
        "SAMARBEJDE_WORKSPACE, ellers den arbejdsmappe, du står i.",
    ),
]
_FILES = frozenset({".docx", ".ics", ".json", ".pdf"})


def _folder_named(path: Path | None) -> Path | None:
    """Refuse the name of a file where a folder is asked for: a folder would be made of it."""
    if path and path.suffix.casefold() in _FILES and not path.is_dir():
        message = f"`{path}` ligner navnet på en fil. Skriv en mappe; filen får selv sit navn."
        raise click.BadParameter(message)
    return path


def folder(help_text: str) -> Any:
    """Return the option ``--output`` of a command that writes into a folder."""
    return Option(
        "--output",
        "-o",
        metavar="MAPPE",
        file_okay=False,
        callback=_folder_named,
        help=help_text,
    )


Output = Annotated[
    Path | None,
    folder("Mappen, som dokumenterne lægges i. Uden tilvalget: mappen dokumenter i sagen."),
]
Draft = Annotated[
    bool,
    Option("--draft", help="Lav en kladde, selv om noget mangler. Hullerne er tydeligt markeret."),
]
KeepComments = Annotated[
    bool,
    Option(
        "--keep-comments",
        help="Tag skabelonens kommentarer til korrektur med i dokumenterne. Ellers bliver de i "
        "skabelonen.",
    ),
]
For = Annotated[
    str | None,
    Option(
        "--for",
        metavar="NAVN",
        help="Lav kun papirerne til én: den unges, en forælders, en i teamets eller en kollegas "
        "fulde navn. Må navnet ikke få dem, siger programmet hvorfor.",
    ),
]
Pdf = Annotated[
    bool,
    Option("--pdf", help="Lav også en PDF af hvert dokument. Det kræver LibreOffice."),
]
Overwrite = Annotated[
    bool,
    Option("--overwrite", help="Skriv også oven i dokumenter, som nogen har rettet i Word."),
]
Why = Annotated[str, Option("--reason", metavar="GRUND", help="Hvorfor; står i historikken.")]
DryRun = Annotated[bool, Option("--dry-run", help="Vis, hvad der ville ske, uden at ændre noget.")]
FindingsFormat = Annotated[
    Literal["full", "concise", "json"],
    Option(
        "--format",
        help="full: med linjen fra filen og hjælp. concise: én linje for hvert fund. "
        "json: til andre programmer.",
    ),
]
TableFormat = Annotated[
    Literal["table", "json"],
    Option("--format", help="table: en tabel til skærmen. json: til andre programmer."),
]
WrittenFormat = Annotated[
    Literal["text", "json"],
    Option("--format", help="text: til skærmen. json: det skrevne til andre programmer."),
]


def reason_given(text: str) -> str:
    """Return the text of ``--reason``. Raises click.UsageError when it is blank."""
    if not text.strip():
        raise click.UsageError('--reason er tom. Skriv grunden i anførselstegn: --reason "…".')
    return " ".join(text.split())


def message_given(text: str | None) -> str | None:
    """Return the text of ``--message``. Raises click.UsageError when it is blank."""
    if text is not None and not text.strip():
        raise click.UsageError('--message er tom. Skriv teksten i anførselstegn: -m "…".')
    return text and text.strip()


def parsed_by(parse: Callable[[str], Value]) -> Callable[[str], Value]:
    """Return ``parse`` as the ``parser`` of an option, where its WrongUseError names the option.

    The same ``parse`` serves ``prompts.ask``.
    """

    def parser(text: str) -> Value:
        try:
            return parse(text)
        except WrongUseError as error:
            raise click.BadParameter(f"{error.message} {error.hint}".rstrip()) from None

    return parser


def parsed(name: str, metavar: str, parse: Callable[[str], Any], help_text: str) -> Any:
    """Return an option whose text ``parse`` reads; its WrongUseError names the option."""
    return Option(name, metavar=metavar, parser=parsed_by(parse), help=help_text)
