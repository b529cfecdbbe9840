"""The agenda: fixed points with clock times, and the youth's own wishes (Bilag 4 and 5)."""

from collections.abc import Sequence
from datetime import date

from samarbejde_cli.case.appointments import MEETING
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.round import Participant
from samarbejde_cli.case.sharing import still_invited
from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.attendance import presented
from samarbejde_cli.documents.clock_times import clock_times
from samarbejde_cli.documents.context import Context, shared, working_day_before
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.documents.readers import copies_for
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import CLOCK, GROUP, TEXT, Known, Presence, in_area
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea


def _points(profile: Profile) -> list[str]:
    return [point.key for point in (*profile.agendas.first, *profile.agendas.later)]


AGENDA_FIELDS = in_area(
    DataArea.TEAM,
    Known("tider", GROUP, "Hvornår hvert punkt begynder", area=DataArea.CASE),
    Known(
        "tider.*", CLOCK, "Punktets klokkeslæt", Presence.DEMANDED, keys=_points, area=DataArea.CASE
    ),
    Known(
        "ønsker[]", TEXT, "Den unges ønsker med egne ord", Presence.DEMANDED, area=DataArea.WISHES
    ),
    Known("kommer[]", GROUP, "Dem, der er inviteret, og som samtykket når"),
    Known("kommer[].navn", TEXT, "Navn"),
    Known("kommer[].funktion", TEXT, "Titel eller relation"),
    Known("deltagere[]", GROUP, "Dem, som det står om, hvorfor de er med"),
    Known("deltagere[].navn", TEXT, "Navn"),
    Known("deltagere[].funktion", TEXT, "Titel eller relation"),
    Known("deltagere[].fordi", TEXT, "Hvorfor personen er med", Presence.SOMETIMES),
    Known("deltagere[].hjælper_med", TEXT, "Hvad personen hjælper med", Presence.SOMETIMES),
    Known("afbud[]", TEXT, "Navne på dem, der har svaret, at de ikke kommer den dag"),
    Known("mangler_svar[]", TEXT, "Navne på dem, der ikke har svaret inden svarfristen"),
)


def invited_readers(case: Case, profile: Profile, day: date) -> Sequence[Recipient | None]:
    """Return the copy for everybody, and one for each who may not see all of it."""
    names = [each.person for _, each in still_invited(case, profile, day)]
    return copies_for(case, profile, names, day)


def agenda(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return the agenda's fields. It goes to everybody, so it holds no CPR number."""
    del recipient
    context = shared(case, profile, f"Dagsorden for {profile.words.meeting}", day)
    meeting = context["møde"]
    people = [each for _, each in still_invited(case, profile, day)]
    late = _answers_are_due(case, profile, day)
    points = profile.agendas.first if case.record.round == 1 else profile.agendas.later
    coming = presented(case, profile, day)
    return context | {
        "tider": clock_times(points, meeting["start"], meeting["slut"]),
        "ønsker": case.round.pre_meeting.wishes or None,
        "kommer": [{key: each[key] for key in ("navn", "funktion")} for each in coming],
        "deltagere": [each for each in coming if _is_explained(each)],
        "afbud": _names(case, [each for each in people if each.reply and each.reply.stays_away]),
        "mangler_svar": _names(case, [each for each in people if _is_silent(each)] if late else []),
    }


def _is_explained(each: dict[str, str | None]) -> bool:
    return bool(each["fordi"] or each["hjælper_med"])


def _answers_are_due(case: Case, profile: Profile, day: date) -> bool:
    """Whether the last day to answer is over; before it, nobody's answer is missing."""
    meeting = case.round.meeting.date
    return bool(meeting and working_day_before(meeting, profile.rhythm.reply_days) < day)


def _is_silent(each: Participant) -> bool:
    return each.invited is not None and each.reply is None


def _names(case: Case, people: Sequence[Participant]) -> list[str]:
    return [case.full_name(each.person) for each in people]


AGENDA = Kind(
    name="agenda",
    order=60,
    stem="dagsorden",
    title="Dagsorden",
    help="Lav dagsordenen til mødet eller opfølgningsmødet.",
    about=(
        "I første runde bliver det dagsordenen til det første møde, derefter den til "
        "opfølgningsmøder. Den unges ønsker står i den med den unges egne ord."
    ),
    steps=(Step.MEETING,),
    template="dagsorden-første.docx",
    later_template="dagsorden-opfølgning.docx",
    recipients=invited_readers,
    tells=MEETING,
    enclosed=True,
    looks_ahead=True,
    context=agenda,
    fields=lambda: AGENDA_FIELDS,
)
