"""Advice on git's conflicts in the files of a case: none may lose a line or a person."""

import re
from pathlib import Path

from samarbejde_cli import codes
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.source.conflicts import MARKER, disputed_lines, sides
from samarbejde_cli.source.read import Source, Tree, from_text

__all__ = ["about_records", "about_two_people", "by_hand"]

FIELD_MISSING = codes.MISSING_FIELD
_WHOLE_RECORD = lazy_pattern(r"- \{.*\}\s*|#.*|\s*", re.DOTALL)
_BY_HAND = (
    " Gør du det selv, så behold alle linjer, og slet kun dem med <<<<<<<, ======= og >>>>>>>. "
    "Rækkefølgen er lige meget."
)
_TWO_AGAIN = (
    "Er to linjer blevet blandet til én, så slet ingen af dem. Gør dem til to igen: hver begynder "
    "med en streg (`- `), og felter, som de havde til fælles, skal stå i begge. `git log -p` viser "
    "begge, som de var."
)
_WOVEN = dict.fromkeys((codes.DUPLICATE_KEY, FIELD_MISSING), _TWO_AGAIN)
"""For a file in which somebody took away the markers between two records of several lines."""


def about_records(source: Source) -> dict[str, str]:
    """Return the advice for a file that is only added to: everything that was added is kept."""
    if MARKER not in source.text:
        return _WOVEN
    case = source.path.parent.name
    with_fix = f"Behold begge udgaver: `samarbejde fix {case}` samler dem uden at miste noget."
    return {codes.MERGE_CONFLICT: with_fix + (_BY_HAND if _is_whole(source) else "")}


def by_hand(source: Source) -> dict[str, str]:
    """Return the advice for such a file in which even ``fix`` cannot put both versions together."""
    rest = _BY_HAND if _is_whole(source) else f" {_TWO_AGAIN}"
    return {codes.MERGE_CONFLICT: f"Behold begge udgaver.{rest}"}


def _is_whole(source: Source) -> bool:
    return all(_WHOLE_RECORD.fullmatch(line) for line in disputed_lines(source.text))


def about_two_people(record: Source) -> str:
    """Return the advice when a conflicted ``sag.yaml`` is about two people, else nothing."""
    both = sides(record.text)
    if both is None:
        return ""
    ours, theirs = (_identity(record.path, text) for text in both)
    if not _are_two(ours, theirs):
        return ""
    number = record.path.parent.name
    return (
        f"To borgere har fået samme sagsnummer; slet ingen af dem. Fortryd fletningen med "
        f"`git merge --abort`, giv din egen sag et nyt nummer med `samarbejde renumber {number}`, "
        "gem med `samarbejde save`, og hent den anden sag med `samarbejde sync`."
    )


def _identity(path: Path, text: str) -> tuple[str, str, str]:
    """Return key, name and CPR digits in a version of ``sag.yaml``; empty where it has none."""
    tree = from_text(path, text).data
    youth = tree.get("ung") if isinstance(tree, dict) else None
    number = _text(youth, "cpr")
    return _text(tree, "nøgle"), _text(youth, "navn").casefold(), number.replace("-", "")


def _text(tree: Tree, key: str) -> str:
    value = tree.get(key) if isinstance(tree, dict) else None
    return value.strip() if isinstance(value, str) else ""


def _are_two(ours: tuple[str, str, str], theirs: tuple[str, str, str]) -> bool:
    """Whether keys differ, or name and number both: one of them alone can be a correction."""
    if ours[0] and theirs[0]:
        return ours[0] != theirs[0]
    return all(mine and its and mine != its for mine, its in zip(ours[1:], theirs[1:], strict=True))
