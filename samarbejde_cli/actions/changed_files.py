"""What has changed in a workspace since the last commit, and which of it is the workspace's own."""

from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath

from samarbejde_cli.actions.commit_message import Changed, step_in
from samarbejde_cli.actions.provenance import logo_files
from samarbejde_cli.actions.schema import FOLDER as SCHEMAS
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import FILES, OPTIONAL, ROUNDS
from samarbejde_cli.documents.lookup import OWN_FOLDER
from samarbejde_cli.files.find import CASES_FOLDER, WORKSPACE_FILE
from samarbejde_cli.files.git_repository import Repository, State

_OWN_FILES = frozenset(
    {WORKSPACE_FILE, "README.md", ".gitignore", ".gitattributes", f"{CASES_FOLDER}/.gitignore"}
)
_CASE_FILES = frozenset(f"{stem}.yaml" for stem in (*FILES, *OPTIONAL))
_ENDINGS = {SCHEMAS: (".json",), OWN_FOLDER: (".docx", ".md")}


def changed_files(
    repository: Repository, workspace: Workspace, paths: Collection[str] = ()
) -> tuple[list[Changed], list[str]]:
    """Return what has changed below some paths, or in the workspace, and new files left alone.

    A new file that is none of the workspace's own is left alone: nobody has looked at what is in
    it, and git keeps it for ever. One that git knows already is not new.
    """
    found = repository.changes(*paths)
    logos = _logos(workspace) if State.NEW in found.values() else frozenset()
    own = {
        path: state
        for path, state in found.items()
        if state is not State.NEW or path in logos or is_own(path)
    }
    before = repository.contents("HEAD", own) if repository.head else {}
    files = [
        Changed(path, state, before.get(path), _present(workspace.root / path))
        for path, state in sorted(own.items())
    ]
    return files, sorted(found.keys() - own.keys())


def is_own(path: str) -> bool:
    """Whether a path is one that a workspace's own files have."""
    folder, _, rest = path.partition("/")
    if path in _OWN_FILES:
        return True
    if folder == CASES_FOLDER and "/" in rest:
        name = rest.partition("/")[2]
        parts = PurePosixPath(name).parts
        is_round = len(parts) == 2 and parts[0] == ROUNDS and parts[1][:-5].isdecimal()  # noqa: PLR2004 — runder/1.yaml
        return name in _CASE_FILES or (is_round and name.endswith(".yaml"))
    return folder in _ENDINGS and rest.endswith(_ENDINGS[folder])


def steps_of(workspace: Workspace, files: Collection[Changed]) -> Mapping[str, str]:
    """Return what is said of each changed case's step: where it is, or from where it was moved."""
    by_path = {each.path: each for each in files}
    steps = {}
    for case in {each.case for each in files if each.case}:
        path = f"{CASES_FOLDER}/{case}/sag.yaml"
        record = by_path.get(path)
        now = step_in(_present(workspace.root / path))
        was = step_in(record.old) if record else now
        steps[case] = f"{was} → {now}" if was and now and was != now else now or ""
    return steps


def _logos(workspace: Workspace) -> frozenset[str]:
    root = workspace.root.resolve()
    return frozenset(
        path.resolve().relative_to(root).as_posix()
        for path in logo_files(workspace)
        if path.resolve().is_relative_to(root)
    )


def _present(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
