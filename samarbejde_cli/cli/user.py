"""The user's name, for the history of a case."""

import getpass
import os
from pathlib import Path

from samarbejde_cli.files.git_program import GitError, run_git
from samarbejde_cli.files.lock_holder import USER

VARIABLE = USER


def user_name() -> str:
    """Return the name in ``SAMARBEJDE_BRUGER``, else git's ``user.name``, else the login name."""
    return os.environ.get(VARIABLE, "").strip() or _git_name() or _login_name()


def _git_name() -> str:
    try:
        return run_git(Path.cwd(), "config", "user.name").text.strip()
    except (GitError, OSError):
        return ""


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "ukendt"
