"""What documents lack: gaps in a template's fields become findings in the user's files."""

from collections.abc import Sequence
from pathlib import Path

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.text import listed
from samarbejde_cli.documents.catalogue import Kind
from samarbejde_cli.documents.context import Context
from samarbejde_cli.documents.former_fields import explained
from samarbejde_cli.documents.items import item_spot
from samarbejde_cli.documents.origin import spot_of
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.findings import Finding, Location, Route
from samarbejde_cli.routes import reach, route_text
from samarbejde_cli.word import Mistake

_CODE = codes.MISSING_FIELD


class MissingValues:
    """Collects what is missing, each place once, with the documents that need it."""

    def __init__(self, case: Case, workspace: Path) -> None:
        self.case = case
        self.workspace = workspace
        self.needed_by: dict[Location, dict[str, None]] = {}

    def note(
        self,
        mistakes: Sequence[Mistake],
        context: Context,
        kind: Kind,
        recipient: Recipient | None,
    ) -> list[Mistake]:
        """Record the missing values; return the mistakes in the template itself."""
        left = []
        for mistake in mistakes:
            location = self._location(mistake, context, recipient)
            if location is None:
                left.append(mistake)
            else:
                self.needed_by.setdefault(location, {})[kind.title] = None
        return list(explained(left, kind))

    def add(self, others: "MissingValues") -> None:
        """Take over what was noted for another document of the same case."""
        for location, titles in others.needed_by.items():
            self.needed_by.setdefault(location, {}).update(titles)

    def findings(self) -> list[Finding]:
        """Return one finding for each place."""
        return [
            self._finding(location, list(titles)) for location, titles in self.needed_by.items()
        ]

    def _location(
        self, mistake: Mistake, context: Context, recipient: Recipient | None
    ) -> Location | None:
        if mistake.kind != "missing" or mistake.field is None:
            return None
        route = mistake.route or _route(mistake.field)
        if not is_known(context, route):
            return None
        item = item_spot(self.case, context, route) if mistake.route else None
        return item or spot_of(self.case, self.workspace, recipient, mistake.field)

    def _finding(self, location: Location, titles: list[str]) -> Finding:
        field = route_text(location.route) or location.file.stem
        below = location.file.is_relative_to(self.case.folder)
        shown = location.file.relative_to(self.case.folder if below else self.workspace).as_posix()
        needed = f"Udfyld det i {shown}. Det skal bruges i: {listed(titles)}."
        return Finding(_CODE, location, {"felt": field, "om": "", "hjælp": needed})


def is_known(context: Context, route: Route) -> bool:
    """Whether a context has the field of a route, be it empty; else the template misspells it."""
    value, left = reach(context, route)
    is_beyond = isinstance(value, Sequence) and isinstance(next(iter(left), None), int)
    return not left or value is None or is_beyond


def _route(field: str) -> Route:
    steps: list[str | int] = []
    for key in field.split("."):
        name = key.removesuffix("[]")
        steps += [name] if name == key else [name, 0]
    return tuple(steps)
