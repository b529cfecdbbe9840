"""The table of deadlines, and the tasks that they give in a case on a day."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.agreements import phone_of
from samarbejde_cli.case.broken import each_unless_broken, unless_broken
from samarbejde_cli.case.case import Case
from samarbejde_cli.deadlines import (
    administration,
    afterwards,
    agreements,
    birthdays,
    consents,
    dialogue,
    meetings,
    monitoring,
    other_meetings,
)
from samarbejde_cli.deadlines.deadline import Deadline, Due, Task
from samarbejde_cli.profile.model import Level, Profile
from samarbejde_cli.profile.sources import cited

CHANGES, RENEWALS = "besked", "nye-papirer"
"""What to do when a meeting was moved: people to notify, papers to make again."""

DEADLINES: tuple[Deadline, ...] = (
    Deadline(
        "jobcenter-svar", "Metodehåndbog 2", codes.JOBCENTRE_REPLY, administration.job_centre_answer
    ),
    Deadline(
        "formøde-aftales",
        "Metodehåndbog 3.5 og 4.3",
        codes.PRE_MEETING_DATE,
        meetings.pre_meeting_to_agree,
        rhythm=True,
    ),
    Deadline(
        "møde-aftales",
        "Metodehåndbog 3.1 og 3.5",
        codes.NO_NEW_MEETING,
        meetings.meeting_to_agree,
        rhythm=True,
    ),
    Deadline("formøde-indkaldes", "Metodehåndbog 4.3", "", meetings.youth_to_ask, rhythm=True),
    Deadline(
        "formøde-holdes",
        "Metodehåndbog 4.3",
        codes.PRE_MEETING_NOT_HELD,
        meetings.pre_meeting_to_hold,
        rhythm=True,
    ),
    Deadline(
        "samtykke", "Metodehåndbog 4.3 og Bilag 6", codes.SIGNATURE_MISSING, consents.consent_to_get
    ),
    Deadline("samtykke-nyt", "Bilag 6", "", consents.additions_to_sign),
    Deadline("samtykke-fornyes", "Bilag 6", codes.CONSENT_LAPSED_AT_18, consents.consent_to_renew),
    Deadline("indkaldelse", "Metodehåndbog 4.2", "", meetings.letters_to_send, rhythm=True),
    Deadline("svar", "Bilag 1 og 2", codes.REPLY_MISSING, meetings.replies_to_get, rhythm=True),
    Deadline("afbud", "Bilag 1 og 2", "", meetings.absences_to_settle, rhythm=True),
    Deadline(CHANGES, "Bilag 1 og 2", codes.MOVE_NOT_ANNOUNCED, meetings.changes_to_announce),
    Deadline(RENEWALS, "Bilag 1 og 2", codes.PAPER_OLDER_THAN_CASE, meetings.papers_to_renew),
    Deadline(
        "møde-holdes",
        "Metodehåndbog 4.1",
        codes.MEETING_NOT_HELD,
        meetings.meeting_to_hold,
        rhythm=True,
    ),
    Deadline("plan-underskrives", "Metodehåndbog 4.1", codes.PLAN_SIGNED, afterwards.plan_to_sign),
    Deadline("kopi", "Metodehåndbog 4.4 og Bilag 8", codes.COPY_MISSING, afterwards.copies_to_send),
    Deadline(
        "formøde-journal",
        "Metodehåndbog 4.4",
        codes.PRE_MEETING_FILED,
        afterwards.pre_meeting_to_file,
    ),
    Deadline("møde-journal", "Metodehåndbog 4.4", codes.MEETING_FILED, afterwards.meeting_to_file),
    Deadline("økonomiark", "Bilag 7", codes.COST_SHEET_NOT_SENT, afterwards.grants_to_report),
    Deadline(
        "mødetjekliste", "Ti kommuner 3.1", codes.CHECKLIST_MISSING, monitoring.checklist_to_fill
    ),
    Deadline("status", "Ti kommuner 4.2", codes.STANDING_MISSING, monitoring.standing_to_note),
    Deadline("aftale", "Bilag 3", "", agreements.agreements_to_keep),
    Deadline("køreplan", "Bilag 3", "", agreements.situation_to_take_up),
    Deadline("andet-møde", "Ti kommuner 3.2", "", other_meetings.other_meetings_to_hold),
    Deadline(
        "fortæl-den-unge", "Ti kommuner 6.3", codes.YOUTH_NOT_TOLD, other_meetings.youth_to_tell
    ),
    Deadline(
        "dialogskema",
        "Ti kommuner 6.6",
        codes.DIALOGUE_FORM,
        dialogue.dialogue_to_fill,
        rhythm=True,
    ),
    Deadline(
        "overdragelsesmøde",
        "Metodehåndbog 4.1",
        codes.MEETING_AT_AGE,
        birthdays.hand_over_meetings,
        rhythm=True,
    ),
    Deadline(
        "koordinator-skifter",
        "Bilag 8",
        codes.COORDINATOR_WRONG_DEPARTMENT,
        birthdays.coordinator_to_change,
    ),
    Deadline("ungeplan", "Barnets lov §§ 108-109", "", birthdays.youth_plan),
    Deadline("ungestøtte", "Barnets lov §§ 113-116", "", birthdays.support_decision),
    Deadline(
        "ny-koordinator", "Metodehåndbog 3.2 og Bilag 8", "", administration.hand_over_to_announce
    ),
    Deadline(
        "efter-tilbuddet",
        "Ti kommuner 3.2",
        codes.AFTER_OFFER_MISSING,
        monitoring.time_after_the_offer,
    ),
    Deadline("det-sidste", "Ti kommuner 6.6", codes.END_INCOMPLETE, monitoring.end_to_complete),
    Deadline("afslutning", "Afslutningen i sag.yaml", "", administration.case_to_close),
    Deadline("sidste-brev", "Afslutningen i sag.yaml", "", administration.end_to_announce),
    Deadline("pause-slutter", "Pausen i sag.yaml", "", administration.pause_to_end),
)
"""Every duty with a last day, in the order of a case."""


def tasks(
    case: Case, profile: Profile, today: date, wanted: Callable[[date], bool] | None = None
) -> list[Task]:
    """Return what is still to be done in a case, the earliest last day first.

    With ``wanted``, only what has such a last day.
    """
    found = duties(case, profile, today)
    return [task_of(case, profile, *duty) for duty in found if not wanted or wanted(duty[1].day)]


def duties(case: Case, profile: Profile, today: date) -> list[tuple[Deadline, Due]]:
    """Return the deadlines of what is still to be done in a case, the earliest last day first.

    A deadline whose rule the municipality has switched off gives nothing to do, nor does one that
    needs a file that cannot be read: ``validate`` reports the file.
    """
    found = [
        (each, due)
        for each in DEADLINES
        if not _is_off(each, profile)
        for due in _due(each, case, profile, today)
    ]
    return sorted(found, key=lambda duty: duty[1].day)


def task_of(case: Case, profile: Profile, deadline: Deadline, due: Due) -> Task:
    """Return what is to be done with all that is told of it."""
    return Task(
        case=case.number,
        youth=case.record.youth.short_name,
        day=due.day,
        who=due.who,
        what=due.what,
        name=deadline.name,
        source=cited(deadline.source, profile.base),
        rule=deadline.rule,
        file=str(due.location.file),
        route=due.location.route,
        phone=unless_broken(phone_of, None, case, profile, due.who),
    )


def _is_off(deadline: Deadline, profile: Profile) -> bool:
    setting = profile.rules.get(deadline.rule)
    return setting is not None and setting.level is Level.OFF


def _due(deadline: Deadline, case: Case, profile: Profile, today: date) -> list[Due]:
    found = each_unless_broken(deadline.find, case, profile, today) or []
    return list(_rested(found, case, today)) if found and deadline.rhythm else found


def _rested(found: list[Due], case: Case, today: date) -> Iterator[Due]:
    """Yield nothing while a case is paused; what fell due meanwhile is due when it resumes."""
    pause = case.record.pause
    if pause and pause.covers(today):
        return
    for due in found:
        yield replace(due, day=pause.until) if pause and pause.covers(due.day) else due
