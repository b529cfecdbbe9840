"""A file as the result of a command: written where the user wants it, or to standard output."""

from pathlib import Path
from typing import Annotated

from typer import Option

from samarbejde_cli.cli import console
from samarbejde_cli.errors import WriteError
from samarbejde_cli.files.write import Change, digest_of, write_all

File = Annotated[
    Path | None,
    Option(
        "--output",
        "-o",
        metavar="FIL",
        dir_okay=False,
        help="Filen, der skrives. Brug den på Windows, hvor > kan ødelægge æ, ø og å.",
    ),
]


def write_file(data: bytes, output: Path | None) -> None:
    """Write bytes to a file, replacing one that is there, or to standard output.

    Raises ``WriteError`` when the file cannot be written.
    """
    if output is None:
        console.out_bytes(data)
        return
    try:
        present = digest_of(output.read_bytes()) if output.exists() else None
    except OSError as problem:
        raise WriteError(
            f"{output} kan ikke læses, så programmet tør ikke skrive oven i den.",
            "Luk den i Excel og andre programmer, og prøv igen.",
        ) from problem
    write_all([Change(output, data, present)])
    console.err(f"Skrevet: {output}")
