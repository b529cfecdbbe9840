"""Settle what two versions of a file disagree on: each value by a choice, nothing by chance."""

from collections.abc import Mapping
from enum import Enum
from pathlib import Path

from samarbejde_cli.actions.disputes import Cause, Disputed
from samarbejde_cli.actions.merge_driver import finished, side_names
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.identity import identities
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.git_index import restore_missing, stage_files
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.os_errors import in_danish
from samarbejde_cli.files.write import Change, write_all
from samarbejde_cli.source.merge import merge, with_markers, with_theirs


class Choice(Enum):
    """Whose version of a value, or of a whole file, is kept."""

    MINE = "mine"
    THEIRS = "theirs"


def settle(workspace: Workspace, each: Disputed, chosen: Mapping[int, Choice]) -> bool:
    """Write what was chosen, by the number of the conflict; return whether all is settled.

    What was not chosen stays between git's markers; of a copy nothing is written then. A file of
    git's is marked as merged when all is settled. Raises ``ConflictError`` when the file has
    changed meanwhile, ``SamarbejdeError`` when it must not be settled value by value.
    """
    if each.refusal:
        raise SamarbejdeError("To borgeres sager er blandet i mappen.", each.refusal)
    whole = len(chosen) == each.choices
    if not (whole or (chosen and each.cause is Cause.VALUES)):
        return False
    with locked(each.path.parent):
        _write(each, _content(each, chosen))
        if whole and each.copy:
            with in_danish(each.copy):
                each.copy.unlink()
        if whole and each.is_in_git:
            if each.cause is Cause.DELETED and each.path.exists():
                _bring_back(workspace.root, each, takes_theirs=_takes_theirs(each, chosen[0]))
            stage_files(workspace.root, [each.path.relative_to(workspace.root).as_posix()])
    return whole


def _bring_back(root: Path, each: Disputed, *, takes_theirs: bool) -> None:
    """Bring the other files of a case back that one deleted and the other keeps.

    Git deletes those that the other did not change, so that half a case would be left.
    """
    folder = each.case_folder.relative_to(root).as_posix()
    restore_missing(root, folder, is_theirs=takes_theirs)


def _takes_theirs(each: Disputed, choice: Choice) -> bool:
    """Whether a choice means the version that git calls theirs."""
    return (choice is Choice.THEIRS) is not each.is_mine_second


def _content(each: Disputed, chosen: Mapping[int, Choice]) -> bytes | None:
    """Return what the file is going to hold; None when it is going to be deleted."""
    merged, versions = each.merged, each.versions
    if merged is None:
        return versions.theirs if _takes_theirs(each, chosen[0]) else versions.ours
    numbered = list(enumerate(merged.conflicts))
    theirs = [one for at, one in numbered if at in chosen and _takes_theirs(each, chosen[at])]
    left = [one for at, one in numbered if at not in chosen]
    text = with_theirs(merged.text, theirs)
    if left:
        other = with_theirs(merged.text, [*theirs, *left])
        again = merge(versions.texts[0], text, other, identities)
        text = with_markers(
            again.text, again.conflicts, side_names(is_mine_second=each.is_mine_second)
        )
    return finished(text, versions.texts, each.path.stem).encode()


def _write(each: Disputed, content: bytes | None) -> None:
    if content is None:
        with in_danish(each.path):
            each.path.unlink(missing_ok=True)
    else:
        write_all([Change(each.path, content, each.digest)])
