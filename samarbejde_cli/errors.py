"""Problems with the program or its surroundings, as exceptions that carry their own words.

A problem in the user's data is not here: it is a value, see ``findings``.
"""


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
