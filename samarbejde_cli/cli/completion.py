"""Tab completion in the user's shell: typer does the work, these are the Danish words for it.

The script is shown, not installed: typer's own installation on Windows would loosen PowerShell's
execution policy for everything the user runs.
"""

from typing import Annotated, Literal

import typer
from typer.completion import (  # type: ignore[attr-defined]  # typer gives them no public name
    completion_init,
    get_completion_script,
)

from samarbejde_cli.cli import console

Shell = Literal["bash", "zsh", "fish", "powershell"]


def prepare() -> None:
    """Let the program answer the scripts that ``--show-completion`` prints."""
    completion_init()


def _show(shell: Shell | None) -> None:
    if shell:
        console.out(
            get_completion_script(
                prog_name="samarbejde", complete_var="_SAMARBEJDE_COMPLETE", shell=shell
            )
        )
        raise typer.Exit


Show = Annotated[
    Shell | None,
    typer.Option(
        "--show-completion",
        callback=_show,
        is_eager=True,
        help="Vis et script til din terminals profil, så Tab-tasten fuldfører kommandoer.",
    ),
]
