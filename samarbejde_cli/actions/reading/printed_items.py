"""Which items of a list in the file were printed as which rows of a form."""

from collections.abc import Mapping
from itertools import count, takewhile

from samarbejde_cli.actions.reading.comparing import READ_AS_NEW, Comparer
from samarbejde_cli.actions.reading.differences import is_same
from samarbejde_cli.documents.form import PRINTED_NUMBERS, Items, Lines
from samarbejde_cli.lazy import lazy_pattern, mutable

_NUMBER = lazy_pattern(r"\[(\d+)\]")
_WEIGHTS = dict.fromkeys(
    ("område", "delmål", "handlinger.mine", "handlinger.andres", "ansvarlige", "frist",
     "betaler", "beløb", "opgave", "telefon", "email", "tilbud", "varighed", "paragraf", "start",
     "ansvarlig", "titel", "relation", "arbejdssted", "hos", "ville_have_kostet"), 1
) | dict.fromkeys(("mål", "person", "dato", "bevilling", "navn", "støtte"), 4)  # fmt: skip
"""How much a field says about which item it is of."""


@mutable
class PrintedItems:
    """The items of one list as the file has them now, and as a form was printed with them."""

    fields: Comparer
    items: Items

    def _position(self, number: int) -> int | None:
        """Return where the item of a number is in the file now; None when it is gone."""
        numbers = self._numbers()
        if number in numbers and self._is_untouched(number, number):
            return number  # no other can be more like it
        mine = [at for at in numbers if self._may_be(number, at)]
        scores = {at: self._likeness(number, at) for at in mine}
        if not self.fields.stamp.base:
            return number if number in numbers else None
        best = max(scores, key=lambda at: (scores[at], at == number), default=None)
        return best if best and scores[best] > 0 else None

    def _may_be(self, number: int, at: int) -> bool:
        """Whether an item of the file may be the one that was printed with a number.

        It has its name, or it got another one and stands where it stood, or two more are alike.
        """
        if self._knew(number, at, self.items.identity):
            return True
        is_like = at == number or self._likeness(number, at) > 1
        return is_like and self._printed_number(at) in (None, number)

    def _likeness(self, number: int, at: int) -> int:
        """Return how much an item of the file is as the form was printed with."""
        return sum(weight * self._knew(number, at, key) for key, weight in _WEIGHTS.items())

    def _knew(self, number: int, at: int, key: str) -> bool:
        lines = self.fields.mine.get(f"{self.items.route}[{at}].{key}", ())
        name = f"{self.items.route}[{number}].{key}"
        return bool(lines) and self.fields.stamp.has_said(name, lines)

    def _there(self, values: Mapping[str, Lines]) -> int | None:
        """Return the item that the file has already: the form was read before, or names it so."""
        wanted = values.get(self.items.identity, ())
        same = (n for n in self._numbers() if is_same(self._identity(n), wanted))
        return next(same, None) if wanted else None

    def _identity(self, number: int) -> Lines:
        return self.fields.mine[self._name(number)]

    def _printed_number(self, number: int) -> int | None:
        """Return the number with which the form was printed with an item of the file."""
        lines, known = self._identity(number), self.fields.stamp.has_said
        numbers = (number, *PRINTED_NUMBERS, *self._read_as_new)
        names = ((n, self._name(n)) for n in numbers)
        return next((n for n, name in names if known(name, lines)), None)

    @property
    def _read_as_new(self) -> range:
        """The numbers of the items that earlier readings of the form added."""
        has_answered = self.fields.stamp.has_answered
        names = takewhile(lambda n: has_answered(self._name(n)), count(READ_AS_NEW + 1))
        return range(READ_AS_NEW + 1, READ_AS_NEW + 1 + sum(1 for _ in names))

    def _name(self, number: int) -> str:
        """Return the name of the field by which an item of a number is known."""
        return f"{self.items.route}[{number}].{self.items.identity}"

    def _is_untouched(self, number: int, printed: int) -> bool:
        """Whether an item of the file is as the form was printed with."""
        start, name = f"{self.items.route}[{number}].", f"{self.items.route}[{printed}]."
        return all(
            self.fields.stamp.has_said(name + key.removeprefix(start), lines)
            for key, lines in self.fields.mine.items()
            if key.startswith(start)
        )

    def _numbers(self) -> list[int]:
        """Return the numbers of the items of the file."""
        return [int(_NUMBER.findall(name)[-1]) for name in self._identities()]

    def _identities(self) -> list[str]:
        """Return the names of the fields by which the items of the file are known."""
        start, end = f"{self.items.route}[", f"].{self.items.identity}"
        names = [n for n in self.fields.mine if n.startswith(start) and n.endswith(end)]
        return [name for name in names if _NUMBER.search(name)]
