"""Text that was meant as a tag but is written in other signs, and what to write instead."""

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from samarbejde_cli.lazy import lazy_pattern

Knows: TypeAlias = Callable[[str], bool]
Remedy: TypeAlias = Callable[[str], str | None]
"""Returns an expression as it can be written (``ung.skole | default("")``), or None."""

SAME_PARAGRAPH = "Et tag skal begynde og slutte i samme afsnit."
_CURLY, _PERCENT = "{}｛｝﹛﹜❴❵⦃⦄", "%％﹪"
_BRACKETS = r"<>«»\[\]"
_SIGNS = rf"{_CURLY}{_PERCENT}{_BRACKETS}‹›#()$="
_SPACES = " \t\xa0\u200b"
_PATH = r"[^\W\d]\w*(?:\.[^\W\d]\w*)*"
_BODY = (
    r"(?P<block>(?:(?P<prefix>p|tr|tc|r)[ \xa0]+)?(?:(?P<word>if|elif|for)\b"
    rf"[^\n{_SIGNS}]*(?:[=<>]=?[^\n{_SIGNS}]*)?|endif|endfor))"
    rf"|(?P<field>{_PATH}(?: {_PATH}){{0,2}})"
    rf"(?:[ \xa0]*\|[^\n{_CURLY}{_BRACKETS}]*)?"
)
_LIKELY = lazy_pattern(
    rf"(?:(?<!\w)|(?=[{{｛]))(?P<open>[{_SIGNS}][{_SIGNS}{_SPACES}]*)(?P<body>{_BODY})"
    rf"(?P<close>[{_SPACES}]*[{_SIGNS}](?:[ \xa0]?[{_SIGNS}])*)",
    re.IGNORECASE,
)
_ALONE = lazy_pattern(
    rf"(?P<before>(?:(?<!\w){_BODY})?[ \xa0]?)(?P<signs>\}}\}}|%\}}|#\}}|(?<=\0)\}}|(?<=\0 )\}})",
    re.IGNORECASE,
)
_BEFORE_TAG = lazy_pattern(r"\{ ?(?=\0[^}]*\Z)")
_NAME = lazy_pattern(_PATH)
_WORDS = frozenset({"if", "elif", "for", "in", "not", "and", "or", "is", "p", "tr", "tc", "r"})
_ENDS = {"if": "endif", "for": "endfor"}
TAG_PLACE = "\0"
"""What stands for a whole tag in the text that is looked through."""


def likely_tags(text: str, knows: Knows, depth: int = 0) -> Iterator[str]:
    """Yield what looks like a tag and is none, in a text whose whole tags are ``TAG_PLACE``.

    ``depth`` is how many braces are open before it: what closes those is no half tag.
    """
    end = 0
    for found in _LIKELY.finditer(text):
        if _is_meant(found, knows, open_braces(text[: found.start()], depth)):
            yield from _alone(text[end : found.start()], open_braces(text[:end], depth))
            yield found[0]
            end = found.end()
    yield from _alone(text[end:], open_braces(text[:end], depth))


def open_braces(text: str, depth: int = 0) -> int:
    """Return how many braces are open after a text."""
    for sign in text:
        if sign in "{}":
            depth = depth + 1 if sign == "{" else max(0, depth - 1)
    return depth


def proposal(written: str, remedy: Remedy) -> str | None:
    """Return the tag that was meant; None when there is none, or its field is not known."""
    completed = (written, f"{written}}}", f"{{{written}")
    found = next((match for each in completed if (match := _LIKELY.match(each))), None)
    if found is None:
        return None
    if found["block"] is None:
        is_end = found["open"].strip() == "{" and "%" in found["close"]  # of a block: ``x %}``
        expression = None if is_end else remedy(found["body"].strip(_SPACES))
        return expression and f"{{{{ {expression} }}}}"
    return _whole_block(found, {path: remedy(path) for path in _paths(found)})


def _whole_block(found: re.Match[str], meant: dict[str, str | None]) -> str | None:
    prefix = (found["prefix"] or "").lower()
    body = found["block"][len(prefix) :].strip(_SPACES)
    word = (found["word"] or body).lower()
    rest = body[len(word) :]
    for path, expression in meant.items():
        if expression is None:
            return None
        rest = rest.replace(path, expression.partition(" |")[0])
    tag = f"{{%{prefix} {word}{rest} %}}"
    return f"{tag} … {{%{prefix} {_ENDS[word]} %}}" if word in _ENDS else tag


def _paths(found: re.Match[str]) -> list[str]:
    """Return the fields that a likely tag names; of a loop, what it goes through."""
    if found["field"]:
        return [found["field"].replace(" ", ".")]
    body = re.sub(r""""[^"]*"|'[^']*'|“[^”]*”|\|\s*\w+""", "", found["block"])
    names = [
        each for each in _NAME.findall(body) if each.lower() not in _WORDS | {"endif", "endfor"}
    ]
    return names[-1:] if (found["word"] or "").lower() == "for" else names


def _is_meant(found: re.Match[str], knows: Knows, depth: int) -> bool:
    opening, closing = (re.sub(r"\s|\u200b", "", found[each]) for each in ("open", "close"))
    paths, is_block = [each.lower() for each in _paths(found)], found["block"] is not None
    if not paths and found["word"]:
        return False
    is_double = min(len(opening), len(closing)) > 1
    is_dotted = is_block or "." in (found["field"] if not is_double else paths[0])
    is_known = all(map(knows, paths)) and (is_dotted or is_double)
    if (opening, closing) == ("{", "}") or not _is_curly(opening + closing):
        is_near = is_dotted and is_double and knows(paths[0].partition(".")[0]) if paths else False
        return (is_known or is_near) and (is_double or opening != "(")
    is_block_sign = is_block and "%" in opening + closing
    needed = closing.count("}") - opening.count("{")
    return is_known or is_double or is_block_sign or needed > depth


def _is_curly(signs: str) -> bool:
    return any(sign in _CURLY for sign in signs)


def _alone(text: str, depth: int) -> Iterator[str]:
    """Yield the ends of tags that have no beginning, and a brace before a whole tag."""
    if opened := _BEFORE_TAG.search(text):
        yield opened[0]
    for found in _ALONE.finditer(text):
        signs = found["signs"]
        if open_braces(text[: found.start("signs")], depth) < signs.count("}"):
            yield found[0].strip(_SPACES)
