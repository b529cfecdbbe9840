"""Make papers again as they were, byte for byte, from git's history; or say what is gone."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import takewhile
from pathlib import Path, PureWindowsPath
from tempfile import TemporaryDirectory

from samarbejde_cli import __version__, word
from samarbejde_cli.actions.calendar import PAPERS, again
from samarbejde_cli.actions.output_folder import OutputFolder, Status, changed_by_hand
from samarbejde_cli.actions.paper_register import appended, read_filed
from samarbejde_cli.actions.provenance import candidates, data_digest
from samarbejde_cli.actions.render import Produced, produce
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import PAPER_REGISTER, Case, load_case
from samarbejde_cli.case.paper_register import PaperRecord
from samarbejde_cli.documents.catalogue import KINDS, Kind
from samarbejde_cli.documents.lookup import OWN_FOLDER, find_template, read_template
from samarbejde_cli.errors import SamarbejdeError, WriteError
from samarbejde_cli.files.find import CASES_FOLDER, WORKSPACE_FILE
from samarbejde_cli.files.lock import TEMPORARY
from samarbejde_cli.files.private import make_folder
from samarbejde_cli.files.write import digest_of
from samarbejde_cli.lazy import frozen, mutable
from samarbejde_cli.shipped import shipped
from samarbejde_cli.source.read import from_text

_TRIES = 20
"""Number of commits to try when git does not have the exact files; the newest are nearest."""


class _LostError(Exception):
    """Something that a paper was made from is no longer there; says what, in Danish."""


@frozen
class Again:
    """A filed paper and its new file; ``path`` is None when ``reason`` says why not."""

    entry: PaperRecord
    path: Path | None
    reason: str = ""


def rerender(workspace: Workspace, case: Case, until: date | None, output: Path) -> list[Again]:
    """Make every filed paper again into a folder: the last of each file dated up to a day.

    Raises ``SamarbejdeError`` when ``breve.yaml`` cannot be read or nothing is filed,
    ``WriteError`` when the folder cannot be written to.
    """
    filed = read_filed(case.folder)[1]
    entries = _wanted(case, filed, until)
    try:
        make_folder(output)
        with TemporaryDirectory(prefix=TEMPORARY, dir=output) as work:
            reproducer = _Reproducer(workspace, case, filed, OutputFolder(output), Path(work))
            found = [reproducer.again(entry, number) for number, entry in enumerate(entries)]
    except OSError as problem:
        raise WriteError(
            f"Papirerne kan ikke skrives i {output}.",
            "Vælg en mappe, hvor du må skrive, med --output.",
        ) from problem
    reproducer.output_folder.close()
    return found


def _wanted(case: Case, filed: list[PaperRecord], until: date | None) -> list[PaperRecord]:
    found = {each.file: each for each in filed if until is None or each.date <= until}
    if not found:
        when = f" til og med {until.isoformat()}" if until else ""
        raise SamarbejdeError(
            f"Der er ikke noteret papirer på sagen {case.number}{when}.",
            "Papirer bliver noteret i sagens breve.yaml, når de bliver lavet.",
        )
    return list(found.values())


@mutable
class _Reproducer:
    workspace: Workspace
    case: Case
    filed: list[PaperRecord]
    output_folder: OutputFolder
    work: Path

    def again(self, entry: PaperRecord, number: int) -> Again:
        """Make one paper again. ``number`` names the folder that it is made in."""
        if PureWindowsPath(entry.file).name != entry.file:
            return Again(entry, None, "Det er ikke navnet på en fil.")
        try:
            data = self._made(entry, self.work / str(number))
        except _LostError as lost:
            return Again(entry, None, str(lost))
        path = self.output_folder.folder / entry.file
        if self.output_folder.put(entry.file, data, overwrite=False) is Status.KEPT:
            return Again(entry, None, changed_by_hand(path).message)
        return Again(entry, path)

    def _made(self, entry: PaperRecord, root: Path) -> bytes:
        if entry.paper in PAPERS:
            return self._calendar(entry)
        kind, template = _kind(entry), self._template(entry)
        exact, sources = self._sources(entry)
        keeps = (False, True) if _has_comments(template) else (False,)
        for number, files in enumerate(sources):
            whole = {**files, **self._papers_before(entry)}
            whole[f"{OWN_FOLDER}/{entry.template}"] = template
            for keep in keeps:
                folder = root / f"{number}{keep:d}"
                produced = self._produced(folder, whole, kind, entry, keep_comments=keep)
                for data in (path.read_bytes() for path in produced.paths):
                    if digest_of(data) == entry.sha256:
                        return data
                if exact and not produced.paths:
                    raise _LostError(_why_none(produced))
        raise _LostError(_why_other(entry) if exact else self._why_no_data())

    def _papers_before(self, entry: PaperRecord) -> dict[str, bytes]:
        """Return ``breve.yaml`` as it was: letters refer to earlier ones."""
        name = f"{CASES_FOLDER}/{self.case.number}/{PAPER_REGISTER}.yaml"
        change = appended(from_text(Path(name), ""), [vars(x) for x in self._before(entry)])
        return {name: change.data} if change else {}

    def _before(self, entry: PaperRecord) -> Iterator[PaperRecord]:
        return takewhile(lambda each: each is not entry, self.filed)

    def _calendar(self, entry: PaperRecord) -> bytes:
        data = again(self.workspace.profile.municipality, self.case, entry)
        if digest_of(data) != entry.sha256:
            raise _LostError(_why_other(entry))
        return data

    def _sources(self, entry: PaperRecord) -> tuple[bool, list[Mapping[str, bytes]]]:
        """Return the files that the paper was made from, and whether it is known to be them.

        Where nobody kept them, others may give the same paper: what changed need not be in it.
        """
        others = []
        for files in candidates(self.case, self.workspace, entry.commit):
            if data_digest(files) == entry.data_sha256:
                return True, [files]
            if WORKSPACE_FILE in files:
                others.append(files)
        return False, others[:_TRIES]

    def _produced(
        self,
        root: Path,
        files: Mapping[str, bytes],
        kind: Kind,
        entry: PaperRecord,
        *,
        keep_comments: bool,
    ) -> Produced:
        for name, content in files.items():
            make_folder((root / name).parent)
            (root / name).write_bytes(content)
        workspace = Workspace(root)
        try:
            (folder,) = (root / CASES_FOLDER).iterdir()
            case = load_case(folder)
            profile, _ = workspace.profile_of(case)
            return produce(
                case,
                profile,
                workspace,
                [kind],
                day=entry.date,
                reader=entry.recipient,
                keep_comments=keep_comments,
            )
        except SamarbejdeError as problem:
            return Produced((), (), (problem,))

    def _why_no_data(self) -> str:
        if self.workspace.history.head is None:
            return (
                "Sagens filer eller samarbejde.yaml er ændret siden, og arbejdsmappen ligger ikke "
                "i git, så de findes ikke, som de var."
            )
        return (
            "Sagens filer og samarbejde.yaml, som de var, står ikke i git: de blev ændret, før "
            "nogen gemte dem (commit)."
        )

    def _template(self, entry: PaperRecord) -> bytes:
        name = entry.template or ""
        for data in self._templates(name):
            if digest_of(data) == entry.template_sha256:
                return data
        why = f"Skabelonen {name} er ændret siden, og den gamle findes ikke i git."
        if entry.tool != __version__:
            why += f" Papiret blev lavet af program {entry.tool}."
        elif not self.workspace.history.commits([f"{OWN_FOLDER}/{name}"]):
            why += " Den fulgte med programmet, som er skiftet siden."
        raise _LostError(why)

    def _templates(self, name: str) -> Iterator[bytes]:
        own = f"{OWN_FOLDER}/{name}"
        present = (find_template(name, self.workspace.root), shipped("templates") / name)
        yield from (read_template(path) for path in present if path.is_file())
        for commit in self.workspace.history.commits([own]):
            yield from self.workspace.history.files(commit, [own]).values()


@lru_cache(maxsize=64)
def _has_comments(template: bytes) -> bool:
    return any(each.kind == "comments" for each in word.check(template, ""))


def _kind(entry: PaperRecord) -> Kind:
    kind = next((each for each in KINDS.values() if each.stem == entry.paper), None)
    if kind is None or not entry.template:
        raise _LostError(f"Programmet kan ikke lave papirer af slagsen {entry.paper} igen.")
    return kind


def _why_none(produced: Produced) -> str:
    """Return why no paper was made although all of its sources exist."""
    messages = [each.message for each in produced.errors]
    messages += [each.message for each in produced.diagnoses]
    reason = f": {messages[0]}" if messages else "."
    return f"Programmet laver ikke papiret ud fra sagens filer, som de var{reason}"


def _why_other(entry: PaperRecord) -> str:
    """Return why a paper came out differently although all of its sources exist."""
    if entry.tool != __version__:
        return (
            f"Papiret blev lavet af program {entry.tool}, og det her er {__version__}, som laver "
            f"det anderledes. Installér {entry.tool} for at få det samme."
        )
    return (
        "Papiret bliver anderledes, selv om alt, det blev lavet af, er her: programmet, Python "
        "eller et af bibliotekerne er skiftet siden. Find det, som det var, i fagsystemet."
    )
