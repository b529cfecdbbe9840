"""A YAML file as plain data, its findings, and the places of its parts.

``read`` never raises for what a file holds: a broken or missing file is a finding.
"""

import os
from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from samarbejde_cli import codes
from samarbejde_cli.findings import Finding, Location, Place
from samarbejde_cli.lazy import frozen
from samarbejde_cli.source.decode import BOM, LARGEST, decode, load
from samarbejde_cli.source.encoding import guess, shown
from samarbejde_cli.source.line_load import Tree, even_lines, load_even
from samarbejde_cli.source.lines import Lines

if TYPE_CHECKING:
    from samarbejde_cli.source.line_places import Seen
    from samarbejde_cli.source.node_tree import Node

_FEW: Final = 50
"""Up to this number of places, looking through the text for each costs less than composing it."""

__all__ = ["LARGEST", "Source", "Tree", "from_text", "read", "recoded"]


@frozen
class Source:
    """A file as it was read.

    ``text`` holds every character, BOM and line breaks too; ``digest`` is that of the bytes
    (empty when the file could not be read). ``unreadable`` says why there is no such text. The
    text is parsed when its data or findings are asked for.
    """

    path: Path
    text: str
    digest: str
    unreadable: Finding | None = None

    @property
    def data(self) -> Tree:
        """The plain data; None when it cannot be trusted, and then there are findings."""
        return self._parsed[0]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the file; data may be present nevertheless."""
        return self._parsed[1]

    def locate(self, location: Location) -> Place:
        """Return line and column of a location; of the nearest part that is there if it is not."""
        if location.place is not None:
            return location.place
        if self._even_text and next(self._located) < _FEW:
            from samarbejde_cli.source.line_places import line_place  # noqa: PLC0415 — for findings

            if place := line_place(self._even_text, self.data, location, self._seen):
                return place
        if self._root is None:
            return Place(1, 1)
        from samarbejde_cli.source.places import place_of  # noqa: PLC0415 — only for a finding

        return place_of(self._body, self._lines, self._root, location)

    def line(self, number: int) -> str:
        """Return a line, counted from 1, as it is shown under a finding; empty if not there."""
        return self._lines.line(number)

    @cached_property
    def _parsed(self) -> tuple[Tree, tuple[Finding, ...], bool]:
        """The data, the findings, and whether the text was read line by line."""
        if self.unreadable:
            return None, (self.unreadable,), False
        even = load_even(self._body)
        if even is not None:
            return even, (), True
        return *self._parsed_by_yaml(), False

    def _parsed_by_yaml(self) -> tuple[Tree, tuple[Finding, ...]]:
        from samarbejde_cli.source.fast_load import NotPlainError, load_plain  # noqa: PLC0415 — PyYAML is slow to import

        try:
            return load_plain(self._body), ()
        except NotPlainError:
            from samarbejde_cli.source.careful import careful  # noqa: PLC0415 — seldom needed

            return careful(self.path, self._body)

    @cached_property
    def _body(self) -> str:
        return self.text.removeprefix(BOM)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._body)

    @cached_property
    def _even_text(self) -> str:
        """The text that was read line by line; empty when it was read in another way."""
        return even_lines(self._body) if self._parsed[2] else ""

    @cached_property
    def _located(self) -> Iterator[int]:
        """How many places were looked for in the text."""
        return count()

    @cached_property
    def _seen(self) -> "Seen":
        return {}

    @cached_property
    def _root(self) -> "Node | None":
        from samarbejde_cli.source.compose import root_of  # noqa: PLC0415 — only for a finding

        return root_of(self._body)


def read(path: Path) -> Source:
    """Read a file; its problems are in ``findings``."""
    raw = load(path)
    if isinstance(raw, Finding):
        return Source(path, "", "", raw)
    digest = sha256(raw).hexdigest()
    text = decode(path, raw)
    if isinstance(text, Finding):
        return Source(path, shown(raw), digest, text)
    return Source(path, text, digest)


def recoded(source: Source) -> tuple[Source, str] | None:
    """Return an unreadable file as UTF-8, and its present encoding; None when that is uncertain.

    The digest stays that of the bytes, so that writing the text notices a change in between.
    """
    if not source.unreadable or source.unreadable.code != codes.NOT_UTF8:
        return None
    raw = load(source.path)
    if isinstance(raw, Finding) or sha256(raw).hexdigest() != source.digest:
        return None
    found = guess(raw)
    if found.text is None:
        return None
    return Source(source.path, found.text, source.digest), found.name


def is_absent(source: Source) -> bool:
    """Whether nothing, not even a link, has the file's name."""
    missing = source.unreadable is not None and source.unreadable.code == codes.MISSING_FILE
    return missing and not os.path.lexists(source.path)


def from_text(path: Path, text: str) -> Source:
    """Return the result of ``read`` for a file with this text; nothing is read."""
    return Source(path, text, sha256(text.encode(errors="surrogatepass")).hexdigest())
