"""The centres of a municipality, whose cases a consent gathers (handbook § 4.3, Bilag 6)."""

from collections.abc import Iterable

from samarbejde_cli.forms.model import Field, Model
from samarbejde_cli.profile.names import DepartmentName


class Centre(Model):
    """A centre of the municipality, which has departments (Bilag 6)."""

    name: str = Field(alias="navn", description="Fagcentrets navn, som det står i samtykket")
    departments: list[DepartmentName] = Field(
        [], alias="afdelinger", description="De af afdelingerne, der hører til"
    )


def departments_in(name: str, centres: Iterable[Centre]) -> list[str]:
    """Return the departments of a centre, in any case, and the name itself: it may be one."""
    found = (each for each in centres if each.name.casefold() == name.casefold())
    return [name, *(department for each in found for department in each.departments)]


def centre_named(department: str, centres: Iterable[Centre]) -> str | None:
    """Return the name of the centre that a department, in any case, belongs to or is; else None."""
    wanted = department.strip().casefold()
    return next(
        (
            each.name
            for each in centres
            if wanted in map(str.casefold, (each.name, *each.departments))
        ),
        None,
    )
