"""What changes in a file of the user's, line by line."""

from difflib import unified_diff
from pathlib import Path

from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.forms.cpr import masked


def diff(path: Path, before: str, after: str, first: str = "") -> str:
    """Return a unified diff with CPR numbers masked; ``first`` is a line to stand above it."""
    name = shown_path(path)
    texts = before.splitlines(), after.splitlines()
    lines = list(unified_diff(*texts, name, name, n=1, lineterm=""))
    return masked("\n".join([first, *lines] if first else lines))
