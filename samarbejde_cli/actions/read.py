"""Read a form that was filled in, and write what changed in it into its case."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from samarbejde_cli import __version__
from samarbejde_cli.actions.consent_seal import seal_new
from samarbejde_cli.actions.file_changes import history_change
from samarbejde_cli.actions.paper_register import appended
from samarbejde_cli.actions.papers import Gate
from samarbejde_cli.actions.readable import require_readable
from samarbejde_cli.actions.reading.as_printed import is_as_printed
from samarbejde_cli.actions.reading.comparing import Comparer
from samarbejde_cli.actions.reading.comparison import compare_form, found_answers
from samarbejde_cli.actions.reading.differences import Comparison, Difference
from samarbejde_cli.actions.reading.line_names import with_line_names
from samarbejde_cli.actions.reading.loose import is_all_printed, unread_texts
from samarbejde_cli.actions.reading.opening import OpenedForm, open_form
from samarbejde_cli.actions.reading.origin import NoFormError, Origins
from samarbejde_cli.actions.reading.people import People
from samarbejde_cli.actions.reading.replies import letter_of, says_nothing, with_label
from samarbejde_cli.actions.reading.result import Choice, FormFile, Outcome, ReadForm, Target
from samarbejde_cli.actions.reading.understanding import Understanding
from samarbejde_cli.actions.reading.whose import require_of_case
from samarbejde_cli.actions.reading.writing import written
from samarbejde_cli.actions.validate import check_case
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import PAPER_REGISTER, Case, load_case
from samarbejde_cli.case.case_file import CaseFile
from samarbejde_cli.case.history import Event, HistoryEntry, timestamp
from samarbejde_cli.danish.text import listed
from samarbejde_cli.documents.form import Form, Stamp
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.write import Change, write_all
from samarbejde_cli.findings import Diagnosis, Route
from samarbejde_cli.forms.cpr import masked
from samarbejde_cli.lazy import mutable
from samarbejde_cli.source.edit import EditError
from samarbejde_cli.source.read import from_text, read

_SIGNATURES = "underskrifter"
_NOT_YET = (
    "En underskrift bliver først skrevet, når alt andet i skemaet er læst ind. Ret det, der står "
    "ovenfor, og læs skemaet igen, eller brug `samarbejde sign`."
)
Choose = Callable[[Difference], Choice]


@mutable
class FormReader:
    """Reads the forms of one run, one after the other; what one wrote, the next one sees.

    ``takes_out`` says that an item whose row was deleted in a form is taken out of the case.
    """

    workspace: Workspace
    today: date
    choose: Choose
    given: Path | None = None
    takes_out: bool = True

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
            form, sha256 = open_form(path)
        stamp = self._origins.stamp(form, path.name)
        form = with_line_names(form, stamp.lines)
        kind = self._origins.kind(stamp, path.name)
        case = self._origins.case(stamp, path.name)
        require_readable(self.workspace, case, self.today)
        again = next((e.date for e in case.forms_read if e.sha256 == sha256), None)
        about = ReadForm(path, Outcome.UNCHANGED, form=form, again=again, sha256=sha256)
        return self._compared(about, case, stamp, kind)

    def _compared(self, about: ReadForm, case: Case, stamp: Stamp, kind: Kind) -> ReadForm:
        if kind.form is None:
            return about
        profile, _ = self.workspace.profile_of(case)
        how = Understanding(
            case.files[kind.form.stem(case)].kind,
            People(case, profile),
            self.today,
            {key: case.files[stem].kind for key, stem in kind.form.elsewhere},
        )
        target = Target(kind, case.number, case.folder)
        about = replace(about, target=target, found=found_answers(about.form, kind.form, (), stamp))
        if kind.form.letter:
            about = replace(about, found=with_label(about.found, about.form))
        is_empty = _says_nothing(about, kind.form, stamp, how)
        try:
            self._origins.require_open(case, stamp, about.path.name)
            if about.form:
                name = about.path.name
                require_of_case(about.form, about.found, stamp, kind, case, name)
            if kind.form.letter:
                return self._replied(about, case, stamp, kind.form)
        except SamarbejdeError as problem:
            about = replace(about, is_blank=is_empty, is_read_before=about.again is not None)
            return replace(about, outcome=Outcome.REFUSED, problem=problem)
        if is_empty:
            return about
        context = Gate(case, profile, self.workspace.root, self.today).context(kind, None)
        form = kind.form
        found, comparison = compare_form(
            about.form, form, case, stamp, how, context, takes_out=self.takes_out
        )
        comparison = self._resolved(comparison, case)
        about = replace(about, found=found, comparison=comparison)
        return self._proposed(
            about, case, form, lambda file: _changed(file, comparison, form, how, case)
        )

    def _replied(self, about: ReadForm, case: Case, stamp: Stamp, form: Form) -> ReadForm:
        """Return the reply in a letter to one participant."""
        letter = letter_of(self.workspace, case, stamp, about.path.name, self.today)
        comparison = letter.compared(about.found)
        if about.form:
            why = letter.how_to_write
            comparison.leftovers += unread_texts(about.form, about.found, comparison, stamp, why)
        comparison = self._resolved(comparison, case)
        about = replace(about, person=letter.name, comparison=comparison)
        return self._proposed(about, case, form, lambda _: letter.written(comparison, self.today))

    def _proposed(
        self, about: ReadForm, case: Case, form: Form, change: Callable[[FormFile], str]
    ) -> ReadForm:
        """Return the form with the files of the case as ``change`` makes their texts."""
        try:
            files = [replace(each, text=change(each)) for each in _files(form, case)]
        except EditError as problem:
            return replace(about, outcome=Outcome.REFUSED, problem=problem)
        changed = tuple(each for each in files if each.is_changed)
        outcome = Outcome.PROPOSED if changed else Outcome.UNCHANGED
        about = replace(about, files=changed, outcome=outcome)
        return self._validated(about, case) if changed else about

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

    def _validated(self, about: ReadForm, case: Case) -> ReadForm:
        """Return the form with the findings that its changes bring; mistakes refuse it."""
        new = {each.stem: _as_read(each, case.files[each.stem]) for each in about.files}
        changed = replace(case, files={**case.files, **new})
        known = set(map(_key, self._check(case)))
        brought = tuple(each for each in self._check(changed) if _key(each) not in known)
        about = replace(about, diagnoses=brought)
        unreadable = [file.source.path.name for file in new.values() if file.value is None]
        if not unreadable:
            return about
        problem = SamarbejdeError(
            f"Det, der står i {about.path.name}, kan ikke skrives i {listed(unreadable)}.",
            "Ret det i skemaet, som vist ovenfor, og læs det igen.",
        )
        return replace(about, outcome=Outcome.REFUSED, problem=problem)

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
            changes = [Change(e.path, e.text, e.source.digest) for e in about.files]
            record = _record(about, target, case.record.round, self.today)
            register = appended(read(target.folder / f"{PAPER_REGISTER}.yaml"), [record])
            history = history_change(case, _line(case, target.kind, by, at))
            write_all([*changes, history, *([register] if register else [])])
        routes = self._written.setdefault(target.folder, set())
        routes |= {each.route for each in about.comparison.changes}


def _says_nothing(about: ReadForm, form: Form, stamp: Stamp, how: Understanding) -> bool:
    """Whether nobody wrote anything in a form since it was printed."""
    if about.form is not None and not is_all_printed(about.form, about.found, stamp):
        return False
    if form.letter:
        return says_nothing(about.found)
    return is_as_printed(about.found, Comparer(stamp, {}, how))


def _files(form: Form, case: Case) -> list[FormFile]:
    """Return the files of a case that the answers of a form are in."""
    stems = dict.fromkeys((form.stem(case), *(stem for _, stem in form.elsewhere)))
    sources = ((stem, case.files[stem].source) for stem in stems)
    return [FormFile(stem, source, source.text) for stem, source in sources]


def _changed(
    file: FormFile, comparison: Comparison, form: Form, how: Understanding, case: Case
) -> str:
    """Return the text of a file with what a form changes in it. Raises ``EditError``."""
    here = comparison.of(lambda key: form.stem_of(case, key) == file.stem)
    text = written(file.text, here, how, case.record.round)
    return seal_new(file.path, file.text, text) if file.stem == "samtykke" else text


def _as_read(file: FormFile, old: CaseFile) -> CaseFile:
    return CaseFile(from_text(file.path, file.text), old.kind, old.advice)


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
            "tid": timestamp(at),
            "hvem": by,
            "hændelse": Event.FORM_READ.value,
            "fra": case.step.value,
            "til": case.step.value,
            "runde": str(case.record.round),
            "begrundelse": kind.title,
        }
    )
