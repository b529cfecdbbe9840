"""Every kind of document, imported first when it is used.

``python tools/make_commands.py`` writes ``kind_table`` from the modules of ``kinds``.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib import import_module

from samarbejde_cli.case.case import Case
from samarbejde_cli.documents import kinds
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.documents.kind_table import TABLE
from samarbejde_cli.profile.model import Profile

__all__ = ["BY_WORD", "FORM_STEMS", "KINDS", "KNOWN_BY", "Kind", "due"]

_MODULES = {name: f"{kinds.__name__}.{module}" for name, _, module, _ in TABLE}


@cache
def _kind(name: str) -> Kind:
    declared = vars(import_module(_MODULES[name])).values()
    return next(each for each in declared if isinstance(each, Kind) and each.name == name)


class _Catalogue(Mapping[str, Kind]):
    """Kinds by words that mean them; one is imported when it is asked for."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def __getitem__(self, word: str) -> Kind:
        return _kind(self._names[word])

    def __contains__(self, word: object) -> bool:
        return word in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


KINDS = _Catalogue({name: name for name, *_ in TABLE})
"""Every kind of document by its English name."""
BY_WORD = _Catalogue({word: name for name, stem, *_ in TABLE for word in (name, stem)})
"""Every kind by its English and its Danish name; what is written uses the Danish one."""
KNOWN_BY = {name: known_by for name, _, _, known_by in TABLE if known_by}
"""How a field begins that only the form of a kind has, by the kind's English name."""
FORM_STEMS = frozenset(stem for name, stem, *_ in TABLE if name in KNOWN_BY)
"""The Danish names of the kinds that are forms."""


def due(case: Case, profile: Profile, day: date) -> list[Kind]:
    """Return the kinds that a case needs in its step, without those that the profile leaves out."""
    from samarbejde_cli.case.appointments import is_called_off  # noqa: PLC0415 — not to read a form

    return [
        kind
        for kind in KINDS.values()
        if case.step in kind.steps
        and profile.papers.get(kind.stem, True)
        and kind.needed(case, profile, day)
        and not (kind.tells and is_called_off(case, kind.tells))
    ]
