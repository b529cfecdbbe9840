"""Turn Word files into PDF with LibreOffice, where it is installed.

Every run has a profile folder of its own, so that it neither meets a LibreOffice that somebody has
open nor leaves anything of a case behind. Nothing is written outside the documents' own folder.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from samarbejde_cli.errors import SamarbejdeError, WriteError
from samarbejde_cli.files.chart_words import chart_words, put_chart_words
from samarbejde_cli.files.lock import TEMPORARY
from samarbejde_cli.files.write import put_in_place

_NAMES = ("soffice", "libreoffice")
_USUAL = (
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_PDF = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
"""Tagged as PDF/UA: title, language, headings, tables, words for pictures."""
_OWN = "odt"
_TRIES = 2
_START, _EACH = 60, 10
"""Seconds that LibreOffice gets to start, and for each document."""


class NoConverterError(SamarbejdeError):
    """LibreOffice is not installed, or not where it is looked for."""

    def __init__(self) -> None:
        super().__init__(
            "Der er ikke lavet PDF, for LibreOffice findes ikke på maskinen.",
            "Installér LibreOffice, eller åbn dokumentet i Word, og gem det som PDF dér. "
            "Word-filerne er lavet.",
        )


class ConversionError(SamarbejdeError):
    """LibreOffice was tried twice and did not give every PDF."""


def find_converter() -> str | None:
    """Return the program that converts, from the PATH or from its usual places; None without."""
    on_path = (shutil.which(name) for name in _NAMES)
    usual = (place for place in _USUAL if Path(place).is_file())
    return next((each for each in (*on_path, *usual) if each), None)


def pdf_of(document: Path) -> Path:
    """Return where the PDF of a document lies: beside it."""
    return document.with_suffix(".pdf")


def to_pdf(
    documents: Iterable[Path], program: str | None = None, seconds: Mapping[str, int] | None = None
) -> list[Path]:
    """Convert documents and return their PDFs; one that is newer than its document is left.

    Raises NoConverterError, ConversionError when LibreOffice fails twice, WriteError when a PDF
    is open elsewhere. ``program`` and ``seconds`` (``start``, ``each``) are for tests.
    """
    wanted = list(documents)
    stale = [document for document in wanted if not _is_fresh(document)]
    if stale:
        program = program or find_converter()
        if program is None:
            raise NoConverterError
        limits = {"start": _START, "each": _EACH, **(seconds or {})}
        for folder, files in groupby(sorted(stale), key=lambda path: path.parent):
            _convert(program, folder, list(files), limits)
    return [pdf_of(document) for document in wanted]


def _is_fresh(document: Path) -> bool:
    pdf = pdf_of(document)
    return pdf.is_file() and pdf.stat().st_mtime_ns >= document.stat().st_mtime_ns


def _convert(
    program: str, folder: Path, documents: Sequence[Path], limits: Mapping[str, int]
) -> None:
    """Convert the documents of one folder, those that failed once more."""
    left = list(documents)
    for _ in range(_TRIES):
        with TemporaryDirectory(prefix=TEMPORARY, dir=folder, ignore_cleanup_errors=True) as work:
            _make(program, Path(work), left, limits["start"] + limits["each"] * len(left))
            left = [each for each in left if not _take(Path(work) / pdf_of(each).name, folder)]
        if not left:
            return
    names = ", ".join(each.name for each in left)
    raise ConversionError(
        f"LibreOffice kunne ikke lave PDF af {names}.",
        "Prøv igen, eller åbn dokumentet i Word, og gem det som PDF dér.",
    )


def _make(program: str, work: Path, documents: Sequence[Path], seconds: int) -> None:
    """Make the PDFs in a folder of their own; what has charts takes the way over OpenDocument."""
    words = {each: found for each in documents if (found := chart_words(each))}
    if words:
        _run(_command(program, work, list(words), _OWN), seconds)
    for each, found in words.items():
        if (own := _own_of(each, work)).is_file():
            put_chart_words(own, found)
    ready = [own if (own := _own_of(each, work)).is_file() else each for each in documents]
    _run(_command(program, work, ready, _PDF), seconds)


def _own_of(document: Path, work: Path) -> Path:
    return work / document.with_suffix(f".{_OWN}").name


def _command(program: str, work: Path, documents: Sequence[Path], target: str) -> list[str]:
    return [
        program,
        f"-env:UserInstallation={(work / 'profil').resolve().as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--convert-to", target),
        *("--outdir", str(work)),
        *map(str, documents),
    ]


def _run(command: Sequence[str], seconds: int) -> None:
    """Run LibreOffice and end it, with all it started, when the time is up."""
    try:
        process = subprocess.Popen(  # noqa: S603 — the program that was found, our own arguments
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32",
        )
    except OSError:  # it is there but does not start: the missing PDF tells
        return
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        pass
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _take(made: Path, folder: Path) -> bool:
    """Put a finished PDF in its place; whether there was one."""
    if not made.is_file() or not made.stat().st_size:
        return False
    try:
        put_in_place(made, folder / made.name)
    except OSError as problem:
        raise WriteError(
            f"{made.name} kan ikke skrives.", "Luk den, hvis den er åben, og prøv igen."
        ) from problem
    return True
