"""Files of plain text, and scripts that other processes run."""

import os
import subprocess
import sys

from samarbejde_cli.files.write import digest_of


def put(path, text):
    path.write_bytes(text.encode())
    return digest_of(text.encode())


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def run(script, *arguments, **options):
    """Run a script in another process and return it when it has ended."""
    return subprocess.run(
        [sys.executable, "-B", "-c", script, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1"},
        timeout=60,
        check=False,
        **options,
    )
