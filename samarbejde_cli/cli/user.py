"""The user's name, for the history of a case."""

import getpass
import os
import subprocess

VARIABLE = "SAMARBEJDE_BRUGER"


def user_name() -> str:
    """Return the name in ``SAMARBEJDE_BRUGER``, else git's ``user.name``, else the login name."""
    return os.environ.get(VARIABLE, "").strip() or _git_name() or _login_name()


def _git_name() -> str:
    try:
        done = subprocess.run(
            ["git", "config", "user.name"],  # noqa: S607 — the user's own git, wherever it is
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            timeout=5,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "ukendt"
