"""The hooks of a workspace's repository: what git asks this program before it keeps something."""

import os
import sys
from pathlib import Path
from typing import Final

from samarbejde_cli.files.git_program import run_git
from samarbejde_cli.files.os_errors import in_danish

CHECKED = "SAMARBEJDE_KONTROLLERET"
"""Set by ``save``, which has checked files and message itself: the hooks then let it pass."""
HOOKS: Final = ("pre-commit", "commit-msg", "post-merge", "post-rewrite")
"""The hooks that the program answers with ``samarbejde hook``."""
_OTHERS = ".egen"
"""What is added to the name of a hook that was there before ours."""
_MARK = "# samarbejde hook"
_SCRIPT = """\
#!/bin/sh
{mark}: written by samarbejde, which writes it again with doctor --fix.
others={others}
program={program}
given=$(if [ {name} = post-rewrite ]; then cat; fi)
if [ -x "$others" ]; then
  printf '%s\\n' "$given" | "$others" "$@" || exit
fi
if [ -n "${{{checked}}}" ]; then exit 0; fi
if [ ! -x "$program" ]; then
  echo {gone} >&2
  exit 1
fi
printf '%s\\n' "$given" | {call} hook {name} "$@"
"""
_GONE = (
    "Programmet samarbejde er flyttet eller fjernet, så intet kan kontrolleres. Installér det "
    "igen, og kør samarbejde doctor --fix."
)


def program_call() -> str:
    """Return how git's own shell starts this very program, whatever is on its path.

    ``-P`` keeps Python from importing what lies in the folder that git runs it in.
    """
    return f"{_quoted(sys.executable)} -P -m samarbejde_cli"


def _quoted(path: str) -> str:
    """Return a path as git's shell reads it, on Windows too."""
    return "'" + path.replace(os.sep, "/").replace("'", "'\\''") + "'"


def missing_hooks(root: Path) -> tuple[str, ...]:
    """Return the names of the hooks that the repository around a workspace does not have.

    One that starts the program where it is not any more is missing as well.
    """
    folder = _folder(root)
    if folder is None:
        return ()
    return tuple(name for name in HOOKS if not _is_ours(folder / name))


def install_hooks(root: Path) -> None:
    """Give the repository around a workspace our hooks; those of others go on to be called.

    Where git is told to look for hooks elsewhere, ours call those there too. Raises ``WriteError``.
    """
    folder, used = _own_folder(root), _folder(root)
    if folder is None or used is None:
        return
    with in_danish(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name in HOOKS:
            path = folder / name
            others = path.with_name(f"{name}{_OTHERS}") if folder == used else used / name
            if folder == used and path.exists() and not _is_written_by_us(path):
                path.replace(others)
            path.write_text(_script(name, others), "utf-8", newline="\n")
            path.chmod(0o700)
    if folder != used:
        run_git(root, "config", "core.hooksPath", folder.as_posix())


def _script(name: str, others: Path) -> str:
    return _SCRIPT.format(
        mark=_MARK, name=name, others=_quoted(str(others)), program=_quoted(sys.executable),
        call=program_call(), gone=_quoted(_GONE), checked=CHECKED,
    )  # fmt: skip


def _is_ours(path: Path) -> bool:
    return _is_written_by_us(path) and f" hook {path.name} " in path.read_text("utf-8") and (
        f"program={_quoted(sys.executable)}\n" in path.read_text("utf-8")
    )  # fmt: skip


def _is_written_by_us(path: Path) -> bool:
    try:
        return _MARK in path.read_text("utf-8", errors="replace")
    except OSError:
        return False


def _folder(root: Path) -> Path | None:
    """Return where git looks for the hooks of the repository around a folder."""
    return _asked(root, "rev-parse", "--git-path", "hooks")


def _own_folder(root: Path) -> Path | None:
    """Return the folder of hooks that belongs to the repository, whatever git is told."""
    common = _asked(root, "rev-parse", "--git-common-dir")
    return common / "hooks" if common else None


def _asked(root: Path, *words: str) -> Path | None:
    answer = run_git(root, *words)
    return (root / answer.text).resolve() if answer.is_well and answer.text else None
