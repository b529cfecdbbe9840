"""Which cases the paths of a user mean."""

import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.find import CASES_FOLDER, WORKSPACE_FILE, real
from samarbejde_cli.lazy import frozen


@frozen
class PathSelection:
    """Which cases the paths of a user mean."""

    workspace: Workspace
    here: Path

    def folders(self, words: Iterable[str]) -> list[Path]:
        """Return the case folders meant by numbers, folders or files, each once, in order."""
        found = [folder for word in words for folder in self._folders(word)]
        return sorted(set(found), key=lambda folder: folder.name)

    @cached_property
    def _cases(self) -> Path:
        return real(self.workspace.root / CASES_FOLDER)

    def _folders(self, word: str) -> Iterator[Path]:
        path = real(self.here / word)
        root = real(self.workspace.root)
        if path in (root, self._cases):
            yield from self.workspace.folders()
        elif path == root / WORKSPACE_FILE:
            return
        elif self._cases in path.parents and os.path.exists(path):  # noqa: PTH110 — never raises
            yield self._cases / path.relative_to(self._cases).parts[0]
        else:
            yield self._by_number(word)

    def _by_number(self, word: str) -> Path:
        if not os.path.exists(word):  # noqa: PTH110 — never raises
            return self.workspace.folder_of(word, self.here)
        raise WrongUseError(
            f"{word} hører ikke til en sag i arbejdsmappen {self.workspace.root}.",
            "Angiv et sagsnummer, en mappe under sager/ eller en fil i den.",
        )
