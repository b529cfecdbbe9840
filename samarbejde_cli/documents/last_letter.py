"""What the two letters about the end of a case have in common: the day, the reason, whom to ask."""

from datetime import date
from typing import Any

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.endings import ended_on, is_end_announced, why_ended
from samarbejde_cli.case.sharing import access
from samarbejde_cli.case.withheld import says_withheld
from samarbejde_cli.documents.context import Context
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import (
    DAY,
    GROUP,
    TEXT,
    Known,
    Presence,
    Schema,
    in_area,
    of_model,
)
from samarbejde_cli.documents.values import danish, opening
from samarbejde_cli.profile.appearance import LastLetters
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea
from samarbejde_cli.profile.staff import StaffRole

_SOMETIMES = Presence.SOMETIMES

LAST_LETTER_FIELDS: Schema = in_area(
    DataArea.CASE,
    Known("slut", GROUP, "Hvordan sagen sluttede"),
    Known("slut.dato", DAY, "Dagen, da sagen blev afsluttet eller afvist", Presence.DEMANDED),
    Known(
        "slut.grund", TEXT, "Grunden, som den står i sag.yaml", _SOMETIMES, area=DataArea.SITUATION
    ),
    Known("afsender", GROUP, "Koordinatoren, ellers tovholderen", _SOMETIMES),
    Known("afsender.navn", TEXT, "Navn"),
    Known("afsender.titel", TEXT, "Titel, som den står i breve"),
    Known("afsender.afdeling", TEXT, "Afdeling", _SOMETIMES),
    Known("afsender.telefon", TEXT, "Eget nummer, ellers kommunens", _SOMETIMES),
    Known("afsender.email", TEXT, "Egen mail, ellers kommunens", _SOMETIMES),
    of_model("sidste_breve", LastLetters, "Kommunens sætninger i de to breve"),
)


def last_letter(
    case: Case, profile: Profile, recipient: Recipient | None, day: date, coordinator: Any
) -> Context:
    """Return the fields of both letters; ``coordinator`` is the group that all papers share."""
    reason = why_ended(case)
    if reason and recipient and not _may_be_told(case, profile, recipient, reason, day):
        reason = None
    return {
        "slut": {"dato": ended_on(case), "grund": reason},
        "afsender": coordinator or _administrator(profile),
        "sidste_breve": danish(profile.last_letters),
    }


def _may_be_told(
    case: Case, profile: Profile, recipient: Recipient, reason: str, day: date
) -> bool:
    sees = access(case, profile, recipient.name, day).sees_withheld
    return sees or not says_withheld(case, reason)


def _administrator(profile: Profile) -> Context | None:
    """Return the administrative coordinator as who writes; a rejected case has no other."""
    found = profile.first_with(StaffRole.ADMINISTRATOR)
    if found is None:
        return None
    return {
        "navn": found.name,
        "titel": opening(found.title or profile.words.administrator),
        "afdeling": found.department,
        "telefon": found.phone or profile.phone,
        "email": found.email or profile.email,
    }


def is_news(case: Case, profile: Profile, day: date) -> bool:
    """Whether the case has ended and no letter about it has been made since."""
    del profile, day
    return not is_end_announced(case)
