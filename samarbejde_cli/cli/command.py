"""What the program knows of a command before it imports it."""

from enum import StrEnum
from typing import NamedTuple


class Section(StrEnum):
    """The headings under which ``--help`` lists the commands, in this order."""

    START = "Kom i gang"
    OVERVIEW = "Se, hvordan det står"
    WRITE = "Skriv i sagen"
    COURSE = "Sagens gang"
    MEETINGS = "Møderne"
    PAPERS = "Papirer"
    EVERYBODY = "Hele kommunen"
    SHARING = "Flere om sagerne"
    SETTINGS = "Indstillinger og skabeloner"


class Command(NamedTuple):
    """A line of the table of commands.

    ``name`` is what is typed after ``samarbejde``, one word, or two for a command of a group.
    ``module`` is relative to ``commands`` when it begins with a dot, and empty for a mere group.
    ``help`` is the line that ``--help`` shows, ``section`` the heading above it. ``cases`` is
    whether its first arguments are cases: ``one`` or ``many``.
    """

    name: str
    module: str
    help: str
    section: str
    cases: str = ""
