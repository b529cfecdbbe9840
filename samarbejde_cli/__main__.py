"""Entry point: run one command line and turn whatever happens into text and an exit code."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

INTERRUPTED = 130


def program() -> int:
    """Run the command line of this process: its only entry from outside.

    What is imported lives until the end. To look through it for garbage, and to take it apart at
    the end (7 ms of the 120 of ``validate`` of one case), would help nobody; so the process ends
    itself, unless there are others that Python has to wait for.
    """
    gc.disable()  # until the command is imported
    try:
        code = main()
    except KeyboardInterrupt:  # once more, while the first was told
        code = INTERRUPTED
    if code == INTERRUPTED:
        _hear_no_more()
    if "multiprocessing" not in sys.modules:
        for stream in (sys.stdout, sys.stderr):
            with suppress(AttributeError, OSError, ValueError):  # closed, or none at all
                stream.flush()
        os._exit(code)
    gc.freeze()
    return code


def _hear_no_more() -> None:
    """Let Ctrl-C be nothing any more: this process ends already."""
    import signal  # noqa: PLC0415 — only for who was stopped

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line (of the process, if none is given) and return its exit code.

    Raises nothing: a wrong use, a broken file and a bug all end as Danish text on standard error.
    """
    try:
        from samarbejde_cli.cli import shell  # noqa: PLC0415 — Ctrl-C may come while this imports

        return shell.run(arguments)
    except KeyboardInterrupt:
        with suppress(OSError):
            print("\nAfbrudt.", file=sys.stderr, flush=True)  # noqa: T201 — perhaps nothing else is imported yet
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(program())
