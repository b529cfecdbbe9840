"""Compare a finished mailing with its manifest and with all cases: nothing lost, nothing mixed.

The tokens are those of the cases as they are now. One that is also in the letter's own case, in the
settings or in a template is no sign of a mistake; any other is.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
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
from samarbejde_cli.actions.batch.manifest import LetterState, Manifest, ManifestEntry
from samarbejde_cli.actions.batch.present import COMBINED, letters_in
from samarbejde_cli.actions.batch.running import UNDER_WAY
from samarbejde_cli.actions.batch.send_ready import CALENDARS, TABLE, combined_in
from samarbejde_cli.actions.batch.stale import same_job
from samarbejde_cli.actions.batch.token_table import TokenTable, fingerprints
from samarbejde_cli.actions.batch.tokens import lengths_of, tokens_of
from samarbejde_cli.actions.executors import Executor, SerialExecutor
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.danish.text import spaced, words_of
from samarbejde_cli.documents.lookup import find_template, read_template
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.find import CASES_FOLDER
from samarbejde_cli.files.write import digest_at
from samarbejde_cli.lazy import frozen, mutable


@frozen
class _CaseTokens:
    """The tokens of a case, whether it could be read, and the numbers that it had before."""

    case: str
    tokens: Sequence[int]
    lengths: Mapping[str, int]
    is_whole: bool
    former: Sequence[str]


@frozen
class Verified:
    """Result of ``batch verify``: the number of files that were read, and what is wrong."""

    files: int
    found: tuple[Discrepancy, ...]


@mutable
class _Counted:
    """What the entries of a manifest are together, and the hash of the table made of them."""

    states: Counter[str] = field(default_factory=Counter)
    files: set[str] = field(default_factory=set)
    done: set[str] = field(default_factory=set)
    cases: dict[str, None] = field(default_factory=dict)
    table: str = ""

    @classmethod
    def of(cls, record: Manifest) -> "_Counted":
        """Read all entries once. Raises ``SamarbejdeError`` where one is wrong."""
        counted, table = cls(), sha256()
        for line in manifest.csv_lines(map(counted.count, record.entries)):
            table.update(line)
        counted.table = table.hexdigest()
        return counted

    def count(self, entry: ManifestEntry) -> ManifestEntry:
        """Count an entry."""
        self.states[entry.state] += 1
        self.files.add(entry.file)
        self.cases[entry.case] = None
        if _is_done(entry):
            self.done.add(entry.file)
        return entry


def _is_done(entry: ManifestEntry) -> bool:
    return entry.state in (LetterState.DONE, LetterState.KEPT)


def verify(
    workspace: Workspace,
    folder: Path,
    new_executor: Callable[[object], Executor] = SerialExecutor,
) -> Verified:
    """Check every hash, every part of every file for the tokens of other cases, and its age.

    ``new_executor`` returns what runs the work. Raises ``SamarbejdeError`` when there is no
    manifest.
    """
    record = manifest.read(folder)
    counted = _Counted.of(record)
    number = len(counted.done)
    templates = _template_texts(workspace, record)
    extras, odd_extras = _extras(record, folder)
    inspection, unsearched = _inspection(workspace, record, folder, templates, new_executor)
    found = [
        *_unfinished(record, folder),
        *_table(counted, folder),
        *_unknown(counted.done, folder),
        *_inconsistent(record, counted),
        *_elsewhere(counted.cases, inspection),
        *(Discrepancy(f"{CASES_FOLDER}/{each}", DiscrepancyKind.UNSEARCHED) for each in unsearched),
        *(
            Discrepancy(name, DiscrepancyKind.TEMPLATE)
            for name, text in templates.items()
            if text is None
        ),
        *_people_named(counted.cases, inspection),
    ]
    del counted  # the workers need not have it
    executor = new_executor(inspection)
    try:
        found += _wrong_letters(record, executor)
        for each in executor.each(inspect_extra, extras, crashed):
            found += each
    finally:
        executor.stop()
    return Verified(number + len(extras), (*found, *odd_extras))


def _wrong_letters(record: Manifest, executor: Executor) -> list[Discrepancy]:
    """Return the letters that are outdated, and then what is wrong with letters."""
    outdated, wrong = list[Discrepancy](), list[Discrepancy]()
    done = filter(_is_done, record.entries)
    cases = (list(letters) for _, letters in groupby(done, key=lambda each: each.case))
    for stale, others in executor.each(inspect_letters, cases, crashed_letters):
        outdated += stale
        wrong += others
    return outdated + wrong


def _unfinished(record: Manifest, folder: Path) -> Iterator[Discrepancy]:
    if (folder / UNDER_WAY).exists() or not record.is_complete:
        yield Discrepancy(
            manifest.JSON_NAME, DiscrepancyKind.UNFINISHED, "Kør den samme kommando igen."
        )


def _table(counted: _Counted, folder: Path) -> Iterator[Discrepancy]:
    path = folder / manifest.CSV_NAME
    if not path.is_file() or digest_at(path) != counted.table:
        yield Discrepancy(manifest.CSV_NAME, DiscrepancyKind.TABLE)


def _unknown(known: set[str], folder: Path) -> Iterator[Discrepancy]:
    for name in sorted({*letters_in(folder)} - known):
        yield Discrepancy(name, DiscrepancyKind.UNKNOWN)


def _inconsistent(record: Manifest, counted: _Counted) -> Iterator[Discrepancy]:
    """Yield a finding when the manifest's own number of letters is not right."""
    states = counted.states
    if record.head.get("counts") != dict(states) or len(counted.files) < states.total():
        yield Discrepancy(manifest.JSON_NAME, DiscrepancyKind.COUNTS)


def _elsewhere(cases: Iterable[str], inspection: Inspection) -> Iterator[Discrepancy]:
    here = {each.name for each in inspection.workspace.folders()} | inspection.renumbered.keys()
    for number in sorted({*cases} - here):
        yield Discrepancy(f"{CASES_FOLDER}/{number}", DiscrepancyKind.ELSEWHERE)


def _people_named(cases: Iterable[str], inspection: Inspection) -> Iterator[Discrepancy]:
    """Yield the manifests that contain a token: they should contain none of any case.

    A case number may look like a telephone number: ``2026-1356``.
    """
    numbers = {" ".join(words_of(each)) for each in cases}
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
    record: Manifest,
    folder: Path,
    templates: Mapping[str, str | None],
    new_executor: Callable[[object], Executor],
) -> tuple[Inspection, list[str]]:
    """Return what is needed to look into files, and the cases that could not be read for it."""
    texts = (workspace.loaded.source.text, *(text for text in templates.values() if text))
    table, unsearched, renumbered = TokenTable(), [], {}
    executor = new_executor(workspace)
    numbers = [each.name for each in workspace.folders()]
    try:
        for each in executor.each(_tokens, numbers, _no_tokens):
            for number in (each.case, *each.former):
                table.add(number, each.tokens, each.lengths)
            renumbered.update(dict.fromkeys(each.former, each.case))
            if not each.is_whole:
                unsearched.append(each.case)
    finally:
        executor.stop()
    table.sort()
    job, common = same_job(workspace, folder, record.head), spaced(" ".join(texts))
    return Inspection(workspace, folder, job, table, common, renumbered), unsearched


def _tokens(workspace: Workspace, number: str) -> _CaseTokens:
    case = workspace.case(number)
    is_whole = all(case.files[stem].value is not None for stem in ("sag", "team"))
    tokens = tokens_of(case)
    return _CaseTokens(
        number, fingerprints(tokens), lengths_of(tokens), is_whole, case.former_numbers
    )


def _no_tokens(number: str) -> _CaseTokens:
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
