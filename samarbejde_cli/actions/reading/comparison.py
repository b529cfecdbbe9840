"""Compare a whole form with its case: fields, lines, the rows of lists, and what is beside them."""

from typing import Any

from samarbejde_cli import word
from samarbejde_cli.actions.reading.comparing import Comparer
from samarbejde_cli.actions.reading.differences import Comparison
from samarbejde_cli.actions.reading.finding import found_answers
from samarbejde_cli.actions.reading.found import FoundAnswers
from samarbejde_cli.actions.reading.item_differences import ItemComparer
from samarbejde_cli.actions.reading.line_differences import LineComparer
from samarbejde_cli.actions.reading.loose import gone_fields, unread_texts
from samarbejde_cli.actions.reading.understanding import Understanding
from samarbejde_cli.case.case import Case
from samarbejde_cli.documents.context import Context
from samarbejde_cli.documents.fingerprints import squeezed
from samarbejde_cli.documents.form import (
    Form,
    Stamp,
)
from samarbejde_cli.routes import value_at


def compare_form(
    filled: word.FilledForm | None,
    form: Form,
    case: Case,
    stamp: Stamp,
    how: Understanding,
    context: Context,
    *,
    takes_out: bool = True,
) -> tuple[FoundAnswers, Comparison]:
    """Return the answers of a form, and what differs between them and its case.

    An item whose row is gone is taken out of the file only if the user said so (``takes_out``),
    and never by the copy of one reader.
    """
    takes_out = takes_out and not stamp.is_copy
    mine = form.answers(context)
    found = found_answers(filled, form, mine, stamp)
    fields = Comparer(stamp, mine, how, _data(form, case))
    texts = frozenset(map(squeezed, filled.all_lines())) if filled else frozenset()
    gone = gone_fields(found, mine, stamp, texts)
    result = Comparison(leftovers=[*found.leftovers, *gone])
    for items in form.items:
        rows = [each for each in found.items if each.items == items.route]
        stem = form.stem_of(case, items.route)
        ItemComparer(fields, items, stem, texts, takes_out).compare(result, rows)
    for name, each in found.fields.items():
        fields.field(result, name, name, each)
    LineComparer(fields, form.lines(context), found.labels).compare(result, found.lines)
    if filled:
        result.leftovers += unread_texts(filled, found, result, stamp)
    _stop(result, form, context)
    return found, result


def _data(form: Form, case: Case) -> dict[str, Any]:
    """Return what the files of a form hold, as if they were one."""
    own = case.files[form.stem(case)].source.data
    data: dict[str, Any] = {**own} if isinstance(own, dict) else {}
    for key, stem in form.elsewhere:
        data[key] = value_at(case.files[stem].source.data, (key,))
    return data


def _stop(comparison: Comparison, form: Form, context: Context) -> None:
    """Leave to the user what the form may not change in a case as it is."""
    for kind in (comparison.changes, comparison.conflicts):
        for each in list(kind):
            if why := form.stops(context, each.route, each.after):
                kind.remove(each)
                comparison.leave(each.place, each.after or each.before, why)
    for item in list(comparison.new_items):
        if why := form.stops(context, f"{item.items}[]", item.lines):
            comparison.new_items.remove(item)
            comparison.leave(item.place, item.lines, why)
