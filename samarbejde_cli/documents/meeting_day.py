"""The page for a day of meetings: all cases, rooms, who has not replied, what to bring.

It is about several cases, so it is for the administrative coordinator alone.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, time

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.round import Appointment, Meeting, Participant, PreMeeting, Reply
from samarbejde_cli.case.sharing import has_lapsed, still_invited, unsigned
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import clock, later, weekday
from samarbejde_cli.danish.text import listed
from samarbejde_cli.documents.common_fields import COMMON
from samarbejde_cli.documents.context import Context, municipality, papers_in_use
from samarbejde_cli.documents.page import Page, nobody, without_case
from samarbejde_cli.documents.role_labels import RoleLabels
from samarbejde_cli.documents.schema import CLOCK, DAY, GROUP, NUMBER, TEXT, Known, Schema, in_area
from samarbejde_cli.documents.sight import sight_of, spoken
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea

_TIMES = {2: "to", 3: "tre", 4: "fire"}
TEMPLATE, STEM, TITLE = "mødedag.docx", "mødedag", "Mødedag"


@frozen
class DayBooking:
    """A meeting or a pre-meeting of a case on a day."""

    case: Case
    profile: Profile
    day: date
    what: Appointment
    held_as: str

    @property
    def is_meeting(self) -> bool:
        """Whether it is a meeting of the team and no pre-meeting."""
        return not isinstance(self.what, PreMeeting)

    @property
    def start(self) -> time | None:
        """When it begins, as it is written."""
        return self.what.start

    @property
    def end(self) -> time | None:
        """When it ends: what is written, else after its usual length."""
        rhythm = self.profile.rhythm
        is_talk = isinstance(self.what, PreMeeting)
        minutes = rhythm.pre_meeting_minutes if is_talk else rhythm.meeting_minutes
        return self.what.end or (later(self.start, minutes) if self.start else None)


def is_same_week(one: date, other: date) -> bool:
    """Whether two days are in one week."""
    return one.isocalendar()[:2] == other.isocalendar()[:2]


def bookings(case: Case, profile: Profile) -> list[DayBooking]:
    """Return what takes place in a case; nothing while it rests.

    Raises ``BrokenFileError`` when its files cannot be read.
    """
    return [each for each in _of_case(case, profile) if not case.record.is_paused(each.day)]


def _of_case(case: Case, profile: Profile) -> Iterator[DayBooking]:
    if case.step.is_end:
        return
    for each in case.record.other_meetings:
        if each.date:
            yield DayBooking(case, profile, each.date, each, each.kind.label)
    if case.step is Step.INTAKE:
        return
    here = case.round
    meeting = f"{case.record.round}. {profile.words.meeting}"
    for what, name in ((here.pre_meeting, "Formøde"), (here.meeting, meeting)):
        if what.date:
            yield DayBooking(case, profile, what.date, what, name)
    for number, ahead in case.prepared_rounds.items():
        meeting = f"{number}. {profile.words.meeting}"
        for what, name in ((ahead.pre_meeting, "Formøde"), (ahead.meeting, meeting)):
            if what.date:
                yield DayBooking(case, profile, what.date, what, name)


def meeting_day(found: Sequence[DayBooking], profile: Profile, day: date, made: date) -> Context:
    """Return the fields of the page for a day, with the rest of its week in short."""
    today = [each for each in found if each.day == day]
    return {
        "dokument": {"titel": TITLE, "dato": made},
        "kommune": municipality(profile),
        "bruger": papers_in_use(profile),
        "dag": day,
        "uge": day.isocalendar().week,
        "møder": [_entry(each) for each in today],
        "dobbelt": list(_double(today)),
        "andre": [_short(each) for each in found if each.day != day],
    }


def _entry(booking: DayBooking) -> Context:
    case, people = booking.case, _people(booking)
    coordinator = case.record.coordinator
    sight = sight_of(case, booking.profile, None, booking.day)
    return {
        "start": booking.start,
        "slut": booking.end,
        "lokale": booking.what.room,
        "navn": case.record.youth.short_name,
        "sag": case.number,
        "hvad": booking.held_as,
        "koordinator": coordinator.name if coordinator else None,
        "kommer": sum(each.reply is Reply.COMES for each in people),
        "hvem_kommer": [spoken(each, sight) for each in _who_comes(booking, people)],
        "indkaldt": sum(_is_asked(each) for each in people),
        "uden_svar": [each.person for each in people if _is_asked(each) and not each.reply],
        "ikke_indkaldt": [each.person for each in people if not _is_asked(each)],
        "notater": [each.person for each in people if _sends_note(each) and not each.note],
        "medbring": [spoken(each, sight) for each in _to_bring(booking)],
    }


def _who_comes(booking: DayBooking, people: Sequence[Participant]) -> list[str]:
    """Return what those are who said that they come; several of one kind with their number."""
    labels = RoleLabels(booking.case, booking.profile)
    comes = [labels.of(each.person) for each in people if each.reply is Reply.COMES]
    return [
        what if number == 1 else f"{what} ({number})" for what, number in Counter(comes).items()
    ]


def _people(booking: DayBooking) -> list[Participant]:
    if booking.what is not booking.case.round.meeting:
        return []
    return [each for _, each in still_invited(booking.case, booking.profile, booking.day)]


def _is_asked(person: Participant) -> bool:
    return person.invited is not None or person.reply is not None


def _sends_note(person: Participant) -> bool:
    return person.reply in (Reply.SENDS_NOTE, Reply.OTHER_DAY)


def _to_bring(booking: DayBooking) -> Iterator[str]:
    case, profile, day = booking.case, booking.profile, booking.day
    later_round = case.record.round > 1
    if isinstance(booking.what, PreMeeting):
        if later_round:
            yield "Spørgsmål om, hvordan møderne opleves"
    elif isinstance(booking.what, Meeting):
        yield "Dagsorden"
        yield "Mål- og aftaleskema fra sidste møde" if later_round else "Mål- og aftaleskema"
    if has_lapsed(case, profile, day):
        yield f"Nyt samtykke: {case.record.youth.short_name} er nu {profile.consent.adult} år"
    elif missing := unsigned(case, profile, day):
        yield f"Samtykke til underskrift: {listed(missing)}"
    if notes := [each.person for each in _people(booking) if each.note]:
        yield f"Notat fra {listed(notes)}"
    if hints := case.team.considerations:
        yield f"Hensyn: {listed(hints)}"
    yield from _talks_for_others(booking)


def _talks_for_others(booking: DayBooking) -> Iterator[str]:
    """Yield the interpreter and the interviewer, where there is one."""
    meeting = booking.what if isinstance(booking.what, Meeting) else None
    known = (meeting.interpreter if meeting else None, booking.case.record.youth.language)
    if interpreter := ", ".join(each for each in known if each):
        yield f"Tolk: {interpreter}"
    if meeting and meeting.interviewer:
        yield f"Interviewer: {meeting.interviewer}"


def _double(today: Sequence[DayBooking]) -> Iterator[str]:
    """Yield a sentence for each room in which several are at the same time."""
    for room in dict.fromkeys(each.what.room for each in today if each.what.room):
        own = [each for each in today if each.what.room == room]
        clashing = [each for each in own if any(_overlap(each, x) for x in own if x is not each)]
        if clashing:
            times = _TIMES.get(len(clashing), str(len(clashing)))
            numbers = listed([each.case.number for each in clashing])
            yield f"{room} er optaget {times} gange: sag {numbers}"


def _overlap(one: DayBooking, other: DayBooking) -> bool:
    if not (one.start and one.end and other.start and other.end):
        return False
    return one.start < other.end and other.start < one.end


def _short(booking: DayBooking) -> str:
    at = f" kl. {clock(booking.start)}" if booking.start else ""
    room = f", {booking.what.room}" if booking.what.room else ""
    name = booking.case.record.youth.short_name
    day = f"{weekday(booking.day)} {booking.day.day}/{booking.day.month}"
    return f"{day}{at}: {booking.held_as} med {name} ({booking.case.number}){room}"


FIELDS: Schema = in_area(
    DataArea.REMARKS,
    Known("dokument", GROUP, "Dokumentet selv"),
    Known("dokument.titel", TEXT, "Titlen"),
    Known("dokument.dato", DAY, "Dagen, dokumentet er lavet"),
    tuple(known for known in COMMON if known.path.partition(".")[0] in ("kommune", "bruger")),
    Known("dag", DAY, "Mødedagen"),
    Known("uge", NUMBER, "Ugens nummer"),
    Known("møder[]", GROUP, "Dagens møder og formøder, efter klokken"),
    Known("møder[].start", CLOCK, "Begynder"),
    Known("møder[].slut", CLOCK, "Slutter"),
    Known("møder[].lokale", TEXT, "Lokalet"),
    Known("møder[].navn", TEXT, "Den unges kaldenavn"),
    Known("møder[].sag", TEXT, "Sagens nummer"),
    Known("møder[].hvad", TEXT, "Formøde, eller hvilket møde i rækken"),
    Known("møder[].koordinator", TEXT, "Koordinerende sagsbehandler"),
    Known("møder[].kommer", NUMBER, "Så mange har svaret, at de kommer"),
    Known("møder[].hvem_kommer[]", TEXT, "Dem, der har svaret, at de kommer, efter funktion"),
    Known("møder[].indkaldt", NUMBER, "Så mange er indkaldt"),
    Known("møder[].uden_svar[]", TEXT, "Dem, der ikke har svaret"),
    Known("møder[].ikke_indkaldt[]", TEXT, "Dem, der ikke er indkaldt endnu"),
    Known("møder[].notater[]", TEXT, "Dem, der har lovet et notat, som ikke er kommet"),
    Known("møder[].medbring[]", TEXT, "Det, der skal med til mødet"),
    Known("dobbelt[]", TEXT, "Lokaler, der er brugt to gange på samme tid"),
    Known("andre[]", TEXT, "Ugens øvrige møder, én linje for hvert"),
)  # fmt: skip
"""Every field that the template may use."""


MEETING_DAY = Page(
    name="week",
    order=1000,
    stem=STEM,
    title=TITLE,
    help="Lav siden til næste mødedag: alle sager, lokaler og svar.",
    about="Siden er til tovholderen alene.",
    steps=(),
    template=TEMPLATE,
    later_template=None,
    recipients=nobody,
    context=without_case(lambda profile, day: meeting_day([], profile, day, day)),
    fields=lambda: FIELDS,
)
"""The page as ``templates`` sees it; no case asks for it."""
