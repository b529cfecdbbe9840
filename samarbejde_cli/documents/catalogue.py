"""Every kind of document: the modules of ``kinds`` are found, no list is kept."""

from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pkgutil import iter_modules

from samarbejde_cli.case.appointments import is_called_off
from samarbejde_cli.case.case import Case
from samarbejde_cli.documents import kinds
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.profile.model import Profile

__all__ = ["BY_WORD", "KINDS", "Kind", "due"]


def _declared() -> Iterator[Kind]:
    for module in iter_modules(kinds.__path__, f"{kinds.__name__}."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, Kind):
                yield value


KINDS: dict[str, Kind] = {
    kind.name: kind for kind in sorted(_declared(), key=lambda each: each.order)
}
"""Every kind of document by its English name."""
BY_WORD: dict[str, Kind] = {
    word: kind for kind in KINDS.values() for word in (kind.name, kind.stem)
}
"""Every kind by its English and its Danish name; what is written uses the Danish one."""


def due(case: Case, profile: Profile, day: date) -> list[Kind]:
    """Return the kinds that a case needs in its step, without those that the profile leaves out."""
    return [
        kind
        for kind in KINDS.values()
        if case.step in kind.steps
        and profile.papers.get(kind.stem, True)
        and kind.needed(case, profile, day)
        and not (kind.tells and is_called_off(case, kind.tells))
    ]
