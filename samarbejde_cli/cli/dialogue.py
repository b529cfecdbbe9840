"""One question at a time at the terminal, each answer written at once."""

from collections.abc import Sequence
from dataclasses import field
from datetime import date
from pathlib import Path

from samarbejde_cli.actions.edit import Edited, RefusedEditError
from samarbejde_cli.actions.fill import whole_items, write_answer
from samarbejde_cli.actions.open_questions import (
    Form,
    Question,
    blocking,
    item_questions,
    open_questions,
)
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.case_route import CaseRoute
from samarbejde_cli.cli import console
from samarbejde_cli.cli.asking import Asking, BackError, EndError, present
from samarbejde_cli.cli.item_dialogue import BrokenOffError, Draft, ItemDialogue, Row
from samarbejde_cli.cli.prompts import require_terminal
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.lazy import mutable
from samarbejde_cli.report import fill as report
from samarbejde_cli.source.line_load import Tree

_OPTION = "--answers"


@mutable
class Dialogue:
    """The questions and answers of one case at a terminal.

    ``skipped`` are the questions that were passed over, ``past`` those that were asked, in order,
    ``drafts`` what was answered of items that are not written yet.
    """

    workspace: Workspace
    folder: Path
    today: date
    only: tuple[str, ...] = ()
    answers: int = 0
    skipped: set[CaseRoute] = field(default_factory=set)
    past: list[Question] = field(default_factory=list)
    drafts: dict[CaseRoute, Draft] = field(default_factory=dict)

    @property
    def case(self) -> Case:
        """The case as it is now."""
        return load_case(self.folder)

    def run(self) -> None:
        """Ask until nothing is open or the user ends it; raise click.Abort at the end of input."""
        require_terminal(_OPTION)
        try:
            self._run()
        finally:
            given_up = (each for each in self.drafts.values() if each.number is None)
            for draft in (each for each in given_up if each.names):
                console.err(report.not_written(draft.names, []))

    def _run(self) -> None:
        questions = self._open()
        if self.only and not questions:
            console.err(report.nothing_empty(self.only, self.case))
        if any(each.asked_by for each in questions):
            console.err(report.begin(sum(each.is_required for each in questions)))
        wants_all = bool(self.only)
        while questions:
            question = questions[0]
            if not (wants_all or question.asked_by):
                try:
                    wants_all = self._wants_rest(len(questions))
                except BackError:
                    question = self._before(question)
                else:
                    if not wants_all:
                        return
            if not self._turn(question):
                return
            questions = self._open()

    def _wants_rest(self, number: int) -> bool:
        left = blocking(self.workspace, self.case, self.today)
        for line in report.in_the_way(left, self.case):
            console.err(line)
        step = self.case.step.value
        return self._asking().wants_rest(report.rest_question(number, step, is_free=not left))

    def _before(self, question: Question) -> Question:
        """Return the question before one, as open again; the same one when it is the first."""
        found = self.past.pop() if self.past else question
        self.skipped.discard(found.at)
        return found

    def _turn(self, question: Question) -> bool:
        """Ask a question, and those before it that the user goes back to; False to end it all."""
        while True:
            try:
                self._ask(question)
            except BackError:
                question = self._before(question)
            except EndError:
                return False
            else:
                self.past.append(question)
                return True

    def _open(self) -> list[Question]:
        found = open_questions(self.workspace, self.case, self.today, self.only)
        return [each for each in found if each.at not in self.skipped]

    def _asking(self) -> Asking:
        case = self.case
        profile, _ = self.workspace.profile_of(case)
        return Asking(self.workspace.root, case, profile, self.today)

    def _ask(self, question: Question) -> None:
        for line in report.heading(question, self.case):
            console.err(line)
        if question.form is not Form.VALUE:
            self._ask_items(question)
        elif question.allowed.is_list and not question.allowed.words:
            self._ask_texts(question)
        else:
            self._ask_value(question)

    def _value(self, question: Question) -> Tree:
        asking = self._asking()
        likely = present(asking.case, question) or asking.proposed(question, {})
        return asking.answer(question, likely=likely)

    def _ask_value(self, question: Question) -> None:
        """Ask for a value until it can be written."""
        while True:
            value = self._value(question)
            is_news = value is not None and value != question.at.value(self.case)
            if not is_news:
                self.skipped.add(question.at)
            if not is_news or self._write(question, [value]):
                return

    def _ask_texts(self, question: Question) -> None:
        """Ask for the items of a list of texts, each written at once, until Enter."""
        while (value := self._value(question)) is not None:
            before = question.at.value(self.case)
            new = value if isinstance(value, list) else [value]
            self._write(question, [[*(before if isinstance(before, list) else []), *new]])
        self.skipped.add(question.at)

    def _ask_items(self, question: Question) -> None:
        """Ask for whole items until Enter at the first field of one; for a group just once.

        Back at the first field goes to the item that was written just before.
        """
        last: Draft | None = None
        is_further = False
        while not (is_further and question.form is Form.GROUP):
            draft = self.drafts.setdefault(question.at, Draft())
            try:
                rows = self._rows(question, draft, is_further=is_further)
            except BackError:
                if last is None:
                    raise
                rows = self._rows(question, draft := last, is_further=True, from_behind=True)
                last = None
            if not rows:
                break
            if self._write_items(question, rows, draft):
                last, is_further = draft if draft.number is not None else None, True
        self.drafts.pop(question.at, None)
        self.skipped.add(question.at)

    def _rows(
        self, question: Question, draft: Draft, *, is_further: bool, from_behind: bool = False
    ) -> list[Row]:
        """Return what the user answers; what is whole is written when everything is ended."""
        asking = self._asking()
        fields = item_questions(asking.case, asking.profile, question, draft.number)
        dialogue = ItemDialogue(asking, question, fields, draft, is_further)
        try:
            return dialogue.rows(from_behind=from_behind)
        except BrokenOffError as broken:
            if broken.rows and self._write_items(question, broken.rows, draft):
                console.err(report.written_in_time(draft.names))
            raise broken.stop from None

    def _write_items(self, question: Question, rows: Sequence[Row], draft: Draft) -> Edited | None:
        """Write items at the end of their list; one that is there already in its place."""
        asking = self._asking()
        items = whole_items(asking.case, asking.profile, question, rows, self.today)
        done = self._write(question, items, number=draft.number)
        if done:
            self.drafts.pop(question.at, None)
        if done and question.form is Form.ITEM and len(rows) == 1 and draft.number is None:
            draft.number = len(question.at.value(self.case)) - 1
        return done

    def _write(
        self, question: Question, values: Sequence[Tree], *, number: int | None = None
    ) -> Edited | None:
        """Write an answer; say why it cannot be, and return None then."""
        try:
            done = write_answer(
                self.workspace, self.case, question, values, self.today, number=number
            )
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
