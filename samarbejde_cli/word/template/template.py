"""A compiled template: what it needs to know about itself, and how it is rendered."""

import marshal
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property, lru_cache, partial
from types import CodeType
from typing import Any, Self, TypeAlias

from jinja2.exceptions import SecurityError

from samarbejde_cli.lazy import frozen
from samarbejde_cli.word.mistakes import (
    FieldHint,
    MissingValuesError,
    Mistake,
    RenderError,
    TemplatePlace,
)
from samarbejde_cli.word.opc.part_names import CUSTOM
from samarbejde_cli.word.opc.relations import relations_name, with_relations
from samarbejde_cli.word.opc.zip_files import Base, write
from samarbejde_cli.word.template import markup
from samarbejde_cli.word.template.core_properties import with_properties
from samarbejde_cli.word.template.dialect import Dialect
from samarbejde_cli.word.template.list_rounds import ListRounds, NumberingPart
from samarbejde_cli.word.template.postprocessing import SpoiledError, is_sound, postprocessed
from samarbejde_cli.word.template.printed_texts import (
    margin_texts,
    printed_pictures,
    printed_texts,
)
from samarbejde_cli.word.template.printing import Printer
from samarbejde_cli.word.template.resource_limits import LimitError
from samarbejde_cli.word.template.same_parts import (
    LONGEST,
    ReadingPrinter,
    SamePart,
    marks,
    same_part,
)
from samarbejde_cli.word.template.state import RenderState, current
from samarbejde_cli.word.template.tags import Tag
from samarbejde_cli.word.template.unique_ids import FIRST
from samarbejde_cli.word.values import PrintedTexts, Properties

_Root: TypeAlias = Callable[[Printer], Iterator[str]]
_OWN_IDS = 1_000_000


@frozen
class CompiledPart:
    """One part that changes: its code, and whether its output needs postprocessing."""

    name: str
    code: str
    filename: str
    lines: tuple[tuple[int, int], ...]
    relations: bytes
    captures: bool
    postprocessed: bool


@frozen
class Template:
    """A Word template, compiled: a plain value that threads and processes may share.

    ``has_comments`` says that its review comments stay in the documents. ``own_base`` is the base
    of documents that get custom properties of their own. ``margins`` are the parts around the body
    that change, ``margin_texts`` what stands in those that do not.
    """

    name: str
    base: Base = field(repr=False)
    own_base: Base = field(repr=False)
    parts: tuple[CompiledPart, ...] = field(repr=False)
    core_part: str
    core: str = field(repr=False)
    tags: Mapping[int, Tag] = field(repr=False)
    uses: tuple[FieldHint, ...] = field(repr=False)
    paths: Mapping[int, tuple[str, ...]] = field(repr=False)
    main: str = ""
    notes: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    comments: str = ""
    has_comments: bool = False
    workbooks: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)
    numbering: NumberingPart | None = None
    margins: tuple[str, ...] = ()
    margin_texts: tuple[str, ...] = ()

    def fields(self) -> tuple[FieldHint, ...]:
        """Return every use of a field, in the order of the parts and of the text."""
        return tuple(dict.fromkeys(self.uses))

    def render(
        self,
        context: Mapping[str, object],
        *,
        draft: bool = False,
        properties: Properties | None = None,
        custom: Callable[[PrintedTexts], Mapping[str, str]] | None = None,
        line_numbers: Mapping[str, int] | None = None,
    ) -> bytes:
        """Return a Word file; the same bytes for the same values, always.

        ``custom`` makes custom properties, by name, of the paragraphs as they are printed; they
        take the place of the template's own. ``line_numbers`` are what the titles of lines that
        stand for an item say. With ``draft``, missing values are highlighted gaps. Raises
        MissingValuesError with every missing value, and RenderError for values that Word cannot
        hold and for failing tags.
        """
        state = RenderState(
            self.name, context, self.tags, self.paths, self._lines, draft, line_numbers or {}
        )
        token = current.set(state)
        try:
            names = {**_dialect().globals, **context}
            rendered = {part.name: self._render_part(part, names, state) for part in self.parts}
        except Exception as reason:
            state.found[self._failure(reason, state)] = None
            raise RenderError(tuple(state.found)) from reason
        finally:
            current.reset(token)
        _raise_found(state)
        if self.numbering:
            rendered |= _with_lists(rendered, ListRounds(self.numbering))
        self._number_notes(rendered)
        core = rendered.get(self.core_part, self.core)
        rendered[self.core_part] = self._with_core(core, properties)
        if custom:
            from samarbejde_cli.word.template.custom_properties import custom_part  # noqa: PLC0415 — slow

            rendered[CUSTOM] = custom_part(custom(self._texts(rendered)))
        base = self.own_base if custom else self.base
        return write(base, self._files(rendered, state).items())

    def _texts(self, rendered: Mapping[str, str]) -> PrintedTexts:
        """Return the paragraphs of what was rendered, with those that are always the same."""
        around = (text for name in self.margins for text in margin_texts(rendered[name]))
        main = rendered.get(self.main, "")
        margins = (*around, *self.margin_texts)
        return PrintedTexts(tuple(printed_texts(main)), margins, printed_pictures(main))

    def _files(self, rendered: dict[str, str], state: RenderState) -> dict[str, bytes]:
        """Return the parts that are not in the base: changed ones, their relations, pictures."""
        files = {name: xml.encode() for name, xml in rendered.items()}
        for name, relations in self._relations:
            files.setdefault(name, relations)
        for part_name, media in state.media.items():
            name = relations_name(part_name)
            files[name] = with_relations(files.get(name, b""), media.relations())
            files |= media.files
        if not self.workbooks:
            return files
        from samarbejde_cli.word.template.chart_workbooks import with_workbooks  # noqa: PLC0415 — slow

        return with_workbooks(files, self.workbooks)

    def _number_notes(self, rendered: dict[str, str]) -> None:
        """Put notes and kept comments back into their parts."""
        if self.comments:
            from samarbejde_cli.word.template.kept_comments import CommentNumbers  # noqa: PLC0415 — slow

            comments = CommentNumbers()
            rendered[self.main] = comments.body(rendered[self.main])
            rendered[self.comments] = comments.part(rendered[self.comments])
        if not self.notes:
            return
        from samarbejde_cli.word.template.notes import NoteNumbers  # noqa: PLC0415 — slow

        numbers = NoteNumbers(dict(self.notes.values()))
        rendered[self.main] = numbers.body(rendered[self.main])
        for part, (name, _) in self.notes.items():
            rendered[part] = numbers.part(rendered[part], name)

    def __getstate__(self) -> dict[str, object]:
        return {key: value for key, value in vars(self).items() if not key.startswith("_")}

    def to_bytes(self) -> bytes:
        """Return the template with its code compiled, for ``from_bytes`` of the same Python."""
        return marshal.dumps((pickle.dumps(self), self._programs, self._seen_sound))

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Return the template of ``to_bytes``. Its code can be run: read only what is our own."""
        value, programs, sound = marshal.loads(data)  # noqa: S302 — see above
        template: Self = pickle.loads(value)  # noqa: S301 — see above
        vars(template).update(_programs=programs, _seen_sound=sound)
        return template

    def _render_part(self, part: CompiledPart, names: dict[str, Any], state: RenderState) -> str:
        if part.name in self._long:
            return self._printed(part, names, state, Printer)
        last = self._last.get(part.name)
        if last and last.holds_for(names, state):
            return last.take(names, state)
        before, read = marks(state), dict[str, Any]()
        xml = self._printed(part, names, state, partial(ReadingPrinter, read))
        if len(xml) > LONGEST:
            self._long.add(part.name)
        elif new := same_part(xml, read, state, before):
            self._last[part.name] = new
        return xml

    def _printed(
        self,
        part: CompiledPart,
        names: dict[str, Any],
        state: RenderState,
        new_printer: Callable[..., Printer],
    ) -> str:
        blocks, root = self._roots[part.name]
        printer = new_printer(_dialect(), names, self.name, blocks)
        printer.state, printer.part = state, part.name
        xml = "".join(root(printer))
        if part.captures or part.name not in self._seen_sound:
            if not is_sound(xml):
                raise SpoiledError
            self._seen_sound.add(part.name)
        if part.postprocessed:
            xml = postprocessed(xml, FIRST + _OWN_IDS * self.parts.index(part))
        return xml

    @cached_property
    def _roots(self) -> dict[str, tuple[dict[str, Any], _Root]]:
        roots = {}
        for part in self.parts:
            space: dict[str, Any] = {"environment": _dialect()}
            exec(self._programs[part.name], space)  # noqa: S102 — code of our own generator
            roots[part.name] = (space["blocks"], space["root"])
        return roots

    @cached_property
    def _programs(self) -> dict[str, CodeType]:
        from samarbejde_cli.word.template.generating import program  # noqa: PLC0415 — start-up

        return {part.name: program(part.code, part.filename) for part in self.parts}

    @cached_property
    def _seen_sound(self) -> set[str]:
        """The parts whose XML was read once, by whichever process.

        Later ones are as sound: values are escaped, and every way through the blocks of a template
        opens and closes the same elements (``Segment.path``).
        """
        return set()

    @cached_property
    def _relations(self) -> list[tuple[str, bytes]]:
        return [(relations_name(x.name), x.relations) for x in self.parts if x.relations]

    @cached_property
    def _last(self) -> dict[str, SamePart]:
        """The parts that may be the same in the next document, as they were in the last."""
        return {}

    @cached_property
    def _long(self) -> set[str]:
        """The parts that are too long to be looked at for that."""
        return set()

    @cached_property
    def _lines(self) -> dict[str, tuple[tuple[int, int], ...]]:
        return {part.filename: part.lines for part in self.parts}

    def _with_core(self, xml: str, properties: Properties | None) -> str:
        if properties is None:
            return xml
        try:
            return with_properties(xml, properties)
        except markup.IllegalCharacterError as reason:
            message = "Filens titel, forfatter eller emne indeholder et tegn, som Word ikke tåler."
            mistake = Mistake(
                "illegal_character", self.name, TemplatePlace("filens egenskaber"), message
            )
            raise RenderError([mistake]) from reason

    def _failure(self, reason: Exception, state: RenderState) -> Mistake:
        """Return what to tell about an exception out of template code."""
        number = _tag_of(reason, state)
        tag = self.tags.get(number)
        place, written = (tag.place, tag.written) if tag else (TemplatePlace(), "")
        paths = self.paths.get(number, ())
        field = paths[0] if paths else None
        kind, message, hint = _words(reason, written, paths)
        return Mistake(kind, self.name, place, message, hint, written, field)


def _with_lists(rendered: Mapping[str, str], rounds: ListRounds) -> dict[str, str]:
    """Return the parts with the numbers of their lists, and the part that has the lists."""
    parts = {name: rounds.part(xml) for name, xml in rendered.items()}
    return parts | {rounds.numbering.name: rounds.part_with_lists()}


def _words(reason: Exception, written: str, paths: Iterable[str]) -> tuple[str, str, str]:
    if isinstance(reason, LimitError):
        return "limit", str(reason), reason.hint
    if isinstance(reason, RecursionError):
        return "limit", "Skabelonen kalder sig selv uden ende.", "Se efter makroer."
    if isinstance(reason, SecurityError):
        return "forbidden", f"Tagget »{written}« må ikke bruges.", "Brug kun felter og filtre."
    if isinstance(reason, SpoiledError):
        message = "Et filter har ødelagt en tekst, der er samlet med macro, set, call eller filter."
        return "failed", message, "Brug filteret på felterne inde i blokken i stedet."
    named = ", ".join(paths)
    hint = f"Se, hvad der står i {named}." if named else "Se tagget efter."
    return "failed", f"Tagget »{written}« kan ikke regnes ud.", hint


def _tag_of(reason: Exception, state: RenderState) -> int:
    number, trace = -1, reason.__traceback__
    while trace is not None:
        filename = trace.tb_frame.f_code.co_filename
        if filename in state.lines:
            number = state.tag_at(filename, trace.tb_lineno)
        trace = trace.tb_next
    return number


def _raise_found(state: RenderState) -> None:
    found = [m for m in state.found if not (state.draft and m.kind == "missing")]
    if found:
        missing = all(mistake.kind == "missing" for mistake in found)
        raise (MissingValuesError if missing else RenderError)(found)


_dialect = lru_cache(maxsize=1)(Dialect)
