"""A copy of the workspace in which nobody can be recognised, for research and for trying out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from samarbejde_cli.actions.pseudonymise import Tree, pseudonymised
from samarbejde_cli.actions.pseudonyms import Draw, Pseudonyms, Shared
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import APPEND_ONLY, Case, load_case
from samarbejde_cli.case.case_file import CaseFile
from samarbejde_cli.case.consent import Consent
from samarbejde_cli.errors import WriteError, WrongUseError
from samarbejde_cli.files.find import CASES_FOLDER, WORKSPACE_FILE, real
from samarbejde_cli.files.lock import TEMPORARY
from samarbejde_cli.files.private import make_folder
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.judge import judge
from samarbejde_cli.source.read import from_text

_WEEKS = range(1, 27)
_KEPT = (
    "profil", "afdelinger", "fagcentre", "målgruppe", "udelukket", "tjekliste", "koordinatorer",
    "samtykke", "rytme", "frister", "team", "møderoller", "plan", "dialogskema", "måling",
    "fridage", "skoleferier", "møde_start", "papirer", "mødetjekliste_uden",
)  # fmt: skip
"""The settings that decide how cases are judged, and that tell of nobody."""


@dataclass(frozen=True)
class Exported:
    """Result of ``export``: the folder, how many cases are in it, and those that could not be."""

    folder: Path
    cases: int
    left_out: tuple[str, ...]


def export(
    workspace: Workspace, folder: Path, today: date, random: Random, folders: Iterable[Path]
) -> Exported:
    """Write a copy without anybody in it to a new folder.

    Raises ``WrongUseError`` when something lies there, or it is in the workspace itself,
    ``WriteError`` when it cannot be written.
    """
    _require_free(workspace, folder)
    try:
        make_folder(folder.parent)
        with TemporaryDirectory(prefix=TEMPORARY, dir=folder.parent) as work:
            made = _Exporter(workspace, Path(work) / "kopi", today, random)
            left_out = made.write(list(folders))
            made.root.rename(folder)
    except OSError as problem:
        raise WriteError(
            f"Kopien kan ikke lægges i {folder}.",
            "Vælg en mappe, hvor du må skrive, med --output.",
        ) from problem
    return Exported(folder, made.cases, tuple(left_out))


def _require_free(workspace: Workspace, folder: Path) -> None:
    if folder.exists():
        raise WrongUseError(f"{folder} findes allerede.", "Vælg en ny mappe med --output.")
    if real(workspace.root) in (real(folder), *real(folder).parents):
        raise WrongUseError(
            "Kopien må ikke ligge i arbejdsmappen: så kunne den blive gemt sammen med sagerne.",
            "Vælg en mappe et andet sted med --output.",
        )


class _Exporter:
    """Writes the copy: first the settings, then the cases of one person after another."""

    def __init__(self, workspace: Workspace, root: Path, today: date, random: Random) -> None:
        self.workspace, self.root, self.today = workspace, root, today
        self.random = random
        self.cases = 0

    def write(self, folders: Sequence[Path]) -> list[str]:
        """Write everything; return the numbers of the cases that cannot be read."""
        draw = Draw(self.random)
        draw.learn(_texts_of(self.workspace.loaded.source.data))
        whole, left_out = self._look_over(folders, draw)
        shared = Shared(self.workspace.profile, draw)
        numbers = [each.name for own in whole.values() for each in own]
        for number in self.random.sample(numbers, len(numbers)):
            shared.number(number)
        make_folder(self.root / CASES_FOLDER)
        _write(self.root / WORKSPACE_FILE, _settings(self.workspace, shared))
        self.copy = Workspace(self.root)
        for own in whole.values():
            self._write_person([load_case(each) for each in own], shared)
        self.cases = len(numbers)
        return left_out

    def _look_over(
        self, folders: Iterable[Path], draw: Draw
    ) -> tuple[dict[str, list[Path]], list[str]]:
        """Return the folders of each person's cases, and the numbers of those to leave out."""
        whole: dict[str, list[Path]] = {}
        left_out = []
        for folder in folders:
            case = load_case(folder)
            if case.is_whole:
                whole.setdefault(str(case.record.youth.cpr), []).append(folder)
                draw.learn(_texts_of([each.data for each in case.sources()]))
            else:
                left_out.append(case.number)
        return whole, left_out

    def _write_person(self, cases: Sequence[Case], shared: Shared) -> None:
        """Write the cases of one person, moved by as many weeks as keep the rules they follow."""
        known = {each.number: self._judged(each, self.workspace) for each in cases}
        best: tuple[int, list[tuple[Case, dict[str, Tree]]]] | None = None
        for weeks in self.random.sample(_WEEKS, len(_WEEKS)):
            people = Pseudonyms(shared, timedelta(weeks=weeks), "")
            found = [(each, _trees(each, people)) for each in cases]
            new = sum(self._news(each, trees, known[each.number]) for each, trees in found)
            if best is None or new < best[0]:
                best = (new, found)
            if new == 0:
                break
        for each, trees in best[1] if best else ():
            for stem, tree in trees.items():
                path = self.root / CASES_FOLDER / shared.number(each.number) / f"{stem}.yaml"
                make_folder(path.parent)
                _write(path, tree, lines=stem in APPEND_ONLY)

    def _news(self, case: Case, trees: Mapping[str, Tree], known: set[str]) -> int:
        """Return how many rules the copy of a case breaks that the case does not."""
        folder = self.root / CASES_FOLDER / case.number
        files = {
            stem: CaseFile(
                from_text(folder / f"{stem}.yaml", _text(trees[stem], lines=stem in APPEND_ONLY)),
                case.files[stem].kind,
            )
            for stem in case.files
            if stem in trees
        }
        copy = Case(folder, files)
        vars(copy)["register_file"] = None
        return len(self._judged(copy, self.copy) - known)

    def _judged(self, case: Case, workspace: Workspace) -> set[str]:
        profile, _ = workspace.profile_of(case)
        found = unless_broken(lambda: judge(case, profile, self.today), [])
        return {x.rule.code for x in found if x.weight in (Weight.ERROR, Weight.WARNING)}


def _trees(case: Case, people: Pseudonyms) -> dict[str, Tree]:
    youth = case.record.youth
    full = people.name(youth.name)
    people.names.setdefault(youth.short_name.casefold(), full.split()[0])
    register = {"breve": case.register_file} if case.register_file else {}
    trees: dict[str, Tree] = {}
    for stem, file in {**case.files, **register}.items():
        value = file.value
        items = [pseudonymised(x, people) for x in value] if isinstance(value, list) else None
        trees[stem] = pseudonymised(value, people) if items is None else items
    _renew_fingerprints(case.consent, trees["samtykke"], people)
    return trees


def _renew_fingerprints(consent: Consent, tree: Tree, people: Pseudonyms) -> None:
    """Let the signatures cover the same items as before, by what these say now."""
    before = [each.fingerprint for each in consent.items]
    after = [each.fingerprint for each in Consent.model_validate(tree).items]
    known = dict(zip(before, after, strict=True))
    for signature, own in zip(tree.get("underskrifter", ()), consent.signatures, strict=True):
        if own.shown:
            signature["omfatter"] = [known.get(each) or _lost(each, people) for each in own.shown]


def _lost(fingerprint: str, people: Pseudonyms) -> str:
    before, dash, digits = fingerprint.rpartition("-")
    return f"{before}{dash}{people.shared.draw.fingerprint(len(digits))}"


def _settings(workspace: Workspace, shared: Shared) -> Tree:
    source: Any = workspace.loaded.source.data
    profile = workspace.profile
    people = Pseudonyms(shared, timedelta(0), "")
    found: dict[str, Tree] = {"kommune": "Eksempel Kommune"}
    found |= {key: source[key] for key in _KEPT if source.get(key) is not None}
    if holidays := found.get("skoleferier"):
        found["skoleferier"] = [
            each | {"navn": f"Skoleferie {number}"} for number, each in enumerate(holidays, 1)
        ]
    if profile.monitoring.indicators:
        named = [pseudonymised(each, people) for each in profile.monitoring.indicators]
        found["måling"] = {**found.get("måling", {}), "indikatorer": named}
    found["lokaler"] = [{"navn": shared.room(each.name)} for each in profile.rooms]
    found["medarbejdere"] = [
        _without_absences(pseudonymised(each, people)) for each in profile.staff
    ]
    found["regler"] = {
        code: {"alvor": setting.level.value, "begrundelse": "Kommunens egen begrundelse"}
        for code, setting in profile.rules.items()
        if code in (source.get("regler") or {})
    }
    return {key: each for key, each in found.items() if each}


def _without_absences(tree: Tree) -> Tree:
    """Return an employee without the days on which they are away: these are not moved."""
    lists = {key for key, each in tree.items() if isinstance(each, list)}
    return {key: each for key, each in tree.items() if key not in lists - {"arbejdsdage"}}


def _texts_of(tree: Any) -> Iterator[str]:
    """Yield every text in some trees."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        yield from _texts_of(list(tree.values()))
    elif isinstance(tree, list | tuple):
        for each in tree:
            yield from _texts_of(each)


def _write(path: Path, tree: Tree, *, lines: bool = False) -> None:
    path.write_text(_text(tree, lines=lines), "utf-8", newline="\n")


def _text(tree: Tree, *, lines: bool = False) -> str:
    """Return a tree as YAML; ``lines`` puts each record on a line of its own."""
    import yaml  # noqa: PLC0415 — start-up

    dumper = yaml.CSafeDumper if yaml.__with_libyaml__ else yaml.SafeDumper

    def dumped(each: Tree, **how: Any) -> str:
        words: str = yaml.dump(each, Dumper=dumper, allow_unicode=True, sort_keys=False, **how)
        return words

    if lines:
        records = (dumped(each, default_flow_style=True, width=10**6) for each in tree)
        return "".join(f"- {each}" for each in records) or "[]\n"
    return dumped(tree, width=100) if tree else "{}\n"
