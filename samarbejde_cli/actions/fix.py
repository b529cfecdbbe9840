"""Fix what is safe to fix in the user's files, and nothing else.

Safe is: a date whose meaning nobody can doubt, quotes around what other programs would read as a
number, spaces at the end of a line, and a misspelt key or word that can only be one. The lines of
files that are only added to may not be changed: what two people added is put together, no more.
A file that is no UTF-8 becomes UTF-8 where all of it can be read, and is left alone otherwise.
What an older version wrote in another way is moved over where it is certain (``moving_over``).
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from datetime import date
from difflib import get_close_matches
from functools import partial, reduce
from pathlib import Path
from typing import Any

from samarbejde_cli import codes
from samarbejde_cli.actions import moving_over
from samarbejde_cli.actions.merge_records import joined
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import APPEND_ONLY, FILES, ROUNDS, load_case
from samarbejde_cli.case.conflicts import by_hand
from samarbejde_cli.case.consent import Consent
from samarbejde_cli.case.round import Round
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish import dates
from samarbejde_cli.danish.likeness import is_misspelling
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.write import Change, write_all
from samarbejde_cli.findings import Finding, Route
from samarbejde_cli.forms.cpr import Cpr
from samarbejde_cli.forms.outline import item_type, type_at
from samarbejde_cli.forms.read import choices, load
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.source.edit import (
    EditError,
    quote_value,
    rename_key,
    set_value,
    strip_line_ends,
)
from samarbejde_cli.source.merge import Edit
from samarbejde_cli.source.quoting import changes_in_other_readers
from samarbejde_cli.source.read import Source, Tree, from_text, recoded

_ROUNDS_OF_MENDING = 5
_NEAR = 0.7


@frozen
class Mended:
    """A file with its new text; ``folder`` is that of its case, if it has one.

    ``saved_as`` is the encoding of a file that is no UTF-8 yet.
    """

    folder: Path | None
    source: Source
    text: str
    saved_as: str = ""

    @property
    def changes(self) -> bool:
        """Whether the file would change."""
        return bool(self.saved_as) or self.text != self.source.text


@frozen
class Mending:
    """What can be fixed, the findings of files that need a person, and what nobody can prove."""

    files: tuple[Mended, ...]
    left: tuple[Finding, ...]
    unproven: tuple[Finding, ...] = ()


def mend(workspace: Workspace, folders: Iterable[Path]) -> Mending:
    """Return what can be fixed in the settings and the cases, and what is left alone."""
    files: list[Mended] = []
    left: list[Finding] = []
    unproven: list[Finding] = []
    settings: tuple[Path | None, Source, Any, Sequence[Edit]] = (
        None,
        workspace.loaded.source,
        Profile,
        (),
    )
    for folder, source, kind, offers in (settings, *_all_files(workspace, folders, unproven)):
        found = _mended(folder, source, kind, offers)
        if isinstance(found, Finding):
            left += [found] if found not in left else []
        elif found.changes:
            files.append(found)
        else:
            left += _for_a_person(source, kind) if source.data is None else ()
    return Mending(tuple(files), tuple(left), tuple(unproven))


def _for_a_person(source: Source, kind: Any) -> list[Finding]:
    """Return the findings of a file that was left alone, with what to do by hand."""
    advice = by_hand(source) if kind in APPEND_ONLY.values() else {}
    return [
        each._replace(facts={**each.facts, "hjælp": advice[each.code]})
        if each.code in advice
        else each
        for each in source.findings
    ]


def write(mended: Iterable[Mended]) -> None:
    """Write the files, those of one case together.

    Raises ``ConflictError`` when one has changed in the meantime, ``WriteError`` when one cannot
    be written; the cases before it stay mended.
    """
    by_folder: dict[Path | None, list[Change]] = {}
    for each in mended:
        change = Change(each.source.path, each.text, each.source.digest)
        by_folder.setdefault(each.folder, []).append(change)
    for folder, changes in by_folder.items():
        with locked(folder) if folder else nullcontext():
            write_all(changes)


def _all_files(
    workspace: Workspace, folders: Iterable[Path], unproven: list[Finding]
) -> Iterator[tuple[Path, Source, Any, Sequence[Edit]]]:
    """Yield the files of cases with what an older version wrote in another way.

    Findings about what cannot be moved over are added to ``unproven``.
    """
    for folder in folders:
        case = load_case(folder)
        offers, unknown = moving_over.coverage(case, workspace)
        unproven += unknown
        for stem, file in case.files.items():
            kind = Round if stem.startswith(f"{ROUNDS}/") else FILES[stem]
            yield folder, file.source, kind, offers if kind is Consent else ()
        if case.register_file:
            yield folder, case.register_file.source, case.register_file.kind, ()


def _mended(
    folder: Path | None, source: Source, kind: Any, offers: Sequence[Edit]
) -> Mended | Finding:
    """Return a file with every safe fix applied, or the finding of one that must be left alone."""
    saved_as, readable = "", source
    if source.unreadable:
        fresh = recoded(source)
        if not fresh:
            return source.unreadable
        readable, saved_as = fresh
    if kind in APPEND_ONLY.values():
        together = joined(readable, kind)
        text = readable.text if together is None else together
    else:
        text = reduce(_offered, offers, _text(readable, kind))
    return Mended(folder, source, text, saved_as)


def _text(source: Source, kind: Any) -> str:
    """Return the text of a file with every safe fix applied; a broken file stays as it is."""
    text = source.text
    for _ in range(_ROUNDS_OF_MENDING):
        now = from_text(source.path, text)
        if now.data is None:
            return text
        before = text
        for edit in _edits(now, kind):
            text = _tried(edit, text)
        if text == before:
            break
    return _tried(strip_line_ends, text)


def _offered(text: str, edit: Edit) -> str:
    return _tried(edit, text)


def _tried(edit: Edit, text: str) -> str:
    try:
        return edit(text)
    except EditError:
        return text


def _edits(source: Source, kind: Any) -> Iterator[Edit]:
    """Yield what to do with the values of a file, then with its keys, the deepest first."""
    for route in _to_quote(source.data, kind):
        yield partial(quote_value, route=route)
    value, findings = load(kind, source)
    if isinstance(value, Round):
        yield from moving_over.standing(value)
    renames = []
    for finding in findings:
        route = finding.location.route
        if (word := _only_choice(kind, finding)) and finding.code == codes.UNKNOWN_FIELD:
            renames.append((route, word))
        elif new := word or _certain_date(kind, finding):
            yield partial(set_value, route=route, value=new)
    for route, word in sorted(renames, key=lambda each: -len(each[0])):
        yield partial(rename_key, route=route, name=word)


def _only_choice(kind: Any, finding: Finding) -> str | None:
    """Return the one known key or word that is meant by a misspelt one; None when in doubt.

    The step of a case is never changed: that is for the user to say.
    """
    if (
        finding.code not in (codes.UNKNOWN_FIELD, codes.UNKNOWN_WORD)
        or _value_type(kind, finding.location.route) is Step
    ):
        return None
    written = finding.facts["felt" if finding.code == codes.UNKNOWN_FIELD else "værdi"].casefold()
    known = {word.casefold(): word for word in choices(kind, finding)}
    near = get_close_matches(written, known, n=2, cutoff=_NEAR)
    meant = [word for word in known if is_misspelling(written, word)]
    return known[meant[0]] if len(meant) == 1 and near in ([], meant) else None


def _certain_date(kind: Any, finding: Finding) -> str | None:
    """Return the ISO form of a date in Danish with its whole year and its month's real name."""
    if finding.code != codes.DATE or _value_type(kind, finding.location.route) is not date:
        return None
    day = dates.unambiguous(finding.facts["værdi"])
    return day.isoformat() if day else None


def _value_type(kind: Any, route: Route) -> Any:
    found = type_at(kind, route)
    return item_type(found) or found


def _to_quote(tree: Tree, kind: Any, route: Route = ()) -> Iterator[Route]:
    """Yield the routes of texts that other readers of YAML take for numbers or the like."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _to_quote(value, kind, (*route, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _to_quote(value, kind, (*route, index))
    elif isinstance(tree, str):
        found = _value_type(kind, route)
        is_number = found is Cpr and tree.isdigit()
        if is_number or (found is str and changes_in_other_readers(tree)):
            yield route
