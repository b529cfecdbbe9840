"""Ways to break figures down, with groups that are large enough to be shown.

A group of fewer than so many persons is put together with others. What is put together is what
``protect_line`` hides in the figure over the same groups, so that the two together tell no more
than each of them.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from samarbejde_cli.case.meeting_checklist import Placement
from samarbejde_cli.danish.dates import age_on
from samarbejde_cli.figures.facts import Person
from samarbejde_cli.figures.suppression import Bin, protect_line
from samarbejde_cli.figures.words import NOT_TOLD, REST, natural

COORDINATOR = "coordinator"
_BANDS = ((15, "Under 16 år"), (17, "16-17 år"), (20, "18-20 år"))
_OLDER = "21 år eller mere"


def _age(person: Person, day: date) -> str:
    age = age_on(person.last.born, day)
    return next((label for last, label in _BANDS if age <= last), _OLDER)


BREAKDOWNS: Mapping[str, tuple[str, Callable[[Person, date], str]]] = {
    "department": ("afdeling", lambda person, _: person.last.department),
    "school": ("skole", lambda person, _: person.last.school),
    COORDINATOR: ("koordinator", lambda person, _: person.last.coordinator),
    "age": ("alder på periodens sidste dag", _age),
    "placement": ("anbringelse", lambda person, _: person.placement or NOT_TOLD),
}
"""By the word of the command line: what the breakdown is called, and whose group a person is in."""


_PLACEMENTS = {each.label: at for at, each in enumerate(Placement)}


def _in_order(name: str) -> tuple[int, tuple[bool, str]]:
    """Return what sorts groups as the figure over them has them."""
    return _PLACEMENTS.get(name, 0), natural(name)


def form_groups(people: Sequence[Person], breakdowns: Sequence[str], day: date, least: int) -> None:
    """Write into every person the group that they are in by each breakdown."""
    for name in dict.fromkeys((*breakdowns, COORDINATOR)):
        find = BREAKDOWNS[name][1]
        raw = [find(person, day) for person in people]
        shown = _within_departments(people, raw, least) if name == COORDINATOR else {}
        pooled = _pooled(raw, least)
        for person, own in zip(people, raw, strict=True):
            if name == COORDINATOR:
                person.groups[name] = shown[person.last.department, own]
            else:
                person.groups[name] = pooled[own]


def _pooled(labels: Sequence[str], least: int, rest: str = REST) -> dict[str, str]:
    """Return for each label the one that is shown: its own, or that of the rest.

    Those of whom nothing is told are no part of the figure over the same groups. They join the rest
    when they are few; when there is none, the smallest group joins them.
    """
    bins: dict[str, Bin] = {}
    for at, label in enumerate(labels):
        bins.setdefault(label, Bin()).add(at, 1)
    untold = bins.pop(NOT_TOLD, Bin())
    names = sorted(bins, key=_in_order)
    line = protect_line([bins[name] for name in names], least)
    gone = {names[at] for at in line.hidden} if not line.withheld else set(names)
    if untold.is_small(least):
        smallest = sorted(names, key=lambda name: len(bins[name].persons))[:1]
        gone |= {NOT_TOLD, *(() if gone else smallest)}
    return {name: rest if name in gone else name for name in (*names, NOT_TOLD)}


def _within_departments(
    people: Sequence[Person], names: Sequence[str], least: int
) -> dict[tuple[str, str], str]:
    """Return by department and coordinator the label that is shown."""
    departments = _pooled([person.last.department for person in people], least)
    found: dict[tuple[str, str], str] = {}
    for department, shown in departments.items():
        pairs = zip(people, names, strict=True)
        own = [name for person, name in pairs if person.last.department == department]
        pooled = _pooled(own, least, f"{REST} i {department}")
        if shown == REST:
            pooled = dict.fromkeys(own, REST)
        found |= {(department, name): label for name, label in pooled.items()}
    return found
