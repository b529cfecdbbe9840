"""Put a coordinator's successor in the coordinator's places: where something is still to come."""

from collections.abc import Iterator, Sequence
from datetime import date

from samarbejde_cli.actions.file_changes import with_value
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Route
from samarbejde_cli.routes import value_at
from samarbejde_cli.source.edit import append_item, quote
from samarbejde_cli.source.page import Page
from samarbejde_cli.source.remove import remove_item, remove_key

Spots = list[tuple[str, Route]]
_PARTICIPANTS: Route = ("møde", "deltagere")


def replacements(
    case: Case, old: str | None, new: str, today: date
) -> tuple[dict[str, str], Spots]:
    """Return the new texts of the files in which the successor takes over, and the values changed.

    Nothing changes without a former name, or when it is the same.
    """
    if old is None or old.casefold() == new.casefold():
        return {}, []
    texts: dict[str, str] = {}
    locations = list(_values(case, old, today))
    for stem, route in locations:
        texts[stem] = with_value(_text(case, texts, stem), route, new)
    for stem, route, names in _lists(case, today):
        places = [i for i, name in enumerate(names) if _is(name, old)]
        if places:
            is_there = any(_is(name, new) for name in names)
            here = (*route, places[0])
            text = _without(_text(case, texts, stem), route, places[0 if is_there else 1 :])
            texts[stem] = text if is_there else _with(text, here, new)
            locations.append((stem, here))
    return texts, locations


def _text(case: Case, texts: dict[str, str], stem: str) -> str:
    return texts.get(stem, case.files[stem].source.text)


def _values(case: Case, name: str, today: date) -> Iterator[tuple[str, Route]]:
    """Yield the single values that name somebody for what is to come."""
    plan, meeting = case.plan, case.round.meeting
    if plan.road_map and _is(plan.road_map.responsible, name):
        yield "plan", ("køreplan", "ansvarlig")
    for i, measure in enumerate(case.team.measures):
        if _is(measure.responsible, name):
            yield "team", ("indsatser", i, "ansvarlig")
    roles = {
        "mødeleder": meeting.leader,
        "referent": meeting.writer,
        "interviewer": meeting.interviewer,
    }
    for key, person in roles.items() if _is_to_come(case, today) else ():
        if _is(person, name):
            yield case.round_key, ("møde", key)


def _lists(case: Case, today: date) -> Iterator[tuple[str, Route, list[str]]]:
    """Yield the lists of people for what is to come, with the names in them."""
    plan = case.plan
    for i, goal in enumerate(plan.goals):
        if not goal.reached:
            yield "plan", ("mål", i, "ansvarlige"), goal.responsible
    yield "plan", ("sendes_til",), plan.sent_to
    yield "plan", ("uden_aftale",), plan.without_agreement
    if _is_to_come(case, today):
        people = [each.person for each in case.round.meeting.participants]
        yield case.round_key, _PARTICIPANTS, people


def _is_to_come(case: Case, today: date) -> bool:
    """Whether the round's meeting still lies ahead."""
    meeting = case.round.meeting
    if meeting.date and meeting.date != today:
        return meeting.date > today
    has_attendance = any(each.attended is not None for each in meeting.participants)
    return case.step is not Step.FOLLOW_UP and not has_attendance


def _without(text: str, route: Route, places: Sequence[int]) -> str:
    for place in reversed(places):
        text = remove_item(text, (*route, place))
    return text


def _with(text: str, place: Route, name: str) -> str:
    if place[:-1] == _PARTICIPANTS:
        return _invited_anew(text, place, name)
    return with_value(text, place, name)


def _invited_anew(text: str, participant: Route, name: str) -> str:
    """Return the text with another participant, of whom no invitation or answer is known."""
    fields = list(value_at(Page(text).data, participant))
    if fields[0] != "person":  # the first key follows the dash and cannot be removed alone
        text = append_item(text, participant[:-1], [f"person: {quote(name)}"])
        return remove_item(text, participant)
    for key in fields:
        if key != "person":
            text = remove_key(text, (*participant, key))
    return with_value(text, (*participant, "person"), name)


def _is(person: str | None, name: str) -> bool:
    return person is not None and person.strip().casefold() == name.casefold()
