"""Who is who across cases: one name can be two people, and one person is in several cases."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from samarbejde_cli.case.case import Case
from samarbejde_cli.profile.model import Profile


class Mention(NamedTuple):
    """Somebody in one case, with what there is to know them by."""

    name: str
    case: str
    email: str = ""
    phone: str = ""
    is_outsider: bool = False

    @property
    def key(self) -> str:
        """What the mention is called until it is known who it is."""
        return f"{self.name.casefold()}\0{self.case}"

    @property
    def contact(self) -> tuple[str, str]:
        """Mail address and phone number as they are compared."""
        return self.email.casefold(), "".join(filter(str.isdigit, self.phone))[-8:]

    def is_same(self, other: "Mention") -> bool:
        """Whether a mail address or a phone number is the same."""
        return any(a and a == b for a, b in zip(self.contact, other.contact, strict=True))

    def is_other(self, other: "Mention") -> bool:
        """Whether it is surely somebody else: nothing is the same, and something differs."""
        pairs = zip(self.contact, other.contact, strict=True)
        return not self.is_same(other) and any(a and b for a, b in pairs)


@dataclass
class Directory:
    """The people of all cases, each under a name of its own, the same in every run.

    Employees are one person wherever they are named. Others of one name are one person, unless
    their mail addresses or phone numbers say that they are two. Whoever then can be any of the two
    counts as both, so that nobody is in two places at once.
    """

    mentions: dict[str, Mention] = field(default_factory=dict)

    def key(self, case: Case, profile: Profile, name: str) -> str:
        """Return what somebody is called until every case is read; see ``names``."""
        employee, member = profile.employee(name), case.member(name)
        if employee:
            return employee.name
        found = Mention(name, case.number)
        if member:
            contact = member.email or "", member.phone or ""
            found = Mention(member.name, case.number, *contact, not member.is_internal)
        return self.mentions.setdefault(found.key, found).key

    @cached_property
    def names(self) -> Mapping[str, frozenset[str]]:
        """The names that each mention goes by in plans, once every case is read."""
        return {key: names for own in self._by_name() for key, names in _named(own).items()}

    def several(self) -> list[str]:
        """Return those from outside who are in several cases."""
        cases: dict[str, set[str]] = defaultdict(set)
        for key, names in self.names.items():
            for name in names if self.mentions[key].is_outsider else ():
                cases[name].add(self.mentions[key].case)
        return sorted(name for name, own in cases.items() if len(own) > 1)

    def unsure(self) -> list[tuple[str, list[str]]]:
        """Return the names of which there are several people, with the cases that say not which."""
        found: dict[str, list[str]] = defaultdict(list)
        for key, names in self.names.items():
            if len(names) > 1:
                found[self.mentions[key].name].append(self.mentions[key].case)
        return sorted((name, sorted(cases)) for name, cases in found.items())

    def _by_name(self) -> list[list[Mention]]:
        found: dict[str, list[Mention]] = defaultdict(list)
        for each in sorted(self.mentions.values(), key=lambda each: (each.case, each.name)):
            found[each.name.casefold()].append(each)
        return list(found.values())


def _named(mentions: Sequence[Mention]) -> dict[str, frozenset[str]]:
    """Return the names of the mentions of one name: numbered where they are several people."""
    name = mentions[0].name
    if not any(one.is_other(two) for one, two in combinations(mentions, 2)):
        return {each.key: frozenset((name,)) for each in mentions}
    people = _people([each for each in mentions if any(each.contact)])
    names = {n: f"{name} ({n + 1})" if n else name for n in range(len(people))}
    return {
        each.key: frozenset(
            names[n]
            for n, own in enumerate(people)
            if each in own or not any(each.is_other(x) for x in own)
        )
        for each in mentions
    }


def _people(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Return the mentions by person, as far as a mail address or phone number is the same."""
    people: list[list[Mention]] = []
    for each in mentions:
        same = [own for own in people if any(each.is_same(other) for other in own)]
        rest = [own for own in people if own not in same]
        people = [*rest, [*(other for own in same for other in own), each]]
    return sorted(people, key=min)
