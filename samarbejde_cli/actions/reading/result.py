"""Result of reading one form: what it says, and the files of its case that it changes."""

from collections.abc import Callable
from dataclasses import field
from datetime import date
from enum import StrEnum
from pathlib import Path

from samarbejde_cli import word
from samarbejde_cli.actions.reading.differences import Comparison, Difference, route_of
from samarbejde_cli.actions.reading.found import FoundAnswers
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.findings import Diagnosis
from samarbejde_cli.lazy import frozen
from samarbejde_cli.source.read import Source


class Choice(StrEnum):
    """Which side of a conflict is right; ``LEFT`` leaves it to be asked again."""

    MINE = "mine"
    THEIRS = "theirs"
    LEFT = "left"


Choose = Callable[[Difference], Choice]
"""How a conflict is settled."""


class Outcome(StrEnum):
    """Result of one form."""

    WRITTEN = "written"
    PROPOSED = "proposed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    NO_FORM = "no_form"


@frozen
class Target:
    """Where a form belongs: its kind and its case."""

    kind: Kind
    number: str
    folder: Path


@frozen
class FormFile:
    """A file of the case that a form's answers are in: as it was read, and as it would be."""

    stem: str
    source: Source
    text: str

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.source.path

    @property
    def is_changed(self) -> bool:
        """Whether something is to be written."""
        return self.source.text != self.text


@frozen
class ReadForm:
    """One form with what it says, and the files of its case that it changes.

    ``diagnoses`` are the findings that the changes bring, ``problem`` why nothing is written.
    ``again`` is the day on which the same file was read before, ``person`` whose letter it is.
    ``is_blank`` says of a form that is too late that nobody filled it in, ``is_read_before`` that
    it was read in time, ``is_open`` that Word or LibreOffice has the file open.
    ``corrected`` is the day on which the file was read before somebody changed it again,
    ``file_key`` are letters for the file.
    """

    path: Path
    outcome: Outcome
    target: Target | None = None
    comparison: Comparison = field(default_factory=Comparison)
    found: FoundAnswers = field(default_factory=FoundAnswers)
    form: word.FilledForm | None = None
    files: tuple[FormFile, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()
    problem: SamarbejdeError | None = None
    again: date | None = None
    sha256: str = ""
    person: str = ""
    is_blank: bool = False
    is_read_before: bool = False
    is_open: bool = False
    corrected: date | None = None
    file_key: str = ""

    @property
    def changes(self) -> bool:
        """Whether something is to be written."""
        return bool(self.files)

    @property
    def is_settled(self) -> bool:
        """Whether nothing in the form is left for a person."""
        left = self.comparison.conflicts or self.comparison.leftovers
        return self.outcome is not Outcome.REFUSED and not left

    @property
    def is_as_before(self) -> bool:
        """Whether a form changes nothing, and nothing is to be said of it."""
        form = self.form
        says = form is not None and (form.changes or form.comments or form.pictures)
        has_remarks = bool(says or self.is_open)
        return self.outcome is Outcome.UNCHANGED and self.is_settled and not has_remarks

    def place_of(self, diagnosis: Diagnosis) -> str:
        """Return where in the form what a finding is about came from; empty if not."""
        from samarbejde_cli.actions.reading.writing import new_routes  # noqa: PLC0415 — not for a form as printed
        from samarbejde_cli.source.page import Page  # noqa: PLC0415 — same

        file = next((each for each in self.files if each.path == diagnosis.file), None)
        if file is None:
            return ""
        routes = [(route_of(each.route), each.place) for each in self.comparison.changes]
        routes += new_routes(self.comparison.new_items, Page(file.text).data)
        found = (place for at, place in routes if diagnosis.route[: len(at)] == at)
        return next(found, "")
