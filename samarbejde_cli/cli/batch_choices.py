"""What a user chose for ``samarbejde batch``, checked."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import click

from samarbejde_cli.actions.templates import kind_named
from samarbejde_cli.actions.todo import Span
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.documents.lookup import OWN_FOLDER
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.find import CASES_FOLDER


def kinds_named(text: str) -> list[str]:
    """Return the kinds of paper that a user named. Raises ``WrongUseError``."""
    words = [word.strip() for word in text.split(",") if word.strip()]
    found = [kind_named(word).name for word in words]
    others = [word for word, kind in zip(words, found, strict=True) if kind not in KINDS]
    if others or not found:
        raise WrongUseError(
            f"{others[0]} handler om flere sager og kan ikke laves som breve." if others
            else "Angiv, hvilke papirer der skal laves.",
            "Vælg fx indkaldelse eller dagsorden,mål-og-aftaleskema.",
        )  # fmt: skip
    return list(dict.fromkeys(found))


def ends_of(papers: Iterable[str]) -> frozenset[Step]:
    """Return the ends that papers are about; none when one of them is for open cases."""
    steps = frozenset(step for paper in papers for step in KINDS[paper].steps)
    return steps if all(step.is_end for step in steps) else frozenset()


def part(text: str) -> str:
    """Return a part of a name that a user wrote. Raises ``WrongUseError`` when it is empty."""
    if not text.strip():
        raise WrongUseError("Der står ikke noget.", "Skriv navnet eller en del af det.")
    return text


def folder(output: Path | None, workspace: Workspace) -> Path:
    """Return where the letters go: not among cases or templates, nor loose in the workspace."""
    if output is None:
        return Path().absolute()
    target, root = output.resolve(), workspace.root.resolve()
    own = (root / CASES_FOLDER, root / OWN_FOLDER)
    if target in (root, Path.cwd().resolve()) or any(
        target == each or each in target.parents for each in own
    ):
        raise WrongUseError(
            f"Brevene kan ikke ligge i {target}.",
            "Giv dem deres egen mappe, fx --output breve/2026-03-03.",
        )
    return output.absolute()


def days(day_: date | None, week: Span | None) -> tuple[date, date] | None:
    """Return the first and the last day on which the meeting may be held."""
    if week:
        return week.first, week.last
    return (day_, day_) if day_ else None


def refuse(wrong: Mapping[str, bool]) -> None:
    """Raise a ``UsageError`` with the first text that holds."""
    for text, holds in wrong.items():
        if holds:
            raise click.UsageError(text)
