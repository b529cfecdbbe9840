"""Write what a form says into the text of the case's file, and nothing else."""

from collections.abc import Sequence
from typing import Any

from samarbejde_cli.actions.file_changes import with_item, with_texts, with_value, without
from samarbejde_cli.actions.reading.differences import Comparison, Difference, NewItem, route_of
from samarbejde_cli.actions.reading.understanding import Shape, Understanding
from samarbejde_cli.danish.first_person import is_own_act
from samarbejde_cli.danish.text import nfc
from samarbejde_cli.findings import Route
from samarbejde_cli.forms.outline import fields_of, type_at
from samarbejde_cli.routes import value_at
from samarbejde_cli.source.edit import quote
from samarbejde_cli.source.page import Page

_NEW = -1
ROUND = "fra_runde"


def written(text: str, comparison: Comparison, how: Understanding, round_: int) -> str:
    """Return the text of a file with the changes of a form and its new items. Raises EditError.

    All of them lead into this file.
    """
    items = [each for each in comparison.changes if each.route.endswith("]")]
    for each in comparison.changes:
        text = text if each in items else _changed(text, each, how)
    for each in sorted(items, key=lambda each: route_of(each.route)[-1], reverse=True):
        text = without(text, route_of(each.route))
    for item in comparison.new_items:
        route = _in_last(text, route_of(item.items))
        text = with_item(text, route, _item_lines(item, how, route, round_))
    return text


def _in_last(text: str, route: Route) -> Route:
    """Return a route in which each new item is the last one of its list."""
    for at, step in enumerate(route):
        if step == _NEW:
            there = value_at(Page(text).data, route[:at])
            last = len(there) - 1 if isinstance(there, list) else 0
            route = (*route[:at], last, *route[at + 1 :])
    return route


def new_routes(items: Sequence[NewItem], data: Any) -> list[tuple[Route, str]]:
    """Return the routes of new items in a file that has them, each with its place in the form."""
    found: list[tuple[Route, str]] = []
    for name in dict.fromkeys(each.items for each in items):
        own = [each for each in items if each.items == name]
        there = value_at(data, route_of(name))
        first = len(there) - len(own) if isinstance(there, list) else 0
        found += [((*route_of(name), n), each.place) for n, each in enumerate(own, first)]
    return found


def _changed(text: str, change: Difference, how: Understanding) -> str:
    route = route_of(change.route)
    if part := change.route.rpartition(".")[2] if change.route.endswith(_PARTS) else "":
        before = value_at(Page(text).data, route)
        items = before if isinstance(before, list) else []
        return with_texts(text, route, merged(items, change.after, mine=part == "mine"))
    before = value_at(Page(text).data, route)
    if isinstance(before, list) and any(isinstance(each, dict) for each in before):
        return _with_members(text, route, before, change.after)
    if how.is_list(route):
        return with_texts(text, route, _with_hidden(text, route, change, how))
    if not change.after:
        return without(text, route)
    return with_value(text, route, nfc("\n".join(change.after)))


def _with_members(text: str, route: Route, before: list[Any], after: Sequence[str]) -> str:
    """Return a list of which some items are groups with the texts in it that are wanted."""
    said = [str(next(iter(e.values()), "")) if isinstance(e, dict) else str(e) for e in before]
    for number in reversed(range(len(said))):
        if said[number] not in after:
            text = without(text, (*route, number))
    for each in after:
        if each not in said:
            text = with_item(text, route, [quote(each)])
    return text


_PARTS = (".mine", ".andres")


def merged(items: Sequence[str], part: Sequence[str], *, mine: bool) -> list[str]:
    """Return a list of acts in which those of the youth, or those of others, are replaced."""
    new = list(part)
    result: list[str] = []
    for each in items:
        if is_own_act(each) is not mine:
            result.append(each)
        elif new:
            result.append(new.pop(0))
    return result + new


def _with_hidden(text: str, route: Route, change: Difference, how: Understanding) -> list[str]:
    """Return the list with the names that the form did not show, as those without a consent."""
    before = value_at(Page(text).data, route)
    if how.shape(route) is not Shape.NAMES or not isinstance(before, list):
        return list(change.after)
    full = how.people.case.full_name
    shown = {full(each).casefold() for each in (*change.before, *change.after)}
    hidden = (each for each in before if isinstance(each, str))
    return [*change.after, *(each for each in hidden if full(each).casefold() not in shown)]


def _item_lines(item: NewItem, how: Understanding, route: Route, round_: int) -> list[str]:
    """Return a new item as lines of YAML, its keys in the order of the model."""
    if "" in item.values:
        return [quote("\n".join(item.values[""]))]
    values: dict[str, list[str]] = {}
    for key, lines in item.values.items():
        values.setdefault(key.partition(".")[0], []).extend(lines)
    kind: Any = type_at(how.model_of(route), (*route, -1))
    known = fields_of(kind)
    if ROUND in known:
        values[ROUND] = [str(round_)]
    yaml: list[str] = []
    for key in known:
        if key in values and how.is_list((*route, -1, key)):
            yaml += [f"{key}:", *(f"  - {quote(each)}" for each in values[key])]
        elif key in values:
            text = "\n".join(values[key])
            yaml.append(f"{key}: {text if key == ROUND else quote(text)}")
    return yaml
