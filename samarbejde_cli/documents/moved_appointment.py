"""What a letter says about a moved appointment: its original time and place."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.appointments import Slot, is_off, of_round, planned
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.notices import earlier_slot
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.documents.context import Context
from samarbejde_cli.documents.recipients import INVITED_TO_THE_PAST
from samarbejde_cli.documents.schema import CLOCK, DAY, GROUP, TEXT, YES_NO, Known, Presence, Schema
from samarbejde_cli.findings import Finding
from samarbejde_cli.profile.model import Profile

INVITED_TO_NOTHING = codes.INVITED_TO_CANCELLED
"""The remark that a letter invites to what is not going to take place."""

MOVED_FIELDS: Schema = (
    Known("flyttet", GROUP, "Den gamle tid, når modtageren er indkaldt til den",
          Presence.SOMETIMES),
    Known("flyttet.dato", DAY, "Den gamle dag", example="tirsdag den 3. marts 2026"),
    Known("flyttet.start", CLOCK, "Hvornår det skulle være begyndt", example="9.00"),
    Known("flyttet.slut", CLOCK, "Hvornår det skulle være sluttet", example="10.30"),
    Known("flyttet.lokale", TEXT, "Det gamle lokale", Presence.SOMETIMES),
    Known("flyttet.kun_sted", YES_NO, "Er tiden den samme og kun lokalet et andet",
          example="nej"),
)  # fmt: skip


def moved(case: Case, profile: Profile, what: str, name: str, invited: date | None) -> Context:
    """Return the group ``flyttet`` for a reader; None in it when the letter is the first."""
    before = earlier_slot(case, profile, what, name, invited)
    return {"flyttet": _group(before, planned(case, profile, what)) if before else None}


def _group(before: Slot, now: Slot | None) -> Context:
    return as_fields(before) | {"kun_sted": before.same_time(now)}


def as_fields(slot: Slot) -> Context:
    """Return an appointment as fields of a template."""
    return {
        "dato": slot.begins.date(),
        "start": slot.begins.time(),
        "slut": slot.ends.time(),
        "lokale": slot.room,
    }


def will_not_be(case: Case, profile: Profile, what: str, day: date) -> Iterator[Finding]:
    """Yield a remark when a letter would invite to a day that is past, or that was called off."""
    del profile
    held = of_round(case, what).date
    if held is None:
        return
    location, said = case.in_round(what, "dato"), long_date(held)
    if held < day:
        yield Finding(INVITED_TO_THE_PAST, location, {"dato": said, "møde": what})
    elif is_off(case, held):
        pause = case.record.pause
        why = f"holder pause til den {long_date(pause.until)}" if pause else ""
        ended = f"er {case.step.value}"
        facts = {"dato": said, "grund": ended if case.step.is_end else why, "sag": case.number}
        yield Finding(INVITED_TO_NOTHING, location, facts)
