"""Find the answers of a form: by their names, or by the shape of its tables."""

from collections.abc import Iterable

from samarbejde_cli.actions.reading.found import FoundAnswers
from samarbejde_cli.actions.reading.goal_rows import find_answers
from samarbejde_cli.actions.reading.loose import with_unnamed_rows
from samarbejde_cli.actions.reading.rows import find_in_rows
from samarbejde_cli.documents.form import Form, Stamp
from samarbejde_cli.word import FilledForm


def found_answers(
    filled: FilledForm | None, form: Form, mine: Iterable[str], stamp: Stamp
) -> FoundAnswers:
    """Return the answers of a form; the goal form has a table of its own shape."""
    if filled is None:
        return FoundAnswers()
    is_of_goals = any(each.route == "mål" for each in form.items)
    found = (find_answers if is_of_goals else find_in_rows)(filled, form.items, mine)
    found = with_unnamed_rows(found, filled, form.items, stamp)
    if form.letter:
        from samarbejde_cli.actions.reading.replies import with_label  # noqa: PLC0415 — only for letters

        return with_label(found, filled)
    return found
