"""The Word templates: which there are, what is wrong with them, and what was changed in one's own.

A municipality's own template stands in for the shipped one of the same name.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

from samarbejde_cli import word
from samarbejde_cli.actions.demo import DAY
from samarbejde_cli.actions.output_folder import Status, free_name, is_old_copy
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.text import closest, did_you_mean, listed, nfc
from samarbejde_cli.documents.catalogue import KINDS, Kind
from samarbejde_cli.documents.context import Context
from samarbejde_cli.documents.former_fields import explained
from samarbejde_cli.documents.half_year import HALF_YEAR
from samarbejde_cli.documents.lookup import OWN_FOLDER, read_template
from samarbejde_cli.documents.meeting_day import MEETING_DAY
from samarbejde_cli.documents.schema import GROUP, Known, expanded, paths_of, presences
from samarbejde_cli.documents.year_plan import YEAR_PLAN
from samarbejde_cli.errors import SamarbejdeError, WriteError, WrongUseError
from samarbejde_cli.files.private import make_folder
from samarbejde_cli.files.write import Change, digest_of, write_all
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.shipped import shipped

_KINDS = {
    **KINDS,
    MEETING_DAY.name: MEETING_DAY,
    HALF_YEAR.name: HALF_YEAR,
    YEAR_PLAN.name: YEAR_PLAN,
}
"""All that is made from a template: the papers of cases, and those that are about no single one."""


@frozen
class TemplateFile:
    """A template on disk; ``kind`` is None when its name belongs to no kind of document."""

    path: Path
    kind: Kind | None
    own: bool

    @property
    def name(self) -> str:
        """The file's name, with æ, ø and å as the table of kinds writes them."""
        return nfc(self.path.name)

    @property
    def meant(self) -> str | None:
        """The name of the shipped template that an unused file was perhaps meant to replace."""
        names = [name for kind in _KINDS.values() for name in kind.templates()]
        return None if self.name in names else closest(self.name, names)


def kind_named(wanted: str) -> Kind:
    """Return the kind that a user names: ``agenda``, ``dagsorden`` or a template's file name.

    Raises ``WrongUseError`` with the nearest name when there is none.
    """
    by_word = {word: kind for kind in _KINDS.values() for word in (kind.name, kind.stem)}
    by_word |= {name: kind for kind in _KINDS.values() for name in kind.templates()}
    kind = by_word.get(nfc(wanted).casefold())
    if kind is None:
        raise WrongUseError(
            f"Der er ingen slags dokument, der hedder {wanted}.",
            did_you_mean(closest(wanted, by_word))
            or f"Vælg {listed([kind.stem for kind in _KINDS.values()], 'eller')}.",
        )
    return kind


def kind_of(file_name: str) -> Kind | None:
    """Return the kind that a template's file name begins with, or None."""
    name = nfc(file_name).casefold()
    fitting = [kind for kind in _KINDS.values() if name.startswith(kind.stem)]
    return max(fitting, key=lambda kind: len(kind.stem), default=None)


def shipped_templates() -> list[TemplateFile]:
    """Return the templates that ship, by kind."""
    folder = shipped("templates")
    return [
        TemplateFile(folder / name, kind, own=False)
        for kind in _KINDS.values()
        for name in kind.templates()
    ]


def own_templates(workspace: Workspace) -> list[TemplateFile]:
    """Return the municipality's own templates; Word's lock files and old copies are none."""
    files = sorted((workspace.root / OWN_FOLDER).glob("*.docx"))
    by_name = {each.name: each.kind for each in shipped_templates()}
    return [
        TemplateFile(path, by_name.get(nfc(path.name)), own=True)
        for path in files
        if not path.name.startswith(("~$", ".")) and not is_old_copy(path.name)
    ]


def used_templates(workspace: Workspace) -> list[TemplateFile]:
    """Return the template that each document is made of, then the own ones that none uses."""
    own = own_templates(workspace)
    by_name = {each.name: each for each in own if each.kind}
    used = [by_name.get(each.name, each) for each in shipped_templates()]
    return [*used, *(each for each in own if each.kind is None)]


def check_template(path: Path, profile: Profile) -> tuple[word.Mistake, ...]:
    """Return every mistake of a template, found without a case.

    The file's name tells the kind; with another name, the fields of all kinds may be used. A file
    that cannot be read is a mistake too, so that the others are checked.
    """
    try:
        return check_content(read_template(path), path.name, kind_of(path.name), profile)
    except SamarbejdeError as error:
        whole = word.TemplatePlace()
        return (word.Mistake("unreadable", path.name, whole, error.message, error.hint),)


def check_content(
    data: bytes, name: str, kind: Kind | None, profile: Profile
) -> tuple[word.Mistake, ...]:
    """Return every mistake of a template of a kind; None may use the fields of all kinds."""
    found: Iterable[word.Mistake] = word.check(data, name, _usable(kinds_of(kind), profile))
    found = [_with_list(mistake, kind, profile) for mistake in found]
    return tuple(explained(found, kind) if kind else found)


def kinds_of(kind: Kind | None) -> list[Kind]:
    """Return the kinds whose fields a template may use: its own, or all when it is unknown."""
    return [kind] if kind else list(_KINDS.values())


def _with_list(mistake: word.Mistake, kind: Kind | None, profile: Profile) -> word.Mistake:
    """Return a mistake about an unknown field with where such a field is, or how to find one."""
    if mistake.kind != "unknown_field" or mistake.hint.startswith("Mente"):
        return mistake
    others = [] if kind is None else [k for k in _KINDS.values() if k is not kind]
    having = [k.title for k in others if mistake.field in _usable([k], profile)]
    name = kind.stem if kind else "dagsorden"
    listing = f"`samarbejde templates fields {name}` viser de felter, der må bruges."
    if not having:
        return replace(mistake, hint=listing)
    only = listed(having[:3] + (["flere"] if len(having) > 3 else []))  # noqa: PLR2004 — enough
    return replace(mistake, hint=f"Feltet findes i andre dokumenter ({only}). {listing}")


def _usable(kinds: Iterable[Kind], profile: Profile) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for kind in kinds:
        for path, sure in presences(expanded(kind.schema(), profile)).items():
            found[path] = sure or found.get(path, False)
    return found


def fields(kind: Kind, profile: Profile) -> list[tuple[Known, str]]:
    """Return the fields that a template of the kind may use, each with an example."""
    schema = expanded(kind.schema(), profile)
    examples = _examples(kind, {known.path for known in schema if known.type != GROUP})
    return [
        (known, "" if known.type == GROUP else examples.get(known.path, known.example))
        for known in schema
    ]


def _examples(kind: Kind, paths: set[str]) -> dict[str, str]:
    """Return a text for each path that has one in the fictional cases that ship."""
    workspace = Workspace(shipped("examples"))
    cases = list(workspace.cases())
    found: dict[str, str] = {}
    for each in (kind, *_KINDS.values()):
        known = {known.path for known in expanded(each.schema(), workspace.profile)}
        for context in _contexts(each, cases, workspace.profile):
            missing = paths & known - found.keys()
            if not missing:
                break
            for path, value in paths_of(context):
                if path in missing and path not in found and value not in (None, ""):
                    found[path] = _shown(value)
    return found


def _contexts(kind: Kind, cases: Iterable[Case], profile: Profile) -> Iterator[Context]:
    for case in cases:
        for recipient in kind.recipients(case, profile, DAY):
            yield kind.context(case, profile, recipient, DAY)


def _shown(value: object) -> str:
    if isinstance(value, word.Picture):
        return value.description
    return "☐" if isinstance(value, word.Checkbox) else word.format_value(value)


def copy_template(
    kind: Kind, workspace: Workspace, *, overwrite: bool
) -> list[tuple[Path, Status]]:
    """Copy the shipped templates of a kind to the workspace, and return the outcome of each.

    An existing one is kept; with ``overwrite`` it becomes a copy next to the new one.
    """
    folder = workspace.root / OWN_FOLDER
    _make_folder(folder)
    results: list[tuple[Path, Status]] = []
    changes: list[Change] = []
    for name in kind.templates():
        path, data = folder / name, read_template(shipped("templates") / name)
        present = read_template(path) if path.exists() else None
        status = _status(present, data, overwrite=overwrite)
        results.append((path, status))
        if status is Status.WRITTEN:
            changes += _replacing(path, data, present)
    write_all(changes)
    return results


def _status(present: bytes | None, data: bytes, *, overwrite: bool) -> Status:
    if present == data:
        return Status.UNCHANGED
    return Status.WRITTEN if present is None or overwrite else Status.KEPT


def _replacing(path: Path, data: bytes, present: bytes | None) -> list[Change]:
    if present is None:
        return [Change(path, data, None)]
    old = Change(path.parent / free_name(path.parent, path.name), present, None)
    return [old, Change(path, data, digest_of(present))]


def _make_folder(folder: Path) -> None:
    try:
        make_folder(folder)
    except OSError as problem:
        raise WriteError(
            f"Mappen {folder} kan ikke oprettes.", "Se efter, om du må skrive i arbejdsmappen."
        ) from problem


def differences(kind: Kind, workspace: Workspace) -> list[tuple[str, Sequence[str] | None]]:
    """Return the lines of a unified diff from each shipped template to one's own, by name.

    No lines: the text is the same. None: there is no own template of that name.
    """
    own = {each.name: each.path for each in own_templates(workspace)}
    return [
        (name, _difference(name, own[name]) if name in own else None) for name in kind.templates()
    ]


def _difference(name: str, own: Path) -> list[str]:
    old, new = (text_of(path).splitlines() for path in (shipped("templates") / name, own))
    return list(unified_diff(old, new, f"medfølgende/{name}", f"{OWN_FOLDER}/{name}", lineterm=""))


def text_of(path: Path) -> str:
    """Return a Word file as plain text.

    Raises ``SamarbejdeError`` when it cannot be read, ``RefusedError`` when it is no Word file.
    """
    try:
        return word.dump(read_template(path))
    except word.RefusedError as error:
        named = [replace(mistake, template=path.name) for mistake in error.mistakes]
        raise word.RefusedError(named) from None
