"""What must not be committed: people where git keeps them for ever, or where they do not belong."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile

from samarbejde_cli import codes
from samarbejde_cli.actions.batch.tokens import is_cpr
from samarbejde_cli.actions.known_people import FILES, KnownPeople, plain
from samarbejde_cli.actions.schema import FOLDER as SCHEMAS
from samarbejde_cli.actions.staged import Commit, case_of
from samarbejde_cli.actions.stray_letters import is_letter
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.paper_register import PaperRecord
from samarbejde_cli.danish.text import spaced
from samarbejde_cli.danish.words import NAMES_TOO, RARELY_NAMES
from samarbejde_cli.files.find import CASES_FOLDER
from samarbejde_cli.files.git_index import Staged, blobs
from samarbejde_cli.findings import Finding, Location, Place
from samarbejde_cli.forms.cpr import written_numbers
from samarbejde_cli.lazy import lazy_pattern, mutable
from samarbejde_cli.rules.privacy.sam901_cpr_in_free_text import is_cpr_field
from samarbejde_cli.source.lines import Lines

PAPERS, MAILINGS = "dokumenter", "breve"
"""The folders of a case and of a workspace that hold what was made of cases."""
_WORD = ".docx"
_NUMBER = "et CPR-nummer"
_TEXT_ADVICE = "Skriv sagens nummer i stedet."
_COMMENT = "#"
_BY_SOMEBODY = lazy_pattern(r"(Signed-off|Co-authored|Reviewed|Acked|Reported|Tested)-by:")
_WORDS = lazy_pattern(r"[^\W\d_]+")
_ENDS_SENTENCE = ("", ".", "!", "?", ":")
_SOFT_HYPHEN = "\xad"
_SCISSORS = ">8 ---"


@mutable
class LeakGuard:
    """Looks through what is about to be committed in a workspace's part of a repository."""

    commit: Commit
    staged: list[Staged]

    @cached_property
    def people(self) -> KnownPeople:
        """Everybody in the cases, as they are on the disk and as they are going to be."""
        texts: dict[str, list[str]] = {}
        for each in self.staged:
            number = case_of(each, self.commit.inside)
            if number and PurePosixPath(each.path).name in FILES:
                texts.setdefault(number, []).append(self._text(each))
        return KnownPeople(Workspace(self.commit.root), texts)

    @property
    def numbers(self) -> list[str]:
        """The cases of which something is going to be committed."""
        found = (case_of(each, self.commit.inside) for each in self.staged)
        return sorted({number for number in found if number})

    def findings(self, branch: str) -> Iterator[Finding]:
        """Yield what must not be committed: in names, contents, and the name of the branch."""
        for each in self.staged:
            if not each.blob:
                continue
            if self._is_paper(each):
                yield _paper(self.commit.top / each.path, each.path)
                continue
            if each.is_named:
                yield from self._in_name(each)
            if not each.path.startswith(f"{self.commit.inside}{SCHEMAS}/"):
                yield from self._in_content(each)
        yield from self._in_words(
            branch, "Grenens navn", Location(self.commit.top / ".git" / "HEAD", place=Place(1, 1)),
            "Giv den et andet navn med `git branch -m`. Skriv sagens nummer i stedet.",
        )  # fmt: skip

    def in_message(self, path: Path, text: str, *, is_edited: bool) -> Iterator[Finding]:
        """Yield what must not be in the message of a commit, line by line.

        Comments are left out of one that was written in an editor, as git does.
        """
        for number, line in enumerate(text.splitlines(), 1):
            if _SCISSORS in line:
                return
            is_comment = is_edited and line.startswith(_COMMENT)
            if not (is_comment or _BY_SOMEBODY.match(line)):
                location = Location(path, place=Place(number, 1, max(1, len(line))))
                yield from self._in_words(line, "Beskeden", location, _TEXT_ADVICE)

    def _in_words(
        self, text: str, where: str, location: Location, advice: str
    ) -> Iterator[Finding]:
        what = self._who(text) if text else ""
        if what:
            yield Finding(
                codes.PERSON_IN_GIT_NAME, location, {"hvor": where, "hvad": what, "råd": advice}
            )

    def _who(self, text: str) -> str:
        """Return what a text that git keeps says of people; empty for nothing."""
        text = text.replace(_SOFT_HYPHEN, "")
        if any(written_numbers(text)):
            return _NUMBER
        found = self.people.anybody(text) | self.people.anybody(plain(text))
        if found:
            return self._described(found)
        written = _WORDS.findall(text)
        words = {x.casefold() for x in written if x[0].isupper() or x not in NAMES_TOO}
        names = self.people.single_names(self.numbers) if words else set()
        if _owners(words) & names:
            return "et navn fra en sag, der bliver gemt"
        if self.people.youth_called(_owners(_meant_as_names(text))):
            return "en ung fra en anden sag"
        said = spaced(text)
        if any(spaced(street) in said for street in self.people.streets(self.numbers)):
            return "en vej fra en sag, der bliver gemt"
        return ""

    def _described(self, found: dict[str, str]) -> str:
        token, owner = min(found.items())
        kind = self.people.kind(token, owner)
        article = "et" if kind in ("navn", "CPR-nummer", "telefonnummer") else "en"
        return f"{article} {kind} fra sagen {owner}"

    def _in_name(self, each: Staged) -> Iterator[Finding]:
        text = PurePosixPath(each.path).as_posix()
        path = self.commit.top / each.path
        yield from self._in_words(
            text, "Filens eller mappens navn", Location(path, place=Place(1, 1)),
            "Giv filen et andet navn. Skriv sagens nummer i stedet for navnet.",
        )  # fmt: skip

    def _in_content(self, each: Staged) -> Iterator[Finding]:
        text = self._text(each)
        number = case_of(each, self.commit.inside)
        is_case_file = number is not None and each.path.endswith(".yaml")
        found = self.people.strangers(text, number)
        numbers = [
            one
            for one in written_numbers(text)
            if not (is_case_file and is_cpr_field(text, one.start()))
        ]
        if not (found or numbers):
            return
        before = self._before(each)
        path, lines = self.commit.top / each.path, Lines(text)
        for one in numbers:
            if one[0] not in before:
                yield _outside(Location(path, place=lines.place(*one.span())), _NUMBER)
        known = self.people.strangers(before, number) if found else {}
        for token, owner in found.items():
            if token not in known and not is_cpr(token):
                place = lines.place(*_span(text, token))
                yield _outside(Location(path, place=place), self._described({token: owner}))

    def _before(self, each: Staged) -> str:
        """Return the text of a file as it was committed last."""
        return blobs(self.commit.top, [f"HEAD:{each.path}"]).get(
            f"HEAD:{each.path}", b""
        ).decode(errors="replace")  # fmt: skip

    def _is_paper(self, each: Staged) -> bool:
        steps = PurePosixPath(each.path.removeprefix(self.commit.inside)).parts
        if steps[0] == MAILINGS or (steps[0] == CASES_FOLDER and PAPERS in steps[:-1]):
            return True
        number = case_of(each, self.commit.inside)
        if number is None:
            return is_letter(self.people.workspace, steps[-1])
        if each.path.endswith(".yaml"):
            return False
        return steps[-1] in {record.file for record in self._filed(number)}

    def _filed(self, number: str) -> list[PaperRecord]:
        case = self.people.workspace.case(number)
        file = case.register_file
        return case.paper_records if file and file.value is not None else []

    def _text(self, each: Staged) -> str:
        if each.path not in self._texts:
            self._texts[each.path] = _readable(each.path, self._contents.get(each.blob, b""))
        return self._texts[each.path]

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {}

    @cached_property
    def _contents(self) -> dict[str, bytes]:
        return blobs(self.commit.top, [each.blob for each in self.staged if each.blob])


def _meant_as_names(text: str) -> set[str]:
    """Return the words of a text that can be names, in lower case.

    A word that is one of the language too is meant as a name with a capital within a sentence.
    """
    found = set()
    for each in _WORDS.finditer(text):
        is_within = text[: each.start()].rstrip()[-1:] not in _ENDS_SENTENCE
        word = each[0].casefold()
        if word not in RARELY_NAMES or (each[0][0].isupper() and is_within):
            found.add(word)
    return found


def _owners(words: Iterable[str]) -> set[str]:
    """Return words, and what they are without the s of the genitive."""
    return {each for word in words for each in (word, word.removesuffix("s"))}


def _readable(path: str, data: bytes) -> str:
    """Return what can be read in a file: of a Word file all its parts, of a picture nothing."""
    if path.endswith(_WORD):
        from samarbejde_cli import word  # noqa: PLC0415 — slow, and rarely needed

        try:
            return "\n".join(word.part_text(*part) for part in word.all_parts(data))
        except (BadZipFile, EOFError, NotImplementedError, OSError):
            return ""
    return "" if b"\0" in data[:8000] else data.decode(errors="replace")


def _span(text: str, token: str) -> tuple[int, int]:
    """Return where a token stands in a text, as far as that can be told."""
    pattern = r"[\W_]+".join(map(re.escape, token.split(" ")))
    found = re.search(pattern, text, re.IGNORECASE)
    return found.span() if found else (0, 1)


def _paper(path: Path, name: str) -> Finding:
    return Finding(
        codes.PAPER_IN_GIT, Location(path, place=Place(1, 1)), {"fil": path.name, "sti": name}
    )


def _outside(location: Location, what: str) -> Finding:
    return Finding(codes.PERSON_OUTSIDE_CASE, location, {"hvad": what})
