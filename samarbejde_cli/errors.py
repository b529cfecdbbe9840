"""Problems with the program or its surroundings, as exceptions that carry their own words.

A problem in the user's data is not here: it is a value, see ``findings``.
"""

import os
import sys


class SamarbejdeError(Exception):
    """Something stops the command; shown to the user as Danish text, never as a traceback.

    ``message`` says what is wrong and where, ``hint`` what to do about it (may be empty).
    The class decides the exit code of the process.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class WrongUseError(SamarbejdeError):
    """The command was called in a way that cannot work, or the profile is bad (exit code 2)."""

    exit_code = 2


class ConflictError(SamarbejdeError):
    """A file changed since it was read, or another process is at work on the same case."""


class WriteError(SamarbejdeError):
    """A file could not be written: no permission, no room, the folder is gone."""


def install_command(library: str) -> str:
    """Return the command that installs a library for the very Python that runs the program.

    It names the library, and not the program with an extra: that need not come from where pip
    looks.
    """
    from shutil import which  # noqa: PLC0415 — slow, and rarely needed

    python, own = which("python"), sys.executable
    if python is None or os.path.abspath(python) != os.path.abspath(own):  # noqa: PTH100 — a link is not its target
        python = f'"{own}"' if " " in own else own
    else:
        python = "python"
    return f"{python} -m pip install {library}"
