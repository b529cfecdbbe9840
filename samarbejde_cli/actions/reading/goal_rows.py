"""Find the goals in a filled-in goal form, by name or by the columns of its table."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from samarbejde_cli.actions.reading.boxes import box_columns
from samarbejde_cli.actions.reading.found import TWICE, FoundAnswers, Item, Leftover
from samarbejde_cli.actions.reading.rows import Finder
from samarbejde_cli.case.plan import Area
from samarbejde_cli.documents.fingerprints import squeezed
from samarbejde_cli.documents.form import (
    Items,
)
from samarbejde_cli.documents.goal_answers import CHOOSE, scale_steps
from samarbejde_cli.forms.model import folded
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word import BLANK, Cell, Field, FilledForm, FoundBy, Row, Table

_ROUTE = lazy_pattern(r"mål\[(\d*)\]\.(.+)")
_COLUMNS = {
    "mål og delmål": ("mål", "delmål"),
    "det gør jeg": ("handlinger.mine",),
    "det gør andre": ("handlinger.andres",),
    "hvem og hvornår": ("ansvarlige", "frist"),
    "er det nået?": ("nået",),
}
"""By the heading of a column, the fields that stand under it."""
_HEADINGS = {
    "sagsresumé": "sagsresumé",
    "formål med støtten": "formål_med_støtten",
    "konkrete mål for overgangen til voksenlivet": "overgang_til_voksenlivet",
    "særskilt støtte til forældre samt handleplan": "støtte_til_forældre",
}
_LABELS = {
    "overordnet mål for uddannelse og beskæftigelse": "overordnet_mål",
    "ansvarlig for at følge op på aftalerne": "køreplan.ansvarlig",
    "situationen tages op igen": "køreplan.næste_gang",
    "vi godkender planens formål. den må sendes til": "sendes_til",
}
_DATE = lazy_pattern(r"\d\s*[./-]\s*\d|\d\.?\s+[a-zæøå]{3}|Senest")
_QUESTION = "hvordan gik det, og hvorfor?"
_AREAS = {folded(each.label): each for each in Area} | {folded(each.value): each for each in Area}


def find_answers(form: FilledForm, items: Sequence[Items], routes: Iterable[str]) -> FoundAnswers:
    """Return what stands in the fields of a goal form; ``routes`` it was printed with."""
    finder = Finder(items, routes)
    for each in form.fields:
        finder.put(each.name, each)
    for table in form.tables:
        if _is_of_goals(table):
            _Goals(finder.found, table).read()
        else:
            _read_other(finder, table)
    return finder.found


def _is_of_goals(table: Table) -> bool:
    names = (field.name for row in table.rows for field in row.fields())
    return any(map(_ROUTE.fullmatch, names)) or bool(_columns(table))


def _columns(table: Table) -> dict[int, tuple[str, ...]]:
    """Return by its number what stands in each column that has a known heading."""
    for row in table.rows:
        known = {at: _COLUMNS.get(cell.text.casefold(), ()) for at, cell in enumerate(row.cells)}
        if any(known.values()):
            return known
    return {}


def _read_other(finder: Finder, table: Table) -> None:
    found = finder.found
    finder.columns = box_columns(table)
    for row in table.rows:
        finder.row(row)
        for route, cell in _by_shape(table, row):
            if not cell.fields and cell.text:
                found.fields.setdefault(route, _shaped(route, cell, row))


def _by_shape(table: Table, row: Row) -> Iterator[tuple[str, Cell]]:
    """Yield the cells that only their place names: below a heading, or beside a label."""
    heading = _HEADINGS.get(table.heading.casefold())
    if heading and len(row.cells) == 1:
        yield heading, row.cells[0]
    for label, cell in zip(row.cells, row.cells[1:], strict=False):
        text = label.text.casefold()
        if text in _LABELS:
            yield _LABELS[text], cell
        elif text.startswith("hvordan forholder"):
            yield "den_unges_holdning", cell


def _shaped(route: str, cell: Cell, row: Row) -> Field:
    return Field(route, FoundBy.TABLE, cell.loose, place=row.place)


class _Goals:
    """Reads the rows of one table of goals."""

    def __init__(self, found: FoundAnswers, table: Table) -> None:
        self.found, self.table = found, table
        self.columns = _columns(table)
        self.item = Item(None, "")

    def read(self) -> None:
        """Add the goals to what was found."""
        for row in self.table.rows:
            texts = [each.text for each in row.cells]
            if self._is_heading(row, texts):
                continue
            if _is_reason(row):
                self._reason(row)
            else:
                self._goal(row)

    def _is_heading(self, row: Row, texts: list[str]) -> bool:
        if any(True for _ in row.fields()):
            return False
        is_band = len([each for each in texts if each]) <= 1 and len(row.cells) <= 2  # noqa: PLR2004 — a band is one cell
        return not any(texts) or is_band or any(text.casefold() in _COLUMNS for text in texts)

    def _goal(self, row: Row) -> None:
        self.item = Item(_number(row), row.place)
        for at, cell in enumerate(row.cells):
            loose = self._without_area(list(cell.loose)) if at == 0 else list(cell.loose)
            for field in cell.fields:
                self._named(field)
            if loose:
                self._loose(at, cell, loose)
        self.found.items.append(self.item)

    def _named(self, field: Field) -> None:
        route = _ROUTE.fullmatch(field.name)
        if route is None:
            self.found.put(field.name, field)
        elif route[2] == "område":
            self._area(field.lines, field)
        elif route[2] == "skala":
            for name, number in scale_steps(" ".join(field.lines)).items():
                self.item.fields.setdefault(name, replace(field, lines=number))
        else:
            self._once(route[2], field)

    def _once(self, key: str, field: Field) -> None:
        """Note a field; another one of its name is told if it says something else."""
        first = self.item.fields.setdefault(key, field)
        texts = [each for each in field.lines if each != BLANK]
        if texts and field.lines != first.lines:
            self._leave(texts, TWICE)

    def _without_area(self, loose: list[str]) -> list[str]:
        """Take the area from the top of the first cell."""
        if loose and (_area_of(loose[0]) or squeezed(loose[0]) == squeezed(CHOOSE)):
            self._area(tuple(loose[:1]), Field("område", FoundBy.TABLE, ()))
            return loose[1:]
        return loose

    def _area(self, lines: tuple[str, ...], field: Field) -> None:
        area = _area_of(" ".join(lines))
        text = area.label if area else " ".join(lines)
        is_chosen = text and squeezed(text) != squeezed(CHOOSE)
        self.item.fields["område"] = replace(field, lines=(text,) if is_chosen else ())

    def _loose(self, at: int, cell: Cell, loose: list[str]) -> None:
        """Put text without a name where its column says, or note that nobody knows."""
        named = {field.name.partition("].")[2] for field in cell.fields}
        keys = [key for key in self.columns.get(at, ()) if key not in named]
        texts = [each for each in loose if each != BLANK]
        if not texts:
            return
        if named or not keys:
            self._leave(texts, "Det står i en celle eller kolonne, som programmet ikke kender.")
            return
        parts = [texts] if len(keys) == 1 else _shared(keys, texts)
        for key, part in zip(keys, parts, strict=False):
            if part:
                place = self.item.place
                field = Field(key, FoundBy.TABLE, tuple(part), cell.boxes, place=place)
                self.item.fields.setdefault(key, field)

    def _reason(self, row: Row) -> None:
        fields = [each for each in row.fields() if each.name.endswith("].årsag")]
        texts = list(row.cells[-1].loose)
        answers = [each for each in texts if each.casefold() != _QUESTION and each != BLANK]
        if not self.item.place:
            self._leave(answers, "Der er intet mål over rækken.")
        elif fields:
            for each in fields:
                self._once("årsag", each)
        elif answers:
            field = Field("årsag", FoundBy.TABLE, tuple(answers), place=row.place)
            self.item.fields.setdefault("årsag", field)

    def _leave(self, texts: list[str], why: str) -> None:
        self.found.leftovers += [Leftover(self.item.place, text, why) for text in texts]


def _shared(keys: list[str], texts: list[str]) -> list[list[str]]:
    """Share the paragraphs of a cell: the goal is the first, the deadline is the one of a date."""
    if keys[0] == "mål":
        return [texts[:1], texts[1:]]
    dates = list(filter(_DATE.search, texts))
    return [[each for each in texts if each not in dates], dates]


def _is_reason(row: Row) -> bool:
    names = [field.name for field in row.fields()]
    if names and all(name.endswith("].årsag") for name in names):
        return len(row.cells) <= 2  # noqa: PLR2004 — the question and the answer
    return bool(row.cells) and row.cells[0].text.casefold() == _QUESTION


def _number(row: Row) -> int | None:
    """Return the goal that most fields of a row name; the row's own name where none does."""
    routes = filter(None, (_ROUTE.fullmatch(field.name) for field in row.fields()))
    numbers = [route[1] for route in routes]
    if not numbers and (own := re.fullmatch(r"mål\[(\d+)\]", row.name)):
        numbers = [own[1]]
    if not numbers:
        return None
    most = max(numbers, key=numbers.count)
    return int(most) if most else None


def _area_of(text: str) -> Area | None:
    return _AREAS.get(folded(text.partition("·")[0]))
