"""Long sentences over several lines of the screen."""

import re
from collections.abc import Iterable, Iterator
from shutil import get_terminal_size

_INDENT = "  "
_WORD = re.compile(r"(?:(?<=: )samarbejde .+|`[^`]+`\S*|\S)+")
"""A word, or a command that must stay on one line to be copied."""


def folded(text: str) -> str:
    """Return a sentence over as many lines as the screen needs, the later ones further in.

    No word is broken, and no command. It is fast enough for thousands of sentences.
    """
    return _folded(text, _INDENT)


def paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines folded to the width of the screen, each as deep as it or its bullet began."""
    for text in lines:
        for line in text.split("\n"):
            yield _folded(line, _INDENT if line.lstrip().startswith("- ") else "")


def _folded(text: str, further: str) -> str:
    width = get_terminal_size().columns
    if len(text) <= width:
        return text
    start = text[: len(text) - len(text.lstrip())]
    lines, line = [], ""
    for word in _WORD.findall(text):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = f"{start}{further}{word}"
        else:
            line = f"{line} {word}" if line else f"{start}{word}"
    return "\n".join([*lines, line])
