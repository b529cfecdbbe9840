"""Inspect files of a finished mailing: each as it was written, with data of its own case only.

A combined file must be the letters of its table put together, byte for byte: then nothing else is
in it. A PDF made from one cannot be checked so; look at its Word file.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from samarbejde_cli import word
from samarbejde_cli.actions.batch.manifest import LetterState, ManifestEntry
from samarbejde_cli.actions.batch.tokens import Index, is_cpr, tokens_of
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.danish.text import spaced, words_of
from samarbejde_cli.files.write import digest_at, digest_of
from samarbejde_cli.lazy import frozen, mutable

_CLEAN_PARTS = 1024
"""Parts without a token of any case that a worker recognises, so as not to search them again."""
_FOLD = "\r\n "
"""Line folding in a calendar file."""
_KEPT = "Der lå en anden udgave end den, der blev godkendt, og den blev ikke rørt."
_CRASHED = "Programmet gik ned, da det læste den."


class DiscrepancyKind(StrEnum):
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


@frozen
class Discrepancy:
    """Something wrong with a mailing: the file, what it is, and more; never the token itself."""

    file: str
    kind: DiscrepancyKind
    detail: str = ""


@frozen
class Extra:
    """A file beside the letters; ``letters`` are those that a combined file was made from."""

    name: str
    letters: tuple[str, ...] = ()


@mutable
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

    def foreign_in(self, case: str, data: bytes) -> Iterator[tuple[str, str]]:
        """Yield the foreign tokens in a Word file, each with the part that contains it.

        Raises ``BadZipFile`` when it is no package.
        """
        for name, content in word.all_parts(data):
            digest = sha256(f"{name}\0".encode() + content).digest()
            if digest in self._clean:
                continue
            found = self.index.found_in(words_of(word.part_text(name, content)))
            if not found and len(self._clean) < _CLEAN_PARTS:
                self._clean.add(digest)
            yield from ((name, token) for token in self.foreign(case, found))

    def foreign(self, case: str, tokens: Iterable[str]) -> list[str]:
        """Return those of the given tokens that belong only to other cases.

        Text from the case, the settings or a template is not suspicious; a CPR
        number in the settings or a template is.
        """
        if self._own is None or self._own.case != case:  # the next file is mostly of the same case
            self._own = _OwnText(self.workspace, case, self.renumbered.get(case, case))
        own = self._own
        others = (each for each in tokens if not self.index.is_of(each, case))
        return sorted(
            token
            for token in others
            if f" {token} " not in own.text and (is_cpr(token) or f" {token} " not in self.common)
        )

    def whose(self, token: str, part: str) -> str:
        """Describe a token without quoting it: its type, its case and where it was found."""
        owner = self.index.owner(token)
        owner = self.renumbered.get(owner, owner)
        kind = tokens_of(self.workspace.case(owner)).get(token, "oplysning")
        return f"{kind} fra sag {owner} i {part}"


@mutable
class _OwnText:
    workspace: Workspace
    case: str
    present: str

    @cached_property
    def text(self) -> str:
        sources = self.workspace.case(self.present).sources()
        return spaced(" ".join((self.case, *(source.text for source in sources))))


def inspect_letter(inspection: Inspection, entry: ManifestEntry) -> list[Discrepancy]:
    """Return what is wrong with a letter."""
    try:
        data = (inspection.folder / entry.file).read_bytes()
    except OSError:
        return [Discrepancy(entry.file, DiscrepancyKind.LOST)]
    found = []
    if entry.state == LetterState.KEPT:
        found.append(Discrepancy(entry.file, DiscrepancyKind.CHANGED, _KEPT))
    elif digest_of(data) != entry.sha256:
        found.append(Discrepancy(entry.file, DiscrepancyKind.CHANGED))
    try:
        for part, token in inspection.foreign_in(entry.case, data):
            found.append(
                Discrepancy(entry.file, DiscrepancyKind.FOREIGN, inspection.whose(token, part))
            )
    except Exception:  # noqa: BLE001 — a damaged file must not hide what is wrong with others
        found.append(
            Discrepancy(entry.file, DiscrepancyKind.CHANGED, "Den er ikke en hel Word-fil.")
        )
    else:
        found += _outside(entry.file, data)
    return list(dict.fromkeys(found))


def inspect_extra(inspection: Inspection, file: Extra) -> list[Discrepancy]:
    """Return what is wrong with a file beside the letters."""
    if file.letters:
        return _combined(inspection, file)
    return list(_calendar(inspection, file.name))


def crashed(file: ManifestEntry | Extra) -> list[Discrepancy]:
    """Return the result for a file whose inspection kills its worker."""
    name = file.file if isinstance(file, ManifestEntry) else file.name
    return [Discrepancy(name, DiscrepancyKind.CHANGED, _CRASHED)]


def _outside(file: str, data: bytes) -> Iterator[Discrepancy]:
    try:
        for each in word.external_content(data, file):
            yield Discrepancy(file, DiscrepancyKind.OUTSIDE, each.message)
    except word.RefusedError as error:
        yield from (
            Discrepancy(file, DiscrepancyKind.UNSAFE, each.message) for each in error.mistakes
        )


def _combined(inspection: Inspection, file: Extra) -> list[Discrepancy]:
    present = digest_at(inspection.folder / file.name)
    if present is None:
        return [Discrepancy(file.name, DiscrepancyKind.LOST)]
    letters = ((inspection.folder / each).read_bytes() for each in file.letters)
    try:
        whole = word.combine_documents(letters)
    except Exception:  # noqa: BLE001 — a damaged letter must not hide what is wrong with others
        return [
            Discrepancy(file.name, DiscrepancyKind.CHANGED, "Et af dens breve er væk eller ændret.")
        ]
    if digest_of(whole) != present:
        return [Discrepancy(file.name, DiscrepancyKind.CHANGED, "Den er ikke brevene lagt sammen.")]
    return []


def _calendar(inspection: Inspection, name: str) -> Iterator[Discrepancy]:
    path = inspection.folder / name
    if not path.is_file():
        yield Discrepancy(name, DiscrepancyKind.UNKNOWN)
        return
    text = path.read_bytes().decode(errors="replace").replace(_FOLD, "")
    case = path.name.partition("-runde-")[0]
    for token in inspection.foreign(case, inspection.index.found_in(words_of(text))):
        yield Discrepancy(name, DiscrepancyKind.FOREIGN, inspection.whose(token, name))
