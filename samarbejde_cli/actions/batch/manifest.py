"""The record of a mailing: ``manifest.json`` for programs and ``manifest.csv`` for Excel.

It is kept as long as the letters, and read by more people than they are. So it holds no name, no
address and no number of a person: a recipient is a role, a channel and the place in the case's
files where the person is written; a finding is its code and place, not its text. The hashes
show whether a file is the one that was approved.

The same plan with the same outcome gives the same bytes: there is no clock in it.
"""

import csv
import json
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from io import StringIO
from itertools import chain, dropwhile, takewhile
from operator import attrgetter
from pathlib import Path
from sys import intern
from typing import Any, BinaryIO

from samarbejde_cli.actions.batch.plan import MailingPlan, Obstacle, PlannedCase, PlannedLetter
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.write import replacing
from samarbejde_cli.lazy import frozen

VERSION = 1
JSON_NAME, CSV_NAME = "manifest.json", "manifest.csv"
_HEADINGS = {
    "case": "sag",
    "recipient": "modtager",
    "role": "rolle",
    "channel": "kanal",
    "kind": "papir",
    "file": "fil",
    "state": "tilstand",
    "sha256": "sha256",
    "template": "skabelon",
    "template_sha256": "skabelon_sha256",
    "case_sha256": "data_sha256",
    "findings": "fund",
}
_VALUES = attrgetter(*_HEADINGS)
_OFTEN = ("case", "role", "channel", "kind", "state", "template", "template_sha256", "case_sha256")
"""What many letters have in common."""
_LETTERS, _INDENT, _ENDING = ' "letters": [\n', "  {", [" ]\n", "}\n"]
"""The line before the first letter, how each begins, and the lines after the last."""
_LINE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class LetterState(StrEnum):
    """State of a letter. Only ``DONE`` means that the file exists as planned.

    Whether this run or an earlier one wrote it makes no difference to the record.
    """

    DONE = "færdig"
    BLOCKED = "spærret"
    """Blocked in the plan."""
    CHANGED = "ændret"
    """The case has changed: its letter now differs from the approved one."""
    KEPT = "beholdt"
    """Another file has the name already, edited by hand or from an earlier mailing."""
    FAILED = "fejlet"
    """The case could not be worked on; the others went on."""
    PENDING = "mangler"
    """The run was interrupted before it reached the letter."""


@frozen
class Outcome:
    """Outcome of one letter; ``file`` is the one in the plan. ``is_new``: written by this run."""

    file: str
    state: LetterState
    is_new: bool = False
    obstacles: tuple[Obstacle, ...] = ()


@frozen
class ManifestEntry:
    """One letter of a manifest; ``sha256`` is empty when there is no such file from the run.

    ``kind`` is the Danish name of the paper; manifests of earlier versions have the English one.
    """

    case: str
    recipient: str | None
    role: str | None
    channel: str | None
    kind: str
    file: str
    state: str
    sha256: str
    template: str
    template_sha256: str
    case_sha256: str
    findings: tuple[str, ...]


@frozen
class Manifest:
    """What a mailing consists of; ``head`` is all that is not about a single letter.

    ``entries`` are read from the file, each time that they are asked for: there may be 100,000.
    """

    head: Mapping[str, Any]
    entries: Iterable[ManifestEntry]

    @property
    def is_complete(self) -> bool:
        """Whether the run completed."""
        return bool(self.head.get("complete"))


def write(folder: Path, plan: MailingPlan, outcomes: Mapping[str, Outcome]) -> None:
    """Write both files, each whole or not at all. Raises ``WriteError``.

    ``outcomes`` are by the letter's file; a letter without one was not reached.
    """
    entries = list(entries_of(plan, outcomes))
    with replacing(folder / CSV_NAME) as file:
        file.writelines(csv_lines(entries))
    with replacing(folder / JSON_NAME) as file:
        _write_json(file, _head(plan, outcomes), entries)


def read(folder: Path) -> Manifest:
    """Read the manifest of a mailing.

    Raises ``SamarbejdeError`` when there is none to read; the entries do so where one is wrong.
    """
    path = folder / JSON_NAME
    with _readable(path):
        with path.open(encoding="utf-8") as file:
            top = list(takewhile(lambda line: line != _LETTERS, file))
            is_ours = file.readline().startswith(_INDENT)
        entries: Iterable[ManifestEntry]
        if is_ours:
            head, entries = json.loads("".join([*top, _LETTERS, "]}"])), _Entries(path)
        else:
            head = json.loads(path.read_text("utf-8"), object_hook=_read_object)
            entries = tuple(map(_checked, head["letters"]))
        del head["letters"]
        _require_shape(head)
        return Manifest(head, entries)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise SamarbejdeError(
            f"Der er ingen {JSON_NAME} i {path.parent.absolute()}.",
            "Angiv mappen, som `samarbejde batch` skrev i med --output. Blev kørslen afbrudt, så "
            "kør den samme kommando igen; den fortsætter, hvor den slap.",
        ) from None
    except (
        OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError,
    ) as problem:  # fmt: skip
        raise SamarbejdeError(
            f"{path} kan ikke læses som et manifest.", "Kør `samarbejde batch` igen."
        ) from problem


@frozen
class _Entries:
    """The entries in a file that is laid out as ``write`` does it: a line for each."""

    path: Path

    def __iter__(self) -> Iterator[ManifestEntry]:
        with _readable(self.path), self.path.open(encoding="utf-8") as file:
            lines = dropwhile(lambda line: line != _LETTERS, file)
            line, is_followed = "", bool(next(lines, ""))
            for line in lines:
                if not line.startswith(_INDENT):
                    break
                _require(is_followed)
                text = line.removesuffix(",\n")
                is_followed = text != line
                yield _checked(json.loads(text, object_hook=_read_object))
            _require(not is_followed and [line, *lines] == _ENDING)


def _require(condition: object) -> None:
    if not condition:
        raise ValueError


def _require_shape(head: Mapping[str, Any]) -> None:
    templates = head.get("templates", {})
    if not isinstance(templates, dict) or not isinstance(head.get("counts", {}), dict):
        raise TypeError


def _checked(letter: object) -> ManifestEntry:
    if not isinstance(letter, ManifestEntry):
        raise TypeError
    return letter


def entries_of(plan: MailingPlan, outcomes: Mapping[str, Outcome]) -> Iterator[ManifestEntry]:
    """Yield the entry of every letter, in the order of the plan."""
    for case in plan.cases:
        for letter in case.letters:
            yield _planned_entry(plan, case, letter, outcomes)


def state_of(letter: PlannedLetter, outcomes: Mapping[str, Outcome]) -> LetterState:
    """Return the state of a planned letter."""
    if letter.is_blocked:
        return LetterState.BLOCKED
    outcome = outcomes.get(letter.file)
    return outcome.state if outcome else LetterState.PENDING


def _planned_entry(
    plan: MailingPlan,
    case: PlannedCase,
    letter: PlannedLetter,
    outcomes: Mapping[str, Outcome],
) -> ManifestEntry:
    state, outcome = state_of(letter, outcomes), outcomes.get(letter.file)
    found = (*case.obstacles, *letter.obstacles, *(outcome.obstacles if outcome else ()))
    return ManifestEntry(
        case=case.number,
        recipient=letter.recipient,
        role=letter.role,
        channel=letter.channel,
        kind=KINDS[letter.kind].stem,
        file=letter.file,
        state=state.value,
        sha256=letter.sha256 if state is LetterState.DONE else "",
        template=letter.template,
        template_sha256=plan.templates.get(letter.template, ""),
        case_sha256=case.sha256,
        findings=(*map(_finding, found), *case.remarks),
    )


def _finding(obstacle: Obstacle) -> str:
    return f"{obstacle.code} {obstacle.place}".strip()


def _head(plan: MailingPlan, outcomes: Mapping[str, Outcome]) -> dict[str, Any]:
    states = Counter(state_of(each, outcomes).value for each in plan.letters)
    return {
        "version": VERSION,
        "complete": LetterState.PENDING.value not in states,
        "plan": plan.hash,
        "day": plan.day.isoformat(),
        "kinds": [KINDS[name].stem for name in plan.kinds],
        "tool": plan.tool,
        "profile_sha256": plan.profile,
        "templates": dict(plan.templates),
        "cases": len(plan.cases),
        "without_letters": {
            case.number: [_finding(each) for each in case.obstacles]
            for case in plan.cases
            if case.obstacles and not case.letters
        },
        "counts": dict(sorted(states.items())),
    }


def _write_json(file: BinaryIO, head: Mapping[str, Any], entries: Iterable[ManifestEntry]) -> None:
    """Write the head over several lines and each letter on one."""
    top = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    file.write(f"{top},\n{_LETTERS}".rstrip("\n").encode())
    comma = ""
    for entry in entries:
        values = dict(zip(_HEADINGS, _VALUES(entry), strict=True))
        file.write(f"{comma}\n  {_LINE.encode(values)}".encode())
        comma = ","
    file.write(b"\n ]\n}\n")


def csv_lines(entries: Iterable[ManifestEntry]) -> Iterator[bytes]:
    """Yield what a Danish Excel opens with a double click: BOM, semicolons, CRLF."""
    line = StringIO()
    rows = csv.writer(line, delimiter=";")
    yield BOM_UTF8
    for row in chain([_HEADINGS.values()], map(_row, entries)):
        rows.writerow(row)
        yield line.getvalue().encode()
        line.seek(0)
        line.truncate()


def _row(entry: ManifestEntry) -> list[str | None]:
    *values, found = _VALUES(entry)
    return [*values, " ".join(found)]


def _read_object(tree: dict[str, Any]) -> dict[str, Any] | ManifestEntry:
    """Convert a letter's JSON object to its entry directly: a mailing may have 100,000."""
    return _entry(tree) if "sha256" in tree else tree


def _entry(tree: dict[str, Any]) -> ManifestEntry:
    known = {name: tree[name] for name in _HEADINGS}
    known |= {name: intern(known[name]) for name in _OFTEN if known[name]}
    found = tuple(known.pop("findings"))
    if not all(isinstance(each, str) for each in (known["file"], known["case"], *found)):
        raise TypeError
    return ManifestEntry(**known, findings=found)
