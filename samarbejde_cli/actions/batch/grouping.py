"""How the letters of a mailing are laid out in folders for the person who sends them."""

from enum import StrEnum

from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.documents.recipients import Channel, Recipient

SHARED = "fælles"
"""Papers that everybody gets: the sender encloses them with each letter."""
OWN = "sagen"
"""Papers that are no letters and go to nobody by themselves: the plan, a screening, a script."""
_WAYS = {
    Channel.SECURE_POST: "sikker-post",
    Channel.DIGITAL_POST: "digital-post",
    Channel.PAPER: "print",
    Channel.INTERNAL: "outlook",
}
"""The folder of each channel, by what is done with it."""


class Group(StrEnum):
    """What decides which folder a letter goes in."""

    CHANNEL = "channel"
    RECIPIENT = "recipient"
    CASE = "case"
    PRINT = "print"


def folder_of(
    group: Group | None, case: str, kind: Kind, recipient: Recipient | None, number: int
) -> str:
    """Return the folder of a letter, empty without groups; it reveals nothing about a person.

    ``number`` tells recipients of one role in a case apart.
    """
    common = SHARED if kind.enclosed else OWN
    match group:
        case None:
            return ""
        case Group.CASE:
            return case
        case Group.RECIPIENT:
            return f"{case}-{_who(recipient, number) if recipient else common}"
        case Group.CHANNEL:
            return _WAYS[recipient.channel] if recipient else common
        case Group.PRINT:
            return _print(recipient) if recipient else common


def _print(recipient: Recipient) -> str:
    return "print" if recipient.channel is Channel.PAPER else "ikke-print"


def _who(recipient: Recipient, number: int) -> str:
    return recipient.role if number == 1 else f"{recipient.role}-{number}"
