"""Other names, numbers, addresses and days for the people of a case, the same ones everywhere.

Nothing here leads back: names and days are drawn anew for each copy, and no list of them is kept.
"""

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256

from samarbejde_cli.danish.text import words_of
from samarbejde_cli.danish.words import KINSHIP
from samarbejde_cli.figures import words
from samarbejde_cli.forms.model import folded
from samarbejde_cli.profile.model import Profile

_FIRST = (
    "Agner", "Alvilde", "Bertram", "Birgitte", "Carl", "Cecilie", "Dagny", "Ejvind", "Elvira",
    "Folmer", "Frida", "Gerda", "Gorm", "Hedvig", "Holger", "Inger", "Ivar", "Johanne", "Kaj",
    "Kirstine", "Laurits", "Lykke", "Magda", "Niels", "Olga", "Otto", "Petra", "Regnar", "Signe",
    "Sofus", "Thora", "Ulla", "Valdemar", "Vera", "Willy", "Yrsa", "Åge", "Ørnulf",
)  # fmt: skip
_LAST = (
    "Agerskov", "Balle", "Bjerre", "Dyrlund", "Egebæk", "Fjord", "Gadegaard", "Hesselbjerg",
    "Husby", "Isager", "Kildahl", "Krog", "Lervad", "Lyngby", "Mosegaard", "Nyvang", "Odgaard",
    "Ploug", "Rosenvang", "Skjold", "Sletten", "Tange", "Uhre", "Vestermark", "Vinther", "Åkjær",
)  # fmt: skip
_SELF = frozenset({"jeg", "mig", "mig selv", "jeg selv"})


@dataclass
class Draw:
    """Draws what nobody has: the words and digits in ``known`` are those of the original."""

    random: random.Random
    known: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)

    def learn(self, texts: Iterable[str]) -> None:
        """Remember the words and digits of texts, so that none of them is drawn."""
        for text in texts:
            self.known.update(words_of(text))
            self.numbers.add(re.sub(r"\D", "", text)[-8:])

    def name(self, taken: Iterable[str]) -> str:
        """Return a full name that nobody in the original or in the case has."""
        firsts, lasts = (
            [each for each in pool if each.casefold() not in self.known] for pool in (_FIRST, _LAST)
        )
        used, number = set(taken), 0
        while True:
            number += 1
            more = f" {number // 40}" if number > 40 else ""  # noqa: PLR2004 — the pool is used up
            first = self.random.choice(firsts or ["Person"])
            found = f"{first} {self.random.choice(lasts or ['Ukendt'])}{more}"
            if found not in used:
                return found

    def digits(self, form: str) -> str:
        """Return a form with a digit for each ``#``; no original number ends like that."""
        while True:
            found = "".join(str(self.random.randrange(10)) if x == "#" else x for x in form)
            number = re.sub(r"\D", "", found)[-8:]
            if number not in self.numbers:
                self.numbers.add(number)
                return found

    def cpr(self, born: date) -> str:
        """Return a made-up number, 60 added to the day, of somebody born on a day."""
        seventh = "4" if 2000 <= born.year <= 2036 else "0"  # noqa: PLR2004 — the CPR office's table
        day = f"{born.day + 60:02d}{born.month:02d}{born.year % 100:02d}"
        return self.digits(f"{day}-{seventh}###")

    def fingerprint(self, length: int) -> str:
        """Return hexadecimal digits that are those of nothing."""
        return sha256(self.random.randbytes(16)).hexdigest()[:length]


@dataclass
class Shared:
    """What is replaced in the same way everywhere: employees, rooms, schools, workplaces."""

    profile: Profile
    draw: Draw
    staff: dict[str, str] = field(default_factory=dict)
    rooms: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    schools: dict[str, str] = field(default_factory=dict)
    indicators: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for each in self.profile.staff:
            self.staff[each.name.casefold()] = self.draw.name(self.staff.values())

    def room(self, name: str) -> str:
        """Return the other name of a room."""
        return self.rooms.setdefault(name.casefold(), f"Lokale {len(self.rooms) + 1}")

    def place(self, name: str) -> str:
        """Return a department or centre as it is, another name for any other workplace."""
        centres = (each.name for each in self.profile.centres)
        departments = (each.name for each in self.profile.departments)
        kept = next((x for x in (*centres, *departments) if x.casefold() == name.casefold()), None)
        number = len(self.places) + 1
        return kept or self.places.setdefault(name.casefold(), f"Arbejdssted {number}")

    def school(self, text: str) -> str:
        """Return the other name of a school."""
        name = words.school(text)
        return self.schools.setdefault(name.casefold(), f"Skole {len(self.schools) + 1}")

    def indicator(self, name: str) -> str:
        """Return the other name of an indicator."""
        return self.indicators.setdefault(folded(name), f"Indikator {len(self.indicators) + 1}")

    def number(self, number: str) -> str:
        """Return the other number of a case."""
        return self.numbers.setdefault(number, f"P-{len(self.numbers) + 1:05d}")


@dataclass
class Pseudonyms:
    """The other names of one case's people, and how many days earlier everything is."""

    shared: Shared
    shift: timedelta
    youth: str
    names: dict[str, str] = field(default_factory=dict)
    cprs: dict[str, str] = field(default_factory=dict)
    texts: int = 0

    def name(self, name: str) -> str:
        """Return the other name of somebody; ``jeg`` stays, a first name gives a first name."""
        wanted = " ".join(name.split()).casefold()
        if wanted in _SELF:
            return name
        known = self.names.get(wanted) or self.shared.staff.get(wanted)
        if known is None:
            taken = (*self.names.values(), *self.shared.staff.values())
            known = self.names[wanted] = self.shared.draw.name(taken)
        return known

    def cpr(self, number: str, born: date) -> str:
        """Return the other CPR number of somebody, born as much earlier as all else is."""
        if number not in self.cprs:
            self.cprs[number] = self.shared.draw.cpr(born - self.shift)
        return self.cprs[number]

    def numbered(self, text: str) -> str:
        """Return a text with a number that no other text of the case has."""
        self.texts += 1
        return f"{text} {self.texts}"


def relation(text: str) -> str:
    """Return what somebody is to the youth, if it is a usual word."""
    return text if text.casefold() in KINSHIP else "Anden"
