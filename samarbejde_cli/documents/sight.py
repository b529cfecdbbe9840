"""What one reader sees of a paper's fields: the table of areas, applied to a context.

What is not shown is empty text, an empty list or a group that counts as absent, so that a template
prints nothing for it and no value is reported as missing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.plan import Area
from samarbejde_cli.case.sharing import has_withdrawn, reader_role
from samarbejde_cli.documents.context import Context
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.role_labels import RoleLabels
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea, ReaderRole

_OWN = frozenset({
    DataArea.TEAM, DataArea.WORK_CONTACT, DataArea.PARENT_NUMBER, DataArea.PARENT_CONTACT,
    DataArea.PRIVATE_CONTACT, DataArea.PLAN, DataArea.MONEY,
})  # fmt: skip
"""The areas of which a reader sees what is about themselves."""
_MYSELF = "jeg"


class Withheld(dict[str, Any]):
    """A group that the reader may not see: its fields are there and empty, and it is false."""

    def __bool__(self) -> bool:
        return False


@dataclass(frozen=True)
class Sight:
    """What a reader may see of a case.

    ``name`` is the reader's, in lower case; it is empty for the complete copy. ``withdrawn`` are
    the people for whom the consent was taken back, in lower case, with what each is.
    """

    areas: frozenset[DataArea]
    name: str
    youth: str
    withdrawn: Mapping[str, str]

    def sees(self, area: DataArea) -> bool:
        """Whether the reader may see an area."""
        return area in self.areas

    @cached_property
    def withdrawn_names(self) -> re.Pattern[str] | None:
        """A pattern for the names of those for whom the consent was taken back."""
        if not self.withdrawn:
            return None
        names = "|".join(map(re.escape, sorted(self.withdrawn, key=len, reverse=True)))
        return re.compile(rf"(?<!\w)(?:{names})(?=s?(?!\w))", re.IGNORECASE)


def role_of(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> ReaderRole:
    """Return the role of a reader; the complete copy is that of those who run the case."""
    if recipient is None:
        return ReaderRole.RUNS_IT
    if profile.department(recipient.name):
        return ReaderRole.DEPARTMENT
    return reader_role(case, profile, recipient.name, day)


def sight_of(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Sight:
    """Return what the reader of a paper may see on a day."""
    role = role_of(case, profile, recipient, day)
    return Sight(
        frozenset(area for area in DataArea if profile.may_see(role, area)),
        recipient.name.casefold() if recipient else "",
        case.record.youth.name.casefold(),
        _withdrawn(case, profile, day),
    )


def _withdrawn(case: Case, profile: Profile, day: date) -> dict[str, str]:
    if not any(case.consent.is_taken_back_for(each, day) for each in case.consent.by_name):
        return {}
    names = (*(each.name for each in case.everybody), *case.consent.by_name)
    gone = [name for name in names if has_withdrawn(case, profile, name, day)]
    labels = RoleLabels(case, profile)
    return {name.casefold(): labels.of(name) for name in gone}


def visible(context: Context, areas: Mapping[str, DataArea], sight: Sight) -> Context:
    """Return a context with what the reader may see. ``areas`` are those of the paper's fields."""
    shown = {area.value: sight.sees(area) for area in DataArea}
    nowhere = _Here(DataArea.REMARKS)
    filtered = _Filter(areas, sight)
    found = {key: filtered.value(key, value, nowhere) for key, value in context.items()}
    return found | {"vises": shown}


@dataclass(frozen=True, slots=True)
class _Here:
    """The area around a value, and whom or what the nearest group is about."""

    area: DataArea
    is_own: bool = False
    is_money: bool = False
    is_youth: bool = False

    @property
    def actual(self) -> DataArea:
        """The area, for what the group is about."""
        if self.is_money and self.area is DataArea.PLAN:
            return DataArea.MONEY
        if self.is_youth and self.area is DataArea.PARENT_NUMBER:
            return DataArea.YOUTH_NUMBER
        return self.area


@dataclass(frozen=True)
class _Filter:
    areas: Mapping[str, DataArea]
    sight: Sight

    def value(self, path: str, value: Any, around: _Here) -> Any:
        area = self.areas.get(path) or self.areas.get(f"{path}[]") or around.area
        here = replace(around, area=area)
        if isinstance(value, dict):
            return self._group(path, value, here)
        if isinstance(value, list):
            return self._list(f"{path}[]", value, here)
        if not self._shows(here):
            return False if isinstance(value, bool) else ""
        return self._text(value, here) if isinstance(value, str) else value

    def _group(self, path: str, group: dict[str, Any], around: _Here) -> dict[str, Any]:
        here = self._about(group, around)
        found = {key: self.value(f"{path}.{key}", each, here) for key, each in group.items()}
        is_shown = self._shows(here) and not self._is_withdrawn(group, here)
        return found if is_shown else Withheld(found)

    def _list(self, path: str, items: Iterable[Any], here: _Here) -> list[Any]:
        found = [self._item(path, item, here) for item in items]
        return [each for each in found if each != "" and not isinstance(each, Withheld)]

    def _item(self, path: str, item: Any, here: _Here) -> Any:
        """Return an item of a list; of others beside the reader only those who may be seen."""
        is_stranger = not isinstance(item, dict) and not self._is_reader_or_youth(item)
        if here.is_own and here.area is DataArea.TEAM and is_stranger:
            here = replace(here, is_own=False)
        return self.value(path, item, here)

    def _about(self, group: Mapping[str, Any], around: _Here) -> _Here:
        name = _name(group)
        responsible = group.get("ansvarlige")
        names = [str(each).casefold() for each in responsible or ()]
        return replace(
            around,
            is_own=around.is_own or (bool(self.sight.name) and self.sight.name in (name, *names)),
            is_money=around.is_money or group.get("område") == Area.FINANCES.label,
            is_youth=around.is_youth or name == self.sight.youth,
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
        return names.sub(lambda found: f"[{gone[found[0].casefold()]}]", text)


def _name(group: Mapping[str, Any]) -> str:
    name = group.get("navn") or group.get("person")
    return name.casefold() if isinstance(name, str) else ""
