"""Record a case's papers in ``breve.yaml``: what was made, for whom, from which data."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeAlias

from samarbejde_cli import __version__
from samarbejde_cli.actions.provenance import data_digest, present_data
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.appointments import of_round, slot
from samarbejde_cli.case.case import OPTIONAL, PAPER_REGISTER, Case
from samarbejde_cli.case.paper_register import PaperRecord, by_day
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.write import Change
from samarbejde_cli.forms.read import load
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.source.read import Source, is_absent, read
from samarbejde_cli.source.records import with_records

_HEADER = """\
# yaml-language-server: $schema=../../.skemaer/breve.json
# Skrives af `samarbejde`, hver gang et papir bliver lavet; linjer føjes til og ændres ikke.
"""
Register: TypeAlias = tuple[Source, list[PaperRecord]]
"""``breve.yaml`` as it was read, and what is in it."""
_KEYS = tuple((name, field.alias or name) for name, field in PaperRecord.model_fields.items())


@frozen
class Made:
    """A paper that was made: ``paper`` is its Danish word, ``recipient`` a full name.

    ``begins``, ``ends`` and ``place`` are the appointment that it states.
    """

    paper: str
    file: str
    sha256: str
    recipient: str | None = None
    role: str | None = None
    channel: str | None = None
    template: str | None = None
    template_sha256: str | None = None
    begins: datetime | None = None
    ends: datetime | None = None
    place: str | None = None


def stating(made: Made, case: Case, profile: Profile, what: str) -> Made:
    """Return a paper that was made with the appointment that it states; ``what`` may be empty."""
    appointment = slot(of_round(case, what), profile) if what else None
    if appointment is None:
        return made
    return replace(made, begins=appointment.begins, ends=appointment.ends, place=appointment.room)


@frozen
class Origin:
    """What papers were made from: the round, and the files as ``present_data`` gives them.

    There are no files where the case is no longer as it was then.
    """

    round: int
    files: Mapping[str, bytes]


def filing(case: Case, workspace: Workspace, made: Iterable[Made], day: date) -> Change | None:
    """Return the change that files papers dated ``day``; None when all of them are filed.

    The file is read again: the caller holds the case's lock until the change is written.
    Raises ``SamarbejdeError`` when the file cannot be read: what is not filed must not go out.
    """
    origin = Origin(case.record.round, present_data(case, workspace))
    return filed(read_filed(case.folder), origin, workspace, made, day)


def filed(
    register: Register, origin: Origin, workspace: Workspace, made: Iterable[Made], day: date
) -> Change | None:
    """Return the change that adds papers to a register; None when all of them are in it."""
    source, records = register
    before = {_key(each) for each in records}
    new = [each for each in made if _key(each) not in before]
    if not new:
        return None
    files = origin.files
    about = {
        "date": day,
        "round": origin.round,
        "data_sha256": data_digest(files) if files else None,
        "commit": workspace.history.commit_of(files) if files else None,
        "tool": __version__,
    }
    return appended(source, [about | vars(each) for each in new])


def appended(source: Source, entries: Sequence[Mapping[str, object]]) -> Change | None:
    """Return the change that adds entries at the end of ``breve.yaml``; None for no entries.

    An entry has the attributes of ``PaperRecord``.
    """
    if not entries:
        return None
    records = (
        {key: entry[name] for name, key in _KEYS if entry.get(name) is not None}
        for entry in entries
    )
    return Change(source.path, with_records(source, records, _HEADER), source.digest or None)


def read_filed(folder: Path) -> Register:
    """Return ``breve.yaml`` as it is now. Raises ``SamarbejdeError`` when it cannot be read."""
    source = read(folder / f"{PAPER_REGISTER}.yaml")
    return source, _filed(source)


def _filed(source: Source) -> list[PaperRecord]:
    if is_absent(source):
        return []
    value, findings = load(OPTIONAL[PAPER_REGISTER], source)
    if value is None or findings:
        raise SamarbejdeError(
            f"{source.path.name} i sagen {source.path.parent.name} kan ikke læses, så programmet "
            "ved ikke, hvilke papirer der er lavet, og laver ingen nye.",
            f"Se fejlene med `samarbejde validate {source.path.parent.name}`, og ret dem.",
        )
    return by_day(value)


def _key(entry: PaperRecord | Made) -> tuple[Any, ...]:
    return (entry.file, entry.sha256, entry.recipient)
