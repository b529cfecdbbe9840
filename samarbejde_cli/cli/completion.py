"""Tab completion in the user's shell: typer does the work, these are the Danish words for it.

The script is shown, not installed: typer's own installation on Windows would loosen PowerShell's
execution policy for everything the user runs.

The number of a case is completed without importing the command that takes it.
"""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Literal

import click
import typer
from click.shell_completion import CompletionItem
from typer.completion import (  # type: ignore[attr-defined]  # typer gives them no public name
    completion_init,
    get_completion_script,
)

from samarbejde_cli.cli import console

Shell = Literal["bash", "zsh", "fish", "powershell"]


def prepare() -> None:
    """Let the program answer the scripts that ``--show-completion`` prints."""
    completion_init()


def case_numbers(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the numbers of the workspace's cases that begin with what was typed."""
    from samarbejde_cli.files.find import case_folders, find_workspace  # noqa: PLC0415 — only for Tab

    given = ctx.params.get("workspace") or os.environ.get("SAMARBEJDE_WORKSPACE")
    root = find_workspace(Path.cwd() / given if given else Path.cwd())
    numbers = (folder.name for folder in case_folders(root)) if root else ()
    return [number for number in numbers if number.startswith(incomplete)]


def _numbers(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    return case_numbers(ctx, incomplete)  # type: ignore[arg-type]  # typer has a name of its own for it


def awaits_case(cases: str, before: Sequence[str]) -> bool:
    """Whether a case comes next in a command that takes ``one`` or ``many`` after these words."""
    if cases == "many":
        return not any(word.startswith("-") for word in before)
    return cases == "one" and not before


class TakesCases(click.Command):
    """Stands for a command while Tab is pressed, as long as there are only cases after it."""

    def __init__(self, name: str, cases: str, real: Callable[[], click.Command]) -> None:
        often = -1 if cases == "many" else 1
        argument = click.Argument(["sager"], nargs=often, shell_complete=_numbers)
        super().__init__(name, params=[argument])
        self._real = real

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return what the command itself proposes: its options."""
        return self._real().shell_complete(ctx, incomplete)


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
