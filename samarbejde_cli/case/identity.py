"""What makes an item of a case's lists the same in two versions of a file, for merging.

People are the same by name, signatures by who, as whom and when, records and words by all that they
say. A goal is the same by its text; one whose text was changed is the goal of its area and round
that is most like it.
"""

from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher

from samarbejde_cli.findings import Route
from samarbejde_cli.source.line_load import Tree

_KEYS: dict[str, tuple[str, ...]] = {
    "personer": ("navn",),
    "forældre": ("navn",),
    "netværk": ("navn", "kreds"),
    "indsatser": ("støtte",),
    "deltagere": ("person",),
    "modtagere": ("person",),
    "kopi_sendt": ("person",),
    "underskrifter": ("navn", "som", "dato"),
    "tidligere": ("dato", "start"),
    "dialogskema": ("dato",),
    "ændringer": ("dato", "hvad"),
    "økonomi": ("bevilling",),
    "medarbejdere": ("navn",),
    "lokaler": ("navn",),
    "afdelinger": ("navn",),
}
TIMES = {"historik": "tid", "breve": "dato"}
"""The files that are only added to, each with the field that its records are ordered by."""
_GOALS = "mål"
_LIKE = 0.5


def identities(route: Route, base: Sequence[Tree], items: Sequence[Tree]) -> list[Hashable]:
    """Return what each item of the list at a route is called, by the list as it was before."""
    name = next((str(step) for step in reversed(route) if isinstance(step, str)), "")
    if name == _GOALS and all(isinstance(each, dict) for each in (*base, *items)):
        return _goals(base, items)
    return [_identity(name, item) for item in items]


def _identity(name: str, item: Tree) -> Hashable:
    if not isinstance(item, dict):
        return repr(item)
    keys = _KEYS.get(name, ())
    found = tuple(_folded(item.get(key)) for key in keys)
    return found if any(found) else repr(item)


def _folded(value: Tree) -> str:
    return str(value).strip().casefold() if value is not None else ""


def _goals(base: Sequence[Tree], items: Sequence[Tree]) -> list[Hashable]:
    """Return the text of each goal as it was before, where the goal is an earlier one."""
    old = [_text(each) for each in base]
    texts = [_text(each) for each in items]
    free = [each for each in base if _text(each) not in texts]
    names: list[Hashable] = []
    for item, text in zip(items, texts, strict=True):
        like = [] if text in old else [each for each in free if _is_like(each, item)]
        names.append(_text(like[0]) if like else text)
        if like:
            free.remove(like[0])
    return names


def _text(goal: Tree) -> str:
    return _folded(goal.get(_GOALS)) if isinstance(goal, dict) else repr(goal)


def _is_like(one: Tree, other: Tree) -> bool:
    """Whether a goal may be another one with its text changed: same area and round, alike text."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    about = [[_folded(each.get(key)) for key in ("område", "fra_runde")] for each in (one, other)]
    return about[0] == about[1] and _are_alike(_text(one), _text(other))


def _are_alike(one: str, other: str) -> bool:
    """Whether half of two texts is the same: what they begin and end with is found quickest."""
    begin = _same(one, other)
    end = _same(one[begin:][::-1], other[begin:][::-1])
    if 2 * (begin + end) >= _LIKE * (len(one) + len(other)):
        return True
    return SequenceMatcher(None, one, other).ratio() >= _LIKE


def _same(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
