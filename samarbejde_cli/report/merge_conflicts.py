"""A value that two versions of a file have changed differently, as a sentence."""

from samarbejde_cli.report.field_words import field_words, item_words, value_words
from samarbejde_cli.source.line_load import Tree
from samarbejde_cli.source.merge import MergeConflict


def sentence(conflict: MergeConflict, tree: Tree, *, is_mine_second: bool = False) -> str:
    """Return what two versions disagree on: ``Begge har ændret mødets dato: A / B.``.

    ``tree`` is the data of the first version, which is the user's own unless ``is_mine_second``.
    """
    about = _about(conflict, tree)
    mine, theirs = choices(conflict)
    if conflict.is_ours_removed or conflict.theirs is None:
        is_mine_gone = conflict.is_ours_removed is not is_mine_second
        who, other = ("Din", "Den anden") if is_mine_gone else ("Den anden", "Din")
        return f"{who} udgave har slettet {about}. {other} udgave har ændret det."
    both = f"{theirs} / {mine}" if is_mine_second else f"{mine} / {theirs}"
    return f"Begge har ændret {about}: {both}."


def choices(conflict: MergeConflict) -> tuple[str, str]:
    """Return what stands there when the first version is chosen, and when the second one is."""
    mine = "slettet" if conflict.is_ours_removed else value_words(conflict.ours)
    theirs = "slettet" if conflict.theirs is None else value_words(conflict.theirs)
    return mine or "tomt", theirs or "tomt"


def _about(conflict: MergeConflict, tree: Tree) -> str:
    if not conflict.route:
        return "hele filen"
    if conflict.is_ours_removed and conflict.is_item:
        return item_words(conflict.theirs, conflict.route)
    return field_words(conflict.route, tree)
