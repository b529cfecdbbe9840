"""One line on a terminal that says what the program is doing now."""

import sys
from time import monotonic

from samarbejde_cli.cli import console

_SHOWN_EVERY = 0.1


class Waiting:
    """Shows what is going on; elsewhere than on a terminal it is silent."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr.isatty()
        self._shown, self._last = 0, 0.0

    def __call__(self, what: str) -> None:
        """Show what is done now, if it is time."""
        if not self._is_terminal or monotonic() - self._last < _SHOWN_EVERY:
            return
        self._last = monotonic()
        console.err(f"{what} …".ljust(self._shown) + "\r", newline=False)
        self._shown = max(self._shown, len(what) + 2)

    def clear(self) -> None:
        """Clear the line."""
        if self._shown:
            console.err(f"{' ' * self._shown}\r", newline=False)
            self._shown = 0
