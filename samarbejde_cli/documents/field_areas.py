"""The areas of a paper's fields as a tree, in which a value's field is found without its path."""

from collections.abc import Mapping

from samarbejde_cli.profile.sight import DataArea

ITEMS = "[]"
"""The step from a list to what is in it."""


class FieldAreas:
    """A field, with its area if it has one of its own, and the way to the fields below it."""

    __slots__ = ("_areas", "_below", "_path", "area")

    def __init__(self, areas: Mapping[str, DataArea], path: str = "") -> None:
        self.area = areas.get(path) or areas.get(path + ITEMS)
        self._areas, self._path = areas, path
        self._below: dict[str, FieldAreas] = {}

    @property
    def areas_inside(self) -> set[DataArea]:
        """The areas of the fields below it that have one of their own."""
        starts = (f"{self._path}.", f"{self._path}{ITEMS}")
        return {area for path, area in self._areas.items() if path.startswith(starts)}

    def below(self, key: str) -> "FieldAreas":
        """Return the field of a key, or with ``ITEMS`` what each item of a list is."""
        found = self._below.get(key)
        if found is None:
            between = "." if self._path and key != ITEMS else ""
            found = FieldAreas(self._areas, f"{self._path}{between}{key}")
            self._below[key] = found
        return found
