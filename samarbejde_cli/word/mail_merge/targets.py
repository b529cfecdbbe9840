"""What an old field becomes: the expression that stands for it in a template, and its type."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias

from samarbejde_cli.lazy import frozen

BETWEEN_NAMES = " + "
"""What stands between names that one field may take the place of: ``Fornavn + Efternavn``."""


class FieldType(StrEnum):
    """What a field holds: it decides how the switches and comparisons of the letter are written.

    ``NOTHING`` is a field that goes away, because another one says the same.
    """

    TEXT = "text"
    DATE = "date"
    TIME = "time"
    NUMBER = "number"
    TRUTH = "truth"
    LIST = "list"
    NOTHING = "nothing"


@frozen
class Target:
    """A field of the template: ``ung.navn``, or an expression of one.

    ``may_lack`` says that not all documents have a value, ``is_known`` whether the template may
    use it.
    """

    expression: str
    type: FieldType = FieldType.TEXT
    may_lack: bool = False
    is_known: bool = True

    @property
    def guarded(self) -> str:
        """The expression, an empty text where there is no value."""
        return f'{self.expression} | default("")' if self.may_lack else self.expression


Targets: TypeAlias = Callable[[str], Target]
"""Returns what a name becomes: one of the letter's own, or of what Word fills in without a name.

Those are ``DATE``, ``GREETINGLINE``, ``ADDRESSBLOCK navn`` and ``ADDRESSBLOCK adresse``; ``NEXT``
is the list that a loop goes through, and ``NEXT Navn`` what a name becomes inside it, where
``team[].navn`` is that of the one that the loop is at.
"""
