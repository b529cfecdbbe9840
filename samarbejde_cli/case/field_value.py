"""What may stand in a field of a case, and what a user means who writes something there."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from datetime import date, datetime, time
from enum import Enum
from typing import Any

from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import SELF_WORDS, Case
from samarbejde_cli.case.case_route import CaseRoute
from samarbejde_cli.case.meant_people import names_in, people_meant, with_first_name
from samarbejde_cli.danish import dates, said
from samarbejde_cli.danish.text import closest_value, did_you_mean, listed, nfc, unquoted
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.findings import Route
from samarbejde_cli.forms.model import folded
from samarbejde_cli.forms.outline import bare, spelling
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.known_names import CLOSED, KNOWN_NAMES
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.source.line_load import Tree

PEOPLE = frozenset(("medarbejder", "ansvarlig", "person"))
"""The types of value that name somebody in the case or an employee."""
_OF_PROGRAMS = {"true": True, "false": False}
"""What other programs write for yes and no."""
_LETTERS = 2
"""The fewest letters of a name."""
_TYPES: dict[Any, str] = {
    bool: "ja_nej", date: "dag", time: "klokkeslæt", datetime: "tidspunkt", int: "tal"
}  # fmt: skip


class UnclearError(WrongUseError):
    """A text has several readings; carries them with their words, and the text."""

    def __init__(self, message: str, readings: Mapping[str, str], text: str) -> None:
        words = [f"{value} ({about})" if about else value for value, about in readings.items()]
        super().__init__(message, f"Skriv {listed(words, 'eller')}.")
        self.readings, self.text = readings, text


@frozen
class FieldValue:
    """What may stand in a field: the name of its type, and the words to choose from.

    ``is_closed`` says that there are no others, ``is_list`` that several may stand there,
    ``is_name`` whether it is a name, ``defines_name`` that of somebody new in the case,
    ``is_ahead`` whether a day can only lie ahead.
    """

    type: str
    words: Mapping[str, str] = field(default_factory=dict)
    is_closed: bool = False
    is_list: bool = False
    defines_name: bool = False
    is_name: bool = False
    is_ahead: bool = False


_AHEAD = ("frist", "næste_gang", "næste_møde", "næste_formøde")
"""Days that can only lie ahead when they are written."""


def field_value(case: Case, profile: Profile, at: CaseRoute) -> FieldValue:
    """Return what may stand at a route that leads to single values."""
    annotation = at.field.annotation if at.field else None
    is_list = at.item is not None
    kind = bare(at.item if is_list else at.kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return FieldValue("valg", _labels(kind), is_closed=True, is_list=is_list)
    if kind is bool:
        return FieldValue("ja_nej", {"ja": "", "nej": ""}, is_closed=True)
    name = spelling(annotation)
    if name in PEOPLE:
        defines = name == "medarbejder" and at.route[-1] == "navn"
        is_item = len(at.route) > 1 and isinstance(at.route[-2], int)
        words = KNOWN_NAMES[name](profile) if defines else _people(case, profile, name)
        return FieldValue(name, words, is_list=is_list, defines_name=defines and is_item)
    if name in KNOWN_NAMES:
        words = KNOWN_NAMES[name](profile)
        return FieldValue(name, words, is_closed=name in CLOSED and bool(words), is_list=is_list)
    is_name = at.route[-1:] == ("navn",)
    kind_name = _TYPES.get(kind, name or "tekst")
    is_ahead = lies_ahead(at.route)
    return FieldValue(kind_name, is_list=is_list, is_name=is_name, is_ahead=is_ahead)


def lies_ahead(route: Route) -> bool:
    """Whether a route leads to a day that can only lie ahead when it is written."""
    return route[-1:] in {(key,) for key in _AHEAD}


def _labels(kind: type[Enum]) -> dict[str, str]:
    return {str(each.value): str(getattr(each, "label", "")) for each in kind}


def _people(case: Case, profile: Profile, name: str) -> dict[str, str]:
    """Return everybody in the case and all employees, each with what they are."""
    found = dict(KNOWN_NAMES[name](profile))
    if case.files["sag"].value is not None and case.files["team"].value is not None:
        record = case.record
        own = {member.name: member.title or member.role.label for member in case.team.members}
        own |= {parent.name: parent.relation for parent in record.parents}
        if record.coordinator:
            own.setdefault(record.coordinator.name, "koordinator")
        youth = {} if name == "ansvarlig" else {record.youth.name: profile.words.person}
        return {**youth, **{key: found[key] for key in found if key == "jeg"}, **own, **found}
    return found


def understood(case: Case, profile: Profile, at: CaseRoute, text: str, today: date) -> Tree:
    """Return what a text says at a route, as it is written in the file.

    A list of single values is separated by ``;``, one of names and choices by ``,`` as well.
    Raises ``WrongUseError`` when it cannot stand there, ``UnclearError`` when it has two readings.
    """
    allowed = field_value(case, profile, at)
    if not allowed.is_list:
        return _single(allowed, case, text, today)
    return items_understood(case, profile, at, _split(allowed, text), today)


def items_understood(
    case: Case, profile: Profile, at: CaseRoute, texts: Iterable[str], today: date
) -> list[Tree]:
    """Return what texts say as the items of a list of single values; raises as ``understood``."""
    allowed = field_value(case, profile, at)
    return [_single(allowed, case, text, today) for text in texts]


def _split(allowed: FieldValue, text: str) -> list[str]:
    if allowed.type in PEOPLE:
        return names_in(text, allowed.words)
    separators = ";" if allowed.type == "tekst" else ";,"
    for sign in separators[1:]:
        text = text.replace(sign, separators[0])
    return [part.strip() for part in text.split(separators[0]) if part.strip()]


def _single(allowed: FieldValue, case: Case, text: str, today: date) -> str:
    words = " ".join(nfc(text).split()) if "\n" not in text else nfc(text).strip()
    words = words if allowed.type == "tekst" and not allowed.is_name else unquoted(words).strip()
    if not words:
        raise WrongUseError("Der står ikke noget.", "Skriv det, der skal stå i feltet.")
    if (allowed.type in PEOPLE or allowed.is_name) and sum(map(str.isalpha, words)) < _LETTERS:
        raise WrongUseError(f"`{words}` er ikke et navn.", "Skriv fornavn og efternavn.")
    if (allowed.defines_name or allowed.is_name) and said.days(words, today):
        raise WrongUseError(f"`{words}` er en dag og ikke et navn.", "Skriv fornavn og efternavn.")
    if (allowed.type in PEOPLE or allowed.is_name) and len(names_in(words, allowed.words)) > 1:
        raise WrongUseError(
            f"`{words}` er flere navne, og her skal der stå ét.",
            "Skriv ét navn ad gangen, med fornavnet først.",
        )
    if allowed.type == "dag":
        return _day(words, today, ahead=allowed.is_ahead)
    if reader := _READERS.get(allowed.type):
        return reader(words)
    if allowed.type in PEOPLE and not allowed.defines_name:
        return _person(allowed, case, words)
    if allowed.type in PEOPLE:
        return _new_name(allowed, case, words)
    return _word(allowed, words) if allowed.words else words


def _new_name(allowed: FieldValue, case: Case, words: str) -> str:
    """Return the name of somebody who comes into the case: of an employee the whole one.

    Raises ``WrongUseError`` for the first name of somebody who is there.
    """
    there = unless_broken(lambda: [each.name for each in case.everybody], [])
    is_there = words.casefold() in map(str.casefold, there)
    if (name := with_first_name(there, words)) and not is_there:
        raise WrongUseError(
            f"{name} er allerede i sagen.", "Er det en anden, så skriv fornavn og efternavn."
        )
    return _same(allowed, words) or with_first_name(allowed.words, words) or words


def _same(allowed: FieldValue, words: str) -> str | None:
    return next((each for each in allowed.words if each.casefold() == words.casefold()), None)


def _person(allowed: FieldValue, case: Case, words: str) -> str:
    if words.casefold() in SELF_WORDS or words.casefold() == "jeg":
        return "jeg" if "jeg" in allowed.words else _youth(case, words)
    near = people_meant(case, allowed.words, words)
    if len(near) > 1:
        found = {name: allowed.words[name] for name in near}
        raise UnclearError(f"Flere hedder {words}.", found, words)
    if near:
        return near[0]
    if meant := closest_value(words, allowed.words):
        raise WrongUseError(f"{words} er ikke i sagen.", did_you_mean(meant))
    return words


def _youth(case: Case, words: str) -> str:
    return case.record.youth.name if case.files["sag"].value else words


def is_word_of(known: Mapping[str, str], text: str) -> bool:
    """Whether a text is one of some known words: by itself, its label or its beginning."""
    return len(_begun(known, text)) == 1


def _begun(known: Mapping[str, str], text: str) -> list[str]:
    wanted = folded(text)
    same = [word for word, about in known.items() if wanted in (folded(word), folded(about))]
    return same or [word for word in known if wanted and folded(word).startswith(wanted)]


def _word(allowed: FieldValue, words: str) -> str:
    """Return the known word that a text is: by itself, its label or its beginning."""
    begun = _begun(allowed.words, words)
    if len(begun) == 1:
        return begun[0]
    meant = closest_value(words, allowed.words)
    if len(begun) > 1 or meant or allowed.is_closed:
        every = f"Vælg mellem {listed(begun or list(allowed.words), 'og')}."
        raise WrongUseError(f"`{words}` kan ikke stå her.", did_you_mean(meant) or every)
    return words


def _day(text: str, today: date, *, ahead: bool) -> str:
    found = said.days(text, today, ahead=ahead)
    if len(found) > 1:
        readings = {each.isoformat(): dates.full_date(each) for each in found}
        raise UnclearError(f"`{text}` kan være flere dage.", readings, text)
    if found:
        return found[0].isoformat()
    raise WrongUseError(
        f"`{text}` er ikke en dato, programmet kan læse.",
        said.how_to_write(text, today),
    )


def _clock(text: str) -> str:
    found = said.clock_times(text)
    if not found:
        raise WrongUseError(
            f"`{text}` er ikke et klokkeslæt.", "Skriv det som 9.00 eller kl. 13.30."
        )
    times = [dates.clock(each) for each in found]
    if len(times) > 1:
        raise UnclearError(f"`{text}` kan være to klokkeslæt.", dict.fromkeys(times, ""), text)
    return times[0]


def _yes_no(text: str) -> str:
    answer = _OF_PROGRAMS.get(text, said.yes_or_no(text))
    if answer is None:
        raise WrongUseError(f"`{text}` er hverken ja eller nej.", "Skriv ja eller nej.")
    return "ja" if answer else "nej"


_READERS: dict[str, Callable[[str], str]] = {"klokkeslæt": _clock, "ja_nej": _yes_no}
