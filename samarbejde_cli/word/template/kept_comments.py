"""Review comments that are asked for: each follows its text, with a number of its own.

Before a render each comment is put right after its reference in the body, so that conditions and
loops apply to it. After a render the comments go back to their own part. A comment whose text goes
on from one paragraph to another keeps its range only where both ends are still there.
"""

import re
from itertools import count

from samarbejde_cli.lazy import lazy_pattern, mutable
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.template.notes import put_notes_behind, with_notes
from samarbejde_cli.word.template.sentinels import (
    COMMENT,
    COMMENT_END,
    COMMENT_END_IN_TREE,
    COMMENT_IN_TREE,
)

NAME = "comment"
_ID = f"{ns.W}id"
_RANGES = (f"{ns.W}commentRangeStart", f"{ns.W}commentRangeEnd")
_MARKED = lazy_pattern(
    rf'<w:commentRange(Start|End) [^<>]*?w:id="{COMMENT}([^"]*)"[^<>]*/>'
    rf'|<w:commentReference [^<>]*?w:id="{COMMENT}([^"]*)"[^<>]*/>([^{COMMENT_END}]*){COMMENT_END}'
)


def put_comments_into_body(body: Element, root: Element) -> Element:
    """Move each comment behind its reference; return the root that the comments' part then has."""
    for each in body.iter(*_RANGES):
        each.set(_ID, f"{COMMENT_IN_TREE}{each.get(_ID)}")
    return put_notes_behind(
        body, root, NAME, lambda old: f"{COMMENT_IN_TREE}{old}", COMMENT_END_IN_TREE
    )


@mutable
class _Comment:
    """One comment of a document, and what of it was found."""

    number: int = -1
    starts: bool = False
    ends: bool = False


class CommentNumbers:
    """Takes the comments out of a rendered body and numbers them in order."""

    def __init__(self) -> None:
        self.comments: list[str] = []

    def body(self, xml: str) -> str:
        """Return a rendered body without comments, their marks numbered."""
        marks = list(_MARKED.finditer(xml))
        owners = self._owners(marks)
        pieces: list[str] = []
        at = 0
        for mark, owner in zip(marks, owners, strict=True):
            pieces += (xml[at : mark.start()], _written(mark, owner))
            at = mark.end()
        return "".join((*pieces, xml[at:]))

    def part(self, xml: str) -> str:
        """Return the rendered part of the comments with those that the body refers to."""
        return with_notes(xml, self.comments)

    def _owners(self, marks: list[re.Match[str]]) -> list[_Comment]:
        """Return which comment each mark belongs to: in a loop one after another has its name."""
        current: dict[str, _Comment] = {}
        numbers, owners = count(), []
        for mark in marks:
            kind, ranged, referred, content = mark.groups()
            name = ranged or referred or ""
            known = current.get(name)
            if known is None or kind == "Start" or (kind is None and known.number >= 0):
                known = current[name] = _Comment()
            known.starts |= kind == "Start"
            known.ends |= kind == "End"
            if kind is None:
                known.number = next(numbers)
                self.comments.append(_numbered(content, known.number))
            owners.append(known)
        return owners


def _numbered(content: str, number: int) -> str:
    return re.sub(rf'w:id="{COMMENT}[^"]*"', f'w:id="{number}"', content, count=1)


def _written(mark: re.Match[str], owner: _Comment) -> str:
    kind = mark[1]
    if kind is None:
        return f'<w:commentReference w:id="{owner.number}"/>'
    whole = owner.starts and owner.ends and owner.number >= 0
    return f'<w:commentRange{kind} w:id="{owner.number}"/>' if whole else ""
