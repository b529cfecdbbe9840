"""The letters of one case: made in memory, with what is in the way of each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from functools import cached_property
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import cast

from samarbejde_cli import codes, word
from samarbejde_cli.actions.batch.grouping import folder_of
from samarbejde_cli.actions.batch.job import Job
from samarbejde_cli.actions.batch.plan import Obstacle, PlannedLetter, hash_of
from samarbejde_cli.actions.validate import Places, diagnosis
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case
from samarbejde_cli.documents.catalogue import Kind
from samarbejde_cli.documents.context import Context
from samarbejde_cli.documents.kind import Nobody
from samarbejde_cli.documents.missing import MissingValues
from samarbejde_cli.documents.privacy import Guard, limited
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.findings import Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.report.diagnosis import Diagnosis
from samarbejde_cli.report.findings import shown_path
from samarbejde_cli.routes import route_text
from samarbejde_cli.rules.engine.judge import Judged, judge, weigh, weigh_file

_BLOCKING_FAMILIES = frozenset("014")
"""Files, form and consent: with a finding there, nobody gets a letter from the case."""
_BLOCKING = frozenset({codes.SAME_NAME})
"""Two people of one name, of whom the wrong one could get the letter."""
_STOPS_MANY = frozenset(
    {codes.INVITED_TO_THE_PAST, codes.CPR_IN_FREE_TEXT, codes.PERSONAL_DATA_IN_FOLDER_NAME}
)
"""What one letter may be made with and many not, whatever weight it has: an invitation to a day
that is past, a CPR number in free text, something personal in the folder's name. A reason, on the
line or in the settings, lets it by."""
_JUDGED_BY_LETTER = frozenset(
    {codes.PARTICIPANT_WITHOUT_CONSENT, codes.MUST_NOT_BE_EXCHANGED, codes.PLAN_TO_WITHOUT_CONSENT}
)
"""Whom the consent does not cover and what it keeps back: decided for each letter by itself."""
_TOLD = (Weight.ERROR, Weight.WARNING)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of a case with its bytes; a blocked one has none."""

    planned: PlannedLetter
    data: bytes = field(default=b"", repr=False)


@dataclass
class CaseAtWork:
    """Makes the letters of one case. May raise ``BrokenFileError`` where a file is asked for."""

    job: Job
    case: Case

    @cached_property
    def profile(self) -> Profile:
        """The settings that count for the case."""
        return self.job.workspace.profile_of(self.case)[0]

    @cached_property
    def sha256(self) -> str:
        """One hash of all the case's files, as they were read."""
        return hash_of((stem, file.source.digest) for stem, file in self.case.files.items())

    @cached_property
    def obstacles(self) -> tuple[Obstacle, ...]:
        """What keeps every letter of the case from being made."""
        found = self._blocking(each for each in self._judged if _may_block(each))
        return found or unless_broken(lambda: self._unaddressed, ())

    @property
    def _unaddressed(self) -> tuple[Obstacle, ...]:
        """The papers that nobody would get although somebody should."""
        with_readers = {kind.name for kind, _, _ in self.recipients}
        why = [
            kind.unaddressed(self.case, self.profile)
            for kind in self.job.papers
            if kind.name not in with_readers
        ]
        return tuple(_nobody(each) for each in why if each.is_wrong)

    @cached_property
    def remarks(self) -> tuple[str, ...]:
        """The codes of the errors and warnings in the case that block no letter."""
        codes = {each.rule.code for each in self._judged if each.weight in _TOLD}
        return tuple(sorted(codes - {each.code for each in self.obstacles}))

    def letters(self) -> Iterator[Letter]:
        """Yield all letters of the case, in the order of papers and recipients."""
        for kind, recipient, name in self.recipients:
            yield self._letter(kind, recipient, name)

    def again(self, letters: Mapping[str, PlannedLetter]) -> Iterator[tuple[PlannedLetter, bytes]]:
        """Yield planned letters, by their files, with their bytes, where those are as planned.

        The very bytes were held against everything that keeps a letter back when they were planned.
        """
        for kind, recipient, name in self.recipients:
            planned = letters.get(name)
            if planned is None:
                continue
            try:
                data = self._rendered(kind, self._context(kind, recipient))
            except word.TemplateError:
                continue
            if sha256(data).hexdigest() == planned.sha256:
                yield planned, data

    def planned(self) -> tuple[PlannedLetter, ...]:
        """Return all letters of the case, made in memory unless something keeps all of them."""
        made = self.listed() if self.obstacles else (each.planned for each in self.letters())
        return tuple(made)

    def listed(self) -> Iterator[PlannedLetter]:
        """Yield the letters without making them: those of a case that is blocked."""
        for kind, recipient, name in self.recipients:
            yield self._planned(kind, recipient, name)

    @cached_property
    def _judged(self) -> list[Judged]:
        own = self.job.workspace.profile_of(self.case)[1]
        found = [weigh_file(each, self.profile) for each in own]
        return found + judge(self.case, self.profile, self.job.day)

    @cached_property
    def _guard(self) -> Guard:
        return Guard(self.case, self.profile, self.job.day)

    @cached_property
    def _places(self) -> Places:
        return Places({source.path: source for source in self.case.sources()})

    @cached_property
    def recipients(self) -> list[tuple[Kind, Recipient | None, str]]:
        """Who gets what, with the letter's file."""
        people: dict[str, list[str]] = {}
        return [
            (kind, recipient, name)
            for kind in self.job.papers
            for recipient, name in self._named(kind, people)
        ]

    def _named(
        self, kind: Kind, people: dict[str, list[str]]
    ) -> Iterator[tuple[Recipient | None, str]]:
        """Yield the recipients with the files of their letters.

        ``people`` are those of each role so far, over all papers: a folder is one person's.
        """
        seen: Counter[str] = Counter()
        for recipient in kind.recipients(self.case, self.profile, self.job.day):
            parts, number = [self.case.number, f"runde-{self.case.record.round}", kind.stem], 1
            if recipient:
                seen[recipient.role] += 1
                number = seen[recipient.role]
                parts += [recipient.role, *([str(number)] if number > 1 else [])]
            who = _number_of(recipient, people) if recipient else 1
            folder = folder_of(self.job.group, self.case.number, kind, recipient, who)
            yield recipient, f"{folder}/{'-'.join(parts)}.docx".lstrip("/")

    def _letter(self, kind: Kind, recipient: Recipient | None, name: str) -> Letter:
        if recipient and recipient.refusal:
            found = (weigh_file(recipient.refusal, None),)
            return Letter(self._planned(kind, recipient, name, obstacles=self._told(found)))
        if problem := self.job.unusable.get(kind.template_for(self.case)):
            return Letter(self._planned(kind, recipient, name, obstacles=(problem,)))
        context = self._context(kind, recipient)
        try:
            data = self._rendered(kind, context)
        except word.TemplateError as error:
            obstacles = self._lacking(error, context, kind, recipient)
            return Letter(self._planned(kind, recipient, name, obstacles=obstacles))
        if obstacles := self._remarked(kind, recipient, data):
            return Letter(self._planned(kind, recipient, name, obstacles=obstacles))
        return Letter(self._planned(kind, recipient, name, data), data)

    def _planned(
        self,
        kind: Kind,
        recipient: Recipient | None,
        name: str,
        data: bytes = b"",
        obstacles: tuple[Obstacle, ...] = (),
    ) -> PlannedLetter:
        return PlannedLetter(
            case=self.case.number,
            kind=kind.name,
            role=recipient.role if recipient else None,
            recipient=_reference(recipient) if recipient else None,
            channel=recipient.channel.value if recipient else None,
            template=kind.template_for(self.case),
            file=name,
            sha256=sha256(data).hexdigest() if data else "",
            size=len(data),
            obstacles=obstacles,
        )

    def _context(self, kind: Kind, recipient: Recipient | None) -> Context:
        found = kind.context(self.case, self.profile, recipient, self.job.day)
        return cast("Context", limited(found, kind, recipient))

    def _rendered(self, kind: Kind, context: Context) -> bytes:
        about = word.Properties(
            title=context["dokument"]["titel"],
            author=self.profile.municipality,
            subject=self.profile.municipality,
            created=datetime.combine(self.job.day, time()),
        )
        template = self.job.template(kind.template_for(self.case), self.profile.look)
        return kind.finish(template.render(context, properties=about), context)

    def _lacking(
        self,
        error: word.TemplateError,
        context: Context,
        kind: Kind,
        recipient: Recipient | None,
    ) -> tuple[Obstacle, ...]:
        """Return what a letter lacks, with its places, and what is wrong in its template."""
        missing = MissingValues(self.case, self.job.workspace.root)
        left = missing.note(error.mistakes, context, kind, recipient)
        found = self._told(weigh_file(each, None) for each in missing.findings())
        if not left:
            return found
        problem = word.TemplateError(left)
        return (*found, Obstacle("", Weight.ERROR, "", 0, 0, problem.message, problem.hint))

    def _remarked(
        self, kind: Kind, recipient: Recipient | None, data: bytes
    ) -> tuple[Obstacle, ...]:
        """Return what keeps a finished letter back: leaks, and remarks that count for many."""
        leaks = self._guard.leaks(data, kind, recipient)
        found = chain(leaks, kind.remarks(self.case, self.profile, self.job.day))
        judged = (weigh(each, self.case, self.profile) for each in found)
        return self._blocking(each for each in judged if each)

    def _blocking(self, found: Iterable[Judged]) -> tuple[Obstacle, ...]:
        told = (diagnosis(each, self._places) for each in found)
        stops = (each for each in told if each.blocks or _stops_many(each))
        return tuple(obstacle(each, self.job.workspace.root) for each in stops)

    def _told(self, found: Iterable[Judged]) -> tuple[Obstacle, ...]:
        told = (diagnosis(each, self._places) for each in found)
        return tuple(obstacle(each, self.job.workspace.root) for each in told)


def obstacle(told: Diagnosis, root: Path) -> Obstacle:
    """Return a diagnosis as what is in a letter's way; ``root`` is the workspace."""
    place = told.place
    return Obstacle(
        code=told.code,
        weight=told.weight,
        file=shown_path(told.file, root),
        line=place.line,
        column=place.column,
        message=told.message,
        hint=told.hint,
    )


def _nobody(why: Nobody) -> Obstacle:
    return Obstacle("", Weight.ERROR, "", 0, 0, why.message, why.hint)


def _stops_many(told: Diagnosis) -> bool:
    return told.code in _STOPS_MANY and not told.reason


def _may_block(judged: Judged) -> bool:
    code = judged.rule.code
    if code in _STOPS_MANY:
        return True
    if code in _JUDGED_BY_LETTER or not judged.weight.blocks:
        return False
    return code[3] in _BLOCKING_FAMILIES or code in _BLOCKING


def _number_of(recipient: Recipient, people: dict[str, list[str]]) -> int:
    """Return a person's number among those of one role."""
    known, name = people.setdefault(recipient.role, []), recipient.name.casefold()
    if name not in known:
        known.append(name)
    return known.index(name) + 1


def _reference(recipient: Recipient) -> str:
    """Return where a recipient stands, without the name: ``team.personer[4]``."""
    return f"{recipient.location.file.stem}.{route_text(recipient.location.route)}"
