"""Who must sign the Mål- og aftaleskema, and who has (Bilag 3)."""

from datetime import date

from samarbejde_cli.case.appointments import asked
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.plan import PlanSigner
from samarbejde_cli.case.round import Participant, PlanChange
from samarbejde_cli.case.sharing import under_age, without_withdrawn
from samarbejde_cli.documents.context import Context
from samarbejde_cli.documents.form import line_name, named
from samarbejde_cli.documents.values import opening
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.staff import StaffRole

HAS_CUSTODY = "Har forældremyndighed"
"""Words that have room beside a signature."""


@frozen
class _Line:
    name: str
    signer: PlanSigner


def meeting_day(case: Case, day: date) -> date:
    """Return the day that the plan is signed on: that of the meeting, else the document's own."""
    return case.round.meeting.date or day


def signatures(case: Case, profile: Profile, day: date) -> list[Context]:
    """Return a line for each who must sign, each person once, with the date when it is given.

    The youth; the holders of custody while the youth is under age; leader and adviser from the
    municipality; and the others who take part in the meeting.
    """
    lines: dict[str, _Line] = {}
    family, others = _family(case, profile, day), _others(case, profile, day)
    for line in (*family, *_staff(case, profile), *others):
        lines.setdefault(line.name.casefold() or line.signer.value, line)
    return [_printed(case, line, profile) for line in lines.values()]


def _family(case: Case, profile: Profile, day: date) -> list[_Line]:
    found = [_Line(case.record.youth.name, PlanSigner.YOUTH)]
    if under_age(case, profile, meeting_day(case, day)):
        holders = [each for each in case.record.parents if each.custody]
        found += [_Line(each.name, PlanSigner.CUSTODY) for each in holders]
    return found


def _staff(case: Case, profile: Profile) -> list[_Line]:
    leader = profile.first_with(StaffRole.LEADER)
    coordinator = case.record.coordinator
    return [
        _Line(leader.name if leader else "", PlanSigner.LEADER),
        _Line(coordinator.name if coordinator else "", PlanSigner.ADVISER),
    ]


def _others(case: Case, profile: Profile, day: date) -> list[_Line]:
    """Return the others who take part, without those for whom the consent was taken back."""
    names = [case.full_name(each.person) for each in asked(case, profile) if takes_part(each)]
    names = without_withdrawn(case, profile, names, day)
    return [_Line(name, PlanSigner.OTHER) for name in names]


def takes_part(participant: Participant) -> bool:
    """Whether somebody was at the meeting; before it, whether they may still come."""
    if participant.attended is not None:
        return participant.attended
    return not (participant.reply and participant.reply.stays_away)


def changed_since(case: Case) -> list[PlanChange]:
    """Return how the plan was changed after the first of this round's signatures, by day."""
    held, after = case.round.meeting.date or date.min, case.round.follow_up
    signed = [each.date for each in case.plan.signatures if each.date >= held]
    signed = signed or ([after.signed] if after.signed else [])
    found = [each for each in after.changes if signed and each.date > min(signed)]
    return sorted(found, key=lambda each: each.date)


def _printed(case: Case, line: _Line, profile: Profile) -> Context:
    own = {PlanSigner.YOUTH: opening(profile.words.person), PlanSigner.CUSTODY: HAS_CUSTODY}
    place = f"{line_name('underskrifter', line.name)}.dato" if line.name else None
    return {
        "navn": line.name,
        "sted": place and named(place),
        "nøgle": str(line.signer.value),
        "som": own.get(line.signer, line.signer.label),
        "dato": _signed_on(case, line.name),
    }


def _signed_on(case: Case, name: str) -> date | None:
    """Return when somebody signed; a signature from before this round's meeting is an old one."""
    since = case.round.meeting.date or date.min
    days = [each.date for each in case.plan.signatures if each.name.casefold() == name.casefold()]
    return max((day for day in days if day >= since), default=None)
