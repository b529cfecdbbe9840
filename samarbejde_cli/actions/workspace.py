"""The workspace that a command works in: its folder, its profile, its cases."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.numbers import numbers_begun
from samarbejde_cli.danish.text import closest_value, did_you_mean, listed
from samarbejde_cli.errors import SamarbejdeError, WrongUseError
from samarbejde_cli.files.find import (
    CASES_FOLDER,
    WORKSPACE_FILE,
    case_folders,
    find_workspace,
    is_folder,
    real,
)
from samarbejde_cli.files.lock import TEMPORARY, locked, remove_hidden_folders
from samarbejde_cli.findings import Finding
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.load import (
    Loaded,
    base_name,
    load_profile,
    shipped_names,
    unknown_profile,
)
from samarbejde_cli.profile.model import Profile

if TYPE_CHECKING:
    from samarbejde_cli.files.git import History


class BadProfileError(WrongUseError):
    """``samarbejde.yaml`` has mistakes; carries the findings so that they are shown with places."""

    def __init__(self, loaded: Loaded) -> None:
        super().__init__(
            f"{WORKSPACE_FILE} kan ikke bruges, før fejlene i den er rettet.",
            "Ret fejlene, der er vist ovenfor, og prøv igen.",
        )
        self.loaded = loaded


@frozen
class Workspace:
    """A folder with ``samarbejde.yaml`` and ``sager/``."""

    root: Path

    @cached_property
    def loaded(self) -> Loaded:
        """The settings as they were read, with their findings."""
        return load_profile(self.root)

    @cached_property
    def history(self) -> "History":
        """What git knows of the workspace's files."""
        from samarbejde_cli.files.git import History  # noqa: PLC0415 — many commands ask nothing

        return History(self.root)

    @property
    def profile(self) -> Profile:
        """The municipality's profile; raises ``BadProfileError`` when it has mistakes."""
        if self.loaded.profile is None:
            raise BadProfileError(self.loaded)
        return self.loaded.profile

    @cached_property
    def _others(self) -> dict[str, Loaded]:
        return {}

    def profile_of(self, case: Case) -> tuple[Profile, list[Finding]]:
        """Return the profile of a case: the municipality's settings over the base it names.

        An unknown name is a finding, and the municipality's own base is used.
        """
        file = case.files["sag"]
        name = file.value.profile if file.value else None
        if name is None or name == base_name(self.loaded.source):
            return self.profile, []
        if name not in shipped_names():
            return self.profile, [unknown_profile(name, case.path("sag"))]
        return self.profile_on(name), []

    def profile_on(self, base: str) -> Profile:
        """Return the municipality's settings over a shipped profile.

        Raises ``BadProfileError`` when they have mistakes over that one.
        """
        if base == base_name(self.loaded.source):
            return self.profile
        if base not in self._others:
            self._others[base] = load_profile(self.root, base)
        loaded = self._others[base]
        if loaded.profile is None:
            raise BadProfileError(loaded)
        return loaded.profile

    def folders(self) -> list[Path]:
        """Return the folders of all cases, in the order of their numbers."""
        return case_folders(self.root)

    def cases(self, folders: Iterable[Path] | None = None) -> Iterator[Case]:
        """Yield every case, or those in some folders, one at a time."""
        for folder in self.folders() if folders is None else folders:
            yield load_case(folder)

    def case_folder(self, number: str) -> Path:
        """Return the folder of a case; the number may be one that no case has."""
        return self.root / CASES_FOLDER / number

    def case(self, number: str) -> Case:
        """Return a case by its number."""
        return load_case(self.case_folder(number))

    def folder_of(self, word: str, here: Path) -> Path:
        """Return the folder of the case that a user names by its number or by a path.

        A number may lack its letters where only one case begins like that. Raises
        ``WrongUseError`` with the nearest case number when there is none.
        """
        by_number = self.case_folder(word)
        if word and Path(word).name == word and is_folder(by_number):
            return by_number
        path = real(here / word)
        if is_folder(path) and path.parent == real(self.root / CASES_FOLDER):
            return path
        numbers = [folder.name for folder in self.folders()]
        begun = numbers_begun(word, numbers)
        if len(begun) == 1:
            return self.case_folder(begun[0])
        if begun:
            raise WrongUseError(
                f"Flere sager begynder med {word}.", f"Vælg {listed(begun, 'eller')}."
            )
        raise WrongUseError(
            f"Sagen {word} findes ikke i {self.root / CASES_FOLDER}.",
            did_you_mean(closest_value(word, numbers)) or "`samarbejde status` viser alle sager.",
        )


def open_workspace(given: Path | None, here: Path) -> Workspace:
    """Return the workspace that was given, or the one around the present folder.

    Raises ``WrongUseError`` when there is none.
    """
    start = (here / given) if given else here
    root = find_workspace(start)
    if root is None:
        where = "den mappe" if given else "denne mappe eller mapperne over den"
        raise WrongUseError(
            f"Der er ingen arbejdsmappe i {where}: filen {WORKSPACE_FILE} mangler i {start}.",
            "Gå til mappen med sagerne, angiv den med --workspace, eller lav en ny med "
            '`samarbejde init MAPPE --municipality "Jeres Kommune"`.',
        )
    _remove_half_made(root / CASES_FOLDER)
    return Workspace(root)


def _remove_half_made(cases: Path) -> None:
    """Remove cases that a killed process left half-made, unless one is just being made."""
    names: list[str] = []
    with suppress(OSError):
        names = os.listdir(cases)  # noqa: PTH208 — asked by every command, and quicker
    if any(name.startswith(TEMPORARY) for name in names) and any(cases.glob(f"{TEMPORARY}*/")):
        with suppress(SamarbejdeError, OSError), locked(cases, timeout=0):
            remove_hidden_folders(cases)
