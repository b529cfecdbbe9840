"""The screen: text, problems, JSON and progress, on any console and in any encoding.

Text is written as it is: there is no markup, so a ``[`` from the data is only a ``[``.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from errno import EINVAL, EPIPE
from io import TextIOWrapper
from shutil import get_terminal_size
from typing import Any, Literal, TextIO, TypeVar

import click

from samarbejde_cli.cli import plain
from samarbejde_cli.danish.text import visible
from samarbejde_cli.errors import WriteError
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.report import json_text
from samarbejde_cli.report.colours import coloured
from samarbejde_cli.report.folded import lines_of

Item = TypeVar("Item")

_STYLE = lazy_pattern(r"(\x1b\[\d{1,2}m)")
"""The codes ``coloured`` emits; all other control characters are shown as symbols."""

_counting = ""
"""The line that counts at the foot of the screen, until something else is printed."""


class OutputClosedError(Exception):
    """The reader of our output has closed the pipe, as ``head`` does; not an error."""


def prepare() -> None:
    """Make the standard streams of this process safe for every character."""
    plain.register()
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            windows = os.name == "nt"
            encoding = wanted_encoding(os.environ, windows=windows, terminal=stream.isatty())
            stream.reconfigure(encoding=encoding, errors=plain.HANDLER)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


def wanted_encoding(
    environ: Mapping[str, str], *, windows: bool, terminal: bool
) -> Literal["utf-8"] | None:
    """Return the encoding that an output stream is changed to; None leaves it as it is.

    Python writes to a Windows console in UTF-8, but to a file or a pipe in the old code page.
    """
    redirected = windows and not terminal
    return "utf-8" if redirected and not environ.get("PYTHONIOENCODING") else None


def out(text: str = "") -> None:
    """Print a line of result to standard output.

    Raises OutputClosedError when the reader has gone, WriteError when it cannot be written.
    """
    _write(sys.stdout, f"{text}\n")


def err(text: str = "", *, newline: bool = True) -> None:
    """Print a line about the work itself to standard error; raises what ``out`` raises."""
    _write(sys.stderr, f"{text}\n" if newline else text)


def problem(message: str, hint: str = "") -> None:
    """Print an error and, when known, its remedy to standard error."""
    err(_folded(coloured("fejl:", "red"), message))
    if hint:
        err(_folded(coloured("hjælp:", "cyan"), hint))


def out_lines(lines: Iterable[str]) -> None:
    """Print lines of result, each when it is there."""
    for line in lines:
        out(line)


def out_json(value: Any) -> None:
    """Print a value as JSON; where the console lacks a character, it is escaped."""
    for piece in json_text.pieces(value, sys.stdout.encoding or "utf-8"):
        _write(sys.stdout, piece)
    out()


def out_bytes(data: bytes) -> None:
    """Write bytes to standard output as they are, whatever encoding the console has."""
    sys.stdout.flush()
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        out(data.decode())
        return
    stream.write(data)
    stream.flush()


def progress(items: Sequence[Item], label: str) -> Iterator[Item]:
    """Yield the items while a counter runs on standard error, if that is a terminal."""
    shown = sys.stderr.isatty()
    for number, item in enumerate(items, 1):
        if shown:
            _count(f"{label}: {number} af {len(items)}")
        yield item
    _count("")


def _count(line: str) -> None:
    """Put a line that counts in the place of the one before it; an empty one leaves none."""
    global _counting
    gone, _counting = len(_counting), line
    if gone and not line:
        line = " " * gone
    if line:
        err(f"{line}\r", newline=False)


def finish() -> None:
    """Discard the buffer of a broken stream, so that Python does not complain at exit."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with suppress(OSError), _nowhere() as nowhere:
                os.dup2(nowhere.fileno(), stream.fileno())


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 — a name, no place; open as long as the process


def _write(stream: TextIO, text: str) -> None:
    if _counting and stream is sys.stdout:
        _count("")
    shown = "".join(
        part if number % 2 else visible(part) for number, part in enumerate(_STYLE.split(text))
    )
    try:
        click.echo(shown, file=stream, nl=False, color=None if _colours_wanted() else False)
    except OSError as error:
        if error.errno == EPIPE or (os.name == "nt" and error.errno == EINVAL):
            raise OutputClosedError from None
        raise WriteError(
            "Udskriften kan ikke skrives dertil, hvor den er sendt hen.",
            "Se efter, om disken er fuld, eller send udskriften et andet sted hen.",
        ) from error


def _folded(label: str, text: str) -> str:
    """Fold a long text under its label on a terminal; leave it whole in a file or a pipe."""
    if not sys.stderr.isatty():
        return f"{label} {text}"
    indent = " " * (len(click.unstyle(label)) + 1)
    width = max(get_terminal_size().columns - 1, 40)
    lines = [line for each in text.splitlines() for line in lines_of(each, width, indent, indent)]
    return label + "\n".join(lines)[len(indent) - 1 :]


def _colours_wanted() -> bool:
    """Tell whether the user lets a terminal show colours (no-color.org)."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
