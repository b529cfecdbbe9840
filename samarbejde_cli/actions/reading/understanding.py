"""Make values of what stands in the fields of a form, by the types of the case's models."""

import dataclasses
import re
from collections.abc import Mapping
from datetime import date
from enum import Enum, auto
from functools import cache
from typing import Any, get_args

from samarbejde_cli.actions.reading.people import DoubtError, People
from samarbejde_cli.case.consent import Information
from samarbejde_cli.danish import said
from samarbejde_cli.danish.dates import long_date, parse_iso
from samarbejde_cli.danish.text import closest_value, did_you_mean, listed, nfc
from samarbejde_cli.documents.form import Lines, names_in
from samarbejde_cli.findings import Route
from samarbejde_cli.forms.model import Choice, folded
from samarbejde_cli.forms.outline import bare, bounds_of, field_at, item_type
from samarbejde_cli.lazy import frozen, lazy_pattern
from samarbejde_cli.profile.names import ResponsibleName, StaffName
from samarbejde_cli.word import BLANK, BOX_SIGNS, Field

PARTS = frozenset({"mine", "andres"})
"""The last steps of routes that lead into a part of a list only."""
AS_PARTS = tuple(f".{each}" for each in PARTS)
"""How such routes end."""
_PRINTED = lazy_pattern(r"\b(?:Nået|Svar|Ja|Nej|fordi)\b[:,]*|[:☐☒☑]")
"""What the form itself prints beside boxes."""


_BY_STAFF = frozenset({"visitation", "møde", "opfølgning"})
"""Where the answers are that colleagues write, not the youth: they mean themselves by »jeg«."""
_LABELLED = ("formål",)
"""Fields that are printed behind their own names."""
_BOTH = frozenset(("ja", "nej"))
_WORDS = lazy_pattern(r"\w+")
_JUST_PAST = 60
"""Days after which a day that lies ahead may still be the one that was."""
_FEW = 12
"""So many words to choose from are listed."""
_TOLD = frozenset({"Sæt ét kryds:"})
"""What older forms print in a field of boxes."""
_OF = lazy_pattern(r"(.+?)\s*(?:/|(?:ud )?af)\s*(\d+)")
_IS_AMOUNT = lazy_pattern(r"[\d.\s]+(?:,-|,00)?\s*(?:kr\.?)?", re.IGNORECASE)
_AMOUNT = lazy_pattern(r"\D|,00(?=\D*$)")
_BEFORE_DAY = lazy_pattern(r"^(?:(?:senest|inden|frist|dato|fra)\b:?\s*)+", re.IGNORECASE)


class Shape(Enum):
    """What a field holds."""

    TEXT = auto()
    TEXTS = auto()
    NAME = auto()
    NAMES = auto()
    DAY = auto()
    YES_NO = auto()
    WORD = auto()
    NUMBER = auto()


_WITH_BOXES = frozenset({Shape.YES_NO, Shape.WORD, Shape.NUMBER})
_LISTS = frozenset({Shape.TEXTS, Shape.NAMES})


@frozen
class Understanding:
    """Reads the fields of a form; days without a year are near ``near``.

    ``model`` is that of the form's file, ``others`` those of other files by the first key in them.
    """

    model: Any
    people: People
    near: date
    others: Mapping[str, Any] = dataclasses.field(default_factory=dict)

    def model_of(self, route: Route) -> Any:
        """Return the model of the file that a route leads into."""
        return self.others.get(str(route[0]), self.model)

    def shape(self, route: Route) -> Shape | None:
        """Return what the field at a route holds; None when it is no field."""
        plain = tuple(0 if isinstance(step, int) else step for step in route)
        return _shape(self.model_of(route), plain)

    def is_list(self, route: Route) -> bool:
        """Whether a field holds a list."""
        return self.shape(route) in _LISTS

    def lines(self, route: Route, field: Field) -> Lines:
        """Return a field in the form in which it is compared: no value is read into it yet."""
        shape = self.shape(route)
        texts = tuple(nfc(each) for each in field.lines if each != BLANK)
        if not (texts or field.boxes or field.day):
            return ()
        if shape is Shape.WORD and field.boxes:
            return self._chosen(route, field)
        if shape in _WITH_BOXES:
            return _without_box(field, self._boxes(route)) or _boxed(shape, field, texts)
        if shape is Shape.DAY:
            days = (field.day,) if field.day else self._days(route, _deadline(texts))
            return (days[0].isoformat(),) if len(days) == 1 else texts
        if shape in (Shape.NAME, Shape.NAMES):
            return names_in(texts)
        whole = (_without_label(route, "\n".join(texts)),)
        return texts if shape is Shape.TEXTS else tuple(filter(None, whole))

    def _days(self, route: Route, text: str) -> tuple[date, ...]:
        """Return the days that a text can mean; none when that depends on when it was written.

        A form is read some time after it was filled in: a day that was just now may be meant where
        one that lies ahead is asked for.
        """
        if said.depends_on_today(text):
            return ()
        from samarbejde_cli.case.field_value import lies_ahead  # noqa: PLC0415 — not for each form

        found = said.days(text, self.near, ahead=lies_ahead(route))
        nearest = said.days(text, self.near)
        just_past = (day for day in nearest if 0 < (self.near - day).days <= _JUST_PAST)
        return tuple(dict.fromkeys((*found, *just_past)))

    def _about_day(self, route: Route, lines: Lines) -> str:
        """Return what to know about a text that is no day, or may be several."""
        text = _deadline(lines)
        if said.depends_on_today(text):
            return "Den afhænger af, hvornår det er skrevet. Skriv den som 3. marts 2026."
        found = [long_date(day) for day in self._days(route, text)]
        if found:
            return f"Det kan være {listed(found, 'eller')}. Skriv også året."
        return said.against(text, self.near) or "Skriv den som 3. marts 2026."

    def _chosen(self, route: Route, field: Field) -> Lines:
        """Return the words whose boxes are ticked, and what was typed beside them.

        Where each word has its box, their order tells them.
        """
        info = field_at(self.model_of(route), route)
        words = [str(each.value) for each in bare(info.annotation)] if info else []
        behind = (text for _, text in field.beside)
        typed = (*behind, *(line for line in field.unboxed if line not in _TOLD))
        if len(words) != len(field.boxes):
            return (*field.ticked, *typed)
        return (*(word for word, is_on in zip(words, field.boxes, strict=True) if is_on), *typed)

    def _boxes(self, route: Route) -> int:
        """Return how many boxes a number has, one for each that it can be; 0 for other fields."""
        info = field_at(self.model_of(route), route)
        bounds = bounds_of(info.annotation) if info else None
        return bounds.most or 0 if bounds and bounds.least == 1 else 0

    def values(self, route: Route, lines: Lines) -> Lines:
        """Return lines as the file has them. Raises ``DoubtError``."""
        shape = self.shape(route)
        if shape in (Shape.NAME, Shape.NAMES):
            by_staff = route[0] in _BY_STAFF
            found = (self.people.named(each, by_staff=by_staff) for each in lines)
            names = tuple(dict.fromkeys(found))
            if shape is Shape.NAME and len(names) > 1:
                raise DoubtError(f"Der kan kun stå én her, og der står {listed(names)}.")
            return names
        if shape is Shape.DAY and lines and not parse_iso(lines[0]):
            raise DoubtError(f"Dagen kan ikke læses sikkert. {self._about_day(route, lines)}")
        if shape is Shape.YES_NO:
            return _yes_no(lines)
        if shape in _WITH_BOXES and len(lines) > 1:
            raise DoubtError("Der er flere kryds, hvor der skal være ét.")
        if shape is Shape.NUMBER:
            return tuple(self._number(route, each) for each in lines)
        return tuple(self._word(route, each) for each in lines) if shape is Shape.WORD else lines

    def _number(self, route: Route, text: str) -> str:
        """Return a number within the bounds of its field, said as ``4``, ``4/5`` or ``fire``."""
        info = field_at(self.model_of(route), route)
        bounds = bounds_of(info.annotation) if info else None
        least, most = (bounds.least, bounds.most) if bounds else (None, None)
        of = _OF.fullmatch(text)
        number = said.number(of[1] if of and of[2] == str(most) else text)
        if number is None or (bounds and bounds.broken(number)):
            raise DoubtError(
                f"Skriv et helt tal fra {least} til {most}." if most else "Skriv et helt tal."
            )
        return str(number)

    def _word(self, route: Route, text: str) -> str:
        info = field_at(self.model_of(route), route)
        kind = bare(info.annotation) if info else Choice
        for each in kind:
            if folded(text) in (folded(each.label), folded(each.value)):
                return str(each.value)
        labels = [each.label for each in kind]
        if len(labels) <= _FEW:
            raise DoubtError(f"Vælg {listed(labels, 'eller')}.")
        some = listed([f"»{each}«" for each in labels[:_FEW:3]])
        meant = did_you_mean(closest_value(text, labels)) or f"Skriv fx {some}."
        raise DoubtError(f"`{text}` er ikke en {route[-1]}. {meant}")


@cache
def _shape(model: Any, route: Route) -> Shape | None:
    info = field_at(model, route)
    if info is None:
        return None
    inner = item_type(info.annotation)
    kind = inner or bare(info.annotation)
    if kind is Information:
        return Shape.TEXTS
    if kind is str:
        is_name = _mentions(info.annotation)
        return (Shape.NAMES if inner else Shape.NAME) if is_name else (
            Shape.TEXTS if inner else Shape.TEXT
        )  # fmt: skip
    simple = {date: Shape.DAY, bool: Shape.YES_NO, int: Shape.NUMBER}
    return simple.get(kind) or (Shape.WORD if _is_choice(kind) else None)


def _without_label(route: Route, text: str) -> str:
    """Return a text without the field's own name before it, as the form prints it."""
    label = f"{route[-1]}:"
    is_labelled = route[-1] in _LABELLED and text.casefold().startswith(label)
    return text[len(label) :].strip() if is_labelled else text


def _deadline(texts: Lines) -> str:
    """Return a day without the words that the form, or somebody, wrote before it."""
    return _BEFORE_DAY.sub("", " ".join(texts)).strip(" .")


def _is_choice(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Choice)


def _mentions(annotation: Any) -> bool:
    """Whether a type is that of a person's name, alone, optional or in a list."""
    if annotation in (StaffName, ResponsibleName):
        return True
    return any(_mentions(each) for each in get_args(annotation))


def _ticked(boxes: tuple[bool, ...], texts: Lines) -> Lines:
    """Return which boxes are ticked, and what was typed beside them."""
    answers = ("ja", "nej")
    if not boxes:
        return tuple(each for each in texts if each.strip())
    return (*(a for a, is_on in zip(answers, boxes, strict=False) if is_on), *_typed(texts))


def _without_box(field: Field, number: int) -> Lines:
    """Return what is ticked, and typed, where a box was deleted: the others cannot be counted."""
    both = _BOTH.issubset(_WORDS.findall(" ".join(field.lines).casefold()))
    is_short = 0 < len(field.boxes) < (number or (2 if both else 0))
    if not is_short:
        return ()
    typed, count = _typed(field.lines), f"{sum(field.boxes)} kryds i {len(field.boxes)} kasser"
    return (f"{'; '.join(typed)} ({count})" if typed else count,)


def _typed(texts: Lines) -> Lines:
    """Return what was typed beside boxes, without what the form itself prints there."""
    rests = (" ".join(_PRINTED.sub(" ", each).split()).strip(" ,.") for each in texts)
    return tuple(filter(None, rests))


def _boxed(shape: Shape | None, field: Field, texts: Lines) -> Lines:
    """Return what is ticked in a field, or typed instead: an amount without dots and kr."""
    if shape is Shape.YES_NO:
        return _ticked(field.boxes, texts)
    if shape is Shape.WORD:
        return texts
    if field.boxes:
        return _scores(field)
    return tuple(_AMOUNT.sub("", each) if _IS_AMOUNT.fullmatch(each) else each for each in texts)


def _scores(field: Field) -> Lines:
    """Return the numbers whose boxes are ticked, or that were typed beside their own boxes.

    What else was typed is returned as it is, and that it stands beside another number.
    """
    ticked = [str(number) for number, is_on in enumerate(field.boxes, 1) if is_on]
    typed = [_beside(number, text) for number, text in field.beside]
    return tuple(dict.fromkeys((*ticked, *typed)))


def _beside(number: int, text: str) -> str:
    is_tick = text.casefold() in BOX_SIGNS or said.yes_or_no(text)
    is_meant = is_tick or said.number(text) == number
    return str(number) if is_meant else f"»{text}« ved {number}"


def _yes_no(lines: Lines) -> Lines:
    if not lines:
        return ()
    answers = set(map(said.yes_or_no, lines))
    if len(answers) == 1 and (answer := answers.pop()) is not None:
        return ("ja" if answer else "nej",)
    if set(lines) == {"ja", "nej"}:
        raise DoubtError("Både ja og nej er krydset af.")
    raise DoubtError("Sæt ét kryds, ved ja eller ved nej.")
