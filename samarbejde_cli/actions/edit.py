"""Set, add and remove values and whole items in the files of a case, several at once or none."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from samarbejde_cli.actions.file_changes import history_change
from samarbejde_cli.actions.validate import check_case
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.broken import BrokenFileError
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.case_file import CaseFile
from samarbejde_cli.case.case_route import CaseRoute, is_kept_by_the_program, listing, parse
from samarbejde_cli.case.field_value import understood
from samarbejde_cli.case.history import HistoryEntry
from samarbejde_cli.case.item_words import (
    fields_hint,
    item_from_words,
    item_of,
    list_named,
    with_known,
)
from samarbejde_cli.case.references import Reference, left_behind, references
from samarbejde_cli.danish.text import listed
from samarbejde_cli.errors import SamarbejdeError, WrongUseError
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.write import Change, write_all
from samarbejde_cli.findings import Diagnosis
from samarbejde_cli.forms.outline import fields_of, is_group
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.source.line_load import Tree
from samarbejde_cli.source.page import UnreadableTextError
from samarbejde_cli.source.read import Source, from_text
from samarbejde_cli.source.tree_edit import add, blank, put, take_out

_COMMANDS = {
    ("sag", "trin"): "samarbejde advance",
    ("sag", "runde"): "samarbejde advance",
    ("sag", "pause"): "samarbejde pause",
}
"""What no edit may change, and the command that does, because the history must say it too."""


_NAMES = ("navn", "kaldes")
"""The fields that hold what somebody is called."""


def is_free(at: CaseRoute) -> bool:
    """Whether an edit may change what is at a route; else the program or a command of it does."""
    return (at.stem, str(at.route[0])) not in _COMMANDS and not is_kept_by_the_program(at.field)


class RefusedEditError(WrongUseError):
    """An edit would make a file unreadable; carries the diagnoses of the file as it would be."""

    def __init__(self, number: str, diagnoses: Sequence[Diagnosis]) -> None:
        super().__init__(
            f"Intet er ændret i sagen {number}: det kan ikke stå i filen.",
            "Se, hvad der kan stå, ovenfor.",
        )
        self.diagnoses = tuple(diagnoses)


class UnjudgedEditError(SamarbejdeError):
    """A file that an edit leaves as it is cannot be read, so nobody knows what the edit breaks.

    Carries the diagnoses of such files.
    """

    def __init__(self, number: str, names: Sequence[str], diagnoses: Sequence[Diagnosis]) -> None:
        super().__init__(
            f"Intet er ændret i sagen {number}: {listed(names)} kan ikke læses, så programmet kan "
            "ikke se, om ændringen passer til resten.",
            "Ret først det, der er vist ovenfor.",
        )
        self.diagnoses = tuple(diagnoses)


@frozen
class Done:
    """One thing that an edit did: where, the value before and the value now; None for nothing."""

    at: CaseRoute
    before: Tree
    after: Tree


@frozen
class EditedFile:
    """A file of the case as it was read, and its new text."""

    source: Source
    text: str


@frozen
class Edited:
    """Result of an edit: what was done, the files, and what is found now that was not before.

    ``left_behind`` are the texts that still have a name which was changed. ``after`` is the case
    with the edit, also while nothing is written.
    """

    number: str
    done: tuple[Done, ...]
    files: tuple[EditedFile, ...]
    caused: tuple[Diagnosis, ...]
    references: tuple[Reference, ...]
    after: Case
    before: Case
    noted: tuple[HistoryEntry, ...] = ()
    left_behind: tuple[Reference, ...] = ()


class CaseEdit:
    """A case that is being edited: its files' new texts, and what was done so far.

    What a method cannot do it refuses with ``WrongUseError`` or EditError, before the edit of that
    method; nothing is written before ``edited``.
    """

    def __init__(self, case: Case, profile: Profile, today: date) -> None:
        self.case, self.profile, self.today = case, profile, today
        self.done: list[Done] = []
        self.references: list[Reference] = []
        self._texts: dict[str, str] = {}
        self.noted: list[HistoryEntry] = []

    def set(self, name: str, text: str) -> None:
        """Set the value at a route that a user wrote, or take it out when the text is empty.

        A group of fields gets its first field, and with it what the settings know of an employee.
        """
        for at in parse(self.case, name):
            self._require_free(at)
            if not text.strip():
                self._blank(at)
            elif fields_of(at.kind):
                self._set_group(at, with_known(self.case, self.profile, at, text, self.today))
            elif is_group(at.kind):
                raise WrongUseError(f"{name} er en liste.", self._how_to_change(at))
            else:
                self.put(at, understood(self.case, self.profile, at, text, self.today))

    def _how_to_change(self, at: CaseRoute) -> str:
        add = f"Tilføj med `samarbejde add {self.case.number} {at.text(self.case)} …`."
        return f"{add} {listing(self.case, at)}" if at.value(self.case) else add

    def add(self, name: str, words: Sequence[str]) -> None:
        """Add items to the list that a user names: whole ones, or several of a word each."""
        at = list_named(self.case, name)
        self._require_free(at)
        for item in item_from_words(self.case, self.profile, at, words, self.today):
            self.append(at, item)

    def add_item(self, name: str, item: Tree) -> None:
        """Add one item that is given as a whole, with texts in its fields, to a list."""
        at = list_named(self.case, name)
        self._require_free(at)
        if isinstance(item, dict):
            texts = _texts(at, item)
            self.append(at, item_of(self.case, self.profile, at, texts, self.today))
        else:
            self.add(name, [str(item or "")])

    def remove(self, name: str) -> None:
        """Take out the item or the value at a route, with its key."""
        found = parse(self.case, name)
        for at in reversed(found):
            self._require_free(at)
            if at.value(self.case) is None:
                raise WrongUseError(f"Der står ikke noget i {name}.", "Intet er fjernet.")
            self.references += references(self.case, at)
            before = at.value(self.case)
            self._change(at, partial(take_out, route=at.route))
            self.done.append(Done(at, before, None))

    def _set_group(self, at: CaseRoute, group: dict[str, Tree]) -> None:
        """Write a group's fields; where a text stands for its only field, another text."""
        is_text = isinstance(at.value(self.case), str) and len(group) == 1
        self.put(at, next(iter(group.values())) if is_text else group)

    def put(self, at: CaseRoute, value: Tree) -> None:
        """Write a value at a route; of a group those fields that are given."""
        before = at.value(self.case)
        self._change(at, lambda text: put(text, at.route, value))
        if isinstance(before, dict) and isinstance(value, dict):
            before = {key: before.get(key) for key in value}
        self.done.append(Done(at, before, value))

    def replace(self, at: CaseRoute, item: dict[str, Tree]) -> None:
        """Write an item in the place of another one, without the fields that it lacks."""
        gone = [key for key in at.value(self.case) or {} if key not in item]
        self.put(at, item)
        for key in gone:
            self._change(at, partial(take_out, route=at.below(key).route))

    def append(self, at: CaseRoute, item: Tree) -> None:
        """Write an item last in a list."""
        number = len(at.value(self.case) or [])
        self._change(at, lambda text: add(text, at.route, item))
        self.done.append(Done(at.below(number), None, item))

    def _blank(self, at: CaseRoute) -> None:
        if isinstance(at.value(self.case), list | dict) and is_group(at.kind):
            raise WrongUseError(
                f"{at.text(self.case)} har flere felter, så det tømmes ikke på én gang.",
                f"Fjern det hele med `samarbejde remove {self.case.number} {at.text(self.case)}`.",
            )
        before = at.value(self.case)
        self._change(at, lambda text: blank(text, at.route))
        self.done.append(Done(at, before, None))

    def _require_free(self, at: CaseRoute) -> None:
        command = _COMMANDS.get((at.stem, str(at.route[0])))
        if command:
            raise WrongUseError(
                f"{at.text(self.case)} ændres ikke her, for historikken skal også vide det.",
                f"Brug `{command}`.",
            )
        if is_kept_by_the_program(at.field):
            about = at.field.description if at.field else ""
            raise WrongUseError(f"{at.text(self.case)} skrives kun af programmet.", f"{about}.")

    def _change(self, at: CaseRoute, edit: Callable[[str], str]) -> None:
        source = self.case.files[at.stem].source
        try:
            text = edit(self._texts.get(at.stem, source.text))
        except UnreadableTextError as problem:
            raise BrokenFileError(self.case.number, at.stem) from problem
        self._texts[at.stem] = text
        file = self.case.files[at.stem]
        fresh = replace(from_text(source.path, text), digest=source.digest)
        self.case = Case(
            self.case.folder,
            self.case.files | {at.stem: CaseFile(fresh, file.kind, file.advice)},
            self.case.closed,
        )

    def note(self, move: HistoryEntry) -> None:
        """Let a line of the history be written together with the edit."""
        self.noted.append(move)

    def texts(self) -> Mapping[str, str]:
        """Return the new text of each file that was edited, by its stem."""
        return self._texts


def _texts(at: CaseRoute, item: dict[str, Tree]) -> dict[str, str | list[str]]:
    """Return an item's values as texts. Raises ``WrongUseError`` for an unknown field."""
    known, found = fields_of(at.item), dict[str, str | list[str]]()
    for key, value in item.items():
        if key not in known:
            raise WrongUseError(f"{key} er ikke et felt her.", fields_hint(at))
        if isinstance(value, list):
            found[key] = [str(each) for each in value]
        elif value:
            found[key] = str(value)
    return found


def edit(
    workspace: Workspace,
    case: Case,
    work: Callable[[CaseEdit], None],
    today: date,
    *,
    dry_run: bool = False,
) -> Edited:
    """Edit a case, all of it at once or nothing; in a dry run nothing is written.

    Raises what ``work`` raises, ``RefusedEditError`` when a file could not be read afterwards,
    ``ConflictError`` when somebody else writes to the case at the same time.
    """
    if dry_run:
        return _edited(workspace, case, work, today)
    with locked(case.folder):
        result = _edited(workspace, load_case(case.folder), work, today)
        changes = [Change(each.source.path, each.text, each.source.digest) for each in result.files]
        lines = [history_change(result.before, move) for move in result.noted[:1]]
        write_all([*lines, *changes])
    return result


def _edited(
    workspace: Workspace, case: Case, work: Callable[[CaseEdit], None], today: date
) -> Edited:
    profile, _ = workspace.profile_of(case)
    editing = CaseEdit(case, profile, today)
    work(editing)
    _require_judged(workspace, case, editing, today)
    caused = _caused(workspace, case, editing.case, today)
    broken = [each for each in caused if _is_unreadable(case, editing.case, each.file)]
    if broken:
        raise RefusedEditError(case.number, broken)
    files = [EditedFile(case.files[stem].source, text) for stem, text in editing.texts().items()]
    changed = tuple(each for each in files if each.text != each.source.text)
    named = tuple(dict.fromkeys(editing.references))
    done, noted = tuple(editing.done), tuple(editing.noted if changed else ())
    left = tuple(dict.fromkeys(each for x in done for each in _left_behind(editing.case, x)))
    return Edited(case.number, done, changed, caused, named, editing.case, case, noted, left)


def _left_behind(after: Case, done: Done) -> Iterator[Reference]:
    """Yield the texts that still have the name of somebody who is called otherwise now."""
    last = done.at.route[-1]
    before, now = (x if isinstance(x, dict) else {last: x} for x in (done.before, done.after))
    for key in _NAMES:
        if before.get(key) and now.get(key):
            yield from left_behind(after, str(before[key]), str(now[key]))


def _require_judged(workspace: Workspace, case: Case, editing: CaseEdit, today: date) -> None:
    """Refuse an edit beside a file that cannot be read; one that mends such a file may go on."""
    edited, files = editing.texts(), case.files
    broken = [stem for stem, file in files.items() if file.value is None and stem not in edited]
    if edited and broken and not any(files[stem].value is None for stem in edited):
        names = [files[stem].source.path.name for stem in broken]
        found = check_case(workspace, case, today)
        paths = {files[stem].source.path for stem in broken}
        raise UnjudgedEditError(case.number, names, [e for e in found if e.file in paths])


def _caused(workspace: Workspace, before: Case, after: Case, today: date) -> tuple[Diagnosis, ...]:
    """Return what is found after an edit that was not found before it."""
    known = {_sort(each) for each in check_case(workspace, before, today)}
    found = check_case(workspace, after, today)
    return tuple(each for each in found if _sort(each) not in known)


def _sort(each: Diagnosis) -> tuple[Path, str, str]:
    return each.file, each.code, each.message


def _is_unreadable(before: Case, after: Case, path: Path) -> bool:
    """Whether an edited file says less that can be relied on than it did."""
    stems: list[Any] = [stem for stem, file in after.files.items() if file.source.path == path]
    return any(
        after.files[stem].value is None and after.files[stem] is not before.files[stem]
        for stem in stems
    )
