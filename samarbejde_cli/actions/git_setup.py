"""What a workspace's repository needs, each part once: to look whether it is there, and to mend it.

``init`` and ``doctor`` share it. Settings of git hold for one clone; files go along with it.
"""

from collections.abc import Callable
from pathlib import Path

from samarbejde_cli.actions.git_hooks import (
    CHECKED,
    install_hooks,
    missing_hooks,
    program_call,
)
from samarbejde_cli.actions.init import (
    ATTRIBUTES_FILE,
    DIFF_ATTRIBUTE,
    YAML_ATTRIBUTE,
    is_kept_out_of_git,
    keep_out_of_git,
)
from samarbejde_cli.actions.merge_driver import DRIVER
from samarbejde_cli.actions.schema import FOLDER as SCHEMAS
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.find import CASES_FOLDER, WORKSPACE_FILE
from samarbejde_cli.files.git_program import GitError, run_git
from samarbejde_cli.files.git_repository import NoRepositoryError, Repository, open_repository
from samarbejde_cli.files.write import Change, digest_at, write_all
from samarbejde_cli.lazy import frozen

BRANCH = "main"
_FIRST = "Ny arbejdsmappe"
_FILES = (".gitignore", ATTRIBUTES_FILE, f"{CASES_FOLDER}/.gitignore", SCHEMAS, WORKSPACE_FILE)
"""The files of a new workspace that git keeps."""
_NOBODY = {
    f"GIT_{role}_{what}": text
    for role in ("AUTHOR", "COMMITTER")
    for what, text in (("NAME", "samarbejde"), ("EMAIL", "samarbejde@localhost"))
}
_WANTED = {
    f"{CASES_FOLDER}/0/plan.yaml": {"merge": DRIVER, "eol": "lf"},
    WORKSPACE_FILE: {"merge": DRIVER, "eol": "lf"},
    "skabeloner/a.docx": {"diff": DRIVER, "text": "unset"},
}
"""Files that a workspace may have, with the attributes that git must give them."""


@frozen
class Part:
    """Something that the repository needs: what its lack means, and how it is mended."""

    lack: str
    is_there: Callable[[Repository], bool]
    mend: Callable[[Repository], None]


def settings_of_git() -> dict[str, str]:
    """Return the settings of git that name our drivers, with this very program."""
    return {
        f"merge.{DRIVER}.name": "Samarbejdsmodellen",
        f"merge.{DRIVER}.driver": f"{program_call()} merge-driver %O %A %B %P",
        f"diff.{DRIVER}.textconv": f"{program_call()} text",
    }


def _has_settings(repository: Repository) -> bool:
    return all(repository.setting(name) == text for name, text in settings_of_git().items())


def _set(repository: Repository) -> None:
    for name, text in settings_of_git().items():
        if not repository.ask("config", "--local", "--replace-all", name, text).is_well:
            raise GitError(
                "Git kan ikke gemme sine indstillinger.",
                f"Se efter, om du må skrive i {repository.git_folder}.",
            )


def _has_attributes(repository: Repository) -> bool:
    names = sorted({name for wanted in _WANTED.values() for name in wanted})
    answer = repository.ask("check-attr", "-z", *names, "--", *_WANTED).names
    found = {(answer[at], answer[at + 1]): answer[at + 2] for at in range(0, len(answer), 3)}
    return all(
        found.get((path, name)) == value
        for path, wanted in _WANTED.items()
        for name, value in wanted.items()
    )


def _add_attributes(repository: Repository) -> None:
    path = repository.folder / ATTRIBUTES_FILE
    before = path.read_text("utf-8") if path.exists() else ""
    end = "" if not before or before.endswith("\n") else "\n"
    added = f"{YAML_ATTRIBUTE}\n*.docx binary\n{DIFF_ATTRIBUTE}\n"
    write_all([Change(path, f"{before}{end}{added}", digest_at(path))])


PARTS = (
    Part(
        "Dannede papirer og hjælpefiler kan komme i git.",
        lambda repository: is_kept_out_of_git(repository.folder),
        lambda repository: keep_out_of_git(repository.folder),
    ),
    Part(
        f"{ATTRIBUTES_FILE} siger ikke, hvordan git skal behandle sagernes filer.",
        _has_attributes,
        _add_attributes,
    ),
    Part("Git ved ikke, hvordan sager flettes, og hvordan Word-filer vises.", _has_settings, _set),
    Part(
        "Git spørger ikke programmet, før noget bliver gemt.",
        lambda repository: not missing_hooks(repository.folder),
        lambda repository: install_hooks(repository.folder),
    ),
)


@frozen
class SetUp:
    """Result of ``set_up``: whether a repository was there already, and what could not be done."""

    joined: bool = False
    problem: SamarbejdeError | None = None


def set_up(root: Path) -> SetUp:
    """Put a workspace into git: make a repository or join the one around it, and save its files.

    What git cannot do is in the result and no exception: a workspace can be used without it.
    """
    try:
        repository, joined = _repository(root)
        for part in PARTS:
            if not part.is_there(repository):
                part.mend(repository)
        _save_first(repository)
    except SamarbejdeError as problem:
        return SetUp(problem=problem)
    return SetUp(joined)


def _repository(root: Path) -> tuple[Repository, bool]:
    """Return the repository for a workspace, and whether it was there already."""
    try:
        found = open_repository(root)
    except NoRepositoryError:
        found = None
    if found and not _is_ignored(found):
        return found, True
    made = run_git(root, "-c", f"init.defaultBranch={BRANCH}", "init", "-q")
    if not made.is_well:
        raise GitError(
            f"Git kan ikke lave sin mappe i {root}.", "Se efter, om du må skrive i mappen."
        )
    return open_repository(root), False


def _is_ignored(repository: Repository) -> bool:
    """Whether the repository around a folder leaves it alone."""
    if not repository.prefix:
        return False
    return run_git(repository.top, "check-ignore", "-q", "--", repository.prefix).is_well


def _save_first(repository: Repository) -> None:
    """Commit the files of a new workspace, under a neutral name where git knows none."""
    new = [name for name in _FILES if (repository.folder / name).exists()]
    added = repository.ask("add", "--", *new)
    names = {} if repository.has_identity else _NOBODY
    saved = run_git(
        repository.folder, "commit", "-q", "-m", _FIRST, "--only", "--", *new,
        environment=names | {CHECKED: "1"},
    )  # fmt: skip
    if not added.is_well or (not saved.is_well and repository.changes(*new)):
        raise GitError(
            "Git har ikke gemt den nye arbejdsmappe.",
            "`samarbejde save` prøver igen og siger, hvad der er i vejen.",
        )
