"""The files of a case folder as they were read, and which of them are there."""

import os
from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import Any

from samarbejde_cli import codes
from samarbejde_cli.case.conflicts import about_records
from samarbejde_cli.files.find import is_folder
from samarbejde_cli.files.os_errors import refusal
from samarbejde_cli.findings import Finding, Location
from samarbejde_cli.forms.read import load
from samarbejde_cli.lazy import frozen
from samarbejde_cli.source.read import Source, read


@frozen
class CaseFile:
    """One file of a case as it was read; what it says is made out when it is asked for."""

    source: Source
    kind: Any
    advice: Mapping[str, str] = field(default_factory=dict)
    """By the code of a finding what to do, where the hint of its rule would lose something."""

    @property
    def value(self) -> Any:
        """The file as a value of its kind; None when it cannot be one."""
        return self._understood[0]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the file itself."""
        return self._understood[1]

    def with_value(self, value: object) -> "CaseFile":
        """Return a copy of the file that has another value."""
        other = CaseFile(self.source, self.kind)
        vars(other)["_understood"] = (value, self.findings)
        return other

    @cached_property
    def _understood(self) -> tuple[Any, tuple[Finding, ...]]:
        value, findings = load(self.kind, self.source)
        return value, tuple(self._advised(finding) for finding in findings)

    def _advised(self, finding: Finding) -> Finding:
        help_text = self.advice.get(finding.code)
        return (
            finding._replace(facts={**finding.facts, "hjælp": help_text}) if help_text else finding
        )


def load_file(
    folder: Path, stem: str, kind: Any, closed: tuple[Finding, ...], *, append_only: bool = False
) -> CaseFile:
    """Read one file of a case; in a closed folder that is its finding."""
    path = folder / f"{stem}.yaml"
    above = next((each for each in closed if each.location.file in path.parents), None)
    source = Source(path, "", "", above) if above else read(path)
    return CaseFile(source, kind, about_records(source) if append_only else {})


def closed_folder(folder: Path) -> tuple[Finding, ...]:
    """Return the finding that nothing in a case folder can be read, where it is so."""
    try:
        (folder / "sag.yaml").lstat()
    except FileNotFoundError:
        return () if is_folder(folder) else (_closed(folder, "den fører ikke til en mappe"),)
    except OSError as problem:
        return (_closed(folder, refusal(problem)),)
    return ()


def round_numbers(folder: Path) -> tuple[list[str], tuple[Finding, ...]]:
    """Return the numbers of the rounds that have a file, or why they cannot be known."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 — names are enough, and this is read often
    except (FileNotFoundError, NotADirectoryError):
        return [], ()
    except OSError as problem:
        return [], (_closed(folder, refusal(problem)),)
    parts = (name.partition(".") for name in names)
    return [stem for stem, _, end in parts if end == "yaml" and is_round_number(stem)], ()


def is_round_number(stem: str) -> bool:
    """Whether a stem in the folder of rounds is the number of one."""
    return stem.isascii() and stem.isdigit() and not stem.startswith("0")


def _closed(folder: Path, reason: str) -> Finding:
    return Finding(
        codes.UNREADABLE_FOLDER, Location(folder), {"mappe": folder.name, "årsag": reason}
    )
