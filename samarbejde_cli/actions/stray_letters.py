"""Letters of a mailing that git would keep: by what they are called, and where the mailing lies."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from samarbejde_cli.actions.batch.manifest import JSON_NAME
from samarbejde_cli.actions.batch.sample import FOLDER, FORMER_FOLDER
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.lazy import lazy_pattern

_LETTER = lazy_pattern(r"(?:[123]-[^\W\d]+-)?(\d.*?)-runde-\d+-.+\.docx")


def is_letter(workspace: Workspace, name: str) -> bool:
    """Whether a file is called like a letter of a mailing or a sample of one, by its case."""
    found = _LETTER.fullmatch(name)
    return found is not None and workspace.case_folder(found[1]).is_dir()


def mailings_of(workspace: Workspace, paths: Iterable[str]) -> list[str]:
    """Return the folders of the mailings that some files are letters of, from the workspace on."""
    letters = (PurePosixPath(path) for path in paths)
    folders = (_mailing(workspace, each) for each in letters if is_letter(workspace, each.name))
    return sorted({str(each) for each in folders if each.name})


def _mailing(workspace: Workspace, letter: PurePosixPath) -> PurePosixPath:
    above = [each for each in letter.parents if each.name]
    for each in above:
        if (workspace.root / each / JSON_NAME).is_file():
            return each
    folder = letter.parent
    return folder.parent if folder.name in (FOLDER, FORMER_FOLDER) else folder
