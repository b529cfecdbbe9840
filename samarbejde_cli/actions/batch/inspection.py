"""Search finished files for data that belongs to other cases."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from samarbejde_cli.actions.batch.tokens import (
    Index,
    is_cpr,
    texts_in,
    tokens_of,
    words_in_part,
    words_of,
)
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.files.find import CASES_FOLDER

_REMEMBERED = 1024


class Trouble(StrEnum):
    """What can be wrong with a mailing."""

    UNFINISHED = "kørslen er ikke færdig"
    LOST = "filen er væk"
    CHANGED = "filen er ikke den, der blev skrevet"
    UNKNOWN = "filen står ikke i manifestet"
    STALE = "er ældre end sagen, som nu siger noget andet"
    FOREIGN = "rummer oplysninger fra en anden sag"
    OUTSIDE = "henter noget udefra, når den åbnes"
    UNSAFE = "kan ikke åbnes sikkert"
    TEMPLATE = "skabelonen kan ikke læses, så dens egne ord kan ligne en anden sags oplysninger"
    TABLE = "passer ikke med manifest.json"
    COUNTS = "har ikke de breve, som den selv siger"
    UNSEARCHED = "sagen kan ikke læses, så der er ikke søgt efter dens navne og numre"
    ELSEWHERE = "sagen er ikke i denne arbejdsmappe"


@dataclass(frozen=True, slots=True)
class Irregularity:
    """Something wrong: where, what, and more about it; never the token itself."""

    file: str
    trouble: Trouble
    detail: str = ""


@dataclass
class Inspection:
    """What workers need to look at files; a plain value that processes may share.

    ``common`` is the text that any letter may hold: of the settings and the templates.
    ``renumbered`` gives the numbers that cases have now by those that they had before.
    """

    workspace: Workspace
    folder: Path
    index: Index = field(default_factory=Index)
    common: str = ""
    renumbered: Mapping[str, str] = field(default_factory=dict)
    _clean: set[bytes] = field(default_factory=set)
    _own: "_OwnText | None" = None

    def look(self, case: str, data: bytes) -> Iterator[tuple[str, str]]:
        """Yield the foreign tokens in a Word file, each with the part that contains it.

        Raises ``BadZipFile`` when it is no package.
        """
        for name, content in texts_in(data):
            digest = sha256(f"{name}\0".encode() + content).digest()
            if digest in self._clean:
                continue
            found = self.index.found_in(words_in_part(name, content))
            if not found and len(self._clean) < _REMEMBERED:
                self._clean.add(digest)
            yield from ((name, token) for token in self.foreign(case, found))

    def foreign(self, case: str, tokens: Iterable[str]) -> list[str]:
        """Return those of the given tokens that belong only to other cases.

        Text from the case, the settings or a template is not suspicious; a CPR
        number in the settings or a template is.
        """
        own = self._own if self._own and self._own.case == case else self._own_text(case)
        self._own = own  # the next file is mostly of the same case
        others = (each for each in tokens if not self.index.is_of(each, case))
        return sorted(
            token
            for token in others
            if f" {token} " not in own.text and (is_cpr(token) or f" {token} " not in self.common)
        )

    def _own_text(self, case: str) -> "_OwnText":
        return _OwnText(self.workspace, case, self.renumbered.get(case, case))

    def whose(self, token: str, part: str) -> str:
        """Describe a token without quoting it: its type, its case and where it was found."""
        owner = self.index.owner(token)
        owner = self.renumbered.get(owner, owner)
        case = load_case(self.workspace.root / CASES_FOLDER / owner)
        return f"{tokens_of(case).get(token, 'oplysning')} fra sag {owner} i {part}"


@dataclass
class _OwnText:
    workspace: Workspace
    case: str
    present: str

    @cached_property
    def text(self) -> str:
        sources = load_case(self.workspace.root / CASES_FOLDER / self.present).sources()
        return spaced(" ".join((self.case, *(source.text for source in sources))))


def spaced(text: str) -> str:
    """Return the words of a text, each surrounded by single spaces."""
    return f" {' '.join(words_of(text))} "
