"""Read a form that was filled in, and write what changed in it into its case."""

from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import field, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from samarbejde_cli import __version__, word
from samarbejde_cli.actions.consent_seal import seal_new
from samarbejde_cli.actions.file_changes import file_change, history_change
from samarbejde_cli.actions.many_cases import ask_each
from samarbejde_cli.actions.paper_register import appended
from samarbejde_cli.actions.papers import Gate
from samarbejde_cli.actions.readable import require_readable
from samarbejde_cli.actions.reading.as_printed import is_as_printed
from samarbejde_cli.actions.reading.comparing import Comparer
from samarbejde_cli.actions.reading.differences import Comparison, Difference, route_of
from samarbejde_cli.actions.reading.found import FoundAnswers
from samarbejde_cli.actions.reading.goal_rows import find_answers
from samarbejde_cli.actions.reading.item_differences import ItemComparer
from samarbejde_cli.actions.reading.line_differences import LineComparer
from samarbejde_cli.actions.reading.origin import NoFormError, Origins
from samarbejde_cli.actions.reading.people import People
from samarbejde_cli.actions.reading.rows import find_in_rows
from samarbejde_cli.actions.reading.understanding import Understanding
from samarbejde_cli.actions.reading.writing import written
from samarbejde_cli.actions.validate import check_case
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case import skeleton
from samarbejde_cli.case.case import PAPER_REGISTER, Case, load_case
from samarbejde_cli.case.case_file import CaseFile
from samarbejde_cli.case.history import Event, HistoryEntry
from samarbejde_cli.documents.context import Context
from samarbejde_cli.documents.form import Form, Stamp
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.errors import SamarbejdeError, WrongUseError
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.os_errors import in_danish
from samarbejde_cli.files.write import digest_of, write_all
from samarbejde_cli.findings import Diagnosis, Route
from samarbejde_cli.forms.cpr import masked
from samarbejde_cli.lazy import frozen, mutable
from samarbejde_cli.source.edit import EditError
from samarbejde_cli.source.read import from_text, read

_SIGNATURES = "underskrifter"
_NOT_YET = (
    "En underskrift bliver først skrevet, når alt andet i skemaet er læst ind. Ret det, der står "
    "ovenfor, og læs skemaet igen, eller brug `samarbejde sign`."
)
Choose = Callable[[Difference], "Choice"]


class Choice(StrEnum):
    """Which side of a conflict is right; ``LEFT`` leaves it to be asked again."""

    MINE = "mine"
    THEIRS = "theirs"
    LEFT = "left"


class Outcome(StrEnum):
    """Result of one form."""

    WRITTEN = "written"
    PROPOSED = "proposed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    NO_FORM = "no_form"


@frozen
class Target:
    """Where a form belongs: its kind, and the file of its case that its answers are in."""

    kind: Kind
    number: str
    folder: Path
    stem: str
    file: Path


@frozen
class ReadForm:
    """One form with what it says; ``before`` and ``after`` are the text of the target's file.

    ``diagnoses`` are the findings that the changes bring, ``problem`` why nothing is written.
    ``again`` is the day on which the same file was read before.
    """

    path: Path
    outcome: Outcome
    target: Target | None = None
    comparison: Comparison = field(default_factory=Comparison)
    found: FoundAnswers = field(default_factory=FoundAnswers)
    form: word.FilledForm | None = None
    before: str = ""
    after: str = ""
    diagnoses: tuple[Diagnosis, ...] = ()
    problem: SamarbejdeError | None = None
    again: date | None = None
    sha256: str = ""

    @property
    def changes(self) -> bool:
        """Whether something is to be written."""
        return self.before != self.after

    @property
    def is_settled(self) -> bool:
        """Whether nothing in the form is left for a person."""
        left = self.comparison.conflicts or self.comparison.leftovers
        return self.outcome is not Outcome.REFUSED and not left

    def place_of(self, route: Route) -> str:
        """Return where in the form the value at a route of the file came from; empty if not."""
        for each in self.comparison.changes:
            if route[: len(route_of(each.route))] == route_of(each.route):
                return each.place
        return ""


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
        return OpenedForm(path, *_open(path))
    except SamarbejdeError:
        return OpenedForm(path)


def _open(path: Path) -> tuple[word.FilledForm, str]:
    with in_danish(path):
        data = path.read_bytes()
    return word.read_form(data, path.name), digest_of(data)


def forms_in(paths: Iterable[Path]) -> list[Path]:
    """Return the Word files that are named, and those in folders that are.

    Raises ``WrongUseError`` for a path that is not there, or a folder without any.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(_word_files(path))
            if not inside:
                raise WrongUseError(
                    f"Der er ingen Word-filer i mappen {path.resolve().name or path}.",
                    "Angiv en anden mappe.",
                )
            found += inside
        elif path.exists():
            found.append(path)
        else:
            raise WrongUseError(f"Filen {path} findes ikke.", "Se efter i mappen, hvad den hedder.")
    return list(dict.fromkeys(found))


def _word_files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*.docx"):
        if path.is_file() and not path.name.startswith(("~$", ".")):
            yield path


@mutable
class FormReader:
    """Reads the forms of one run, one after the other; what one wrote, the next one sees."""

    workspace: Workspace
    today: date
    choose: Choose
    given: Path | None = None

    def __post_init__(self) -> None:
        self._origins = Origins(self.workspace, self.given)
        self._written: dict[Path, set[str]] = {}

    def read(self, path: Path, opened: OpenedForm | None = None) -> ReadForm:
        """Return what a form says, which may have been opened before; nothing is written."""
        try:
            return self._read(path, opened or OpenedForm(path))
        except NoFormError as problem:
            return ReadForm(path, Outcome.NO_FORM, problem=problem)
        except SamarbejdeError as problem:
            return ReadForm(path, Outcome.REFUSED, problem=problem)

    def _read(self, path: Path, opened: OpenedForm) -> ReadForm:
        form, sha256 = opened.form, opened.sha256
        if form is None:
            form, sha256 = _open(path)
        stamp = self._origins.stamp(form, path.name)
        kind = self._origins.kind(stamp, path.name)
        case = self._origins.case(stamp, path.name)
        require_readable(self.workspace, case, self.today)
        again = next((e.date for e in case.forms_read if e.sha256 == sha256), None)
        about = ReadForm(path, Outcome.UNCHANGED, form=form, again=again, sha256=sha256)
        return self._compared(about, case, stamp, kind)

    def _compared(self, about: ReadForm, case: Case, stamp: Stamp, kind: Kind) -> ReadForm:
        if kind.form is None:
            return about
        stem = kind.form.stem(case)
        file = case.files[stem]
        profile, _ = self.workspace.profile_of(case)
        how = Understanding(file.kind, People(case, profile), self.today)
        target = Target(kind, case.number, case.folder, stem, file.source.path)
        about = replace(about, target=target, found=_found(about.form, kind.form, ()))
        if is_as_printed(about.found, Comparer(stamp, {}, how)):
            return about
        context = Gate(case, profile, self.workspace.root, self.today).context(kind, None)
        mine = kind.form.answers(context)
        found = _found(about.form, kind.form, mine)
        fields = Comparer(stamp, mine, how)
        lines = LineComparer(fields, kind.form.lines(context), file.source.data)
        comparison = _compared(fields, lines, kind.form, found)
        _stop(comparison, kind.form, context)
        comparison = self._resolved(comparison, case)
        about = replace(about, found=found, comparison=comparison, before=file.source.text)
        try:
            after = written(about.before, comparison, how, case.record.round)
            after = seal_new(target.file, about.before, after) if stem == "samtykke" else after
        except EditError as problem:
            return replace(about, outcome=Outcome.REFUSED, after=about.before, problem=problem)
        outcome = Outcome.PROPOSED if after != about.before else Outcome.UNCHANGED
        about = replace(about, after=after, outcome=outcome)
        return self._validated(about, case, target) if about.changes else about

    def _resolved(self, comparison: Comparison, case: Case) -> Comparison:
        """Settle the conflicts as the user chooses; two forms that disagree stay a conflict."""
        others = self._written.get(case.folder, set())
        left = []
        for each in comparison.conflicts:
            choice = Choice.LEFT if each.route in others else self.choose(each)
            if choice is Choice.THEIRS:
                comparison.changes.append(each)
            elif choice is Choice.LEFT:
                left.append(each)
        comparison.conflicts = left
        _keep_signatures(comparison)
        return comparison

    def _validated(self, about: ReadForm, case: Case, target: Target) -> ReadForm:
        """Return the form with the findings that its changes bring; mistakes refuse it."""
        old = case.files[target.stem]
        new = CaseFile(from_text(target.file, about.after), old.kind, old.advice)
        changed = replace(case, files={**case.files, target.stem: new})
        known = set(map(_key, self._check(case)))
        brought = tuple(each for each in self._check(changed) if _key(each) not in known)
        if new.value is not None:
            return replace(about, diagnoses=brought)
        problem = SamarbejdeError(
            f"Det, der står i {about.path.name}, kan ikke skrives i {target.file.name}.",
            "Ret det i skemaet, som vist ovenfor, og læs det igen.",
        )
        return replace(about, diagnoses=brought, outcome=Outcome.REFUSED, problem=problem)

    def _check(self, case: Case) -> list[Diagnosis]:
        return check_case(self.workspace, case, self.today)

    def write(self, about: ReadForm, by: str, at: datetime) -> ReadForm:
        """Write what a form says, with lines in the history and the register of papers.

        A file that changed in the meantime, or another process at work, refuses the form.
        """
        if about.target is None:
            return about
        try:
            self._write(about, about.target, by, at)
        except SamarbejdeError as problem:
            return replace(about, outcome=Outcome.REFUSED, problem=problem)
        return replace(about, outcome=Outcome.WRITTEN)

    def _write(self, about: ReadForm, target: Target, by: str, at: datetime) -> None:
        with locked(target.folder):
            case = load_case(target.folder)
            require_readable(self.workspace, case, self.today)
            read_as = from_text(target.file, about.before).digest
            change = replace(file_change(case, target.stem, about.after), expected=read_as)
            record = _record(about, target, case.record.round, self.today)
            register = appended(read(target.folder / f"{PAPER_REGISTER}.yaml"), [record])
            history = history_change(case, _line(case, target.kind, by, at))
            write_all([change, history, *([register] if register else [])])
        routes = self._written.setdefault(target.folder, set())
        routes |= {each.route for each in about.comparison.changes}


def _found(filled: word.FilledForm | None, form: Form, mine: Iterable[str]) -> FoundAnswers:
    """Return the answers of a form; the goal form has a table of its own shape."""
    if filled is None:
        return FoundAnswers()
    is_of_goals = any(each.route == "mål" for each in form.items)
    return find_answers(filled) if is_of_goals else find_in_rows(filled, form.items, mine)


def _compared(fields: Comparer, lines: LineComparer, form: Form, found: FoundAnswers) -> Comparison:
    """Return what differs between a form and its case."""
    result = Comparison(leftovers=list(found.leftovers))
    for name, each in found.fields.items():
        fields.field(result, name, name, each)
    lines.compare(result, found.lines)
    for items in form.items:
        rows = [each for each in found.items if each.items == items.route]
        ItemComparer(fields, items).compare(result, rows)
    return result


def _stop(comparison: Comparison, form: Form, context: Context) -> None:
    """Leave to the user what the form may not change in a case as it is."""
    for kind in (comparison.changes, comparison.conflicts):
        for each in list(kind):
            if why := form.stops(context, each.route, each.after):
                kind.remove(each)
                comparison.leave(each.place, each.after or each.before, why)
    for item in list(comparison.new_items):
        if why := form.stops(context, f"{item.items}[]", item.lines):
            comparison.new_items.remove(item)
            comparison.leave(item.place, item.lines, why)


def _keep_signatures(comparison: Comparison) -> None:
    """Leave signatures to the user while something else of what was signed is not written."""
    if comparison.conflicts or comparison.leftovers:
        for item in [each for each in comparison.new_items if each.items == _SIGNATURES]:
            comparison.new_items.remove(item)
            comparison.leave(item.place, item.lines, _NOT_YET)


def _key(each: Diagnosis) -> tuple[str, Route, str]:
    return each.code, each.route, each.message


def _record(about: ReadForm, target: Target, round_: int, day: date) -> dict[str, object]:
    return {
        "date": day,
        "paper": target.kind.stem,
        "round": round_,
        "file": masked(about.path.name),
        "sha256": about.sha256,
        "tool": __version__,
        "read": True,
    }


def _line(case: Case, kind: Kind, by: str, at: datetime) -> HistoryEntry:
    return HistoryEntry.model_validate(
        {
            "tid": skeleton.timestamp(at),
            "hvem": by,
            "hændelse": Event.FORM_READ.value,
            "fra": case.step.value,
            "til": case.step.value,
            "runde": str(case.record.round),
            "begrundelse": kind.title,
        }
    )
