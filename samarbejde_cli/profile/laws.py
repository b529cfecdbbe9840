"""Law texts by date: a document cites what was in force on its own day (domain.md: law)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Law, Support

_DAY = timedelta(days=1)


def merged(shipped: Sequence[Law], own: Sequence[Law]) -> list[Law]:
    """Return the shipped law texts with the municipality's own in place of them.

    An own text takes the place of those with its key on the days on which it is in force; an own
    text without dates takes the place of all of them.
    """
    left = list(shipped)
    for law in own:
        left = [part for each in left for part in _outside(each, law)]
    return left + list(own)


def _outside(each: Law, own: Law) -> Iterator[Law]:
    """Yield what is left of a text before and after the days of an own one."""
    if each.key != own.key:
        yield each
        return
    if own.since and (each.since or date.min) < own.since:
        last = min(each.until or date.max, own.since - _DAY)
        yield each.model_copy(update={"until": last})
    if own.until and (each.until or date.max) > own.until:
        first = max(each.since or date.min, own.until + _DAY)
        yield each.model_copy(update={"since": first})


@frozen
class Situation:
    """What decides which laws are about somebody on a day: the age, and the support they have."""

    age: int
    support: frozenset[Support]


def cited(
    laws: Sequence[Law], use: str, day: date, situation: Situation | None = None
) -> list[str]:
    """Return the references that a document makes for ``use`` on a day, in their order.

    Without a situation, those for everybody.
    """
    found = [law for law in laws if use in law.used_in and law.in_force(day)]
    if situation:
        found = [law for law in found if law.is_for(situation.age, situation.support)]
    return [law.text for law in found]
