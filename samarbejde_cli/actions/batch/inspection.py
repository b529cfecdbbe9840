"""Inspect files of a finished mailing: each as it was written, with data of its own case only.

A combined file must be the letters of its table put together, byte for byte: then nothing else is
in it. A PDF made from one cannot be checked so; look at its Word file.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from samarbejde_cli import word
from samarbejde_cli.actions.batch.job import Job
from samarbejde_cli.actions.batch.manifest import LetterState, ManifestEntry
from samarbejde_cli.actions.batch.stale import stale_letters
from samarbejde_cli.actions.batch.token_table import TokenTable
from samarbejde_cli.actions.batch.tokens import NOTHING, Searched, is_cpr, tokens_of
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import PAPER_REGISTER, raw_files
from samarbejde_cli.danish.text import spaced, words_of
from samarbejde_cli.files.write import digest_at, digest_of
from samarbejde_cli.lazy import frozen, mutable

_PARAGRAPHS = 2048
"""Paragraphs whose words a worker remembers: letters have most of theirs in common."""
_NAMES = 256
"""Names of parts of which the same is remembered."""
_PEOPLE = ("team", "sag")
_FOLD = "\r\n "
"""Line folding in a calendar file."""
_KEPT = "Der lå en anden udgave end den, der blev godkendt, og den blev ikke rørt."
_MAKE_AGAIN = "Lav det igen, hvis det ikke er sendt."
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


def _known_parts() -> word.KnownParts:
    return word.KnownParts()  # imported with lxml, when the first letter is read


@mutable
class Inspection:
    """What workers need to look at files; a plain value that processes may share.

    ``job`` would make the same letters now, where it can. ``common`` is the text that any letter
    may hold: of the settings and the templates. ``renumbered`` gives the numbers that cases have
    now by those that they had before.
    """

    workspace: Workspace
    folder: Path
    job: Job | None = None
    index: TokenTable = field(default_factory=TokenTable)
    common: str = ""
    renumbered: Mapping[str, str] = field(default_factory=dict)
    _known: word.KnownParts = field(default_factory=_known_parts, repr=False)
    _searched: dict[bool, dict[bytes, tuple[Searched, Searched]]] = field(
        default_factory=lambda: {True: {}, False: {}}
    )
    _names: dict[str, Searched] = field(default_factory=dict, repr=False)
    _own: "_OwnText | None" = None

    def is_sound(self, case: str, data: bytes) -> bool:
        """Whether nothing is wrong with a Word file, as far as that can be told quickly.

        Of a file that is like one that was looked into whole only what is new in it is looked at.
        """
        news = self._known.news_of(data)
        for part, content in news.parts if news else ():
            found = self._found_in_pieces(part.name, content)
            if self.foreign(case, found):
                return False
            if not found and news:
                news.remember(part)
        return news is not None

    def remember(self, data: bytes) -> None:
        """Remember a Word file that was looked into and that nothing is wrong with."""
        told = [f"{name}/" for name, part in word.all_parts(data) if self._found_in(name, part)]
        self._known.remember(data, lambda part: not any(e.startswith(f"{part}/") for e in told))

    def foreign_in(self, case: str, data: bytes) -> Iterator[tuple[str, str]]:
        """Yield the foreign tokens in a Word file, each with the part that contains it.

        Raises ``BadZipFile`` when it is no package.
        """
        for name, content in word.all_parts(data):
            found = self._found_in(name, content)
            yield from ((name, token) for token in self.foreign(case, found))

    def _found_in(self, name: str, content: bytes) -> set[str]:
        return self.index.found_in(words_of(word.part_text(name, content)))

    def _found_in_pieces(self, name: str, content: bytes) -> set[str]:
        """Return the tokens in a part that is XML; most of its paragraphs were searched before."""
        is_flowing = word.is_flowing(name)
        known, pieces = self._searched[is_flowing], word.paragraphs(content)
        found = [known.get(each) or self._search(each, is_flowing=is_flowing) for each in pieces]
        texts = [self._search_name(name), *(each for each, _ in found)]
        return self.index.found_over([*texts, *(each for _, each in found if each is not NOTHING)])

    def _search_name(self, name: str) -> Searched:
        """Return what is found in the name of a part; all letters have the same few."""
        known = self._names.get(name)
        if known is None:
            if len(self._names) >= _NAMES:
                self._names.clear()
            known = self._names[name] = self.index.searched(words_of(name))
        return known

    def _search(self, piece: bytes, *, is_flowing: bool) -> tuple[Searched, Searched]:
        """Return what is found in the text of a paragraph, and in what stands aside of it."""
        known = self._searched[is_flowing]
        if len(known) >= _PARAGRAPHS:
            known.clear()
        text, aside = word.xml_texts(piece, is_flowing=is_flowing)
        found = self.index.searched(words_of(text)), self.index.searched(words_of(aside))
        known[piece] = found
        return found

    def foreign(self, case: str, tokens: Iterable[str]) -> list[str]:
        """Return those of the given tokens that belong only to other cases.

        Text from the case, the settings or a template is not suspicious; a CPR
        number in the settings or a template is.
        """
        if self._own is None or self._own.case != case:  # the next file is mostly of the same case
            self._own = _OwnText(self.workspace, case, self.renumbered.get(case, case))
        own = self._own
        new = [each for each in tokens if each not in own.known]
        others = (each for each in new if not self.index.is_of(each, case))
        strange = [each for each in others if is_cpr(each) or f" {each} " not in self.common]
        foreign = [each for each in strange if not own.has(each)]
        own.known.update(set(new).difference(foreign))
        return sorted(foreign)

    def whose(self, token: str, part: str) -> str:
        """Describe a token without quoting it: its type, its case and where it was found."""
        owner = self.index.owner(token)
        owner = self.renumbered.get(owner, owner)
        kind = tokens_of(self.workspace.case(owner)).get(token, "oplysning")
        return f"{kind} fra sag {owner} i {part}"


@mutable
class _OwnText:
    """What a case says itself; ``known`` are tokens that its letters may hold."""

    workspace: Workspace
    case: str
    present: str
    known: set[str] = field(default_factory=set)
    _spaced: dict[str, str] = field(default_factory=dict)

    def has(self, token: str) -> bool:
        """Whether a token stands in the case's number or files, or in the record of its papers."""
        return any(f" {token} " in self._words(stem) for stem in self._files)

    def _words(self, stem: str) -> str:
        """Return the words of a file, which are asked for only when those before do not do."""
        if stem not in self._spaced:
            self._spaced[stem] = spaced(_text(self._files[stem]))
        return self._spaced[stem]

    @cached_property
    def _files(self) -> dict[str, bytes | None]:
        """The files, those with most of the people first, and the register of papers last."""
        folder = self.workspace.case_folder(self.present)
        files, register = raw_files(folder), folder / f"{PAPER_REGISTER}.yaml"
        first = {stem: files.pop(stem) for stem in _PEOPLE if stem in files}
        last = {PAPER_REGISTER: register.read_bytes() if register.is_file() else None}
        return {"": self.case.encode(), **first, **files, **last}


def _text(raw: bytes | None) -> str:
    return (raw or b"").decode(errors="replace")


def inspect_letters(
    inspection: Inspection, entries: Sequence[ManifestEntry]
) -> tuple[list[Discrepancy], list[Discrepancy]]:
    """Return which letters of a case are outdated, and what is wrong with each of them."""
    stale = stale_letters(inspection.job, inspection.workspace, entries)
    wrong = [found for each in entries for found in _inspect_letter(inspection, each)]
    return [Discrepancy(each.file, DiscrepancyKind.STALE, _MAKE_AGAIN) for each in stale], wrong


def _inspect_letter(inspection: Inspection, entry: ManifestEntry) -> list[Discrepancy]:
    try:
        data = Path(f"{inspection.folder}/{entry.file}").read_bytes()
    except OSError:
        return [Discrepancy(entry.file, DiscrepancyKind.LOST)]
    found = []
    if entry.state == LetterState.KEPT:
        found.append(Discrepancy(entry.file, DiscrepancyKind.CHANGED, _KEPT))
    elif digest_of(data) != entry.sha256:
        found.append(Discrepancy(entry.file, DiscrepancyKind.CHANGED))
    elif inspection.is_sound(entry.case, data):
        return []
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
        if not found:
            inspection.remember(data)
    return list(dict.fromkeys(found))


def inspect_extra(inspection: Inspection, file: Extra) -> list[Discrepancy]:
    """Return what is wrong with a file beside the letters."""
    if file.letters:
        return _combined(inspection, file)
    return list(_calendar(inspection, file.name))


def crashed_letters(
    entries: Sequence[ManifestEntry],
) -> tuple[list[Discrepancy], list[Discrepancy]]:
    """Return the result for letters whose inspection kills its worker."""
    return [], [Discrepancy(each.file, DiscrepancyKind.CHANGED, _CRASHED) for each in entries]


def crashed(file: Extra) -> list[Discrepancy]:
    """Return the result for a file beside the letters whose inspection kills its worker."""
    return [Discrepancy(file.name, DiscrepancyKind.CHANGED, _CRASHED)]


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
