"""Progress of long work: an updating line on a terminal, plain lines elsewhere."""

import sys
from contextlib import suppress
from shutil import get_terminal_size
from time import monotonic

from samarbejde_cli.cli import console
from samarbejde_cli.danish.text import counted, grouped
from samarbejde_cli.errors import WriteError

_SHOWN_EVERY, _PRINTED_EVERY = 0.1, 10.0
"""Seconds between two changes of the line, and between two plain lines."""
_WIDTH, _NARROWEST = 10, 4
"""Squares of the bar."""


class Rate:
    """Prints progress: the share done, the speed and the time left."""

    def __init__(self, label: str, total: int) -> None:
        self.label = label
        self.total = total
        self._begun = self._last = monotonic()
        self._is_terminal = sys.stderr.isatty()
        self._shown = 0

    def __call__(self, done: int) -> None:
        """Print the line again, if it is time."""
        now = monotonic()
        if now - self._last < (_SHOWN_EVERY if self._is_terminal else _PRINTED_EVERY):
            return
        self._last = now
        line = self._line(done, now - self._begun)
        if self._is_terminal:
            line = self._bar(done, get_terminal_size().columns - 2 - len(line)) + line
            _show(f"{line.ljust(self._shown)}\r")
            self._shown = len(line)
        else:
            _show(f"{line}\n")

    def clear(self) -> None:
        """Clear the line from a terminal."""
        if self._shown:
            _show(f"{' ' * self._shown}\r")
            self._shown = 0

    def _bar(self, done: int, room: int) -> str:
        """Return the progress as a row of squares; empty where there is no room."""
        width = min(_WIDTH, room)
        if width < _NARROWEST:
            return ""
        full = round(width * done / self.total) if self.total else width
        return f"{'■' * full}{'□' * (width - full)} "

    def _line(self, done: int, seconds: float) -> str:
        each_second = done / seconds if seconds else 0.0
        left = (self.total - done) / each_second if each_second else 0.0
        return (
            f"{self.label}: {grouped(done)} af {grouped(self.total)}, "
            f"{grouped(round(each_second))} i sekundet, {_time(left)} tilbage"
        )


def _show(text: str) -> None:
    """Print progress; where nobody can see it any more, the work goes on."""
    with suppress(console.OutputClosedError, WriteError):
        console.err(text, newline=False)


def _time(seconds: float) -> str:
    if seconds < 90:  # noqa: PLR2004 — below that, seconds are clearer
        return counted(round(seconds), "sekund", "sekunder")
    return counted(round(seconds / 60), "minut", "minutter")
