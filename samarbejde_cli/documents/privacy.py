"""What a paper may not reveal: CPR numbers, protected addresses, what the consent withholds.

``case.sharing`` decides who sees what; here a finished paper is checked against it.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from samarbejde_cli import codes, word
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.sharing import access, shows_number
from samarbejde_cli.case.withheld import (
    Hit,
    addresses,
    finding_of,
    protected_roads,
    withheld_sentences,
)
from samarbejde_cli.danish.text import spaced
from samarbejde_cli.documents.context import Context
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.shown_numbers import closed_up
from samarbejde_cli.documents.sight import sight_of, visible
from samarbejde_cli.findings import Finding, Location
from samarbejde_cli.forms.cpr import Cpr
from samarbejde_cli.lazy import mutable
from samarbejde_cli.profile.model import Profile

PROTECTED = codes.PROTECTED_ADDRESS
_FORBIDDEN_LINES = "samtykke.må_ikke_udveksles[]"


def limited(
    case: Case, profile: Profile, kind: Kind, recipient: Recipient | None, day: date
) -> Context:
    """Return a paper's context with what its reader may see; see ``documents.sight``.

    CPR numbers are masked when the paper may not show them in full.
    """
    sight = sight_of(case, profile, recipient, day)
    context = visible(kind.context(case, profile, recipient, day), kind.areas, sight)
    if recipient and kind.form and kind.has_routes:
        context = closed_up(context)
    secure = recipient is not None and recipient.channel.is_secure
    if shows_number(secure=secure, asked=kind.asks_for_cpr):
        return context
    return {key: _masked(value) for key, value in context.items()}


def _masked(value: Any) -> Any:
    match value:
        case Cpr():
            return value.masked
        case dict():
            return type(value)((key, _masked(item)) for key, item in value.items())
        case list():
            return [_masked(item) for item in value]
    return value


@mutable
class Guard:
    """Checks the finished papers of one case for what they may not reveal."""

    case: Case
    profile: Profile
    day: date

    @cached_property
    def _withheld(self) -> list[Hit]:
        return withheld_sentences(self.case, everywhere=True)

    @cached_property
    def _roads(self) -> list[tuple[re.Pattern[str], Location]]:
        return list(protected_roads(self.case))

    @cached_property
    def _addresses(self) -> list[Hit]:
        return addresses(self.case)

    def leaks(self, data: bytes, kind: Kind, recipient: Recipient | None) -> list[Finding]:
        """Return what a paper reveals that its reader may not know, with both places."""
        hits = self._withheld if self._for_others(kind, recipient) else []
        roads = self._roads
        if not hits and not roads:
            return []
        text = word.dump(data)
        words = spaced(text)
        told = self._without_forbidden_lines(words, kind)
        found = [finding_of(hit) for hit in hits if spaced(hit.sentence) in told]
        if any(road.search(text.casefold()) for road, _ in roads):
            found += self._protected(words)
        return found

    def _without_forbidden_lines(self, words: str, kind: Kind) -> str:
        """Return a paper's words without the lines that its form lists for those who sign them."""
        if any(known.path == _FORBIDDEN_LINES for known in kind.fields()):
            for line in self.case.consent.forbidden:
                words = words.replace(spaced(line), "  ")
        return words

    def _for_others(self, kind: Kind, recipient: Recipient | None) -> bool:
        if recipient is None:
            return not kind.stays_inside
        return not access(self.case, self.profile, recipient.name, self.day).sees_withheld

    def _protected(self, words: str) -> Iterator[Finding]:
        """Yield the texts that the address came from; if there are none, where it is written."""
        hits = [hit for hit in self._addresses if spaced(hit.sentence) in words]
        for hit in hits or self._addresses:
            yield Finding(PROTECTED, hit.location, {}, (("adressen er beskyttet her", hit.source),))
        if not self._addresses:
            yield from (Finding(PROTECTED, location) for _, location in protected_roads(self.case))
