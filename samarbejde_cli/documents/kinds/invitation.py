"""The invitation of those outside the municipality, with the four replies (Bilag 1 and 2)."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from functools import lru_cache

from samarbejde_cli.case.appointments import MEETING
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.people import Contact, Member, Parent
from samarbejde_cli.case.round import Participant
from samarbejde_cli.case.sharing import gets_plan
from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.addresses import shown
from samarbejde_cli.documents.attendance import has_plan, presented, was_there_last
from samarbejde_cli.documents.context import Context, shared, with_number, working_day_before
from samarbejde_cli.documents.fingerprints import letters
from samarbejde_cli.documents.form import (
    Answers,
    Form,
    of_round,
)
from samarbejde_cli.documents.kind import Kind, Nobody
from samarbejde_cli.documents.memoised import for_the_same
from samarbejde_cli.documents.moved_appointment import MOVED_FIELDS, moved, will_not_be
from samarbejde_cli.documents.recipients import Recipient, externals
from samarbejde_cli.documents.schema import BOX, DAY, GROUP, TEXT, YES_NO, Known, Presence, in_area
from samarbejde_cli.documents.values import HIDDEN_ADDRESS, opening
from samarbejde_cli.findings import Finding
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea
from samarbejde_cli.word import Checkbox

REPLY_FIELDS = ("svar", "notat")
"""The two fields of the letter: the boxes, and the line below them."""
_REPLIES = ("deltager", "notat", "anden_dag", "ikke_relevant")
_NO_REPLY = dict.fromkeys(_REPLIES, Checkbox(checked=False))

ADDRESSEE_FIELDS = in_area(
    DataArea.CASE,
    Known("modtager", GROUP, "Den, brevet er til"),
    Known("modtager.navn", TEXT, "Fulde navn"),
    Known("modtager.titel", TEXT, "Titel, som den står i breve", Presence.SOMETIMES),
    Known("modtager.arbejdssted", TEXT, "Skole, sygehus, firma", Presence.SOMETIMES),
    Known("modtager.linjer[]", TEXT, "Adressefeltets linjer under navnet"),
    Known("modtager.kanal", TEXT, "Sikker post eller Brev"),
    Known("modtager.samtykke", YES_NO, "Er med, fordi der er givet samtykke"),
    Known("modtager.er_forælder", YES_NO, "Er modtageren den unges forælder"),
)

INVITATION_FIELDS = in_area(
    DataArea.CASE,
    Known("ung.cpr", TEXT, "CPR-nummer", area=DataArea.YOUTH_NUMBER),
    ADDRESSEE_FIELDS,
    Known("svarfrist", DAY, "Sidste arbejdsdag at svare på", Presence.DEMANDED),
    Known("svarfrist_kan_nås", YES_NO, "Er der dage tilbage til svarfristen"),
    Known("svar", GROUP, "De fire svar, som modtageren kan sætte kryds ved"),
    *(Known(f"svar.{reply}", BOX, "Kan afkrydses i Word") for reply in _REPLIES),
    Known("var_med_sidst", YES_NO, "Var modtageren med til mødet før dette"),
    Known("har_planen", YES_NO, "Har modtageren fået en kopi af planen"),
    Known("får_planen", YES_NO, "Må modtageren få planen: med brevet, og efter mødet"),
    Known("kommer[]", GROUP, "Dem, der er inviteret, og som samtykket når", area=DataArea.TEAM),
    Known("kommer[].navn", TEXT, "Navn"),
    Known("kommer[].funktion", TEXT, "Titel eller relation"),
    Known("kommer[].fordi", TEXT, "Hvorfor personen er med", Presence.SOMETIMES),
    Known("kommer[].hjælper_med", TEXT, "Hvad personen hjælper med", Presence.SOMETIMES),
    Known("dig", GROUP, "Hvorfor modtageren er inviteret", area=DataArea.OWN),
    Known("dig.fordi", TEXT, "Hvorfor modtageren er med", Presence.SOMETIMES, area=DataArea.OWN),
    Known(
        "dig.hjælper_med",
        TEXT,
        "Hvad modtageren hjælper med",
        Presence.SOMETIMES,
        area=DataArea.OWN,
    ),
    Known("hensyn[]", TEXT, "Det, mødet tager hensyn til", area=DataArea.WISHES),
    MOVED_FIELDS,
)


def invitation(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return one letter's fields. It goes by secure post and names the youth with CPR number."""
    context = shared(case, profile, f"Invitation til {profile.words.meeting}", day)
    context["ung"] = with_number(context["ung"], case.record.youth.cpr)
    meeting_day = context["møde"]["dato"]
    deadline = meeting_day and working_day_before(meeting_day, profile.rhythm.reply_days)
    name = recipient.name if recipient else ""
    asked = _asked(case, name)
    return context | moved(case, profile, MEETING, name, invited_on(case, name)) | {
        "modtager": addressee(case, recipient) if recipient else None,
        "svarfrist": deadline,
        "svarfrist_kan_nås": bool(deadline and deadline > day),
        "svar": _NO_REPLY,
        "var_med_sidst": was_there_last(case, name),
        "har_planen": has_plan(case, name),
        "får_planen": gets_plan(case, profile, name, day),
        "kommer": presented(case, profile, day),
        "dig": {"fordi": asked and asked.why, "hjælper_med": asked and asked.helps_with},
        "hensyn": case.team.considerations,
    }  # fmt: skip


def _asked(case: Case, name: str) -> Participant | None:
    """Return what the round says of somebody who is asked to the meeting, by full name."""
    return _participants(case).get(name.casefold())


@for_the_same
def _participants(case: Case) -> dict[str, Participant]:
    people = reversed(case.round.meeting.participants)
    return {case.full_name(each.person).casefold(): each for each in people}


def answers(context: Context) -> Answers:
    """Return that the reply and the line below it are printed empty, whatever the file holds."""
    del context
    return dict.fromkeys(REPLY_FIELDS, ())


def letter(context: Context) -> Mapping[str, str]:
    """Return whose letter it is, when it was made and which time it invites to."""
    reader, made = context["modtager"], context["dokument"]["dato"]
    return {
        "modtager": reader_key(reader["navn"]) if reader else "",
        "lavet": made.isoformat(),
        "tid": time_of(*(context["møde"][key] for key in ("dato", "start", "slut"))),
    }


def reader_key(name: str) -> str:
    """Return six letters by which the reader of a letter is found among those who are asked."""
    return letters(name.casefold())


@lru_cache(maxsize=64)
def time_of(day: date | None, start: time | None, end: time | None) -> str:
    """Return the time of a meeting as the key of a letter has it: ``2026-03-03 09.00-10.30``."""
    begins, ends = (f"{at:%H.%M}" if at else "" for at in (start, end))
    return f"{day or ''} {begins}-{ends}"


def meeting_will_not_be(case: Case, profile: Profile, day: date) -> Iterator[Finding]:
    """Yield a remark when the letter would invite to a day that is past or called off."""
    yield from will_not_be(case, profile, MEETING, day)


def nobody_to_invite(case: Case, profile: Profile) -> Nobody:
    """Return why there is no letter to make: no participants, or colleagues only."""
    del profile
    number = case.number
    if not case.round.meeting.participants:
        return Nobody(
            f"Mødet i sagen {number} har ingen deltagere, så der er ingen at indkalde.",
            f"Skriv dem under `møde` og `deltagere` i {case.round_key}.yaml.",
        )
    return only_colleagues(number)


def only_colleagues(number: str) -> Nobody:
    """Return that all who are asked work in the municipality and get no letter."""
    return Nobody(
        f"{number}: alle deltagere på mødet arbejder i kommunen og får ikke breve.",
        f"Lav kalenderfilen til dem med `samarbejde calendar {number}`.",
        is_wrong=False,
    )


def invited_on(case: Case, name: str) -> date | None:
    """Return when somebody was invited to the meeting, under whatever name the round has."""
    asked = _asked(case, name)
    return asked.invited if asked else None


def addressee(case: Case, recipient: Recipient) -> Context:
    """Return the group ``modtager`` of a letter to somebody outside the municipality."""
    contact = recipient.contact
    known = shown(case, contact) if contact else HIDDEN_ADDRESS
    return {
        "navn": recipient.name,
        "titel": contact.title if isinstance(contact, Member) else None,
        "arbejdssted": contact.workplace if isinstance(contact, Member) else None,
        "linjer": _lines(contact, known),
        "kanal": recipient.channel.label,
        "samtykke": recipient.by_consent,
        "er_forælder": isinstance(contact, Parent),
    }


def _lines(contact: Contact | None, known: Context) -> list[str]:
    """Return the lines of the address block below the name."""
    place = [contact.title, contact.workplace] if isinstance(contact, Member) else []
    work = ", ".join(part for part in place if part)
    town = " ".join(part for part in (known["postnummer"], known["by"]) if part)
    return [line for line in (opening(work), known["adresse"], town) if line]


INVITATION = Kind(
    name="invitation",
    order=70,
    stem="indkaldelse",
    title="Indkaldelse",
    help="Lav et indkaldelsesbrev til hver ekstern modtager.",
    about=(
        "Brevet har de fire svarmuligheder. Den, som samtykket ikke dækker, får intet "
        "brev; programmet viser, hvor det står. Et svar, der er krydset af i brevet, læses ind i "
        "sagen med `samarbejde read`."
    ),
    steps=(Step.MEETING,),
    template="indkaldelse-første.docx",
    later_template="indkaldelse-opfølgning.docx",
    recipients=externals,
    tells=MEETING,
    looks_ahead=True,
    context=invitation,
    fields=lambda: INVITATION_FIELDS,
    asks_for_cpr=True,
    remarks=meeting_will_not_be,
    unaddressed=nobody_to_invite,
    form=Form(of_round, answers, "svar", letter=letter),
)
