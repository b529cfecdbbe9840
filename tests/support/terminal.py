"""A whole program at a real pseudo-terminal: each line is typed when the program waits for one."""

import os
import select
import subprocess
import sys

_PATIENCE = 60


def played(arguments, lines, **environment):
    """Run the program, type the lines, then the end of input; return exit code and screen."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "samarbejde_cli", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm", "NO_COLOR": "1", "COLUMNS": "100"} | environment,
        start_new_session=True,
    )
    os.close(theirs)
    screen, left = b"", list(lines)
    while chunk := _read(ours):
        screen += chunk
        if screen.endswith((b": ", b":\x20")):
            os.write(ours, f"{left.pop(0)}\n".encode() if left else b"\x04")
    os.close(ours)
    return process.wait(_PATIENCE), screen.decode().replace("\r\n", "\n")


def _read(terminal):
    """Return what the program writes next; nothing when it has ended."""
    ready, _, _ = select.select([terminal], [], [], _PATIENCE)
    assert ready, "the program neither writes nor ends"
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other side is closed
        return b""
