"""The words that a municipality's settings know for a name, each with what it is."""

from collections.abc import Callable, Iterable

from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.target_group import KeyText


def _staff(profile: Profile) -> dict[str, str]:
    return {each.name: each.title or "" for each in profile.staff}


def _places(profile: Profile) -> dict[str, str]:
    departments = {each.name: "" for each in profile.departments}
    return departments | {each.name: "" for each in profile.centres}


def _texts(known: Iterable[KeyText]) -> dict[str, str]:
    return {each.key: each.text for each in known}


KNOWN_NAMES: dict[str, Callable[[Profile], dict[str, str]]] = {
    "afdeling": lambda profile: {each.name: "" for each in profile.departments},
    "sted": _places,
    "lokale": lambda profile: {each.name: each.address or "" for each in profile.rooms},
    "medarbejder": _staff,
    "person": lambda _: {},
    "ansvarlig": lambda profile: {"jeg": profile.words.person, **_staff(profile)},
    "udsagn": lambda profile: _texts(profile.checklist),
    "gruppe": lambda profile: _texts(profile.target.groups),
    "udelukkelse": lambda profile: _texts(profile.exclusions),
}
"""By the name of a type of value (``profile.names``): what a workspace proposes for it."""
CLOSED = frozenset(("afdeling", "udsagn", "gruppe", "udelukkelse"))
"""The types of which a case may have no other word than those."""
