"""One answer at the terminal: the prompt, the signs for back, skip and stop, what is understood."""

import re
from datetime import date
from pathlib import Path

from samarbejde_cli.actions.fill import checked, everybody, names_answered
from samarbejde_cli.actions.open_questions import Question, proposed
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.field_value import (
    PEOPLE,
    UnclearError,
    items_understood,
    understood,
)
from samarbejde_cli.cli import console
from samarbejde_cli.cli.prompts import read_line
from samarbejde_cli.danish.said import yes_or_no
from samarbejde_cli.danish.text import nfc
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.lazy import frozen, lazy_pattern
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.report import fill as report
from samarbejde_cli.source.line_load import Tree

_SKIP, _BACK, _WHY, _END = "-", "<", "?", "."
_SAID = {
    "spring over": _SKIP, "tilbage": _BACK, "hjælp": _WHY,
    "stop": _END, "slut": _END, "færdig": _END,
}  # fmt: skip
"""What people type instead of the signs."""
_NUMBERS = lazy_pattern(r"\d+(?:(?:\s*[,;]\s*|\s+og\s+|\s+)\d+)*")


class BackError(Exception):
    """The user wants the question before."""


class EndError(Exception):
    """The user wants no more questions, or no more fields of an item."""


@frozen
class Asking:
    """What is needed to ask about a case as it is now."""

    root: Path
    case: Case
    profile: Profile
    today: date

    def answer(
        self,
        question: Question,
        *,
        several: bool = False,
        likely: str | None = None,
    ) -> Tree:
        """Return what the user answers, understood; None when the question is passed over.

        ``several`` lets people be named together, ``likely`` is what Enter alone means. Raises
        ``BackError`` and ``EndError``.
        """
        names = everybody(self.case, self.profile, question, self.today) if several else []
        unclear: tuple[str, UnclearError] | None = None
        while True:
            prompt = report.prompt(question, self.case, likely, names, takes_several=several)
            text = self._typed(question, prompt)
            if text == _SKIP or not (text or likely):
                return None
            meant = unclear and _cleared(*unclear, text)
            meant = meant or _chosen(text or likely or "", _numbered(question))
            try:
                value = self._understood(question, meant, several=several)
            except UnclearError as error:
                unclear = meant, error
                console.problem(error.message)
                console.err("\n".join(report.readings(error.readings)))
            except WrongUseError as error:
                console.problem(error.message, error.hint)
            else:
                self._echo(question, meant if unclear else text, value)
                return value

    def proposed(self, question: Question, beside: dict[str, Tree]) -> str | None:
        """Return what is proposed as the answer to a question; None for nothing."""
        return proposed(self.case, self.profile, question, self.today, beside)

    def wants_rest(self, prompt: str) -> bool:
        """Return whether the user wants the questions too that nothing demands."""
        while True:
            text = _signed(nfc(read_line(f"{prompt} [j/N]: ")))
            if text == _BACK:
                raise BackError
            answer = False if text in ("", _SKIP, _END) else yes_or_no(text)
            if answer is not None:
                return answer
            console.problem(f"`{text}` er hverken ja eller nej.", "Skriv ja eller nej.")

    def _typed(self, question: Question, prompt: str) -> str:
        """Return what is typed, after as many explanations as are wanted."""
        while (text := _signed(nfc(read_line(f"{prompt}: ")))) == _WHY:
            for line in report.explanation(question, self.root):
                console.err(line)
        if text == _BACK:
            raise BackError
        if text == _END:
            raise EndError
        return text

    def _understood(self, question: Question, text: str, *, several: bool) -> Tree:
        if several:
            return list(names_answered(self.case, self.profile, question, text, self.today))
        if question.allowed.is_list and not question.allowed.words:  # one at a time, as it is
            return items_understood(self.case, self.profile, question.at, [text], self.today)
        value = understood(self.case, self.profile, question.at, text, self.today)
        return checked(self.case, question, value)

    def _echo(self, question: Question, text: str, value: Tree) -> None:
        """Show whom or which day a text was taken for, when it says less than that."""
        is_short = question.allowed.type in (*PEOPLE, "dag") and not text.isdecimal()
        if text and is_short and (shown := report.taken_for(text, value)):
            console.err(shown)


def present(case: Case, question: Question) -> str | None:
    """Return the value that is there already, when a question is asked once more."""
    return as_typed(question, question.at.value(case))


def as_typed(question: Question, value: Tree) -> str | None:
    """Return a value as somebody types it; None for what nobody types on one line."""
    if isinstance(value, list) and question.allowed.words:
        return ", ".join(map(str, value)) or None
    return value if isinstance(value, str) else None


def _signed(text: str) -> str:
    """Return the sign for a word that stands for one."""
    return _SAID.get(text.strip().casefold(), text)


def _cleared(before: str, unclear: UnclearError, number: str) -> str | None:
    """Return a text with the chosen reading of what was unclear in it; None for another answer."""
    readings = list(unclear.readings)
    if not (number.isdecimal() and 1 <= int(number) <= len(readings)):
        return None
    return before.replace(unclear.text, readings[int(number) - 1], 1)


def _numbered(question: Question) -> list[str]:
    """Return the words that can be chosen by their number."""
    if question.allowed.type == "ja_nej" or report.is_number(question):
        return []
    return list(question.allowed.words)


def _chosen(text: str, words: list[str]) -> str:
    """Return a text with the words in place of their numbers."""
    if not words:
        return text
    parts = re.findall(r"\d+", text) if _NUMBERS.fullmatch(text) else text.split(",")
    return ", ".join(
        words[int(part) - 1] if part.isdecimal() and 1 <= int(part) <= len(words) else part
        for part in (each.strip() for each in parts)
    )
