"""Compare three ways: what a form was printed with, what the file says now, what the form says."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from samarbejde_cli.actions.reading.differences import Comparison, Difference, is_same, route_of
from samarbejde_cli.actions.reading.people import DoubtError
from samarbejde_cli.actions.reading.understanding import AS_PARTS, Understanding
from samarbejde_cli.danish.said import yes_or_no
from samarbejde_cli.documents.form import TICKED, Answers, Lines, Stamp, lines_of
from samarbejde_cli.findings import Route
from samarbejde_cli.lazy import mutable
from samarbejde_cli.routes import value_at
from samarbejde_cli.word import AS_ITEM, BLANK, Field

READ_AS_NEW = 1000
"""An item that was new when the form was first read has from then on a number above this one."""
_UNKNOWN = "Feltet bliver ikke læst ind. Skriv det i sagen, hvor det hører til."
_WHY = {
    "nu": "Skriv under `status` ved målet i plan.yaml, hvor langt det er nu.",
    "koordinator": (
        "Telefon og titel rettes i sagen eller i samarbejde.yaml. En ny koordinator får sagen "
        "med: samarbejde hand-over {number} --to NAVN"
    ),
    "seddel": "Sedlen er udfyldt. Træk samtykket tilbage i sagen: samarbejde withdraw {number}",
}
"""What to do with a field that is not read, by the first or the last step of its route."""


@mutable
class Comparer:
    """Compares the fields of one form with its case; ``mine`` are the answers as of now."""

    stamp: Stamp
    mine: Answers
    understanding: Understanding
    data: Any = None

    def written(self, at: str) -> Lines:
        """Return what the file says at a route, also where the form does not print it."""
        if at in self.mine or at.endswith(AS_PARTS):
            return self.mine.get(at, ())
        found = value_at(self.data, route_of(at))
        return lines_of(found) if isinstance(found, str | list) else ()

    def again(self, result: Comparison, at: str, each: Field) -> None:
        """Compare a field of an item that the form names once more; empty it says nothing."""
        route = route_of(at)
        typed = self.understanding.lines(route, without_placeholder(each))
        after, mine, name = self.understanding.values(route, typed), self.written(at), f"@{at}"
        is_answered = self.stamp.has_answered(name)
        if after and not is_same(after, self._in_file(route, mine)):
            said = ((name, after),)
            difference = Difference(at, each.place, each.found_by, mine, after, said)
            is_mine_changed = mine and not (is_answered and self._was_answered(name, route, mine))
            (result.conflicts if is_mine_changed else result.changes).append(difference)

    def field(
        self,
        result: Comparison,
        name: str,
        at: str,
        each: Field,
        required: Collection[str] = (),
    ) -> None:
        """Compare one field, which has ``name`` in the form and is at ``at`` in the file.

        A field whose key is ``required`` is never emptied.
        """
        route = route_of(at)
        if self.understanding.shape(route) is None:
            self._unknown(result, name, each)
            return
        theirs, mine = self.typed(name, each), self.mine.get(at, ())
        if self.stamp.says_nothing_new(name, theirs, mine) or is_same(theirs, mine):
            return
        try:
            after = self.understanding.values(route, theirs)
        except DoubtError as doubt:
            result.leave(each.place, theirs, str(doubt))
            return
        if is_same(after, self._in_file(route, mine)):
            return
        if not after and route[-1] in required:
            why = f"Feltet {route[-1]} er tomt i skemaet. Det står stadig i filen."
            result.leave(each.place, mine, why)
            return
        said = ((name, theirs), (name, after))
        difference = Difference(at, each.place, each.found_by, mine, after, said)
        is_mine_changed = not self._was_answered(name, route, mine)
        (result.conflicts if is_mine_changed else result.changes).append(difference)

    def _was_answered(self, name: str, route: Route, mine: Lines) -> bool:
        """Whether the file says what the form was printed with, or what it wrote last."""
        if self.stamp.has_said(name, mine):
            return True
        is_answered = self.stamp.has_answered(name)
        return is_answered and self.stamp.knows(name, self._in_file(route, mine))

    def _unknown(self, result: Comparison, name: str, each: Field) -> None:
        """Note what was typed where the file has no field, so that nothing is lost in silence."""
        is_beside = each.boxes and not any(each.boxes)
        ticked = (*each.ticked, *(text for _, text in each.beside))
        lines = ticked if each.boxes and not is_beside else each.lines
        texts = tuple(line for line in lines if line != BLANK)
        if is_beside:  # the boxes are printed with words
            texts = tuple(line for line in texts if not self.stamp.printed(line))
        is_as_printed = self.stamp.knows(name, each.lines) or is_same(
            texts, self.mine.get(name, ())
        )
        if any(each.boxes) or (texts and not is_as_printed):
            steps = route_of(name)
            why = next((_WHY[s] for s in (steps[0], steps[-1]) if s in _WHY), _UNKNOWN)
            number = self.understanding.people.case.number
            result.leave(each.place, texts, why.format(number=number))

    def _in_file(self, route: Route, mine: Lines) -> Lines:
        try:
            return self.understanding.values(route, mine)
        except DoubtError:
            return mine

    def typed(self, name: str, each: Field) -> Lines:
        """Return what a field says, without a placeholder that was left beside what was typed."""
        items, sign, key = name.partition(AS_ITEM)
        if sign and "." not in key:
            says_yes = any(yes_or_no(text) for _, text in each.beside)
            return TICKED if any(each.boxes) or says_yes else ()
        route = (*route_of(items), -1, key.partition(".")[2]) if sign else route_of(name)
        if self.stamp.was_printed(name, ()) or is_new_number(route):
            each = without_placeholder(each)
        lines = self.understanding.lines(route, each)
        is_worded = 0 < len(lines) == len(each.ticked)  # as printed, and nothing typed beside
        return each.ticked if is_worded and self.stamp.knows(name, each.ticked) else lines


def is_new_number(route: Route) -> bool:
    """Whether a route leads into an item that was new when the form was first read."""
    return any(isinstance(step, int) and step >= READ_AS_NEW for step in route)


def without_placeholder(each: Field) -> Field:
    """Return a field without the placeholder before or behind what was typed."""
    kept = (line.removeprefix(BLANK).removesuffix(BLANK).strip() for line in each.lines)
    return replace(each, lines=tuple(line for line in kept if line))
