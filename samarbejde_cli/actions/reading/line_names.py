"""Give the lines of a form back their names where only the title, which has the number, is left."""

from collections.abc import Mapping
from dataclasses import replace

from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word import Cell, Field, FilledForm, Row, Table

_NUMBERED = lazy_pattern(r"[^=]+=\d+")


def with_line_names(form: FilledForm, names: Mapping[str, str]) -> FilledForm:
    """Return a form whose fields have their names again; ``names`` are those of the numbers."""
    if not any(_NUMBERED.match(each.name) for each in form.all_fields()):
        return form

    def field(each: Field) -> Field:
        found = _NUMBERED.match(each.name)
        name = names.get(found[0]) if found else None
        return replace(each, name=f"{name}{each.name[found.end() :]}") if found and name else each

    def cell(each: Cell) -> Cell:
        return replace(each, fields=tuple(map(field, each.fields)))

    def row(each: Row) -> Row:
        return replace(each, cells=tuple(map(cell, each.cells)))

    def table(each: Table) -> Table:
        return replace(each, rows=tuple(map(row, each.rows)))

    return replace(
        form, fields=tuple(map(field, form.fields)), tables=tuple(map(table, form.tables))
    )
