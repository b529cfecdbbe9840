"""What goes with the finished letters: combined files to send or print, and calendar files.

Word is slow with long files, so a folder with many letters gives several. A table next to them
lists which letter is where; like the manifest, it contains no names.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path, PurePosixPath

from samarbejde_cli.actions.batch.job import SHARED, Group, Job
from samarbejde_cli.actions.batch.letters import CaseLetters
from samarbejde_cli.actions.batch.plan import PlannedLetter
from samarbejde_cli.actions.batch.present import COMBINED
from samarbejde_cli.actions.batch.running import RunResult
from samarbejde_cli.actions.calendar import NoMeetingError, editions
from samarbejde_cli.actions.executors import Executor, SerialExecutor, Tick
from samarbejde_cli.case.case import load_case
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.os_errors import in_danish
from samarbejde_cli.files.private import make_folder
from samarbejde_cli.files.write import digest_of, write_change, write_file
from samarbejde_cli.lazy import frozen
from samarbejde_cli.word import combine_documents

CALENDARS = "outlook"
"""The folder of the calendar files."""
TABLE = "indhold.csv"
"""The list of the letters in the combined files."""
MOST = 200
"""Letters in one file."""
_EVERYTHING = "alle"
_AGENDA, _INVITATION = "agenda", "invitation"
_HEADINGS = ("samlet fil", "nummer", "sag", "fil", "sha256")


@frozen
class Bundle:
    """The letters of one combined file, in their order."""

    name: str
    letters: tuple[PlannedLetter, ...]


def bundles(ran: RunResult) -> list[Bundle]:
    """Return which finished letters belong together: those of a folder, in the plan's order.

    By recipient, the papers that are the same for all who are invited go along with each
    invitation; those that are no letters stay by themselves.
    """
    found: dict[str, list[PlannedLetter]] = defaultdict(list)
    for letter in ran.done:
        folder = PurePosixPath(letter.file).parent.name
        found[folder or _EVERYTHING].append(letter)
    if ran.job.group is Group.RECIPIENT:
        _share(found)
    return [each for name, letters in sorted(found.items()) for each in _cut(name, letters)]


def combine_letters(
    ran: RunResult, executor: Executor | None = None, tick: Tick = lambda _: None
) -> list[Path]:
    """Write every bundle to ``samlet/`` with the table of them, and return the Word files.

    Those of an earlier run are removed, and the PDFs of them. Raises ``SamarbejdeError`` for a
    letter that is gone or was changed since it was made, ``WriteError``.
    """
    into = ran.job.output / COMBINED
    with in_danish(into):
        make_folder(into)
    _remove_earlier(into)
    made, done = bundles(ran), 0
    for number in (executor or SerialExecutor(ran.job)).each(_write_bundle, made, _lost, lot=1):
        done += number
        tick(done)
    write_file(into / TABLE, _table(made))
    return [into / bundle.name for bundle in made]


def _write_bundle(job: Job, bundle: Bundle) -> int:
    """Write one combined file, and return how many letters are in it."""
    whole = combine_documents(_read(job.output, bundle.letters))
    write_file(job.output / COMBINED / bundle.name, whole)
    return len(bundle.letters)


def _lost(bundle: Bundle) -> int:
    raise SamarbejdeError(
        f"Programmet gik ned, da det lavede {bundle.name}.",
        "Kør kommandoen igen med --jobs 1.",
    )


def _share(found: dict[str, list[PlannedLetter]]) -> None:
    own: dict[str, list[str]] = defaultdict(list)
    for name, letters in found.items():
        if any(each.kind == _INVITATION for each in letters):
            own[letters[0].case].append(name)
    for name, letters in list(found.items()):
        others = own[letters[0].case] if name == f"{letters[0].case}-{SHARED}" else []
        for other in others:
            has_own = {each.kind for each in found[other]}
            found[other] += [each for each in letters if each.kind not in has_own]
        if others:
            del found[name]


def _cut(name: str, letters: Sequence[PlannedLetter]) -> Iterator[Bundle]:
    for number, first in enumerate(range(0, len(letters), MOST), 1):
        part = f"-{number:02d}" if len(letters) > MOST else ""
        yield Bundle(f"{name}{part}.docx", tuple(letters[first : first + MOST]))


def _read(folder: Path, letters: Sequence[PlannedLetter]) -> Iterator[bytes]:
    for letter in letters:
        path = folder / letter.file
        with in_danish(path):
            data = path.read_bytes()
        if digest_of(data) != letter.sha256:
            raise SamarbejdeError(
                f"{letter.file} er ændret, siden den blev lavet, og er ikke samlet med de andre.",
                "Se, hvad der er sket, med `samarbejde batch verify`.",
            )
        yield data


def _table(made: Sequence[Bundle]) -> bytes:
    text = StringIO(newline="")
    rows = csv.writer(text, delimiter=";")
    rows.writerow(_HEADINGS)
    for bundle in made:
        for number, each in enumerate(bundle.letters, 1):
            rows.writerow((bundle.name, number, each.case, each.file, each.sha256))
    return text.getvalue().encode("utf-8-sig")


def combined_in(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """Return the letters of each combined file, as file and hash; {} without a table.

    Raises ``ValueError`` or ``LookupError`` for a table that is not ours, ``OSError``.
    """
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    if (folder / TABLE).exists():
        with (folder / TABLE).open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file, delimiter=";"):
                found[PurePosixPath(row["samlet fil"]).name].append((row["fil"], row["sha256"]))
    return found


def _remove_earlier(folder: Path) -> None:
    """Remove the combined files of an earlier run and their PDFs, and nothing else."""
    try:
        names = combined_in(folder)
    except (OSError, ValueError, LookupError):
        return
    for name in names:
        for path in (folder / name, (folder / name).with_suffix(".pdf")):
            with in_danish(path):
                path.unlink(missing_ok=True)


def write_calendars(
    ran: RunResult, executor: Executor | None = None, tick: Tick = lambda _: None
) -> tuple[int, list[str]]:
    """Write a calendar file for each case whose agenda was made and that has colleagues to ask.

    Returns how many there are, and the cases where it failed. Raises ``WriteError`` when the folder
    cannot be written to.
    """
    hashes = {case.number: case.sha256 for case in ran.plan.cases}
    numbers = [(letter.case, hashes[letter.case]) for letter in ran.done if letter.kind == _AGENDA]
    if not numbers:
        return 0, []
    folder = ran.job.output / CALENDARS
    with in_danish(folder):
        make_folder(folder)
    made, failed = 0, []
    results = (executor or SerialExecutor(ran.job)).each(_write_calendar, numbers, _no_calendar)
    for done, ((number, _), result) in enumerate(zip(numbers, results, strict=True), 1):
        made += result is True
        failed += [number] if result is False else []
        tick(done)
    return made, failed


def _write_calendar(job: Job, planned: tuple[str, str]) -> bool | None:
    """Write one; True when it is there, None when nobody needs it, False when it failed.

    A case that was changed since its agenda was approved gets none: the two would differ.
    """
    number, approved = planned
    folder = job.workspace.case_folder(number)
    try:
        with locked(folder):
            case = load_case(folder)
            if CaseLetters(job, case).sha256 != approved:
                return False
            found, change = editions(job.workspace, case, job.day, f"{number}-")
            for each in found:
                write_file(job.output / CALENDARS / each.name, each.data)
            if change:
                write_change(change)
    except NoMeetingError:
        return None
    except SamarbejdeError:
        return False
    return True


def _no_calendar(planned: tuple[str, str]) -> bool | None:
    del planned
    return False
