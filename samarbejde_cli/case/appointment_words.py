"""What became of an appointment, in words for users."""

from samarbejde_cli.case.appointments import PRE_MEETING, Slot
from samarbejde_cli.case.news import News
from samarbejde_cli.danish.dates import clock, long_date


def what_changed(news: News, what: str) -> str:
    """Return what must be told: ``mødet er flyttet fra den 24. marts 2026 til den 31. marts …``."""
    held, before, after = name_of(what), news.before, news.after
    day = f"den {long_date(before.begins.date())}"
    if after is None:
        return f"{held} {day} er aflyst"
    if after.same_time(before):
        old = f" og ikke i {before.room}" if before.room else ""
        return f"{held} {day} holdes i {after.room or 'et andet lokale'}{old}"
    room = "" if after.room == before.room or not after.room else f" i {after.room}"
    if after.begins.date() == before.begins.date():
        return f"{held} {day} er flyttet fra kl. {hours(before)} til kl. {hours(after)}{room}"
    return f"{held} er flyttet fra {day} til den {long_date(after.begins.date())}{room}"


def name_of(what: str) -> str:
    """Return an appointment as a Danish noun with its article."""
    return "formødet" if what == PRE_MEETING else "mødet"


def hours(slot: Slot) -> str:
    """Return from when to when: ``9.00-10.30``."""
    return f"{clock(slot.begins.time())}-{clock(slot.ends.time())}"
