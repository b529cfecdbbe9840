"""What was made for a plan, kept until its run: letters are moved into place, not made again.

It lies in a hidden folder of the mailing that git ignores: each letter under the digest of its
bytes, without an ending that Word knows, and for each case what is filed of its letters. Only bytes
that have the approved digest are taken from there. What is lost, damaged or of another plan is
made again: losing all of it costs time and nothing else.
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

from samarbejde_cli.actions.batch.plan import PlannedCase, PlannedLetter
from samarbejde_cli.actions.paper_register import Made
from samarbejde_cli.files import short_lived
from samarbejde_cli.files.lock import uninterrupted
from samarbejde_cli.files.private import make_folder, opener
from samarbejde_cli.files.unversioned import keep_out_of_git
from samarbejde_cli.files.write import digest_of
from samarbejde_cli.lazy import frozen

FOLDER = short_lived.NAME
_IGNORE = ".gitignore"
_TRIES = 2
_ROOM = 200_000_000
"""Bytes that must be left on the disk: there is the rest of the run to write."""


@frozen
class Filing:
    """What is filed of a case's letters: the round that it is in, and each paper."""

    round: int
    made: tuple[Made, ...]


@contextmanager
def keeping(output: Path, workspace: Path, day: date) -> Iterator[None]:
    """Let what is made while the block runs be kept; after an error, and of no letter, nothing is.

    It is kept until the day is over, as the approval holds, and noted in the workspace. What an
    earlier plan kept is gone. Where no folder can be made, nothing is kept.
    """
    remove(output)
    folder = output / FOLDER
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    with suppress(OSError):
        short_lived.note(workspace, folder, day)
        make_folder(folder)
        keep_out_of_git(folder)
    is_kept = False
    try:
        yield
        is_kept = folder.is_dir() and any(each.name != _IGNORE for each in folder.iterdir())
    finally:
        if not is_kept:
            with uninterrupted():
                remove(output)
                for each in made:
                    with suppress(OSError):
                        each.rmdir()


def keep(output: Path, case: PlannedCase, letters: Mapping[str, bytes], filing: Filing) -> None:
    """Keep the letters of a case, by their files, unless the disk is nearly full."""
    folder = output / FOLDER
    with suppress(OSError):
        if not _has_room(folder):
            return
        for letter in case.ready:
            _write(f"{folder}/{letter.sha256}", letters[letter.file])
        made = [vars(each) for each in filing.made]
        text = json.dumps([filing.round, made], ensure_ascii=False, default=datetime.isoformat)
        data = text.encode()
        _write(f"{folder}/{case.number}", digest_of(data).encode() + data)


def _write(path: str, data: bytes) -> None:
    with suppress(FileExistsError), open(path, "xb", buffering=0, opener=opener) as file:
        file.write(data)


def letter_in(output: Path, letter: PlannedLetter) -> Path | None:
    """Return the file of a kept letter; None unless it is the one that was planned."""
    path = Path(f"{output}/{FOLDER}/{letter.sha256}")
    data = _read(path)
    return path if data is not None and digest_of(data) == letter.sha256 else None


def filing_in(output: Path, case: PlannedCase, templates: Mapping[str, str]) -> Filing | None:
    """Return what is filed of a case's letters; None unless it was kept of these very letters.

    ``templates`` are the hashes of the templates by their names.
    """
    data = _read(output / FOLDER / case.number) or b""
    digest, text = data[:64], data[64:]
    if digest_of(text).encode() != digest:
        return None
    number, made = json.loads(text)
    filing = Filing(number, tuple(map(_made, made)))
    wanted = {
        (each.file.rpartition("/")[2], each.sha256, templates[each.template]) for each in case.ready
    }
    kept = {(each.file, each.sha256, each.template_sha256) for each in filing.made}
    return filing if kept == wanted else None


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _made(values: Mapping[str, Any]) -> Made:
    begins, ends = (
        each and datetime.fromisoformat(each) for each in (values["begins"], values["ends"])
    )
    return Made(**{**values, "begins": begins, "ends": ends})


def size_in(output: Path) -> int:
    """Return how many bytes are kept; nothing is, from now on, when the disk is nearly full."""
    folder = output / FOLDER
    with suppress(OSError):
        if _has_room(folder):
            with os.scandir(folder) as entries:
                return sum(each.stat().st_size for each in entries)
        remove(output)
    return 0


def _has_room(folder: Path) -> bool:
    return shutil.disk_usage(folder).free >= _ROOM


def remove(output: Path) -> None:
    """Remove what was kept; what somebody has open stays until the next time."""
    for _ in range(_TRIES):  # a worker that is just being stopped may still write
        shutil.rmtree(output / FOLDER, ignore_errors=True)
