"""Compare a finished mailing with its manifest and with all cases: nothing lost, nothing mixed.

The tokens are those of the cases as they are now. One that is also in the letter's own case, in the
settings or in a template is no sign of a mistake; any other is.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain, groupby
from pathlib import Path

from samarbejde_cli import word
from samarbejde_cli.actions.batch import manifest
from samarbejde_cli.actions.batch.inspection import (
    Discrepancy,
    DiscrepancyKind,
    Extra,
    Inspection,
    crashed,
    crashed_letters,
    inspect_extra,
    inspect_letters,
)
from samarbejde_cli.actions.batch.manifest import LetterState, Manifest
from samarbejde_cli.actions.batch.running import COMBINED, UNDER_WAY, letters_in
from samarbejde_cli.actions.batch.send_ready import CALENDARS, TABLE, combined_in
from samarbejde_cli.actions.batch.stale import stale_letters
from samarbejde_cli.actions.batch.tokens import Index, tokens_of
from samarbejde_cli.actions.executors import Executor, SerialExecutor, Tick
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.danish.text import spaced, words_of
from samarbejde_cli.documents.lookup import find_template, read_template
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.find import CASES_FOLDER
from samarbejde_cli.files.write import digest_at
from samarbejde_cli.lazy import frozen

_Searched = tuple[str, Sequence[str], bool, Sequence[str]]
"""A case number, its tokens, whether the case could be read, and the numbers it had before."""


@frozen
class Verified:
    """Result of ``batch verify``: the number of files that were read, and what is wrong."""

    files: int
    found: tuple[Discrepancy, ...]


def verify(
    workspace: Workspace,
    folder: Path,
    new_executor: Callable[[object], Executor] = SerialExecutor,
    tick: Tick = lambda _: None,
) -> Verified:
    """Check every hash, every part of every file for the tokens of other cases, and its age.

    ``new_executor`` returns what runs the work. Raises ``SamarbejdeError`` when there is no
    manifest.
    """
    record = manifest.read(folder)
    done = [each for each in record.entries if each.state in (LetterState.DONE, LetterState.KEPT)]
    templates = _template_texts(workspace, record)
    extras, odd_extras = _extras(record, folder)
    inspection, unsearched = _inspection(workspace, folder, templates.values(), new_executor)
    found = [
        *_unfinished(record, folder),
        *_table(record, folder),
        *_unknown({each.file for each in done}, folder),
        *_inconsistent(record),
        *_elsewhere(record, inspection),
        *(Discrepancy(f"{CASES_FOLDER}/{each}", DiscrepancyKind.UNSEARCHED) for each in unsearched),
        *(
            Discrepancy(name, DiscrepancyKind.TEMPLATE)
            for name, text in templates.items()
            if text is None
        ),
        *_people_named(record, inspection),
        *stale_letters(workspace, folder, record, done, new_executor),
    ]
    cases = [tuple(letters) for _, letters in groupby(done, key=lambda each: each.case)]
    executor = new_executor(inspection)
    try:
        checked = 0
        for letters, each in zip(
            cases, executor.each(inspect_letters, cases, crashed_letters), strict=True
        ):
            checked += len(letters)
            tick(checked)
            found += each
        for each in executor.each(inspect_extra, extras, crashed):
            found += each
    finally:
        executor.stop()
    return Verified(len(done) + len(extras), (*found, *odd_extras))


def _unfinished(record: Manifest, folder: Path) -> Iterator[Discrepancy]:
    if (folder / UNDER_WAY).exists() or not record.is_complete:
        yield Discrepancy(
            manifest.JSON_NAME, DiscrepancyKind.UNFINISHED, "Kør den samme kommando igen."
        )


def _table(record: Manifest, folder: Path) -> Iterator[Discrepancy]:
    wanted = sha256()
    for line in manifest.csv_lines(record.entries):
        wanted.update(line)
    path = folder / manifest.CSV_NAME
    if not path.is_file() or digest_at(path) != wanted.hexdigest():
        yield Discrepancy(manifest.CSV_NAME, DiscrepancyKind.TABLE)


def _unknown(known: set[str], folder: Path) -> Iterator[Discrepancy]:
    for name in sorted({*letters_in(folder)} - known):
        yield Discrepancy(name, DiscrepancyKind.UNKNOWN)


def _inconsistent(record: Manifest) -> Iterator[Discrepancy]:
    """Yield a finding when the manifest's own number of letters is not right."""
    states = Counter(each.state for each in record.entries)
    files = {each.file for each in record.entries}
    if record.head.get("counts") != dict(states) or len(files) < len(record.entries):
        yield Discrepancy(manifest.JSON_NAME, DiscrepancyKind.COUNTS)


def _elsewhere(record: Manifest, inspection: Inspection) -> Iterator[Discrepancy]:
    here = {each.name for each in inspection.workspace.folders()} | inspection.renumbered.keys()
    for number in sorted({each.case for each in record.entries} - here):
        yield Discrepancy(f"{CASES_FOLDER}/{number}", DiscrepancyKind.ELSEWHERE)


def _people_named(record: Manifest, inspection: Inspection) -> Iterator[Discrepancy]:
    """Yield the manifests that contain a token: they should contain none of any case.

    A case number may look like a telephone number: ``2026-1356``.
    """
    numbers = {" ".join(words_of(entry.case)) for entry in record.entries}
    for name in (manifest.JSON_NAME, manifest.CSV_NAME):
        words = map(words_of, _lines(inspection.folder / name))
        tokens = {token for each in words for token in inspection.index.found_in(each)} - numbers
        for token in sorted(tokens):
            yield Discrepancy(name, DiscrepancyKind.FOREIGN, inspection.whose(token, name))


def _lines(path: Path) -> Iterator[str]:
    if path.is_file():
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            yield from file


def _template_texts(workspace: Workspace, record: Manifest) -> dict[str, str | None]:
    """Return the text of each template as it is now; None for one that cannot be read."""
    texts: dict[str, str | None] = {}
    for name in record.head.get("templates", {}):
        try:
            texts[name] = word.dump(read_template(find_template(name, workspace.root)))
        except SamarbejdeError:
            texts[name] = None
    return texts


def _inspection(
    workspace: Workspace,
    folder: Path,
    templates: Iterable[str | None],
    new_executor: Callable[[object], Executor],
) -> tuple[Inspection, list[str]]:
    """Return what is needed to look into files, and the cases that could not be read for it."""
    texts = (workspace.loaded.source.text, *(text for text in templates if text))
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
    return Inspection(workspace, folder, index, spaced(" ".join(texts)), renumbered), unsearched


def _tokens(workspace: Workspace, number: str) -> _Searched:
    case = workspace.case(number)
    is_whole = all(case.files[stem].value is not None for stem in ("sag", "team"))
    return number, list(tokens_of(case)), is_whole, case.former_numbers


def _no_tokens(number: str) -> _Searched:
    raise SamarbejdeError(
        f"Sagen {number} kan ikke læses.", "Se hvorfor med `samarbejde validate`."
    )


def _extras(record: Manifest, folder: Path) -> tuple[list[Extra], list[Discrepancy]]:
    """Return the files beside the letters, and what is wrong with the table of combined ones."""
    calendars = sorted(path.name for path in (folder / CALENDARS).glob("*.ics"))
    files = [Extra(f"{CALENDARS}/{name}") for name in calendars]
    present = {path.name for path in (folder / COMBINED).glob("*.docx")}
    table = f"{COMBINED}/{TABLE}"
    if not present and not (folder / table).exists():
        return files, []
    hashes = {entry.file: entry.sha256 for entry in record.entries}
    try:
        bundles = _bundles(folder / table, hashes)
    except (OSError, ValueError, LookupError):
        return files, [Discrepancy(table, DiscrepancyKind.TABLE)]
    files += [Extra(f"{COMBINED}/{name}", tuple(each)) for name, each in bundles.items()]
    strange = (f"{COMBINED}/{name}" for name in sorted(present - set(bundles)))
    return files, [Discrepancy(name, DiscrepancyKind.UNKNOWN) for name in strange]


def _bundles(table: Path, hashes: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the letters of each combined file. Raises ``ValueError`` for others than ours."""
    if not table.exists():
        raise ValueError(table)
    found = combined_in(table.parent)
    for file, digest in chain(*found.values()):
        if not digest or hashes.get(file) != digest:
            raise ValueError(file)
    return {name: [file for file, _ in letters] for name, letters in found.items()}
