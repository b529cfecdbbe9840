"""Hold a finished mailing against its manifest and against all cases: nothing lost, nothing mixed.

The tokens are those of the cases as they are now. One that stands in the letter's own case, in the
settings or in a template is no sign of a mistake; any other is.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from samarbejde_cli import word
from samarbejde_cli.actions.batch import manifest
from samarbejde_cli.actions.batch.executors import Executor, SerialExecutor
from samarbejde_cli.actions.batch.extras import Beside, beside, inspect_beside
from samarbejde_cli.actions.batch.inspection import Inspection, Irregularity, Trouble, spaced
from samarbejde_cli.actions.batch.manifest import LetterState, Manifest, ManifestEntry
from samarbejde_cli.actions.batch.running import UNDER_WAY, letters_in
from samarbejde_cli.actions.batch.stale import stale_letters
from samarbejde_cli.actions.batch.tokens import Index, tokens_of, words_of
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.documents.lookup import find_template, read_template
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.find import CASES_FOLDER
from samarbejde_cli.files.write import digest_at

_Searched = tuple[str, Sequence[str], bool, Sequence[str]]
"""A case number, its tokens, whether the case could be read, and the numbers it had before."""

_KEPT = "Der lå en anden udgave end den, der blev godkendt, og den blev ikke rørt."
_CRASHED = "Programmet gik ned, da det læste den."


@dataclass(frozen=True)
class Verified:
    """What came of the check: how many files were read, and what is wrong."""

    files: int
    found: tuple[Irregularity, ...]


def verify(
    workspace: Workspace,
    folder: Path,
    new_executor: Callable[[object], Executor] = SerialExecutor,
    tick: Callable[[int], None] = lambda _: None,
) -> Verified:
    """Check every hash, every part of every file for the tokens of other cases, and its age.

    ``new_executor`` gives who does the work. Raises ``SamarbejdeError`` when there is no manifest.
    """
    record = manifest.read(folder)
    found = [*_unfinished(record, folder), *_table(record, folder), *_unknown(record, folder)]
    others, wrong = beside(record, folder)
    found += _inconsistent(record)
    inspection, unsearched = _inspection(workspace, folder, record, new_executor)
    found += _elsewhere(record, workspace, inspection)
    found += [Irregularity(f"{CASES_FOLDER}/{each}", Trouble.UNSEARCHED) for each in unsearched]
    found += _templates(workspace, record)
    found += _told_of_people(inspection, record)
    done = [each for each in record.entries if each.state in (LetterState.DONE, LetterState.KEPT)]
    found += stale_letters(workspace, folder, record, done, new_executor)
    executor = new_executor(inspection)
    try:
        for number, each in enumerate(executor.each(_inspect, done, _unreadable), 1):
            tick(number)
            found += each
        for each in executor.each(inspect_beside, others, _lost_beside):
            found += each
    finally:
        executor.stop()
    return Verified(len(done) + len(others), (*found, *wrong))


def _unfinished(record: Manifest, folder: Path) -> Iterator[Irregularity]:
    if (folder / UNDER_WAY).exists() or not record.is_complete:
        yield Irregularity(manifest.JSON_NAME, Trouble.UNFINISHED, "Kør den samme kommando igen.")


def _inconsistent(record: Manifest) -> Iterator[Irregularity]:
    """Yield a finding when the letters are not as many as the manifest itself says."""
    states = Counter(each.state for each in record.entries)
    files = {each.file for each in record.entries}
    if record.head.get("counts") != dict(states) or len(files) < len(record.entries):
        yield Irregularity(manifest.JSON_NAME, Trouble.COUNTS)


def _elsewhere(
    record: Manifest, workspace: Workspace, inspection: Inspection
) -> Iterator[Irregularity]:
    here = {each.name for each in workspace.folders()} | inspection.renumbered.keys()
    for number in sorted({each.case for each in record.entries} - here):
        yield Irregularity(f"{CASES_FOLDER}/{number}", Trouble.ELSEWHERE)


def _table(record: Manifest, folder: Path) -> Iterator[Irregularity]:
    wanted = sha256()
    for line in manifest.csv_lines(record.entries):
        wanted.update(line)
    path = folder / manifest.CSV_NAME
    if not path.is_file() or digest_at(path) != wanted.hexdigest():
        yield Irregularity(manifest.CSV_NAME, Trouble.TABLE)


def _unknown(record: Manifest, folder: Path) -> Iterator[Irregularity]:
    known = {
        entry.file
        for entry in record.entries
        if entry.state in (LetterState.DONE, LetterState.KEPT)
    }
    yield from (
        Irregularity(name, Trouble.UNKNOWN) for name in sorted({*letters_in(folder)} - known)
    )


def _inspection(
    workspace: Workspace, folder: Path, record: Manifest, new_executor: Callable[[object], Executor]
) -> tuple[Inspection, list[str]]:
    """Return what is needed to look into files, and the cases that could not be read for it."""
    index, unsearched, renumbered = Index(), [], {}
    executor = new_executor(workspace)
    numbers = [each.name for each in workspace.folders()]
    try:
        for number, tokens, is_whole, former in executor.each(_tokens, numbers, _no_tokens):
            for each in (number, *former):
                index.add(each, tokens)
            renumbered.update(dict.fromkeys(former, number))
            if not is_whole:
                unsearched.append(number)
    finally:
        executor.stop()
    common = _common(workspace, record)
    return Inspection(workspace, folder, index, common, renumbered), unsearched


def _tokens(workspace: Workspace, number: str) -> _Searched:
    case = load_case(workspace.root / CASES_FOLDER / number)
    is_whole = all(case.files[stem].value is not None for stem in ("sag", "team"))
    return number, list(tokens_of(case)), is_whole, case.former_numbers


def _no_tokens(number: str) -> _Searched:
    raise SamarbejdeError(
        f"Sagen {number} kan ikke læses.", "Se hvorfor med `samarbejde validate`."
    )


def _common(workspace: Workspace, record: Manifest) -> str:
    texts = [text for text in _template_texts(workspace, record).values() if text]
    return spaced(" ".join((workspace.loaded.source.text, *texts)))


def _template_texts(workspace: Workspace, record: Manifest) -> dict[str, str | None]:
    """Return the text of each template as it is now; None for one that cannot be read."""
    texts: dict[str, str | None] = {}
    for name in record.head.get("templates", {}):
        try:
            texts[name] = word.dump(read_template(find_template(name, workspace.root)))
        except SamarbejdeError:
            texts[name] = None
    return texts


def _templates(workspace: Workspace, record: Manifest) -> Iterator[Irregularity]:
    for name, text in _template_texts(workspace, record).items():
        if text is None:
            yield Irregularity(name, Trouble.TEMPLATE)


def _told_of_people(inspection: Inspection, record: Manifest) -> Iterator[Irregularity]:
    """Yield the manifests that hold a token: they should hold none of any case.

    A case number may look like a telephone number: ``2026-1356``.
    """
    numbers = {" ".join(words_of(entry.case)) for entry in record.entries}
    for name in (manifest.JSON_NAME, manifest.CSV_NAME):
        words = map(words_of, _lines(inspection.folder / name))
        tokens = {token for each in words for token in inspection.index.found_in(each)} - numbers
        for token in sorted(tokens):
            yield Irregularity(name, Trouble.FOREIGN, inspection.whose(token, name))


def _lines(path: Path) -> Iterator[str]:
    if path.is_file():
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            yield from file


def _inspect(inspection: Inspection, entry: ManifestEntry) -> list[Irregularity]:
    path = inspection.folder / entry.file
    try:
        data = path.read_bytes()
    except OSError:
        return [Irregularity(entry.file, Trouble.LOST)]
    found = []
    if entry.state == LetterState.KEPT:
        found.append(Irregularity(entry.file, Trouble.CHANGED, _KEPT))
    elif sha256(data).hexdigest() != entry.sha256:
        found.append(Irregularity(entry.file, Trouble.CHANGED))
    try:
        for part, token in inspection.look(entry.case, data):
            found.append(Irregularity(entry.file, Trouble.FOREIGN, inspection.whose(token, part)))
    except Exception:  # noqa: BLE001 — a damaged file must not hide what is wrong with others
        found.append(Irregularity(entry.file, Trouble.CHANGED, "Den er ikke en hel Word-fil."))
    else:
        found += _outside(entry.file, data)
    return list(dict.fromkeys(found))


def _outside(file: str, data: bytes) -> Iterator[Irregularity]:
    try:
        for each in word.external_content(data, file):
            yield Irregularity(file, Trouble.OUTSIDE, each.message)
    except word.RefusedError as error:
        yield from (Irregularity(file, Trouble.UNSAFE, each.message) for each in error.mistakes)


def _unreadable(entry: ManifestEntry) -> list[Irregularity]:
    return [Irregularity(entry.file, Trouble.CHANGED, _CRASHED)]


def _lost_beside(file: Beside) -> list[Irregularity]:
    return [Irregularity(file.name, Trouble.CHANGED, _CRASHED)]
