"""Routes into a case as a user writes them: ``møde.dato``, ``plan.mål[2].nået``.

The file's name stands in front where two files have the same key, and may always. An item of a
list is named by its number, from 1, or by its name (``personer[Karin Friis]``); ``[*]`` means all.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from samarbejde_cli.case.case import APPEND_ONLY, FILES, ROUNDS, Case
from samarbejde_cli.case.round import Round
from samarbejde_cli.danish.text import closest, did_you_mean, listed, shortened
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.findings import Route
from samarbejde_cli.forms.model import FieldInfo, folded
from samarbejde_cli.forms.outline import bare, fields_of, item_type, type_at, walk
from samarbejde_cli.lazy import frozen, lazy_pattern
from samarbejde_cli.routes import route_text, value_at

ROUND = "runde"
"""What the file of the present round is called in a route."""
ALL = "*"
KINDS: dict[str, Any] = {
    "sag": FILES["sag"],
    ROUND: Round,
    **{stem: kind for stem, kind in FILES.items() if stem not in APPEND_ONLY},
}
"""The files that a user writes in, by their names in a route."""
_STEP = lazy_pattern(r"\[(?P<item>[^\]]*)\]|\.?(?P<key>[^.\[\]]+)")
_BY_THE_PROGRAM = lazy_pattern(r"[Ss]krives af (?:programmet|`)|ret den ikke|flyt med `")
_ROUND_FILE = lazy_pattern(rf"(?:{ROUNDS}|{ROUND})[/\[]?(\d+)\]?")


@frozen
class CaseRoute:
    """A route into one file of a case; ``stem`` is the file's, as in ``case.files``."""

    stem: str
    route: Route

    @property
    def root(self) -> Any:
        """The type of the whole file."""
        return Round if self.stem.startswith(f"{ROUNDS}/") else KINDS[self.stem]

    @property
    def kind(self) -> Any:
        """The type of what is at the route, without ``None``."""
        return type_at(self.root, self.route)

    @property
    def field(self) -> FieldInfo | None:
        """The field that the route is in: that of the list for an item."""
        keys = self.route[:-1] if self.route and isinstance(self.route[-1], int) else self.route
        return fields_of(type_at(self.root, keys[:-1])).get(str(keys[-1])) if keys else None

    @property
    def item(self) -> Any:
        """The type of the items, where the route leads to a list."""
        return item_type(self.kind)

    def below(self, *steps: str | int) -> "CaseRoute":
        """Return the route to something below."""
        return CaseRoute(self.stem, (*self.route, *steps))

    def value(self, case: Case) -> Any:
        """Return the raw value there; None where nothing stands."""
        file = case.files.get(self.stem)
        return value_at(file.source.data, self.route) if file else None

    def text(self, case: Case) -> str:
        """Return the shortest way to write the route in a case."""
        written = route_text(self.route)
        if self.stem == case.round_key or not self.stem.startswith(ROUNDS):
            name = ROUND if self.stem.startswith(ROUNDS) else self.stem
            is_known = len(_files_with(str(self.route[0]))) == 1
            return written if is_known else f"{name}.{written}"
        return f"{self.stem}.{written}"


def _files_with(key: str) -> list[str]:
    return [name for name, kind in KINDS.items() if folded(key) in _keys(kind)]


def _keys(kind: Any) -> dict[str, str]:
    """Return the keys of a model by their folded spelling."""
    return {folded(key): key for key in fields_of(kind)}


def parse(case: Case, text: str) -> list[CaseRoute]:
    """Return what a user's route means in a case; several for one with ``[*]``.

    Raises ``WrongUseError`` with the nearest route for one that there is none of.
    """
    stem, steps = _file_of(case, text, _steps(text))
    found = [CaseRoute(stem, ())]
    for step in steps:
        found = [each for one in found for each in _followed(case, one, step, text)]
    return found


def _steps(text: str) -> list[str]:
    steps, at = [], 0
    while at < len(text):
        found = _STEP.match(text, at)
        if found is None:
            raise _unknown(text)
        steps.append(f"[{found['item'].strip()}]" if found["key"] is None else found["key"].strip())
        at = found.end()
    return steps


def _file_of(case: Case, text: str, steps: list[str]) -> tuple[str, list[str]]:
    """Return the stem of the file that a route is in, and the steps inside it."""
    if found := _ROUND_FILE.match(text):
        stem = f"{ROUNDS}/{found[1]}"
        if stem not in case.files:
            raise WrongUseError(f"Sagen {case.number} har ingen runde {found[1]}.")
        inside = _steps(text[found.end() :].removeprefix("."))
        return stem, _not_empty(inside, text)
    first = folded(steps[0]) if steps else ""
    if first in KINDS:
        return case.round_key if first == ROUND else first, _not_empty(steps[1:], text)
    names = _files_with(first)
    if len(names) > 1:
        names = [name for name in names if _leads(KINDS[name], steps)] or names
    if not names:
        raise _unknown(text)
    if len(names) > 1:
        either = listed([f"{name}.{text}" for name in names], "eller")
        raise WrongUseError(f"{text} findes i flere filer.", f"Skriv {either}.")
    return case.round_key if names[0] == ROUND else names[0], steps


def _not_empty(steps: list[str], text: str) -> list[str]:
    if not steps:
        raise WrongUseError(
            f"{text} er en hel fil.", "Skriv også feltet, som `samarbejde set SAG møde.dato=…`."
        )
    return steps


def _leads(kind: Any, steps: list[str]) -> bool:
    """Whether the keys among some steps lead anywhere in a type."""
    for step in steps:
        if step.startswith("[") or step.isdigit():
            kind = item_type(kind) or kind
            continue
        kind = item_type(kind) or kind
        keys = _keys(kind)
        if folded(step) not in keys:
            return False
        kind = type_at(kind, (keys[folded(step)],))
    return True


def _followed(case: Case, here: CaseRoute, step: str, text: str) -> Iterator[CaseRoute]:
    if here.item is not None:
        yield from _items(case, here, step.strip("[]"), text)
        return
    keys = _keys(here.kind)
    if step.startswith("[") or folded(step) not in keys:
        raise _unknown(text, here, fields_of(here.kind))
    yield here.below(keys[folded(step)])


def _items(case: Case, here: CaseRoute, word: str, text: str) -> Iterator[CaseRoute]:
    items = here.value(case) or []
    if not isinstance(items, list):
        raise WrongUseError(f"{route_text(here.route)} er ikke en liste i filen.")
    if word == ALL:
        yield from (here.below(index) for index in range(len(items)))
    elif word.isdigit():
        if not 1 <= int(word) <= len(items):
            raise WrongUseError(f"{text} findes ikke.", listing(case, here))
        yield here.below(int(word) - 1)
    else:
        yield here.below(_named(case, here, items, word))


def _named(case: Case, here: CaseRoute, items: list[Any], word: str) -> int:
    wanted = case.full_name(word).casefold() if case.files["sag"].value else word.casefold()
    names = [[name.casefold() for name in names_of(here.item, item)] for item in items]
    whole = [at for at, each in enumerate(names) if wanted in each]
    parts = [at for at, each in enumerate(names) if any(wanted in name.split() for name in each)]
    found = whole or parts
    if len(found) == 1:
        return found[0]
    problem = f"Flere hedder {word}" if found else f"Ingen hedder {word}"
    raise WrongUseError(f"{problem} under {route_text(here.route)}.", listing(case, here, found))


def names_of(kind: Any, item: Any) -> list[str]:
    """Return the words that an item of a list is known by: its required fields, as written."""
    if not isinstance(item, Mapping):
        return [str(item or "")]
    required = (key for key, field in fields_of(kind).items() if field.is_required())
    return [str(item[key]) for key in required if isinstance(item.get(key), str)]


def listing(case: Case, here: CaseRoute, among: Sequence[int] = ()) -> str:
    """Return the items of a list with their numbers, for a hint; only those ``among``, if any."""
    items = here.value(case) or []
    if not items:
        return f"Listen er tom. Tilføj med `samarbejde add {case.number} {here.text(case)} …`."
    texts = {at: " ".join(names_of(here.item, items[at])) for at in among or range(len(items))}
    alike = Counter(texts.values())
    shown = (
        f"[{at + 1}] {shortened(text if alike[text] == 1 else _all_of(items[at]), 40)}"
        for at, text in texts.items()
    )
    return f"Vælg et nummer: {', '.join(shown)}."


def _all_of(item: Any) -> str:
    """Return all texts of an item, to tell it from another with the same names."""
    values = item.values() if isinstance(item, Mapping) else [item]
    return " ".join(value for value in values if isinstance(value, str))


def is_kept_by_the_program(field: FieldInfo | None) -> bool:
    """Whether a field's own words say that no hand writes in it."""
    return bool(field and _BY_THE_PROGRAM.search(field.description or ""))


@cache
def all_names() -> tuple[str, ...]:
    """Return every route of the model without numbers, with the file in front where needed."""
    found = names_in(KINDS)
    first = (name.partition(".")[0] for _, name in found)
    return tuple(
        name if len(_files_with(key)) == 1 else f"{file}.{name}"
        for key, (file, name) in zip(first, found, strict=True)
    )


def names_in(kinds: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return every route of some files' models without numbers, each with the file's name."""
    return [
        (file, ".".join(str(key) for key in route if key != "[]"))
        for file, kind in kinds.items()
        for route, _ in walk(kind)
    ]


def _unknown(
    text: str, here: CaseRoute | None = None, known: Mapping[str, Any] | None = None
) -> WrongUseError:
    keys = ".".join(
        step for step in _STEP.sub(lambda found: f".{found['key'] or ''}", text).split(".") if step
    )
    ending = [name for name in all_names() if name.endswith(f".{keys.casefold()}")]
    meant = closest(keys, all_names())
    if here is not None and here.route and known:
        near = closest(keys.rpartition(".")[2], known)
        hint = did_you_mean(near) or f"Her kan stå: {listed(list(known), 'eller')}."
    elif ending:
        hint = did_you_mean(listed(ending[:4], "eller"))
    else:
        hint = did_you_mean(meant) or "Felterne hedder det samme som i sagens filer."
    return WrongUseError(f"{text} er ikke et felt i en sag.", hint)


def in_case(case: Case) -> Iterator[tuple[str, CaseRoute]]:
    """Yield every route that a case has a field for, as it is written, with items by number."""
    for file, kind in KINDS.items():
        stem = case.round_key if file == ROUND else file
        if stem in case.files:
            for at in _below(case, CaseRoute(stem, ()), kind):
                yield at.text(case), at


def _below(case: Case, at: CaseRoute, kind: Any) -> Iterator[CaseRoute]:
    inner = item_type(kind)
    if inner is not None:
        items = at.value(case) if at.route else None
        for index in range(len(items) if isinstance(items, list) else 0):
            yield at.below(index)
            yield from _below(case, at.below(index), inner)
    for key, field in fields_of(kind).items():
        yield at.below(key)
        yield from _below(case, at.below(key), bare(field.annotation))
