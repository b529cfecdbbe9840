"""Make a new workspace, and what keeps its cases out of the wrong places."""

from contextlib import suppress
from pathlib import Path

from samarbejde_cli.actions.schema import write_schemas
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case import skeleton
from samarbejde_cli.danish.text import nfc
from samarbejde_cli.errors import ConflictError, WriteError, WrongUseError
from samarbejde_cli.files.find import CASES_FOLDER, WORKSPACE_FILE
from samarbejde_cli.files.lock import LOCK_FILE, TEMPORARY
from samarbejde_cli.files.private import make_folder
from samarbejde_cli.files.write import Change, write_all
from samarbejde_cli.profile.load import known_profile

TEMPLATES = "skabeloner"
_IGNORE = """\
# Dannede dokumenter og hjælpefiler hører ikke til i git.
dokumenter/
/breve/
.laas
.samarbejde-*
"""
NEVER_IN_GIT = ("dokumenter/", LOCK_FILE, f"{TEMPORARY}*")
"""What no repository may hold, as patterns of git."""
_IGNORING = (".gitignore", f"{CASES_FOLDER}/.gitignore")
_IGNORE_CASES = "\n".join((_IGNORE.splitlines()[0], *NEVER_IN_GIT, ""))
ATTRIBUTES_FILE = ".gitattributes"
DIFF_ATTRIBUTE = "*.docx diff=samarbejde"
"""The line of .gitattributes that lets ``git diff`` show Word files by a driver of that name."""
YAML_ATTRIBUTE = "*.yaml text eol=lf merge=samarbejde"
"""The line of .gitattributes that has git merge our files by meaning, with the same line ends."""
_ATTRIBUTES = f"""\
{YAML_ATTRIBUTE}
*.csv -text
*.ics -text
*.docx binary
# dannes igen, hver gang indstillingerne er ændret, så to udgaver flettes uden konflikt
/.skemaer/*.json text eol=lf -diff merge=union
{DIFF_ATTRIBUTE}
"""


def init_workspace(folder: Path, municipality: str, profile: str) -> Workspace:
    """Make a workspace in a folder that is empty or not there yet.

    Raises ``WrongUseError`` when the profile does not exist or a workspace is there already.
    """
    known_profile(profile)
    if not municipality.strip():
        raise WrongUseError(
            "Kommunens navn er tomt.", 'Skriv det efter --municipality: "Sorø Kommune".'
        )
    if (folder / WORKSPACE_FILE).exists():
        raise WrongUseError(
            f"Der er allerede en arbejdsmappe i {folder}.",
            "Vælg en anden mappe, eller ret indstillingerne i samarbejde.yaml.",
        )
    make_folders(folder)
    texts = {
        ATTRIBUTES_FILE: _ATTRIBUTES,
        ".gitignore": _IGNORE,
        WORKSPACE_FILE: skeleton.settings(nfc(municipality.strip()), profile),
    }
    # files that a git repository has already are the user's own
    missing = {name: text for name, text in texts.items() if not (folder / name).exists()}
    write_all([Change(folder / name, text, None) for name, text in missing.items()])
    keep_out_of_git(folder)
    workspace = Workspace(folder)
    write_schemas(workspace)
    return workspace


def is_kept_out_of_git(root: Path) -> bool:
    """Whether the workspace tells git to leave alone what no repository may hold."""
    ignored = {line.strip() for name in _IGNORING for line in _lines(root / name)}
    return ignored.issuperset(NEVER_IN_GIT)


def keep_out_of_git(root: Path) -> None:
    """Have git leave alone what no repository may hold, unless told already.

    A workspace in a repository of its own may have a ``.gitignore`` that is somebody's: then
    ``sager/`` gets one.
    """
    path = root / CASES_FOLDER / ".gitignore"
    if not is_kept_out_of_git(root) and not path.exists():
        with suppress(ConflictError):  # another process wrote it just now
            write_all([Change(path, _IGNORE_CASES, None)])


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return []


def make_folders(folder: Path) -> None:
    """Make the folders of a workspace where they are missing. Raises ``WriteError``."""
    try:
        for path in (folder / CASES_FOLDER, folder / TEMPLATES):
            make_folder(path)
    except OSError as problem:
        raise WriteError(
            f"Mappen {folder} kan ikke laves.",
            "Vælg en mappe, hvor du må skrive, og hvor der ikke ligger en fil med samme navn.",
        ) from problem
