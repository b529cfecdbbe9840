"""Make a new workspace and new cases; nothing is there half."""

import tempfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from samarbejde_cli.actions.schema import write_schemas
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case import skeleton
from samarbejde_cli.case.numbers import next_number
from samarbejde_cli.case.skeleton import Referral
from samarbejde_cli.danish.text import closest, listed, nfc
from samarbejde_cli.errors import ConflictError, WriteError, WrongUseError
from samarbejde_cli.files.find import CASES_FOLDER, WORKSPACE_FILE
from samarbejde_cli.files.private import make_folder
from samarbejde_cli.files.write import (
    LOCK_FILE,
    TEMPORARY,
    Change,
    locked,
    remove_hidden_folders,
    write_all,
    write_new,
)
from samarbejde_cli.forms.cpr import Cpr
from samarbejde_cli.profile.load import shipped_names
from samarbejde_cli.source.read import read

TEMPLATES = "skabeloner"
_IGNORE = """\
# Dannede dokumenter og hjælpefiler hører ikke til i git.
dokumenter/
/breve/
.laas
.samarbejde-*
"""
_NEVER_IN_GIT = ("dokumenter/", LOCK_FILE, f"{TEMPORARY}*")
_IGNORING = (".gitignore", f"{CASES_FOLDER}/.gitignore")
_IGNORE_CASES = "\n".join((_IGNORE.splitlines()[0], *_NEVER_IN_GIT, ""))
ATTRIBUTES_FILE = ".gitattributes"
DIFF_ATTRIBUTE = "*.docx diff=samarbejde"
"""The line of .gitattributes that lets ``git diff`` show Word files by a driver of that name."""
DIFF_DRIVER = 'git config diff.samarbejde.textconv "samarbejde text"'
"""The command that tells git what the driver is; it holds for one clone of a repository."""
_ATTRIBUTES = f"""\
*.yaml text eol=lf
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
    _require_profile(profile)
    if not municipality.strip():
        raise WrongUseError(
            "Kommunens navn er tomt.", 'Skriv det efter --municipality: "Sorø Kommune".'
        )
    if (folder / WORKSPACE_FILE).exists():
        raise WrongUseError(
            f"Der er allerede en arbejdsmappe i {folder}.",
            "Vælg en anden mappe, eller ret indstillingerne i samarbejde.yaml.",
        )
    _make_folders(folder)
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


def _require_profile(name: str) -> None:
    if name not in shipped_names():
        meant = closest(name, shipped_names())
        raise WrongUseError(
            f"Profilen {name} findes ikke.",
            f"Mente du {meant}?" if meant else f"Vælg {listed(shipped_names(), 'eller')}.",
        )


def keep_out_of_git(root: Path) -> None:
    """Have git leave alone what no repository may hold, where nobody told it to.

    A workspace in a repository of its own may have a ``.gitignore`` that is somebody's: then
    ``sager/`` gets one.
    """
    told = {line.strip() for name in _IGNORING for line in _lines(root / name)}
    if told.issuperset(_NEVER_IN_GIT):
        return
    path = root / CASES_FOLDER / ".gitignore"
    if not path.exists():
        with suppress(ConflictError):  # another process wrote it just now
            write_all([Change(path, _IGNORE_CASES, None)])


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return []


def shows_word_files(workspace: Workspace) -> bool:
    """Whether the workspace's ``.gitattributes`` names the driver that shows Word files."""
    lines = _lines(workspace.root / ATTRIBUTES_FILE)
    return any(line.split() == DIFF_ATTRIBUTE.split() for line in lines)


def _make_folders(folder: Path) -> None:
    try:
        for path in (folder / CASES_FOLDER, folder / TEMPLATES):
            make_folder(path)
    except OSError as problem:
        raise WriteError(
            f"Mappen {folder} kan ikke laves.",
            "Vælg en mappe, hvor du må skrive, og hvor der ikke ligger en fil med samme navn.",
        ) from problem


def new_case(workspace: Workspace, referral: Referral, by: str, at: datetime) -> Path:
    """Make the folder of a new case and return it.

    Raises ``ConflictError`` when a case with the same CPR number is there already, and
    ``WrongUseError`` when the profile does not exist.
    """
    if referral.profile:
        _require_profile(referral.profile)
    profile = workspace.profile_on(referral.profile) if referral.profile else workspace.profile
    cases = workspace.root / CASES_FOLDER
    _make_folders(workspace.root)
    keep_out_of_git(workspace.root)
    with locked(cases):
        remove_hidden_folders(cases)
        _refuse_duplicate(workspace, referral.cpr)
        folder = cases / next_number((each.name for each in workspace.folders()), at.year)
        texts = skeleton.new_case(referral, profile, by, at)
        own = {name: skeleton.with_own_words(text, profile.words) for name, text in texts.items()}
        _make_whole(folder, own)
    return folder


def _refuse_duplicate(workspace: Workspace, cpr: Cpr) -> None:
    for folder in workspace.folders():
        data = read(folder / "sag.yaml").data
        youth = data.get("ung") if isinstance(data, dict) else None
        number = youth.get("cpr") if isinstance(youth, dict) else None
        if isinstance(number, str) and number.replace("-", "").strip() == cpr.replace("-", ""):
            raise ConflictError(
                f"Der er allerede en sag med det CPR-nummer: {folder.name}.",
                f"Fortsæt i den sag, eller se den med `samarbejde validate {folder.name}`.",
            )


def _make_whole(folder: Path, texts: dict[str, str]) -> None:
    """Write all files in a hidden folder beside, then give it its name in one step."""
    try:
        with tempfile.TemporaryDirectory(prefix=TEMPORARY, dir=folder.parent) as hidden:
            draft = Path(hidden) / "sag"
            for name, text in texts.items():
                make_folder((draft / name).parent)
                write_new(draft / name, text.encode())
            draft.rename(folder)
    except OSError as problem:
        raise WriteError(
            f"Sagen kunne ikke laves i {folder.parent}.",
            "Der er ikke lavet noget. Se efter, om du må skrive i mappen, og om der er plads.",
        ) from problem
