"""Who must have a copy of the signed plan (handbook § 4.4, Bilag 8)."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.withdrawn import without_withdrawn
from samarbejde_cli.profile.model import Profile


def without_copy(case: Case, profile: Profile, today: date) -> list[str]:
    """Return the names of those who must have this round's plan and were not sent it.

    For whom the consent was taken back since, nothing more is sent.
    """
    sent = {case.full_name(copy.person).casefold() for copy in case.round.follow_up.copies}
    wanted = dict.fromkeys(_wanted(case, profile, today))
    left = [name for name in wanted if case.full_name(name).casefold() not in sent]
    return without_withdrawn(case, profile, left, today)


def _wanted(case: Case, profile: Profile, today: date) -> Iterator[str]:
    meeting = case.round.meeting
    yield case.record.youth.name
    if case.age(meeting.date or today) < profile.consent.adult:
        yield from (parent.name for parent in case.record.custody_holders)
    yield from (each.person for each in meeting.participants if each.attended)
