"""Compiled templates, kept where Python keeps the bytecode of this module.

What is kept is found by a digest of all that it was made of: the file, the theme, the modules of
the engine and the libraries that it makes code with. So nothing old is ever read; a file that is
damaged is made again, and where nothing can be written the template is compiled each time.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import lxml
import markupsafe

from samarbejde_cli.lazy import patterns_when_used

with patterns_when_used():  # only what compiles templates uses Jinja's
    import jinja2

from samarbejde_cli.word.mistakes import RenderError
from samarbejde_cli.word.template.template import Template
from samarbejde_cli.word.values import Theme

_PACKAGE = Path(__file__).parents[2]
_OWN = ("danish", "word", "word/opc", "word/template")
_DIGEST = sha256().digest_size


def kept_template(data: bytes, name: str, theme: Theme | None = None) -> Template:
    """Return what ``compile_template`` does, which is done once for each file and theme.

    For templates that hold nothing private: what is made of them stays on the disk.
    """
    folder = Path(__spec__.cached or os.devnull).parent
    of_python = f"{Path(name).stem}.{sys.implementation.cache_tag}."
    of_engine = f"{of_python}{_engine()}."
    path = folder / f"{of_engine}{_digest(name, theme and (theme.color, theme.font), data)}"
    template = _read(path)
    if template is None:
        from samarbejde_cli.word.template.compiling import compile_template  # noqa: PLC0415 — slow

        template = compile_template(data, name, theme)
        if not sys.dont_write_bytecode:
            with suppress(RenderError):
                template.render({}, draft=True)  # so that each part was read once
            _write(path, template)
            _forget(each for each in folder.glob(f"{of_python}*") if of_engine not in each.name)
    return template


def _engine() -> str:
    """Return a digest of which engine this is: when its files and its libraries were written."""
    files = [file for folder in _OWN for file in _modules(_PACKAGE / folder)]
    roots = (os.path.join(*each.__path__, "__init__.py") for each in (jinja2, lxml, markupsafe))  # noqa: PTH118 — quick
    files += [(root, os.stat(root)) for root in roots]  # noqa: PTH116 — quick
    return _digest(*sorted((path, about.st_mtime_ns, about.st_size) for path, about in files))


def _modules(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        yield from ((each.path, each.stat()) for each in entries if each.name.endswith(".py"))


def _digest(*facts: object) -> str:
    return sha256(repr(facts).encode()).hexdigest()[:32]


def _read(path: Path) -> Template | None:
    try:
        kept = path.read_bytes()
    except OSError:
        return None
    is_whole = sha256(kept[_DIGEST:]).digest() == kept[:_DIGEST]
    return Template.from_bytes(kept[_DIGEST:]) if is_whole else None


def _write(path: Path, template: Template) -> None:
    kept = template.to_bytes()
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        beside.write_bytes(sha256(kept).digest() + kept)
        beside.replace(path)


def _forget(others: Iterator[Path]) -> None:
    """Delete what earlier engines have left."""
    for each in others:
        with suppress(OSError):
            each.unlink()
