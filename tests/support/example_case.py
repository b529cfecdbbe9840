"""Builds case folders for tests: the complete case with other values laid over."""

import re
from datetime import date
from functools import cache
from pathlib import Path
from shutil import copytree
from typing import Any

import yaml

from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.profile.load import load_profile
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.judge import Judged, judge

TODAY = date(2026, 3, 17)
"""Two weeks after the complete case's meeting."""
COMPLETE = Path(__file__).parent / "complete"
PROFILE = "samarbejde.yaml"
SECOND = "2026-002"

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_HEADER = re.compile(r"^# (\S+\.yaml)[ \t]*$", re.MULTILINE)


def sections(text: str) -> dict[str, str]:
    """Return an example's parts by the file that the line before each of them names."""
    before, *parts = _HEADER.split(text)
    assert not before.strip(), f"no file is named before: {before}"
    return dict(zip(parts[::2], parts[1::2], strict=True))


def build(workspace: Path, example: str = "") -> Path:
    """Write the complete case with the example laid over; return the case folder."""
    for name, text in _complete().items():
        write(workspace, name, text)
    for name, news in sections(example).items():
        write(workspace, name, _dumped(laid_over(_tree(_complete().get(name, "{}")), _tree(news))))
    return case_folder(workspace)


@cache
def _complete() -> dict[str, str]:
    """Return the complete case's files as a program writes them: their text by their names."""
    files = {str(path.relative_to(COMPLETE)): path for path in COMPLETE.rglob("*.yaml")}
    return {name: _dumped(_tree(path.read_text("utf-8"))) for name, path in files.items()}


def build_all(workspace: Path, example: str) -> None:
    """Write the complete case twice, with the parts named ``2026-002/…`` laid over the second."""
    build(workspace, "")
    copytree(case_folder(workspace), workspace / "sager" / SECOND)
    for name, text in sections(example).items():
        path = (workspace if name == PROFILE else case_folder(workspace)) / name
        if name.startswith(f"{SECOND}/"):
            path = workspace / "sager" / name
        tree = laid_over(_tree(path.read_text("utf-8")), _tree(text))
        path.write_text(_dumped(tree), "utf-8")


def found_in(workspace: Path, example: str, today: date = TODAY) -> list[Judged]:
    """Return what the rules find in the complete case with the example laid over."""
    folder = build(workspace, example)
    loaded = load_profile(workspace)
    assert loaded.profile is not None, loaded.findings
    return judged(load_case(folder), loaded.profile, today)


def found_at_step(workspace: Path, example: str, step: Step) -> list[Judged]:
    """Return what the rules find when the case with the example stood at a step of round 1."""
    record = build(workspace, example) / "sag.yaml"
    tree = _tree(record.read_text("utf-8")) | {"trin": step.value, "runde": "1"}
    record.write_text(_dumped(tree), "utf-8")
    loaded = load_profile(workspace)
    assert loaded.profile is not None, loaded.findings
    return judged(load_case(record.parent), loaded.profile, TODAY)


def judged(case: Case, profile: Profile, today: date) -> list[Judged]:
    """Return what the rules find, after looking whether those that block find the same alone."""
    found = judge(case, profile, today)
    blocking = judge(case, profile, today, only_blocking=True)
    assert blocking == [each for each in found if each.weight.blocks]
    return found


def case_folder(workspace: Path) -> Path:
    """Return the only case folder of a workspace made by ``build``."""
    return workspace / "sager" / "2026-001"


def write(workspace: Path, name: str, text: str) -> None:
    """Write one file of the workspace: the profile at its top, all others in the case folder."""
    path = (workspace if name == PROFILE else case_folder(workspace)) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def laid_over(base: Any, news: Any) -> Any:
    """Return ``base`` with ``news`` in its places; lists are replaced, an empty value removes."""
    if not (isinstance(base, dict) and isinstance(news, dict)):
        return news
    result = base | {key: laid_over(base.get(key), value) for key, value in news.items()}
    return {key: value for key, value in result.items() if value != ""}


def _tree(text: str) -> Any:
    return yaml.load(text, _LOADER)  # noqa: S506 — the base loader makes text only


def _dumped(tree: Any) -> str:
    return yaml.dump(tree, Dumper=_DUMPER, allow_unicode=True, sort_keys=False)
