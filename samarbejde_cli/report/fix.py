"""What would be fixed in the user's files, was, and cannot be."""

from collections.abc import Iterable, Iterator

from samarbejde_cli.actions.fix import Mended, Mending
from samarbejde_cli.danish.text import counted
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.findings import Diagnosis
from samarbejde_cli.report.diff import diff as unified
from samarbejde_cli.report.findings import in_full

UNCHANGED = "Intet er ændret."


def diffs(files: Iterable[Mended]) -> Iterator[str]:
    """Yield what changes in each file, an empty line after each."""
    return (f"{diff(each)}\n" for each in files)


def diff(mended: Mended) -> str:
    """Return what changes in a file, and how it is saved from now on."""
    source = mended.source
    saved = f"{shown_path(source.path)} gemmes som UTF-8 i stedet for {mended.saved_as}:"
    return unified(source.path, source.text, mended.text, saved if mended.saved_as else "")


def nothing(mending: Mending) -> str:
    """Return that no file would change."""
    return "Intet kan rettes sikkert." if mending.left else "Der er intet at rette."


def question(files: int) -> str:
    """Return the question before files are written."""
    return f"Ret {_files(files)}, som vist ovenfor?"


def written(files: int) -> str:
    """Return how many files were fixed, and what shows the rest."""
    return f"{_files(files)} rettet. Se, hvad der er tilbage, med `samarbejde validate`."


def left(diagnoses: Iterable[Diagnosis]) -> Iterator[str]:
    """Yield what was not touched, with places and what to do."""
    yield "\nIkke rørt:\n"
    yield from in_full(diagnoses)


def _files(number: int) -> str:
    return counted(number, "fil", "filer")
