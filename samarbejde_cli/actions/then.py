"""A workspace as git has it of a day, in a hidden folder that is gone afterwards."""

import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.errors import SamarbejdeError, WriteError
from samarbejde_cli.files.find import CASES_FOLDER, WORKSPACE_FILE
from samarbejde_cli.files.lock import TEMPORARY
from samarbejde_cli.files.private import make_folder


@contextmanager
def as_on(workspace: Workspace, day: date) -> Iterator[Workspace]:
    """Yield a workspace as it was committed last by the end of a day.

    Raises ``SamarbejdeError`` when git has nothing of that time, ``WriteError`` when the files
    cannot be put beside the workspace's own for a while.
    """
    commit = workspace.history.commit_on(day)
    data = workspace.history.archive(commit, [CASES_FOLDER, WORKSPACE_FILE]) if commit else b""
    if not data:
        raise SamarbejdeError(
            f"Git har ingen sager fra den {long_date(day)} eller før.",
            "Lav rapporten uden --from-git: så tages datoerne i filerne.",
        )
    try:
        with TemporaryDirectory(prefix=TEMPORARY, dir=workspace.root) as work:
            _unpack(data, Path(work))
            yield Workspace(Path(work))
    except OSError as problem:
        raise WriteError(
            f"Sagerne, som de var den {long_date(day)}, kan ikke lægges i {workspace.root}.",
            "Se efter, at du må skrive i arbejdsmappen.",
        ) from problem


def _unpack(data: bytes, folder: Path) -> None:
    """Write the files of a tar file; nothing that would lie outside the folder."""
    with tarfile.open(fileobj=BytesIO(data)) as archive:
        for member in archive:
            path, content = folder / member.name, archive.extractfile(member)
            if member.isfile() and content and ".." not in path.parts:
                make_folder(path.parent)
                path.write_bytes(content.read())
