"""Find the Word files that are named and open them, many of them by all cores."""

import os
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path

from samarbejde_cli import word
from samarbejde_cli.actions.many_cases import ask_each
from samarbejde_cli.actions.output_folder import digests_written, is_mark_of_open
from samarbejde_cli.case.case import DOCUMENTS, MADE_AGAIN, Case
from samarbejde_cli.danish.text import shortened
from samarbejde_cli.documents.catalogue import FORM_STEMS
from samarbejde_cli.errors import SamarbejdeError, WrongUseError
from samarbejde_cli.files.os_errors import refusal
from samarbejde_cli.files.write import digest_of
from samarbejde_cli.lazy import frozen

_WORD, _HIDDEN = ".docx", ("~$", ".")
_OTHERS = frozenset({
    ".doc", ".docm", ".dot", ".dotx", ".odt", ".ott", ".fodt", ".rtf", ".pdf", ".pages", ".wps",
})  # fmt: skip
"""How the files end that may be filled-in forms and are not read in a folder."""


@frozen
class OpenedForm:
    """A form that was opened; without what is in it when that was refused."""

    path: Path
    form: word.FilledForm | None = None
    sha256: str = ""


def opened_forms(paths: Iterable[Path]) -> Generator[OpenedForm, None, None]:
    """Yield forms as they are opened, in their order, many of them by all cores; to be closed."""
    yield from ask_each(_opened, None, paths)


def _opened(job: None, path: Path) -> OpenedForm:
    del job
    try:
        return OpenedForm(path, *open_form(path))
    except SamarbejdeError:
        return OpenedForm(path)


def open_form(path: Path) -> tuple[word.FilledForm, str]:
    """Return what is in a Word file, and its digest. Raises ``SamarbejdeError``."""
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise SamarbejdeError(
            f"{path.name} kan ikke læses: {refusal(problem)}.",
            "Se efter, om den er flyttet, omdøbt eller åben i et andet program.",
        ) from problem
    return word.read_form(data, path.name), digest_of(data)


def forms_in(paths: Iterable[Path]) -> list[Path]:
    """Return the Word files that are named, and those in folders that are.

    A folder inside one, which cannot be read, is among them: opening it says why. The marks of
    files that are open are not, and papers that were made again only where their folder is named.
    Raises ``WrongUseError`` for a path that is not there, or a folder without any.
    """
    found: list[Path] = []
    paths = list(paths)
    marks = {path for path in paths if is_mark_of_open(path)}
    if marks and marks == {*paths}:
        raise WrongUseError(
            f"{paths[0].name} er kun et tegn på, at et skema er åbent i Word eller LibreOffice.",
            "Luk skemaet, og angiv skemaet selv.",
        )
    for path in paths:
        if path in marks:
            continue
        if path.is_dir():
            inside = sorted(_word_files(path))
            if not inside:
                others = shortened(", ".join(others_in([path])))
                raise WrongUseError(
                    f"Der er ingen Word-filer (.docx) i mappen {path.resolve().name or path}.",
                    f"Gem skemaerne som .docx: {others}" if others else "Angiv en anden mappe.",
                )
            found += inside
        elif path.exists():
            found.append(path)
        else:
            raise WrongUseError(f"Filen {path} findes ikke.", "Se efter i mappen, hvad den hedder.")
    return list(dict.fromkeys(found))


def others_in(paths: Iterable[Path]) -> list[str]:
    """Return the names of what people keep forms in, but no Word file, in the folders named.

    A PDF beside the Word file that it was made of is none.
    """
    found = set()
    for folder in (path for path in paths if path.is_dir()):
        for where, _, names in os.walk(folder):
            known = {Path(name).stem for name in names if Path(name).suffix.casefold() == _WORD}
            for path in (Path(where, name) for name in names if not name.startswith(_HIDDEN)):
                is_other = path.suffix.casefold() in _OTHERS and path.stem not in known
                found |= {path.name} if is_other else set()
    return sorted(found)


def filled_in(case: Case) -> list[Path]:
    """Return the forms among a case's papers that were changed since they were made.

    Those of an earlier round and those that were read already are left out. Raises
    ``WrongUseError`` when there is none.
    """
    papers = case.paper_records
    folder = case.folder / DOCUMENTS
    made = {each.sha256 for each in (*papers, *case.forms_read)} | digests_written(folder)
    others = {
        each.file
        for each in papers
        if each.paper not in FORM_STEMS or each.round != case.record.round
    } - {
        each.file for each in papers if each.paper in FORM_STEMS and each.round == case.record.round
    }
    found = [
        path
        for path in (sorted(_word_files(folder)) if folder.exists() else ())
        if path.name not in others and digest_of(path.read_bytes()) not in made
    ]
    if not found:
        raise WrongUseError(
            f"Ingen af skemaerne fra sagen {case.number} er udfyldt, siden de blev lavet eller "
            "læst sidst.",
            f"De ligger i {folder.name}-mappen under sagen. Ligger skemaet et andet sted, så "
            "angiv filen.",
        )
    return found


def _word_files(folder: Path) -> Iterator[Path]:
    unreadable: list[Path] = []
    walk = os.walk(folder, onerror=lambda e: unreadable.append(Path(e.filename)))
    for where, folders, names in walk:
        if Path(where).name == DOCUMENTS and MADE_AGAIN in folders:
            folders.remove(MADE_AGAIN)
        for name in names:
            path = Path(where, name)
            is_form = path.suffix.casefold() == _WORD and not name.startswith(_HIDDEN)
            if is_form and path.is_file():
                yield path
    yield from unreadable
