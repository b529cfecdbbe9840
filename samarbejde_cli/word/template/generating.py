"""Makes Python code of the segments of a part, by way of Jinja's parser and code generator."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from types import CodeType

from jinja2 import nodes

from samarbejde_cli.lazy import frozen
from samarbejde_cli.word.mistakes import Mistake
from samarbejde_cli.word.template.dialect import Dialect
from samarbejde_cli.word.template.field_usage import Use, find_uses, quoted_texts
from samarbejde_cli.word.template.segments import Segment, restored, source_of
from samarbejde_cli.word.template.syntax import UNREADABLE, Knows, explain, forbidden_words
from samarbejde_cli.word.template.tags import Tag

_CAPTURING = (nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.AssignBlock)


@frozen
class Generated:
    """Code for one part, which of its lines was made from which tag, and the fields used.

    ``captures`` says that the part keeps printed XML as a value, which filters may then spoil;
    ``quoted`` are texts where a field is meant to be, by the number of their tag.
    """

    code: str
    filename: str
    lines: tuple[tuple[int, int], ...]
    uses: tuple[tuple[int, Use], ...]
    captures: bool = False
    quoted: tuple[tuple[int, str], ...] = ()
    mistakes: tuple[Mistake, ...] = ()


def generate(
    segments: Sequence[Segment], filename: str, template: str, knows: Knows = lambda _: True
) -> Generated:
    """Return the code that renders the segments, or the mistakes that prevent it."""
    dialect = Dialect()
    tags = {index + 2: segment.tag for index, segment in enumerate(segments) if segment.tag}
    try:
        tree = dialect.parse(source_of(segments))
        found = find_uses(tree, dialect.globals)
        uses = tuple(dict.fromkeys((tags[u.line].number, u) for u in found if u.line in tags))
        every = list(tree.find_all(nodes.Node))
        quoted = tuple((tags[n].number, text) for text, n in quoted_texts(every) if n in tags)
        if mistakes := tuple(forbidden_words(every, tags, template, dialect)):
            return Generated("", filename, (), uses, mistakes=mistakes)
        _prepare(every, tags, _weights(segments))
        code = _code(tree, dialect, tags, filename)
    except (*UNREADABLE, SyntaxError, MemoryError) as reason:
        mistakes = tuple(explain(getattr(reason, "lineno", None), tags, template, knows))
        uses = uses_without(segments, mistakes)
        return Generated("", filename, (), uses, mistakes=mistakes)
    lines = tuple(sorted(_lines(code, tags)))
    captures = any(isinstance(node, _CAPTURING) for node in every)
    return Generated(code, filename, lines, uses, captures, quoted)


@lru_cache(maxsize=256)
def program(code: str, filename: str) -> CodeType:
    """Return generated code, compiled. Raises SyntaxError if it nests deeper than Python can."""
    return compile(code, filename, "exec")


def uses_without(
    segments: Sequence[Segment], mistakes: Sequence[Mistake]
) -> tuple[tuple[int, Use], ...]:
    """Return the fields used by a part that has mistakes, as far as its other tags show."""
    wrong = {(mistake.place, mistake.tag) for mistake in mistakes}
    left = [p for p in segments if not p.tag or (p.tag.place, p.tag.written) not in wrong]
    names = {word for mistake in mistakes for word in re.findall(r"\w+", mistake.tag)}
    dialect = Dialect()
    tags = {index + 2: segment.tag for index, segment in enumerate(left) if segment.tag}
    try:
        uses = find_uses(dialect.parse(source_of(left)), {*dialect.globals, *names})
    except UNREADABLE:
        return ()
    return tuple((tags[use.line].number, use) for use in uses if use.line in tags)


def _prepare(every: Iterable[nodes.Node], tags: dict[int, Tag], weights: dict[int, int]) -> None:
    """Give the nodes of a part their XML back, and let its loops be counted."""
    for node in every:
        if isinstance(node, nodes.Output):
            for data in node.nodes:
                if isinstance(data, nodes.TemplateData):
                    data.data = restored(data.data)
            node.nodes = [each for each in node.nodes if getattr(each, "data", None) != ""]
        elif isinstance(node, nodes.For):
            number = tags[node.lineno].number
            _count(node, number, weights.get(number, 0))


def _code(tree: nodes.Template, dialect: Dialect, tags: dict[int, Tag], filename: str) -> str:
    dialect.tags_by_line = tags
    code = str(dialect.compile(tree, filename, filename, raw=True))
    program(code, filename)
    return code


def _weights(segments: Sequence[Segment]) -> dict[int, int]:
    """Return how many characters of XML each loop has inside, by the number of its tag."""
    weights: dict[int, int] = {}
    open_loops: list[tuple[int, int]] = []
    total = 0
    for segment in segments:
        total += len(segment.xml)
        if segment.tag and segment.tag.keyword == "for":
            open_loops.append((segment.tag.number, total))
        elif segment.tag and segment.tag.keyword == "endfor" and open_loops:
            number, start = open_loops.pop()
            weights[number] = total - start
    return weights


def _count(loop: nodes.For, number: int, weight: int) -> None:
    line = loop.iter.lineno
    arguments: list[nodes.Expr] = [nodes.Const(each, lineno=line) for each in (number, weight)]
    loop.iter = nodes.Filter(loop.iter, "_each", arguments, [], None, None, lineno=line)
    loop.iter.environment = loop.environment


def _lines(code: str, tags: dict[int, Tag]) -> list[tuple[int, int]]:
    """Return pairs of (line of the code, number of the tag), from what Jinja notes at the end."""
    noted = re.search(r"^debug_info = '([\d=&]*)'$", code, re.MULTILINE)
    pairs = [pair.split("=") for pair in noted[1].split("&")] if noted and noted[1] else []
    return [(int(own), tags[int(line)].number) for line, own in pairs if int(line) in tags]
