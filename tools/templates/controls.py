"""Word's content controls: each holds one value, and its tag is the value's route in the case.

Its title is the route in words, which a screen reader says and which leads back to the route,
because not every program keeps the tag when it saves a copy; a bookmark is around it, because some
lose both (docs/skemaet-i-word.md). The rows of a table
of goals are a repeating section, so that Word offers a new row with a plus.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from blocks import Row, Xml, each, either, kept_with_next, p, spanning, tag_row, when

_REPEATING = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w15"'
)

PLACEHOLDER = "…"
"""What an empty control holds, so that no program throws it away; never a value."""


def control(route: str, *inner: Xml) -> Xml:
    """Return paragraphs as a control that holds the value at a route."""
    return _marked(route, _control(route, "".join(inner)))


def _marked(route: str, inner: Xml) -> Xml:
    """Return a control, or what chooses between two, with a bookmark named after its route."""
    row, _, rest = route.rpartition("}}")
    name = f"{row.replace('rute', 'felt')}{'}}' if row else ''}{rest.replace('.', '__')}"
    name = name.replace("[]", "__0").replace("?", "__svar")
    number = crc32(route.encode()) % 1_000_000
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{inner}<w:bookmarkEnd w:id="{number}"/>'


def answer(
    route: str, value: str, style: str = "Tabeltekst", text: str = "", *, keep: bool = False
) -> Xml:
    """Return a control with one text: ``value`` is its expression, ``text`` how it is printed.

    Without a value it holds the placeholder, which a program replaces by what is typed.
    """
    printed = p(text or f"{{{{ {value} }}}}", style, keep=keep)
    return _filled(route, value, printed, style, keep=keep)


def lines(route: str, values: str, style: str = "Tabelpunkt") -> Xml:
    """Return a control with one paragraph for each of some values."""
    return _filled(route, values, each(f"linje in {values}", p("{{ linje }}", style)), "Tabeltekst")


def _filled(route: str, value: str, printed: Xml, style: str, *, keep: bool = False) -> Xml:
    empty = _control(route, p(PLACEHOLDER, style, keep=keep), "<w:showingPlcHdr/>")
    return _marked(route, when(value, _control(route, printed), otherwise=[empty]))


def choice(route: str, text: str, choices: Sequence[str], style: str) -> Xml:
    """Return a paragraph that is one of some choices, from a list that unfolds."""
    items = "".join(
        f'<w:listItem w:displayText="{each_one}" w:value="{each_one}"/>' for each_one in choices
    )
    chosen = _control(route, p(text, style), f"<w:dropDownList>{items}</w:dropDownList>")
    return _marked(route, chosen)


def room(route: str, style: str = "Tabeltekst") -> Xml:
    """Return a control that is always empty, to write something new in."""
    return _marked(route, _control(route, p(PLACEHOLDER, style), "<w:showingPlcHdr/>"))


def noted(route: str, value: str, style: str = "Tabeltekst") -> Xml:
    """Return a cell with the control of a text that may be missing."""
    return answer(route, value, style) + end_of_cell()


def asked(route: str, *inner: Xml) -> Xml:
    """Return the text of a question as a control; its answer is in the boxes of its row."""
    return control(route, *inner) + end_of_cell()


def end_of_cell() -> Xml:
    """Return the paragraph that must follow a control at the end of a cell; it takes no room."""
    return p("", "Celleslut")


def _control(route: str, inner: Xml, more: Xml = "") -> Xml:
    spaces = _REPEATING if "w15:" in more else ""
    named = f'<w:alias w:val="{_title(route)}"/><w:tag w:val="{route}"/>'
    return (
        f"<w:sdt><w:sdtPr{spaces}>{named}{more}</w:sdtPr>"
        f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )


def _title(route: str) -> str:
    """Return the tag that makes the title of a control from its route."""
    row, _, rest = route.rpartition("}}")
    parts = [row.removeprefix("{{").strip(), f"'{rest}'" if rest else ""]
    return f"{{{{ ({' ~ '.join(filter(None, parts))}) | titel }}}}"


@dataclass(frozen=True)
class RepeatingRow(Row):
    """A row that is repeated as a section of Word's own; ``route`` names it, ``item`` each row.

    ``below`` holds the two cells of a second row, which stays with the first; the second cell
    goes over all columns but one. It is there when ``below_when`` holds.
    """

    route: str = ""
    item: str = ""
    below: tuple[Xml, Xml] | None = None
    below_when: str = ""

    def xml(self, widths: Sequence[int]) -> Xml:
        """Return the section with the loop inside, and each row as an item of it."""
        one = self.alone(widths)
        if self.below:
            label, content = self.below
            second = spanning([(1, label), (len(widths) - 1, content)], widths)
            both = kept_with_next(one) + second
            one = either(self.below_when, both, one, widths) if self.below_when else both
        item = _control(self.item, one, "<w15:repeatingSectionItem/>")
        loop = tag_row(f"for {self.repeat}", widths) + item + tag_row("endfor", widths)
        return _control(self.route, loop, "<w15:repeatingSection/>")
