"""Context shared by all documents: the municipality, the youth, the staff, the meeting."""

from datetime import date, timedelta
from sys import intern

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.coming_of_age import situation
from samarbejde_cli.danish.text import listed
from samarbejde_cli.documents import schema
from samarbejde_cli.documents.addresses import shown
from samarbejde_cli.documents.logo import logo
from samarbejde_cli.documents.memoised import for_the_same
from samarbejde_cli.documents.values import danish, genitive, opening, postal
from samarbejde_cli.forms.cpr import Cpr
from samarbejde_cli.profile.laws import cited
from samarbejde_cli.profile.model import Profile, Rhythm
from samarbejde_cli.profile.sight import DataArea
from samarbejde_cli.profile.staff import Room, Staff, StaffRole

Context = schema.Context
_ORDINALS = (
    "første", "andet", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende",
    "tiende",
)  # fmt: skip
_NUMBERS = ("én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
_MENTIONED = ("enkeltsagsøkonomiark", "mødetjekliste")
"""Papers that other papers mention, where the municipality uses them."""
_EVERYTHING = {area.value: True for area in DataArea}
_LAW_USES = ("overgang", "undersøgelse", "forældrestøtte")


def shared(case: Case, profile: Profile, title: str, day: date) -> Context:
    """Return the fields that all kinds have in common; no CPR number is among them.

    The groups are the same in every paper of the case: one that needs another makes it anew.
    """
    document = {"titel": intern(title), "dato": day}
    return {"dokument": document, "vises": _EVERYTHING, **_common(case, profile, day)}


@for_the_same
def with_number(youth: Context, number: Cpr) -> Context:
    """Return the group ``ung`` with the CPR number in full, for a paper that asks for it."""
    return youth | {"cpr": number}


@for_the_same
def _common(case: Case, profile: Profile, day: date) -> Context:
    """Return the groups that are the same in every paper of a case on a day."""
    return {
        "sag": {"nummer": case.number, "runde": case.record.round},
        **_of_municipality(profile),
        "ung": _youth(case, day),
        "koordinator": _coordinator(case, profile),
        "møde": _meeting(case, profile),
    }


@for_the_same
def _of_municipality(profile: Profile) -> Context:
    """Return the groups that are the same in every case."""
    return {
        "kommune": municipality(profile),
        "ord": danish(profile.words),
        "rytme": _rhythm(profile),
        "bruger": papers_in_use(profile),
        "tovholder": _administrator(profile),
    }


def _administrator(profile: Profile) -> Context | None:
    found = danish(profile.first_with(StaffRole.ADMINISTRATOR))
    return found and {key: found[key] for key in Staff.PAPER_KEYS}


def laws(case: Case, profile: Profile, day: date) -> Context:
    """Return the law references that the goal form makes on a day, by what they are for."""
    return {use: listed(references(case, profile, use, day)) for use in _LAW_USES}


def references(case: Case, profile: Profile, use: str, day: date) -> list[str]:
    """Return the law references for a use on a day, as age and support are on it.

    A § keeps to its number when lines break.
    """
    found = cited(profile.laws, use, day, situation(case, day))
    return [text.replace("§ ", "§\N{NO-BREAK SPACE}") for text in found]


def municipality(profile: Profile) -> Context:
    """Return the letterhead's fields."""
    return {
        "navn": profile.municipality,
        "enhed": profile.unit,
        "adresse": profile.address,
        "postnummer": profile.post_code,
        "by": profile.town,
        "postadresse": postal(profile.address, profile.post_code, profile.town) or None,
        "telefon": profile.phone,
        "email": profile.email,
        "hjemmeside": profile.website,
        "logo": logo(profile),
    }


def papers_in_use(profile: Profile) -> Context:
    """Return whether the municipality uses the papers that others mention."""
    return {stem: profile.papers.get(stem, True) for stem in _MENTIONED}


def _rhythm(profile: Profile) -> Context:
    rhythm = profile.rhythm
    return danish(rhythm) | {  # type: ignore[no-any-return]  # a model is always a group
        "møder_med_ord": _in_words(rhythm.meetings) if rhythm.meetings else "flere",
        "måneder_med_ord": _in_words(rhythm.months),
        "hvor_tit": _how_often(rhythm),
    }


def _how_often(rhythm: Rhythm) -> str:
    if not rhythm.meetings:
        return "flere gange"
    return f"{_in_words(rhythm.meetings)} gange på {_in_words(rhythm.months)} måneder"


def _in_words(number: int) -> str:
    return _NUMBERS[number - 1] if 0 < number <= len(_NUMBERS) else str(number)


def _youth(case: Case, day: date) -> Context:
    youth = case.record.youth
    return shown(case, youth) | {
        "kaldenavn": youth.short_name,
        "kaldenavn_ejefald": genitive(youth.short_name),
        "alder": case.age(day),
    }


def _coordinator(case: Case, profile: Profile) -> Context | None:
    """Return the coordinator; what the case does not say comes from the list of employees."""
    coordinator = case.record.coordinator
    if coordinator is None:
        return None
    listed_as = profile.employee(coordinator.name)
    title = coordinator.title or (listed_as and listed_as.title) or profile.words.coordinator
    return {
        "navn": coordinator.name,
        "afdeling": coordinator.department,
        "titel": opening(title),
        "telefon": coordinator.phone or (listed_as and listed_as.phone) or profile.phone,
        "email": coordinator.email or (listed_as and listed_as.email) or profile.email,
    }


def address_of(room: Room | None, profile: Profile) -> str | None:
    """Return where a meeting is: the room's own address, else the municipality's."""
    own = room.address if room else None
    return own or postal(profile.address, profile.post_code, profile.town) or None


def _meeting(case: Case, profile: Profile) -> Context:
    meeting = case.round.meeting
    room = profile.room(meeting.room)
    leader = case.record.coordinator.name if case.record.coordinator else None
    writer = profile.first_with(StaffRole.ADMINISTRATOR)
    number = case.record.round
    return {
        "dato": meeting.date,
        "start": meeting.start,
        "slut": meeting.end,
        "lokale": room.name if room else meeting.room,
        "adresse": address_of(room, profile),
        "nummer": number,
        "ordenstal": _ORDINALS[number - 1] if 0 < number <= len(_ORDINALS) else f"{number}.",
        "formål": meeting.purpose,
        "mødeleder": meeting.leader or leader,
        "referent": meeting.writer or (writer.name if writer else None),
        "interviewer": meeting.interviewer,
        "tolk": meeting.interpreter,
        "sidste_dato": _last_date(case),
    }


def _last_date(case: Case) -> date | None:
    """Return the day of the previous meeting, if its file has it."""
    before = case.files.get(f"runder/{case.record.round - 1}")
    return before.value.meeting.date if before and before.value else None


def working_day_before(day: date, days: int) -> date:
    """Return the day ``days`` days earlier, moved back to a Friday from a weekend."""
    found = day - timedelta(days=days)
    return found - timedelta(days=max(0, found.weekday() - 4))
