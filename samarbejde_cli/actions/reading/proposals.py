"""What forms would change in the files of their cases, judged before anything is written."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from samarbejde_cli.actions.consent_seal import seal_new
from samarbejde_cli.actions.papers import Gate
from samarbejde_cli.actions.reading.comparison import compare_form
from samarbejde_cli.actions.reading.differences import Comparison
from samarbejde_cli.actions.reading.loose import unread_texts
from samarbejde_cli.actions.reading.replies import letter_of
from samarbejde_cli.actions.reading.result import Choice, Choose, FormFile, Outcome, ReadForm
from samarbejde_cli.actions.reading.understanding import Understanding
from samarbejde_cli.actions.reading.writing import written
from samarbejde_cli.actions.validate import check_case
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.case_file import CaseFile
from samarbejde_cli.danish.text import listed
from samarbejde_cli.documents.form import Form, Stamp
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.findings import Diagnosis, Route
from samarbejde_cli.lazy import mutable
from samarbejde_cli.source.edit import EditError
from samarbejde_cli.source.read import from_text

_SIGNATURES = "underskrifter"
_CONSENT = "samtykke"
_NOTHING_TO_SIGN = (
    "Samtykket er ikke udfyldt, så der er intet at skrive under på. Sæt krydsene i skemaet, og læs "
    "det igen."
)
_NOT_YET = (
    "En underskrift bliver først skrevet, når alt andet i skemaet er læst ind. Ret det, der står "
    "ovenfor, og læs skemaet igen, eller brug `samarbejde sign`."
)


@mutable
class Proposals:
    """Proposes the changes of the forms of one run; ``others`` are the routes that forms wrote."""

    workspace: Workspace
    today: date
    choose: Choose
    takes_out: bool
    others: dict[Path, set[str]]

    def of_form(
        self, about: ReadForm, case: Case, stamp: Stamp, kind: Kind, how: Understanding
    ) -> ReadForm:
        """Return a form with what it would change in its case, or why that cannot be written."""
        form = kind.form
        if form is None:
            return about
        profile, _ = self.workspace.profile_of(case)
        context = Gate(case, profile, self.workspace.root, self.today).context(kind, None)
        found, comparison = compare_form(
            about.form, form, case, stamp, how, context, takes_out=self.takes_out
        )
        comparison = self._resolved(comparison, case)
        _keep_empty_signatures(comparison, form, case, how)
        about = replace(about, found=found, comparison=comparison)
        return self._proposed(
            about, case, form, lambda file: _changed(file, comparison, form, how, case)
        )

    def of_reply(self, about: ReadForm, case: Case, stamp: Stamp, form: Form) -> ReadForm:
        """Return a letter to one participant with the reply in it.

        Raises ``SamarbejdeError`` for a letter that does not count now.
        """
        letter = letter_of(self.workspace, case, stamp, about.path.name, self.today)
        comparison = letter.compared(about.found)
        comparison.leftovers += about.found.leftovers
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
        others = self.others.get(case.folder, set())
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
            "Ret det i skemaet, som vist nedenfor, og læs det igen.",
        )
        return replace(about, outcome=Outcome.REFUSED, problem=problem)

    def _check(self, case: Case) -> list[Diagnosis]:
        return check_case(self.workspace, case, self.today)


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
    return seal_new(file.path, file.text, text) if file.stem == _CONSENT else text


def _as_read(file: FormFile, old: CaseFile) -> CaseFile:
    return CaseFile(from_text(file.path, file.text), old.kind, old.advice)


def _keep_signatures(comparison: Comparison) -> None:
    """Leave signatures to the user while something else of what was signed is not written."""
    if comparison.conflicts or comparison.leftovers:
        _leave_signatures(comparison, _NOT_YET)


def _keep_empty_signatures(
    comparison: Comparison, form: Form, case: Case, how: Understanding
) -> None:
    """Leave signatures to the user that would stand under a consent that says nothing."""
    others = [each for each in comparison.new_items if each.items != _SIGNATURES]
    if form.stem(case) != _CONSENT or len(others) == len(comparison.new_items):
        return
    old, rest = case.files[_CONSENT], replace(comparison, new_items=others)
    with suppress(EditError):  # it is told where the file is to be written
        text = written(old.source.text, rest, how, case.record.round)
        consent = _as_read(FormFile(_CONSENT, old.source, text), old).value
        if consent is not None and not consent.says_something:
            _leave_signatures(comparison, _NOTHING_TO_SIGN)


def _leave_signatures(comparison: Comparison, why: str) -> None:
    for item in [each for each in comparison.new_items if each.items == _SIGNATURES]:
        comparison.new_items.remove(item)
        comparison.leave(item.place, item.lines, why)


def _key(each: Diagnosis) -> tuple[str, Route, str]:
    return each.code, each.route, each.message
