"""Whom the consent no longer reaches because it was taken back: they are left out of every list."""

from collections.abc import Iterable
from datetime import date

from samarbejde_cli.case.appointments import asked
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.people import Member
from samarbejde_cli.case.round import Participant
from samarbejde_cli.case.sharing import needs_no_consent
from samarbejde_cli.profile.model import Profile


def has_withdrawn(case: Case, profile: Profile, name: str, day: date) -> bool:
    """Whether the consent was taken back, for somebody or as a whole, on that day or before.

    It makes no difference to those who are part of the case without a consent.
    """
    full = case.full_name(name)
    return case.consent.is_taken_back_for(full, day) and not needs_no_consent(
        case, profile, full, day
    )


def still_asked(case: Case, profile: Profile, day: date) -> list[tuple[int, Participant]]:
    """Return the round's participants with their numbers, without those who may not come.

    Each comes with the reply that counts for the meeting's day now.
    Who was at the meeting stays, also when the consent was taken back afterwards.
    """
    return [
        (number, each)
        for number, each in enumerate(asked(case, profile))
        if each.attended or not has_withdrawn(case, profile, each.person, day)
    ]


def still_members(case: Case, profile: Profile, day: date) -> list[Member]:
    """Return the team without those for whom the consent was taken back."""
    return [each for each in case.team.members if not has_withdrawn(case, profile, each.name, day)]


def without_withdrawn(case: Case, profile: Profile, names: Iterable[str], day: date) -> list[str]:
    """Return the names of those for whom the consent was not taken back."""
    return [name for name in names if not has_withdrawn(case, profile, name, day)]
