"""One case folder in memory: its files as models, the people in it, and locations to point at."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from os.path import lexists
from pathlib import Path
from typing import Any, cast

from samarbejde_cli import codes
from samarbejde_cli.case.broken import BrokenFileError
from samarbejde_cli.case.case_file import CaseFile, closed_folder, load_file, round_numbers
from samarbejde_cli.case.conflicts import about_two_people
from samarbejde_cli.case.consent import Consent
from samarbejde_cli.case.history import Event, HistoryEntry
from samarbejde_cli.case.paper_register import PaperRecord, by_day
from samarbejde_cli.case.people import Member, Parent, Youth
from samarbejde_cli.case.plan import Goal, Plan
from samarbejde_cli.case.record import Record
from samarbejde_cli.case.round import Round
from samarbejde_cli.case.steps import Step
from samarbejde_cli.case.team import Team
from samarbejde_cli.danish import dates
from samarbejde_cli.files.find import ROUNDS_FOLDER
from samarbejde_cli.findings import Finding, Location
from samarbejde_cli.lazy import frozen
from samarbejde_cli.source.decode import load
from samarbejde_cli.source.read import Source
from samarbejde_cli.source.strays import Stray, strays_in_case

ROUNDS = ROUNDS_FOLDER
FILES: dict[str, Any] = {
    "sag": Record,
    "team": Team,
    "samtykke": Consent,
    "plan": Plan,
    "historik": list[HistoryEntry],
}
"""The files of every case by their stem, and what each holds."""
DOCUMENTS = "dokumenter"
"""The folder of a case's papers, which is not in git."""
MADE_AGAIN = "genskabt"
"""The folder in that of the documents for papers that were made again."""
PAPER_REGISTER = "breve"
OPTIONAL: dict[str, Any] = {PAPER_REGISTER: list[PaperRecord]}
"""Files that a case may have."""

APPEND_ONLY: dict[str, Any] = {
    stem: (FILES | OPTIONAL)[stem] for stem in ("historik", PAPER_REGISTER)
}
"""The files whose lines are only ever added to."""

SELF_WORDS = frozenset({"jeg", "mig", "mig selv", "jeg selv"})
"""How the youth is named as responsible in a plan that is written in the first person."""


@frozen
class Person:
    """Somebody in the case under the name that other files use."""

    name: str
    kind: str
    location: Location


@frozen
class Case:
    """One case folder; a file that cannot be read raises ``BrokenFileError`` when asked for."""

    folder: Path
    files: dict[str, CaseFile]
    closed: tuple[Finding, ...] = ()
    """Folders of the case that cannot be looked into."""

    @cached_property
    def memory(self) -> dict[Any, Any]:
        """What ``case.remembered`` keeps while the case is in use."""
        return {}

    @property
    def is_whole(self) -> bool:
        """Whether every file says something that can be relied on."""
        files = (*self.files.values(), self.register_file)
        return not self.closed and all(file.value is not None for file in files if file)

    @property
    def number(self) -> str:
        """The case number: the name of the folder."""
        return self.folder.name

    @property
    def identity(self) -> str:
        """What the case is called where a new number must not make it another one: calendars."""
        record = self.files["sag"].value
        own = record.key if record else None
        return own or next((each.key for each in self._renumbered if each.key), self.number)

    @property
    def former_numbers(self) -> list[str]:
        """The numbers that the case had before, the last one first."""
        numbers = (move.former_number for move in reversed(self._renumbered))
        return [number for number in numbers if number]

    @property
    def due_number(self) -> str | None:
        """The number that the case was given, while its folder still has another one."""
        given = [move.number for move in self._renumbered]
        return given[-1] if given and given[-1] != self.number else None

    @cached_property
    def _renumbered(self) -> list[HistoryEntry]:
        moves = self.history if self.files["historik"].value else []
        return [move for move in moves if move.event is Event.RENUMBERED]

    @cached_property
    def record(self) -> Record:
        """``sag.yaml``."""
        return cast("Record", self._value("sag"))

    @cached_property
    def team(self) -> Team:
        """``team.yaml``."""
        return cast("Team", self._value("team"))

    @cached_property
    def consent(self) -> Consent:
        """``samtykke.yaml``."""
        return cast("Consent", self._value("samtykke"))

    @cached_property
    def plan(self) -> Plan:
        """``plan.yaml``."""
        return cast("Plan", self._value("plan"))

    @cached_property
    def history(self) -> list[HistoryEntry]:
        """``historik.yaml``, the oldest line first: those of two who work apart are merged."""
        return sorted(
            cast("list[HistoryEntry]", self._value("historik")), key=lambda move: move.clock
        )

    @cached_property
    def round(self) -> Round:
        """The file of the round that the case is in."""
        return self.round_no(self.record.round)

    def round_no(self, number: int) -> Round:
        """Return the file of a round."""
        return cast("Round", self._value(f"{ROUNDS}/{number}"))

    @cached_property
    def round_key(self) -> str:
        """The stem of the present round's file, for locations."""
        return f"{ROUNDS}/{self.record.round}"

    def round_of(self, goal: Goal) -> int | None:
        """Return the round in which a goal came into the plan; None when nothing says so.

        In the first round there is no other. A goal without a round is new where others have one.
        """
        if goal.since_round is not None:
            return goal.since_round
        is_known = self.record.round == 1 or self._goals_have_rounds
        return self.record.round if is_known else None

    @cached_property
    def _goals_have_rounds(self) -> bool:
        return any(each.since_round is not None for each in self.plan.goals)

    def _value(self, stem: str) -> object:
        file = self.files.get(stem)
        if file is None or file.value is None:
            raise BrokenFileError(self.number, stem)
        return file.value

    @cached_property
    def register_file(self) -> CaseFile | None:
        """``breve.yaml``, read when it is asked for; None before a paper was made.

        No paper depends on it, so it is not among ``files``.
        """
        if not self.closed and not lexists(self.path(PAPER_REGISTER)):
            return None
        return load_file(
            self.folder, PAPER_REGISTER, OPTIONAL[PAPER_REGISTER], self.closed, append_only=True
        )

    @property
    def paper_records(self) -> list[PaperRecord]:
        """The papers that were made, the oldest first."""
        return by_day(self._register)

    def has_made(self, sha256: str) -> bool:
        """Whether a file with this fingerprint is a paper just as it was made."""
        return any(each.sha256 == sha256 and not each.read for each in self._register)

    @property
    def forms_read(self) -> list[PaperRecord]:
        """The forms that came back and were read, the oldest first."""
        return [each for each in self._register if each.read]

    @property
    def _register(self) -> list[PaperRecord]:
        if self.register_file is None:
            return []
        if self.register_file.value is None:
            raise BrokenFileError(self.number, PAPER_REGISTER)
        return cast("list[PaperRecord]", self.register_file.value)

    @property
    def findings(self) -> Iterator[Finding]:
        """What is wrong with the files themselves; a closed folder is one thing, not five."""
        yield from self.closed
        for file in (*self.files.values(), self.register_file):
            yield from (each for each in file.findings if each not in self.closed) if file else ()

    def location(self, stem: str, *route: str | int, on_key: bool = False) -> Location:
        """Return the location of a route in one of the case's files."""
        return Location(self.path(stem), route, on_key)

    def in_round(self, *route: str | int, on_key: bool = False) -> Location:
        """Return the location of a route in the file of the present round."""
        return self.location(self.round_key, *route, on_key=on_key)

    def path(self, stem: str) -> Path:
        """Return the path of one of the case's files."""
        file = self.files.get(stem)
        return file.source.path if file else self.folder / f"{stem}.yaml"

    def sources(self) -> Iterator[Source]:
        """Yield the source of every file that was read."""
        for file in (*self.files.values(), self.register_file):
            if file:
                yield file.source

    @property
    def step(self) -> Step:
        """The step that the case is in."""
        return self.record.step

    @property
    def is_in_rounds(self) -> bool:
        """Whether the intake is over and the case has not ended."""
        return self.step is not Step.INTAKE and not self.step.is_end

    @property
    def rounds(self) -> dict[int, Round]:
        """The rounds up to the present one that have a file, by number."""
        numbers = range(1, self.record.round + 1)
        return {n: self.round_no(n) for n in numbers if f"{ROUNDS}/{n}" in self.files}

    @cached_property
    def prepared_rounds(self) -> dict[int, Round]:
        """The rounds after the present one that have a file already, by number.

        One that cannot be read stops nothing: it is not due yet.
        """
        stems = (stem.removeprefix(f"{ROUNDS}/") for stem, file in self.files.items() if file.value)
        numbers = sorted(int(stem) for stem in stems if stem.isdigit())
        return {n: self.round_no(n) for n in numbers if n > self.record.round}

    def age(self, day: date) -> int:
        """Return the youth's age on a day."""
        return dates.age_on(self.record.youth.cpr.born, day)

    def turns(self, age: int) -> date:
        """Return the day on which the youth turns an age."""
        return dates.birthday(self.record.youth.cpr.born, age)

    @cached_property
    def strays(self) -> tuple[Stray, ...]:
        """What lies in the folder, looks like a file of the case and is not read."""
        return tuple(strays_in_case(self.folder, [*FILES, *OPTIONAL], ROUNDS))

    @cached_property
    def everybody(self) -> tuple[Person, ...]:
        """Every mention of a person under a full name; a name can occur twice."""
        record = self.record
        found = [Person(record.youth.name, "ung", self.location("sag", "ung"))]
        for i, parent in enumerate(record.parents):
            found.append(Person(parent.name, "forælder", self.location("sag", "forældre", i)))
        if record.coordinator:
            location = self.location("sag", "koordinator")
            found.append(Person(record.coordinator.name, "koordinator", location))
        for i, member in enumerate(self.team.members):
            found.append(Person(member.name, "team", self.location("team", "personer", i)))
        return tuple(found)

    @cached_property
    def people(self) -> dict[str, Person]:
        """Everybody with a name in the case, by the name in lower case."""
        return {person.name.casefold(): person for person in reversed(self.everybody)}

    def person(self, name: str) -> Person | None:
        """Return the person whom a file names: by full name, or the youth by ``jeg``."""
        return self._named.get(name) or self._named.get(name.strip().casefold())

    @cached_property
    def _named(self) -> dict[str, Person]:
        """Everybody by each way of naming them; full names also as they are mostly written."""
        youth = self.everybody[0]
        own_words = dict.fromkeys((*SELF_WORDS, self.record.youth.short_name.casefold()), youth)
        written = {person.name: person for person in reversed(self.everybody)}
        return written | self.people | own_words

    def full_name(self, name: str) -> str:
        """Return the full name of the person whom a file names; a stranger's name as written."""
        person = self.person(name)
        return person.name if person else name.strip()

    def is_coordinator(self, name: str) -> bool:
        """Whether a full name, in any case, is the present coordinator's."""
        coordinator = self.record.coordinator
        return coordinator is not None and coordinator.name.casefold() == name.strip().casefold()

    def contact(self, name: str) -> Youth | Parent | Member | None:
        """Return the youth, parent or team member of a full name; None for colleagues."""
        wanted = name.strip().casefold()
        family: tuple[Youth | Parent, ...] = (self.record.youth, *self.record.parents)
        found = next((each for each in family if each.name.casefold() == wanted), None)
        return found or self.member(name)

    def member(self, name: str) -> Member | None:
        """Return the team member of a name."""
        return self._members.get(name.strip().casefold())

    @cached_property
    def _members(self) -> dict[str, Member]:
        return {member.name.casefold(): member for member in reversed(self.team.members)}


def raw_files(folder: Path) -> dict[str, bytes | None]:
    """Return the bytes of a case's files by stem, as ``load_case`` reads them; nothing is made out.

    One that cannot be read is None, and one that only the case says should be there is left out.
    """
    numbers, _ = round_numbers(folder / ROUNDS)
    stems = [*FILES, *(f"{ROUNDS}/{number}" for number in numbers)]
    read = {stem: load(folder / f"{stem}.yaml") for stem in stems}
    return {stem: raw if isinstance(raw, bytes) else None for stem, raw in read.items()}


def load_case(folder: Path) -> Case:
    """Read every file of a case folder; what is wrong with a file is a finding in it."""
    closed = closed_folder(folder)
    files = {
        stem: load_file(folder, stem, kind, closed, append_only=stem in APPEND_ONLY)
        for stem, kind in FILES.items()
    }
    record = files["sag"].value
    numbers, closed = ([], closed) if closed else round_numbers(folder / ROUNDS)
    if record is not None:
        numbers.append(str(record.round))
    for number in sorted(set(numbers), key=int):
        files[f"{ROUNDS}/{number}"] = load_file(folder, f"{ROUNDS}/{number}", Round, closed)
    if two_people := about_two_people(files["sag"].source):
        advice = {codes.MERGE_CONFLICT: two_people}
        files = {stem: replace(file, advice=advice) for stem, file in files.items()}
    return Case(folder, files, closed)
