"""The single gate for outgoing papers: one paper for one recipient, or why it is withheld.

Every command that makes papers goes through here: what a reader may see is decided once.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from datetime import date, datetime, time
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from samarbejde_cli import word
from samarbejde_cli.actions.diagnosing import Places, diagnosis
from samarbejde_cli.case.case import Case
from samarbejde_cli.documents.context import Context
from samarbejde_cli.documents.form import stamped
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.documents.line_numbers import line_numbers
from samarbejde_cli.documents.memoised import for_the_same
from samarbejde_cli.documents.missing import MissingValues
from samarbejde_cli.documents.privacy import Guard, limited
from samarbejde_cli.documents.recipients import Channel, Recipient
from samarbejde_cli.files.write import digest_of
from samarbejde_cli.findings import Diagnosis, Finding
from samarbejde_cli.lazy import frozen, mutable
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.judge import weigh, weigh_file

if TYPE_CHECKING:
    from samarbejde_cli.word import Template

DRAFT_MARK = "KLADDE"
"""The word on every page of a paper that is not to leave."""


@frozen
class Paper:
    """A finished paper, and what is worth knowing about it although it may leave."""

    data: bytes
    remarks: tuple[Diagnosis, ...] = ()


@frozen
class Blocked:
    """Why a paper may not leave.

    ``reasons`` are findings that keep it back, ``remarks`` others. ``missing`` holds the values
    that it lacks, ``error`` what is wrong with its template.
    """

    reasons: tuple[Diagnosis, ...] = ()
    remarks: tuple[Diagnosis, ...] = ()
    missing: MissingValues | None = None
    error: word.TemplateError | None = None


@mutable
class Gate:
    """Makes the papers of one case, dated ``day``. ``root`` is the workspace.

    With ``draft``, what is missing is a highlighted gap, and every page says so. May raise
    ``BrokenFileError`` where a file of the case is asked for.
    """

    case: Case
    profile: Profile
    root: Path
    day: date
    draft: bool = False
    author: str | None = None
    _noted: dict[str, tuple[Diagnosis, ...]] = field(default_factory=dict)

    def paper(
        self, kind: Kind, template: "Template", recipient: Recipient | None
    ) -> Paper | Blocked:
        """Return a paper for a recipient, or why there is none."""
        remarks = self._remarks(kind)
        if stops := _blocking(remarks):
            return Blocked(stops)
        if recipient and recipient.refusal:
            return Blocked((diagnosis(weigh_file(recipient.refusal, None), self.places),))
        context = self.context(kind, recipient)
        try:
            data = self._rendered(
                kind, template, context, draft=self.draft, is_copy=bool(recipient)
            )
        except word.TemplateError as error:
            return self._lacking(error, context, kind, recipient)
        leaks = self._judged(self._guard.leaks(data, kind, recipient))
        if stops := _blocking(leaks):
            return Blocked(stops, tuple(each for each in leaks if not each.blocks))
        return Paper(data, (*leaks, *remarks))

    def again(
        self, kind: Kind, template: "Template", recipient: Recipient | None, sha256: str
    ) -> bytes | None:
        """Return a paper that went through the gate before; None unless it has the same bytes."""
        try:
            context = self.context(kind, recipient)
            data = self._rendered(
                kind, template, context, draft=self.draft, is_copy=bool(recipient)
            )
        except word.TemplateError:
            return None
        return data if digest_of(data) == sha256 else None

    def addressed(
        self, kind: Kind, template: "Template", *, is_sent: bool = False, alone: bool = False
    ) -> list[Recipient | None]:
        """Return whom the paper's copies go to; those whose copies would be equal share one.

        Where there is a complete copy, nobody gets another that is equal to it; but of a paper
        that ``is_sent`` along with letters, all get one when somebody may not have the complete
        one. With ``alone`` nobody shares.
        """
        found = list(kind.readers_of(self.case, self.profile, self.day))
        if None not in found or found == [None]:
            return found
        try:
            complete = self._draft(kind, template, None)
            copies = [(self._draft(kind, template, each), each) for each in found if each]
        except word.TemplateError:
            return found
        limited_ones = [each for each in copies if each[0] != complete]
        given = copies if is_sent and kind.enclosed and limited_ones else limited_ones
        if alone:
            return [None, *(each for _, each in given)]
        shared: dict[tuple[bytes, Channel], list[Recipient]] = {}
        for copy, each in given:
            shared.setdefault((copy, each.channel), []).append(each)
        return [None, *map(_joint, shared.values())]

    def _draft(self, kind: Kind, template: "Template", recipient: Recipient | None) -> bytes:
        context = self.context(kind, recipient)
        return self._rendered(kind, template, context, draft=True, is_copy=bool(recipient))

    @cached_property
    def places(self) -> Places:
        """Where the findings about the case are in its files."""
        return Places({source.path: source for source in self.case.sources()})

    @cached_property
    def _guard(self) -> Guard:
        return Guard(self.case, self.profile, self.day)

    def context(self, kind: Kind, recipient: Recipient | None) -> Context:
        """Return what a paper is printed with: what its reader may have."""
        return limited(self.case, self.profile, kind, recipient, self.day)

    def _rendered(
        self, kind: Kind, template: "Template", context: Context, *, draft: bool, is_copy: bool
    ) -> bytes:
        core = properties(self.profile, context["dokument"]["titel"], self.day, self.author)
        stamp = partial(self._stamped, kind, context, is_copy) if kind.form else None
        numbers = line_numbers(kind.form.lines(context)) if kind.form else {}
        data = template.render(
            context, draft=draft, properties=core, custom=stamp, line_numbers=numbers
        )
        data = kind.finish(data, context)
        return word.mark_pages(data, DRAFT_MARK) if self.draft else data

    def _stamped(
        self,
        kind: Kind,
        context: Context,
        is_copy: bool,  # noqa: FBT001 — of a partial
        texts: word.PrintedTexts,
    ) -> dict[str, str]:
        """Return what a form says of itself."""
        if kind.form is None:
            return {}
        if self.draft:
            texts = replace(texts, margins=(*texts.margins, DRAFT_MARK))
        where = self.case, kind.stem, self.profile.municipality
        return stamped(*where, kind.form, context, texts, is_copy=is_copy)

    def _lacking(
        self,
        error: word.TemplateError,
        context: Context,
        kind: Kind,
        recipient: Recipient | None,
    ) -> Blocked:
        missing = MissingValues(self.case, self.root)
        left = missing.note(error.mistakes, context, kind, recipient)
        return Blocked(missing=missing, error=word.TemplateError(left) if left else None)

    def _remarks(self, kind: Kind) -> tuple[Diagnosis, ...]:
        """Return what is worth a note about all copies of a paper."""
        if kind.name not in self._noted:
            found = kind.remarks(self.case, self.profile, self.day)
            self._noted[kind.name] = self._judged(found)
        return self._noted[kind.name]

    def _judged(self, findings: Iterable[Finding]) -> tuple[Diagnosis, ...]:
        """Return findings with the municipality's own weight.

        What a line or the settings allow was read when it was allowed: it is left out.
        """
        judged = (weigh(finding, self.case, self.profile) for finding in findings)
        found = (diagnosis(each, self.places) for each in judged if each)
        return tuple(each for each in found if each.blocks or not each.reason)


def _joint(people: Sequence[Recipient]) -> Recipient:
    """Return the recipient of a copy that some people share."""
    return replace(people[0], others=tuple(people[1:]))


def _blocking(found: Iterable[Diagnosis]) -> tuple[Diagnosis, ...]:
    return tuple(each for each in found if each.blocks)


def properties(
    profile: Profile, title: str, day: date, author: str | None = None
) -> word.Properties:
    """Return the metadata of a paper's file; the author is the municipality by default."""
    return _properties(profile, title, day, author)


@for_the_same
def _properties(profile: Profile, title: str, day: date, author: str | None) -> word.Properties:
    return word.Properties(
        title=title,
        author=author or profile.municipality,
        subject=profile.municipality,
        created=datetime.combine(day, time()),
    )


def file_stems(
    case: Case, kind: Kind, recipients: Iterable[Recipient | None], prefix: str
) -> Iterator[tuple[Recipient | None, str]]:
    """Yield recipients with the stems of their files; a second one in a role gets a number."""
    seen: Counter[str] = Counter()
    for recipient in recipients:
        parts = [f"{prefix}runde-{case.record.round}", kind.stem]
        if recipient:
            seen[recipient.file_word] += 1
            number = seen[recipient.file_word]
            parts += [recipient.file_word, *([str(number)] if number > 1 else [])]
        yield recipient, "-".join(parts)
