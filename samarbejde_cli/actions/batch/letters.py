"""The letters of one case: made in memory, with what blocks each of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from hashlib import blake2b, sha256
from pathlib import Path
from typing import TYPE_CHECKING, cast

from samarbejde_cli.actions.batch.job import Group, Job, folder_of
from samarbejde_cli.actions.batch.plan import Obstacle, PlannedLetter, failure, hash_of
from samarbejde_cli.actions.diagnosing import diagnosis
from samarbejde_cli.actions.papers import Blocked, Gate, Paper, file_stems
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case
from samarbejde_cli.documents.catalogue import Kind
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.findings import Diagnosis, Weight
from samarbejde_cli.lazy import mutable
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.routes import route_text
from samarbejde_cli.rules.engine.judge import Judged, judge, weigh_file
from samarbejde_cli.rules.engine.registry import rule_of
from samarbejde_cli.rules.engine.rule import Letters

if TYPE_CHECKING:
    from samarbejde_cli.word import Template

_COUNTED = (Weight.ERROR, Weight.WARNING)


@mutable
class CaseLetters:
    """The letters of one case. May raise ``BrokenFileError`` where a file is asked for."""

    job: Job
    case: Case
    made: dict[str, bytes] = field(default_factory=dict)
    """The letters that were made for the plan and may be sent, by their files."""

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
        """What blocks every letter of the case."""
        found = self._blocking(each for each in self._judged if _is_possible_obstacle(each))
        return found or unless_broken(lambda: self._unaddressed, ())

    @property
    def _unaddressed(self) -> tuple[Obstacle, ...]:
        """The papers that nobody would get although somebody should."""
        with_readers = {kind.name for kind, _, _ in self.recipients}
        why = [
            kind.why_nobody(self.case, self.profile)
            for kind in self.job.papers
            if kind.name not in with_readers
        ]
        return tuple(failure(each.message, each.hint) for each in why if each.is_wrong)

    @cached_property
    def remarks(self) -> tuple[str, ...]:
        """The codes of the errors and warnings in the case that block no letter."""
        codes = {each.rule.code for each in self._judged if each.weight in _COUNTED}
        return tuple(sorted(codes - {each.code for each in self.obstacles}))

    @property
    def person(self) -> bytes:
        """A fingerprint of the person the case is about, which does not reveal the number.

        It is empty for a case that has ended or whose number cannot be read.
        """
        record = unless_broken(lambda: self.case.record, None)
        if record is None or record.step.is_end:
            return b""
        return blake2b(record.youth.cpr.encode(), key=self.job.secret, digest_size=16).digest()

    def again(self, letters: Mapping[str, PlannedLetter]) -> Iterator[tuple[PlannedLetter, bytes]]:
        """Yield planned letters, by their files, with their bytes, where those are as planned.

        These exact bytes passed every check when they were planned.
        """
        for kind, recipient, name in self.recipients:
            planned = letters.get(name)
            if planned is None:
                continue
            data = self._gate.again(kind, self._template(kind), recipient, planned.sha256)
            if data is not None:
                yield planned, data

    def planned(self) -> tuple[PlannedLetter, ...]:
        """Return all letters of the case, made in memory unless the whole case is blocked."""
        plan = self._planned if self.obstacles else self._made
        return tuple(plan(*each) for each in self.recipients)

    @cached_property
    def _judged(self) -> list[Judged]:
        own = self.job.workspace.profile_of(self.case)[1]
        found = [weigh_file(each, self.profile) for each in own]
        return found + judge(self.case, self.profile, self.job.day)

    @cached_property
    def _gate(self) -> Gate:
        return Gate(self.case, self.profile, self.job.workspace.root, self.job.day)

    def _template(self, kind: Kind) -> "Template":
        return self.job.template(kind.template_for(self.case), self.profile.look)

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
        everyone = self._addressed(kind)
        is_shared = kind.enclosed and everyone == [None]
        for recipient, stem in file_stems(self.case, kind, everyone, f"{self.case.number}-"):
            who = _number_of(recipient, people) if recipient else 1
            folder = folder_of(
                self.job.group, self.case.number, recipient, who, is_shared=is_shared
            )
            yield recipient, f"{folder}/{stem}.docx".lstrip("/")

    def _addressed(self, kind: Kind) -> Sequence[Recipient | None]:
        """Return the recipients; when the template cannot be used, all copies are blocked."""
        if kind.template_for(self.case) in self.job.unusable:
            return kind.readers_of(self.case, self.profile, self.job.day)
        alone = self.job.group is Group.RECIPIENT
        return self._gate.addressed(kind, self._template(kind), is_sent=True, alone=alone)

    def _made(self, kind: Kind, recipient: Recipient | None, name: str) -> PlannedLetter:
        if problem := self.job.unusable.get(kind.template_for(self.case)):
            return self._planned(kind, recipient, name, obstacles=(problem,))
        made = self._gate.paper(kind, self._template(kind), recipient)
        if obstacles := self._obstacles_to(made):
            return self._planned(kind, recipient, name, obstacles=obstacles)
        return self._planned(kind, recipient, name, cast("Paper", made).data)

    def _obstacles_to(self, made: Paper | Blocked) -> tuple[Obstacle, ...]:
        """Return what blocks a letter: the gate's reasons, and remarks that block bulk letters."""
        found = [each for each in made.remarks if _is_obstacle_to_many(each)]
        if isinstance(made, Paper):
            return self._as_obstacles(found)
        lacking = made.missing.findings() if made.missing else ()
        gaps = [diagnosis(weigh_file(each, None), self._gate.places) for each in lacking]
        wrong = (failure(made.error.message, made.error.hint),) if made.error else ()
        return (*self._as_obstacles([*made.reasons, *found, *gaps]), *wrong)

    def _planned(
        self,
        kind: Kind,
        recipient: Recipient | None,
        name: str,
        data: bytes = b"",
        obstacles: tuple[Obstacle, ...] = (),
    ) -> PlannedLetter:
        if data:
            self.made[name] = data
        return PlannedLetter(
            case=self.case.number,
            kind=kind.name,
            role=recipient.file_word if recipient else None,
            recipient=_reference(recipient) if recipient else None,
            channel=recipient.channel.value if recipient else None,
            template=kind.template_for(self.case),
            file=name,
            sha256=sha256(data).hexdigest() if data else "",
            size=len(data),
            obstacles=obstacles,
        )

    def _blocking(self, found: Iterable[Judged]) -> tuple[Obstacle, ...]:
        diagnoses = (diagnosis(each, self._gate.places) for each in found)
        return self._as_obstacles(
            each for each in diagnoses if each.blocks or _is_obstacle_to_many(each)
        )

    def _as_obstacles(self, found: Iterable[Diagnosis]) -> tuple[Obstacle, ...]:
        return tuple(obstacle(each, self.job.workspace.root) for each in found)


def obstacle(found: Diagnosis, root: Path) -> Obstacle:
    """Convert a diagnosis to an obstacle for a letter; ``root`` is the workspace."""
    place = found.place
    return Obstacle(
        code=found.code,
        weight=found.weight,
        file=shown_path(found.file, root),
        line=place.line,
        column=place.column,
        message=found.message,
        hint=found.hint,
    )


def data_hash(files: Mapping[str, bytes | None]) -> str:
    """Return the hash of a case's files by their stems, as ``CaseLetters.sha256`` has it."""
    digests = {
        stem: sha256(raw).hexdigest() if raw is not None else "" for stem, raw in files.items()
    }
    return hash_of(digests.items())


def _is_obstacle_to_many(found: Diagnosis) -> bool:
    return rule_of(found.code).stops_letters is Letters.FOR_MANY and not found.reason


def _is_possible_obstacle(judged: Judged) -> bool:
    stops = judged.rule.stops_letters
    return stops is Letters.FOR_MANY or (stops is Letters.ALWAYS and judged.weight.blocks)


def _number_of(recipient: Recipient, people: dict[str, list[str]]) -> int:
    """Return a person's number among those of one role."""
    known, name = people.setdefault(recipient.file_word, []), recipient.name.casefold()
    if name not in known:
        known.append(name)
    return known.index(name) + 1


def _reference(recipient: Recipient) -> str:
    """Return where a recipient is written, without the name: ``team.personer[4]``."""
    places = (each.location for each in recipient.everyone)
    return ", ".join(f"{each.file.stem}.{route_text(each.route)}" for each in places)
