"""Find a template: the municipality's own before the one that ships."""

from pathlib import Path

from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.shipped import shipped
from samarbejde_cli.source.decode import open_at_once

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
