"""Who gets a letter, and who may receive anything at all (handbook § 4.2, Bilag 6)."""

from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case, Person
from samarbejde_cli.case.people import Contact, Member
from samarbejde_cli.case.round import Participant
from samarbejde_cli.case.sharing import may_receive, needs_no_consent, obstacle, remedy
from samarbejde_cli.findings import Finding, Location
from samarbejde_cli.forms.model import LabelledChoice
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.own_words import role_in_file_name

PARENT = "forælder"
OTHER = "andet"
SEVERAL = "flere"
UNKNOWN = codes.PARTICIPANT_UNKNOWN
"""The rule that everybody asked to the meeting is known."""
NOT_COVERED = codes.PARTICIPANT_WITHOUT_CONSENT
"""The rule that somebody outside the consent must not be invited."""
INVITED_TO_THE_PAST = codes.INVITED_TO_THE_PAST
"""The remark that a letter invites to a day that is past."""


class Channel(LabelledChoice):
    """How a letter reaches its reader."""

    SECURE_POST = "sikker-post", "Sikker post"
    PAPER = "brev", "Brev"
    DIGITAL_POST = "digital-post", "Digital Post"
    INTERNAL = "intern", "Intern"

    @property
    def is_secure(self) -> bool:
        """Whether the channel is one for papers with CPR numbers."""
        return self not in (Channel.PAPER, Channel.INTERNAL)


@frozen
class Recipient:
    """One reader of a letter: who, in which role, by which channel, and where that is written.

    ``role`` is a word without personal data; it becomes part of the file's name. ``refusal`` says
    why the person may not receive anything, and is None when the consent covers the person.
    """

    name: str
    role: str
    contact: Contact | None
    channel: Channel
    location: Location
    by_consent: bool
    refusal: Finding | None = None
    others: tuple["Recipient", ...] = ()
    """Others whose copies would be the same: they share this one."""

    @property
    def everyone(self) -> tuple["Recipient", ...]:
        """All whose copy it is."""
        return (self, *self.others)

    @property
    def file_word(self) -> str:
        """What the file's name says of whose copy it is: the role, or that several share it."""
        return SEVERAL if self.others else self.role


def externals(case: Case, profile: Profile, day: date) -> list[Recipient]:
    """Return the participants of the round who are invited by letter, each once.

    Colleagues in the municipality are invited through the calendar, the youth by the coordinator.
    """
    found: dict[str, Recipient] = {}
    for index, participant in enumerate(case.round.meeting.participants):
        location = case.in_round("møde", "deltagere", index, "person")
        recipient = _external(case, profile, participant, day, location)
        if recipient is not None:
            found.setdefault(recipient.name.casefold(), recipient)
    return list(found.values())


def _external(
    case: Case, profile: Profile, participant: Participant, day: date, asked: Location
) -> Recipient | None:
    person = case.person(participant.person)
    if person is None and not profile.employee(participant.person):
        return _unknown(participant.person, asked)
    name = case.full_name(participant.person)
    contact = case.contact(name)
    if _is_invited_otherwise(profile, person, contact, name):
        return None
    allowed = may_receive(case, profile, name, day)
    return Recipient(
        name=name,
        role=_role(contact, profile),
        contact=contact,
        channel=channel_of(contact),
        location=person.location if person else asked,
        by_consent=not needs_no_consent(case, profile, name, day),
        refusal=None if allowed else refusal(case, profile, name, day, asked),
    )


def _unknown(name: str, asked: Location) -> Recipient:
    """Return somebody who is asked to the meeting but found nowhere: nothing goes there."""
    refused = Finding(UNKNOWN, asked, {"person": name})
    return Recipient(name, OTHER, None, Channel.PAPER, asked, by_consent=True, refusal=refused)


def _role(contact: Contact | None, profile: Profile) -> str:
    if isinstance(contact, Member):
        return role_in_file_name(contact.role.value, profile.words)
    return PARENT


def _is_invited_otherwise(
    profile: Profile, person: Person | None, contact: Contact | None, name: str
) -> bool:
    """Whether somebody is the youth or works in the municipality, and so gets no letter."""
    if isinstance(contact, Member):
        return contact.is_internal
    if person is not None:
        return person.kind in ("ung", "koordinator")
    return profile.employee(name) is not None


def channel_of(contact: Contact | None) -> Channel:
    """Return how somebody gets letters: on paper when exempt from Digital Post."""
    return Channel.PAPER if contact and contact.paper_post else Channel.SECURE_POST


def refusal(
    case: Case, profile: Profile, name: str, day: date, asked: Location | None = None
) -> Finding:
    """Return why somebody gets nothing, with the place of the consent, and where it was asked."""
    route, reason = obstacle(case, profile, name, day)
    youth = case.record.youth.short_name
    facts = {"navn": name, "grund": reason, "ung": youth, "runde": str(case.record.round)}
    location = case.location("samtykke", *route)
    if instead := remedy(case, name, route):
        facts |= {"hjælp": instead}
    elif asked is None:
        facts |= {"hjælp": f"Har {youth} sagt ja til {name}, så skriv {name} under `modtagere`."}
    if asked is None:
        return Finding(NOT_COVERED, location, facts | {"hvad": "skal have papirer fra sagen"})
    facts |= {"hvad": "er deltager i mødet"}
    return Finding(NOT_COVERED, location, facts, (("inviteret her", asked),))
