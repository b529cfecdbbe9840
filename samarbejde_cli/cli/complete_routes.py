"""Tab completion of a case's fields, and of what may stand in one.

A shell asks in the middle of a line, so nothing here may fail or print: what cannot be made out is
completed with nothing.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import typer

from samarbejde_cli.actions.workspace import Workspace, open_workspace
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.case_route import CaseRoute, in_case, parse
from samarbejde_cli.case.field_value import field_value
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.forms.outline import is_group

Proposals = list[tuple[str, str]]
_BREAK = "="


def complete_assignment(ctx: typer.Context, incomplete: str) -> Proposals:
    """Return the fields that a word begins, or after ``=`` the words that may stand in the field.

    Bash cuts a word at ``=`` and wants only what comes after it.
    """
    before = [str(each) for each in ctx.params.get("values") or ()]
    with suppress(SamarbejdeError, OSError):
        workspace, case = _opened(ctx)
        if incomplete == _BREAK and before:
            return _words(workspace, case, before[-1], "")
        if before[-1:] == [_BREAK]:
            return _words(workspace, case, before[-2], incomplete)
        route, sign, begun = incomplete.partition(_BREAK)
        if sign:
            found = _words(workspace, case, route, begun)
            return [(f"{route}={word}", about) for word, about in found]
        return [(f"{name}=", about) for name, about in _routes(case, route, groups=False)]
    return []


def complete_route(ctx: typer.Context, incomplete: str) -> Proposals:
    """Return the fields and lines of the case that a word begins."""
    with suppress(SamarbejdeError, OSError):
        _, case = _opened(ctx)
        return [*_routes(case, incomplete, groups=True)]
    return []


def complete_list(ctx: typer.Context, incomplete: str) -> Proposals:
    """Return the lists of the case that a word begins."""
    with suppress(SamarbejdeError, OSError):
        _, case = _opened(ctx)
        return [
            (name, _about(at))
            for name, at in in_case(case)
            if at.item is not None and name.startswith(incomplete)
        ]
    return []


def _opened(ctx: typer.Context) -> tuple[Workspace, Case]:
    given: Any = ctx.params.get("workspace")
    workspace = open_workspace(given, Path.cwd())
    return workspace, load_case(workspace.folder_of(str(ctx.params.get("case")), Path.cwd()))


def _routes(case: Case, begun: str, *, groups: bool) -> Iterator[tuple[str, str]]:
    for name, at in in_case(case):
        if name.startswith(begun) and (groups or not is_group(at.kind)):
            yield name, _about(at)


def _words(workspace: Workspace, case: Case, route: str, begun: str) -> Proposals:
    (at,) = parse(case, route)[:1]
    words = field_value(case, workspace.profile_of(case)[0], at).words
    return [(word, about) for word, about in words.items() if word.startswith(begun)]


def _about(at: CaseRoute) -> str:
    return (at.field.description or "") if at.field else ""
