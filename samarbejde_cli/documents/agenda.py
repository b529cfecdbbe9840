"""The agenda: fixed points with clock times, and the youth's own wishes (Bilag 4 and 5)."""

from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.documents.clock_times import clock_times
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import CLOCK, GROUP, TEXT, Known, Presence
from samarbejde_cli.profile.model import Profile


def _points(profile: Profile) -> list[str]:
    return [point.key for point in (*profile.agendas.first, *profile.agendas.later)]


AGENDA_FIELDS = (
    Known("tider", GROUP, "Hvornår hvert punkt begynder"),
    Known("tider.*", CLOCK, "Punktets klokkeslæt", keys=_points),
    Known("ønsker[]", TEXT, "Den unges ønsker med egne ord", Presence.DEMANDED),
)


def agenda(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return the agenda's fields. It goes to everybody, so it holds no CPR number."""
    del recipient
    context = shared(case, profile, f"Dagsorden for {profile.words.meeting}", day)
    meeting = context["møde"]
    points = profile.agendas.first if case.record.round == 1 else profile.agendas.later
    return context | {
        "tider": clock_times(points, meeting["start"], meeting["slut"]),
        "ønsker": case.round.pre_meeting.wishes or None,
    }
