"""Find a template: the municipality's own before the one that ships."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from samarbejde_cli import word
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.shipped import shipped
from samarbejde_cli.source.decode import open_at_once

if TYPE_CHECKING:
    from samarbejde_cli.profile.appearance import Look
    from samarbejde_cli.word import Template

OWN_FOLDER = "skabeloner"


def find_template(name: str, workspace: Path) -> Path:
    """Return the file of a template; one in the workspace's ``skabeloner/`` stands in for ours."""
    own = workspace / OWN_FOLDER / name
    return own if own.is_file() else shipped("templates") / name


def read_template(path: Path) -> bytes:
    """Return the bytes of a template. Raises SamarbejdeError when it cannot be read.

    A named pipe is not waited for: it is empty, and so no template.
    """
    try:
        with open(path, "rb", opener=open_at_once) as file:
            return file.read() if path.is_file() else b""
    except OSError as problem:
        raise SamarbejdeError(
            f"Skabelonen {path} kan ikke læses.",
            "Luk den i Word, hvis den er åben, og se efter, at du har adgang til den.",
        ) from problem


def compiled(path: Path, data: bytes, look: "Look", *, keep_comments: bool = False) -> "Template":
    """Return a template that was read, in the municipality's look.

    What is made of one that ships is kept on the disk; the municipality's own may hold anything.
    """
    if path.parent == shipped("templates") and not keep_comments:
        return _kept(data, path.name, look)
    return _made(data, path.name, look, keep_comments)


@lru_cache(maxsize=64)
def _kept(data: bytes, name: str, look: "Look") -> "Template":
    return word.kept_template(data, name, look)


@lru_cache(maxsize=64)
def _made(data: bytes, name: str, look: "Look", keep_comments: bool) -> "Template":  # noqa: FBT001 — part of the key
    return word.compile_template(data, name, look, keep_comments=keep_comments)
