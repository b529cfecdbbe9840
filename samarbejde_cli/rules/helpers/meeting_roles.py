"""The people who lead, write and interview at the meeting of a round."""

from samarbejde_cli.case.case import Case
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.staff import StaffRole
from samarbejde_cli.profile.vocabulary import MeetingRole


def named_holder(case: Case, role: MeetingRole) -> str | None:
    """Return the name that the round's file has for a role."""
    meeting = case.round.meeting
    names = {
        MeetingRole.LEADER: meeting.leader,
        MeetingRole.WRITER: meeting.writer,
        MeetingRole.INTERVIEWER: meeting.interviewer,
    }
    return names[role]


def holder(case: Case, profile: Profile, role: MeetingRole) -> str | None:
    """Return the holder of a role: the name in the file, else the default holder."""
    name = named_holder(case, role)
    if name or profile.meeting_roles.each_time:
        return name
    coordinator, administrator = (
        case.record.coordinator,
        profile.first_with(StaffRole.ADMINISTRATOR),
    )
    usual = {MeetingRole.LEADER: coordinator, MeetingRole.WRITER: administrator}.get(role)
    return usual.name if usual else None
