"""Who must hear of moved and cancelled meetings, and which papers have an old appointment."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from samarbejde_cli.case.appointments import (
    CALENDAR,
    LETTERS,
    MEETING,
    OTHER_CALENDAR,
    PRE_MEETING,
    AppointmentChange,
    Slot,
    appointment_changes,
    known_to,
    papers,
    planned,
    slot_in,
)
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.paper_register import PaperRecord
from samarbejde_cli.case.round import Participant, Reply
from samarbejde_cli.case.sharing import still_invited
from samarbejde_cli.danish.dates import clock, long_date
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile


@frozen
class Notice:
    """News for some people: the appointment they know, and the valid one; None when cancelled.

    ``since`` is the day of the change where it is known.
    """

    before: Slot
    after: Slot | None
    people: tuple[str, ...]
    since: date | None


def earlier_slot(
    case: Case, profile: Profile, what: str, name: str, invited: date | None
) -> Slot | None:
    """Return the other appointment that somebody knew of before the valid one.

    None for those who were asked to this one alone, and while nothing holds.
    """
    changes = appointment_changes(case, profile, what)
    holds = changes[-1].after if changes else None
    if invited is None or holds is None:
        return None
    if known := known_to(invited, changes):
        return known
    own = [each for each in papers(case, what) if _is_to(each, name)]
    others = [was for each in own if (was := slot_in(each)) and not was.is_same(holds)]
    since = [each.before for each in changes if each.on is None or invited <= each.on]
    found = others or since
    return found[-1] if found else None


def cancelled_slot(case: Case, profile: Profile, what: str, invited: date | None) -> Slot | None:
    """Return the appointment that somebody was invited to, when it is called off and nothing else.

    Also for those who know of it by now: a letter can be made again.
    """
    changes = appointment_changes(case, profile, what)
    if invited is None or not changes or changes[-1].after is not None:
        return None
    return known_to(invited, changes) or changes[-1].before


def _is_to(paper: PaperRecord, name: str) -> bool:
    return (paper.recipient or "").casefold() == name.casefold()


def stale(case: Case, profile: Profile, today: date) -> list[tuple[int, PaperRecord]]:
    """Return the present round's papers with an outdated appointment, while it still matters.

    Each comes with its number in ``breve.yaml``; one that was made again since is not among them.
    """
    filed: list[PaperRecord] = unless_broken(lambda: case.paper_records, [])
    in_file = case.register_file.value if case.register_file and filed else ()
    numbers = {id(each): at for at, each in enumerate(in_file)}
    dated = [each for each in filed if _states_slot(case, each)]
    last = {(each.paper, each.recipient): (numbers[id(each)], each) for each in dated}
    slots = {what: planned(case, profile, what) for what in LETTERS} if last else {}
    return [(at, x) for at, x in last.values() if _is_stale(x, slots[_letter_of(x)], today)]


def _states_slot(case: Case, paper: PaperRecord) -> bool:
    """Whether a paper states the day and the hour of the present round's appointments."""
    is_of_round = paper.round == case.record.round and paper.paper != OTHER_CALENDAR
    return is_of_round and paper.begins is not None


def has_old_slot(case: Case, profile: Profile, sha256: str) -> bool:
    """Whether a paper, by its digest, has another appointment than the valid one."""
    filed: list[PaperRecord] = unless_broken(lambda: case.paper_records, [])
    paper = next((each for each in filed if each.sha256 == sha256), None)
    was = slot_in(paper) if paper else None
    return bool(paper and was and not was.is_same(planned(case, profile, _letter_of(paper))))


def _letter_of(paper: PaperRecord) -> str:
    return PRE_MEETING if paper.paper in LETTERS[PRE_MEETING] else MEETING


def _is_stale(paper: PaperRecord, holds: Slot | None, today: date) -> bool:
    was = slot_in(paper)
    if was is None or paper.cancelled:
        return False
    if paper.paper == CALENDAR:
        is_right, matters = was.same_time(holds), holds or was
    else:
        is_right, matters = holds is None or was.is_same(holds), holds or was
    return not is_right and today <= matters.begins.date()


def notices(case: Case, profile: Profile, what: str, today: date) -> list[Notice]:
    """Return the notices that are due until the old and the new day are over."""
    changes = appointment_changes(case, profile, what)
    found: dict[Slot, list[str]] = {}
    for name, invited in _invited(case, profile, what, today) if changes else ():
        known = known_to(invited, changes)
        if known:
            found.setdefault(known, []).append(name)
    if what == MEETING:
        for people in found.values():
            people.append(case.record.youth.name)  # invited by word of mouth
    holds = changes[-1].after if changes else None
    return [
        Notice(known, holds, tuple(dict.fromkeys(people)), _since(changes[-1]))
        for known, people in found.items()
        if today <= max(each.begins.date() for each in (known, holds) if each)
    ]


def all_notices(case: Case, profile: Profile, today: date) -> list[tuple[str, Notice]]:
    """Return the notices of the round's pre-meeting and meeting, each with its appointment."""
    return [
        (what, each)
        for what in (PRE_MEETING, MEETING)
        for each in unless_broken(partial(notices, case, profile, what, today), [])
    ]


def _since(last: AppointmentChange) -> date | None:
    """Return the day of the last change; a new day after a cancellation has none written down."""
    return None if last.after and last.cancellation_announced else last.on


def _invited(
    case: Case, profile: Profile, what: str, today: date
) -> Iterator[tuple[str, date | None]]:
    """Yield who was asked and when; not those whom the matter does not concern any more."""
    if what == PRE_MEETING:
        yield case.record.youth.name, case.round.pre_meeting.invited
        return
    written = case.round.meeting.participants
    for number, each in still_invited(case, profile, today):
        if each.attended is None and each.reply is not Reply.NOT_RELEVANT:
            yield each.person, _asked_on(each, written[number])


def _asked_on(now: Participant, written: Participant) -> date | None:
    """Return the day of an invitation, or of a reply to an appointment that no longer holds."""
    return written.invited or (written.replied if now.reply is None else None)


def what_changed(notice: Notice, what: str) -> str:
    """Return a notice in words: ``mødet er flyttet fra den 24. marts 2026 til den 31. marts …``."""
    held, before, after = name_of(what), notice.before, notice.after
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
