"""The list to call by between two meetings: who has promised what, and by when (Bilag 8)."""

from collections.abc import Sequence
from datetime import date

from samarbejde_cli.case.agreements import Agreement, agreements, phone_of
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.people import Member
from samarbejde_cli.case.rhythm import is_held
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.kind import Kind, everybody
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.roles_in_words import function
from samarbejde_cli.documents.schema import DAY, GROUP, TEXT, Known, Presence, in_area
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea


def reminders(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return the people with something left to do, each with their agreements in the plan."""
    del recipient
    by_person: dict[str, list[Agreement]] = {}
    for each in agreements(case, profile, day):
        by_person.setdefault(each.person, []).append(each)
    road_map = case.plan.road_map
    context = shared(case, profile, "Huskeliste", day)
    return context | {
        "møde": context["møde"] | _last_meeting(case, context, day),
        "personer": [_person(case, profile, name, own) for name, own in by_person.items()],
        "næste_gang": road_map.due if road_map else None,
    }


def _last_meeting(case: Case, context: Context, day: date) -> Context:
    """Return what is different for the meeting before, where the round's own is still to come."""
    before = case.record.round - 1
    if not before or is_held(case, day):
        return {}
    return {"nummer": before, "dato": context["møde"]["sidste_dato"]}


def _person(case: Case, profile: Profile, name: str, own: Sequence[Agreement]) -> Context:
    member = case.contact(name)
    what = function(member, profile) if isinstance(member, Member) else None
    return {
        "navn": name,
        "funktion": what,
        "telefon": phone_of(case, profile, name),
        "aftaler": [_agreement(each) for each in own],
    }


def _agreement(each: Agreement) -> Context:
    last = max(each.goal.status, key=lambda noted: noted.date, default=None)
    return {
        "område": each.goal.area.label,
        "mål": each.goal.goal,
        "handlinger": each.goal.actions,
        "frist": each.goal.deadline,
        "sidst_hørt": last.date if last else None,
        "sidst": last.what if last else None,
    }


_SOMETIMES = Presence.SOMETIMES
REMINDER_FIELDS = in_area(
    DataArea.PLAN,
    Known("personer[]", GROUP, "Dem, der har en aftale tilbage i planen"),
    Known("personer[].navn", TEXT, "Navn"),
    Known("personer[].funktion", TEXT, "Titel, relation eller rolle", _SOMETIMES),
    Known("personer[].telefon", TEXT, "Telefonnummer", _SOMETIMES),
    Known("personer[].aftaler[]", GROUP, "Et mål, som personen er ansvarlig for"),
    Known("personer[].aftaler[].område", TEXT, "Området, målet hører til"),
    Known("personer[].aftaler[].mål", TEXT, "Målet i jeg-form"),
    Known("personer[].aftaler[].handlinger[]", TEXT, "Det, der skal gøres"),
    Known("personer[].aftaler[].frist", DAY, "Senest den", _SOMETIMES),
    Known("personer[].aftaler[].sidst_hørt", DAY, "Dagen for det seneste, der er noteret",
          _SOMETIMES),
    Known("personer[].aftaler[].sidst", TEXT, "Det seneste, der er noteret", _SOMETIMES),
    Known("næste_gang", DAY, "Dagen, hvor situationen tages op igen", _SOMETIMES),
    funktion=DataArea.TEAM,
    telefon=DataArea.PRIVATE_CONTACT,
    næste_gang=DataArea.NEXT_MEETING,
)  # fmt: skip

REMINDERS = Kind(
    name="reminders",
    order=135,
    stem="huskeliste",
    title="Huskeliste",
    help="Lav en huskeliste til opfølgning: hvem der har lovet hvad.",
    about=(
        "Listen er til den, der ringer rundt mellem to møder. For hver person står de aftaler, der "
        "ikke er gjort endnu, med telefonnummer, frist og plads til at skrive. Det, I hører, "
        "skrives under `status` ved målet i plan.yaml."
    ),
    steps=(),
    template="huskeliste.docx",
    later_template=None,
    recipients=everybody,
    context=reminders,
    fields=lambda: REMINDER_FIELDS,
    stays_inside=True,
)
