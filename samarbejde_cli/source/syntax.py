"""PyYAML's errors as findings that say what to change."""

import re
from collections.abc import Callable
from typing import TypeAlias

import yaml

from samarbejde_cli import codes
from samarbejde_cli.findings import Finding
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.source.checks import Checks, shorten
from samarbejde_cli.source.error_context import (
    CLOSING,
    ErrorContext,
    indentation,
    open_bracket,
    open_quote,
    too_deep,
)
from samarbejde_cli.source.lines import Lines
from samarbejde_cli.source.parser import DEEPEST, second_opinion

_GLUED_COLON = lazy_pattern(r"^[ \t-]*[^\s:\"'][^:\"']*?(:)(?=[^\s:/])")
_CUT = lazy_pattern(r"[ \t](#\w.*)")

Handler: TypeAlias = Callable[[ErrorContext], Finding]


def explain(text: str, lines: Lines, checks: Checks, problem: yaml.YAMLError) -> Finding:
    """Return the finding that says in Danish what a YAML error means and where it really is.

    Too many levels are counted here, because a library that has a limit reports its own. Where the
    words of libyaml are unknown, those of PyYAML's own parser are tried.
    """
    scene = _scene(text, lines, checks, problem)
    deep = too_deep(text, scene.offset)
    if deep is not None:
        return checks.finding(codes.TOO_MANY_LEVELS, deep, deep, grænse=str(DEEPEST))
    if handle := _handler(problem):
        return handle(scene)
    other = second_opinion(text)
    handle = _handler(other) if other else None
    return handle(_scene(text, lines, checks, other)) if other and handle else _other(scene)


def _scene(text: str, lines: Lines, checks: Checks, problem: yaml.YAMLError) -> ErrorContext:
    mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
    offset = min(mark.index, len(text)) if mark else 0
    context = getattr(problem, "context_mark", None)
    return ErrorContext(
        text, lines, checks, offset, min(context.index, len(text)) if context else offset
    )


def _handler(problem: yaml.YAMLError) -> Handler | None:
    words = f"{getattr(problem, 'context', '')}: {getattr(problem, 'problem', '')}"
    return next((handle for part, handle in _HANDLERS if part in words), None)


def _cannot_start(scene: ErrorContext) -> Finding:
    if scene.text[scene.offset : scene.offset + 1] == "\t":
        return _tab(scene)
    return _reserved(scene, scene.offset)


def _tab(scene: ErrorContext) -> Finding:
    rest = scene.text[scene.offset :]
    end = scene.offset + len(rest) - len(rest.lstrip("\t"))
    return scene.checks.finding(codes.TAB, scene.offset, end)


def _reserved(scene: ErrorContext, start: int) -> Finding:
    return scene.to_end(codes.RESERVED_FIRST_CHARACTER, start, tegn=scene.text[start : start + 1])


def _second_colon(scene: ErrorContext) -> Finding:
    if first := re.search(r":[ \t]+", scene.before):
        start = scene.lines.bounds(scene.number)[0] + first.end()
        return scene.to_end(codes.COLON_IN_VALUE, start)
    above = scene.lines.content_before(scene.number)
    if not above:
        return scene.on_line(codes.SYNTAX, scene.number)
    return _bad_key(scene, above) or scene.on_line(codes.INDENTATION, scene.number)


def _no_colon(scene: ErrorContext) -> Finding:
    number = scene.lines.number(scene.context)
    return (
        _cut_above(scene, number)
        or _bad_key(scene, number)
        or scene.on_line(codes.INDENTATION, number)
    )


def _bad_key(scene: ErrorContext, number: int) -> Finding | None:
    """Return what is wrong with a line that should have begun with ``key: ``, or None."""
    start, end = scene.lines.bounds(number)
    line = scene.text[start:end]
    if hard := re.search(r":(\xa0)|^\s*(\xa0)", line):
        return scene.checks.invisible(start + hard.end() - 1)
    if re.search(r":(\s|$)", line):
        return None
    if glued := _GLUED_COLON.match(line):
        at = glued.end(1)
        fixed = f"{line[:at]} {line[at:]}".strip()
        return scene.checks.finding(
            codes.NO_SPACE_AFTER_COLON,
            start + at - 1,
            start + at + 1,
            tekst=shorten(line),
            rettet=shorten(fixed),
        )
    return scene.on_line(codes.MISSING_COLON, number, tekst=shorten(line.strip(" -")))


def _cut_above(scene: ErrorContext, number: int) -> Finding | None:
    """Return the finding that the line above was cut by ``#``, so that the text cannot go on."""
    above = scene.lines.content_before(number)
    cut = _CUT.search(scene.lines.line(above)) if above else None
    if not cut:
        return None
    start = scene.lines.bounds(above)[0]
    value = scene.lines.line(above)[: cut.start()].split(": ", 1)[-1]
    return scene.checks.finding(
        codes.CUT_VALUE,
        start + cut.start(1),
        start + cut.end(1),
        rest=shorten(cut[1]),
        værdi=shorten(value),
    )


def _unexpected(scene: ErrorContext) -> Finding:
    """Return the finding for text where the block at ``context`` needs a key or a dash."""
    if scene.before.strip(" -"):
        return _open_quote(scene) or scene.to_end(codes.TEXT_AFTER_END, scene.offset)
    if cut := _cut_above(scene, scene.number):
        return cut
    sign = scene.text[scene.offset : scene.offset + 1]
    if sign in (",", "]", "}"):
        return _reserved(scene, scene.offset)
    if sign == ":":
        return scene.checks.finding(codes.KEY_NOT_TEXT, scene.offset, scene.offset + 1)
    context_line = scene.lines.bounds(scene.lines.number(scene.context))[0]
    if len(scene.before) == scene.context - context_line:
        return scene.on_line(codes.LIST_AND_KEYS_MIXED, scene.number)
    return scene.on_line(codes.INDENTATION, scene.number)


def _open_quote(scene: ErrorContext) -> Finding | None:
    """Return the finding that a quote was closed by the opening quote of a later line, or None."""
    start = open_quote(scene.text)
    return None if start is None else _quote_at(scene, start)


def _quote(scene: ErrorContext) -> Finding:
    return _quote_at(scene, scene.context)


def _quote_at(scene: ErrorContext, start: int) -> Finding:
    end = scene.lines.bounds(scene.lines.number(start))[1]
    return scene.checks.finding(codes.OPEN_QUOTE, start, end, tegn=scene.text[start])


def _flow(scene: ErrorContext) -> Finding:
    """Return the finding for a one-line list without a comma or its closing bracket."""
    sign = scene.text[scene.context : scene.context + 1]
    if sign not in CLOSING:
        return _no_content(scene)
    closed = CLOSING[sign] in scene.text[scene.offset :]
    same_line = scene.lines.number(scene.context) == scene.number
    swallowed_a_line = scene.text[scene.offset : scene.offset + 1] in ("", ":", "-")
    if closed and (same_line or not swallowed_a_line):
        return _bracket(scene, codes.COMMA_IN_LIST, scene.offset, sign)
    return _bracket(scene, codes.OPEN_BRACKET, scene.context, sign)


def _no_content(scene: ErrorContext) -> Finding:
    opened = open_bracket(scene.text)
    if opened is None:
        return _reserved(scene, scene.offset)
    sign = scene.text[opened]
    if not scene.text[scene.offset :].strip():
        return _bracket(scene, codes.OPEN_BRACKET, opened, sign)
    return _bracket(scene, codes.COMMA_IN_LIST, scene.offset, sign)


def _bracket(scene: ErrorContext, code: str, at: int, sign: str) -> Finding:
    return scene.checks.finding(code, at, at + 1, tegn=sign, slut=CLOSING[sign])


def _after_end(scene: ErrorContext) -> Finding:
    """Text after the end of the document."""
    numbers = range(1, scene.number + 1)
    first = next((n for n in numbers if _content(scene.lines.line(n))), None)
    if first is None:  # only a directive such as ``%YAML 1.2``
        return scene.checks.finding(codes.EMPTY_FILE, 0, 0, fil=scene.checks.file_name)
    if scene.before.strip():
        return _open_quote(scene) or scene.to_end(codes.TEXT_AFTER_END, scene.offset)
    if re.search(r"^\.\.\.\s*$", scene.text[: scene.offset], re.MULTILINE):
        return scene.on_line(codes.SEVERAL_DOCUMENTS, scene.number)
    if indentation(scene.lines.line(first)):
        return scene.on_line(codes.INDENTATION, first)
    return _bad_key(scene, first) or scene.on_line(codes.INDENTATION, scene.number)


def _backslash(scene: ErrorContext) -> Finding:
    at = scene.text.rfind("\\", 0, scene.offset + 1)
    return scene.checks.finding(codes.BACKSLASH, at, at + 2, tegn=scene.text[at : at + 2])


def _block_header(scene: ErrorContext) -> Finding:
    sign = scene.text[scene.context]
    return scene.to_end(codes.TEXT_AFTER_BLOCK_SIGN, scene.context, tegn=sign)


def _dash(scene: ErrorContext) -> Finding:
    end = scene.lines.bounds(scene.number)[1]
    return scene.checks.finding(codes.LIST_ON_KEY_LINE, scene.offset, end)


def _tag(scene: ErrorContext) -> Finding:
    return scene.to_end(codes.TAG, scene.context)


def _context_reserved(scene: ErrorContext) -> Finding:
    return _reserved(scene, scene.context)


def _other(scene: ErrorContext) -> Finding:
    number = scene.number
    if not scene.lines.line(number).strip():
        number = scene.lines.content_before(number) or number
    return scene.on_line(codes.SYNTAX, number)


def _content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith(("#", "---", "%"))


_HANDLERS: tuple[tuple[str, Handler], ...] = (
    ("a tag", _tag),
    ("tag handle", _tag),
    ("cannot start any token", _cannot_start),
    ("tab character", _tab),
    ("scanning a plain scalar", _no_content),
    ("mapping values are not allowed", _second_colon),
    ("could not find expected ':'", _no_colon),
    ("sequence entries are not allowed", _dash),
    ("mapping keys are not allowed", _cannot_start),
    ("quoted scalar: found unexpected", _quote),
    ("escape", _backslash),
    ("hexdecimal", _backslash),
    ("parsing a block mapping", _unexpected),
    ("parsing a block collection", _unexpected),
    ("node content", _no_content),
    ("parsing a flow", _flow),
    ("scanning an a", _context_reserved),
    ("directive", _context_reserved),
    ("scanning a block scalar", _block_header),
    ("document start", _after_end),
)
"""PyYAML's messages, with libyaml and without, and their handlers; the first match counts."""
