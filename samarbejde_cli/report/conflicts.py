"""The files with two versions: what they disagree on, what was chosen, and what comes next."""

from collections.abc import Iterator, Sequence
from typing import Any

from samarbejde_cli.actions.disputes import Cause, Disputed
from samarbejde_cli.danish.text import counted
from samarbejde_cli.files.git_index import Operation
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.report.folded import folded
from samarbejde_cli.report.json_text import versioned
from samarbejde_cli.report.merge_conflicts import choices, sentence
from samarbejde_cli.routes import route_text

NONE = "Der er ingen konflikter."
PROMPT = "Vælg: "
HELP = "1 eller 2: behold den udgave · Enter: spring over · . færdig"
_OTHER = {Cause.COPY: "kopien"}


def as_lines(found: Sequence[Disputed]) -> Iterator[str]:
    """Yield every file with what its versions disagree on, and how to settle it."""
    for each in found:
        yield f"{heading(each)}\n"
        yield from (folded(f"  {text}") for text in sentences(each))
        yield ""
    if not found:
        yield NONE
        return
    yield folded(
        "Vælg med `samarbejde conflicts SAG` på en skærm, eller tag én udgave af det hele med "
        "--mine eller --theirs."
    )


def opening(each: Disputed) -> str:
    """Return what stands above the questions about a file."""
    return f"\n{heading(each)}\n{HELP}\n"


def question(each: Disputed, number: int, text: str) -> Iterator[str]:
    """Yield what one conflict is about, and the two choices with their numbers."""
    yield text
    yield from (f"  {at} {offer}" for at, offer in enumerate(offered(each, number), 1))


def heading(each: Disputed) -> str:
    """Return which file it is, and which copy beside it."""
    beside = f" og kopien {each.copy.name}" if each.copy else ""
    return f"{shown_path(each.path)}{beside}"


def sentences(each: Disputed) -> Iterator[str]:
    """Yield what the versions of a file disagree on."""
    if each.refusal:
        yield each.refusal
    elif each.merged is None:
        yield _whole(each)
    elif not each.conflicts:
        yield "Intet strider mod hinanden: de to udgaver kan flettes, som de er."
    tree = each.tree if each.conflicts and not each.refusal else None
    yield from (in_turn(each, number, tree) for number in range(len(each.conflicts)))


def in_turn(each: Disputed, number: int, tree: Any) -> str:
    """Return what one conflict is about, the user's own version first."""
    return sentence(each.conflicts[number], tree, is_mine_second=each.is_mine_second)


def _whole(each: Disputed) -> str:
    mine, theirs = sides(each)
    if mine is None and theirs is None:
        return "Filen er slettet eller flyttet begge steder."
    if each.cause is Cause.DELETED:
        who, other = ("Din", "den anden") if mine is None else ("Den anden", "din")
        if each.versions.base is None:
            return f"Filen er ny og findes kun i {other} udgave."
        return f"{who} udgave har slettet filen; {other} udgave har ændret den."
    return "Filen kan ikke flettes efter sin mening. Vælg en af de to udgaver, som den er."


def sides(each: Disputed) -> tuple[bytes | None, bytes | None]:
    """Return the user's own version of a file, and the other one."""
    versions = each.versions.ours, each.versions.theirs
    return versions[::-1] if each.is_mine_second else versions


def offered(each: Disputed, number: int) -> tuple[str, str]:
    """Return what the two choices are, the user's own version first."""
    other = _OTHER.get(each.cause, "den anden udgave")
    if each.merged is None:
        mine, theirs = (
            "hele filen" if one is not None else "filen er slettet" for one in sides(each)
        )
        return f"din udgave: {mine}", f"{other}: {theirs}"
    mine, theirs = choices(each.conflicts[number])
    mine, theirs = (theirs, mine) if each.is_mine_second else (mine, theirs)
    return f"din udgave: {mine}", f"{other}: {theirs}"


def settled(each: Disputed) -> str:
    """Return that a file is one again."""
    gone = f" Kopien {each.copy.name} er væk." if each.copy else ""
    return f"{shown_path(each.path)}: alt er afgjort.{gone}"


def left(number: int) -> str:
    """Return how much is not settled yet."""
    return f"{counted(number, 'konflikt', 'konflikter')} er ikke afgjort."


def next_step(now: Operation | None) -> str:
    """Return what finishes what git is in the middle of; empty when it is in nothing."""
    return "Gør fletningen færdig: samarbejde save" if now else ""


def as_json(found: Sequence[Disputed]) -> dict[str, Any]:
    """Return the documented, versioned shape of ``conflicts --format json``."""
    return versioned(files=[_entry(each) for each in found])


def _entry(each: Disputed) -> dict[str, Any]:
    tree = each.tree if each.conflicts else None
    return {
        "file": shown_path(each.path),
        "copy": shown_path(each.copy) if each.copy else None,
        "cause": each.cause.value,
        "text": list(sentences(each)),
        "conflicts": [_value(each, number, tree) for number in range(len(each.conflicts))],
    }


def _value(each: Disputed, number: int, tree: Any) -> dict[str, Any]:
    conflict = each.conflicts[number]
    mine, theirs = conflict.ours, conflict.theirs
    mine, theirs = (theirs, mine) if each.is_mine_second else (mine, theirs)
    return {
        "field": route_text(conflict.route),
        "route": list(conflict.route),
        "mine": mine,
        "theirs": theirs,
        "text": in_turn(each, number, tree),
    }
