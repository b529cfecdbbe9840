"""What a commit is called: the case's number, its step, which files and areas changed; no names.

A word goes in only when it is one of ours: a number of a case, a file or a key that the models
know. Anything else may be somebody's name and is counted.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from samarbejde_cli.case.case import FILES, OPTIONAL, ROUNDS
from samarbejde_cli.case.numbers import is_number
from samarbejde_cli.case.round import Round
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import counted
from samarbejde_cli.files.find import CASES_FOLDER, WORKSPACE_FILE
from samarbejde_cli.files.git_repository import State
from samarbejde_cli.forms.outline import fields_of
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.source.line_load import Tree
from samarbejde_cli.source.read import from_text

_LONGEST = 72
"""So many characters of the first line are shown by every program."""


@frozen
class Changed:
    """A changed file of the workspace: how, as it was, and as it is now; None where there is none.

    The path is relative to the workspace, with slashes.
    """

    path: str
    state: State
    old: bytes | None
    new: bytes | None

    @property
    def case(self) -> str | None:
        """The folder name of the case that it belongs to; None for another file."""
        parts = PurePosixPath(self.path).parts
        return parts[1] if parts[0] == CASES_FOLDER and len(parts) > 2 else None  # noqa: PLR2004 — folder, case, file

    @property
    def name(self) -> str:
        """The path inside the case."""
        return self.path.split("/", 2)[2]


def message(files: Iterable[Changed], steps: Mapping[str, str], done: str = "") -> str:
    """Return the message of a commit of these files.

    ``steps`` holds what is said of each case's step, ``done`` what else was done with the files.
    """
    cases: dict[str, list[Changed]] = {}
    others = []
    for each in files:
        if each.case is None:
            others.append(each)
        else:
            cases.setdefault(each.case, []).append(each)
    lines = [f"{_shown(case, steps)}: {_of_case(found)}" for case, found in sorted(cases.items())]
    lines += [f"Fælles: {_of_others(others)}"] if others else []
    if len(lines) == 1:
        return f"{done}{_folded(lines[0])}"
    numbers = _shown(min(cases), steps) if len(cases) == 1 else f"{len(cases)} sager"
    first = f"{numbers}{' og fælles filer' if others else ''}"
    return "\n".join([f"{done}{first}", "", *lines])


def step_in(record: bytes | None) -> str | None:
    """Return the step that a text of ``sag.yaml`` says; None when it says none that there is."""
    tree = _tree(record)
    word = tree.get("trin") if isinstance(tree, dict) else None
    return word if isinstance(word, str) and word in {each.value for each in Step} else None


def _folded(line: str) -> str:
    """Return one line; where it is long, its beginning and below it what was changed."""
    subject, _, areas = line.partition(": ")
    return line if len(line) <= _LONGEST else f"{subject}\n\n{areas}"


def _shown(case: str, steps: Mapping[str, str]) -> str:
    number = case if is_number(case) else "En sag"
    return f"{number} ({steps[case]})" if steps.get(case) else number


def _of_case(files: list[Changed]) -> str:
    record = next((each for each in files if each.name == "sag.yaml"), None)
    if record and record.old is None:
        return "ny sag"
    if record and record.new is None:
        return "sagen er fjernet"
    known = {each.name: _model(each.name) for each in files if _model(each.name)}
    words = [_of_file(each, known[each.name]) for each in files if each.name in known]
    return ", ".join([*words, *_uncounted(len(files) - len(words))])


def _model(name: str) -> Any:
    """Return what a file of a case holds; None for one that is not ours."""
    stem = name.removesuffix(".yaml")
    folder, _, number = stem.partition("/")
    if folder == ROUNDS and number.isdecimal():
        return Round
    return (FILES | OPTIONAL).get(stem) if name.endswith(".yaml") else None


def _of_file(each: Changed, kind: Any, name: str | None = None) -> str:
    """Return a file's name with the areas in it that changed."""
    old, new = _tree(each.old), _tree(each.new)
    before, after = (tree if isinstance(tree, dict) else {} for tree in (old, new))
    areas = [key for key in fields_of(kind) if before.get(key) != after.get(key)]
    shown = name or each.name
    return f"{shown} ({', '.join(areas)})" if areas and each.old is not None else shown


def _tree(data: bytes | None) -> Tree:
    return from_text(Path(), (data or b"").decode(errors="replace")).data


def _of_others(files: list[Changed]) -> str:
    settings = [each for each in files if each.path == WORKSPACE_FILE]
    templates = [each for each in files if each.path.endswith(".docx")]
    words = [_of_file(each, Profile, WORKSPACE_FILE) for each in settings]
    words += [counted(len(templates), "skabelon", "skabeloner")] if templates else []
    return ", ".join([*words, *_uncounted(len(files) - len(settings) - len(templates))])


def _uncounted(number: int) -> list[str]:
    return [counted(number, "anden fil", "andre filer")] if number else []
