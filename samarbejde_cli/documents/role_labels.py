"""People by function instead of by name, for texts that go into other systems."""

import re
from collections.abc import Iterator
from functools import cached_property

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.hand_overs import former_coordinators, hand_overs
from samarbejde_cli.case.people import Member
from samarbejde_cli.danish.text import small
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.profile.model import Profile

_UNTOLD = "anden"
"""Who somebody is, when it is not known or the network map says more than a word about it."""
_WORD = lazy_pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class RoleLabels:
    """What everybody around a case is, without the names."""

    def __init__(self, case: Case, profile: Profile) -> None:
        self._case = case
        self._profile = profile

    def of(self, name: str) -> str:
        """Return what somebody is; the youth is ``jeg``, and who is not known is ``anden``."""
        case, person = self._case, self._case.person(name)
        if person is not None and person.kind == "ung":
            return "jeg"
        if person is not None and person.kind == "koordinator":
            return self._profile.words.coordinator
        if member := case.member(name):
            return small(_of_member(member))
        wanted = name.strip().casefold()
        relations = (each.relation for each in case.record.parents if each.name == name)
        if relation := next(relations, None):
            return small(relation)
        if wanted in former_coordinators(case):
            return self._profile.words.coordinator
        staff = self._profile.employee(name)
        return small((staff.title or staff.role.value) if staff else _UNTOLD)

    def in_text(self, text: str) -> str:
        """Return a text with the function in brackets in the place of each name that is known."""
        if not self._names:
            return text
        return self._pattern.sub(lambda found: f"[{self._names[found[0]]}]", text)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = "|".join(map(re.escape, sorted(self._names, key=len, reverse=True)))
        return re.compile(rf"(?<!\w)(?:{names})(?=s?(?!\w))")

    @cached_property
    def _names(self) -> dict[str, str]:
        """What is looked for with what its bearers are: whole names, first names and surnames."""
        youth = self._case.record.youth
        own = {youth.short_name, *_WORD.findall(youth.name)}
        found: dict[str, list[str]] = {}
        for name, what in self._written():
            if name and name not in own and what not in found.setdefault(name, []):
                found[name].append(what)
        return {name: " eller ".join(functions) for name, functions in found.items()}

    def _written(self) -> Iterator[tuple[str, str]]:
        """Yield each way of writing a name with the function; of other staff the whole name."""
        for name, what in self._near():
            words = _WORD.findall(name)
            yield from ((each, what) for each in (name, *words[:1], *words[-1:]))
        for staff in self._profile.staff:
            yield staff.name, self.of(staff.name)

    def _near(self) -> Iterator[tuple[str, str]]:
        for person in self._case.everybody[1:]:
            yield person.name, self.of(person.name)
        for former, _ in hand_overs(self._case):
            if former:
                yield former, self.of(former)
        for each in self._case.team.network:
            if each.relation and each.relation.casefold() != each.name.casefold():
                is_word = _WORD.fullmatch(each.relation)
                yield each.name, small(each.relation) if is_word else _UNTOLD


def _of_member(member: Member) -> str:
    function = member.title or (None if member.is_professional else member.relation)
    return function or member.role.label
