"""Check cases: run the rules and give every finding its place and message."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from samarbejde_cli import codes
from samarbejde_cli.actions.comparing import Comparing, mask_of, masked
from samarbejde_cli.actions.diagnosing import Places, diagnoses_of, diagnosis
from samarbejde_cli.actions.many_cases import ask_each, large_last, worth_remembering
from samarbejde_cli.actions.packed import joined, packed
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.summary import Summary
from samarbejde_cli.danish.text import closest, did_you_mean, listed
from samarbejde_cli.documents.lookup import OWN_FOLDER
from samarbejde_cli.files.find import CASES_FOLDER, WORKSPACE_FILE
from samarbejde_cli.findings import Diagnosis, Finding, Location, Place, Weight
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.load import Loaded
from samarbejde_cli.rules.engine.judge import Judged, judge, weigh_file
from samarbejde_cli.rules.engine.registry import CODES
from samarbejde_cli.rules.helpers.unread_files import misplaced_findings, unread_findings
from samarbejde_cli.source.strays import folders_like, strays_like

if TYPE_CHECKING:
    from samarbejde_cli.case.folder_state import FolderState
    from samarbejde_cli.files.memory import Entry


@frozen
class Part:
    """What is wrong in a case, or elsewhere: ``found`` as it was asked for, and how much."""

    found: Collection[Any]
    counts: "Counter[str]"


Digest: TypeAlias = Callable[[Iterable[Diagnosis]], Part]
"""What is wanted of diagnoses, of which there may be very many; goes to other processes."""
_Answer: TypeAlias = tuple[Part, Summary | None]
"""What a case says: what is wrong in it, and what of it is compared with others."""


@frozen
class Checked:
    """What a check found: the diagnoses in order, and how many cases were looked at."""

    cases: int
    diagnoses: Collection[Diagnosis]
    counts: "Counter[str]"

    @property
    def has_errors(self) -> bool:
        """Whether anything is wrong; something that is only missing so far is not."""
        return self.counts[Weight.ERROR] > 0


def in_full(diagnoses: Iterable[Diagnosis]) -> Part:
    """Return all diagnoses, packed when there are very many."""
    counts: Counter[str] = Counter()
    return Part(packed(_counted(diagnoses, counts)), counts)


def _counted(diagnoses: Iterable[Diagnosis], counts: "Counter[str]") -> Iterator[Diagnosis]:
    for each in diagnoses:
        counts[each.weight] += 1
        yield each


def check_workspace(workspace: Workspace, today: date) -> Checked:
    """Check the settings and every case of a workspace."""
    return check_folders(workspace, workspace.folders(), today, whole=True)


def check_folders(
    workspace: Workspace,
    folders: Sequence[Path],
    today: date,
    *,
    whole: bool = False,
    shown: Iterable[Path] | None = None,
) -> Checked:
    """Check the settings and the cases in these folders.

    What is wrong between cases is first, then the settings, then the cases in order. The options
    are those of ``check_each``.
    """
    parts = dict(check_each(workspace, folders, today, in_full, whole=whole, shown=shown))
    told = [parts[each] for each in (None, workspace.root, *folders) if each in parts]
    cases = len(folders) if workspace.loaded.profile else 0
    counts = sum((each.counts for each in told), Counter[str]())
    return Checked(cases, joined(each.found for each in told), counts)


def check_each(
    workspace: Workspace,
    folders: Sequence[Path],
    today: date,
    digest: Digest,
    *,
    whole: bool = False,
    shown: Iterable[Path] | None = None,
) -> Iterator[tuple[Path | None, Part]]:
    """Yield what is wrong as it is found: in the settings, each case, and at last between them.

    Beside each is the folder; None stands for what is between cases. No case waits for one of
    another size: those that are very large come after the others, else the order is that of
    ``folders``. ``whole`` says that these are all: only then they are compared. ``shown`` are the
    same folders, taken as the work goes on.
    """
    yield workspace.root, digest(profile_diagnoses(workspace))
    if workspace.loaded.profile is None:
        return
    if whole and worth_remembering(folders):
        yield from _changed(workspace, folders, today, digest, shown)
        return
    check = _Check(Comparing(workspace, today), digest, whole)
    ordered = large_last(folders)
    compared = []
    for _, folder, (part, about) in zip(
        shown or folders, ordered, ask_each(_checked, check, ordered), strict=True
    ):
        compared += [(folder, about)] if about else []
        yield folder, part
    judged = check.comparing.judged([about for _, about in sorted(compared, key=_folder)])
    yield None, digest(_placed(workspace, judged))


def _folder(compared: tuple[Path, Summary]) -> Path:
    return compared[0]


def _changed(
    workspace: Workspace,
    folders: Sequence[Path],
    today: date,
    digest: Digest,
    shown: Iterable[Path] | None,
) -> Iterator[tuple[Path | None, Part]]:
    """Yield what is wrong in cases and between them, asking only those that changed."""
    from samarbejde_cli.actions.recall import ask_changed  # noqa: PLC0415 — only for many
    from samarbejde_cli.files.memory import memory_of  # noqa: PLC0415 — only for many

    memory = memory_of(workspace.root, "validate", f"{today} {workspace.loaded.source.digest}")
    check = _Check(Comparing(workspace, today, memory.key), digest, whole=True)
    entries: dict[Path, Entry] = {}
    asked: dict[Path, Summary] = {}
    questions = _noted, _known_again
    for told in ask_changed(questions, check, folders, memory, shown, in_order=False):
        part, about = told.answer
        if told.entry:
            entries[told.folder] = told.entry
        if about:
            asked[told.folder] = about
        yield told.folder, part
    asked = {each: asked[each] for each in folders if each in asked}
    notes = {each: entries[each].note.partition(_BESIDE) for each in folders if each in entries}
    remembered = {folder: note[0] for folder, note in notes.items() if folder not in asked}
    judged, news = check.comparing.compare(asked, remembered, mask_of(memory.settings))
    buckets = (news.get(folder, note[0]) for folder, note in notes.items())
    kept, mask = masked(buckets, mask_of(memory.settings))
    memory.keep(
        (
            entries[folder]._replace(note=f"{note}{_BESIDE}{found}")
            for (folder, (_, _, found)), note in zip(notes.items(), kept, strict=True)
        ),
        mask,
    )
    yield None, digest(_placed(workspace, judged))


_BESIDE = " "
"""Stands in a case's note between what is compared with others and what is wrong in it."""
_NOTED = 200
"""Up to so many findings of a case are remembered."""


def _noted(check: "_Check", case: Case) -> tuple[_Answer, str | None]:
    from samarbejde_cli.actions.findings_note import note_of  # noqa: PLC0415 — only for many

    workspace = check.comparing.workspace
    noted: list[tuple[Judged, Diagnosis]] = []
    part = check.digest(_noting(checked_case(workspace, case, check.comparing.today), noted))
    note = note_of(noted, case, workspace.loaded.source) if len(noted) <= _NOTED else None
    answer = part, check.comparing.summary(case)
    return answer, None if note is None else f"{_BESIDE}{note}"


def _noting(
    found: Iterable[tuple[Judged, Diagnosis]], noted: list[tuple[Judged, Diagnosis]]
) -> Iterator[Diagnosis]:
    """Yield diagnoses, and note the first with what the rules said."""
    for both in found:
        if len(noted) <= _NOTED:
            noted.append(both)
        yield both[1]


def _known_again(check: "_Check", note: str, state: "FolderState") -> _Answer | None:
    """Return what a case says by its note; None for one that was changed just now."""
    about = note.partition(_BESIDE)[2]
    if not about:
        return check.digest(()), None
    from samarbejde_cli.actions.findings_note import findings_of  # noqa: PLC0415 — only for many

    found = findings_of(about, state, check.comparing.workspace.loaded.source)
    return None if found is None else (check.digest(found), None)


@frozen
class _Check:
    """How cases are checked: with ``whole``, what is compared of each is wanted too."""

    comparing: Comparing
    digest: Digest
    whole: bool


def _checked(check: _Check, folder: Path) -> _Answer:
    return _of_case(check, load_case(folder))


def _of_case(check: _Check, case: Case) -> _Answer:
    workspace, today = check.comparing.workspace, check.comparing.today
    found = (each for _, each in checked_case(workspace, case, today))
    return check.digest(found), check.comparing.summary(case) if check.whole else None


def _placed(workspace: Workspace, judged: Iterable[Judged]) -> list[Diagnosis]:
    settings = workspace.loaded.source
    places = Places({settings.path: settings})
    return sorted((diagnosis(each, places) for each in judged), key=_order)


def check_case(workspace: Workspace, case: Case, today: date) -> list[Diagnosis]:
    """Return every error, gap and note in a case."""
    return [each for _, each in checked_case(workspace, case, today)]


def checked_case(
    workspace: Workspace, case: Case, today: date, *, only_blocking: bool = False
) -> Iterator[tuple[Judged, Diagnosis]]:
    """Yield the same with what the rules said, made file by file: there may be very much.

    With ``only_blocking``, only what keeps the case in its step.
    """
    profile, problems = workspace.profile_of(case)
    judged = [weigh_file(problem, profile) for problem in problems]
    judged += judge(case, profile, today, only_blocking=only_blocking)
    if not judged:
        return
    places = Places({source.path: source for source in case.sources()})
    by_file: defaultdict[Path, list[Judged]] = defaultdict(list)
    for each in judged:
        by_file[each.finding.location.file].append(each)
    del judged
    for file in sorted(by_file):
        for each, place in _in_order(by_file.pop(file), places):
            told = diagnosis(each, places, place)
            if told.blocks or not only_blocking:
                yield each, told


def _in_order(found: list[Judged], places: Places) -> Iterator[tuple[Judged, Place]]:
    """Yield what was found in a file as it stands there, with its place.

    Of very many, no more is held than their order needs.
    """
    order = [
        (*places.place(each.finding.location), each.rule.code, number)
        for number, each in enumerate(found)
    ]
    order.sort(key=_BY_PLACE)
    for line, column, length, _, number in order:
        yield found[number], Place(line, column, length)


_BY_PLACE = itemgetter(0, 1, 3, 4)


def _order(each: Diagnosis) -> tuple[Path, int, int, str]:
    return each.file, each.place.line, each.place.column, each.code


def profile_diagnoses(workspace: Workspace) -> list[Diagnosis]:
    """Return what is wrong with ``samarbejde.yaml``."""
    source = workspace.loaded.source
    places = Places({source.path: source})
    strays = (
        *strays_like(workspace.root, Path(WORKSPACE_FILE).stem),
        *folders_like(workspace.root, (CASES_FOLDER, OWN_FOLDER)),
    )
    findings = [
        *workspace.loaded.findings,
        *_unknown_papers(workspace.loaded),
        *_unknown_rules(workspace.loaded),
        *unread_findings(strays),
        *misplaced_findings(workspace.root / CASES_FOLDER),
    ]
    return diagnoses_of(findings, places)


def _unknown_papers(loaded: Loaded) -> Iterator[Finding]:
    """Yield a finding for each paper in the settings that there is none of."""
    if loaded.profile and loaded.is_own(("papirer",)):
        from samarbejde_cli.documents.catalogue import KINDS  # noqa: PLC0415 — slow, and rarely needed

        known = sorted(kind.stem for kind in KINDS.values())
        yield from _unknown_keys(loaded, "papirer", loaded.profile.papers, known)


def _unknown_rules(loaded: Loaded) -> Iterator[Finding]:
    """Yield a finding for each rule in the settings that there is none of."""
    if loaded.profile and loaded.is_own(("regler",)):
        yield from _unknown_keys(loaded, "regler", loaded.profile.rules, CODES)


def _unknown_keys(
    loaded: Loaded, section: str, keys: Iterable[str], known: Sequence[str]
) -> Iterator[Finding]:
    for key in keys:
        if key not in known:
            meant = closest(key, known)
            help_text = did_you_mean(meant) or _ALL[section].format(listed(known))
            location = Location(loaded.source.path, (section, key), on_key=True)
            yield Finding(codes.UNKNOWN_FIELD, location, {"felt": key, "hjælp": help_text})


_ALL = {
    "papirer": "Papirerne: {}.",
    "regler": "`samarbejde explain` viser alle regler med deres koder.",
}
