"""The plan of a mailing: its cases and letters, and the hash that the user approves.

Nothing here contains a name: a recipient is a role and the place in the case's files where the
person is written. Only messages of obstacles may name people; they are shown, never stored.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from hashlib import sha256

from samarbejde_cli.findings import Weight
from samarbejde_cli.lazy import frozen

HASH_LENGTH = 16
"""Hexadecimal digits of a plan's hash that are printed and typed: 64 bits."""


@frozen
class Obstacle:
    """Why a letter is not made: a finding with its place, or an error without one.

    ``file`` is relative to the workspace and empty without a place; a whole file has no line.
    ``message`` and ``hint`` may name people: they are for the screen.
    """

    code: str
    weight: str
    file: str
    line: int
    column: int
    message: str
    hint: str = ""

    @property
    def place(self) -> str:
        """Return ``sager/2026-014/plan.yaml:14:9``; empty without a place."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


def failure(message: str, hint: str, file: str = "") -> Obstacle:
    """Return an obstacle that is an error without a code and without a line."""
    return Obstacle("", Weight.ERROR, file, 0, 0, message, hint)


@frozen
class PlannedLetter:
    """One paper for one recipient, as it was made in memory.

    ``recipient`` says where the person is written (``team.personer[4]``), None for a paper that is
    the same for all; ``role`` and ``channel`` are the words of ``documents.recipients``. ``file``
    is relative to the output folder. ``sha256`` and ``size`` are those of the finished file; a
    letter that is blocked has an empty ``sha256``.
    """

    case: str
    kind: str
    role: str | None
    recipient: str | None
    channel: str | None
    template: str
    file: str
    sha256: str
    size: int
    obstacles: tuple[Obstacle, ...] = ()

    @property
    def is_blocked(self) -> bool:
        """Whether the letter cannot be made."""
        return not self.sha256


@frozen
class PlannedCase:
    """A case that was selected: the hash of its files, its letters, and what is wrong in it.

    ``obstacles`` block all its letters. ``remarks`` are the codes of what the rules found
    besides.
    """

    number: str
    sha256: str
    letters: tuple[PlannedLetter, ...]
    obstacles: tuple[Obstacle, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def ready(self) -> list[PlannedLetter]:
        """Return the letters that can be made."""
        return [letter for letter in self.letters if not letter.is_blocked]

    @property
    def is_hindered(self) -> bool:
        """Whether any of its letters is blocked."""
        return bool(self.obstacles) or any(letter.is_blocked for letter in self.letters)


@frozen
class MailingPlan:
    """Everything that will be made.

    ``profile`` is the hash of the settings, ``templates`` the hash of each template by its name,
    ``tool`` the program's version.
    """

    day: date
    kinds: tuple[str, ...]
    tool: str
    profile: str
    templates: Mapping[str, str]
    cases: tuple[PlannedCase, ...]

    @cached_property
    def hash(self) -> str:
        """The hash that an approval names: of templates, profile, version, data and every file."""
        digest = sha256()
        for line in self._canonical():
            digest.update(json.dumps(line, ensure_ascii=False, sort_keys=True).encode() + b"\n")
        return digest.hexdigest()[:HASH_LENGTH]

    def _canonical(self) -> Iterator[object]:
        yield [self.day.isoformat(), self.kinds, self.tool, self.profile, dict(self.templates)]
        for case in self.cases:
            letters = [[each.file, each.channel, each.sha256] for each in case.letters]
            codes = [each.code for each in case.obstacles]
            yield [case.number, case.sha256, codes, letters]

    @property
    def letters(self) -> Iterator[PlannedLetter]:
        """Yield every letter, blocked ones too, in the order of cases and papers."""
        for case in self.cases:
            yield from case.letters

    @property
    def ready(self) -> Iterator[PlannedLetter]:
        """Yield the letters that can be made."""
        return (letter for letter in self.letters if not letter.is_blocked)

    @property
    def hindered(self) -> Iterator[PlannedCase]:
        """Yield the cases with a blocked letter."""
        return (case for case in self.cases if case.is_hindered)


def hash_of(parts: Iterable[tuple[str, str]]) -> str:
    """Return one hash of named hashes, independent of their order."""
    lines = "".join(f"{name}\0{digest}\n" for name, digest in sorted(parts))
    return sha256(lines.encode()).hexdigest()
