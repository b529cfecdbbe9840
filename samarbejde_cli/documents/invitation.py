"""The invitation of those outside the municipality, with the four replies (Bilag 1 and 2)."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.people import Contact, Member
from samarbejde_cli.dates import long_date
from samarbejde_cli.documents.addresses import shown
from samarbejde_cli.documents.context import Context, shared, working_day_before
from samarbejde_cli.documents.recipients import INVITED_TO_THE_PAST, Recipient
from samarbejde_cli.documents.schema import BOX, DAY, GROUP, TEXT, YES_NO, Known, Presence
from samarbejde_cli.documents.values import HIDDEN_ADDRESS, opening
from samarbejde_cli.findings import Finding
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.word.values import Checkbox

_REPLIES = ("deltager", "notat", "anden_dag", "ikke_relevant")

INVITATION_FIELDS = (
    Known("ung.cpr", TEXT, "CPR-nummer"),
    Known("modtager", GROUP, "Den, brevet er til"),
    Known("modtager.navn", TEXT, "Fulde navn"),
    Known("modtager.titel", TEXT, "Titel, som den står i breve", Presence.SOMETIMES),
    Known("modtager.arbejdssted", TEXT, "Skole, sygehus, firma", Presence.SOMETIMES),
    Known("modtager.linjer[]", TEXT, "Adressefeltets linjer under navnet"),
    Known("modtager.kanal", TEXT, "Sikker post eller Brev"),
    Known("modtager.samtykke", YES_NO, "Er med, fordi der er givet samtykke"),
    Known("svarfrist", DAY, "Sidste arbejdsdag at svare på", Presence.DEMANDED),
    Known("svarfrist_kan_nås", YES_NO, "Er der dage tilbage til svarfristen"),
    Known("svar", GROUP, "De fire svar, som modtageren kan sætte kryds ved"),
    *(Known(f"svar.{reply}", BOX, "Kan afkrydses i Word") for reply in _REPLIES),
)


def invitation(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return one letter's fields. It goes by secure post and names the youth with CPR number."""
    context = shared(case, profile, f"Invitation til {profile.words.meeting}", day)
    context["ung"] |= {"cpr": case.record.youth.cpr}
    meeting_day = context["møde"]["dato"]
    deadline = meeting_day and working_day_before(meeting_day, profile.rhythm.reply_days)
    return context | {
        "modtager": _addressee(case, recipient) if recipient else None,
        "svarfrist": deadline,
        "svarfrist_kan_nås": bool(deadline and deadline > day),
        "svar": {reply: Checkbox(checked=False) for reply in _REPLIES},
    }


def meeting_is_over(case: Case, profile: Profile, day: date) -> Iterator[Finding]:
    """Yield a remark when the letter would invite to a day that is past."""
    del profile
    meeting = case.round.meeting.date
    if meeting and meeting < day:
        spot = case.spot(case.round_key, "møde", "dato")
        yield Finding(INVITED_TO_THE_PAST, spot, {"dato": long_date(meeting)})


def _addressee(case: Case, recipient: Recipient) -> Context:
    contact = recipient.contact
    known = shown(case, contact) if contact else HIDDEN_ADDRESS
    return {
        "navn": recipient.name,
        "titel": contact.title if isinstance(contact, Member) else None,
        "arbejdssted": contact.workplace if isinstance(contact, Member) else None,
        "linjer": _lines(contact, known),
        "kanal": recipient.channel.label,
        "samtykke": recipient.by_consent,
    }


def _lines(contact: Contact | None, known: Context) -> list[str]:
    """Return the lines of the address block below the name."""
    place = [contact.title, contact.workplace] if isinstance(contact, Member) else []
    work = ", ".join(part for part in place if part)
    town = " ".join(part for part in (known["postnummer"], known["by"]) if part)
    return [line for line in (opening(work), known["adresse"], town) if line]
