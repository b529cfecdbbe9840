"""Check cases: run the rules and give every finding its place and message."""

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from samarbejde_cli import codes
from samarbejde_cli.actions.many_cases import ask_each
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.summary import Summary, summary
from samarbejde_cli.danish.text import closest, did_you_mean, listed
from samarbejde_cli.documents.lookup import OWN_FOLDER
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.find import CASES_FOLDER, WORKSPACE_FILE, real
from samarbejde_cli.findings import Diagnosis, Finding, Location, Place, Related, Weight
from samarbejde_cli.lazy import frozen, lazy_pattern
from samarbejde_cli.profile.load import Loaded
from samarbejde_cli.rules.engine.judge import Judged, judge, weigh_file
from samarbejde_cli.rules.engine.registry import CODES
from samarbejde_cli.rules.engine.workspace import judge_all
from samarbejde_cli.rules.helpers.unread_files import misplaced_findings, unread_findings
from samarbejde_cli.source.read import Source, read
from samarbejde_cli.source.strays import folders_like, strays_like

_ALLOWED = lazy_pattern(r"#\s*samarbejde:\s*tillad\s+(SAM\d{3})\s+(\S.*)")


@frozen
class Checked:
    """What a check found: the diagnoses in order, and how many cases were looked at."""

    cases: int
    diagnoses: tuple[Diagnosis, ...]

    @property
    def has_errors(self) -> bool:
        """Whether anything is wrong; something that is only missing so far is not."""
        return any(diagnosis.weight == Weight.ERROR for diagnosis in self.diagnoses)


@frozen
class Places:
    """Turns locations into places, with the sources that were already read."""

    sources: dict[Path, Source]

    def source(self, path: Path) -> Source:
        """Return the source of a file, read now when it was not read before."""
        if path not in self.sources:
            self.sources[path] = read(path)
        return self.sources[path]

    def place(self, location: Location) -> Place:
        """Return line and column of a location."""
        return location.place or self.source(location.file).locate(location)

    def line(self, path: Path, place: Place) -> str:
        """Return the text of the line that a place is on."""
        return self.source(path).line(place.line)


def check_workspace(workspace: Workspace, today: date) -> Checked:
    """Check the settings and every case of a workspace."""
    return check_folders(workspace, workspace.folders(), today, whole=True)


def check_folders(
    workspace: Workspace, folders: Iterable[Path], today: date, *, whole: bool = False
) -> Checked:
    """Check the settings and the cases in these folders.

    ``whole`` says that these are all: only then the cases are compared with each other.
    """
    diagnoses = profile_diagnoses(workspace)
    if workspace.loaded.profile is None:
        return Checked(0, tuple(diagnoses))
    count, summaries = 0, []
    for found, about in ask_each(_checked, _Check(workspace, today, whole), folders):
        count += 1
        diagnoses += found
        summaries += [about] if about else []
    between = _between(workspace, summaries, today)
    return Checked(count, (*between, *diagnoses))


@frozen
class _Check:
    """How cases are checked: with ``whole``, what is compared of each is wanted too."""

    workspace: Workspace
    today: date
    whole: bool


def _checked(check: _Check, folder: Path) -> tuple[list[Diagnosis], Summary | None]:
    case = load_case(folder)
    found = check_case(check.workspace, case, check.today)
    if not check.whole:
        return found, None
    return found, summary(case, check.workspace.profile_of(case)[0], check.today)


def _between(workspace: Workspace, cases: Sequence[Summary], today: date) -> list[Diagnosis]:
    """Return what is wrong between the open cases."""
    settings = workspace.loaded.source
    judged = judge_all(cases, workspace.profile, today, settings.path) if cases else []
    places = Places({settings.path: settings})
    return sorted((diagnosis(each, places) for each in judged), key=_order)


def check_case(workspace: Workspace, case: Case, today: date) -> list[Diagnosis]:
    """Return every error, gap and note in a case."""
    profile, problems = workspace.profile_of(case)
    judged = [weigh_file(problem, profile) for problem in problems]
    judged += judge(case, profile, today)
    if not judged:
        return []
    places = Places({source.path: source for source in case.sources()})
    return sorted(
        (diagnosis(each, places) for each in judged),
        key=_order,
    )


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


def diagnoses_of(findings: Iterable[Finding], places: Places) -> list[Diagnosis]:
    """Return findings about the form of files as diagnoses."""
    return [diagnosis(weigh_file(finding, None), places) for finding in findings]


def diagnosis(judged: Judged, places: Places) -> Diagnosis:
    """Return a judged finding with its words, its place and its line."""
    finding, rule = judged.finding, judged.rule
    location = finding.location
    place = places.place(location)
    line = places.line(location.file, place)
    weight, reason = _allowed(judged, line)
    return Diagnosis(
        file=location.file,
        place=place,
        route=location.route,
        code=rule.code,
        name=rule.name,
        weight=weight,
        message=rule.message.format(**finding.facts),
        hint=finding.facts.get("hjælp") or rule.hint.format(**finding.facts),
        line=line,
        reason=reason,
        related=tuple(
            Related(text, other.file, places.place(other)) for text, other in finding.related
        ),
    )


def _allowed(judged: Judged, line: str) -> tuple[str, str]:
    """Return weight and reason, softened when the line itself allows the finding."""
    found = _ALLOWED.search(line) if not judged.rule.about_form and "samarbejde:" in line else None
    if found and found[1] == judged.rule.code:
        return Weight.NOTE, f"tilladt på linjen: {found[2].strip()}"
    return judged.weight, judged.reason


@frozen
class PathSelection:
    """Which cases the paths of a user mean."""

    workspace: Workspace
    here: Path

    def folders(self, words: Iterable[str]) -> list[Path]:
        """Return the case folders meant by numbers, folders or files, each once, in order."""
        found = [folder for word in words for folder in self._folders(word)]
        return sorted(set(found), key=lambda folder: folder.name)

    @cached_property
    def _cases(self) -> Path:
        return real(self.workspace.root / CASES_FOLDER)

    def _folders(self, word: str) -> Iterator[Path]:
        path = real(self.here / word)
        root = real(self.workspace.root)
        if path in (root, self._cases):
            yield from self.workspace.folders()
        elif path == root / WORKSPACE_FILE:
            return
        elif self._cases in path.parents and os.path.exists(path):  # noqa: PTH110 — never raises
            yield self._cases / path.relative_to(self._cases).parts[0]
        else:
            yield self._by_number(word)

    def _by_number(self, word: str) -> Path:
        if not os.path.exists(word):  # noqa: PTH110 — never raises
            return self.workspace.folder_of(word, self.here)
        raise WrongUseError(
            f"{word} hører ikke til en sag i arbejdsmappen {self.workspace.root}.",
            "Angiv et sagsnummer, en mappe under sager/ eller en fil i den.",
        )
