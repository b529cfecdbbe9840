"""Word's content controls: each holds one value, and its tag is the value's route in the case.

The route is the control's title as well, because not every program keeps the tag when it saves a
copy (docs/skemaet-i-word.md). The rows of a table of goals are a repeating section, so that Word
offers a new row with a plus.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from blocks import Row, Xml, p, tag_row

_REPEATING = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w15"'
)


def control(route: str, *inner: Xml) -> Xml:
    """Return paragraphs, or runs, as a control that holds the value at a route."""
    return _control(route, "".join(inner))


def end_of_cell() -> Xml:
    """Return the paragraph that must follow a control at the end of a cell; it takes no room."""
    return p("", "Celleslut")


def _control(route: str, inner: Xml, kind: str = "") -> Xml:
    spaces = _REPEATING if kind else ""
    named = f'<w:alias w:val="{route}"/><w:tag w:val="{route}"/>'
    more = f"<w15:{kind}/>" if kind else ""
    return (
        f"<w:sdt><w:sdtPr{spaces}>{named}{more}</w:sdtPr>"
        f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )


@dataclass(frozen=True)
class RepeatingRow(Row):
    """A row that is repeated as a section of Word's own; ``route`` names it, ``item`` each row."""

    route: str = ""
    item: str = ""

    def xml(self, widths: Sequence[int]) -> Xml:
        """Return the section with the loop inside, and each row as an item of it."""
        one = _control(self.item, self.alone(widths), "repeatingSectionItem")
        loop = tag_row(f"for {self.repeat}", widths) + one + tag_row("endfor", widths)
        return _control(self.route, loop, "repeatingSection")
