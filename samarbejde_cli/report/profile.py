"""The settings of a municipality: as a table and as JSON."""

from collections.abc import Iterable
from typing import Any

from samarbejde_cli.actions.profile import Setting
from samarbejde_cli.report.json_text import versioned
from samarbejde_cli.report.table import table


def as_table(found: Iterable[Setting]) -> str:
    """Return the settings as a table, own values with the line that they are on."""
    return table(("Felt", "Værdi", "Kommer fra"), map(_row, found))


def _row(setting: Setting) -> tuple[str, str, str]:
    value = setting.value or "–"
    if setting.instead_of:
        value += f" (i stedet for: {setting.instead_of})"
    return setting.field, value, _origin(setting)


def _origin(setting: Setting) -> str:
    return f"{setting.origin}:{setting.place.line}" if setting.place else setting.origin


def as_json(found: Iterable[Setting]) -> dict[str, Any]:
    """Return the documented, versioned shape of ``--format json``."""
    return versioned(settings=[_entry(setting) for setting in found])


def _entry(setting: Setting) -> dict[str, Any]:
    return {
        "field": setting.field,
        "value": setting.value,
        "about": setting.about,
        "origin": setting.origin,
        "line": setting.place.line if setting.place else None,
        "instead_of": setting.instead_of,
    }
