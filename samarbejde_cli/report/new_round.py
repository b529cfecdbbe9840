"""A round that was prepared."""

from samarbejde_cli.actions.new_round import Booked, Prepared
from samarbejde_cli.danish.dates import clock, full_date
from samarbejde_cli.danish.text import listed
from samarbejde_cli.report.folded import folded


def as_text(number: str, done: Prepared) -> str:
    """Return which round of a case was prepared, and what is booked in it."""
    return folded(f"{number}: runde {done.number} er forberedt med {listed(booked(done))}.")


def booked(done: Prepared) -> list[str]:
    """Return what has a day: ``møde tirsdag den 3. marts 2026 kl. 9.00 i Lindesalen``."""
    pairs = (("formøde", done.pre_meeting), ("møde", done.meeting))
    return [f"{what} {_when(each)}" for what, each in pairs if each.day]


def _when(booked: Booked) -> str:
    day = full_date(booked.day) if booked.day else ""
    start = f" kl. {clock(booked.start)}" if booked.start else ""
    room = f" i {booked.room}" if booked.room else ""
    return f"{day}{start}{room}"
