"""State shared by all workers: settings, templates as they were at the start, the date."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from enum import StrEnum
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes
from typing import TYPE_CHECKING

from samarbejde_cli.actions.batch.plan import Obstacle, failure, hash_of
from samarbejde_cli.actions.batch.selection import CaseSelection
from samarbejde_cli.actions.provenance import logo_files
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.documents.catalogue import KINDS, Kind
from samarbejde_cli.documents.lookup import compiled, find_template, read_template
from samarbejde_cli.documents.recipients import Channel, Recipient
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.files.write import digest_of
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.appearance import Look
from samarbejde_cli.profile.load import base_name
from samarbejde_cli.word import TemplateError, compile_template

if TYPE_CHECKING:
    from samarbejde_cli.word import Template


SHARED = "fælles"
"""Papers that are the same for all who are invited: the sender puts them in with each letter."""
OWN = "sagen"
"""Papers that are no letters and go to nobody by themselves: the plan, a screening, a script."""
_FOLDERS = {
    Channel.SECURE_POST: "sikker-post",
    Channel.DIGITAL_POST: "digital-post",
    Channel.PAPER: "print",
    Channel.INTERNAL: "outlook",
}
"""The folder of each channel, named by how it is sent."""


class Group(StrEnum):
    """How the letters are laid out in folders for the person who sends them."""

    CHANNEL = "channel"
    RECIPIENT = "recipient"
    CASE = "case"
    PRINT = "print"


def folder_of(
    group: Group | None, case: str, recipient: Recipient | None, number: int, *, is_shared: bool
) -> str:
    """Return the folder of a letter, empty without groups; it reveals nothing about a person.

    ``number`` tells recipients of one role in a case apart, ``is_shared`` says that everybody may
    have the paper.
    """
    common = SHARED if is_shared else OWN
    match group:
        case None:
            return ""
        case Group.CASE:
            return case
        case Group.RECIPIENT:
            return f"{case}-{_who(recipient, number) if recipient else common}"
        case Group.CHANNEL:
            return _FOLDERS[recipient.channel] if recipient else common
        case Group.PRINT:
            return _print(recipient) if recipient else common


def _print(recipient: Recipient) -> str:
    return "print" if recipient.channel is Channel.PAPER else "ikke-print"


def _who(recipient: Recipient, number: int) -> str:
    return recipient.file_word if number == 1 else f"{recipient.file_word}-{number}"


@frozen
class Job:
    """A mailing that is planned and made; a plain value that processes may share.

    ``templates`` holds the files as they were read when the job began: one that is replaced
    later changes nothing. ``unusable`` says by name why letters of a template cannot be made;
    the others can. ``output`` is where the letters go, ``group`` how they are laid out.
    ``pictures`` are the hashes of the logo's files then. ``keeps`` says that what the plan makes
    is kept for its run.
    ``secret`` is for telling people apart without naming them.
    """

    workspace: Workspace
    day: date
    kinds: tuple[str, ...]
    selection: CaseSelection
    output: Path
    templates: Mapping[str, bytes] = field(repr=False)
    overwrite: bool = False
    group: Group | None = None
    pictures: tuple[tuple[str, str], ...] = ()
    keeps: bool = False
    unusable: Mapping[str, Obstacle] = field(default_factory=dict)
    secret: bytes = field(default_factory=partial(token_bytes, 16), repr=False)
    _compiled: dict[tuple[str, Look], "Template"] = field(default_factory=dict, repr=False)

    @property
    def papers(self) -> list[Kind]:
        """Return the kinds of paper that are made."""
        return [KINDS[name] for name in self.kinds]

    @property
    def own_profile(self) -> str:
        """The name of the profile of cases that name none."""
        return base_name(self.workspace.loaded.source)

    def template(self, name: str, look: Look) -> "Template":
        """Return a template in a municipality's look, compiled once in each process at most."""
        if (name, look) not in self._compiled:
            self._compiled[name, look] = compile_template(self.templates[name], name, look)
        return self._compiled[name, look]

    @cached_property
    def template_hashes(self) -> dict[str, str]:
        """The hash of each template by its name."""
        return {name: sha256(data).hexdigest() for name, data in sorted(self.templates.items())}

    def profile_hash(self) -> str:
        """Return the hash of the settings, those that ship with the program among them.

        It is the same wherever the workspace lies: the logo counts by its name and its bytes.
        """
        profile = self.workspace.profile
        look = profile.look.model_copy(update={"logo": None})
        settings = profile.model_copy(update={"look": look}).as_json()
        return hash_of(
            [
                ("samarbejde.yaml", self.workspace.loaded.source.digest),
                ("profil", sha256(settings.encode()).hexdigest()),
                *self.pictures,
            ]
        )

    def replaced(self) -> list[str]:
        """Return the templates and settings that have changed since the job began."""
        now = Workspace(self.workspace.root)
        names = [name for name, data in self.templates.items() if _present(name, now) != data]
        before = self.workspace.loaded.source
        names += ["logoet"] if _pictures(now) != self.pictures else []
        return [*names, *([before.path.name] if now.loaded.source.digest != before.digest else [])]


def new_job(
    workspace: Workspace,
    kinds: Sequence[str],
    selection: CaseSelection,
    *,
    day: date,
    output: Path,
    overwrite: bool = False,
    group: Group | None = None,
    keeps: bool = False,
) -> Job:
    """Return a job with its templates read and compiled; one that cannot be used is noted."""
    look = workspace.profile.look
    templates: dict[str, bytes] = {}
    unusable: dict[str, Obstacle] = {}
    ready: dict[tuple[str, Look], Template] = {}
    for name in (name for kind in kinds for name in KINDS[kind].templates()):
        path = find_template(name, workspace.root)
        templates[name] = b""
        try:
            templates[name] = read_template(path)
            ready[name, look] = compiled(path, templates[name], look)
        except SamarbejdeError as problem:
            unusable[name] = _unusable(problem, shown_path(path, workspace.root))
    return Job(
        workspace=workspace,
        day=day,
        kinds=tuple(kinds),
        selection=selection,
        output=output,
        templates=templates,
        overwrite=overwrite,
        group=group,
        pictures=_pictures(workspace),
        keeps=keeps,
        unusable=unusable,
        _compiled=ready,
    )


def _unusable(problem: SamarbejdeError, file: str) -> Obstacle:
    """Return the first mistake in a template, and how to see the others."""
    first, hint = problem.message, problem.hint
    if isinstance(problem, TemplateError):
        first, hint = problem.mistakes[0].message, problem.mistakes[0].hint
    message = f"Skabelonen kan ikke bruges: {first}"
    check = f"Se alt, der er galt, med `samarbejde templates check {file}`."
    return failure(message, f"{hint} {check}".lstrip(), file)


def _pictures(workspace: Workspace) -> tuple[tuple[str, str], ...]:
    return tuple((each.name, digest_of(each.read_bytes())) for each in logo_files(workspace))


def _present(name: str, workspace: Workspace) -> bytes:
    try:
        return read_template(find_template(name, workspace.root))
    except SamarbejdeError:
        return b""
