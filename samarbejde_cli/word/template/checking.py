"""Every mistake of a template that can be found without any values, in one run."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from samarbejde_cli.danish.text import closest, did_you_mean
from samarbejde_cli.lazy import frozen
from samarbejde_cli.word.mistakes import Mistake, RefusedError, TemplatePlace
from samarbejde_cli.word.opc.part_labels import LABELS
from samarbejde_cli.word.opc.reading import read_package
from samarbejde_cli.word.template.comments import remark_on_comments
from samarbejde_cli.word.template.compiling import Draft, analyse
from samarbejde_cli.word.template.data_bindings import unrendered_tags
from samarbejde_cli.word.template.external_content import external_references
from samarbejde_cli.word.template.field_usage import Use
from samarbejde_cli.word.template.likely_tags import SAME_PARAGRAPH, proposal
from samarbejde_cli.word.template.quiet_faults import quiet_faults, quoted
from samarbejde_cli.word.template.tags import Tag
from samarbejde_cli.word.template.unrecognized_tags import find_unrecognized

NO_GUESS = "Se listen over felter, som du må bruge."
"""The remedy for a field that is like no other; who knows the command for the list says it."""
_ANYTHING = ".*"
_BETWEEN = dict.fromkeys(map(ord, "_. "), None)
_VAGUE = (SAME_PARAGRAPH, "Se efter tegn,", "Kendte ord")


def check(data: bytes, name: str, schema: Mapping[str, bool] | None = None) -> tuple[Mistake, ...]:
    """Return the mistakes of a template, in the order of its parts and paragraphs.

    ``schema`` maps every path that a template may use (``ung.navn``, ``mål[].frist``; ``ekstra.*``
    for anything below ``ekstra``) to whether it always has a value; a path that not always has
    one must be guarded.
    """
    fields = _Schema(dict(schema)) if schema is not None else None
    try:
        package = read_package(data, name)
        found = [*external_references(package), *remark_on_comments(package)]
        draft = analyse(package, strict=True, knows=fields.knows if fields else lambda _: True)
    except RefusedError as error:
        return error.mistakes
    broken = {each.place for each in draft.mistakes if each.kind == "syntax"}
    found += [
        *quiet_faults(draft.package),
        *unrendered_tags(draft.package, {n: book.left for n, book in draft.workbooks.items()}),
        *_not_repeated(_half_tags(draft, fields), broken),
    ]
    mistakes = [*(_with_proposal(each, fields) for each in draft.mistakes), *found]
    if fields:
        mistakes += [*_unfitting(draft, fields), *_quoted(draft, fields)]
    order = {part: at for at, part in enumerate(LABELS.values())}
    mistakes.sort(key=lambda m: (order.get(m.place.part, -1), m.place.paragraph))
    return tuple(dict.fromkeys(mistakes))


def _half_tags(draft: Draft, fields: "_Schema | None") -> Iterator[Mistake]:
    if fields is None:
        return find_unrecognized(draft.package, lambda _: False, lambda expression: expression)
    return find_unrecognized(draft.package, fields.knows, fields.remedy)


def _with_proposal(mistake: Mistake, fields: "_Schema | None") -> Mistake:
    """Return a mistake in a tag with what was meant, where its own hint does not say it."""
    if mistake.kind != "syntax" or not mistake.hint.startswith(_VAGUE):
        return mistake
    meant = proposal(mistake.tag, fields.remedy if fields else lambda expression: expression)
    return replace(mistake, hint=f"Skriv {meant}.") if meant else mistake


def _not_repeated(
    halves: Iterable[Mistake], broken: Collection[TemplatePlace]
) -> Iterator[Mistake]:
    """Yield the half tags of paragraphs in which no tag is broken: they would say it twice."""
    return (each for each in halves if each.kind != "braces" or each.place not in broken)


def _unfitting(draft: Draft, schema: "_Schema") -> Iterator[Mistake]:
    for made in draft.generated.values():
        for number, use in made.uses:
            yield from _judge(use, draft.tags[number], schema, draft.package.name)


def _quoted(draft: Draft, schema: "_Schema") -> Iterator[Mistake]:
    for made in draft.generated.values():
        for number, text in made.quoted:
            tag, meant = draft.tags[number], schema.remedy(text)
            if meant and schema.knows(text):
                written = meant.partition(" |")[0] if tag.shape == "{%" else meant
                plain = re.sub(
                    rf"""["'“”„»«‘’]{re.escape(text)}["'“”„»«‘’]""", written, tag.written
                )
                yield quoted(tag.written, tag.place, text, plain, draft.package.name)


@frozen
class _Schema:
    paths: dict[str, bool]

    def knows(self, path: str) -> bool:
        return any(
            known == path
            or known.startswith((f"{path}.", f"{path}[]"))
            or (known.endswith(_ANYTHING) and f"{path}.".startswith(known[:-1]))
            for known in self.paths
        )

    def may_lack(self, use: Use) -> str | None:
        """Return the path, or the outermost group around it, that not always has a value."""
        paths = (path for path in _above(use.path) if self.paths.get(path) is False)
        return next((path for path in paths if path not in use.sure), None)

    def field_of_group(self, path: str, written: str) -> str | None:
        """Return how a field in a group, or in each of a list of groups, is written; else None."""
        starts = (f"{path}.", f"{path}[].")
        below = [each for each in self.paths if each.startswith(starts) and _ANYTHING not in each]
        inner = min(below, key=lambda each: (each.count("["), not self.paths[each]), default=None)
        if inner is None:
            return None
        step = inner.removeprefix(f"{path}[]").removeprefix(path)
        guard = "" if self.paths[inner] else ' | default("")'
        if inner.startswith(f"{path}[]"):
            return f"{{% for x in {written} %}}{{{{ x{step}{guard} }}}} {{% endfor %}}"
        return f"{{{{ {written}{step}{guard} }}}}"

    def remedy(self, expression: str) -> str | None:
        """Return an expression of a field as it passes the check; None for an unknown field."""
        path, bar, filters = (each.strip() for each in expression.partition("|"))
        fields = [each for each in self.paths if not each.endswith(_ANYTHING) and "[" not in each]
        meant = path if self.knows(path) else _alike(path, fields)
        if meant is None or any(each.startswith(f"{meant}.") for each in self.paths):
            return None
        if bar:
            filters = f" | {filters}"
        lacking = any(self.paths.get(each) is False for each in _above(meant))
        return f'{meant} | default(""){filters}' if lacking else f"{meant}{filters}"


def _above(path: str) -> Iterator[str]:
    for at, letter in enumerate(path):
        if letter in ".[":
            yield path[:at]
    yield path


def _judge(use: Use, tag: Tag, schema: _Schema, name: str) -> Iterator[Mistake]:
    if not schema.knows(use.path):
        message = f"Feltet »{use.path}« findes ikke."
        guess = _guess(use.path, tag, schema.paths)
        hint = did_you_mean(guess) or NO_GUESS
        yield Mistake("unknown_field", name, tag.place, message, hint, tag.written, use.path)
    elif use.printed and (inner := schema.field_of_group(use.path, tag.body)):
        message = f"»{tag.written}« er en gruppe af felter og kan ikke skrives som tekst."
        hint = f"Skriv {inner}."
        yield Mistake("unprintable", name, tag.place, message, hint, tag.written, use.path)
    elif not use.guarded and (lacking := schema.may_lack(use)):
        message = f"Feltet »{use.path}« er ikke udfyldt i alle sager."
        field = "…" if "[]" in lacking else lacking  # a route through a list is no expression
        group = f"{{% if {field} %}} … {{% endif %}}"
        guard = tag.guard if lacking == use.path and tag.guard else group
        hint = f'Sæt {guard} om det, eller skriv |default("…").'
        yield Mistake("unguarded", name, tag.place, message, hint, tag.written, use.path)


def _guess(path: str, tag: Tag, known: Iterable[str]) -> str | None:
    """Return the field that was meant as the tag would write it, or None.

    Only what is like it in every step: another person's name is no spelling mistake.
    """
    meant = _alike(path, [each for each in known if not each.endswith(_ANYTHING)])
    if meant is None or "[]" not in meant:
        return meant
    before, after = path.rpartition(".")[2], meant.rpartition(".")[2]
    written = re.search(rf"[\w.]*\b{re.escape(before)}\b", tag.body)
    proposal = written[0].removesuffix(before) + after if written else None
    return None if proposal == path else proposal


def _alike(path: str, fields: Sequence[str]) -> str | None:
    bare = _bare(path)
    same = (each for each in fields if _bare(each) == bare)
    return next(same, None) or closest(path, [e for e in fields if _is_near(path, e)])


def _bare(path: str) -> str:
    return path.translate(_BETWEEN).casefold()


def _is_near(path: str, other: str) -> bool:
    steps, others = path.split("."), other.split(".")
    return len(steps) == len(others) and all(
        a == b or closest(a, [b]) or sorted(a) == sorted(b)
        for a, b in zip(steps, others, strict=True)
    )
