"""Mistakes in a Word template or in the values given to it, and the errors that hold them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from samarbejde_cli.danish.text import counted, shortened
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.findings import Route
from samarbejde_cli.lazy import frozen

_REMARKS = frozenset({"dropped", "comments", "typed_merge_field", "tracked", "ragged"})


@frozen
class TemplatePlace:
    """Where a tag is: part in Danish, paragraph counted from 1 (0 is none) and its text."""

    part: str = ""
    paragraph: int = 0
    text: str = ""

    def __str__(self) -> str:
        where = f"{self.part}, afsnit {self.paragraph}" if self.paragraph else self.part
        return f"{where}: »{shortened(self.text)}«" if self.text else where


@frozen
class FieldHint:
    """One use of a field: its path, where, and whether the template can do without it there."""

    path: str
    where: TemplatePlace
    guarded: bool


@frozen
class Mistake:
    """One thing that is wrong: a stable ``kind`` in English, the rest in Danish for the user.

    ``tag`` is the tag as written; ``field`` the dotted path that it concerns (``mål[].frist``);
    ``route`` leads to the value in the context (``("mål", 1, "frist")``) when one is known.

    Kinds of a refused file: ``other_kind``, ``encrypted``, ``damaged``, ``odd_names``, ``too_big``,
    ``macros``, ``doctype``, ``reserved``, ``external`` (it fetches something from outside). Of a
    template: ``syntax``, ``unbalanced``, ``misplaced``, ``unknown_filter``, ``unknown_test``,
    ``forbidden``; and only from ``check``: ``lost_text``, ``unknown_field``, ``unguarded``,
    ``unrendered``, ``braces``, ``merge_field``, ``field_code``, ``quoted``, and as remarks
    ``dropped``, ``comments``, ``tracked``, ``ragged`` and ``typed_merge_field``. Of a render:
    ``missing``, ``illegal_character``, ``unprintable``, ``picture``, ``failed``, ``forbidden``,
    ``limit``.
    """

    kind: str
    template: str
    place: TemplatePlace
    message: str
    hint: str = ""
    tag: str = ""
    field: str | None = None
    route: Route | None = None

    @property
    def is_remark(self) -> bool:
        """Whether the template can be used as it is."""
        return self.kind in _REMARKS

    def __str__(self) -> str:
        where = f"{self.template}, {self.place}" if self.place.part else self.template
        return f"{where}\n  {self.message}"

    def excerpt(self) -> str:
        """Return the paragraph with a line of carets under the tag; empty if it is not there."""
        text = self.place.text.replace("\n", " ").replace("\t", " ")
        tag = self.tag.replace("\n", " ").replace("\t", " ")
        start = text.find(tag) if tag else -1
        if start < 0:
            return text
        first = max(0, start - 40)
        shown = text[first : start + len(tag) + 40]
        return f"{shown}\n{' ' * (start - first)}{'^' * len(tag)}"


class TemplateError(SamarbejdeError):
    """A Word template cannot be used, or not with these values; ``mistakes`` holds every reason."""

    heading = "fejl i Word-skabelonen"

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        lines = list(_merged(self.mistakes))
        if len(lines) > 1:
            lines.insert(0, f"{len(lines)} {self.heading}:")
        hints = dict.fromkeys(mistake.hint for mistake in self.mistakes if mistake.hint)
        super().__init__("\n".join(lines), "\n".join(hints))

    def __reduce__(self) -> tuple[type["TemplateError"], tuple[tuple[Mistake, ...]]]:
        return type(self), (self.mistakes,)


def _merged(mistakes: Sequence[Mistake]) -> Iterator[str]:
    """Yield each mistake as text; the same one in several places is reported with the first."""
    counts = Counter(mistake.message for mistake in mistakes)
    for mistake in mistakes:
        more = counts.pop(mistake.message, 0) - 1
        if more >= 0:
            others = f" (og {counted(more, 'sted', 'steder')} mere)" if more else ""
            yield f"{mistake}{others}"


class RefusedError(TemplateError):
    """The file is not a Word template that is safe to open."""


class SyntaxMistakesError(TemplateError):
    """The tags of the template do not make sense."""


class MissingValuesError(TemplateError):
    """The template prints fields that have no value; one mistake for each field and place."""

    heading = "felter er ikke udfyldt"


class RenderError(TemplateError):
    """A value cannot be printed, a tag failed, or a limit was passed."""


def refused(template: str, kind: str, message: str, hint: str = "") -> RefusedError:
    """Return the error for a file that is refused as a whole."""
    return RefusedError([Mistake(kind, template, TemplatePlace(), message, hint)])


class CannotCombineError(SamarbejdeError):
    """A document holds what cannot be combined with others."""


class PictureError(ValueError):
    """The bytes are no picture that Word can show; holds the Danish words."""
