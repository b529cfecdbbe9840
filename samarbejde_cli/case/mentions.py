"""Where the files of a case name somebody, for a name that no file has a person of."""

from collections.abc import Iterator

from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Location


def mentions(case: Case, name: str) -> list[str]:
    """Return where a name stands, as ``deltagere i runder/1.yaml, linje 51``."""
    found = unless_broken(lambda: list(_locations(case, name.strip().casefold())), [])
    return [f"`{key}` i {_place(case, location)}" for key, location in found]


def _locations(case: Case, wanted: str) -> Iterator[tuple[str, Location]]:
    for i, each in enumerate(case.round.meeting.participants):
        if each.person.casefold() == wanted:
            yield "deltagere", case.location(case.round_key, "møde", "deltagere", i, "person")
    for i, recipient in enumerate(case.consent.recipients):
        if recipient.person.casefold() == wanted:
            yield "modtagere", case.location("samtykke", "modtagere", i, "person")
    for i, person in enumerate(case.plan.sent_to):
        if person.casefold() == wanted:
            yield "sendes_til", case.location("plan", "sendes_til", i)


def _place(case: Case, location: Location) -> str:
    path = location.file.relative_to(case.folder).as_posix()
    source = next(each.source for each in case.files.values() if each.source.path == location.file)
    return f"{path}, linje {source.locate(location).line}"
