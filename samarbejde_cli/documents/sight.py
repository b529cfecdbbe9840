"""What one reader sees of a paper's fields: the table of areas, applied to a context.

What is not shown is empty text, an empty list or a group that counts as absent, so that a template
prints nothing for it and no value is reported as missing.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from datetime import date
from functools import cache, cached_property
from typing import Any

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.plan import Area
from samarbejde_cli.case.remembered import remembered
from samarbejde_cli.case.sharing import has_withdrawn, reader_role
from samarbejde_cli.case.team import Circle
from samarbejde_cli.documents.context import Context
from samarbejde_cli.documents.field_areas import ITEMS, FieldAreas
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.role_labels import RoleLabels
from samarbejde_cli.documents.seen import Seen
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea, ReaderRole

_OWN = frozenset({
    DataArea.TEAM, DataArea.WORK_CONTACT, DataArea.PARENT_NUMBER, DataArea.PARENT_CONTACT,
    DataArea.PRIVATE_CONTACT, DataArea.PLAN, DataArea.MONEY,
})  # fmt: skip
"""The areas of which a reader sees what is about themselves."""
_FREE_TEXT = frozenset({
    DataArea.WISHES, DataArea.PLAN, DataArea.SITUATION, DataArea.MEASURES, DataArea.MONEY,
    DataArea.ANSWERS, DataArea.REMARKS, DataArea.TEAM,
})  # fmt: skip
"""The areas in which people are spoken of by a single name; in others it may be a street's."""
_COUNTS_AS = {DataArea.PLAN: DataArea.MONEY, DataArea.PARENT_NUMBER: DataArea.YOUTH_NUMBER}
"""The areas that a goal about money is in, and the number of the youth."""
_SENTENCES = frozenset({
    "opgave", "fordi", "hjælper_med", "arbejdssted", "titel", "relation", "funktion", "note",
})  # fmt: skip
"""The fields of other areas in which people are spoken of too."""
_ADDRESS_LINES = "linjer"
"""The lines below a name: the first may be a title and a place of work, the next are streets."""
_OFTEN_IN_TEAM = (Circle.PROFESSIONALS, Circle.OTHER)
_MYSELF = "jeg"
_SHOWN = "vises"


class Withheld(dict[str, Any]):
    """A group that the reader may not see: its fields are there and empty, and it is false."""

    def __bool__(self) -> bool:
        return False


@frozen
class Sight:
    """What a reader may see of a case.

    ``name`` is the reader's, in lower case; it is empty for the complete copy. ``withdrawn`` are
    the people for whom the consent was taken back, in lower case, with what each is, and
    ``single_names`` their first and last ones that nobody else has. ``seen`` is what readers of
    the same areas were shown last, in any case from which nobody withdrew.
    """

    areas: frozenset[DataArea]
    name: str
    youth: str
    withdrawn: Mapping[str, str]
    single_names: Mapping[str, str] = field(default_factory=dict)
    seen: dict[tuple[FieldAreas, int], Seen] = field(
        default_factory=dict, compare=False, repr=False
    )

    def of(self, name: str) -> "Sight":
        """Return what somebody sees who is known by a name, in lower case."""
        return Sight(self.areas, name, self.youth, self.withdrawn, self.single_names, self.seen)

    def sees(self, area: DataArea) -> bool:
        """Whether the reader may see an area."""
        return area in self.areas

    def is_open(self, field: FieldAreas, around: DataArea) -> bool:
        """Whether the reader sees all of a field that is in an area, whoever it is about."""
        return not self.withdrawn and _is_open(field, around, self.areas)

    @cached_property
    def withdrawn_names(self) -> re.Pattern[str] | None:
        """A pattern for the names of those for whom the consent was taken back."""
        if not self.withdrawn:
            return None
        return _whole_words(_either(self.withdrawn), re.IGNORECASE)

    @cached_property
    def withdrawn_single_names(self) -> re.Pattern[str] | None:
        """A pattern for some of their names in a row; Bo is somebody, and bo is a verb."""
        if not self.single_names:
            return None
        either = _either(self.single_names)
        return _whole_words(rf"{either}(?:\s+{either})*")


def _either(names: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})"


def _whole_words(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){pattern}(?=[sS]?(?!\w))", flags)


def role_of(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> ReaderRole:
    """Return the role of a reader; the complete copy is that of those who run the case."""
    if recipient is None:
        return ReaderRole.RUNS_IT
    if profile.department(recipient.name):
        return ReaderRole.DEPARTMENT
    return reader_role(case, profile, recipient.name, day)


def sight_of(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Sight:
    """Return what the reader of a paper may see on a day."""
    sight = _sight_in(case, profile, role_of(case, profile, recipient, day), day)
    return sight.of(recipient.name.casefold()) if recipient else sight


@remembered
def _sight_in(case: Case, profile: Profile, role: ReaderRole, day: date) -> Sight:
    """Return what everybody in a role sees; what is about themselves comes to it."""
    areas = frozenset(area for area in DataArea if profile.may_see(role, area))
    withdrawn = _withdrawn(case, profile, day)
    seen = {} if withdrawn else _last_seen(areas)
    single_names = _single_names(case, profile, withdrawn)
    return Sight(areas, "", case.record.youth.name.casefold(), withdrawn, single_names, seen)


@cache
def _last_seen(areas: frozenset[DataArea]) -> dict[tuple[FieldAreas, int], Seen]:
    del areas  # only the key: whoever sees the same areas shares this
    return {}


def _withdrawn(case: Case, profile: Profile, day: date) -> dict[str, str]:
    if not any(case.consent.is_taken_back_for(each, day) for each in case.consent.by_name):
        return {}
    names = (*(each.name for each in case.everybody), *case.consent.by_name)
    gone = [name for name in names if has_withdrawn(case, profile, name, day)]
    labels = RoleLabels(case, profile)
    return {name.casefold(): labels.of(name) for name in gone}


def _single_names(case: Case, profile: Profile, withdrawn: Mapping[str, str]) -> dict[str, str]:
    """Return the first and last names of those who are gone, without those that others have too.

    Each is there in capitals as well. Somebody on the network map who can be one of the team
    counts as that: a professional, and whoever is called much the same, as ``træner`` and
    ``håndboldtræner``.
    """
    if not withdrawn:
        return {}
    functions = {what.casefold() for what in withdrawn.values()}
    people = [*(each.name for each in case.everybody), *(each.name for each in profile.staff)]
    others = {word for x in people if x.casefold() not in withdrawn for word in x.split()}
    for each in case.team.network:
        if each.circle not in _OFTEN_IN_TEAM and not _is_one_of(functions, each.relation):
            others.update(each.name.split())
    people += [each.person for each in case.consent.recipients]
    gone = (name for name in people if name.casefold() in withdrawn)
    found = {word: withdrawn[name.casefold()] for name in gone for word in name.split()}
    own = {x: what for x, what in found.items() if x[:1].isupper() and x not in others}
    return own | {x.upper(): what for x, what in own.items()}


def _is_one_of(functions: Iterable[str], relation: str | None) -> bool:
    called = (relation or "").casefold()
    return any(called in each or each in called for each in functions)


def visible(context: Context, areas: FieldAreas, sight: Sight) -> Context:
    """Return a context with what the reader may see. ``areas`` are those of the paper's fields."""
    filtered = _Filter(sight)
    found = {
        key: filtered.whole(areas.below(key), value)
        for key, value in context.items()
        if key != _SHOWN
    }
    return found | {_SHOWN: dict(_shown(sight.areas))}


def spoken(text: str, sight: Sight) -> str:
    """Return what is said of a team without the names of those who withdrew from it."""
    return _Filter(sight).of_team(text)


@cache
def _shown(areas: frozenset[DataArea]) -> dict[str, bool]:
    return {area.value: area in areas for area in DataArea}


@frozen
class _Here:
    """The area around a value, and whom or what the nearest group is about."""

    area: DataArea
    is_own: bool
    is_money: bool
    is_youth: bool

    @cached_property
    def actual(self) -> DataArea:
        """The area, for what the group is about."""
        is_another = self.is_money if self.area is DataArea.PLAN else self.is_youth
        return _COUNTS_AS.get(self.area, self.area) if is_another else self.area


_here = cache(_Here)
"""The same place again for the same arguments: a paper has many values and few places."""
_NOWHERE = _here(DataArea.REMARKS, False, False, False)


_See = Callable[[FieldAreas, Any, _Here], Any]


@frozen
class _Filter:
    sight: Sight

    def whole(self, field: FieldAreas, value: Any) -> Any:
        """Return a field of a paper as the reader sees it, each group filtered once for all."""
        if isinstance(value, dict):
            return self._once(0, field, value, _NOWHERE, self.value)
        if not isinstance(value, list):
            return self.value(field, value, _NOWHERE)
        here, inner = _in(field, _NOWHERE), field.below(ITEMS)
        return _shown_of([
            self._once(number, inner, item, here, self._item)
            if isinstance(item, dict)
            else self._item(inner, item, here)
            for number, item in enumerate(value)
        ])  # fmt: skip

    def _once(
        self, number: int, field: FieldAreas, group: dict[str, Any], here: _Here, filtered: _See
    ) -> dict[str, Any]:
        """Return a group as the reader sees it, filtered once for all who see the same."""
        sight = self.sight
        known = sight.seen.get((field, number))
        is_same = known is not None and known.is_of(group)
        if known and is_same and known.holds_for(sight.name, sight.youth):
            return known.copy
        if sight.is_open(field, here.area):
            seen = sight.seen[field, number] = _seen_whole(number, field, group)
            return seen.copy
        seen = Seen(group, filtered(field, group, here), sight.name, sight.youth)
        if not (known and is_same and known.is_for_others):
            sight.seen[field, number] = seen
        return seen.copy

    def value(self, field: FieldAreas, value: Any, around: _Here) -> Any:
        here = _in(field, around)
        if isinstance(value, dict | list) and self.sight.is_open(field, around.area):
            return _all_of(value)
        if isinstance(value, dict):
            return self._group(field, value, here)
        if isinstance(value, list):
            inner = field.below(ITEMS)
            return _shown_of(self._item(inner, item, here) for item in value)
        if not self._shows(here):
            return False if isinstance(value, bool) else ""
        return self._text(value, here) if isinstance(value, str) else value

    def _group(self, field: FieldAreas, group: dict[str, Any], around: _Here) -> dict[str, Any]:
        here = self._about(group, around)
        shown = ((key, self.value(field.below(key), each, here)) for key, each in group.items())
        found = {key: self._spoken(key, each) for key, each in shown}
        is_shown = self._shows(here) and not self._is_withdrawn(group, here)
        return found if is_shown else Withheld(found)

    def _item(self, field: FieldAreas, item: Any, here: _Here) -> Any:
        """Return an item of a list; of others beside the reader only those who may be seen."""
        is_stranger = not isinstance(item, dict) and not self._is_reader_or_youth(item)
        if here.is_own and here.area is DataArea.TEAM and is_stranger:
            here = _here(here.area, False, here.is_money, here.is_youth)
        return self.value(field, item, here)

    def _about(self, group: Mapping[str, Any], around: _Here) -> _Here:
        name = _name(group)
        responsible = group.get("ansvarlige")
        names = [str(each).casefold() for each in responsible or ()]
        return _here(
            around.area,
            around.is_own or (bool(self.sight.name) and self.sight.name in (name, *names)),
            around.is_money or group.get("område") == Area.FINANCES.label,
            around.is_youth or name == self.sight.youth,
        )

    def _shows(self, here: _Here) -> bool:
        area = here.actual
        own = here.is_own and area in _OWN and self.sight.sees(DataArea.OWN)
        return own or self.sight.sees(area)

    def _is_withdrawn(self, group: Mapping[str, Any], here: _Here) -> bool:
        return here.area is not DataArea.CONSENT and _name(group) in self.sight.withdrawn

    def _is_reader_or_youth(self, item: object) -> bool:
        return str(item).casefold() in (self.sight.name, self.sight.youth, _MYSELF)

    def _text(self, text: str, here: _Here) -> str:
        """Return a text without the names of those for whom the consent was taken back."""
        names, gone = self.sight.withdrawn_names, self.sight.withdrawn
        if names is None or here.area is DataArea.CONSENT:
            return text
        if text.casefold() in gone:
            return ""
        text = names.sub(lambda found: f"[{gone[found[0].casefold()]}]", text)
        return self._nameless(text) if here.area in _FREE_TEXT else text

    def of_team(self, text: str) -> str:
        """Return a text about the team as the reader sees it."""
        return self._text(text, _here(DataArea.TEAM, False, False, False))

    def _spoken(self, key: str, value: Any) -> Any:
        if isinstance(value, list) and key == _ADDRESS_LINES:
            return [*map(self._nameless, value[:1]), *value[1:]]
        return self._nameless(value) if key in _SENTENCES and isinstance(value, str) else value

    def _nameless(self, text: str) -> str:
        names, gone = self.sight.withdrawn_single_names, self.sight.single_names
        if names is None:
            return text
        return names.sub(lambda found: f"[{gone[found[0].split()[0]]}]", text)


@cache
def _is_open(field: FieldAreas, around: DataArea, seen: frozenset[DataArea]) -> bool:
    needed = {field.area or around, *field.areas_inside}
    return seen.issuperset(needed | {_COUNTS_AS[area] for area in needed & _COUNTS_AS.keys()})


def _seen_whole(number: int, field: FieldAreas, group: dict[str, Any]) -> Seen:
    """Return a group of which a reader sees all, as others of other areas do."""
    known = _WHOLE.get((field, number))
    if known is None or not known.is_of(group):
        known = _WHOLE[field, number] = Seen(group, _all_of(group), is_open=True)
    return known


_WHOLE: dict[tuple[FieldAreas, int], Seen] = {}
"""What was shown whole last, whoever saw it."""


def _all_of(value: Any) -> Any:
    """Return groups and lists of which everything may be seen; a list has no empty texts."""
    if isinstance(value, dict):
        return {key: _all_of(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_all_of(each) for each in value if each != ""]
    return value


def _in(field: FieldAreas, around: _Here) -> _Here:
    """Return the place of a field in a group."""
    if field.area is None or field.area is around.area:
        return around
    return _here(field.area, around.is_own, around.is_money, around.is_youth)


def _shown_of(items: Iterable[Any]) -> list[Any]:
    return [each for each in items if each != "" and not isinstance(each, Withheld)]


def _name(group: Mapping[str, Any]) -> str:
    name = group.get("navn") or group.get("person")
    return name.casefold() if isinstance(name, str) else ""
