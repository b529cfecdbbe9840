"""The file of a round that has none yet, with what the round before agreed on."""

from datetime import date

from samarbejde_cli.case import skeleton
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.sharing import without_withdrawn
from samarbejde_cli.profile.model import Profile


def next_round(case: Case, number: int, profile: Profile, today: date) -> str:
    """Return the next round's file with the dates and people that the present one agreed on."""
    asked = [each.person for each in case.round.meeting.participants]
    people = without_withdrawn(case, profile, asked, today)
    agreed = case.round.follow_up
    dates = agreed.next_pre_meeting, agreed.next_meeting
    text = skeleton.new_round(number, case.record.key, *dates, people)
    return skeleton.with_own_words(text, profile.words)


def prepared_round(case: Case, number: int, profile: Profile) -> str:
    """Return the file of a round ahead: who is asked is filled in when the case is there."""
    return skeleton.with_own_words(skeleton.new_round(number, case.record.key), profile.words)
