"""How a value is written in the place of its tag: in text, as runs, as paragraphs, in an attribute.

A ``Printer`` is the Jinja context of one part in one render. Generated code calls the method that
bears the name of the tag's ``location``, with the value and the number of the tag.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from jinja2.runtime import Context
from markupsafe import Markup

from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.mistakes import PictureError
from samarbejde_cli.word.opc.characters import ILLEGAL
from samarbejde_cli.word.template import markup, pictures
from samarbejde_cli.word.template.chart_cells import number_cell, text_cell
from samarbejde_cli.word.template.formatting import UnprintableError, format_value, number_text
from samarbejde_cli.word.template.markup import IllegalCharacterError
from samarbejde_cli.word.template.state import RenderState
from samarbejde_cli.word.template.undefined import MissingValue
from samarbejde_cli.word.values import Checkbox, Paragraph, Paragraphs, Picture, Rich, Text

special = lazy_pattern("[^\x20-%'-;=?-\xff]").search
quoted = lazy_pattern("[^\x20!#-%'-;=?-\xff]").search
"""They find what cannot be written as it is: controls, &, <, >, all beyond Latin-1, and quotes."""
_odd = lazy_pattern(f"[\t\n\r{ILLEGAL}]").search
_INLINE = (Rich, Text, Checkbox, Picture)
_IN_LINK = {ord('"'): "%22", ord("\\"): "%5C"}
_IN_CODE = {ord('"'): '\\"', ord("\\"): "\\\\"}
_IN_ADDRESS = {ord(sign): f"%{ord(sign):02X}" for sign in ' "<>\\^`{|}\n\t\r'}
_FIRST_PICTURE = 20_000_000


class Printer(Context):
    """Shows values; what cannot be shown is noted in ``state``, and the render goes on."""

    state: RenderState
    part: str

    def text(self, value: Any, tag: int) -> str:
        """Return XML for inside a ``w:t``."""
        kind = value.__class__
        if kind is str:
            written: str = value
            if not special(written):
                return written
            if not _odd(written):
                return markup.entities(written)
        elif kind is int or kind is Markup:
            return str(value)
        elif kind is Checkbox:
            properties = self.state.tags[tag].run_properties
            return markup.checkbox_in_text(checked=value.checked, properties=properties)
        if isinstance(value, _INLINE) or self._is_gap(value):
            properties = self.state.tags[tag].run_properties
            runs = self._runs(value, tag, properties)
            return markup.between_runs(runs, properties) if runs else ""
        return self._written(value, tag, markup.lines)

    def plain(self, value: Any, tag: int) -> str:
        """Return XML for a text that has no runs: a chart, a property, a field code."""
        if value.__class__ is Markup:
            return str(value)
        if self._is_gap(value):
            return self._plain_gap(value, tag)
        return self._written(value, tag, markup.escaped)

    def code(self, value: Any, tag: int) -> str:
        """Return XML for the code of a field of Word's own: no value ends its argument."""
        if value.__class__ is Markup or self._is_gap(value):
            return self.plain(value, tag)
        quoted = self._quoted_in_code(tag)
        return self._written(value, tag, lambda text: markup.escaped(text.translate(quoted)))

    def simple_code(self, value: Any, tag: int) -> str:
        """Return XML for the code of a field that stands in an attribute."""
        if self._is_gap(value):
            return self._plain_gap(value, tag)
        quoted = self._quoted_in_code(tag)
        return self._written(value, tag, lambda text: markup.attribute(text.translate(quoted)))

    def _quoted_in_code(self, tag: int) -> dict[int, str]:
        is_link = self.state.tags[tag].original.lstrip().upper().startswith("HYPERLINK")
        return _IN_LINK if is_link else _IN_CODE

    def number(self, value: Any, tag: int) -> str:
        """Return XML for a number that programs calculate with: a decimal point, no comma."""
        return number_text(value) or self.plain(value, tag)

    def cell(self, value: Any, tag: int) -> str:
        """Return the XML of a cell of a workbook."""
        original, number = self.state.tags[tag].original, number_text(value)
        return (
            number_cell(original, number) if number else text_cell(original, self.plain(value, tag))
        )

    def address(self, value: Any, tag: int) -> str:
        """Return XML for the address of a link, with what no address may hold as ``%20``."""
        if self._is_gap(value):
            return self._plain_gap(value, tag)
        return self._written(value, tag, lambda text: markup.attribute(text.translate(_IN_ADDRESS)))

    def attribute(self, value: Any, tag: int) -> str:
        """Return XML for inside the quotes of an attribute."""
        if self._is_gap(value):
            return self._plain_gap(value, tag)
        longest = self.state.tags[tag].longest
        if longest and len(str(value)) > longest:
            words = f"er for langt til sin plads i Word: højst {longest} tegn."
            self.state.add_refusal("limit", tag, value, words, "Brug et kortere felt.")
            return ""
        return self._written(value, tag, markup.attribute)

    def runs(self, value: Any, tag: int) -> str:
        """Return whole runs for ``{{r …}}``."""
        if value.__class__ is Markup:
            return str(value)
        return self._runs(value, tag, self.state.tags[tag].run_properties)

    def paragraphs(self, value: Any, tag: int) -> str:
        """Return whole paragraphs for ``{{p …}}``."""
        if value.__class__ is Markup:
            return str(value)
        if isinstance(value, Paragraphs | list | tuple):
            return "".join(self._paragraph(item, tag) for item in value)
        return self._paragraph(value, tag)

    def structure(self, value: Any, tag: int) -> str:
        """Return rows or cells that a macro printed; nothing else fits between them."""
        if value.__class__ is Markup:
            return str(value)
        written = self.state.tags[tag].written
        message = f"Tagget »{written}« skriver tekst, hvor der kun kan stå rækker eller celler."
        self.state.add_mistake("misplaced", tag, message, "Skriv tagget inde i en celle.")
        return ""

    def words(self, value: Any, tag: int) -> str:
        """Return the alt text of a picture whose place has the tag for its alt text."""
        if isinstance(value, Picture):
            return self._made(value, tag, lambda: markup.attribute(value.description))
        return self.attribute(value, tag)

    def blip(self, value: Any, tag: int) -> str:
        """Return the XML that points to the file of such a picture; the template's own if none."""
        if not isinstance(value, Picture):
            return self.state.tags[tag].original
        return self._made(value, tag, lambda: pictures.blip(value, self._media(tag)))

    def width(self, value: Any, tag: int) -> str:
        """Return the width of such a picture."""
        return self._side(value, tag, 0)

    def height(self, value: Any, tag: int) -> str:
        """Return the height of such a picture."""
        return self._side(value, tag, 1)

    def _side(self, value: Any, tag: int, side: int) -> str:
        frame = self.state.tags[tag].original.split()
        if not isinstance(value, Picture):
            return frame[side]
        width, height = map(int, frame)
        return self._made(value, tag, lambda: str(pictures.fitted(value.data, width, height)[side]))

    def _media(self, tag: int) -> pictures.Media:
        part = self.state.tags[tag].home or self.part
        return self.state.media.setdefault(part, pictures.Media())

    def _fresh(self) -> int:
        self.state.numbers += 1
        return _FIRST_PICTURE + self.state.numbers

    def _paragraph(self, item: Any, tag: int) -> str:
        at = self.state.tags[tag]
        properties, content = at.paragraph_properties, item
        if isinstance(item, Paragraph):
            content = item.content
            properties = (
                markup.styled_paragraph(properties, item.style) if item.style else properties
            )
        return markup.paragraph(self._runs(content, tag, at.run_properties), properties)

    def _runs(self, value: Any, tag: int, properties: str) -> str:
        if isinstance(value, Checkbox):
            return markup.checkbox(checked=value.checked, properties=properties)
        if isinstance(value, Picture):
            return self._made(
                value, tag, lambda: pictures.inline(value, self._media(tag), self._fresh())
            )
        if isinstance(value, Text | Rich):
            parts = value.parts if isinstance(value, Rich) else (value,)
            make = partial(markup.rich_runs, parts, properties)
            return self._made(value, tag, make)
        if self._is_gap(value):
            path = self._note_gap(value, tag)
            return markup.gap(path, properties) if self.state.draft else ""
        return self._written(value, tag, lambda text: markup.run(text, properties))

    def _is_gap(self, value: Any) -> bool:
        return value is None or isinstance(value, MissingValue)

    def _plain_gap(self, value: Any, tag: int) -> str:
        path = self._note_gap(value, tag)
        return f"[mangler: {markup.attribute(path)}]" if self.state.draft else ""

    def _note_gap(self, value: Any, tag: int) -> str:
        return self.state.note_none(tag) if value is None else self.state.note_missing(value, tag)

    def _written(self, value: Any, tag: int, write: Callable[[str], str]) -> str:
        return self._made(value, tag, lambda: write(format_value(value)))

    def _made(self, value: Any, tag: int, make: Callable[[], str]) -> str:
        """Return what is made of a value, or note why it cannot be and return nothing."""
        try:
            return make()
        except IllegalCharacterError as reason:
            words = f"indeholder et tegn, som Word ikke kan vise (U+{ord(str(reason)):04X})."
            self.state.add_refusal("illegal_character", tag, value, words, "Slet tegnet i feltet.")
        except UnprintableError:
            hint = "Vælg et felt inde i det, for eksempel et navn."
            self.state.add_refusal("unprintable", tag, value, "kan ikke skrives som tekst.", hint)
        except PictureError as reason:
            words = f"kan ikke bruges som billede. {reason}"
            self.state.add_refusal("picture", tag, value, words, "Vælg et andet billede.")
        return ""
