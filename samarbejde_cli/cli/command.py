"""What the program knows of a command before it imports it."""

from typing import NamedTuple


class Command(NamedTuple):
    """A line of the table of commands.

    ``name`` is what is typed after ``samarbejde``, one word, or two for a command of a group.
    ``module`` is relative to ``commands`` when it begins with a dot, and empty for a mere group.
    ``help`` is the line that ``--help`` shows.
    """

    name: str
    module: str
    help: str
