"""Every mistake of a template that can be found without any values, in one run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from samarbejde_cli.texts import closest
from samarbejde_cli.word.compiling import Draft, analyse
from samarbejde_cli.word.fields import Use
from samarbejde_cli.word.generating import generate
from samarbejde_cli.word.mistakes import Mistake, Place, RefusedError
from samarbejde_cli.word.tags import Tag

_HARMLESS = ("/hyperlink",)
_ANYTHING = ".*"


def check(data: bytes, name: str, schema: Mapping[str, bool] | None = None) -> tuple[Mistake, ...]:
    """Return the mistakes of a template, in the order of its parts and paragraphs.

    ``schema`` maps every path that a template may use (``ung.navn``, ``mål[].frist``; ``ekstra.*``
    for anything below ``ekstra``) to whether it always has a value; a path that not always has
    one must be guarded.
    """
    try:
        draft = analyse(data, name)
    except RefusedError as error:
        return error.mistakes
    mistakes = [*draft.mistakes, *_external(draft)]
    for part, pieces in draft.pieces.items():
        made = generate(pieces, part, name)
        mistakes += made.mistakes
        for number, use in made.uses if schema is not None else ():
            mistakes += _judge(use, draft.tags[number], _Schema(dict(schema or {})), name)
    return tuple(dict.fromkeys(mistakes))


@dataclass(frozen=True, slots=True)
class _Schema:
    paths: dict[str, bool]

    def knows(self, path: str) -> bool:
        return any(
            known == path
            or known.startswith((f"{path}.", f"{path}[]"))
            or (known.endswith(_ANYTHING) and f"{path}.".startswith(known[:-1]))
            for known in self.paths
        )

    def may_lack(self, path: str) -> str | None:
        """Return the path, or the outermost group around it, that not always has a value."""
        return next((p for p in _above(path) if self.paths.get(p) is False), None)


def _above(path: str) -> Iterator[str]:
    for at, letter in enumerate(path):
        if letter in ".[":
            yield path[:at]
    yield path


def _judge(use: Use, tag: Tag, schema: _Schema, name: str) -> Iterator[Mistake]:
    if not schema.knows(use.path):
        message = f"Feltet »{use.path}« findes ikke."
        guess = closest(use.path, schema.paths)
        hint = f"Mente du »{guess}«?" if guess else "Se listen over felter, som du må bruge."
        yield Mistake("unknown_field", name, tag.place, message, hint, tag.written, use.path)
    elif not use.guarded and (lacking := schema.may_lack(use.path)):
        message = f"Feltet »{use.path}« er ikke udfyldt i alle sager."
        hint = f'Sæt {{% if {lacking} %}} … {{% endif %}} om det, eller skriv |default("…").'
        yield Mistake("unguarded", name, tag.place, message, hint, tag.written, use.path)


def _external(draft: Draft) -> Iterator[Mistake]:
    """Tell what the file would fetch from elsewhere when it is opened."""
    package = draft.package
    for part in package.parts:
        for relation in package.relations(part):
            if relation.external and not relation.kind.endswith(_HARMLESS):
                kind = relation.kind.rpartition("/")[2]
                message = f"Filen henter noget udefra ({kind}): {relation.target}"
                hint = "Indsæt billedet eller skabelonen i filen i stedet for at henvise til den."
                yield Mistake("external", package.name, Place(), message, hint)
