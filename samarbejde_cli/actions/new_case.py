"""Create a new case, completely or not at all."""

import tempfile
from datetime import datetime
from pathlib import Path

from samarbejde_cli.actions.init import keep_out_of_git, make_folders
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case import skeleton
from samarbejde_cli.case.numbers import next_number
from samarbejde_cli.case.skeleton import Referral
from samarbejde_cli.errors import ConflictError, WriteError
from samarbejde_cli.files.find import CASES_FOLDER
from samarbejde_cli.files.lock import TEMPORARY, locked, remove_hidden_folders
from samarbejde_cli.files.private import make_folder
from samarbejde_cli.files.write import write_new
from samarbejde_cli.files.written import note
from samarbejde_cli.forms.cpr import Cpr
from samarbejde_cli.profile.load import known_profile
from samarbejde_cli.source.read import read


def new_case(workspace: Workspace, referral: Referral, by: str, at: datetime) -> Path:
    """Make the folder of a new case and return it.

    Raises ``ConflictError`` when a case with the same CPR number is there already, and
    ``WrongUseError`` when the profile does not exist.
    """
    if referral.profile:
        known_profile(referral.profile)
    profile = workspace.profile_on(referral.profile) if referral.profile else workspace.profile
    cases = workspace.root / CASES_FOLDER
    make_folders(workspace.root)
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
    """Write all files to a hidden sibling folder, then rename it in one step."""
    try:
        with tempfile.TemporaryDirectory(prefix=TEMPORARY, dir=folder.parent) as hidden:
            draft = Path(hidden) / "sag"
            for name, text in texts.items():
                make_folder((draft / name).parent)
                write_new(draft / name, text.encode())
            draft.rename(folder)
            note(folder)
    except OSError as problem:
        raise WriteError(
            f"Sagen kunne ikke laves i {folder.parent}.",
            "Der er ikke lavet noget. Se efter, om du må skrive i mappen, og om der er plads.",
        ) from problem
