"""What is still to be written down at the end of a case, and before the offer's age limit."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.sharing import without_copy
from samarbejde_cli.danish.dates import add_months
from samarbejde_cli.danish.text import listed
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.monitoring import ClosingDemand

_NO_LIMIT = 100
"""From this age on the target group has no end that anybody reaches."""


def missing_at_the_end(case: Case, profile: Profile, today: date) -> Iterator[tuple[str, str]]:
    """Yield what the municipality asks for at the end and is missing: the words, and what to do."""
    closing = case.record.closing
    wanted = profile.monitoring.closing
    if ClosingDemand.OUTCOME in wanted and not (closing and closing.outcome):
        yield "udfaldet", "Skriv `udfald` under `afslutning` i sag.yaml."
    standing = closing and closing.standing
    if ClosingDemand.STANDING in wanted and not (standing and standing.is_complete):
        told = "Skriv `uddannelse` og `beskæftigelse` under `afslutning` og `status` i sag.yaml."
        yield "uddannelse og beskæftigelse ved afslutningen", told
    if ClosingDemand.EVALUATION in wanted and not (closing and closing.evaluation):
        yield "evalueringen", "Skriv `evaluering` under `afslutning` i sag.yaml."
    if ClosingDemand.DIALOGUE in wanted and not _had_last_dialogue(case):
        told = f"Udfyld dialogskemaet en sidste gang i runder/{case.record.round}.yaml."
        yield "det sidste dialogskema", told
    left = without_copy(case, profile, today) if case.round.follow_up.signed else []
    if ClosingDemand.PLAN in wanted and left:
        told = f"Send den sidste plan til {listed(left)}, og skriv det under `kopi_sendt`."
        yield "den sidste plan, som ikke er sendt", told


def _had_last_dialogue(case: Case) -> bool:
    """Whether the form was filled in after the last meeting, or with none later than the first."""
    days = [each.date for held in case.rounds.values() for each in held.dialogue]
    began = case.round.pre_meeting.date or case.round.meeting.date
    return bool(days) and (began is None or max(days) >= began) and len(days) > 1


def leaves_the_offer(case: Case, profile: Profile) -> date | None:
    """Return the birthday that ends the offer; None in a target group without a last age."""
    age = profile.target.oldest + 1
    return case.turns(age) if age < _NO_LIMIT else None


def prepared_by(case: Case, profile: Profile) -> date | None:
    """Return the day by which the plan says what follows; None without a limit."""
    day = leaves_the_offer(case, profile)
    return add_months(day, -profile.rhythm.shift_months) if day else None
