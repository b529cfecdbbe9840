"""The invitation of the youth to the pre-meeting (handbook § 4.3)."""

from collections.abc import Iterator, Sequence
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.appointments import PRE_MEETING as TALK
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.hand_overs import informed_of_coordinator
from samarbejde_cli.case.people import Parent, Youth
from samarbejde_cli.case.sharing import under_age
from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.addresses import shown
from samarbejde_cli.documents.attendance import CONFIDANT, confidant, has_plan
from samarbejde_cli.documents.consent_signers import must_renew
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.documents.moved_appointment import MOVED_FIELDS, moved, will_not_be
from samarbejde_cli.documents.recipients import PARENT, Channel, Recipient
from samarbejde_cli.documents.schema import (
    CLOCK,
    DAY,
    GROUP,
    TEXT,
    YES_NO,
    Known,
    Presence,
    in_area,
)
from samarbejde_cli.documents.values import postal
from samarbejde_cli.findings import Finding, Location
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.own_words import file_word
from samarbejde_cli.profile.sight import DataArea

_NOBODY_HAS_CUSTODY = codes.CUSTODY_MISSING


def readers(case: Case, profile: Profile, day: date) -> Sequence[Recipient]:
    """Return whom the letter goes to: the youth, or who has custody of one too young for post."""
    youth = case.record.youth
    if case.age(day) >= profile.consent.own_post:
        return [reader(youth, file_word(profile.words), case.location("sag", "ung"))]
    parents = enumerate(case.record.parents)
    found = [
        reader(parent, PARENT, case.location("sag", "forældre", index))
        for index, parent in parents
        if parent.custody
    ]
    return found or [_nobody(case, day)]


def family(case: Case, profile: Profile, day: date) -> Sequence[Recipient]:
    """Return the youth, when old enough for own post, and everybody with custody of a minor."""
    found = list(readers(case, profile, day))
    informed = {*informed_of_coordinator(case, profile, day)} - {each.name for each in found}
    return found + [
        reader(parent, PARENT, case.location("sag", "forældre", index))
        for index, parent in enumerate(case.record.parents)
        if parent.custody and parent.name in informed
    ]


def reader(contact: Youth | Parent, role: str, location: Location) -> Recipient:
    """Return the youth or a parent as the reader of a letter by Digital Post or on paper."""
    channel = Channel.PAPER if contact.paper_post else Channel.DIGITAL_POST
    return Recipient(contact.name, role, contact, channel, location, by_consent=False)


def _nobody(case: Case, day: date) -> Recipient:
    location = case.location("sag", "forældre", on_key=True)
    facts = {"navn": case.record.youth.name, "alder": str(case.age(day))}
    refusal = Finding(_NOBODY_HAS_CUSTODY, location, facts)
    return Recipient(
        "", PARENT, None, Channel.DIGITAL_POST, location, by_consent=False, refusal=refusal
    )


def pre_meeting(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return one letter's fields; digital post or paper, and no CPR number in either."""
    context = shared(case, profile, "Invitation til formøde", day)
    met = case.round.pre_meeting
    room = profile.room(met.room)
    name = recipient.name if recipient else ""
    return context | moved(case, profile, TALK, name, met.invited) | {
        "modtager": addressee(case, recipient) if recipient else None,
        "formøde": {
            "dato": met.date,
            "start": met.start,
            "slut": met.end,
            "lokale": room.name if room else met.room,
            "adresse": (room and room.address) or context["kommune"]["postadresse"],
        },
        "egen_post_år": str(profile.consent.own_post),
        "samtykke_fornyes": must_renew(case, profile, day),
        "mindreårig": under_age(case, profile, met.date or day),
        "har_planen": has_plan(case, name),
        "har_relationen": confidant(case, profile, day),
    }  # fmt: skip


def addressee(case: Case, recipient: Recipient) -> Context:
    """Return what a letter to the youth or a parent says of its reader."""
    youth, contact = case.record.youth, recipient.contact
    known = shown(case, contact) if contact else {}
    town = postal(None, known.get("postnummer"), known.get("by"))
    is_youth = isinstance(contact, Youth)
    return {
        "navn": recipient.name,
        "kaldes": youth.short_name if is_youth else recipient.name,
        "linjer": [line for line in (known.get("adresse"), town) if line],
        "kanal": recipient.channel.label,
        "er_den_unge": is_youth,
    }


ADDRESSEE_FIELDS = in_area(
    DataArea.CASE,
    Known("modtager", GROUP, "Den, brevet er til"),
    Known("modtager.navn", TEXT, "Fulde navn"),
    Known("modtager.kaldes", TEXT, "Navnet efter Kære: den unges kaldenavn, ellers fulde navn"),
    Known("modtager.linjer[]", TEXT, "Adressefeltets linjer under navnet"),
    Known("modtager.kanal", TEXT, "Digital Post eller Brev"),
    Known("modtager.er_den_unge", YES_NO, "Er brevet til den unge selv og ikke til forældre"),
)
"""What ``addressee`` gives."""

PRE_MEETING_FIELDS = in_area(
    DataArea.CASE,
    ADDRESSEE_FIELDS,
    Known("formøde", GROUP, "Formødet i sagens runde"),
    Known("formøde.dato", DAY, "Formødets dag", Presence.DEMANDED),
    Known("formøde.start", CLOCK, "Hvornår formødet begynder", Presence.DEMANDED),
    Known("formøde.slut", CLOCK, "Hvornår formødet slutter", Presence.DEMANDED),
    Known("formøde.lokale", TEXT, "Lokalets navn", Presence.DEMANDED),
    Known("formøde.adresse", TEXT, "Lokalets adresse, ellers kommunens", Presence.DEMANDED),
    Known("egen_post_år", TEXT, "Alderen, hvor breve går til den unge selv"),
    Known("mindreårig", YES_NO, "Skriver forældrene også under på samtykket"),
    CONFIDANT,
    Known("har_planen", YES_NO, "Har modtageren fået en kopi af planen"),
    Known("samtykke_fornyes", YES_NO, "Er den unge blevet myndig, siden samtykket blev givet"),
    MOVED_FIELDS,
)


def talk_will_not_be(case: Case, profile: Profile, day: date) -> Iterator[Finding]:
    """Yield a remark when the letter would invite to a day that is past or called off."""
    yield from will_not_be(case, profile, TALK, day)


PRE_MEETING = Kind(
    name="pre-meeting",
    order=20,
    stem="formøde",
    title="Invitation til formøde",
    help="Lav invitationen til formødet, til den unge eller forældrene.",
    about=(
        "Brevet er til den unge selv. Er den unge under 15 år, er det til dem, der har "
        "forældremyndigheden. Den, der er fritaget for Digital Post, får det på papir."
    ),
    steps=(Step.PRE_MEETING,),
    template="formøde-første.docx",
    later_template="formøde-opfølgning.docx",
    recipients=readers,
    tells=TALK,
    looks_ahead=True,
    context=pre_meeting,
    fields=lambda: PRE_MEETING_FIELDS,
    remarks=talk_will_not_be,
)
