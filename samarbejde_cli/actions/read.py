"""Read a form that was filled in, and write what changed in it into its case."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from samarbejde_cli.actions.output_folder import is_open
from samarbejde_cli.actions.readable import require_readable
from samarbejde_cli.actions.reading.as_printed import is_as_printed
from samarbejde_cli.actions.reading.comparing import Comparer
from samarbejde_cli.actions.reading.earlier import answered, earlier, file_key
from samarbejde_cli.actions.reading.finding import found_answers
from samarbejde_cli.actions.reading.line_names import with_line_names
from samarbejde_cli.actions.reading.loose import is_all_printed
from samarbejde_cli.actions.reading.opening import OpenedForm, open_form
from samarbejde_cli.actions.reading.origin import NoFormError, Origins
from samarbejde_cli.actions.reading.people import People
from samarbejde_cli.actions.reading.result import Choose, Outcome, ReadForm, Target
from samarbejde_cli.actions.reading.understanding import Understanding
from samarbejde_cli.actions.reading.whose import require_of_case
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case
from samarbejde_cli.documents.form import Form, Stamp
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.lazy import mutable

if TYPE_CHECKING:
    from samarbejde_cli.actions.reading.proposals import Proposals


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
        form = replace(form, pictures=max(form.pictures - stamp.pictures, 0))
        kind = self._origins.kind(stamp, path.name)
        case = self._origins.case(stamp, path.name)
        require_readable(self.workspace, case, self.today)
        again = next((e.date for e in case.forms_read if e.sha256 == sha256), None)
        about = ReadForm(path, Outcome.UNCHANGED, form=form, again=again, sha256=sha256)
        key = file_key(path, case.folder, self.workspace.root, stamp)
        readings = earlier(case.forms_read, key)
        stamp = replace(stamp, answered=answered(readings))
        corrected = readings[-1].date if readings and not again else None
        about = replace(about, is_open=is_open(path), file_key=key, corrected=corrected)
        return self._compared(about, case, stamp, kind)

    def _compared(self, about: ReadForm, case: Case, stamp: Stamp, kind: Kind) -> ReadForm:
        form = kind.form
        if form is None:
            return about
        how = self._understanding(case, form)
        target = Target(kind, case.number, case.folder)
        about = replace(about, target=target, found=found_answers(about.form, form, (), stamp))
        is_empty = _says_nothing(about, form, stamp, how, case)
        try:
            self._origins.require_open(case, stamp, kind, about.path.name)
            if about.form:
                name = about.path.name
                require_of_case(about.form, about.found, stamp, kind, case, name)
            if form.letter:
                return self._proposals.of_reply(about, case, stamp, form)
        except SamarbejdeError as problem:
            is_blank = is_empty or _says_nothing(about, form, stamp, how, case, is_whole=False)
            about = replace(about, is_blank=is_blank, is_read_before=about.again is not None)
            return replace(about, outcome=Outcome.REFUSED, problem=problem)
        return about if is_empty else self._proposals.of_form(about, case, stamp, kind, how)

    def _understanding(self, case: Case, form: Form) -> Understanding:
        profile, _ = self.workspace.profile_of(case)
        return Understanding(
            case.files[form.stem(case)].kind,
            People(case, profile),
            self.today,
            {key: case.files[stem].kind for key, stem in form.elsewhere},
        )

    @property
    def _proposals(self) -> "Proposals":
        from samarbejde_cli.actions.reading.proposals import Proposals  # noqa: PLC0415 — not for a form as printed

        return Proposals(self.workspace, self.today, self.choose, self.takes_out, self._written)

    def write(self, about: ReadForm, by: str, at: datetime) -> ReadForm:
        """Write what a form says, with lines in the history and the register of papers.

        A file that changed in the meantime, or another process at work, refuses the form.
        """
        from samarbejde_cli.actions.reading.recording import record  # noqa: PLC0415 — only to write

        if about.target is None:
            return about
        try:
            record(self.workspace, about, about.target, by, at, self.today)
        except SamarbejdeError as problem:
            return replace(about, outcome=Outcome.REFUSED, problem=problem)
        routes = self._written.setdefault(about.target.folder, set())
        routes |= {each.route for each in about.comparison.changes}
        return replace(about, outcome=Outcome.WRITTEN)


def _says_nothing(
    about: ReadForm,
    form: Form,
    stamp: Stamp,
    how: Understanding,
    case: Case,
    *,
    is_whole: bool = True,
) -> bool:
    """Whether nobody wrote anything in a form since it was printed, nor took anything out of it.

    Of one that is not to be ``is_whole``, nothing is known but that nothing was written.
    """
    if about.form is not None and not is_all_printed(about.form, about.found, stamp):
        return False
    if form.letter:
        from samarbejde_cli.actions.reading.replies import says_nothing  # noqa: PLC0415 — only for letters

        return says_nothing(about.found)
    if case.has_made(about.sha256) and not (about.found.leftovers or stamp.answered):
        return True
    return is_as_printed(about.found, Comparer(stamp, {}, how), is_whole=is_whole)
