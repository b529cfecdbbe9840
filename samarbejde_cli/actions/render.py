"""Make documents: choose the template, render it for each recipient, write what may be written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from samarbejde_cli import word
from samarbejde_cli.actions.output_folder import OutputFolder, Status, changed_by_hand
from samarbejde_cli.actions.paper_register import Made, filing, stating
from samarbejde_cli.actions.validate import Places, diagnoses_of, diagnosis
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.broken import BrokenFileError
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.sharing import standing
from samarbejde_cli.documents.catalogue import Kind
from samarbejde_cli.documents.kind import Nobody
from samarbejde_cli.documents.lookup import find_template, read_template
from samarbejde_cli.documents.missing import MissingValues
from samarbejde_cli.documents.privacy import Guard, limited
from samarbejde_cli.documents.readers import known_reader, only_for
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.errors import SamarbejdeError, WrongUseError
from samarbejde_cli.files.write import digest_of, locked
from samarbejde_cli.findings import Finding
from samarbejde_cli.profile.model import Look, Profile
from samarbejde_cli.report.diagnosis import Diagnosis
from samarbejde_cli.rules.engine.judge import weigh

if TYPE_CHECKING:
    from samarbejde_cli.word import Template

DOCUMENTS = "dokumenter"


@dataclass(frozen=True)
class Written:
    """What became of one document; ``recipient`` is a role, never a name."""

    kind: str
    recipient: str | None
    path: Path
    status: Status


@dataclass(frozen=True)
class Produced:
    """What came of it: the documents, what is wrong in the user's files, other obstacles.

    ``notes`` say why a paper rightly has no reader, ``has_gaps`` whether a draft would show more.
    """

    documents: tuple[Written, ...]
    diagnoses: tuple[Diagnosis, ...]
    errors: tuple[SamarbejdeError, ...]
    notes: tuple[str, ...] = ()
    has_gaps: bool = False

    @property
    def paths(self) -> list[Path]:
        """Return where the documents lie that are there."""
        return [each.path for each in self.documents if each.status is not Status.REFUSED]

    @property
    def succeeded(self) -> bool:
        """Whether every document is there as it should be."""
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
) -> Produced:
    """Make the documents of some kinds for a case, dated ``day``.

    A document that lacks a value, may not go to its reader, or was changed by hand is not
    written; the others are. With ``draft``, what is missing is a highlighted gap. ``reader`` is
    the full name of the one to whom the documents go, instead of to all. Raises ``WriteError``
    or ``ConflictError`` when the folder cannot be written to: then none is; ``WrongUseError``
    for a reader whom nobody knows.
    """
    if case.closed:
        return Produced((), tuple(diagnoses_of(case.closed, Places({}))), ())
    shelf = OutputFolder(output or case.folder / DOCUMENTS)
    maker = _Maker(case, profile, workspace, shelf, day, draft, overwrite)
    maker.author = author or profile.municipality
    maker.prefix = f"{case.number}-" if output else ""
    maker.reader = reader
    return maker.make(kinds)


@dataclass
class _Maker:
    case: Case
    profile: Profile
    workspace: Workspace
    shelf: OutputFolder
    day: date
    draft: bool
    overwrite: bool
    author: str = ""
    prefix: str = ""
    reader: str | None = None

    def __post_init__(self) -> None:
        self.documents: list[Written] = []
        self.made: list[Made] = []
        self.template = ("", "")
        self.missing = MissingValues(self.case, self.workspace.root)
        self.findings: list[Finding] = []
        self.told: list[Diagnosis] = []
        self.guard = Guard(self.case, self.profile, self.day)
        self.places = Places({source.path: source for source in self.case.sources()})
        self.errors: dict[str, SamarbejdeError] = {}
        self.notes: list[str] = []

    def make(self, kinds: Iterable[Kind]) -> Produced:
        for kind in kinds:
            try:
                self._make_kind(kind)
            except BrokenFileError as broken:
                self._tell_broken(broken)
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
        if self.draft or not self.made:
            self.shelf.close()
            return
        with locked(self.case.folder):
            filed = filing(self.case, self.workspace, self.made, self.day)
            self.shelf.close(*([filed] if filed else []))

    def _make_kind(self, kind: Kind) -> None:
        name = kind.template_for(self.case)
        data = read_template(find_template(name, self.workspace.root))
        self.template = (name, digest_of(data))
        template = _compiled(data, name, self.profile.look)
        named = list(self._named(kind))
        if not named and self.reader is None:
            self._note(kind.unaddressed(self.case, self.profile))
        remarks = list(kind.remarks(self.case, self.profile, self.day)) if named else []
        stops = self._stops(remarks)
        for recipient, file_name in named:
            status = (
                Status.REFUSED if stops else self._make_one(kind, template, recipient, file_name)
            )
            role = recipient.role if recipient else None
            path = self.shelf.folder / file_name
            self.documents.append(Written(kind.name, role, path, status))
            if status is not Status.REFUSED:
                self._weigh(remarks)

    def _stops(self, remarks: Iterable[Finding]) -> bool:
        """Tell the remarks that keep a whole kind from being made; whether there are any."""
        judged = [(each, weigh(each, self.case, self.profile)) for each in remarks]
        return self._weigh([each for each, how in judged if how and how.weight.blocks])

    def _note(self, why: Nobody) -> None:
        """Tell why a paper has no reader."""
        if why.is_wrong:
            self.errors[why.message] = SamarbejdeError(why.message, why.hint)
        else:
            self.notes.append(f"{why.message} {why.hint}")

    def _named(self, kind: Kind) -> Iterator[tuple[Recipient | None, str]]:
        """Yield the recipients with their files' names; a second one in a role gets a number."""
        seen: Counter[str] = Counter()
        everyone = kind.recipients(self.case, self.profile, self.day)
        wanted = self._wanted(kind, everyone)
        for at, recipient in enumerate(wanted.get(n, each) for n, each in enumerate(everyone)):
            parts = [f"{self.prefix}runde-{self.case.record.round}", kind.stem]
            if recipient:
                seen[recipient.role] += 1
                number = seen[recipient.role]
                parts += [recipient.role, *([str(number)] if number > 1 else [])]
            parts += ["kladde"] if self.draft else []
            if at in wanted:
                yield recipient, f"{'-'.join(parts)}.docx"

    def _wanted(
        self, kind: Kind, everyone: Sequence[Recipient | None]
    ) -> dict[int, Recipient | None]:
        if self.reader is None:
            return dict(enumerate(everyone))
        if self.profile.department(self.reader):
            return {n: each for n, each in enumerate(everyone) if _is_named(each, self.reader)}
        who = known_reader(self.case, self.profile, self.reader, self.day)
        as_what = standing(self.case, self.profile, who.name, self.day)
        if who.refusal is None and not kind.is_for(as_what):
            return {}
        return {**only_for(everyone, who)}

    def _make_one(
        self, kind: Kind, template: "Template", recipient: Recipient | None, file_name: str
    ) -> Status:
        if recipient and recipient.refusal:
            self._tell([recipient.refusal])
            return Status.REFUSED
        data = self._rendered(kind, template, recipient)
        if data is None or self._weigh(self.guard.leaks(data, kind, recipient)):
            return Status.REFUSED
        status = self.shelf.put(file_name, data, overwrite=self.overwrite)
        if status is Status.KEPT:
            error = changed_by_hand(self.shelf.folder / file_name)
            self.errors[error.message] = error
        else:
            made = _made(kind, recipient, file_name, data, self.template)
            self.made.append(stating(made, self.case, self.profile, kind.tells))
        return status

    def _rendered(
        self, kind: Kind, template: "Template", recipient: Recipient | None
    ) -> bytes | None:
        """Return the document, or None when it lacks something: then that is noted."""
        context = limited(
            kind.context(self.case, self.profile, recipient, self.day), kind, recipient
        )
        about = word.Properties(
            title=context["dokument"]["titel"],
            author=self.author,
            subject=self.profile.municipality,
            created=datetime.combine(self.day, time()),
        )
        try:
            data = template.render(context, draft=self.draft, properties=about)
        except word.TemplateError as error:
            left = self.missing.note(error.mistakes, context, kind, recipient)
            if left:
                problem = word.TemplateError(left)
                self.errors[problem.message] = problem
            return None
        return kind.finish(data, context)

    def _tell_broken(self, broken: BrokenFileError) -> None:
        """Note what is wrong with a file, or that the case has none of its name."""
        file = self.case.files.get(broken.stem)
        self._tell(file.findings if file else ())
        if file is None:
            self.errors[broken.message] = broken

    def _tell(self, findings: Iterable[Finding]) -> None:
        self.findings += [each for each in findings if each not in self.findings]

    def _weigh(self, findings: Iterable[Finding]) -> bool:
        """Tell findings with the municipality's own weight; whether one of them blocks."""
        judged = (weigh(finding, self.case, self.profile) for finding in findings)
        found = [diagnosis(each, self.places) for each in judged if each]
        # what a line allows was read when it was allowed: it is not told again with every paper
        self.told += [each for each in found if not each.reason and each not in self.told]
        return any(each.blocks for each in found)

    def _diagnoses(self) -> list[Diagnosis]:
        found = diagnoses_of([*self.findings, *self.missing.findings()], self.places)
        found += self.told
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


@lru_cache(maxsize=64)
def _compiled(data: bytes, name: str, look: Look) -> "Template":
    """Return a template in the municipality's look; a batch compiles each template once."""
    return word.compile_template(data, name, look)
