"""Which person a name means, as people write it on a form: ``Anne H.``, ``mor``, ``jeg``."""

from collections.abc import Mapping
from functools import cached_property

from samarbejde_cli.case.case import SELF_WORDS, Case
from samarbejde_cli.case.people import Member
from samarbejde_cli.danish.text import closest_value, did_you_mean, listed
from samarbejde_cli.documents.form import Lines
from samarbejde_cli.lazy import frozen, lazy_pattern
from samarbejde_cli.profile.model import Profile

_SELF = "jeg"
_NOT_ONE = frozenset((
    "alle", "alle sammen", "alle i teamet", "hele teamet", "teamet", "begge", "vi", "os", "dem",
    "de andre", "de samme", "ingen", "nogen", "?",
))  # fmt: skip
"""Words for people that name nobody."""
_WORD = r"(?:[^\W\d_a-zæøå][\w'’-]+\.?|af|av|von|van|de|da|der|la|el|al)"
_NAME = lazy_pattern(rf"{_WORD}(?: {_WORD})+")


class DoubtError(Exception):
    """A text can be read in several ways, or in none; holds the Danish words."""


@frozen
class People:
    """Everybody who can be named in a case."""

    case: Case
    profile: Profile

    def named(self, text: str, *, by_staff: bool = False) -> str:
        """Return the full name of the one who is meant, ``jeg`` for the youth.

        A name that nobody has is returned as it is written. Raises ``DoubtError`` when several
        can be meant, as by ``mig`` where a colleague wrote it (``by_staff``).
        """
        if by_staff and text.casefold() in SELF_WORDS:
            raise DoubtError(f"`{text}` kan være den, der har udfyldt skemaet. Skriv navnet.")
        if text.casefold() in _NOT_ONE:
            raise DoubtError(f"`{text}` er ikke et navn. Skriv, hvem det er.")
        known = self.case.person(text)
        if known is not None:
            return _SELF if known.kind == "ung" else known.name
        from samarbejde_cli.case.meant_people import people_meant  # noqa: PLC0415 — seldom needed

        found = people_meant(self.case, self._names, text)
        if len(found) == 1:
            return found[0]
        if found:
            raise DoubtError(f"`{text}` kan være {listed(found, 'eller')}.")
        if meant := closest_value(text, [*self._names, self.case.record.youth.name]):
            raise DoubtError(f"`{text}` kendes ikke. {did_you_mean(meant)}")
        if not _NAME.fullmatch(text):
            raise DoubtError(f"`{text}` er ingen i sagen. Skriv både fornavn og efternavn.")
        return text

    def joining(self, values: Mapping[str, Lines]) -> dict[str, Lines]:
        """Return what a row says of somebody who joins the team, and what the settings know.

        Raises ``DoubtError`` for somebody who is no new person.
        """
        name = "".join(values.get("navn", ()))
        if name == _SELF:
            raise DoubtError("Det er den unge selv, som ikke står i teamet.")
        if self.case.is_coordinator(name):
            raise DoubtError(f"{name} er koordinator og er allerede med.")
        if name and " " not in name:
            raise DoubtError("Skriv både fornavn og efternavn på en ny i teamet.")
        from samarbejde_cli.case.proposals import companions  # noqa: PLC0415 — only for who is new

        known = {key: (text,) for key, text in companions(self.profile, Member, name).items()}
        return {**known, **values}

    @cached_property
    def _names(self) -> list[str]:
        staff = (each.name for each in self.profile.staff)
        return list(dict.fromkeys((*(each.name for each in self.case.everybody[1:]), *staff)))
