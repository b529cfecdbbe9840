"""The letter that says that a meeting, or a pre-meeting, is called off."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from samarbejde_cli.case.appointments import MEETING, PRE_MEETING, Slot, appointment_changes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.notices import cancelled_slot, notices
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.danish.text import listed
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.kind import Kind, Nobody
from samarbejde_cli.documents.kinds.invitation import (
    ADDRESSEE_FIELDS,
    addressee,
    invited_on,
    only_colleagues,
)
from samarbejde_cli.documents.kinds.pre_meeting import readers
from samarbejde_cli.documents.moved_appointment import as_fields
from samarbejde_cli.documents.recipients import Recipient, externals
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
from samarbejde_cli.documents.values import opening
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea


def _called_off(case: Case, profile: Profile, day: date) -> Iterator[tuple[Recipient, str, Slot]]:
    """Yield everybody who was invited to what is called off, with what it is and when."""
    talk = cancelled_slot(case, profile, PRE_MEETING, case.round.pre_meeting.invited)
    for each in readers(case, profile, day) if talk else ():
        if talk:
            yield each, "formøde", talk
    for each in externals(case, profile, day):
        off = cancelled_slot(case, profile, MEETING, invited_on(case, each.name))
        if off:
            yield _with_advice(each, off), profile.words.meeting, off


def _with_advice(reader: Recipient, off: Slot) -> Recipient:
    """Return a reader; one who may get no letter is told by telephone, and nothing more."""
    if reader.refusal is None:
        return reader
    say = f"Ring, og sig kun, at mødet den {long_date(off.begins.date())} ikke bliver holdt."
    refusal = reader.refusal._replace(facts={**reader.refusal.facts, "hjælp": say})
    return replace(reader, refusal=refusal)


def uninvited(case: Case, profile: Profile, day: date) -> Sequence[Recipient]:
    """Return whom the letter goes to, each once."""
    found: dict[str, Recipient] = {}
    for each, _, _ in _called_off(case, profile, day):
        found.setdefault(each.name.casefold(), each)
    return list(found.values())


def cancellation(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return one letter's fields; it gives neither a reason nor any number."""
    name = recipient.name.casefold() if recipient else ""
    off = [
        (what, slot)
        for each, what, slot in _called_off(case, profile, day)
        if each.name.casefold() == name
    ]
    held = listed([what for what, _ in off]) or profile.words.meeting
    youth = case.record.youth
    is_youth = name == youth.name.casefold()
    context = shared(case, profile, f"Aflysning af {held}", day)
    to = addressee(case, recipient) if recipient else None
    return context | {
        "modtager": to and to | {"kaldes": youth.short_name if is_youth else to["navn"]},
        "hvad": held,
        "om": None if is_youth else youth.name,
        "er_afsluttet": case.step.is_end,
        "aflyste": [as_fields(slot) | {"hvad": opening(what)} for what, slot in off],
    }


def _is_news(case: Case, profile: Profile, day: date) -> bool:
    """Whether somebody does not know yet that something is called off."""
    return any(
        each.after is None for what in (PRE_MEETING, MEETING)
        for each in notices(case, profile, what, day)
    )  # fmt: skip


def _nothing_to_call_off(case: Case, profile: Profile) -> Nobody:
    """Return why there is no letter to make: nothing is called off, or for colleagues only."""
    changes = appointment_changes(case, profile, MEETING)
    if changes and changes[-1].after is None and case.round.meeting.participants:
        return only_colleagues(case.number)
    return Nobody(
        f"I sagen {case.number} er der ikke aflyst noget, som nogen er indkaldt til.",
        f"Aflys mødet med `samarbejde call-off {case.number}`; så ved programmet, hvem der skal "
        "have brevet.",
    )


CANCELLATION = Kind(
    name="cancellation",
    order=80,
    stem="aflysning",
    title="Aflysning",
    help="Lav et brev til hver, der er indkaldt til noget, som er aflyst.",
    about=(
        "Mødet eller formødet er aflyst, når det er taget af med call-off, når det ligger i en "
        "pause, eller når sagen er afsluttet før. Brevet siger ikke hvorfor. Kolleger får "
        "aflysningen med calendar."
    ),
    steps=tuple(Step),
    template="aflysning.docx",
    later_template=None,
    recipients=uninvited,
    context=cancellation,
    fields=lambda: in_area(
        DataArea.CASE,
        ADDRESSEE_FIELDS,
        Known("modtager.kaldes", TEXT, "Navnet efter Kære: den unges kaldenavn, ellers fulde navn"),
        Known(
            "hvad",
            TEXT,
            "Det, der er aflyst: samarbejdsmøde, formøde eller begge",
            example="samarbejdsmøde",
        ),
        Known("om", TEXT, "Den unges navn, når brevet er til andre", Presence.SOMETIMES),
        Known(
            "er_afsluttet",
            YES_NO,
            "Er sagen afsluttet, så der ikke kommer en ny tid",
            example="nej",
        ),
        Known("aflyste[]", GROUP, "Noget, der er aflyst"),
        Known("aflyste[].hvad", TEXT, "samarbejdsmøde eller formøde"),
        Known("aflyste[].dato", DAY, "Dagen, det skulle have været"),
        Known("aflyste[].start", CLOCK, "Hvornår det skulle være begyndt"),
        Known("aflyste[].slut", CLOCK, "Hvornår det skulle være sluttet"),
        Known("aflyste[].lokale", TEXT, "Lokalet", Presence.SOMETIMES),
    ),
    needed=_is_news,
    unaddressed=_nothing_to_call_off,
)
