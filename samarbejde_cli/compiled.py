"""Patterns and functions that are compiled while the program runs, kept for the next run.

Compiling the patterns of one short command takes a tenth of its time. What came of it lies where
Python keeps the bytecode of this module, under the text that it was made of and the version of
Python that made it; so nothing old is ever used. Where nothing can be written, each run compiles.

Only for texts of the program itself: what a case says must not lie there.
"""

import marshal
import os
import re
import sys
from contextlib import suppress
from functools import cache
from importlib import import_module
from types import CodeType
from typing import Any, AnyStr

_Key = tuple[str | bytes, int]
_FUNCTION = -1
"""What stands in the place of a pattern's flags for the text of a function."""
_MOST = 2000
"""So many are kept; more are those of versions of the program that are gone."""

_compile_at_once = re.compile
_new: dict[_Key, bytes] = {}


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what ``re.compile`` does."""
    kept = _kept().get((text, int(flags)))
    if kept is not None:
        made: re.Pattern[AnyStr] = _engine().compile(text, *marshal.loads(kept))  # noqa: S302 — as safe as bytecode
        return made
    made = _compile_at_once(text, flags)
    with suppress(Exception):  # another Python may do all of this in another way
        parts = _parts(text, flags)
        if _engine().compile(text, *parts) == made:
            _new[text, int(flags)] = marshal.dumps(parts)
    return made


def function(text: str) -> CodeType:
    """Return the code that defines a function."""
    kept = _kept().get((text, _FUNCTION))
    if kept is not None:
        code: CodeType = marshal.loads(kept)  # noqa: S302 — as safe as bytecode
        return code
    code = compile(text, "<string>", "exec")
    _new[text, _FUNCTION] = marshal.dumps(code)
    return code


def keep() -> None:
    """Write what was compiled by this run for the first time."""
    if not _new or sys.dont_write_bytecode:
        return
    kept = _read()  # another process may have written meanwhile
    kept = {**(kept if len(kept) + len(_new) <= _MOST else {}), **_new}
    path = _path()
    beside = f"{path}.{os.getpid()}"
    try:
        with open(beside, "wb") as file:  # noqa: PTH123 — quicker to import
            marshal.dump((_version(), kept), file)
        os.replace(beside, path)  # noqa: PTH105 — quicker to import
    except OSError:
        with suppress(OSError):
            os.unlink(beside)  # noqa: PTH108 — quicker to import


def _path() -> str:
    folder = os.path.dirname(__spec__.cached or os.devnull)  # noqa: PTH120 — quicker to import
    return os.path.join(folder, f"compiled.{sys.implementation.cache_tag}.kept")  # noqa: PTH118 — quicker to import


@cache
def _kept() -> dict[_Key, bytes]:
    return _read()


def _read() -> dict[_Key, bytes]:
    try:
        with open(_path(), "rb") as file:  # noqa: PTH123 — quicker to import
            version, kept = marshal.load(file)  # noqa: S302 — as safe as bytecode
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return kept if version == _version() else {}


def _version() -> tuple[str, int]:
    return sys.version, int(_engine().MAGIC)


@cache
def _engine() -> Any:
    """Return what runs patterns; ``re`` itself has no public way to what it compiles."""
    return import_module("_sre")


def _parts(text: AnyStr, flags: int) -> tuple[Any, ...]:
    """Return what ``re.compile`` gives to the engine for a text."""
    compiler: Any = import_module("re._compiler")
    parsed: Any = import_module("re._parser").parse(text, flags)
    code = [*map(int, compiler._code(parsed, flags))]  # noqa: SLF001 — there is no public way
    numbers, groups = parsed.state.groupdict, parsed.state.groups
    names = {number: name for name, number in numbers.items()}
    by_number = tuple(names.get(each) for each in range(groups))
    return int(flags | parsed.state.flags), code, groups - 1, numbers, by_number
