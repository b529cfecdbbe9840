"""What papers are made from, beside their template: a case's files, the settings, the logo.

Files are identified by digests that treat a Windows line break as the one that git keeps.
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import islice
from pathlib import Path, PurePosixPath

from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import FILES, ROUNDS, Case
from samarbejde_cli.case.paper_register import PaperRecord
from samarbejde_cli.files.find import CASES_FOLDER, WORKSPACE_FILE
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.source.read import from_text

_TRIES = 20
"""Number of versions to look at for one; where the register names it, it is the second."""
_ROUND = lazy_pattern(rf"{ROUNDS}/[0-9]+\.yaml")


def _common_paths(workspace: Workspace) -> list[Path]:
    return [workspace.loaded.source.path, *logo_files(workspace)]


def logo_files(workspace: Workspace) -> list[Path]:
    """Return the files of the logo that are there; none while the settings cannot be read."""
    profile = workspace.loaded.profile
    logo = profile.look.logo if profile else None
    return (
        [path for each in _pictures(Path(logo)) if (path := Path(each)).is_file()] if logo else []
    )


def _within(workspace: Workspace, path: Path) -> str:
    return path.relative_to(workspace.root).as_posix()


def data_digest(files: Mapping[str, bytes]) -> str:
    """Return one digest of files by their paths."""
    digests = {
        path: sha256(data.replace(b"\r\n", b"\n")).hexdigest() for path, data in files.items()
    }
    return sha256(json.dumps(digests, sort_keys=True).encode()).hexdigest()


def present_data(case: Case, workspace: Workspace) -> dict[str, bytes]:
    """Return what the papers of a case are made from: its files as they were read, and the others.

    They are identified by paths relative to the workspace, with slashes. The logo has two: an SVG
    has a picture for old programs beside it.
    """
    sources = (file.source for file in case.files.values() if file.source.digest)
    read = {each.path: each.text.encode(errors="surrogatepass") for each in sources}
    return with_common(read, workspace)


def with_common(files: Mapping[Path, bytes], workspace: Workspace) -> dict[str, bytes]:
    """Return the files of a case and those that the papers of all cases are made from."""
    common = {path: path.read_bytes() for path in _common_paths(workspace)}
    return {_within(workspace, path): data for path, data in {**files, **common}.items()}


def stored_data(number: str, workspace: Workspace, commit: str) -> dict[str, bytes]:
    """Return the files as they were in a commit; empty when git does not have them."""
    folder = f"{CASES_FOLDER}/{number}"
    files = workspace.history.files(commit, [folder, WORKSPACE_FILE])
    settings = files.get(WORKSPACE_FILE)
    if settings is None:
        return {}
    wanted = {path: data for path, data in files.items() if _is_data(path, folder)}
    logo = logo_paths(settings)
    pictures = workspace.history.files(commit, logo) if logo else {}
    return wanted | {WORKSPACE_FILE: settings} | pictures


def candidates(
    case: Case, workspace: Workspace, commit: str | None
) -> Iterator[Mapping[str, bytes]]:
    """Yield the files of a case that a paper may be made from: today's, then those that git has.

    ``commit`` is where the paper's register says that they are; it comes first.
    """
    yield present_data(case, workspace)
    numbers = dict.fromkeys([case.number, *case.former_numbers])
    paths = [*(f"{CASES_FOLDER}/{number}" for number in numbers), WORKSPACE_FILE]
    known = [commit] if commit else []
    for each in dict.fromkeys([*known, *workspace.history.commits(paths)]):
        stored = (stored_data(number, workspace, each) for number in numbers)
        yield from (files for files in stored if _has_case(files))


def made_from(case: Case, workspace: Workspace, paper: PaperRecord) -> Mapping[str, bytes] | None:
    """Return the files that a filed paper was made from; None where nobody kept them."""
    found = islice(candidates(case, workspace, paper.commit), _TRIES)
    return next((each for each in found if data_digest(each) == paper.data_sha256), None)


def _has_case(files: Mapping[str, bytes]) -> bool:
    return any(path.startswith(f"{CASES_FOLDER}/") for path in files)


def _is_data(path: str, folder: str) -> bool:
    inside = path.removeprefix(f"{folder}/")
    return inside.removesuffix(".yaml") in FILES or bool(_ROUND.fullmatch(inside))


def logo_paths(settings: bytes) -> list[str]:
    """Return the paths of the logo that a text of ``samarbejde.yaml`` names."""
    tree = from_text(Path(WORKSPACE_FILE), settings.decode(errors="replace")).data
    look = tree.get("udseende") if isinstance(tree, dict) else None
    name = look.get("logo") if isinstance(look, dict) else None
    return [str(each) for each in _pictures(PurePosixPath(name))] if isinstance(name, str) else []


def _pictures(logo: PurePosixPath | Path) -> Iterator[PurePosixPath | Path]:
    yield from dict.fromkeys((logo, logo.with_suffix(".png")))
