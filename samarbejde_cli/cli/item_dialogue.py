"""A whole item of a list, or a group, asked for field by field; back goes to the field before."""

from collections.abc import Sequence
from dataclasses import field

from click import Abort

from samarbejde_cli.actions.fill import takes_several
from samarbejde_cli.actions.open_questions import Question
from samarbejde_cli.case.proposals import companions
from samarbejde_cli.cli import console
from samarbejde_cli.cli.asking import Asking, BackError, EndError, as_typed, present
from samarbejde_cli.lazy import mutable
from samarbejde_cli.report import fill as report
from samarbejde_cli.source.line_load import Tree

Row = dict[str, Tree]


class BrokenOffError(Exception):
    """The user ended everything inside an item; carries its rows where they are whole."""

    def __init__(self, rows: Sequence[Row], stop: BaseException) -> None:
        super().__init__()
        self.rows, self.stop = rows, stop


@mutable
class Draft:
    """What was answered of an item so far.

    ``names`` is what its first field says, of several when several were named at once; ``others``
    are its other fields, ``asked`` the numbers of those that were asked for, in order. ``number``
    is its place in the list once it is written there.
    """

    names: list[Tree] = field(default_factory=list)
    others: Row = field(default_factory=dict)
    asked: list[int] = field(default_factory=list)
    number: int | None = None


@mutable
class ItemDialogue:
    """The fields of one item, or of several that are named at once.

    ``is_further`` says that an item of the list was written before it.
    """

    asking: Asking
    question: Question
    fields: Sequence[Question]
    draft: Draft
    is_further: bool = False

    def rows(self, *, from_behind: bool = False) -> list[Row]:
        """Ask, and return a row for each item; none when there are no more.

        ``from_behind`` begins at the field that was asked for last, for a user who came back.
        Raises ``BackError`` and ``EndError`` before the first field, ``BrokenOffError`` after it.
        """
        trail = self.draft.asked if from_behind else []
        at, self.draft.asked = trail.pop() if trail else 0, trail
        while at < len(self.fields):
            if not self._is_asked(at):
                at += 1
                continue
            try:
                if not self._answered(at):
                    return []
            except BackError:
                if not trail:
                    raise
                at = trail.pop()
            except (EndError, KeyboardInterrupt, Abort) as stop:
                if not self.draft.names:
                    raise
                return self._ended(stop)
            else:
                trail.append(at)
                at += 1
        return self._made()

    def _is_asked(self, at: int) -> bool:
        """Whether a field is not known from the others, and has the same value in all rows."""
        each, names = self.fields[at], self.draft.names
        if at == 0 or not names:
            return at == 0
        if any(_key(each) in known for known in self._known()):
            return False
        return len(names) == 1 or (each.is_required and not self._by_row(each))

    def _answered(self, at: int) -> bool:
        """Ask for a field; without the first one there is no item."""
        if at == 0:
            return self._first_answered()
        each = self.fields[at]
        for line in report.choices(each):
            console.err(line)
        if each.allowed.is_list and not each.allowed.words:
            return self._texts_answered(each)
        likely = as_typed(each, self.draft.others.get(_key(each))) or present(
            self.asking.case, each
        )
        if each.is_required:
            likely = likely or self.asking.proposed(each, self._rows()[0])
        while (value := self.asking.answer(each, likely=likely)) is None and each.is_required:
            console.problem(*report.NEEDED)
        self.draft.others[_key(each)] = value
        return True

    def _first_answered(self) -> bool:
        first, draft = self.fields[0], self.draft
        for line in () if self.is_further else report.choices(first):
            console.err(line)
        likely = ", ".join(map(str, draft.names)) or present(self.asking.case, first)
        if not self.is_further or first.allowed.words:  # a day could be accepted for ever
            likely = likely or self.asking.proposed(first, {})
        several = draft.number is None and takes_several(first, self.question)
        value = self.asking.answer(first, several=several, likely=likely)
        if value is None and draft.names and draft.number is None:
            console.err(report.not_written(draft.names, []))
        draft.names = value if isinstance(value, list) else [value] if value else []
        return bool(draft.names)

    def _texts_answered(self, each: Question) -> bool:
        """Ask for texts until there are no more; they come after those that were said before."""
        kept = self.draft.others.get(_key(each))
        texts = self.draft.others[_key(each)] = list(kept) if isinstance(kept, list) else []
        while (value := self.asking.answer(each)) is not None:
            texts += value if isinstance(value, list) else [value]
        return True

    def _known(self) -> list[Row]:
        """Return for each row what the settings know of its employee."""
        at, profile = self.question.at, self.asking.profile
        return [{**companions(profile, at.item or at.kind, str(x))} for x in self.draft.names]

    def _rows(self) -> list[Row]:
        """Return what was answered, as a row for each item."""
        key, others = _key(self.fields[0]), self.draft.others
        pairs = zip(self.draft.names, self._known(), strict=True)
        return [{key: name, **others, **known} for name, known in pairs]

    def _by_row(self, each: Question) -> list[str]:
        """Return what is proposed for each row, where they differ; else nothing."""
        found = [self.asking.proposed(each, row) for row in self._rows()]
        said = [text for text in found if text]
        return said if len(said) == len(found) and len(set(said)) > 1 else []

    def _made(self) -> list[Row]:
        """Return the rows with what each of them has by itself."""
        rows = self._rows()
        for each in self.fields[1:] if len(rows) > 1 else ():
            if each.is_required and _key(each) not in rows[0]:
                for row, text in zip(rows, self._by_row(each), strict=False):
                    row[_key(each)] = text
        return rows

    def _ended(self, stop: BaseException) -> list[Row]:
        """Return the rows when no more fields are wanted of a whole item, and say what lacks.

        Raises ``BrokenOffError`` when it is not whole, or when everything was ended.
        """
        rows = self._made()
        missing = [each for each in self.fields if each.is_required and not rows[0].get(_key(each))]
        if not missing and isinstance(stop, EndError):
            return rows
        if missing:
            console.err(report.not_written(self.draft.names, missing))
            self.draft.names = []
        raise BrokenOffError([] if missing else rows, stop)


def _key(question: Question) -> str:
    """Return the key of a field of an item."""
    return str(question.at.route[-1])
