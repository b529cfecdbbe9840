"""``samarbejde profile``: every value that the municipality works by, with its origin."""

from typing import Any

from samarbejde_cli.actions.profile import Setting, settings
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.report.table import table

JSON_VERSION = 1


def profile(form: options.TableFormat = "table", workspace: options.Workspace = None) -> None:
    """Vis alle indstillinger, og hvor hver af dem kommer fra.

    Jeres egne værdier står med linjen i samarbejde.yaml og med det, de erstatter; de andre med
    navnet på den medfølgende profil. »programmet« er det, der gælder, når ingen fil siger noget.
    """
    found = settings(opened(workspace))
    if form == "json":
        values = [_as_json(setting) for setting in found]
        console.out_json({"version": JSON_VERSION, "settings": values})
    else:
        console.out(table(("Felt", "Værdi", "Kommer fra"), map(_row, found)))


def _row(setting: Setting) -> tuple[str, str, str]:
    value = setting.value or "–"
    if setting.instead_of:
        value += f" (i stedet for: {setting.instead_of})"
    return setting.field, value, _origin(setting)


def _origin(setting: Setting) -> str:
    return f"{setting.origin}:{setting.place.line}" if setting.place else setting.origin


def _as_json(setting: Setting) -> dict[str, Any]:
    return {
        "field": setting.field,
        "value": setting.value,
        "about": setting.about,
        "origin": setting.origin,
        "line": setting.place.line if setting.place else None,
        "instead_of": setting.instead_of,
    }


COMMANDS = {"profile": profile}
