"""A file of a case that cannot be read, when something asks what it says."""

from collections.abc import Callable, Iterable
from typing import TypeVar, TypeVarTuple

from samarbejde_cli.errors import SamarbejdeError

Answer = TypeVar("Answer")
Instead = TypeVar("Instead")
About = TypeVarTuple("About")


class BrokenFileError(SamarbejdeError):
    """The content of an unreadable file was asked for; the file's own findings say why.

    ``stem`` is the file's name without ending. Questions that have an answer without the file go
    through ``unless_broken``; else the command stops with these words, and others go on.
    """

    def __init__(self, case: str, stem: str) -> None:
        super().__init__(
            f"Filen {stem}.yaml i sagen {case} kan ikke læses.",
            f"Se hvorfor med `samarbejde validate {case}`, og ret det.",
        )
        self.stem = stem


def each_unless_broken(
    question: Callable[[*About], Iterable[Answer]], *about: *About
) -> list[Answer] | None:
    """Return all that a question about a case yields, or None when a file it needs is broken."""
    try:
        return list(question(*about))
    except BrokenFileError:
        return None


def unless_broken(
    question: Callable[[*About], Answer], instead: Instead, *about: *About
) -> Answer | Instead:
    """Return the answer to a question about a case, or ``instead`` when a file it needs is broken.

    With ``each_unless_broken`` the one place where a broken file is taken for an answer.
    """
    try:
        return question(*about)
    except BrokenFileError:
        return instead
