"""The JSON Schemas that editors read, in a workspace's own folder."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from samarbejde_cli import __version__
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.errors import SamarbejdeError, WriteError
from samarbejde_cli.files.private import make_folder
from samarbejde_cli.files.write import Change, digest_of, write_all

FOLDER = ".skemaer"
"""Where the first line of every file says that its schema is; in git, so that a clone has it."""
_STAMPED = "samarbejde.json"
_COMMENT = "$comment"


def write_schemas(workspace: Workspace) -> list[Path]:
    """Write the schemas into a workspace, replacing older ones, and return their paths.

    Raises ``WriteError`` when they cannot be written.
    """
    return write_schemas_to(workspace.root / FOLDER, workspace)


def write_schemas_to(folder: Path, workspace: Workspace | None) -> list[Path]:
    """Write the schemas to a folder; without a workspace they propose no names.

    Raises ``WriteError`` when they cannot be written.
    """
    from samarbejde_cli.actions.schemas import schemas  # noqa: PLC0415 — slow, and seldom needed

    found = schemas(workspace.loaded.profile, workspace.loaded.base) if workspace else schemas()
    if workspace:
        found[_STAMPED] = {_COMMENT: _stamp(workspace), **found[_STAMPED]}
    try:
        make_folder(folder)
        changes = [
            Change(folder / name, _as_text(schema), _present(folder / name))
            for name, schema in found.items()
        ]
    except OSError as problem:
        raise WriteError(
            f"Skemaerne kan ikke skrives i {folder}.",
            "Vælg en mappe, hvor du må skrive, med --output.",
        ) from problem
    write_all(changes)
    return [change.path for change in changes]


def keep_schemas(workspace: Workspace) -> None:
    """Write the schemas again when they are missing or older than the program or the settings.

    A workspace that cannot be written in is left as it is.
    """
    if os.access(workspace.root, os.W_OK) and not _is_kept(workspace):
        with suppress(SamarbejdeError, OSError):
            write_schemas(workspace)


def _is_kept(workspace: Workspace) -> bool:
    """Whether the schemas are those of this version and these settings, or of a later version."""
    try:
        with (workspace.root / FOLDER / _STAMPED).open(encoding="utf-8") as file:
            found = "".join(file.readline() for _ in range(2))
    except (OSError, ValueError):
        return False
    version = found.partition(f'"{_COMMENT}": "')[2].partition(" ")[0]
    return _stamp(workspace) in found or _numbers(version) > _numbers(__version__)


def _stamp(workspace: Workspace) -> str:
    return f"{__version__} {workspace.loaded.source.digest}"


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def _present(path: Path) -> str | None:
    return digest_of(path.read_bytes()) if path.exists() else None


def _as_text(schema: dict[str, Any]) -> str:
    import json  # noqa: PLC0415 — only who writes needs it

    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
