"""Errors that a case has now and did not have in a commit: old ones may be past mending."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from samarbejde_cli.actions.validate import check_case, profile_diagnoses
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.files.find import CASES_FOLDER
from samarbejde_cli.files.git_repository import Repository
from samarbejde_cli.findings import Diagnosis, Weight


def new_errors(
    repository: Repository, workspace: Workspace, cases: Iterable[str], today: date
) -> tuple[Diagnosis, ...]:
    """Return the errors in some cases and the settings that the last commit does not have."""
    found = [each for each in profile_diagnoses(workspace) if each.weight == Weight.ERROR]
    for case in cases:
        folder = workspace.case_folder(case)
        errors = _errors(workspace, folder, today) if any(folder.glob("*.yaml")) else []
        found += _without_old(repository, workspace, errors, today) if errors else []
    return tuple(found)


def _errors(workspace: Workspace, folder: Path, today: date) -> list[Diagnosis]:
    found = check_case(workspace, load_case(folder), today)
    return [each for each in found if each.weight == Weight.ERROR]


def _without_old(
    repository: Repository, workspace: Workspace, errors: list[Diagnosis], today: date
) -> list[Diagnosis]:
    """Return the errors of the kinds that there are more of now than in the last commit."""
    case = errors[0].file.relative_to(workspace.root).parts[1]
    listing = repository.ask("ls-tree", "-r", "-z", "--name-only", "HEAD", f"{CASES_FOLDER}/{case}")
    files = repository.contents("HEAD", listing.names) if listing.is_well else {}
    with TemporaryDirectory(prefix="samarbejde-") as temporary:
        for path, data in files.items():
            target = Path(temporary) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        folder = Path(temporary) / CASES_FOLDER / case
        old = _errors(workspace, folder, today) if files else []
    before, now = (Counter(each.code for each in found) for found in (old, errors))
    return [each for each in errors if now[each.code] > before[each.code]]
