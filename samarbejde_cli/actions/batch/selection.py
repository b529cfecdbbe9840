"""Which cases a mailing is about."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.conditions import Condition
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import closest_value, did_you_mean
from samarbejde_cli.errors import SamarbejdeError, WrongUseError
from samarbejde_cli.lazy import frozen


@frozen
class Ages:
    """Range of the youth's age, inclusive."""

    youngest: int
    oldest: int


@frozen
class CaseSelection:
    """What the user asked for; what is None or empty was not asked for.

    ``days`` are the first and the last day on which the meeting of the round may be held.
    ``numbers`` are case numbers. A case that
    has ended or rests is left out, unless its step or its number was asked for, or the papers are
    only for the steps in ``ends``.
    """

    days: tuple[date, date] | None = None
    step: Step | None = None
    coordinator: str | None = None
    department: str | None = None
    ages: Ages | None = None
    profile: str | None = None
    numbers: tuple[str, ...] | None = None
    conditions: tuple[Condition, ...] = ()
    ends: frozenset[Step] = frozenset()

    def matches(self, case: Case, own_profile: str, day: date) -> bool:
        """Whether a case is selected; an unreadable value selects it, so that it is reported.

        ``own_profile`` is the profile of cases that name none.
        """
        questions: tuple[Callable[[], bool], ...] = (
            lambda: self._is_at_work(case, day),
            lambda: self.days is None or self._meets(case.round.meeting.date),
            lambda: self._has_age(case.age(day)),
            lambda: self._is_run_by(case),
            lambda: self.profile in (None, case.record.profile or own_profile),
            *(lambda each=each: each.matches(case, day) for each in self.conditions),
        )
        return all(unless_broken(question, True) for question in questions)

    def folders(self, workspace: Workspace) -> list[Path]:
        """Return the folders of the cases that may be meant, before they are read.

        Raises ``WrongUseError`` for a number that no case has.
        """
        folders = workspace.folders()
        if self.numbers is None:
            return folders
        known = {folder.name for folder in folders}
        for number in sorted({*self.numbers} - known):
            raise WrongUseError(
                f"Sagen {number} findes ikke.",
                did_you_mean(closest_value(number, known))
                or "`samarbejde status` viser alle sager.",
            )
        wanted = set(self.numbers)
        return [folder for folder in folders if folder.name in wanted]

    def _has_age(self, age: int) -> bool:
        return self.ages is None or self.ages.youngest <= age <= self.ages.oldest

    def _meets(self, held: date | None) -> bool:
        return self.days is None or (held is not None and self.days[0] <= held <= self.days[1])

    def _is_at_work(self, case: Case, day: date) -> bool:
        if self.step is not None:
            return case.step is self.step
        if self.ends and self.numbers is None:
            return case.step in self.ends
        return self.numbers is not None or not (case.step.is_end or case.record.is_paused(day))

    def _is_run_by(self, case: Case) -> bool:
        if self.coordinator is None and self.department is None:
            return True
        found = case.record.coordinator
        if found is None:
            return False
        name, department = self.coordinator or "", self.department or ""
        return _within(name, found.name) and _within(department, found.department)


def _within(wanted: str, text: str) -> bool:
    return wanted.casefold() in text.casefold()


def ages(text: str) -> Ages:
    """Return the ages that a user wrote as ``17`` or ``15-17``. Raises ``WrongUseError``."""
    youngest, _, oldest = (part.strip() for part in text.partition("-"))
    oldest = oldest or youngest
    if not all(part.isascii() and part.isdigit() for part in (youngest, oldest)):
        raise WrongUseError(f"`{text}` er ikke en alder.", "Skriv 17 eller 15-17.")
    return Ages(int(youngest), int(oldest))


def numbers_in(path: Path | None) -> tuple[str, ...] | None:
    """Return the case numbers of a list, if there is one: one on each line, with remarks after a #.

    Raises ``SamarbejdeError`` when the list cannot be read, ``WrongUseError`` when it is empty.
    """
    if path is None:
        return None
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise SamarbejdeError(
            f"Listen {path} kan ikke læses.",
            "Gem den som en almindelig tekstfil (UTF-8) med ét sagsnummer på hver linje.",
        ) from problem
    numbers = tuple(sorted(set(_numbers(lines))))
    if not numbers:
        raise WrongUseError(f"Listen {path} er tom.", "Skriv ét sagsnummer på hver linje.")
    return numbers


def _numbers(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if number := line.partition("#")[0].strip():
            yield number
