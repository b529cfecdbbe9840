"""Make documents: choose the template, render it for each recipient, write what may be written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from samarbejde_cli.actions.diagnosing import Places, diagnoses_of
from samarbejde_cli.actions.output_folder import OutputFolder, Status, changed_by_hand
from samarbejde_cli.actions.paper_register import Made, filing, stating
from samarbejde_cli.actions.papers import Blocked, Gate, file_stems
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.broken import BrokenFileError, unless_broken
from samarbejde_cli.case.case import DOCUMENTS, Case
from samarbejde_cli.case.sharing import reader_role
from samarbejde_cli.danish.text import listed
from samarbejde_cli.documents.catalogue import Kind
from samarbejde_cli.documents.former_fields import former_fields
from samarbejde_cli.documents.kind import Nobody
from samarbejde_cli.documents.lookup import compiled, find_template, read_template
from samarbejde_cli.documents.missing import MissingValues
from samarbejde_cli.documents.readers import known_reader, only_for
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.errors import SamarbejdeError, WrongUseError
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.write import digest_of
from samarbejde_cli.findings import Diagnosis
from samarbejde_cli.lazy import frozen, mutable
from samarbejde_cli.profile.model import Profile

if TYPE_CHECKING:
    from samarbejde_cli.findings import Finding
    from samarbejde_cli.word import Template

_COMMENTS_LEFT = (
    "Kommentarerne i {} er med i dokumentet. Slet dem i Word (Gennemse > Slet), før det går ud."
)
_FIELDS_GONE = (
    "Skabelonen {} bruger {}, som ikke findes mere. Se, hvad der kan bruges i stedet, med "
    "`samarbejde templates check`."
)


@frozen
class Written:
    """Outcome of one document; ``recipient`` is a role or the roles that share it, never a name."""

    kind: str
    recipient: str | None
    path: Path
    status: Status
    is_shared: bool = False


@frozen
class Produced:
    """Result of ``render``: the documents, findings in the user's files, other obstacles.

    ``notes`` say why a paper rightly has no reader, ``has_gaps`` whether a draft would show more.
    """

    documents: tuple[Written, ...]
    diagnoses: tuple[Diagnosis, ...]
    errors: tuple[SamarbejdeError, ...]
    notes: tuple[str, ...] = ()
    has_gaps: bool = False

    @property
    def paths(self) -> list[Path]:
        """Return the paths of the documents that exist."""
        return [each.path for each in self.documents if each.status is not Status.REFUSED]

    @property
    def succeeded(self) -> bool:
        """Whether every document was made as it should be."""
        return not self.errors and not any(each.blocks for each in self.diagnoses)


def produce(
    case: Case,
    profile: Profile,
    workspace: Workspace,
    kinds: Iterable[Kind],
    *,
    day: date,
    output: Path | None = None,
    draft: bool = False,
    overwrite: bool = False,
    author: str | None = None,
    reader: str | None = None,
    keep_comments: bool = False,
) -> Produced:
    """Make the documents of some kinds for a case, dated ``day``.

    A document that lacks a value, may not go to its reader, or was changed by hand is not
    written; the others are. With ``draft``, what is missing is a highlighted gap. ``reader`` is
    the full name of the one to whom the documents go, instead of to all. With ``keep_comments``
    the templates' review comments stay, and a note says so. Raises ``WriteError`` or
    ``ConflictError`` when the folder cannot be written to: then none is; ``WrongUseError`` for a
    reader whom nobody knows.
    """
    if case.closed:
        return Produced((), tuple(diagnoses_of(case.closed, Places({}))), ())
    is_read = unless_broken(lambda: {each.sha256 for each in case.forms_read}, set())
    output_folder = OutputFolder(output or case.folder / DOCUMENTS, is_read)
    gate = Gate(case, profile, workspace.root, day, draft, author)
    maker = _Renderer(gate, workspace, output_folder, overwrite, reader, keep_comments)
    maker.prefix = f"{case.number}-" if output else ""
    return maker.make(kinds)


@mutable
class _Renderer:
    gate: Gate
    workspace: Workspace
    output_folder: OutputFolder
    overwrite: bool
    reader: str | None = None
    keep_comments: bool = False
    prefix: str = ""

    def __post_init__(self) -> None:
        self.case, self.profile, self.day = self.gate.case, self.gate.profile, self.gate.day
        self.documents: list[Written] = []
        self.made: list[Made] = []
        self.template = ("", "")
        self.missing = MissingValues(self.case, self.workspace.root)
        self.findings: list[Finding] = []
        self.diagnoses: list[Diagnosis] = []
        self.errors: dict[str, SamarbejdeError] = {}
        self.notes: list[str] = []

    def make(self, kinds: Iterable[Kind]) -> Produced:
        for kind in kinds:
            try:
                self._make_kind(kind)
            except BrokenFileError as broken:
                self._note_broken(broken)
            except WrongUseError:
                raise
            except SamarbejdeError as error:
                self.errors[error.message] = error
        if self.reader and not (self.documents or self.errors or self.findings):
            problem = _gets_nothing(self.reader)
            self.errors[problem.message] = problem
        self._close()
        return Produced(
            tuple(self.documents),
            tuple(self._diagnoses()),
            tuple(self.errors.values()),
            tuple(self.notes),
            bool(self.missing.findings()),
        )

    def _close(self) -> None:
        """Write the documents, and file them on the case in the same step; nobody files drafts."""
        if self.gate.draft or not self.made:
            self.output_folder.close()
            return
        with locked(self.case.folder):
            filed = filing(self.case, self.workspace, self.made, self.day)
            self.output_folder.close(*([filed] if filed else []))

    def _make_kind(self, kind: Kind) -> None:
        name = kind.template_for(self.case)
        path = find_template(name, self.workspace.root)
        data = read_template(path)
        self.template = (name, digest_of(data))
        template = compiled(path, data, self.profile.look, keep_comments=self.keep_comments)
        named = list(self._named(kind, template))
        if not named and self.reader is None:
            self._note(kind.why_nobody(self.case, self.profile))
        for recipient, file_name in named:
            status = self._make_one(kind, template, recipient, file_name)
            role = ", ".join(each.role for each in recipient.everyone) if recipient else None
            path = self.output_folder.folder / file_name
            shared = bool(recipient and recipient.others)
            self.documents.append(Written(kind.name, role, path, status, shared))
        if self.keep_comments and template.has_comments and named:
            self.notes.append(_COMMENTS_LEFT.format(name))
        if named and (gone := former_fields(kind, (each.path for each in template.fields()))):
            self.notes.append(_FIELDS_GONE.format(name, listed(gone)))

    def _note(self, why: Nobody) -> None:
        """Tell why a paper has no reader."""
        if why.is_wrong:
            self.errors[why.message] = SamarbejdeError(why.message, why.hint)
        else:
            self.notes.append(f"{why.message} {why.hint}")

    def _named(self, kind: Kind, template: "Template") -> Iterator[tuple[Recipient | None, str]]:
        """Yield the recipients who get the paper, with the names of their files."""
        if self.reader is None:
            everyone = self.gate.addressed(kind, template)
        else:
            everyone = list(kind.readers_of(self.case, self.profile, self.day))
        wanted = self._wanted(kind, everyone)
        readers = (wanted.get(n, each) for n, each in enumerate(everyone))
        end = "-kladde.docx" if self.gate.draft else ".docx"
        for at, (recipient, stem) in enumerate(file_stems(self.case, kind, readers, self.prefix)):
            if at in wanted:
                yield recipient, f"{stem}{end}"

    def _wanted(
        self, kind: Kind, everyone: Sequence[Recipient | None]
    ) -> dict[int, Recipient | None]:
        if self.reader is None:
            return dict(enumerate(everyone))
        if self.profile.department(self.reader):
            return {n: each for n, each in enumerate(everyone) if _is_named(each, self.reader)}
        who = known_reader(self.case, self.profile, self.reader, self.day)
        as_what = reader_role(self.case, self.profile, who.name, self.day)
        is_meant = kind.is_for(as_what) and kind.concerns(self.case, self.profile, who.name)
        if who.refusal is None and not is_meant:
            return {}
        refused = who.refusal or kind.refused(self.case, self.profile, who, self.day)
        return {**only_for(everyone, replace(who, refusal=refused))}

    def _make_one(
        self, kind: Kind, template: "Template", recipient: Recipient | None, file_name: str
    ) -> Status:
        made = self.gate.paper(kind, template, recipient)
        if isinstance(made, Blocked):
            self._note_blocked(made)
            return Status.REFUSED
        self._note_diagnoses(made.remarks)
        status = self.output_folder.put(file_name, made.data, overwrite=self.overwrite)
        if status is Status.KEPT:
            error = changed_by_hand(self.output_folder.folder / file_name)
            self.errors[error.message] = error
        else:
            for each in recipient.everyone if recipient else (None,):
                paper = _made(kind, each, file_name, made.data, self.template)
                self.made.append(stating(paper, self.case, self.profile, kind.tells))
        return status

    def _note_blocked(self, blocked: Blocked) -> None:
        self._note_diagnoses((*blocked.reasons, *blocked.remarks))
        if blocked.missing:
            self.missing.add(blocked.missing)
        if blocked.error:
            self.errors[blocked.error.message] = blocked.error

    def _note_diagnoses(self, found: Iterable[Diagnosis]) -> None:
        self.diagnoses += [each for each in found if each not in self.diagnoses]

    def _note_broken(self, broken: BrokenFileError) -> None:
        """Note what is wrong with a file, or that the case has none of its name."""
        file = self.case.files.get(broken.stem)
        found = file.findings if file else ()
        self.findings += [each for each in found if each not in self.findings]
        if file is None:
            self.errors[broken.message] = broken

    def _diagnoses(self) -> list[Diagnosis]:
        found = diagnoses_of([*self.findings, *self.missing.findings()], self.gate.places)
        found += self.diagnoses
        return sorted(found, key=lambda each: (each.file, each.place.line, each.place.column))


def _made(
    kind: Kind, recipient: Recipient | None, file_name: str, data: bytes, template: tuple[str, str]
) -> Made:
    made = Made(kind.stem, file_name, digest_of(data), None, None, None, *template)
    if recipient is None:
        return made
    channel = recipient.channel.value
    return replace(made, recipient=recipient.name, role=recipient.role, channel=channel)


def _is_named(recipient: Recipient | None, name: str) -> bool:
    return recipient is not None and recipient.name.casefold() == name.casefold()


def _gets_nothing(reader: str) -> SamarbejdeError:
    return SamarbejdeError(
        f"{reader} skal ikke have noget af det, du bad om.",
        "Uden --for bliver der lavet papirer til alle, der skal have dem.",
    )
