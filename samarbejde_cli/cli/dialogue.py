"""One question at a time at the terminal, each answer written at once."""

from dataclasses import field
from datetime import date
from pathlib import Path

from click import Abort

from samarbejde_cli.actions.edit import Edited, RefusedEditError
from samarbejde_cli.actions.fill import (
    checked,
    names_answered,
    takes_several,
    whole_items,
    write_answer,
)
from samarbejde_cli.actions.open_questions import (
    Form,
    Question,
    item_questions,
    open_questions,
    proposed,
)
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.case_route import CaseRoute
from samarbejde_cli.case.field_value import UnclearError, understood
from samarbejde_cli.case.proposals import companions
from samarbejde_cli.cli import console
from samarbejde_cli.cli.prompts import confirm, read_line, require_terminal
from samarbejde_cli.danish.text import nfc
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.lazy import mutable
from samarbejde_cli.report import fill as report
from samarbejde_cli.source.line_load import Tree

_OPTION = "--answers"
_SKIP, _BACK, _WHY, _END = "-", "<", "?", "."
_SAID = {
    "spring over": _SKIP, "tilbage": _BACK, "hjælp": _WHY,
    "stop": _END, "slut": _END, "færdig": _END,
}  # fmt: skip
"""What people type instead of the signs."""


class _BackError(Exception):
    """The user wants the question before."""


class _EndError(Exception):
    """The user wants no more questions, or no more fields of an item."""


@mutable
class Dialogue:
    """The questions and answers of one case at a terminal.

    ``skipped`` are the questions that were passed over, ``past`` those that were asked, in order.
    """

    workspace: Workspace
    folder: Path
    today: date
    only: tuple[str, ...] = ()
    answers: int = 0
    skipped: set[CaseRoute] = field(default_factory=set)
    past: list[Question] = field(default_factory=list)

    @property
    def case(self) -> Case:
        """The case as it is now."""
        return load_case(self.folder)

    def run(self) -> None:
        """Ask until nothing is open or the user ends it; raise click.Abort at the end of input."""
        require_terminal(_OPTION)
        questions = self._open()
        if any(each.asked_by for each in questions):
            console.err(report.begin(sum(each.is_required for each in questions)))
        wants_all = bool(self.only)
        while questions:
            if not (wants_all or questions[0].asked_by):
                rest = report.rest_question(len(questions), self.case.step.value)
                wants_all = confirm(rest, option=_OPTION)
                if not wants_all:
                    return
            if not self._turn(questions[0]):
                return
            questions = self._open()

    def _turn(self, question: Question) -> bool:
        """Ask a question, and those before it that the user goes back to; False to end it all."""
        while True:
            try:
                self._ask(question)
            except _BackError:
                question = self.past.pop() if self.past else question
                self.skipped.discard(question.at)
            except _EndError:
                return False
            else:
                self.past.append(question)
                return True

    def _open(self) -> list[Question]:
        found = open_questions(self.workspace, self.case, self.today, self.only)
        return [each for each in found if each.at not in self.skipped]

    def _ask(self, question: Question) -> None:
        case = self.case
        for line in report.heading(question, case):
            console.err(line)
        if question.form is not Form.VALUE:
            self._ask_items(question)
        elif question.allowed.is_list and not question.allowed.words:
            self._ask_texts(case, question)
        else:
            self._ask_value(case, question)

    def _ask_value(self, case: Case, question: Question) -> None:
        """Ask for a value until it can be written."""
        while True:
            value = self._answer(case, question, {})
            is_news = value is not None and value != question.at.value(case)
            if not is_news:
                self.skipped.add(question.at)
            if not is_news or self._write(question, [value]):
                return

    def _ask_texts(self, case: Case, question: Question) -> None:
        """Ask for the items of a list of texts, each written at once, until Enter."""
        value = self._answer(case, question, {})
        while value is not None:
            before = question.at.value(self.case)
            new = value if isinstance(value, list) else [value]
            self._write(question, [[*(before if isinstance(before, list) else []), *new]])
            value = self._answer(case, question, {})
        self.skipped.add(question.at)

    def _ask_items(self, question: Question) -> None:
        """Ask for whole items until Enter at the first field of one; for a group just once."""
        is_written = False
        while not (is_written and question.form is Form.GROUP):
            case = self.case
            rows = self._rows(case, question, is_first=not is_written)
            if not rows:
                break
            is_written = bool(self._write_items(question, rows))
        self.skipped.add(question.at)

    def _write_items(self, question: Question, rows: list[dict[str, Tree]]) -> Edited | None:
        case = self.case
        profile, _ = self.workspace.profile_of(case)
        items = whole_items(case, profile, question, rows, self.today)
        return self._write(question, items)

    def _rows(self, case: Case, question: Question, *, is_first: bool) -> list[dict[str, Tree]]:
        """Ask for the fields of an item; several rows when several people are named at once."""
        profile, _ = self.workspace.profile_of(case)
        first, *others = item_questions(case, profile, question)
        if is_first:
            self._show_choices(first)
        is_finite = is_first or bool(first.allowed.words)  # a day could be accepted for ever
        several = takes_several(first, question)
        value = self._answer(case, first, {}, several=several, proposes=is_finite)
        if value is None:
            return []
        key = _key(first)
        known = companions(profile, question.at.item or question.at.kind, str(value))
        rows: list[dict[str, Tree]] = [
            {key: each, **known} for each in (value if isinstance(value, list) else [value])
        ]
        try:
            for each in others:
                if each.is_required or len(rows) == 1:
                    self._ask_field(case, each, rows)
        except (_EndError, KeyboardInterrupt, Abort) as stop:
            missing = [each for each in others if each.is_required and _key(each) not in rows[0]]
            if missing:
                console.err(report.not_written([str(row[key]) for row in rows], missing))
            if not missing and not isinstance(stop, _EndError):
                self._write_items(question, rows)
            if missing or not isinstance(stop, _EndError):
                raise
        return rows

    def _ask_field(self, case: Case, question: Question, rows: list[dict[str, Tree]]) -> None:
        """Ask for one field of all rows at once, or take what is proposed for each by itself."""
        key, profile = _key(question), self.workspace.profile_of(case)[0]
        if key in rows[0]:
            return
        each = [proposed(case, profile, question, self.today, row) for row in rows]
        if len(rows) > 1 and all(each) and len(set(each)) > 1:
            values: list[Tree] = list(each)
        else:
            self._show_choices(question)
            value = self._answer(case, question, rows[0], proposes=question.is_required)
            while value is None and question.is_required:
                console.problem(*report.NEEDED)
                value = self._answer(case, question, rows[0])
            values = [value] * len(rows)
        for row, value in zip(rows, values, strict=True):
            row[key] = value

    def _show_choices(self, question: Question) -> None:
        for line in report.choices(question):
            console.err(line)

    def _answer(
        self,
        case: Case,
        question: Question,
        beside: dict[str, Tree],
        *,
        several: bool = False,
        proposes: bool = True,
    ) -> Tree:
        """Return what the user answers, understood; None when the question is passed over."""
        profile, _ = self.workspace.profile_of(case)
        likely = proposed(case, profile, question, self.today, beside) if proposes else None
        likely = _present(case, question) or likely
        readings: list[str] = []
        while True:
            text = self._typed(question, case, likely)
            if text == _SKIP or not (text or likely):
                return None
            words = readings or _numbered(question)
            try:
                return self._understood(
                    case, question, _chosen(text or likely or "", words), several=several
                )
            except UnclearError as error:
                readings = list(error.readings)
                console.problem(error.message)
                console.err("\n".join(report.readings(error.readings)))
            except WrongUseError as error:
                console.problem(error.message, error.hint)

    def _typed(self, question: Question, case: Case, likely: str | None) -> str:
        """Return what is typed, after as many explanations as are wanted."""
        prompt = f"{report.prompt(question, case, likely)}: "
        while (text := _signed(nfc(read_line(prompt)))) == _WHY:
            for line in report.explanation(question, self.workspace.root):
                console.err(line)
        if text == _BACK:
            raise _BackError
        if text == _END:
            raise _EndError
        return text

    def _understood(self, case: Case, question: Question, text: str, *, several: bool) -> Tree:
        profile, _ = self.workspace.profile_of(case)
        if several:
            return list(names_answered(case, profile, question, text, self.today))
        value = understood(case, profile, question.at, text, self.today)
        return checked(case, question, value)

    def _write(self, question: Question, values: list[Tree]) -> Edited | None:
        """Write an answer; say why it cannot be, and return None then."""
        try:
            done = write_answer(self.workspace, self.case, question, values, self.today)
        except RefusedEditError as error:
            for each in error.diagnoses:
                console.problem(each.message, each.hint)
            return None
        except WrongUseError as error:
            console.problem(error.message, error.hint)
            return None
        self.answers += 1
        for line in report.written(done, question):
            console.err(line)
        return done


def _key(question: Question) -> str:
    """Return the key of a field of an item."""
    return str(question.at.route[-1])


def _signed(text: str) -> str:
    """Return the sign for a word that stands for one."""
    return _SAID.get(text.strip().casefold(), text)


def _present(case: Case, question: Question) -> str | None:
    """Return the value that is there already, when a question is asked once more."""
    value = question.at.value(case)
    if isinstance(value, list) and question.allowed.words:
        return ", ".join(map(str, value)) or None
    return value if isinstance(value, str) else None


def _numbered(question: Question) -> list[str]:
    """Return the words that can be chosen by their number."""
    if question.allowed.type == "ja_nej" or report.is_number(question):
        return []
    return list(question.allowed.words)


def _chosen(text: str, words: list[str]) -> str:
    """Return a text with the words in place of their numbers."""
    if not words:
        return text
    return ", ".join(
        words[int(part) - 1] if part.isdigit() and 1 <= int(part) <= len(words) else part
        for part in (each.strip() for each in text.split(","))
    )
