"""Who holds a lock: a note beside it, for the others, and as a sign of life.

The system's own lock ends with its process. It may not reach another computer, as in a folder that
OneDrive or Dropbox synchronises; there the note is the lock, for as long as its holder renews it.
"""

import os
import platform
import threading
import time
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final

from samarbejde_cli.danish.dates import clock, long_date
from samarbejde_cli.files.private import opener
from samarbejde_cli.lazy import frozen

NOTE: Final = ".samarbejde-laas"
"""The file beside a lock that says who holds it; it is gone when the lock is free."""
USER: Final = "SAMARBEJDE_BRUGER"
"""The environment variable with the user's name."""
_RENEWED_EVERY, _DEAD_AFTER = 60.0, 300.0
_held: set[Path] = set()
_renewing: list[int] = []
"""The process whose thread renews the notes; another one after a fork."""


@frozen
class Holder:
    """Who holds a lock, on which computer, since when, and when that was renewed last."""

    name: str
    machine: str
    since: float
    renewed: float

    @property
    def is_here(self) -> bool:
        """Whether it is, or was, a process on this computer."""
        return self.machine == platform.node()

    def may_live(self, now: float) -> bool:
        """Whether a process on another computer may still be at work: it gave a sign of life."""
        return not self.is_here and abs(now - self.renewed) < _DEAD_AFTER

    @property
    def words(self) -> str:
        """Who it is, where, and since when."""
        where = "denne computer" if self.is_here else f"computeren {self.machine}"
        return f"{self.name} på {where}, siden {_moment(self.since)}"

    @property
    def free_at(self) -> str:
        """When the lock is free if its holder gives no more signs of life."""
        return _moment(self.renewed + _DEAD_AFTER)


def _moment(seconds: float) -> str:
    at = datetime.fromtimestamp(seconds)  # noqa: DTZ006 — the user's own clock is meant
    return f"den {long_date(at.date())} kl. {clock(at.time())}"


def holder_of(folder: Path) -> Holder | None:
    """Return who holds, or left, the lock of a folder; None when nothing says so."""
    import json  # noqa: PLC0415 — only where there is a note

    path = folder / NOTE
    try:
        found = json.loads(path.read_text("utf-8"))
        renewed = path.stat().st_mtime
        return Holder(str(found["hvem"]), str(found["maskine"]), float(found["siden"]), renewed)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def note_holder(folder: Path) -> None:
    """Note that this process holds the lock of a folder, and renew that while it does."""
    import json  # noqa: PLC0415 — only who writes needs it

    note = {"hvem": _user(), "maskine": platform.node(), "siden": time.time()}
    with suppress(OSError), open(folder / NOTE, "w", encoding="utf-8", opener=opener) as file:
        file.write(json.dumps(note, ensure_ascii=False))
    _held.add(folder)
    if _renewing != [os.getpid()]:
        _renewing[:] = [os.getpid()]
        threading.Thread(target=_renew, daemon=True).start()


def forget_holder(folder: Path) -> None:
    """Take the note away when the lock is given back."""
    _held.discard(folder)
    with suppress(OSError):
        (folder / NOTE).unlink()


def _renew() -> None:
    while True:
        time.sleep(_RENEWED_EVERY)
        for folder in tuple(_held):
            with suppress(OSError):
                os.utime(folder / NOTE)


def _user() -> str:
    return os.environ.get(USER, "").strip() or _name_in_system()


@cache
def _name_in_system() -> str:
    import getpass  # noqa: PLC0415 — start-up

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "ukendt"
