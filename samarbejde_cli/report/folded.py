"""Long sentences over several lines of the screen."""

from shutil import get_terminal_size

_INDENT = "  "


def folded(text: str) -> str:
    """Return a sentence over as many lines as the screen needs, the later ones further in.

    No word is broken. It does what ``textwrap.fill`` would, for thousands of sentences.
    """
    width = get_terminal_size().columns
    if len(text) <= width:
        return text
    lines, line = [], ""
    for word in text.split():
        if line.strip() and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = _INDENT + word
        else:
            line = f"{line} {word}" if line.strip() else line + word
    return "\n".join([*lines, line])
