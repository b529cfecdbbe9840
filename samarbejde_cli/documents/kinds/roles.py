"""A card for each person in the case: what you do before, at and after the meeting (Bilag 8)."""

from collections.abc import Iterator, Sequence
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.people import Member
from samarbejde_cli.case.sharing import (
    has_withdrawn,
    reader_role,
    shown_parents,
    still_members,
)
from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.documents.readers import copies_for
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.roles_in_words import function
from samarbejde_cli.documents.schema import GROUP, TEXT, YES_NO, Known, Presence, in_area
from samarbejde_cli.documents.signatures import meeting_day
from samarbejde_cli.documents.values import opening
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea, ReaderRole

_DUTIES = {"leder": "mødeleder", "skriver": "referent", "interviewer": "interviewer"}


def card_readers(case: Case, profile: Profile, day: date) -> Sequence[Recipient | None]:
    """Return the copy with all cards, and one for each other who has a card."""
    context = shared(case, profile, "", day)
    cards = _with_duties(list(_people(case, profile, context, day)), context["møde"])
    return copies_for(case, profile, [each["navn"] for each in cards if each["navn"]], day)


def roles(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return the cards; an unassigned role has none, and one reader gets only their own."""
    context = shared(case, profile, "Roller og opgaver", day)
    cards = _with_duties(list(_people(case, profile, context, day)), context["møde"])
    if recipient and reader_role(case, profile, recipient.name, day) is not ReaderRole.RUNS_IT:
        cards = [card for card in cards if _is(card, recipient.name)]
    return context | {"kort": cards}


def _people(case: Case, profile: Profile, context: Context, day: date) -> Iterator[Context]:
    """Yield the card of each person once; who runs the case stands first."""
    words = profile.words
    for key, title in (("koordinator", words.coordinator), ("tovholder", words.administrator)):
        if person := context[key]:
            reach = {"telefon": person["telefon"], "email": person["email"]}
            yield _card(key, title, person["navn"], None) | reach
    adult = _adult(case, profile, day)
    if adult:
        member = case.member(adult)
        yield _card("voksen", words.adult, adult, member.relation if member else None)
    others = [each for each in still_members(case, profile, day) if each.name != adult]
    yield from (_member(each, profile) for each in others if not case.is_coordinator(each.name))
    for each in shown_parents(case, profile, meeting_day(case, day)):
        yield _card("familie", "Familie og netværk", each.name, opening(each.relation))
    language = case.record.youth.language
    if language:
        interpreter = case.round.meeting.interpreter
        yield _card("tolk", "Tolk", interpreter or "", f"Sprog: {language}")


def _adult(case: Case, profile: Profile, day: date) -> str | None:
    chosen = case.team.adult and case.team.adult.person
    if not chosen or has_withdrawn(case, profile, chosen, day):
        return None
    return case.full_name(chosen)


def _member(member: Member, profile: Profile) -> Context:
    if member.is_professional:
        return _card("fagperson", "Fagperson i teamet", member.name, function(member, profile))
    return _card("familie", "Familie og netværk", member.name, function(member, profile))


def _card(role: str, title: str, name: str, what: str | None) -> Context:
    duties = dict.fromkeys(_DUTIES, False)
    about = {"rolle": role, "titel": opening(title), "navn": name, "funktion": what}
    return about | duties | {"telefon": None, "email": None}


def _with_duties(cards: list[Context], meeting: Context) -> list[Context]:
    """Return the cards with what each does at this meeting; others who do something get one."""
    for duty, key in _DUTIES.items():
        name = meeting[key]
        if not name:
            continue
        mine = [card for card in cards if _is(card, name)]
        if not mine:
            mine = [_card("møde", key, name, None)]
            cards.extend(mine)
        mine[0][duty] = True
    return cards


def _is(card: Context, name: str) -> bool:
    return bool(card["navn"].casefold() == name.casefold())


ROLES_FIELDS = in_area(
    DataArea.TEAM,
    Known("kort[]", GROUP, "Et kort til hver person"),
    Known(
        "kort[].rolle",
        TEXT,
        "koordinator, tovholder, voksen, fagperson, familie, tolk eller møde",
    ),
    Known("kort[].titel", TEXT, "Rollen med kommunens ord"),
    Known("kort[].navn", TEXT, "Navn; tomt, når tolken ikke er valgt"),
    Known("kort[].funktion", TEXT, "Titel, relation eller sprog", Presence.SOMETIMES),
    Known(
        "kort[].telefon",
        TEXT,
        "Telefon; kun koordinator og tovholder",
        Presence.SOMETIMES,
        area=DataArea.CASE,
    ),
    Known(
        "kort[].email",
        TEXT,
        "Mail; kun koordinator og tovholder",
        Presence.SOMETIMES,
        area=DataArea.CASE,
    ),
    Known("kort[].leder", YES_NO, "Leder personen mødet"),
    Known("kort[].skriver", YES_NO, "Skriver personen referatet"),
    Known("kort[].interviewer", YES_NO, "Taler personen med den unge på mødet"),
)

ROLES = Kind(
    name="roles",
    order=100,
    stem="roller",
    title="Roller og opgaver",
    help="Lav et kort til hver person: før, på og efter mødet.",
    about=(
        "Der er et kort på en halv side til hver: koordinator, tovholder, den unges voksne, "
        "fagpersoner, familie, tolk og dem, der leder, skriver eller interviewer. Den unge og dem, "
        "der leder sagen, får dem alle; de andre får hver deres eget."
    ),
    steps=(Step.MEETING,),
    template="roller.docx",
    later_template=None,
    recipients=card_readers,
    looks_ahead=True,
    context=roles,
    fields=lambda: ROLES_FIELDS,
)
