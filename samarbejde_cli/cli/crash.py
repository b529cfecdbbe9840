"""A bug in the program: a log for its developers, without any user data.

A value from a case can hide in the text of an exception, in a local variable and in the path of a
file. So the log names types of exceptions, and lines and functions of our own package, and no more.
"""

import os
import platform
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import gettempdir, mkstemp
from time import strftime
from traceback import walk_tb
from types import CodeType, FrameType

from samarbejde_cli import __version__

EXIT_CODE = 3
_PACKAGE = Path(__file__).parents[1]


def save(error: BaseException, command: str) -> Path | None:
    """Write the log of an exception and return its file; None when no folder takes it."""
    text = "\n".join([*_surroundings(command), *describe(error), ""])
    for folder in _folders():
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = mkstemp(".log", strftime("fejl-%Y%m%d-%H%M%S-"), folder)
            with open(handle, "w", encoding="utf-8") as log:  # noqa: PTH123 — opens a handle, not a path
                log.write(text)
            return Path(name)
    return None


def describe(error: BaseException) -> Iterator[str]:
    """Yield the lines of a traceback, newest exception first, without any user data."""
    for one in _chain(error):
        yield f"{type(one).__module__}.{type(one).__qualname__}"
        yield from (f"  {_line(frame, number)}" for frame, number in walk_tb(one.__traceback__))


def state_folder(environ: Mapping[str, str], system: str, home: Path) -> Path:
    """Return the user's own folder for logs on a system (a value of ``platform.system()``)."""
    if system == "Windows":
        local = Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
        return local / "samarbejde" / "log"
    if system == "Darwin":
        return home / "Library" / "Logs" / "samarbejde"
    state = Path(environ.get("XDG_STATE_HOME", ""))
    return (state if state.is_absolute() else home / ".local" / "state") / "samarbejde"


def _folders() -> Iterator[Path]:
    """Yield the folders to try, best first; never the folder in which the user works."""
    with suppress(RuntimeError):
        yield state_folder(os.environ, platform.system(), Path.home())
    temporary = Path(gettempdir())
    if temporary != Path.cwd():
        yield temporary


def _surroundings(command: str) -> Iterator[str]:
    yield f"samarbejde {__version__}, kommando: {command}"
    yield f"Python {platform.python_version()}, {platform.platform()}"
    yield ""


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    following: BaseException | None = error
    while following and id(following) not in seen:
        seen.add(id(following))
        yield following
        hidden = following.__suppress_context__
        following = following.__cause__ or (None if hidden else following.__context__)


def _line(frame: FrameType, number: int) -> str:
    code: CodeType = frame.f_code
    path = Path(code.co_filename)
    if path.is_relative_to(_PACKAGE):
        return f"{path.relative_to(_PACKAGE.parent).as_posix()}:{number} {code.co_name}"
    module = str(frame.f_globals.get("__name__"))
    return module.partition(".")[0] if module in sys.modules else "?"
