"""Long sentences over several lines of the screen."""

from collections.abc import Iterable, Iterator
from shutil import get_terminal_size

from samarbejde_cli.lazy import lazy_pattern

_INDENT = "  "
_WORD = lazy_pattern(r"(?:(?<=: )samarbejde .+|(?<=: )git .+?(?= og |\. |$)|`[^`]+`\S*|\S)+")
"""A word, or a command that must stay on one line to be copied."""
_OTHERWISE = lazy_pattern(r"`|: (?:samarbejde|git) |[^\S ]")
"""What a text has in which not every word is one between spaces."""


def folded(text: str) -> str:
    """Return a sentence over as many lines as the screen needs, the later ones further in.

    No word is broken, and no command. It is fast enough for thousands of sentences.
    """
    return _folded(text, _INDENT)


def joined(parts: Iterable[str], between: str) -> str:
    """Return parts one after another, over as many lines as the screen needs; none is broken."""
    first, *others = parts
    width, lines = get_terminal_size().columns, [first]
    for part in others:
        longer = f"{lines[-1]}{between}{part}"
        if len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    return "\n".join(lines)


def paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines folded to the width of the screen, each as deep as it or its bullet began."""
    for text in lines:
        for line in text.split("\n"):
            yield _folded(line, _INDENT if line.lstrip().startswith("- ") else "")


def lines_of(text: str, width: int, first: str = "", further: str = "") -> list[str]:
    """Return a text on lines of a width: ``first`` begins the first one, ``further`` the others.

    No word is broken, and no command, even where the line becomes longer for it.
    """
    if not _OTHERWISE.search(text):
        return list(_between_spaces(text.strip(" "), width, first, further))
    lines: list[str] = []
    line, is_empty, end = first, True, 0
    for found in _WORD.finditer(text):
        gap = text[end : found.start()].replace("\n", " ")
        if not is_empty and len(line) + len(gap) + len(found[0]) > width:
            lines.append(line)
            line, is_empty = further, True
        line = f"{line}{found[0]}" if is_empty else f"{line}{gap}{found[0]}"
        is_empty, end = False, found.end()
    return lines if is_empty else [*lines, line]


def _between_spaces(text: str, width: int, first: str, further: str) -> Iterator[str]:
    """Yield the same lines of a text of words with spaces between, in a third of the time."""
    margin = first
    while text:
        room = width - len(margin)
        if len(text) <= room:
            yield margin + text
            return
        cut = text.rfind(" ", 0, max(room, 0) + 1)
        if cut < 0:  # the first word is longer than a line
            cut = text.find(" ")
        if cut < 0:
            yield margin + text
            return
        yield margin + text[:cut].rstrip(" ")
        text, margin = text[cut:].lstrip(" "), further


def _folded(text: str, further: str) -> str:
    width = get_terminal_size().columns
    if len(text) <= width:
        return text
    start = text[: len(text) - len(text.lstrip())]
    return "\n".join(lines_of(text, width, start, f"{start}{further}"))
