"""Folders that git leaves alone, by a file of their own."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from samarbejde_cli.files.private import make_folder, opener

_IGNORING: Final = ".gitignore"


def keep_out_of_git(folder: Path) -> None:
    """Have git leave alone all that is in a folder. Raises ``OSError``."""
    with suppress(FileExistsError), open(folder / _IGNORING, "xb", opener=opener) as file:
        file.write(b"*\n")


def make_out_of_git(folder: Path) -> None:
    """Make a folder; in a repository, git leaves alone what comes into a new one.

    Whoever wants it in git removes the file that says so: it is not made again. Raises ``OSError``.
    """
    make_folder(folder)
    is_new = all(each.name.startswith(".") for each in folder.iterdir())
    if is_new and any((each / ".git").exists() for each in folder.absolute().parents):
        keep_out_of_git(folder)
