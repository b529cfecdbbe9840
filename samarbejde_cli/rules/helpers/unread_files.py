"""Findings about files that no command reads, with Danish advice."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from samarbejde_cli import codes
from samarbejde_cli.case.case import FILES, ROUNDS, Case
from samarbejde_cli.files.find import CASES_FOLDER
from samarbejde_cli.findings import Finding, Location, Place
from samarbejde_cli.source.strays import Stray, StrayKind

_NOWHERE, _SOMEWHERE = " af nogen kommando", " på alle computere"
_RENAME = "Giv den navnet {meant}."
_MOVE = "Flyt den, så den ligger som {meant}."
_MOVE_UP = "Flyt den, så den ligger som {meant} i sagens mappe."
_MOVE_DOWN = "Flyt den til mappen for den sag, som den hører til."
_MERGE = (
    "Se, om der står noget i den, som mangler i {meant}, og skriv det ind der. Slet den så, eller "
    "flyt den ud af sagens mappe."
)
_MERGE_FILE = f"{_MERGE} `samarbejde conflicts {{case}}` kan også flette de to."
_DELETE = (
    "Et program har efterladt den. Se efter, at {meant} er, som den skal være, og slet så {name}."
)
_OTHER = (
    "Er den til jer selv, så gem den som tekst eller Word, eller flyt den ud af sagens mappe. "
    "Ellers skriv det, der står i den, ind i den fil, hvor det hører til."
)
_JOIN = "Bring de to sammen med `samarbejde conflicts {case}`."
_MOVE_CASE = "Det ligner en sag. Flyt mappen, så den ligger for sig selv i mappen `sager`."
_FOLDER = (
    "Skriv det, der gælder, ind i sagens egne filer, og flyt så mappen ud af sagens mappe, så "
    "ingen retter i den i den tro, at det kommer med."
)
_ADVICE = {
    StrayKind.OTHER: _OTHER,
    StrayKind.CASE: _MOVE_CASE,
    StrayKind.FOLDER: _FOLDER,
    StrayKind.CONFLICT_COPY: _JOIN,
}
_CODES = {
    StrayKind.MISNAMED: codes.FILE_NOT_READ,
    StrayKind.COPY: codes.FILE_NOT_READ,
    StrayKind.CASE: codes.FILE_NOT_READ,
    StrayKind.CONFLICT_COPY: codes.CONFLICT_COPY,
}
_FILE, _OF_FILES = "Filen", "Mappen"


def unread_in_case(case: Case, code: str) -> Iterator[Finding]:
    """Yield the findings of a code for files that look like the case's own and are not read."""
    return (each for each in unread_findings(case.strays) if each.code == code)


def unread_findings(strays: Iterable[Stray]) -> Iterator[Finding]:
    """Yield one finding a file: an error where somebody may be writing to it in vain."""
    for each in strays:
        facts = {"fil": each.path.name, "hvor": _SOMEWHERE if each.is_read_here else _NOWHERE}
        facts["rigtig"] = each.meant.removeprefix("../")
        advice = _advice(each).format(
            meant=facts["rigtig"], name=each.path.name, case=_case_number(each.path)
        )
        facts["hjælp"] = advice.replace(" `.", "`.").replace(" ` ", "` ")
        facts["slags"] = _OF_FILES if each.is_folder else _FILE
        code = _CODES.get(each.kind, codes.FILE_LEFT_BEHIND)
        yield Finding(code, Location(each.path, place=Place(1, 1)), facts)


def _case_number(path: Path) -> str:
    """Return the number of the case that a file lies in; empty for one outside all cases."""
    folder = path.parent.parent if path.parent.name == ROUNDS else path.parent
    return folder.name if folder.parent.name == CASES_FOLDER else ""


def misplaced_findings(cases: Path) -> Iterator[Finding]:
    """Yield one finding for each case file directly in the folder of all cases."""
    for name in FILES:
        path = cases / f"{name}.yaml"
        if path.is_file():
            facts = {"fil": path.name, "hvor": _NOWHERE, "hjælp": _MOVE_DOWN, "slags": _FILE}
            yield Finding(codes.FILE_NOT_READ, Location(path, place=Place(1, 1)), facts)


def _advice(stray: Stray) -> str:
    if stray.kind in _ADVICE:
        return _ADVICE[stray.kind]
    if stray.is_there:
        merging = _MERGE if stray.is_folder else _MERGE_FILE
        return _DELETE if stray.kind is StrayKind.LEFTOVER else merging
    if stray.meant.startswith("../"):
        return _MOVE_UP
    return _MOVE if "/" in stray.meant else _RENAME
